"""The shapes of the API, as OpenAPI describes them.

They are those of the exchange file (``export.objects``); a test holds every answer
to them. Answers are not passed through these classes: that would cost more than
reading the case.
"""

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class Shape(BaseModel):
    """Base of all shapes: nothing that is not described."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Citation(Shape):
    """Exact words and where they stand; offsets count code points."""

    document: str
    start: int
    end: int
    quote: str


class Party(Shape):
    """Someone who takes part; ``entity`` is null for someone unnamed."""

    entity: str | None
    name: str


class Participant(Party):
    """A party of an event with the part that it plays."""

    part: str


class Time(Shape):
    """When: ``value`` is EDTF; a year that no source tells stays ``XXXX``."""

    value: str
    text: str
    precision: str
    inferred: list[str]


class Quantity(Shape):
    """A number that belongs to an event."""

    kind: str
    low: float
    high: float | None
    unit: str | None
    text: str


class Report(Shape):
    """One document's telling."""

    document: str
    citations: list[Citation]


class Variant(Shape):
    """One of several values that cannot both hold."""

    value: str
    citations: list[Citation]


class Disagreement(Shape):
    """A property on which reports differ."""

    property: str
    variants: list[Variant]


class Name(Shape):
    """A spelling of a name."""

    text: str
    lang: str | None
    citations: list[Citation]


class Epithet(Shape):
    """A partisan name and who uses it."""

    text: str
    by: list[Party]
    citations: list[Citation]


class Role(Shape):
    """An office, with the publication dates that cite it."""

    title: str
    organization: str | None
    organization_name: str | None
    status: str
    time: Time | None
    first_cited: str | None
    last_cited: str | None
    citations: list[Citation]


class External(Shape):
    """Identifiers elsewhere."""

    wikidata: str | None
    wiki: str | None
    geonames: str | None


class Coordinates(Shape):
    """A point on the map; ``sure`` tells whether another reading is close."""

    latitude: float
    longitude: float
    sure: bool
    kind: Literal["city", "state", "listed"]


class Entity(Shape):
    """A person, organisation, place or work; a few citations of each value."""

    kind: Literal["entity"]
    id: str
    schema_: str = Field(alias="schema")
    types: list[str]
    name: str
    names: list[Name]
    epithets: list[Epithet]
    roles: list[Role]
    country: str | None
    external: External
    coordinates: Coordinates | None
    citations: list[Citation]


class EntityHead(Shape):
    """An entity in a list."""

    kind: Literal["entity"]
    id: str
    schema_: str = Field(alias="schema")
    types: list[str]
    name: str
    country: str | None
    documents: int


class Described(Shape):
    """Someone whom a source names by office only, and who is meant."""

    words: str
    entity: str | None
    name: str
    basis: Literal["reports", "starter"]
    citations: list[Citation]


class Event(Shape):
    """An event with all its reports."""

    kind: Literal["event"]
    id: str
    type: str
    mode: str | None
    participants: list[Participant]
    place: str | None
    place_name: str | None
    time: Time | None
    topics: list[str]
    quantities: list[Quantity]
    modality: str
    attribution: list[Party]
    reports: list[Report]
    disagreements: list[Disagreement]
    described: list[Described]
    citations: list[Citation]


class Statement(Shape):
    """A statement with its relay chain and all its reports."""

    kind: Literal["statement"]
    id: str
    speakers: list[Party]
    via: list[Party]
    addressees: list[Party]
    manner: str
    act: str
    content: str
    condition: str | None
    topics: list[str]
    time: Time | None
    event: str | None
    outlet: Party | None
    described: list[Described]
    against: list[str]
    citations: list[Citation]


class Narrative(Shape):
    """A slogan, theme or recirculation."""

    kind: Literal["narrative"]
    id: str
    label: str
    form: str
    carriers: list[Party]
    origin: Party | None
    citations: list[Citation]


class Source(Shape):
    """Who published a document."""

    name: str | None
    url: str | None
    author: str | None


class DocumentHead(Shape):
    """A document without its text."""

    kind: Literal["document"]
    id: str
    title: str | None
    source: Source
    lang: str | None
    published: str | None
    retrieved: str
    digest: str
    media_type: str


class Document(DocumentHead):
    """A document with its whole text."""

    text: str


class Page(Shape, Generic[T]):
    """One page of a list.

    ``total`` is a lower bound if ``total_is_lower_bound``; ``next`` is the value of
    ``after`` for the next page.
    """

    items: list[T]
    total: int
    total_is_lower_bound: bool
    next: str | None


class Counts(Shape):
    """How many things of each kind the case has, and what is being taken in."""

    document: int
    entity: int
    event: int
    statement: int
    narrative: int
    pending: int


class Fault(Shape):
    """What is wrong, in one line."""

    error: str
