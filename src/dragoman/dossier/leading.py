"""What matters first: the events and statements that stand in the summary.

What many documents tell matters more than what is told once, whether or not the
resolvers saw that it is one thing; so passages are compared by their words. What lies
long before the reports is their background.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from dragoman.analyze.passages import compare_passages
from dragoman.analyze.timeline import day_range
from dragoman.dossier.material import Material
from dragoman.model.claim import Manner, Modality
from dragoman.model.entity import Event, Statement
from dragoman.model.span import Citation

T = TypeVar("T", Event, Statement)

# What is done by saying it is told under "What was said".
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_BACKGROUND = timedelta(days=60)
# Cosine from which two passages are taken to tell one thing, and a lead to repeat one.
_ALIKE = 0.3
_FEWEST_WORDS = 6
# So many are compared, those of the highest rank: 30 MB of weights.
_COMPARED = 1000


@dataclass(frozen=True, slots=True)
class _Candidate(Generic[T]):
    """What may lead, with the passage that tells it and the documents that do."""

    value: T
    passage: str
    documents: frozenset[str]
    rank: float


def choose_events(material: Material, most: int) -> list[Event]:
    """Return the events that lead, weightiest first, none of them told twice."""
    held = [event for event in material.events if event.modality is Modality.ASSERTED]
    return _choose(
        [
            _Candidate(
                event,
                event.citations[0].quote,
                _documents_of(event.citations),
                _rank_event(material, event),
            )
            for event in held
        ],
        most,
        lambda event: _weigh_event(material, event),
    )


def choose_statements(
    material: Material, told: Sequence[Event], most: int
) -> list[Statement]:
    """Return the statements that lead, one of a speaker.

    Args:
        material: The case.
        told: Events that stand in the summary; what tells the same is left out.
        most: How many at most.
    """
    acts = {event.id for event in told}
    fit = [
        _Candidate(
            one,
            f"{' '.join(party.name for party in one.speakers)}: {one.content}",
            _documents_of(one.citations),
            _rank_statement(material, one),
        )
        for one in material.statements
        if one.event not in acts and _may_lead(material, one)
    ]
    chosen: dict[str, Statement] = {}
    before = [event.citations[0].quote for event in told]
    for one in _choose(fit, most * most, lambda _: 1.0, before):
        chosen.setdefault(one.speakers[0].entity or "", one)
    return list(chosen.values())[:most]


def _may_lead(material: Material, statement: Statement) -> bool:
    """Tell whether somebody known by name says something of his own."""
    known = bool(statement.speakers) and all(
        party.entity is not None and not material.is_source_name(party.name)
        for party in statement.speakers
    )
    return known and len(statement.content.split()) >= _FEWEST_WORDS


def _rank_event(material: Material, event: Event) -> float:
    """Rank by reports, parties, deaths, day and place; words come last."""
    named = [p.party.entity for p in event.participants if p.party.entity is not None]
    rank = 2.0 * len(event.reports) + min(len(named), 4)
    rank += 1.5 * (event.type == "CONSULT" and event.mode != "visit")
    rank += 1.5 * (event.type == "ASSAULT") - 3.0 * (event.type in _WORDS)
    rank += 1.0 * (event.time is not None) + 0.5 * (event.place is not None)
    most = max(material.presence.values(), default=1)
    rank += 2.0 * max((material.presence[one] for one in named), default=0) / most
    return rank


def _weigh_event(material: Material, event: Event) -> float:
    """Weigh down what lay long before it was reported."""
    days = day_range(event.time.value) if event.time is not None else None
    reported = [
        date.fromisoformat(day[:10])
        for one in _documents_of(event.citations)
        if (day := material.document_by_id[one].published) is not None
    ]
    if days is None or not reported:
        return 1.0
    return 0.4 if days[1] + _BACKGROUND < min(reported) else 1.0


def _rank_statement(material: Material, statement: Statement) -> float:
    own_words = statement.manner is not Manner.INDIRECT
    rank = 2.0 * len(statement.reports) + 1.0 * own_words
    most = max(material.presence.values(), default=1)
    speaker = statement.speakers[0].entity or ""
    return rank + 2.0 * material.presence[speaker] / most


def _documents_of(citations: Sequence[Citation]) -> frozenset[str]:
    return frozenset(citation.span.document_id for citation in citations)


def _choose(
    candidates: Sequence[_Candidate[T]],
    most: int,
    weigh: Callable[[T], float],
    before: Sequence[str] = (),
) -> list[T]:
    """Return the weightiest, leaving out what tells the same as one before it."""
    room = _COMPARED - len(before)
    best: list[_Candidate[T]] = sorted(
        candidates, key=lambda one: (-one.rank, one.value.id)
    )[:room]
    if not best:
        return []
    likeness = compare_passages([*(one.passage for one in best), *before])
    told = _count_tellings(best, likeness[: len(best), : len(best)])
    weights = {
        place: (one.rank + 2.0 * (told[place] - 1)) * weigh(one.value)
        for place, one in enumerate(best)
    }
    chosen: list[int] = []
    shown: list[int] = list(range(len(best), len(likeness)))
    for place in sorted(weights, key=lambda one: (-weights[one], one)):
        if len(chosen) == most:
            break
        if all(likeness[place, other] < _ALIKE for other in (*shown, *chosen)):
            chosen.append(place)
    return [best[place].value for place in chosen]


def _count_tellings(
    candidates: Sequence[_Candidate[T]], likeness: NDArray[np.float32]
) -> NDArray[np.int64]:
    """Count for each candidate the documents that tell something like it."""
    names = sorted({name for one in candidates for name in one.documents})
    column = {name: place for place, name in enumerate(names)}
    holds = np.zeros((len(candidates), len(names)), dtype=np.float32)
    for row, one in enumerate(candidates):
        holds[row, [column[name] for name in one.documents]] = 1
    near = np.asarray(likeness >= _ALIKE, dtype=np.float32)
    np.fill_diagonal(near, 1)
    found: NDArray[np.int64] = ((near @ holds) > 0).sum(axis=1)
    return found
