"""One line for what belongs together: a passage with all that it tells, a trip."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.dossier.event_parts import EventParts, put_together
from dragoman.dossier.material import Material, end_sentence
from dragoman.dossier.prose import capitalize, join_words, lower_first
from dragoman.dossier.telling_events import (
    MEETING_MODES,
    is_quoted,
    meeting_verb,
    participants,
    place_words,
    tell_in_parts,
)
from dragoman.model.claim import Modality
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Event


def join_told(
    material: Material, told: Iterable[tuple[Event, CitedSentence]], *, dated: bool
) -> Iterator[tuple[Event, CitedSentence]]:
    """Join sentences that one passage, or one trip, fills with several events.

    "A ban was reported: “…”" and "a seizure was demanded: “…”" become "a ban was
    reported and a seizure was demanded: “…”"; a visit and the meeting for which it was
    made become "Ana Vogel visited Gao and met Omar Badawi there".

    Args:
        material: The case.
        told: Events with their sentences, in the order in which they stand.
        dated: Whether these say when.
    """
    groups: dict[str, list[tuple[EventParts | None, Event, CitedSentence]]] = {}
    for event, sentence in told:
        parts = tell_in_parts(material, event, dated=dated)
        mine: EventParts | None = parts
        if event.described or parts.sentence is not sentence:
            mine = None  # told by a statement, or with what explains it
        key = parts.words if mine is not None and parts.words else event.id
        groups.setdefault(key, []).append((mine, event, sentence))
    lines = [
        (some[0][1], _join(some) if len(some) > 1 else some[0][2], some[0][0])
        for some in groups.values()
    ]
    yield from _join_trips(material, lines)


def _join(
    group: Sequence[tuple[EventParts | None, Event, CitedSentence]],
) -> CitedSentence:
    told = [parts for parts, _, _ in group if parts is not None]
    names: defaultdict[str, list[str]] = defaultdict(list)
    for one in told:
        if (name := lower_first(one.name)) not in names[one.put]:
            names[one.put].append(name)
    puts = [
        f"{join_words(some)} {_agree(put, len(some))}" for put, some in names.items()
    ]
    return _line(told, join_words(puts), told[0].words)


def _agree(put: str, number: int) -> str:
    return put if number == 1 else put.replace("was ", "were ", 1)


def _line(told: Sequence[EventParts], head: str, words: str) -> CitedSentence:
    extras = dict.fromkeys(extra for one in told for extra in one.extras)
    return CitedSentence(
        end_sentence(put_together(capitalize(head), words, extras)),
        tuple(dict.fromkeys(c for one in told for c in one.sentence.citations)),
        tuple(dict.fromkeys(ref for one in told for ref in one.sentence.refs)),
    )


def _join_trips(
    material: Material,
    lines: Sequence[tuple[Event, CitedSentence, EventParts | None]],
) -> Iterator[tuple[Event, CitedSentence]]:
    """Tell a visit and its meeting in one line, in the place of the first of them."""
    taken: set[str] = set()
    for at, (event, sentence, parts) in enumerate(lines):
        if event.id in taken:
            continue
        mate = next(
            (
                other
                for _, _, other in lines[at + 1 :]
                if parts is not None
                and other is not None
                and other.event.id not in taken
                and _is_one_trip(event, other.event)
            ),
            None,
        )
        if parts is None or mate is None:
            yield event, sentence
            continue
        taken.add(mate.event.id)
        trip, meeting = (parts, mate) if event.mode == "visit" else (mate, parts)
        yield event, _tell_trip(material, trip, meeting)


def _is_one_trip(one: Event, other: Event) -> bool:
    """Tell whether one event is a visit, and the other a meeting held on it."""
    visit, meeting = (one, other) if one.mode == "visit" else (other, one)
    if visit.mode != "visit" or meeting.mode not in MEETING_MODES - {"call"}:
        return False
    if any(
        event.type != "CONSULT"
        or event.modality is not Modality.ASSERTED
        or is_quoted(event)
        for event in (visit, meeting)
    ):
        return False
    travelers = _named(visit, "actor")
    if not travelers or not travelers < _named(meeting):
        return False
    if visit.time is None or meeting.time is None:
        near = visit.citations[0] == meeting.citations[0]
        return near and visit.time is meeting.time is None
    told_alike = visit.time.value == meeting.time.value
    return told_alike and meeting.place in {None, visit.place}


def _named(event: Event, *parts: str) -> set[str]:
    return {
        one.party.entity
        for one in event.participants
        if one.party.entity is not None and (not parts or one.part in parts)
    }


def _tell_trip(
    material: Material, trip: EventParts, meeting: EventParts
) -> CitedSentence:
    travelers = set(participants(material, trip.event, "actor"))
    hosts = set(participants(material, trip.event, "recipient"))
    others = [
        name
        for name in participants(material, meeting.event)
        if name not in travelers | hosts
    ]
    head = trip.name
    if others:
        there = " there" if place_words(material, trip.event) else ""
        head = f"{head} and {meeting_verb(meeting.event)} {join_words(others)}{there}"
    return _line([trip, meeting], head, "")
