"""What a document asserts: claims, each with its span, its voucher and its modality.

A claim says what a source asserts, not what is true, and never changes. Claims
of one document speak of its own *chains*: the ``entity`` of a party is the
identifier of an ``EntityClaim`` of the same document. Which entity claims mean
the same entity is said by edges beside them (``judgement``).

The kinds of claim are closed, so that a type checker sees the pipeline; the
vocabulary inside them (event types, modes, acts, finer entity types) is data.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from dragoman.model.span import Citation


class Modality(StrEnum):
    """How an event is put, as in the exchange file."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    HYPOTHETICAL = "hypothetical"
    DEMANDED = "demanded"
    ASSESSED = "assessed"


class Manner(StrEnum):
    """How words are reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Time:
    """When, as precisely as the source says and no more.

    Attributes:
        value: EDTF (ISO 8601-2): ``2023-09-01``, ``2023-06``,
            ``2023-09-01/2023-09-03``, ``XXXX-09-01`` where the year is not known.
        text: The words of the source.
        precision: ``day``, ``month``, ``year``, ``interval``, ``season``, ``time`` ...
        inferred: What was not in the words, such as ``year from publication date``.
    """

    value: str
    text: str
    precision: str
    inferred: tuple[str, ...] = ()

    def inferred_by(self, how: str) -> "Time":
        """Return the time with one more word on what was not in the source's."""
        if how in self.inferred:
            return self
        return replace(self, inferred=(*self.inferred, how))


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who takes part, speaks or is spoken to.

    Attributes:
        entity: Identifier of an entity claim of the same document; ``None`` for
            someone unnamed who cannot be resolved ("two diplomats").
        name: Name, or the description for someone unnamed.
    """

    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Participant:
    """A party of an event and the part that it plays.

    Attributes:
        party: Who.
        part: ``actor``, ``recipient``, or a further part of the ontology
            (``mediator``, ``victim`` ...).
    """

    party: Party
    part: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that belongs to an event: 12 killed, 300 megawatts.

    Attributes:
        kind: ``killed``, ``wounded``, ``arrested``, ``amount`` ...
        low: Lower bound, equal to ``high`` for an exact number.
        high: Upper bound, ``None`` if open ("more than 20").
        unit: Unit or currency, ``None`` for persons.
        text: The words of the source.
    """

    kind: str
    low: float
    high: float | None
    unit: str | None
    text: str


@dataclass(frozen=True, slots=True)
class NameUse:
    """One spelling of a name, with everywhere it stands."""

    text: str
    lang: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class EntityClaim:
    """The document names an entity.

    Attributes:
        id: Identifier of the chain.
        document_id: Document it stands in.
        schema: ``Person``, ``Organization``, ``Place`` or ``Work``.
        types: Finer kinds.
        name: Fullest name in the document.
        names: Every spelling.
        gender: ``f``, ``m`` or ``None``.
        country: ISO 3166 alpha-2 code, ``None`` if not known.
        citations: Every mention by name.
        producer: Extractor and version.
    """

    id: str
    document_id: str
    schema: str
    types: tuple[str, ...]
    name: str
    names: tuple[NameUse, ...]
    gender: str | None
    country: str | None
    citations: tuple[Citation, ...]
    producer: str


@dataclass(frozen=True, slots=True)
class EpithetClaim:
    """Someone gives an entity a name that only a partisan speaker uses."""

    id: str
    document_id: str
    entity: str
    text: str
    by: tuple[Party, ...]
    citations: tuple[Citation, ...]
    producer: str


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """An entity holds, held or is to hold an office.

    Attributes:
        id: Hashed from content.
        document_id: Document it stands in.
        entity: Holder.
        title: Title without "former" and the like; "acting" and "deputy" stay.
        organization: Entity of the body or state, ``None`` if not said.
        organization_name: Its name as text, ``None`` if not said.
        status: ``current``, ``former``, ``acting`` or ``designate``.
        time: When it was held, ``None`` if not said.
        citations: Where holder and title stand together.
        producer: Extractor and version.
    """

    id: str
    document_id: str
    entity: str
    title: str
    organization: str | None
    organization_name: str | None
    status: str
    time: Time | None
    citations: tuple[Citation, ...]
    producer: str


@dataclass(frozen=True, slots=True)
class EventClaim:
    """One telling of an event: n-ary, with all participants.

    Attributes:
        id: Hashed from content.
        document_id: Document it stands in.
        type: PLOVER 0.8 type, such as ``CONSULT``.
        mode: PLOVER mode, or ``meeting``, ``visit`` ...; ``None`` if not said.
        participants: All who take part.
        place: Entity of the place, ``None`` if not said or not named.
        place_name: Its name as text.
        time: When.
        topics: What it was about, in the words of the source.
        quantities: Numbers that belong to it.
        modality: How it is put.
        attribution: Who vouches besides the document, outermost first.
        citations: First the passage that tells it, then other support.
        producer: Extractor and version.
    """

    id: str
    document_id: str
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
    citations: tuple[Citation, ...]
    producer: str

    @property
    def parties(self) -> tuple[Party, ...]:
        """All who take part."""
        return tuple([one.party for one in self.participants])


@dataclass(frozen=True, slots=True)
class StatementClaim:
    """One telling of what somebody said.

    Attributes:
        id: Hashed from content.
        document_id: Document it stands in.
        speakers: Who said it.
        via: Relay chain, outermost first.
        addressees: To whom.
        manner: Direct, mixed or indirect.
        act: Speech act of the ontology (``assert``, ``threaten`` ...).
        content: Verbatim text of the cited passage without outer marks.
        condition: Verbatim clause on which it hangs, part of ``content``.
        topics: What it was about.
        time: When it was said.
        event: Event claim of the same document that it is, ``None`` if none.
        outlet: Through which medium it was published, ``None`` if not said.
        citations: The content first, then the cue with its speaker.
        producer: Extractor and version.
    """

    id: str
    document_id: str
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
    citations: tuple[Citation, ...]
    producer: str

    @property
    def parties(self) -> tuple[Party, ...]:
        """Who said it, who passed it on, and to whom."""
        return self.speakers + self.via + self.addressees


@dataclass(frozen=True, slots=True)
class NarrativeClaim:
    """A slogan, a theme, or an outlet passing on another side's media.

    Attributes:
        id: Hashed from content.
        document_id: Document it stands in.
        label: The slogan, or the theme in the words of the source.
        form: ``slogan``, ``theme`` or ``recirculation``.
        carriers: Who pushes it.
        origin: Where recirculated media come from, ``None`` otherwise.
        citations: The passage.
        producer: Extractor and version.
    """

    id: str
    document_id: str
    label: str
    form: str
    carriers: tuple[Party, ...]
    origin: Party | None
    citations: tuple[Citation, ...]
    producer: str


@dataclass(frozen=True, slots=True)
class IncidentParty:
    """Somebody or something that plays a part in an incident.

    Attributes:
        party: Who or what; a weapon is its words alone.
        part: ``perpetrator``, ``organization``, ``target``, ``victim``,
            ``unnamed victim`` or ``weapon``.
        citation: The words that name it.
    """

    party: Party
    part: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class IncidentClaim:
    """The document tells an incident of violence, over all its sentences.

    Attributes:
        id: Hashed from content.
        document_id: Document it stands in.
        kind: ``attack``, ``bombing``, ``kidnapping``, ``arson`` or ``robbery``.
        odds: Log odds that the document tells such an incident.
        parts: Who plays a part, the likeliest first.
        events: Event claims of the same document that tell it.
        place: Entity of the place, ``None`` where events tell it or nothing does.
        place_name: Its name as text.
        time: When, likewise.
        citations: First the passage that tells it best, then the others.
        producer: Extractor and version.
    """

    id: str
    document_id: str
    kind: str
    odds: float
    parts: tuple[IncidentParty, ...]
    events: tuple[str, ...]
    place: str | None
    place_name: str | None
    time: Time | None
    citations: tuple[Citation, ...]
    producer: str


Claim = (
    EntityClaim
    | EpithetClaim
    | RoleClaim
    | EventClaim
    | StatementClaim
    | NarrativeClaim
    | IncidentClaim
)
