"""Entities, events, incidents, statements and narratives as a reader sees them.

Assembled from claims and judgements (``assembly``), never stored as truth.
Identifiers are canonical; every value carries its citations.
"""

from dataclasses import dataclass

from dragoman.model.claim import (
    IncidentParty,
    Manner,
    Modality,
    NameUse,
    Participant,
    Party,
    Quantity,
    Time,
)
from dragoman.model.span import Citation


@dataclass(frozen=True, slots=True)
class Epithet:
    """A partisan name for an entity and who uses it."""

    text: str
    by: tuple[Party, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """An office of an entity, with the publication dates that cite it.

    Attributes:
        title: Title without "former" and the like.
        organization: Canonical identifier of body or state, ``None`` if not said.
        organization_name: Its name as text.
        status: ``current``, ``former``, ``acting`` or ``designate``.
        time: When it was held, if a source says.
        first_cited: Earliest publication date (ISO 8601) of a citing document.
        last_cited: Latest one; both ``None`` where no year is known.
        citations: Where holder and title stand together.
    """

    title: str
    organization: str | None
    organization_name: str | None
    status: str
    time: Time | None
    first_cited: str | None
    last_cited: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or work across all documents."""

    id: str
    schema: str
    types: tuple[str, ...]
    name: str
    names: tuple[NameUse, ...]
    epithets: tuple[Epithet, ...]
    roles: tuple[Role, ...]
    country: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One document's telling of an event or statement."""

    document_id: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One value of a property on which the reports of an event differ.

    Attributes:
        value: The value as text (an EDTF date, a place, a number).
        citations: Who says so.
    """

    value: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A property for which the sources give values that cannot both hold.

    Attributes:
        property: ``time``, ``place``, ``killed``, ``wounded`` ...
        variants: Two or more values, most cited first.
    """

    property: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """Someone whom a source names by office only, and who is meant.

    Attributes:
        words: Of the source: "the Iranian foreign minister".
        entity: Canonical identifier of the holder at that time, ``None`` if no
            document of the case names him or her.
        name: Of the holder.
        basis: ``reports`` if documents of the case say who held the office,
            ``starter`` if the table that ships does.
        citations: Where holder and title stand together, none for ``starter``.
    """

    words: str
    entity: str | None
    name: str
    basis: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One event with all its reports.

    Attributes beside those of ``EventClaim``:
        disagreements: Properties on which the reports differ.
        described: Participants that the sources name by their office alone; only
            what is read for dossiers and exports has them (``analyze.holders``).
    """

    id: str
    type: str
    mode: str | None
    participants: tuple[Participant, ...]
    place: str | None
    place_name: str | None
    time: Time | None
    topics: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    modality: Modality
    attribution: tuple[Party, ...]
    reports: tuple[Report, ...]
    disagreements: tuple[Disagreement, ...]
    citations: tuple[Citation, ...]
    described: tuple[Described, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """All who take part."""
        return tuple([one.party for one in self.participants])


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with all its reports.

    Attributes beside those of ``StatementClaim``:
        against: Canonical identifiers of versions of it that exclude this one: other
            reports let the same speaker say the contrary, or another number.
    """

    id: str
    speakers: tuple[Party, ...]
    via: tuple[Party, ...]
    addressees: tuple[Party, ...]
    manner: Manner
    act: str
    content: str
    condition: str | None
    topics: tuple[str, ...]
    time: Time | None
    event: str | None
    outlet: Party | None
    reports: tuple[Report, ...]
    citations: tuple[Citation, ...]
    described: tuple[Described, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """Who said it, who passed it on, and to whom."""
        return self.speakers + self.via + self.addressees


@dataclass(frozen=True, slots=True)
class Narrative:
    """One slogan, theme or recirculation with everywhere it stands."""

    id: str
    label: str
    form: str
    carriers: tuple[Party, ...]
    origin: Party | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident of violence with everything that documents tell of it.

    Attributes beside those of ``IncidentClaim``:
        odds: Of the document that tells it most clearly.
        events: Canonical identifiers of the events that tell it.
        reports: What each document tells.
    """

    id: str
    kind: str
    odds: float
    parts: tuple[IncidentParty, ...]
    events: tuple[str, ...]
    place: str | None
    place_name: str | None
    time: Time | None
    reports: tuple[Report, ...]
    citations: tuple[Citation, ...]
