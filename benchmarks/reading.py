"""Records of the benchmark through the very steps that a build runs."""

from typing import Any

from dragoman.model.annotation import Annotations
from dragoman.model.claim import Claim
from dragoman.model.document import Block, BlockKind, Document, Source
from dragoman.model.ids import hash_id
from dragoman.read.structure import find_blocks
from dragoman.workers import load_steps

Record = dict[str, Any]


def make_document(record: Record, *, sentence: bool = False) -> Document:
    """Make a document of a record, its text unchanged so that offsets hold.

    A record that is one sentence by itself is prose, whatever it looks like: there
    is no page around it whose furniture could be told from it.
    """
    text = record["text"]
    prose = Block(BlockKind.PARAGRAPH, 0, len(text))
    return Document(
        id=hash_id("d", record["id"]),
        text=text,
        blocks=(prose,) if sentence else tuple(find_blocks(text)),
        title=None,
        source=Source(),
        lang=record.get("lang"),
        published=(record.get("date") or "")[:10] or None,
        retrieved="",
        digest="",
        media_type="text/plain",
        origin=record["id"],
    )


def annotate(document: Document) -> Annotations:
    """Run all annotators."""
    annotations = Annotations(document.id)
    for annotator in load_steps()[0]:
        annotations = annotator.annotate(document, annotations)
    return annotations


def extract(document: Document, annotations: Annotations) -> list[Claim]:
    """Run all extractors."""
    claims: dict[str, Claim] = {}
    for extractor in load_steps()[1]:
        found = extractor.extract(document, annotations, tuple(claims.values()))
        for claim in found:
            claims.setdefault(claim.id, claim)
    return list(claims.values())
