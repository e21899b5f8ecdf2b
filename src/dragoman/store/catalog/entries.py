"""What the catalog says about a thing: its label, its order and its postings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations

from dragoman.model.claim import Modality, Party
from dragoman.model.document import Document
from dragoman.model.edtf import find_bounds
from dragoman.model.entity import Entity, Event, Narrative, Statement

# Places of a number in a sort key: enough for a case of ten thousand million.
_MONTHS = 12
_DIGITS = 10
_TIMES = 6
_MAX_LABEL = 300
# A list of forty signatories says little about any two of them, and costs 1,560 ties.
_MAX_TIED = 20

Posting = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """The entry of one thing.

    Attributes:
        id: Canonical identifier, or that of a document.
        kind: ``document``, ``entity``, ``event``, ``statement``, ``narrative``.
        sort: See ``tables.ENTRIES``.
        label: Name or title, empty for events and statements.
        documents: In how many documents it stands.
        postings: Fields and values under which it is found.
    """

    id: str
    kind: str
    sort: str
    label: str
    documents: int
    postings: frozenset[Posting]


def tie_of(one: str, other: str) -> str:
    """Return the value under which the common events of two entities are filed."""
    return f"{one}|{other}"


def document_entry(document: Document, named: Iterable[str]) -> Entry:
    """Return the entry of a document.

    Args:
        document: Its text is not needed.
        named: Canonical identifiers of the entities that it names.
    """
    published = document.published or ""
    values: list[tuple[str, str | None]] = [
        ("outlet", document.source.name),
        ("lang", document.lang),
        ("year", published[:4] or None),
    ]
    values += [("entity", one) for one in named]
    return Entry(
        document.id,
        "document",
        published,
        document.label[:_MAX_LABEL],
        1,
        _file("document", values),
    )


def entity_entry(entity: Entity, documents: int) -> Entry:
    """Return the entry of an entity."""
    values: list[tuple[str, str | None]] = [("schema", entity.schema)]
    values += [("type", kind) for kind in entity.types]
    values += [("country", entity.country)]
    values += [("body", role.organization) for role in entity.roles]
    times = min(len(entity.citations), 10**_TIMES - 1)
    return Entry(
        entity.id,
        "entity",
        f"{documents:0{_DIGITS}}:{times:0{_TIMES}}",
        entity.name[:_MAX_LABEL],
        documents,
        _file("entity", values),
    )


def event_entry(event: Event) -> Entry:
    """Return the entry of an event; without a known year it is undated."""
    present = sorted(_entities(one.party for one in event.participants))
    values: list[tuple[str, str | None]] = [
        ("type", event.type),
        ("mode", event.mode),
        ("modality", event.modality.value),
        ("place", event.place),
        ("differs", "yes" if event.disagreements else None),
    ]
    values += [("entity", one) for one in present]
    values += [("voucher", one) for one in _entities(event.attribution)]
    values += [("topic", topic) for topic in event.topics]
    if event.modality is Modality.ASSERTED:
        # A planned meeting links nobody yet.
        tied = present[:_MAX_TIED]
        values += [("tie", tie_of(*pair)) for pair in permutations(tied, 2)]
    return Entry(
        event.id,
        "event",
        _first_day(event.time.value if event.time else None),
        "",
        len(event.reports),
        _file("event", values),
    )


def statement_entry(statement: Statement, published: str | None) -> Entry:
    """Return the entry of a statement.

    Args:
        statement: Assembled from all its tellings.
        published: Earliest publication date of a report; orders statements for
            which no time is told.
    """
    values: list[tuple[str, str | None]] = [
        ("act", statement.act),
        ("manner", statement.manner.value),
        ("relayed", "yes" if statement.via else None),
        ("outlet", statement.outlet.entity if statement.outlet else None),
        ("event", statement.event),
    ]
    values += [("speaker", one) for one in _entities(statement.speakers)]
    values += [("via", one) for one in _entities(statement.via)]
    values += [("addressee", one) for one in _entities(statement.addressees)]
    values += [("topic", topic) for topic in statement.topics]
    said = _first_day(statement.time.value if statement.time else None)
    return Entry(
        statement.id,
        "statement",
        said or published or "",
        "",
        len(statement.reports),
        _file("statement", values),
    )


def narrative_entry(narrative: Narrative) -> Entry:
    """Return the entry of a narrative."""
    documents = len({c.span.document_id for c in narrative.citations})
    values: list[tuple[str, str | None]] = [
        ("form", narrative.form),
        ("origin", narrative.origin.entity if narrative.origin else None),
    ]
    values += [("carrier", one) for one in _entities(narrative.carriers)]
    return Entry(
        narrative.id,
        "narrative",
        f"{documents:0{_DIGITS}}",
        narrative.label[:_MAX_LABEL],
        documents,
        _file("narrative", values),
    )


# Fields whose values are identifiers of entities: what has to be filed again when
# an entity moves to another cluster.
ENTITY_FIELDS = (
    "document.entity",
    "entity.body",
    "event.entity",
    "event.voucher",
    "event.place",
    "statement.speaker",
    "statement.via",
    "statement.addressee",
    "statement.outlet",
    "narrative.origin",
    "narrative.carrier",
)
EVENT_FIELDS = ("statement.event",)


def _entities(parties: Iterable[Party]) -> Iterator[str]:
    return iter(dict.fromkeys(p.entity for p in parties if p.entity is not None))


def _first_day(value: str | None) -> str:
    """Return the first day, or as much of it as a value tells: "2016", "2024-05"."""
    bounds = find_bounds(value) if value else None
    if value is None or bounds is None:
        return ""
    first = value.partition("/")[0].strip("~?%")
    if len(first) == len("2024-21") and int(first[5:]) > _MONTHS:
        return first[:4]  # a season, a quarter
    return first if len(first) <= len("2024-05") else bounds[0].isoformat()


def _file(kind: str, values: Iterable[tuple[str, str | None]]) -> frozenset[Posting]:
    return frozenset((f"{kind}.{name}", value) for name, value in values if value)
