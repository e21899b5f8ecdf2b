"""Small documents and claims made by hand."""

import hashlib

from dragoman.annotate.encoder.draft import ReadWord, Tree
from dragoman.model.claim import (
    EntityClaim,
    EpithetClaim,
    EventClaim,
    IncidentClaim,
    IncidentParty,
    Manner,
    Modality,
    NameUse,
    NarrativeClaim,
    Participant,
    Party,
    Quantity,
    RoleClaim,
    StatementClaim,
    Time,
)
from dragoman.model.document import Block, BlockKind, Document, Source
from dragoman.model.ids import hash_id
from dragoman.model.span import Citation

PRODUCER = "test/1"


def make_document(
    text: str,
    *,
    published: str | None = "2024-05-12",
    lang: str | None = "en",
    title: str | None = None,
    origin: str = "report.txt",
) -> Document:
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=hash_id("d", digest),
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        title=title,
        source=Source("Herald"),
        lang=lang,
        published=published,
        retrieved="2024-05-13T00:00:00Z",
        digest=digest,
        media_type="text/plain",
        origin=origin,
    )


def cite(document: Document, words: str) -> Citation:
    start = document.text.index(words)
    return document.cite(start, start + len(words))


def make_entity(
    document: Document,
    *names: str,
    schema: str = "Person",
    types: tuple[str, ...] = (),
    country: str | None = None,
) -> EntityClaim:
    uses = tuple(NameUse(name, "en", (cite(document, name),)) for name in names)
    return EntityClaim(
        id=hash_id("e", document.id, names[0]),
        document_id=document.id,
        schema=schema,
        types=types,
        name=names[0],
        names=uses,
        gender=None,
        country=country,
        citations=tuple(use.citations[0] for use in uses),
        producer=PRODUCER,
    )


def party(claim: EntityClaim | str) -> Party:
    if isinstance(claim, str):
        return Party(None, claim)
    return Party(claim.id, claim.name)


def make_role(
    document: Document,
    holder: EntityClaim,
    title: str,
    body: EntityClaim | None = None,
    *,
    status: str = "current",
) -> RoleClaim:
    return RoleClaim(
        id=hash_id("r", document.id, holder.id, title, status),
        document_id=document.id,
        entity=holder.id,
        title=title,
        organization=None if body is None else body.id,
        organization_name=None if body is None else body.name,
        status=status,
        time=None,
        citations=(cite(document, title),),
        producer=PRODUCER,
    )


def make_epithet(
    document: Document, entity: EntityClaim, words: str, *by: EntityClaim
) -> EpithetClaim:
    return EpithetClaim(
        id=hash_id("p", document.id, entity.id, words),
        document_id=document.id,
        entity=entity.id,
        text=words,
        by=tuple(party(one) for one in by),
        citations=(cite(document, words),),
        producer=PRODUCER,
    )


def make_event(
    document: Document,
    words: str,
    *people: EntityClaim | str,
    time: str | None = None,
    place: EntityClaim | None = None,
    quantities: tuple[Quantity, ...] = (),
    modality: Modality = Modality.ASSERTED,
    attribution: tuple[EntityClaim | str, ...] = (),
    kind: str = "CONSULT",
) -> EventClaim:
    return EventClaim(
        id=hash_id("v", document.id, words),
        document_id=document.id,
        type=kind,
        mode="meeting" if kind == "CONSULT" else None,
        participants=tuple(Participant(party(one), "actor") for one in people),
        place=None if place is None else place.id,
        place_name=None if place is None else place.name,
        time=None if time is None else Time(time, time, "day"),
        topics=(),
        quantities=quantities,
        modality=modality,
        attribution=tuple(party(one) for one in attribution),
        citations=(cite(document, words),),
        producer=PRODUCER,
    )


def count(kind: str, low: float, high: float | None = -1) -> Quantity:
    return Quantity(kind, low, low if high == -1 else high, None, str(low))


def make_statement(
    document: Document,
    words: str,
    *speakers: EntityClaim | str,
    manner: Manner = Manner.INDIRECT,
    act: str = "assert",
    event: EventClaim | None = None,
    via: tuple[EntityClaim | str, ...] = (),
) -> StatementClaim:
    return StatementClaim(
        id=hash_id("s", document.id, words),
        document_id=document.id,
        speakers=tuple(party(one) for one in speakers),
        via=tuple(party(one) for one in via),
        addressees=(),
        manner=manner,
        act=act,
        content=words,
        condition=None,
        topics=(),
        time=None,
        event=None if event is None else event.id,
        outlet=None,
        citations=(cite(document, words),),
        producer=PRODUCER,
    )


def make_narrative(
    document: Document, label: str, *carriers: EntityClaim | str
) -> NarrativeClaim:
    return NarrativeClaim(
        id=hash_id("n", document.id, label),
        document_id=document.id,
        label=label,
        form="slogan",
        carriers=tuple(party(one) for one in carriers),
        origin=None,
        citations=(cite(document, label),),
        producer=PRODUCER,
    )


def make_incident(
    document: Document,
    words: str,
    *parts: tuple[str, EntityClaim | str],
    events: tuple[EventClaim, ...] = (),
    kind: str = "attack",
    odds: float = 1.0,
) -> IncidentClaim:
    return IncidentClaim(
        id=hash_id("i", document.id, kind, words),
        document_id=document.id,
        kind=kind,
        odds=odds,
        parts=tuple(
            IncidentParty(party(one), part, cite(document, party(one).name))
            for part, one in parts
        ),
        events=tuple(event.id for event in events),
        place=None,
        place_name=None,
        time=None,
        citations=(cite(document, words),),
        producer=PRODUCER,
    )


def read_words(line: str) -> list[ReadWord]:
    """Read "lemma/UPOS/XPOS/head/relation/name"; most words are no name."""
    words = []
    for cell in line.split():
        lemma, upos, xpos, head, relation, *name = cell.split("/")
        words.append(ReadWord(upos, xpos, lemma, int(head), relation, (*name, "O")[0]))
    return words


def make_tree(*rows: str) -> Tree:
    """Make a tree from rows of "word UPOS XPOS head relation"."""
    words = []
    for row in rows:
        text, upos, xpos, head, relation = row.split()
        words.append(ReadWord(upos, xpos, text, int(head), relation, "O"))
    return Tree(words)
