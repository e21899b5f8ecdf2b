"""What speaks for it that two who play a part do so in one and the same incident.

How far they stand from each other, what is told between them and in their sentences
(other places, other times, "another", "meanwhile"), and what the document is like.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from dragoman.extract.incidents.parts import PLAYED
from dragoman.model.annotation import Annotations
from dragoman.model.incident import IncidentPart, IncidentRole
from dragoman.model.syntax import Sentence
from dragoman.schema.force import force_lemmas
from dragoman.text.wording import wording

Floats = NDArray[np.float32]
Words = frozenset[str]

SUFFERING = frozenset({IncidentRole.TARGET, IncidentRole.VICTIM})
# Words that lead on to other incidents, or keep to this one.
_CUES = (
    "another other others separate different",
    "also too",
    "meanwhile elsewhere",
    "second third two several series",
    "earlier previous previously last past ago before recall recently",
    "later after then subsequently following",
    "today yesterday tonight night morning afternoon",
    "report reported add said say",
)
_CUE_OF = {word: row for row, words in enumerate(_CUES) for word in words.split()}
_PLACES = frozenset({"GPE", "LOC"})
_TIMES = frozenset({"DATE", "TIME"})
_ACTORS = frozenset({"PERSON", "ORG", "NORP"})
_ROLES = tuple(role for role in IncidentRole if role is not IncidentRole.UNNAMED)
# Kinds that differ in how many incidents a report holds: the first ones.
_KINDS = 3
# The likeliest places of a wording, if they are likely enough.
_TOPS = 2
_LIKELY = -3.0


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a sentence names; the last two are carried on from sentences before."""

    cues: tuple[int, ...]
    places: Words
    times: Words
    verbs: Words
    force: Words
    actors: Words
    last_place: Words
    last_time: Words


@dataclass(frozen=True, slots=True)
class _Place:
    """One who plays a part, and where.

    Attributes:
        part: At its likeliest place.
        rows: Sentences in which the wording stands.
        tops: Those in which it likely plays the part.
        words: Of the wording.
        verb: That it belongs to.
        relation: Right below the verb.
    """

    part: IncidentPart
    rows: frozenset[int]
    tops: frozenset[int]
    words: Words
    verb: str
    relation: str


class PairFigures:
    """Tells of one document what speaks for pairs; sentences are read when asked for.

    Args:
        annotations: Of the document.
        text: Of the document.
    """

    def __init__(self, annotations: Annotations, text: str) -> None:
        self._sentences = annotations.sentences
        self._scores = [kind.score for kind in annotations.incident_kinds]
        self._text = text

    def gather(
        self, kind: int, found: Sequence[tuple[IncidentPart, Sequence[IncidentPart]]]
    ) -> Floats:
        """Return figures of all pairs, ``(pairs, figures)``, as of ``combinations``.

        Args:
            kind: Number of the kind of incident.
            found: Who plays a part, as ``find_parts`` returns it.
        """
        everywhere = self._describe_document(kind, [part for part, _ in found])
        places = [self._place(part, group) for part, group in found]
        rows = []
        for pair in combinations(places, 2):
            one, two = sorted(pair, key=lambda place: place.part.start)
            odds = sorted(place.part.kinds[kind] for place in pair)
            rows.append(
                [
                    *_compare_places(one, two),
                    *self._compare_sentences(one.part.sentence, two.part.sentence),
                    *odds,
                    *everywhere,
                ]
            )
        return np.array(rows, np.float32)

    def _describe_document(
        self, kind: int, parts: Sequence[IncidentPart]
    ) -> list[float]:
        likely = [part for part in parts if part.kinds[kind] > PLAYED]
        rows = sorted(part.sentence for part in likely if part.role in SUFFERING)
        gaps = [high - low for low, high in pairwise(rows)]
        others = [score for row, score in enumerate(self._scores) if row != kind]
        doers = sum(part.role is IncidentRole.PERPETRATOR for part in likely)
        return [
            len(likely),
            len(rows),
            len(set(rows)),
            max(gaps, default=0),
            math.log(max(len(self._sentences), 1)),
            self._scores[kind],
            max(others, default=0.0),
            doers,
            *[float(kind == row) for row in range(_KINDS)],
        ]

    def _place(self, part: IncidentPart, group: Sequence[IncidentPart]) -> _Place:
        best = sorted(group, key=lambda one: -one.here)[:_TOPS]
        tops = frozenset(one.sentence for one in best if one.here > _LIKELY)
        verb, relation = self._sentences[part.sentence].governor_of(part.head)
        return _Place(
            part,
            frozenset(one.sentence for one in group),
            tops or frozenset({part.sentence}),
            frozenset(wording(self._text[part.start : part.end].split()).split()),
            verb,
            relation,
        )

    def _compare_sentences(self, low: int, high: int) -> list[float]:
        """Set two sentences beside each other, and tell what stands between them."""
        one, two = self._facts[low], self._facts[high]
        between = self._counts[high] - self._counts[min(low + 1, high)]
        return [
            *_compare_words(one.places, two.places),
            *_compare_words(one.times, two.times),
            *_compare_words(one.force, two.force),
            *_compare_words(one.last_place, two.last_place),
            *_compare_words(one.last_time, two.last_time),
            len(one.verbs & two.verbs),
            len(one.actors & two.actors),
            not one.force,
            not two.force,
            *one.cues,
            *two.cues,
            *between.tolist(),
        ]

    @cached_property
    def _facts(self) -> list[_Facts]:
        facts: list[_Facts] = []
        place = time = Words()
        force = force_lemmas()
        for sentence in self._sentences:
            names = _names_by_type(sentence)
            places, times, actors = (
                Words().union(*[names.get(one, Words()) for one in types])
                for types in (_PLACES, _TIMES, _ACTORS)
            )
            place, time = places or place, times or time
            lemmas = sentence.lemmas
            verbs = frozenset(t.lemma.lower() for t in sentence if t.upos == "VERB")
            facts.append(
                _Facts(
                    _count_cues(sentence),
                    places,
                    times,
                    verbs,
                    lemmas & force,
                    actors,
                    place,
                    time,
                )
            )
        return facts

    @cached_property
    def _counts(self) -> NDArray[np.int64]:
        """Cues and sentences of force before each, ``(sentences + 1, counts)``."""
        rows = [(*one.cues, int(bool(one.force))) for one in self._facts]
        return np.cumsum([(0,) * (len(_CUES) + 1), *rows], 0)


def _compare_places(one: _Place, two: _Place) -> list[float]:
    """Tell how two stand to each other in the text."""
    low, high = one.part.sentence, two.part.sentence
    apart = [abs(first - second) for first in one.rows for second in two.rows]
    likely = [abs(first - second) for first in one.tops for second in two.tops]
    roles = {one.part.role, two.part.role}
    # Whoever suffered without a name stands for a victim.
    if IncidentRole.UNNAMED in roles:
        roles = roles - {IncidentRole.UNNAMED} | {IncidentRole.VICTIM}
    return [
        high - low,
        math.log1p(high - low),
        high == low,
        math.log1p(max(two.part.start - one.part.end, 0)),
        min(apart),
        math.log1p(min(apart)),
        min(likely),
        max(likely),
        len(one.rows & two.rows),
        len(one.rows),
        len(two.rows),
        low,
        high,
        bool(one.verb) and one.verb == two.verb,
        one.relation == two.relation,
        len(one.words & two.words),
        *[role in roles for role in _ROLES],
        len(roles) == 1,
    ]


def _compare_words(one: Words, two: Words) -> list[float]:
    """Tell whether some are the same, none are, and some come only second."""
    return [bool(one & two), bool(one and two and not one & two), bool(two - one)]


def _names_by_type(sentence: Sentence) -> Mapping[str, Words]:
    names: dict[str, set[str]] = {}
    for token in sentence:
        if token.entity:
            kind = token.entity.partition("-")[2]
            names.setdefault(kind, set()).add(token.text.lower())
    return {kind: frozenset(words) for kind, words in names.items()}


def _count_cues(sentence: Sentence) -> tuple[int, ...]:
    counts = [0] * len(_CUES)
    for token in sentence:
        row = _CUE_OF.get(token.text.lower(), _CUE_OF.get(token.lemma.lower()))
        if row is not None:
            counts[row] += 1
    return tuple(counts)
