"""Where a text speaks of something: every noun phrase and pronoun that refers.

From the states of the reading model: a word that heads a mention is told by its own
state, and points at the words where the mention starts and ends, with some say of the
tree (``mentions.bounds``). Types are those of
GUM (person, organization, place, event, time, object, abstract, substance, animal,
plant).
"""

import json
from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder.session import open_session
from dragoman.annotate.mentions.bounds import Bounds, edges_after, edges_before
from dragoman.model.syntax import Sentence

Floats = NDArray[np.float32]

# A word may head a mention from this probability on.
_LEAST = 0.15
# Things that are named together are rarely meant together.
_JOINED = 0.3
_NEVER = np.float32(-1e9)
# Words that the heads see at once, and how far beside a word they look.
_AT_ONCE = 8192
_BESIDE = 2
# Words whose sentences are looked at together.
_STRETCH = 192
_PERSONAL = frozenset({"PRP", "PRP$"})
# What stands before its noun; no phrase ends with it.
_LEADING = frozenset({"compound", "amod", "det", "nummod", "case", "nmod:poss"})


class FoundMention(NamedTuple):
    """A mention by words.

    Attributes:
        sentence: Index of the sentence.
        head: Index of the word in the sentence that the mention hangs on.
        start: Index of its first word.
        end: Index after its last word.
        type: What it refers to.
        odds: Probability that its head heads a mention, 0 to 1.
    """

    sentence: int
    head: int
    start: int
    end: int
    type: str
    odds: float = 1.0


class MentionFinder:
    """Finds mentions in sentences whose states are at hand."""

    def __init__(self, folder: Traversable) -> None:
        labels = json.loads(folder.joinpath("labels.json").read_text(encoding="utf-8"))
        # The first type stands for no mention.
        self._types: list[str] = labels["mentions"]
        self._heads = open_session(folder.joinpath("mentions.onnx"))
        self._bounds = Bounds(folder)

    def find(
        self, states: Sequence[Floats], sentences: Sequence[Sentence]
    ) -> list[FoundMention]:
        """Return the mentions in order of the text, the longer one first.

        Args:
            states: States of the words of each sentence, ``(words, hidden)``.
            sentences: The sentences.
        """
        if not states:
            return []
        scores, pointers, marks = self._run(np.concatenate(states))
        scores -= scores.max(1, keepdims=True)
        odds = np.exp(scores)
        nothing = odds[:, 0] / odds.sum(1)
        kinds = scores[:, 1:].argmax(1) + 1
        found: list[FoundMention] = []
        low = 0
        for stretch in _stretches(sentences):
            own = slice(low, low + sum(len(sentence) for _, sentence in stretch))
            low = own.stop
            points = pointers[own], marks[own]
            found.extend(self._in_stretch(stretch, nothing[own], kinds[own], points))
        return found

    def _run(self, states: Floats) -> Sequence[Floats]:
        """Return what the heads tell of each word: scores, pointers and marks.

        Of a long text they see some thousand words at once, with those beside them:
        what they hold in between is seven times what they are given.
        """
        told: list[Sequence[Floats]] = []
        for low in range(0, len(states), _AT_ONCE):
            begin, high = max(low - _BESIDE, 0), low + _AT_ONCE
            seen = self._heads.run(None, {"states": states[begin : high + _BESIDE]})
            told.append([one[low - begin :][:_AT_ONCE] for one in seen])
        return (
            told[0]
            if len(told) == 1
            else [np.concatenate(parts) for parts in zip(*told, strict=True)]
        )

    def tell(self, states: Floats) -> list[tuple[str, float]]:
        """Return the likeliest type of each word, and the odds that it is a head.

        Args:
            states: States of the words of a sentence, ``(words, hidden)``.
        """
        scores = self._heads.run(None, {"states": states})[0]
        odds = np.exp(scores - scores.max(1, keepdims=True))
        heads = 1 - odds[:, 0] / odds.sum(1)
        kinds = scores[:, 1:].argmax(1) + 1
        return [
            (self._types[kind], sure)
            for kind, sure in zip(kinds.tolist(), heads.tolist(), strict=True)
        ]

    def _in_stretch(
        self,
        stretch: Sequence[tuple[int, Sentence]],
        nothing: Floats,
        kinds: NDArray[np.int64],
        points: tuple[Floats, Floats],
    ) -> list[FoundMention]:
        """Return the mentions of some sentences, whose words are counted through."""
        heads = np.flatnonzero(nothing < 1 - _LEAST)
        if not len(heads):
            return []
        pointers, marks = points[0][heads], points[1]
        half = pointers.shape[1] // 2
        starts = pointers[:, :half] @ marks[:, :half].T
        ends = pointers[:, half:] @ marks[:, half:].T
        sizes = [len(sentence) for _, sentence in stretch]
        owner = np.repeat(np.arange(len(stretch)), sizes)
        lows = (np.cumsum(sizes) - sizes).tolist()
        listed = heads.tolist()
        owners: list[int] = owner[heads].tolist()
        self._add_bounds((starts, ends), stretch, (listed, owners, lows))
        place, head = np.arange(len(nothing)), heads[:, None]
        elsewhere = owner != owner[head]
        leads = np.array([one for _, tree in stretch for one in _leading(tree)])
        starts[elsewhere | (place > head)] = _NEVER
        ends[elsewhere | (place < head) | ((head != place) & leads)] = _NEVER
        best: dict[tuple[int, int], tuple[float, FoundMention]] = {}
        for index, row, start, end, nobody, kind in zip(
            listed,
            owners,
            starts.argmax(1).tolist(),
            ends.argmax(1).tolist(),
            nothing[heads].tolist(),
            kinds[heads].tolist(),
            strict=True,
        ):
            known = best.get((start, end))
            if known is None or nobody < known[0]:
                low = lows[row]
                best[start, end] = (
                    nobody,
                    FoundMention(
                        stretch[row][0],
                        index - low,
                        start - low,
                        end + 1 - low,
                        self._types[kind],
                        1 - nobody,
                    ),
                )
        return sorted(
            (mention for _, mention in best.values()),
            key=lambda mention: (mention.sentence, mention.start, -mention.end),
        )

    def _add_bounds(
        self,
        scores: tuple[Floats, Floats],
        stretch: Sequence[tuple[int, Sentence]],
        heads: tuple[list[int], list[int], list[int]],
    ) -> None:
        """Add what the tree says of first and last words to their scores.

        Args:
            scores: Of first and of last words, ``(heads, words)`` each.
            stretch: The sentences.
            heads: Each head, its sentence in the stretch; where each sentence starts.
        """
        width = scores[0].shape[1]
        listed, owners, lows = heads
        # Sentence and head within it; where its row of words starts.
        looked = [
            (stretch[owner][1], head - lows[owner], row * width + lows[owner])
            for row, (head, owner) in enumerate(zip(listed, owners, strict=True))
        ]
        bounds = self._bounds
        sides = ((edges_before, bounds.starts), (edges_after, bounds.ends))
        for told, (edges, worth) in zip(scores, sides, strict=True):
            places: list[int] = []
            values: list[float] = []
            for sentence, head, base in looked:
                for word, taken_in, left_out in edges(sentence, head):
                    places.append(base + word)
                    values.append(worth[taken_in, left_out])
            # No word comes twice for a head.
            told.reshape(-1)[places] += np.array(values, np.float32)


def _stretches(
    sentences: Sequence[Sentence],
) -> Iterator[list[tuple[int, Sentence]]]:
    """Yield sentences with their numbers, so many that they have some words."""
    stretch: list[tuple[int, Sentence]] = []
    words = 0
    for number, sentence in enumerate(sentences):
        if stretch and words + len(sentence) > _STRETCH:
            yield stretch
            stretch, words = [], 0
        stretch.append((number, sentence))
        words += len(sentence)
    if stretch:
        yield stretch


def _leading(sentence: Sentence) -> list[bool]:
    """Mark the words that lead to a noun behind: "two members of the Lusaran crew"."""
    return [
        token.deprel in _LEADING and token.head > index
        for index, token in enumerate(sentence)
    ]


def narrow(
    mentions: Sequence[FoundMention], sentences: Sequence[Sentence]
) -> list[FoundMention]:
    """Cut personal pronouns to themselves: they head no phrase.

    Where two mentions have the same extent then, the first stays.
    """
    wide = {
        place
        for place, one in enumerate(mentions)
        if one.end - one.start > 1
        and sentences[one.sentence][one.head].tag in _PERSONAL
    }
    if not wide:
        return list(mentions)
    kept: dict[tuple[int, int, int], FoundMention] = {}
    for place, one in enumerate(mentions):
        if place in wide:
            one = one._replace(start=one.head, end=one.head + 1)
        kept.setdefault((one.sentence, one.start, one.end), one)
    return sorted(kept.values(), key=lambda one: (one.sentence, one.start, -one.end))


def join(
    mentions: Sequence[FoundMention], sentences: Sequence[Sentence]
) -> list[FoundMention]:
    """Add what is named together: "Ann", "Bob" and also "Ann and Bob".

    A word heads one mention for the finder; the first of a row heads two.
    """
    known = {(one.sentence, one.start, one.end) for one in mentions}
    by_head = {(one.sentence, one.head): one for one in mentions}
    rows: dict[tuple[int, int], list[FoundMention]] = {}
    for one in mentions:
        token = sentences[one.sentence][one.head]
        if token.deprel == "conj" and (one.sentence, token.head) in by_head:
            rows.setdefault((one.sentence, token.head), []).append(one)
    if not rows:
        return list(mentions)
    found = list(mentions)
    for place, others in rows.items():
        one, last = by_head[place], max(others, key=lambda other: other.end)
        extent = (one.sentence, one.start, last.end)
        if last.start >= one.end and extent not in known:
            known.add(extent)
            odds = min(part.odds for part in (one, *others)) * _JOINED
            found.append(one._replace(end=last.end, odds=odds))
    return sorted(found, key=lambda one: (one.sentence, one.start, -one.end))
