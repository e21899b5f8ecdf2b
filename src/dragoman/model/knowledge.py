"""What is known beforehand: names of persons, bodies and places, from lists.

Knowledge is no evidence: it tells which names mean one thing and where else that thing
is described. What a case asserts comes from its documents alone.
"""

from dataclasses import dataclass
from typing import Protocol

from dragoman.model.ids import hash_id


@dataclass(frozen=True, slots=True)
class DatedCode:
    """A code of an actor, and the days for which it holds.

    Attributes:
        code: As event coders write it: ``AFGGOV``; of common nouns with ``~`` for the
            actor that they are named with: ``~COP``, ``NGO~``.
        start: First day, ``YYYY-MM-DD``, ``None`` if without beginning.
        end: Last day, ``None`` if without end.
    """

    code: str
    start: str | None = None
    end: str | None = None

    def holds_on(self, day: str | None) -> bool:
        """Tell whether the code holds on a day; on an unknown day if always."""
        if day is None:
            return self.start is None and self.end is None
        return (self.start or day) <= day <= (self.end or day)


@dataclass(frozen=True, slots=True)
class Known:
    """Something that a list names.

    Attributes:
        id: Hashed from pack, schema, name and external identifier.
        pack: Name of the list that it comes from.
        schema: ``Person``, ``Organization``, ``Place`` or ``Work``; ``Actor`` and
            ``Agent`` for entries that only give codes.
        name: Its usual name.
        names: All names in any script, the usual one first.
        types: Finer kinds, as in the ontology.
        country: ISO 3166 alpha-2, ``None`` if of no state or not said.
        wikidata: Item identifier such as ``Q1065``, ``None`` if not said.
        wiki: Title of the article in the English Wikipedia, ``None`` if not said.
        latitude: Degrees north, ``None`` if not said.
        longitude: Degrees east, ``None`` if not said.
        codes: Codes of an actor, those bound to days first.
    """

    id: str
    pack: str
    schema: str
    name: str
    names: tuple[str, ...]
    types: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = None
    wiki: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    codes: tuple[DatedCode, ...] = ()


class Bearer(Protocol):
    """Something of a case that bears names: an entity, or the claim of one document."""

    @property
    def schema(self) -> str:
        """Coarse kind."""
        ...

    @property
    def types(self) -> tuple[str, ...]:
        """Finer kinds."""
        ...

    @property
    def country(self) -> str | None:
        """ISO 3166 alpha-2 code."""
        ...


def fits(known: Known, bearer: Bearer, name: str) -> bool:
    """Tell whether something may be an entry that has one of its names.

    A single word names a person only if it is the whole usual name of the entry.
    """
    if known.schema != bearer.schema:
        return False
    if None not in (known.country, bearer.country) and known.country != bearer.country:
        return False
    if "state" in known.types and {"city", "region"} & set(bearer.types[:1]):
        return False  # "Georgia" of the United States, "Luxembourg" the city.
    single = bearer.schema == "Person" and " " not in name.strip()
    return not single or name == known.name


SCHEMAS = ("Person", "Organization", "Place", "Work")
# What only gives codes: names of actors, common nouns for people.
CODING = ("Actor", "Agent")


def name_known(pack: str, schema: str, name: str, external: str | None) -> str:
    """Return the identifier of an entry.

    Raises:
        ValueError: The schema is not one of ``SCHEMAS`` or ``CODING``, or the name is
            empty.
    """
    if schema not in (*SCHEMAS, *CODING):
        raise ValueError(f"schema {schema!r}: allowed are {', '.join(SCHEMAS)}")
    if not name.strip():
        raise ValueError("an entry needs a name")
    return hash_id("k", pack, schema, name, external or "")
