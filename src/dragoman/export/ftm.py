"""Entities in the manner of FollowTheMoney, with their evidence beside them.

A ZIP file: ``entities.ftm.json`` holds one entity a line, ``provenance.jsonl``
the citations of each value, keyed by the identifier of the FollowTheMoney
statement (SHA-1 over data set, entity, property and value).

FollowTheMoney cuts a range of days to its first one, moves dates with a zone and
drops those it cannot read, so ranges become start and end, and dates without a
year are left out. Names hold 384 characters, texts 65,000. Its ``topics`` are a
closed list of its own and stay empty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha1
from typing import BinaryIO

import msgspec

from dragoman.export.archive import Members
from dragoman.export.checked import CheckedView
from dragoman.export.objects import citation_objects
from dragoman.model.claim import Party, Time
from dragoman.model.edtf import find_bounds
from dragoman.model.entity import Entity, Event, Role, Statement
from dragoman.model.ids import hash_id
from dragoman.model.span import Citation
from dragoman.model.view import View

ENTITIES, PROVENANCE = "entities.ftm.json", "provenance.jsonl"
DATASET = "dragoman"
MAX_NAME = 384
MAX_TEXT = 65_000

_SCHEMATA = {
    "Person": "Person",
    "Organization": "Organization",
    "Place": "Address",
    "Work": "Document",
}
_TEXTS = frozenset({"description", "summary", "full"})
_STATUS = {"former": "ended", "current": "current"}


@dataclass(slots=True)
class Proxy:
    """One FollowTheMoney entity while it is being filled."""

    id: str
    schema: str
    values: dict[str, list[str]] = field(default_factory=dict)
    evidence: dict[tuple[str, str], list[Citation]] = field(default_factory=dict)

    def add(
        self, prop: str, value: str | None, citations: Iterable[Citation] = ()
    ) -> None:
        """Add a value of a property with what supports it."""
        if not value:
            return
        cut = value[: MAX_TEXT if prop in _TEXTS else MAX_NAME]
        known = self.values.setdefault(prop, [])
        if cut not in known:
            known.append(cut)
        self.evidence.setdefault((prop, cut), []).extend(citations)


class FtmExporter:
    """FollowTheMoney entities and a provenance file, zipped."""

    name = "ftm"
    version = "1"

    def export(self, view: View, stream: BinaryIO) -> None:
        """Write both files.

        Raises:
            SpanError: A citation does not verify.
        """
        encode = msgspec.json.Encoder().encode
        with Members((ENTITIES, PROVENANCE)) as members:
            for proxy in _list_proxies(CheckedView(view)):
                shape = {
                    "id": proxy.id,
                    "schema": proxy.schema,
                    "properties": proxy.values,
                }
                members[ENTITIES].write(encode(shape) + b"\n")
                for line in _evidence(proxy):
                    members[PROVENANCE].write(encode(line) + b"\n")
            members.write(stream)


def _evidence(proxy: Proxy) -> Iterator[dict[str, object]]:
    for (prop, value), citations in proxy.evidence.items():
        if citations:
            key = f"{DATASET}.{proxy.id}.{prop}.{value}"
            yield {
                "statement": sha1(key.encode(), usedforsecurity=False).hexdigest(),
                "entity": proxy.id,
                "prop": prop,
                "value": value,
                "citations": citation_objects(citations),
            }


def _list_proxies(checked: CheckedView) -> Iterator[Proxy]:
    kinds: dict[str, str] = {}
    for entity in checked.entities():
        kinds[entity.id] = entity.schema
        yield _entity_proxy(entity)
        for role in entity.roles:
            yield from _role_proxies(entity, role)
    for event in checked.events():
        yield _event_proxy(event, kinds)
    for statement in checked.statements():
        yield _note_proxy(statement)


def _entity_proxy(entity: Entity) -> Proxy:
    proxy = Proxy(entity.id, _SCHEMATA.get(entity.schema, "Address"))
    if proxy.schema == "Address":
        proxy.add("full", entity.name)
    for use in entity.names:
        prop = "name" if use.text == entity.name else "alias"
        proxy.add(prop, use.text, use.citations)
    proxy.add("country", entity.country.lower() if entity.country else None)
    return proxy


def _role_proxies(entity: Entity, role: Role) -> Iterator[Proxy]:
    body = role.organization_name
    name = f"{role.title}, {body}" if body else role.title
    post = Proxy(
        hash_id("ftm-post-", role.title.casefold(), role.organization, body), "Position"
    )
    post.add("name", name, role.citations)
    yield post
    key = hash_id("ftm-held-", entity.id, post.id, role.status)
    held = Proxy(key, "Occupancy")
    held.add("holder", entity.id, role.citations)
    held.add("post", post.id, role.citations)
    held.add("status", _STATUS.get(role.status, "unknown"), role.citations)
    _add_dates(held, role.time, role.citations)
    yield held


def _event_proxy(event: Event, kinds: dict[str, str]) -> Proxy:
    proxy = Proxy(event.id, "Event")
    who = ", ".join(one.party.name for one in event.participants)
    what = event.mode or event.type.lower()
    proxy.add("name", f"{what}: {who}" if who else what, event.citations)
    proxy.add("keywords", event.type)
    proxy.add("keywords", event.modality.value)
    proxy.add("location", event.place_name, event.citations)
    for one in event.participants:
        # Places act too in reports, but only persons and bodies can be involved.
        if kinds.get(one.party.entity or "") in {"Person", "Organization"}:
            proxy.add("involved", one.party.entity, event.citations)
    for citation in event.citations:
        proxy.add("summary", citation.quote, (citation,))
    _add_dates(proxy, event.time, event.citations)
    return proxy


def _note_proxy(statement: Statement) -> Proxy:
    proxy = Proxy(statement.id, "Note")
    proxy.add("name", f"{_names(statement.speakers)} ({statement.act})")
    proxy.add("description", statement.content, statement.citations)
    for party in statement.speakers:
        proxy.add("entity", party.entity, statement.citations)
    bounds = None if statement.time is None else find_bounds(statement.time.value)
    if bounds is not None and bounds[0] == bounds[1]:
        proxy.add("date", bounds[0].isoformat(), statement.citations)
    return proxy


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(party.name for party in parties) or "unknown"


def _add_dates(proxy: Proxy, time: Time | None, citations: Iterable[Citation]) -> None:
    bounds = None if time is None else find_bounds(time.value)
    if bounds is None:
        return
    kept = tuple(citations)
    if bounds[0] == bounds[1] and proxy.schema == "Event":
        proxy.add("date", bounds[0].isoformat(), kept)
    else:
        proxy.add("startDate", bounds[0].isoformat(), kept)
        proxy.add("endDate", bounds[1].isoformat(), kept)
