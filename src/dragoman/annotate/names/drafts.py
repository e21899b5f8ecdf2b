"""Names and chains while they are being built."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.types import Evidence
from dragoman.data.tables import countries
from dragoman.model.annotation import Schema


@dataclass(slots=True)
class Name:
    """A distinct name of the document with all its evidence.

    Attributes:
        key: Folded.
        text: As it stands first.
        words: Folded words.
        evidence: Points for each kind.
        schema: The kind decided for, ``None`` if it names nothing.
        first: Offset of the first mention.
        count: Number of mentions.
        alias: Whether it is given as another name of somebody.
        subtypes: How often the reading model gives it each finer type.
    """

    key: str
    text: str
    words: tuple[str, ...]
    evidence: Evidence
    first: int
    count: int = 0
    schema: Schema | None = None
    alias: bool = False
    subtypes: Counter[str] = field(default_factory=Counter)

    def subtype(self, allowed: Mapping[str, str]) -> tuple[str, ...]:
        """Return the finer type told most often, as a list of none or one.

        Args:
            allowed: The types of the ontology by those of the model.
        """
        told = [(n, kind) for kind, n in self.subtypes.items() if kind in allowed]
        return (allowed[max(told)[1]],) if told else ()


@dataclass(slots=True)
class ChainDraft:
    """A chain while it is being built.

    Attributes:
        schema: Coarse kind.
        names: Its names, first the fullest.
        types: Finer kinds.
        country: ISO 3166 alpha-2 code.
        gender: ``f``, ``m`` or ``None``.
        first: Offset of the first mention.
        members: Numbers of the chains that a plural stands for.
    """

    schema: Schema
    names: list[Name] = field(default_factory=list)
    types: tuple[str, ...] = ()
    country: str | None = None
    gender: str | None = None
    first: int = 0
    members: tuple[int, ...] = ()


def name_of_body(sequence: Sequence) -> Name:
    """Return the name of a body that a sequence shows for the first time."""
    return Name(
        sequence.key,
        sequence.text,
        sequence.keys,
        Evidence(),
        sequence.start,
        count=1,
        schema=Schema.ORGANIZATION,
    )


def found_chain(schema: Schema, name: Name, chains: list[ChainDraft]) -> int:
    """Begin a chain with a name and return its number."""
    chains.append(ChainDraft(schema, [name], first=name.first))
    return len(chains) - 1


def display_name(chain: ChainDraft) -> str | None:
    """Return the name to show: the fullest, not an acronym, not in capitals."""
    if not chain.names:
        return None
    if chain.types == ("state",) and chain.country is not None:
        common = countries()[chain.country].names
        for name in chain.names:
            if name.text == common[0]:
                return name.text
        return min(chain.names, key=lambda n: n.first).text

    def rank(name: Name) -> tuple[bool, bool, int, int, int, int]:
        shouted = name.text.isupper() and len(name.text) > 1
        whole = sum(len(word.rstrip(".")) > 1 for word in name.words)
        if chain.schema is Schema.PLACE:
            whole = 0
        return (
            not shouted,
            not name.alias,
            whole,
            # Of the spellings of one name the usual one, not the longest.
            name.count if chain.schema is Schema.PERSON and whole > 1 else 0,
            len(name.text) if whole else 0,
            -name.first,
        )

    return max(chain.names, key=rank).text
