"""Who plays a part in an incident of which kind, with all other wordings in view.

The network tells each wording by itself how likely it plays a part. Here those that
may play the same part are weighed against each other and against the kinds that the
document tells: "the bomb" matters less beside "the car bomb", a third suspect less
than a first, and a kidnapper not at all where only a bombing is told. What words have
done elsewhere counts as well (``incidents.known``).

Figures are log odds unless said otherwise.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.incidents.known import Counts, KnownWords, read_known
from dragoman.model.syntax import DEFINITE, Sentence

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# Parts less likely than this are left out: about one in twenty-five.
LEAST = -3.2
# Kinds less likely than this are not told: parts in them are not weighed.
LEAST_KIND = -2.5
# Where there is no rival.
_NOBODY = -6.0
_COMMON = 300
_FURTHEST = 20
_LONGEST = 8
_LATEST = 10
_STRETCH = 1024
_NAMES = ("", "PERSON", "ORG", "GPE", "NORP")
_LAND = frozenset({"GPE", "LOC"})


@dataclass(frozen=True, slots=True)
class Story:
    """What the network tells of a document.

    Attributes:
        sentences: Of the document.
        places: Sentence, first and last word of each phrase.
        rows: The wording of each phrase.
        keys: The wordings.
        scores: What is told of each phrase, roles before kinds.
        wordings: What is told of each wording, roles before kinds.
        kinds: Of the kinds of incident, ``(kinds,)``.
    """

    sentences: Sequence[Sentence]
    places: Sequence[tuple[int, int, int]]
    rows: Ints
    keys: Sequence[str]
    scores: Floats
    wordings: Floats
    kinds: Floats


class IncidentRivals:
    """Weighs the wordings of a document; loaded once.

    Args:
        file: The weights.
        known: What is known of words from elsewhere.
    """

    def __init__(self, file: Traversable, known: Traversable) -> None:
        self._known = read_known(known)
        with file.open("rb") as data, np.load(data) as arrays:
            self._layers = [arrays[name] for name in ("in", "bias", "out", "calm")]

    def weigh(self, story: Story) -> Floats:
        """Return how likely a wording plays each part in each kind of incident.

        Returns:
            ``(wordings, roles, kinds)``; minus infinity for what is out of question.
        """
        kinds = len(story.kinds)
        roles = story.wordings.shape[1] - kinds
        odds = np.full((len(story.keys), roles, kinds), -np.inf, np.float32)
        cases = find_cases(story)
        if len(cases):
            figures = gather_figures(story, self._known)
            weights, bias, out, calm = self._layers
            odds[tuple(cases.T)] = np.maximum(figures @ weights + bias, 0) @ out + calm
        return odds


def find_cases(story: Story) -> Ints:
    """Return what may be, as wording, role and kind, ``(cases, 3)``."""
    roles = story.wordings.shape[1] - len(story.kinds)
    told = np.flatnonzero(story.kinds > LEAST_KIND)
    cases = [
        (row, role, kind)
        for role in range(roles)
        for kind in told.tolist()
        for row in np.flatnonzero(story.wordings[:, role] > LEAST).tolist()
    ]
    return np.array(cases, np.int64).reshape(-1, 3)


def gather_figures(
    story: Story, known: KnownWords, without: Mapping[str, Counts] | None = None
) -> Floats:
    """Return what speaks for each of ``find_cases``, ``(cases, figures)``.

    Args:
        story: Of the document.
        known: What is known of words from elsewhere.
        without: What is known from this document.
    """
    count = len(story.kinds)
    roles = story.wordings.shape[1] - count
    told = np.flatnonzero(story.kinds > LEAST_KIND)
    # Most wordings are out of question whatever the part: nothing is asked of them.
    likely = np.flatnonzero((story.wordings[:, :roles] > LEAST).any(1))
    own = _describe(story, likely)
    habits = known.tell([story.keys[row] for row in likely.tolist()], without)
    most = _most(story)
    spots = np.array(story.places, np.int64).reshape(-1, 3)
    by_kind = _describe_kinds(story.kinds)
    words = np.log(sum(map(len, story.sentences)) / _COMMON)
    figures: list[Floats] = []
    for role in range(roles):
        rows = np.flatnonzero(story.wordings[:, role] > LEAST)
        if not len(rows) or not len(told):
            continue
        places = np.searchsorted(likely, rows)
        of_role = [
            _compare(story, role, rows, (most, spots)),
            _look_beside(story, role, rows, spots),
            own[places],
            habits[places, :, role],
        ]
        for kind in told.tolist():
            parts = np.delete(story.wordings[rows, roles:], kind, 1).max(1)
            fixed = [*by_kind[kind], len(told), words]
            fixed += np.eye(roles)[role].tolist() + np.eye(count)[kind].tolist()
            in_kind = [
                story.wordings[rows, roles + kind],
                most[rows, roles + kind],
                parts,
            ]
            every = np.tile(np.array(fixed, np.float32), (len(rows), 1))
            figures.append(np.concatenate([*of_role, np.stack(in_kind, 1), every], 1))
    return np.concatenate(figures).astype(np.float32)


def _describe_kinds(kinds: Floats) -> list[list[float]]:
    """Return each kind's odds, those of its likeliest rival, and of the likeliest."""
    return [
        [float(kinds[kind]), float(np.delete(kinds, kind).max()), float(kinds.max())]
        for kind in range(len(kinds))
    ]


def _describe(story: Story, likely: Ints) -> Floats:
    """Return what is known of some wordings whatever they play, ``(wordings, ...)``."""
    rows = {row: [0.0, math.inf, *[0.0] * (3 + len(_NAMES))] for row in likely.tolist()}
    for row, (number, first, last) in zip(
        story.rows.tolist(), story.places, strict=True
    ):
        one = rows.get(row)
        if one is None:
            continue
        sentence = story.sentences[number]
        one[0] += 1
        one[1] = min(one[1], number)
        one[2] = max(one[2], last - first + 1)
        if sentence[first].upos == "NUM":
            one[3] = 1
        if first and sentence[first - 1].text.lower() in DEFINITE:
            one[4] = 1
        name = sentence[last].entity.partition("-")[2]
        name = "GPE" if name in _LAND else name
        one[5 + (_NAMES.index(name) if name in _NAMES else 0)] = 1
    described = np.array(list(rows.values()), np.float32)
    described = described.reshape(len(rows), 5 + len(_NAMES))
    described[:, 0] = np.log(described[:, 0])
    described[:, 1] = np.minimum(described[:, 1], _FURTHEST) / _LATEST
    described[:, 2] = np.minimum(described[:, 2], _LONGEST) / (_LONGEST / 2)
    return described


def _compare(story: Story, role: int, rows: Ints, told: tuple[Floats, Ints]) -> Floats:
    """Set the wordings that may play a part beside each other, ``(rows, ...)``.

    Args:
        story: Of the document.
        role: Which part.
        rows: The wordings.
        told: The best scores of each wording; the places of all phrases.
    """
    most, spots = told
    scores = story.wordings[rows, role]
    others = np.delete(story.wordings[rows], role, 1)
    others = others[:, : story.wordings.shape[1] - len(story.kinds) - 1]
    rank = np.argsort(np.argsort(-scores, kind="stable"), kind="stable")
    odds = 1 / (1 + np.exp(-scores))
    overlap = _overlapping(story, rows, spots)
    words = [frozenset(story.keys[row].split()) for row in rows.tolist()]
    ends = [story.keys[row].rpartition(" ")[2] for row in rows.tolist()]
    longer = np.array([[one < two for two in words] for one in words])
    same_end = np.array([[one == two for two in ends] for one in ends])
    np.fill_diagonal(same_end, val=False)
    size = np.array([len(one) for one in words])
    bigger = size[None] > size[:, None]
    rivals = [overlap, overlap & bigger, overlap & ~bigger, longer, longer.T, same_end]
    best = [np.where(one, scores[None], _NOBODY).max(1) for one in rivals]
    return np.stack(
        [
            scores,
            others.max(1),
            most[rows, role],
            np.minimum(rank, _LATEST) / (_LATEST / 2),
            scores.max() - scores,
            np.full(len(rows), odds.sum()),
            *best,
            scores - best[0],
            *story.wordings[rows, : others.shape[1] + 1].T,
        ],
        1,
    )


def _look_beside(story: Story, role: int, rows: Ints, places: Ints) -> Floats:
    """Return who is told beside each wording, by role, and in the whole document."""
    roles = story.wordings.shape[1] - len(story.kinds)
    scores = story.scores[:, :roles]
    # Of the places of a wording the one where it plays the part most likely.
    order = np.lexsort((-scores[:, role], story.rows))
    best = places[order[np.searchsorted(story.rows[order], rows)]]
    # Places come in the order of the text.
    lows = np.searchsorted(places[:, 0], best[:, 0]).tolist()
    highs = np.searchsorted(places[:, 0], best[:, 0], "right").tolist()
    beside = np.empty((len(rows), roles), np.float32)
    for one, (low, high, (_, first, last)) in enumerate(
        zip(lows, highs, best.tolist(), strict=True)
    ):
        inside = places[low:high]
        apart = (inside[:, 2] < first) | (inside[:, 1] > last)
        beside[one] = scores[low:high][apart].max(0, initial=_NOBODY)
    whole = story.wordings[:, :roles].max(0)
    return np.concatenate([beside, np.tile(whole, (len(rows), 1))], 1)


def _most(story: Story) -> Floats:
    """Return the best scores of each wording at any of its places."""
    most = np.full((len(story.keys), story.scores.shape[1]), -np.inf, np.float32)
    np.maximum.at(most, story.rows, story.scores)
    return most


def _overlapping(story: Story, rows: Ints, places: Ints) -> NDArray[np.bool_]:
    """Tell which wordings share a word at some place, ``(rows, rows)``."""
    number = np.full(len(story.keys), -1)
    number[rows] = np.arange(len(rows))
    chosen = np.flatnonzero(number[story.rows] >= 0)
    whose = number[story.rows[chosen]]
    sentence, first, last = places[chosen].T
    found = np.zeros((len(rows), len(rows)), np.bool_)
    # Places come in the order of the text: a stretch of them meets its sentences only.
    for low in range(0, len(chosen), _STRETCH):
        own = slice(low, low + _STRETCH)
        begin, end = np.searchsorted(
            sentence, [sentence[own][0], sentence[own][-1] + 1]
        )
        beside = slice(begin, end)
        crossing = (
            (sentence[own, None] == sentence[None, beside])
            & (first[own, None] <= last[None, beside])
            & (first[None, beside] <= last[own, None])
        )
        one, two = np.nonzero(crossing)
        found[whose[own][one], whose[beside][two]] = True
    np.fill_diagonal(found, val=False)
    return found
