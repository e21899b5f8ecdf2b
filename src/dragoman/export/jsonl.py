"""The exchange file: JSON lines of all that a case knows, version 1.

Required keys are never missing; every citation is compared with the text of its
document before it is written.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from dragoman.errors import SpanError
from dragoman.export.objects import (
    Shape,
    document_object,
    entity_object,
    event_object,
    narrative_object,
    statement_object,
)
from dragoman.model.entity import Entity
from dragoman.model.span import Citation
from dragoman.model.view import View


class JsonLinesExporter:
    """Documents, entities, events, statements, narratives, one object a line."""

    name = "jsonl"
    version = "1"

    def export(self, view: View, stream: BinaryIO) -> None:
        """Write the whole view as UTF-8.

        Raises:
            SpanError: A citation does not verify.
        """
        encoder = msgspec.json.Encoder()
        stream.writelines(encoder.encode(line) + b"\n" for line in _list_objects(view))


def _list_objects(view: View) -> Iterator[Shape]:
    texts: dict[str, str] = {}
    for document in view.documents():
        texts[document.id] = document.text
        yield document_object(document)
    check = CitationCheck(texts)
    for entity in view.entities():
        check.verify(entity.citations)
        for inner in _inner_citations(entity):
            check.verify(inner)
        yield entity_object(entity)
    for event in view.events():
        check.verify(event.citations)
        for report in event.reports:
            check.verify(report.citations)
        yield event_object(event)
    for statement in view.statements():
        check.verify(statement.citations)
        yield statement_object(statement)
    for narrative in view.narratives():
        check.verify(narrative.citations)
        yield narrative_object(narrative)


def _inner_citations(entity: Entity) -> Iterator[tuple[Citation, ...]]:
    yield from (use.citations for use in entity.names)
    yield from (role.citations for role in entity.roles)
    yield from (epithet.citations for epithet in entity.epithets)


class CitationCheck:
    """Compares citations with the texts of their documents."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def verify(self, citations: Iterable[Citation]) -> None:
        """Verify citations.

        Raises:
            SpanError: One of them does not verify, or there is none.
        """
        found = False
        for citation in citations:
            found = True
            text = self._texts.get(citation.span.document_id)
            if text is None:
                raise SpanError(
                    f"citation of {citation.span.document_id}: no such document"
                )
            citation.verify(text)
        if not found:
            raise SpanError("something to be exported has no citation")
