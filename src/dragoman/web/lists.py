"""The lists that the workbench shows: filters, facets, and reading one page.

Pages, downloads and the API all read through ``read_listing``, so they cannot
tell different things.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.model.directory import EntityCard
from dragoman.model.document import Document
from dragoman.model.entity import Narrative
from dragoman.model.span import Citation
from dragoman.store.catalog.browse import Facet, Filter, Question, Row
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.catalog.gather import Thing
from dragoman.web.cursor import decode_key, encode_key

MAX_QUERY = 400
MAX_VALUE = 300
MAX_LIMIT = 200
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class FilterSpec:
    """A filter of a list.

    Attributes:
        name: Of the parameter in the address.
        field: Of the catalog.
        label: For readers.
        entity: Whether its values are entities.
        facet: Whether its values are offered beside the list.
    """

    name: str
    field: str
    label: str
    entity: bool = False
    facet: bool = True


@dataclass(frozen=True, slots=True)
class ListSpec:
    """One list of the workbench.

    Attributes:
        kind: What is listed.
        path: Address of the page, also name in the API.
        title: Heading.
        dated: Whether it is in order of time, so that ``from`` and ``to`` apply.
        searchable: Whether ``q`` applies.
        filters: What it can be narrowed by.
    """

    kind: str
    path: str
    title: str
    dated: bool
    searchable: bool
    filters: tuple[FilterSpec, ...]


LISTS = {
    spec.kind: spec
    for spec in (
        ListSpec(
            "document",
            "documents",
            "Documents",
            dated=True,
            searchable=True,
            filters=(
                FilterSpec("outlet", "document.outlet", "Outlet"),
                FilterSpec("lang", "document.lang", "Language"),
                FilterSpec("year", "document.year", "Year"),
                FilterSpec("entity", "document.entity", "Names", entity=True),
            ),
        ),
        ListSpec(
            "entity",
            "entities",
            "Who and where",
            dated=False,
            searchable=True,
            filters=(
                FilterSpec("schema", "entity.schema", "Kind"),
                FilterSpec("type", "entity.type", "Finer kind"),
                FilterSpec("body", "entity.body", "Office at", entity=True),
                FilterSpec("country", "entity.country", "Country"),
            ),
        ),
        ListSpec(
            "event",
            "events",
            "Events",
            dated=True,
            searchable=False,
            filters=(
                FilterSpec("type", "event.type", "Type"),
                FilterSpec("mode", "event.mode", "Mode"),
                FilterSpec("modality", "event.modality", "How it is put"),
                FilterSpec("entity", "event.entity", "Taking part", entity=True),
                FilterSpec("place", "event.place", "Place", entity=True),
                FilterSpec("topic", "event.topic", "Topic"),
                FilterSpec("voucher", "event.voucher", "Vouched for by", entity=True),
                FilterSpec("differs", "event.differs", "Reports disagree"),
                FilterSpec("tie", "event.tie", "Two taking part", facet=False),
            ),
        ),
        ListSpec(
            "statement",
            "statements",
            "Statements",
            dated=True,
            searchable=True,
            filters=(
                FilterSpec("act", "statement.act", "Act"),
                FilterSpec("speaker", "statement.speaker", "Speaker", entity=True),
                FilterSpec("addressee", "statement.addressee", "To", entity=True),
                FilterSpec("via", "statement.via", "Relayed by", entity=True),
                FilterSpec("outlet", "statement.outlet", "Through", entity=True),
                FilterSpec("topic", "statement.topic", "Topic"),
                FilterSpec("manner", "statement.manner", "Manner"),
                FilterSpec("relayed", "statement.relayed", "Relayed", facet=False),
                FilterSpec("event", "statement.event", "About", facet=False),
            ),
        ),
        ListSpec(
            "narrative",
            "narratives",
            "Narratives",
            dated=False,
            searchable=False,
            filters=(
                FilterSpec("form", "narrative.form", "Form"),
                FilterSpec("carrier", "narrative.carrier", "Carried by", entity=True),
                FilterSpec("origin", "narrative.origin", "Comes from", entity=True),
            ),
        ),
    )
}
BY_PATH = {spec.path: spec for spec in LISTS.values()}


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of a list, checked.

    Attributes:
        spec: Which list.
        chosen: Values of its filters by name.
        query: Words to search for, empty for none.
        first: Earliest date, empty for no bound.
        last: Latest date, empty for no bound.
        oldest_first: Whether dated things come in order of time.
        after: Where the page goes on, empty for the first page.
        limit: Rows at most.
    """

    spec: ListSpec
    chosen: tuple[tuple[str, str], ...] = ()
    query: str = ""
    first: str = ""
    last: str = ""
    oldest_first: bool = False
    after: str = ""
    limit: int = 50

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The chosen values as filters of the catalog."""
        fields = {one.name: one.field for one in self.spec.filters}
        return tuple(Filter(fields[name], value) for name, value in self.chosen)

    @property
    def question(self) -> Question:
        """The request as a question to the catalog."""
        return Question(
            self.spec.kind,
            self.filters,
            self.first or None,
            self.last or None,
            self.oldest_first,
            decode_key(self.after) if self.after and not self.query else None,
            self.limit,
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything but the whole list is asked for."""
        return bool(self.chosen or self.query or self.first or self.last)

    def parameters(self, **changes: str | None) -> list[tuple[str, str]]:
        """Return the parameters of an address, with some of them changed.

        Args:
            changes: New values by name; ``None`` leaves one out. A change leads to
                the first page unless it is ``after`` itself.
        """
        names = {"q": self.query, "from": self.first, "to": self.last}
        names |= dict(self.chosen)
        if self.oldest_first:
            names["order"] = "oldest"
        for name, value in changes.items():
            names[name.rstrip("_")] = value or ""
        return [(name, value) for name, value in names.items() if value]


def read_request(
    spec: ListSpec, parameters: Mapping[str, str], *, limit: int = 50
) -> Request:
    """Check the parameters of an address.

    Raises:
        ValueError: One is not allowed; the message says what came and what may.
    """
    given = {name: value.strip() for name, value in parameters.items()}
    chosen = []
    for one in spec.filters:
        value = given.get(one.name, "")
        if len(value) > MAX_VALUE:
            raise ValueError(f"{one.name} has {len(value)} characters: {MAX_VALUE} may")
        if value:
            chosen.append((one.name, value))
    query = given.get("q", "") if spec.searchable else ""
    if len(query) > MAX_QUERY:
        raise ValueError(f"q has {len(query)} characters: {MAX_QUERY} may")
    bounds = {name: _read_date(name, given.get(name, "")) for name in ("from", "to")}
    if not spec.dated:
        bounds = {"from": "", "to": ""}
    after = given.get("after", "")
    if after and not query:
        decode_key(after)
    if after and query and not (after.isascii() and after.isdecimal()):
        raise ValueError(f"after is {after[:40]!r}: need a number with a search")
    return Request(
        spec,
        tuple(chosen),
        query,
        bounds["from"],
        bounds["to"],
        given.get("order", "") == "oldest",
        after[:200],
        limit,
    )


def _read_date(name: str, value: str) -> str:
    if value and not _DATE.fullmatch(value):
        raise ValueError(f"{name} is {value[:40]!r}: need YYYY, YYYY-MM or YYYY-MM-DD")
    return value


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list with all that showing it needs.

    Attributes:
        request: What was asked.
        rows: Entries in order.
        things: Assembled events, statements and narratives by identifier.
        documents: Heads of documents by identifier: listed ones and cited ones.
        cards: Entities by identifier: listed ones and those that are filters.
        facets: Most frequent values by name of the filter.
        total: How many there are, a lower bound if ``more``.
        more: Whether there are more than ``total``.
        following: Where the next page goes on, ``None`` on the last one.
    """

    request: Request
    rows: tuple[Row, ...]
    things: Mapping[str, Thing]
    documents: Mapping[str, Document]
    cards: Mapping[str, EntityCard]
    facets: Mapping[str, list[Facet]] = field(default_factory=dict)
    total: int = 0
    more: bool = False
    following: str | None = None


def read_listing(
    catalog: Catalog, request: Request, *, with_facets: bool = True
) -> Listing:
    """Read one page of a list."""
    if request.query:
        found = catalog.find(
            request.spec.kind,
            request.query,
            filters=request.filters,
            offset=int(request.after or 0),
            limit=request.limit,
        )
        rows, total, more = found.rows, found.total, found.more
        following = None if found.following is None else str(found.following)
    else:
        page = catalog.page(request.question)
        rows, total, more = page.rows, page.total, page.more
        following = encode_key(page.following)
    facets = _read_facets(catalog, request) if with_facets else {}
    things = read_things(catalog, rows)
    cited = {
        one.span.document_id
        for thing in things.values()
        for one in leading_citations(thing)
    }
    listed = [row.id for row in rows]
    named = listed if request.spec.kind == "entity" else []
    documents = listed if request.spec.kind == "document" else cited
    return Listing(
        request,
        rows,
        things,
        catalog.heads(documents),
        catalog.cards([*named, *_entities_of(request, facets)]),
        facets,
        total,
        more,
        following,
    )


def read_things(catalog: Catalog, rows: Iterable[Row]) -> dict[str, Thing]:
    """Return the events, statements and narratives among some entries."""
    asked = [row.id for row in rows if row.kind not in {"document", "entity"}]
    return {thing.id: thing for thing in catalog.things(asked)}


def leading_citations(thing: Thing) -> tuple[Citation, ...]:
    """Return the first citation of a thing and that of each of its first reports."""
    found = [thing.citations[0]]
    if not isinstance(thing, Narrative):
        found += [report.citations[0] for report in thing.reports[:3]]
    return tuple(found)


def _read_facets(catalog: Catalog, request: Request) -> dict[str, list[Facet]]:
    offered = [one for one in request.spec.filters if one.facet]
    if request.query and not request.chosen:
        return {}
    found = catalog.facets(request.question, [one.field for one in offered])
    return {one.name: found[one.field] for one in offered}


def _entities_of(request: Request, facets: Mapping[str, list[Facet]]) -> Iterable[str]:
    entity = {one.name for one in request.spec.filters if one.entity}
    for name, value in request.chosen:
        if name in entity:
            yield value
        if name == "tie":
            yield from value.split("|")
    for name, values in facets.items():
        if name in entity:
            yield from (one.value for one in values)
