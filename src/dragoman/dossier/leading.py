"""What matters first: the events and statements that stand in the summary.

What many documents tell matters more than what is told once, whether or not the
resolvers saw that it is one thing; so passages are compared by their words. What lies
long before the reports is their background.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from dragoman.analyze.passages import compare_passages
from dragoman.analyze.timeline import day_range
from dragoman.dossier.material import Material
from dragoman.dossier.scope import cite_title
from dragoman.model.claim import Manner, Modality
from dragoman.model.document import Document
from dragoman.model.entity import Event, Statement
from dragoman.model.span import Citation


@dataclass(frozen=True, slots=True)
class _Headline:
    document: Document
    title: str

    @property
    def id(self) -> str:
        return self.document.id


T = TypeVar("T", Event, Statement, _Headline)

# What is done by saying it is told under "What was said".
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_SETTLED = frozenset({("AGREE", ""), ("RETREAT", "ceasefire")})
_BACKGROUND = timedelta(days=60)
# Cosine from which two passages are taken to tell one thing, and a lead to repeat one.
_ALIKE, _ALIKE_TITLES = 0.3, 0.2
_FEWEST_WORDS = 6
# A line that ends so is the place of a report, no headline: "GAO (Herald) --".
_BREAKS_OFF = ("-", "–", "—")
# So many are compared, those of the highest rank: 30 MB of weights.
_COMPARED = 1000


@dataclass(frozen=True, slots=True)
class _Candidate(Generic[T]):
    """What may lead, with the passage that tells it and the documents that do.

    Of those of one kind a single one leads; ``""`` is none.
    """

    value: T
    passage: str
    documents: frozenset[str]
    rank: float
    kind: str = ""


def choose_events(material: Material, most: int) -> list[Event]:
    """Return the events that lead, weightiest first, none of them told twice."""
    held = [event for event in material.events if event.modality is Modality.ASSERTED]
    return _choose(
        [
            _Candidate(
                event,
                event.citations[0].quote,
                _documents_of(event.citations),
                rank_event(material, event),
                _kind_of(event),
            )
            for event in held
        ],
        most,
        lambda event: _weigh_event(material, event),
    )


def choose_headlines(material: Material, most: int) -> list[Document]:
    """Return documents whose headlines together tell the case, in order of time.

    A headline like many others goes first, one like a chosen one not at all; a case
    of many days has one of each. The name of the outlet is no headline.
    """
    titled = [
        _Headline(document, title.quote)
        for document in material.documents
        if (title := cite_title(document)) is not None
        and not title.quote.rstrip().endswith(_BREAKS_OFF)
        and not _is_name_of_source(document, title.quote)
    ]
    chosen = _choose(
        [
            _Candidate(one, one.title, frozenset({one.document.id}), 0.0)
            for one in titled
        ],
        len(titled),
        lambda _: 1.0,
        alike=_ALIKE_TITLES,
    )
    days = {one.document.published for one in titled}
    quota = 1 if len(days) >= most else most
    of_day: Counter[str | None] = Counter()
    documents: list[Document] = []
    for one in chosen:
        day = one.document.published
        if of_day[day] < quota and len(documents) < most:
            of_day[day] += 1
            documents.append(one.document)
    return sorted(documents, key=lambda one: (one.published or "9999", one.id))


def _is_name_of_source(document: Document, title: str) -> bool:
    """Tell whether a headline only says again who told it.

    Of a document without a source its label says that: the headline, or most of it.
    """
    folded = title.casefold()
    if document.source.name:
        return folded in document.source.name.casefold()
    label = document.label.casefold()
    return folded in label or label in folded


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


def rank_event(material: Material, event: Event) -> float:
    """Rank by reports, parties, deaths, day and place; words come last."""
    named = [p.party.entity for p in event.participants if p.party.entity is not None]
    rank = 2.0 * len(event.reports) + min(len(named), 4)
    known = event.time is not None or event.place is not None
    rank += 1.5 * (event.type == "CONSULT" and event.mode != "visit")
    # Of no day and no place is the toll of a whole war, which each report repeats.
    rank += 1.5 * (event.type == "ASSAULT" and known) - 3.0 * (event.type in _WORDS)
    # What was agreed outranks the meeting at which it was.
    rank += 2.0 * ((event.type, event.mode or "") in _SETTLED)
    rank += 1.0 * (event.time is not None) + 0.5 * (event.place is not None)
    present = max((material.presence[one] for one in named), default=0)
    return rank + 2.0 * present / material.most_present


def _kind_of(event: Event) -> str:
    """Take all fighting of the same sides on no known day for one thing."""
    if event.type != "ASSAULT" or event.time is not None:
        return ""
    named = {p.party.entity for p in event.participants if p.party.entity is not None}
    return "+".join(sorted(named))


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
    speaker = statement.speakers[0].entity or ""
    return rank + 2.0 * material.presence[speaker] / material.most_present


def _documents_of(citations: Sequence[Citation]) -> frozenset[str]:
    return frozenset(citation.span.document_id for citation in citations)


def _choose(
    candidates: Sequence[_Candidate[T]],
    most: int,
    weigh: Callable[[T], float],
    before: Sequence[str] = (),
    alike: float = _ALIKE,
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
        kind = best[place].kind
        repeated = kind and any(best[other].kind == kind for other in chosen)
        near = any(likeness[place, other] >= alike for other in (*shown, *chosen))
        if not repeated and not near:
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
