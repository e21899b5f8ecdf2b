"""The network as GraphML: entities and events as nodes, parts as edges.

An event stays one node with all its participants, so that a meeting of five is
not ten meetings of two. GraphML knows neither lists nor empty values: lists are
joined by spaces, what the sources do not say is left out.
"""

import re
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from dragoman.export.checked import CheckedView
from dragoman.model.entity import Entity, Event, Statement
from dragoman.model.view import View

_KEYS = {
    "node": ("kind", "name", "schema", "types", "country", "mode", "modality", "time"),
    "edge": ("part", "act", "content"),
}
# Not allowed in XML 1.0, however they are written.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Edges that wait for the last node before they go to a temporary file.
_IN_MEMORY = 4_000_000

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{}">\n'
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


class GraphmlExporter:
    """Entities and events as a graph."""

    name = "graphml"
    version = "1"

    def export(self, view: View, stream: BinaryIO) -> None:
        """Write the graph as UTF-8.

        Raises:
            SpanError: A citation does not verify.
        """
        stream.writelines(line.encode() for line in _list_lines(CheckedView(view)))


def _list_lines(checked: CheckedView) -> Iterator[str]:
    yield _HEAD.format(_NAMESPACE)
    for target, names in _KEYS.items():
        for name in names:
            yield (
                f'<key id="{target}_{name}" for="{target}" attr.name="{name}" '
                'attr.type="string"/>\n'
            )
    yield '<graph edgedefault="directed">\n'
    nodes: set[str] = set()
    for entity in checked.entities():
        nodes.add(entity.id)
        yield _entity_node(entity)
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as edges:
        for event in checked.events():
            yield _event_node(event)
            edges.writelines(_event_edges(event, nodes))
        edges.seek(0)
        yield from edges
    for statement in checked.statements():
        yield from _statement_edges(statement, nodes)
    yield "</graph>\n</graphml>\n"


def _entity_node(entity: Entity) -> str:
    return _node(
        entity.id,
        kind="entity",
        name=entity.name,
        schema=entity.schema,
        types=" ".join(entity.types),
        country=entity.country,
    )


def _event_node(event: Event) -> str:
    return _node(
        event.id,
        kind="event",
        name=event.type,
        mode=event.mode,
        modality=event.modality.value,
        time=None if event.time is None else event.time.value,
    )


def _event_edges(event: Event, nodes: set[str]) -> Iterator[str]:
    for one in event.participants:
        if one.party.entity in nodes:
            yield _edge(one.party.entity, event.id, part=one.part)
    if event.place in nodes:
        yield _edge(event.place, event.id, part="place")


def _statement_edges(statement: Statement, nodes: set[str]) -> Iterator[str]:
    """Yield what somebody said to somebody; monologues join nobody."""
    for speaker in statement.speakers:
        for addressee in statement.addressees:
            if speaker.entity in nodes and addressee.entity in nodes:
                yield _edge(
                    speaker.entity,
                    addressee.entity,
                    act=statement.act,
                    content=statement.content,
                )


def _node(identifier: str, **values: str | None) -> str:
    return f"<node id={quoteattr(identifier)}>{_data('node', values)}</node>\n"


def _edge(source: str | None, target: str | None, **values: str | None) -> str:
    ends = f"source={quoteattr(source or '')} target={quoteattr(target or '')}"
    return f"<edge {ends}>{_data('edge', values)}</edge>\n"


def _data(target: str, values: dict[str, str | None]) -> str:
    return "".join(
        f'<data key="{target}_{name}">{escape(_ILLEGAL.sub(" ", value))}</data>'
        for name, value in values.items()
        if value
    )
