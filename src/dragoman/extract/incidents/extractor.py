"""Incident records as claims, brought together with the events that tell them.

The reading model finds kinds and parts over the whole document (``incidents``); rules
read events from single clauses (``events``). An event belongs to the record whose parts
stand in its passage. A kind that is told without anybody who plays a part rests on an
attack of that kind; without one there is nothing to cite, and no claim. Nor is there
one for a weapon alone: a bomb threat names one too.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from dragoman.extract.events.setting.places import IN
from dragoman.extract.incidents.records import IncidentRecord, read_incidents
from dragoman.model.annotation import Annotations, MentionKind, Schema
from dragoman.model.claim import (
    Claim,
    EventClaim,
    IncidentClaim,
    IncidentParty,
    Modality,
    Party,
    StatementClaim,
    Time,
)
from dragoman.model.document import Document
from dragoman.model.ids import hash_id
from dragoman.model.incident import IncidentPart, IncidentRole
from dragoman.schema.force import kind_of_attack
from dragoman.text.wording import wording

_WEAPON = IncidentRole.WEAPON
# The kind of an attack of which a clause tells neither how nor by what.
_ANY = "attack"
_TOLD = frozenset({Modality.ASSERTED, Modality.ASSESSED, Modality.DENIED})


class IncidentExtractor:
    """Incident claims of English prose."""

    name = "incidents"
    version = "2"
    requires = frozenset(
        {"sentences", "times", "mentions", "chains", "events", "statements"}
    )
    provides = frozenset({"incidents"})

    def extract(
        self, document: Document, annotations: Annotations, claims: Sequence[Claim]
    ) -> Iterable[IncidentClaim]:
        """Yield the incidents that a document tells, the likeliest kind first."""
        attacks = [
            claim
            for claim in claims
            if isinstance(claim, EventClaim)
            and claim.type == "ASSAULT"
            and claim.modality in _TOLD
        ]
        kinds = [kind_of_attack(one.mode, one.participants) for one in attacks]
        records = read_incidents(annotations, document.text, set(kinds))
        shares = _share_out(records, list(zip(attacks, kinds, strict=True)))
        speakers = {
            party.entity
            for claim in claims
            if isinstance(claim, StatementClaim)
            for party in claim.speakers
        }
        for record, events in zip(records, shares, strict=True):
            parts = _without_sufferers(record.parts, events, document.text)
            parts = _without_speakers(parts, events, annotations, speakers)
            if events or any(one.role is not _WEAPON for one in parts):
                told = replace(record, parts=parts)
                yield self._claim(document, annotations, told, events)

    def _claim(
        self,
        document: Document,
        annotations: Annotations,
        record: IncidentRecord,
        events: Sequence[EventClaim],
    ) -> IncidentClaim:
        rows = list(dict.fromkeys(part.sentence for part in record.parts))
        parts = tuple(_name(document, annotations, part) for part in record.parts)
        tells_time = any(event.time is not None for event in events)
        tells_place = any(event.place_name is not None for event in events)
        time = None if tells_time else _find_time(annotations, rows)
        place = None if tells_place else _find_place(annotations, rows)
        passages = [event.citations[0] for event in events]
        for row in rows:
            sentence = annotations.sentences[row]
            if not any(
                one.span.start <= sentence.start and sentence.end <= one.span.end
                for one in passages
            ):
                passages.append(document.cite(sentence.start, sentence.end))
        return IncidentClaim(
            id=hash_id(
                "i",
                document.id,
                record.kind,
                *((one.part, one.citation.span.start) for one in parts),
                *(event.id for event in events),
            ),
            document_id=document.id,
            kind=record.kind,
            odds=round(record.score, 2),
            parts=parts,
            events=tuple(event.id for event in events),
            place=None if place is None else place[0],
            place_name=None if place is None else place[1],
            time=time,
            citations=tuple(dict.fromkeys(passages)),
            producer=f"{self.name}/{self.version}",
        )


def _share_out(
    records: Sequence[IncidentRecord], attacks: Sequence[tuple[EventClaim, str]]
) -> list[list[EventClaim]]:
    """Return the attacks of each record, each attack once.

    Of records that one passage tells, the one of the kind that the clause tells has it:
    "gunmen killed a guard and abducted five nurses". Where the clause tells no more
    than an attack, the record with most parts there has it.

    Args:
        records: Of the document.
        attacks: Each with its kind.
    """
    shares: list[list[EventClaim]] = [[] for _ in records]
    free: list[tuple[EventClaim, str]] = []
    for attack, kind in attacks:
        fits = [
            (kind != _ANY and record.kind == kind, count, record.kind == kind, -number)
            for number, record in enumerate(records)
            if (count := _count_inside(record.parts, attack))
        ]
        if fits:
            shares[-max(fits)[-1]].append(attack)
        else:
            free.append((attack, kind))
    for record, share in zip(records, shares, strict=True):
        alike = [one for one in free if one[1] == record.kind]
        if not record.parts and alike:
            share.append(alike[0][0])
            free.remove(alike[0])
    return shares


def _without_sufferers(
    parts: Iterable[IncidentPart], attacks: Iterable[EventClaim], text: str
) -> tuple[IncidentPart, ...]:
    """Leave out perpetrators whom the attacks of the record tell to have suffered."""
    suffered = {
        _plain(one.party.name)
        for attack in attacks
        for one in attack.participants
        if one.part == "recipient"
    }
    return tuple(
        part
        for part in parts
        if part.role is not IncidentRole.PERPETRATOR
        or _plain(text[part.start : part.end]) not in suffered
    )


def _without_speakers(
    parts: Iterable[IncidentPart],
    attacks: Iterable[EventClaim],
    annotations: Annotations,
    speakers: Collection[str | None],
) -> tuple[IncidentPart, ...]:
    """Leave out victims who speak in the report, unless a clause tells that they are.

    Who tells of an attack by name is a mayor, a negotiator or a police chief.
    """
    suffered = {
        one.party.entity
        for attack in attacks
        for one in attack.participants
        if one.part == "recipient"
    }
    kept = []
    for part in parts:
        mention = annotations.mention_headed(part.sentence, part.head)
        chain = None if mention is None else mention.chain
        speaks = chain in speakers and chain not in suffered
        if chain is None or part.role is not IncidentRole.VICTIM or not speaks:
            kept.append(part)
    return tuple(kept)


def _plain(name: str) -> str:
    return wording(name.split())


def _count_inside(parts: Iterable[IncidentPart], attack: EventClaim) -> int:
    """Return how many parts stand in the passage of an attack."""
    span = attack.citations[0].span
    return sum(span.start <= part.start and part.end <= span.end for part in parts)


def _name(
    document: Document, annotations: Annotations, part: IncidentPart
) -> IncidentParty:
    """Return a part under the name of its chain, or else in its own words."""
    citation = document.cite(part.start, part.end)
    party = Party(None, citation.quote)
    mention = annotations.mention_headed(part.sentence, part.head)
    if mention is not None and part.role is not _WEAPON:
        chain = annotations.chain_by_id[mention.chain]
        if chain.name is not None and not chain.members:
            party = Party(chain.id, chain.name)
    return IncidentParty(party, part.role.value, citation)


def _find_time(annotations: Annotations, rows: Iterable[int]) -> Time | None:
    """Return the only day that some sentences name."""
    sentences = [annotations.sentences[row] for row in rows]
    days = {
        found.time.value: found.time
        for sentence in sentences
        for found in annotations.times_in(sentence.start, sentence.end)
        if found.time.precision == "day"
    }
    return days.popitem()[1] if len(days) == 1 else None


def _find_place(
    annotations: Annotations, rows: Iterable[int]
) -> tuple[str, str] | None:
    """Return the only place by name that some sentences say something is in."""
    found = {}
    for row in rows:
        tree = annotations.sentences[row]
        for mention in annotations.mentions_by_sentence.get(row, ()):
            place = mention.schema is Schema.PLACE and mention.kind is MentionKind.NAME
            name = annotations.chain_by_id[mention.chain].name
            if place and name is not None and tree.case_of(mention.head) in IN:
                found[mention.chain] = name
    return found.popitem() if len(found) == 1 else None
