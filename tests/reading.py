"""Texts read by the whole pipeline of the house, and claims told in one line."""

from functools import cache

from builders import make_document
from dragoman.extract.statements.attributions import find_attributions
from dragoman.model.annotation import Annotations
from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EpithetClaim,
    EventClaim,
    NarrativeClaim,
    StatementClaim,
)
from dragoman.model.document import Document
from dragoman.model.syntax import Sentence
from dragoman.plugins import load_annotators, load_extractors
from dragoman.protocols import Annotator, Extractor, ReadSettings
from dragoman.read.plain import PlainReader


@cache
def _steps() -> tuple[tuple[Annotator, ...], tuple[Extractor, ...]]:
    annotators = load_annotators()
    return tuple(annotators), tuple(load_extractors(annotators))


def pair_lines(told: str) -> list[tuple[str, str]]:
    """Return the texts of a table, each with what the line below says it tells."""
    lines = told.strip().splitlines()
    return [
        (text, line.strip()) for text, line in zip(lines[::2], lines[1::2], strict=True)
    ]


def make_read(
    text: str, published: str | None = "2024-05-08", source: str | None = "Herald"
) -> Document:
    settings = ReadSettings(published, source, None, "2024-05-09T00:00:00Z")
    (document,) = PlainReader().read(text.encode(), "report.txt", settings)
    assert isinstance(document, Document)
    return document


def read_document(
    text: str, published: str | None = "2024-05-08", source: str | None = "Herald"
) -> tuple[Document, Annotations]:
    document = make_read(text, published, source)
    annotations = Annotations(document.id)
    for annotator in _steps()[0]:
        annotations = annotator.annotate(document, annotations)
    return document, annotations


def read_claims(
    text: str, published: str | None = "2024-05-08", source: str | None = "Herald"
) -> list[Claim]:
    document, annotations = read_document(text, published, source)
    _, extractors = _steps()
    claims: dict[str, Claim] = {}
    for extractor in extractors:
        found = extractor.extract(document, annotations, tuple(claims.values()))
        claims |= {claim.id: claim for claim in found}
    for claim in claims.values():
        for citation in claim.citations:
            citation.verify(document.text)
    return list(claims.values())


def read_events(text: str, published: str | None = "2024-05-08") -> list[EventClaim]:
    return [
        claim
        for claim in read_claims(text, published)
        if isinstance(claim, EventClaim) and claim.producer.startswith("events/")
    ]


def read_narratives(text: str) -> list[NarrativeClaim]:
    return [c for c in read_claims(text) if isinstance(c, NarrativeClaim)]


def read_assessments(text: str, source: str | None = "Herald") -> list[StatementClaim]:
    return [
        claim
        for claim in read_claims(text, source=source)
        if isinstance(claim, StatementClaim)
        and claim.producer.startswith("assessments/")
    ]


def tell_event(claim: EventClaim) -> str:
    """``CONSULT/meeting asserted: a Lee, r Kim @ Rome 2024-05-03``."""
    parts = ", ".join(f"{one.part[0]} {one.party.name}" for one in claim.participants)
    told = f"{claim.type}/{claim.mode or ''} {claim.modality.value}: {parts}"
    if claim.place_name is not None:
        told += f" @ {claim.place_name}"
    if claim.time is not None:
        told += f" {claim.time.value}"
    return told


def tell_narrative(claim: NarrativeClaim) -> str:
    """``slogan "One river" by Lee; from Kim``."""
    carriers = ", ".join(party.name for party in claim.carriers)
    told = f'{claim.form} "{claim.label}" by {carriers}'
    return told if claim.origin is None else f"{told}; from {claim.origin.name}"


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """Parse a text, no more."""
    document = make_document(text)
    syntax = next(one for one in _steps()[0] if one.name == "encoder")
    return syntax.annotate(document, Annotations(document.id)).sentences


def read_statements(text: str) -> list[StatementClaim]:
    return [
        claim
        for claim in read_claims(text.replace("¶", "\n\n"))
        if isinstance(claim, StatementClaim)
        and claim.producer.startswith("statements/")
    ]


def tell_statement(claim: StatementClaim) -> str:
    """``act manner: speakers via relay to addressees in outlet | content``."""
    told = f"{claim.act} {claim.manner.value}: {names_of(claim.speakers)}"
    if claim.via:
        told += f" via {names_of(claim.via)}"
    if claim.addressees:
        told += f" to {names_of(claim.addressees)}"
    if claim.outlet is not None:
        told += f" in {claim.outlet.name}"
    return f"{told} | {claim.content}"


def names_of(parties: tuple[object, ...]) -> str:
    return ", ".join(getattr(party, "name", "") for party in parties)


def read_named(text: str) -> list[tuple[str, str, list[str]]]:
    """Return text, bearer and users of each epithet."""
    claims = list(read_claims(text))
    names = {one.id: one.name for one in claims if isinstance(one, EntityClaim)}
    return [
        (claim.text, names[claim.entity], [party.name for party in claim.by])
        for claim in claims
        if isinstance(claim, EpithetClaim)
    ]


def tell_attributions(text: str) -> list[str]:
    """``source | cue | content ... content``, in order of the text."""
    document, annotations = read_document(text.replace("¶", "\n\n"))
    words = document.text
    return [
        " | ".join(
            " ... ".join(words[start:end] for start, end in part)
            for part in (spans.source, spans.cue, spans.content)
        )
        for spans in find_attributions(document, annotations)
    ]
