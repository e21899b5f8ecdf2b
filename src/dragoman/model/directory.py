"""What assembling needs to know beside the claims: names, kinds and dates."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import Protocol

from dragoman.model.claim import Participant, Party
from dragoman.model.span import Citation

PERSON = "Person"


@dataclass(frozen=True, slots=True)
class EntityCard:
    """The few properties of an entity that others refer to.

    Attributes:
        schema: Coarse kind that most documents give.
        types: Finer kinds, those of most documents first.
        name: Best name.
        country: ISO 3166 alpha-2 code that most documents give.
    """

    schema: str
    types: tuple[str, ...]
    name: str
    country: str | None


class Spelling(Protocol):
    """One spelling of a name, with everywhere it stands."""

    @property
    def text(self) -> str:
        """The name."""
        ...

    @property
    def citations(self) -> Sized:
        """Where it stands."""
        ...


class Named(Protocol):
    """What a card is made of: an ``EntityClaim``, or as much of it."""

    @property
    def schema(self) -> str:
        """Coarse kind."""
        ...

    @property
    def types(self) -> tuple[str, ...]:
        """Finer kinds."""
        ...

    @property
    def name(self) -> str:
        """Fullest name in the document."""
        ...

    @property
    def names(self) -> Sequence[Spelling]:
        """Every spelling."""
        ...

    @property
    def country(self) -> str | None:
        """ISO 3166 alpha-2 code."""
        ...


@dataclass(frozen=True, slots=True)
class Directory:
    """Look-ups for one view.

    Attributes:
        canonical_of: Canonical identifiers of claims that share a cluster.
        cards: Entities by canonical identifier.
        published: Publication date by document, ``None`` if not known.
    """

    canonical_of: Mapping[str, str]
    cards: Mapping[str, EntityCard]
    published: Mapping[str, str | None]

    def canonical(self, identifier: str) -> str:
        """Return the canonical identifier, the identifier itself if it is alone."""
        return self.canonical_of.get(identifier, identifier)

    def entity(self, identifier: str | None) -> str | None:
        """Return the canonical entity, ``None`` if there is no such entity."""
        if identifier is None:
            return None
        canonical = self.canonical(identifier)
        return canonical if canonical in self.cards else None

    def party(self, party: Party) -> Party:
        """Return a party under its canonical identifier and best name."""
        entity = self.entity(party.entity)
        return Party(entity, party.name if entity is None else self.cards[entity].name)

    def parties(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """Return parties under canonical identifiers, each one once."""
        found: dict[tuple[str | None, str], Party] = {}
        for party in parties:
            one = self.party(party)
            found.setdefault(key_of(one), one)
        return tuple(found.values())

    def participants(self, participants: Iterable[Participant]) -> list[Participant]:
        """Return participants under canonical identifiers."""
        return [Participant(self.party(one.party), one.part) for one in participants]


def key_of(party: Party) -> tuple[str | None, str]:
    """Return what makes two parties the same: the entity, or else the words."""
    return party.entity, "" if party.entity is not None else party.name.casefold()


def make_card(claims: Sequence[Named]) -> EntityCard:
    """Make the card of a cluster from its entity claims (one or more)."""
    if len(claims) == 1:  # most are named in one report
        (only,) = claims
        kinds = tuple(sorted(set(only.types)))
        shown = kinds[:1] if only.schema == "Place" else kinds
        return EntityCard(only.schema, shown, only.name, only.country)
    schemas = Counter(claim.schema for claim in claims)
    schema = min(schemas, key=lambda one: (-schemas[one], one))
    fitting = [claim for claim in claims if claim.schema == schema]
    types = Counter(kind for claim in fitting for kind in dict.fromkeys(claim.types))
    countries = Counter(claim.country for claim in claims if claim.country is not None)
    ranked = tuple(sorted(types, key=lambda one: (-types[one], one)))
    return EntityCard(
        schema=schema,
        # A place is one thing: what most documents take it for.
        types=ranked[:1] if schema == "Place" else ranked,
        name=find_best_name(fitting),
        country=min(countries, key=lambda one: (-countries[one], one), default=None),
    )


def find_best_name(claims: Sequence[Named]) -> str:
    """Return the name under which an entity is shown.

    It is a name that a document uses as its fullest one; surnames alone, names with
    initials only and acronyms give way to longer forms, names all in capitals to
    others. Among those left the spelling that most documents use wins, then the one
    that is fullest in most of them, then the most cited, then the longest.
    """
    documents = Counter(claim.name for claim in claims)
    using: Counter[str] = Counter()
    cited: defaultdict[str, int] = defaultdict(int)
    for claim in claims:
        using.update({use.text for use in claim.names} | {claim.name})
        for use in claim.names:
            cited[use.text] += len(use.citations)
    full = [name for name in documents if not _is_short(name, claims[0].schema)]
    # One word in capitals may be an acronym, unless another report writes it plainly.
    plain = {use.casefold() for use in using if not use.isupper()}
    return min(
        full or list(documents),
        key=lambda name: (
            name.isupper() and (" " in name or name.casefold() in plain),
            -using[name],
            -documents[name],
            -cited[name],
            -len(name),
            name,
        ),
    )


def _is_short(name: str, schema: str) -> bool:
    if schema == PERSON:
        return sum(len(word.rstrip(".")) > 1 for word in name.split()) < 2
    return len(name) <= 6 and name.isupper()


def unite(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return citations in the order of documents and text, each one once."""
    # Tuples are compared several times faster than spans.
    found = {
        (one.span.document_id, one.span.start, one.span.end, one.quote): one
        for one in citations
    }
    return tuple([found[key] for key in sorted(found)])
