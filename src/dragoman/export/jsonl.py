"""The exchange file: JSON lines of all that a case knows, version 1.

Required keys are never missing; every citation is compared with the text of its
document before it is written.
"""

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import msgspec

from dragoman.analyze.identify import identify
from dragoman.analyze.places import locate, read_context
from dragoman.export.checked import CheckedView
from dragoman.export.objects import (
    Shape,
    document_object,
    entity_object,
    event_object,
    narrative_object,
    statement_object,
)
from dragoman.model.view import View

_AT_ONCE = 500


class JsonLinesExporter:
    """Documents, entities, events, statements, narratives, one object a line."""

    name = "jsonl"
    version = "1"

    def export(self, view: View, stream: BinaryIO) -> None:
        """Write the whole view as UTF-8.

        Raises:
            SpanError: A citation does not verify.
        """
        encode = msgspec.json.Encoder().encode
        lines = _list_objects(CheckedView(view))
        stream.writelines(encode(line) + b"\n" for line in lines)


def _list_objects(checked: CheckedView) -> Iterator[Shape]:
    yield from (document_object(one) for one in checked.documents())
    # Where places lie depends on all entities; they are read twice, not kept.
    context = read_context(checked.view.entities())
    entities = checked.entities()
    while some := list(islice(entities, _AT_ONCE)):
        found = checked.known(use.text for one in some for use in one.names)
        yield from (
            entity_object(one, identify(one, found), locate(one, context))
            for one in some
        )
    yield from (event_object(one) for one in checked.events())
    yield from (statement_object(one) for one in checked.statements())
    yield from (narrative_object(one) for one in checked.narratives())
