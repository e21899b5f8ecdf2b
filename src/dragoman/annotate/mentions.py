"""Where a text speaks of something: every noun phrase and pronoun that refers.

From the states of the reading model: a word that heads a mention is told by its own
state, and points at the words where the mention starts and ends, with some say of the
tree (``mentions_bounds``). Types are those of
GUM (person, organization, place, event, time, object, abstract, substance, animal,
plant).
"""

import json
from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder_session import open_session
from dragoman.annotate.mentions_bounds import Bounds
from dragoman.model.syntax import Sentence

Floats = NDArray[np.float32]

# A word may head a mention from this probability on.
_LEAST = 0.15
# Things that are named together are rarely meant together.
_JOINED = 0.3
_NEVER = np.float32(-1e9)
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
        scores, pointers, marks = self._heads.run(
            None, {"states": np.concatenate(states)}
        )
        scores -= scores.max(1, keepdims=True)
        odds = np.exp(scores)
        nothing = odds[:, 0] / odds.sum(1)
        kinds = scores[:, 1:].argmax(1) + 1
        found: list[FoundMention] = []
        low = 0
        for number, sentence in enumerate(sentences):
            own = slice(low, low + len(sentence))
            low += len(sentence)
            found.extend(
                self._in_sentence(
                    (number, sentence),
                    nothing[own],
                    kinds[own],
                    (pointers[own], marks[own]),
                )
            )
        return found

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

    def _in_sentence(
        self,
        numbered: tuple[int, Sentence],
        nothing: Floats,
        kinds: NDArray[np.int64],
        points: tuple[Floats, Floats],
    ) -> list[FoundMention]:
        number, sentence = numbered
        heads = np.flatnonzero(nothing < 1 - _LEAST)
        if not len(heads):
            return []
        pointers, marks = points[0][heads], points[1]
        half = pointers.shape[1] // 2
        starts = pointers[:, :half] @ marks[:, :half].T
        ends = pointers[:, half:] @ marks[:, half:].T
        listed = heads.tolist()
        _give(starts, [self._bounds.starts(sentence, head) for head in listed])
        _give(ends, [self._bounds.ends(sentence, head) for head in listed])
        place = np.arange(len(nothing))
        starts[place[None] > heads[:, None]] = _NEVER
        ends[place[None] < heads[:, None]] = _NEVER
        leads = _leading(sentence)
        ends[(heads[:, None] != place) & leads] = _NEVER
        best: dict[tuple[int, int], tuple[float, FoundMention]] = {}
        for head, start, end, nobody, kind in zip(
            listed,
            starts.argmax(1).tolist(),
            ends.argmax(1).tolist(),
            nothing[heads].tolist(),
            kinds[heads].tolist(),
            strict=True,
        ):
            known = best.get((start, end))
            if known is None or nobody < known[0]:
                read = self._types[kind]
                found = FoundMention(number, head, start, end + 1, read, 1 - nobody)
                best[start, end] = nobody, found
        return sorted(
            (mention for _, mention in best.values()),
            key=lambda mention: (mention.start, -mention.end),
        )


def _leading(sentence: Sentence) -> NDArray[np.bool_]:
    """Mark the words that lead to a noun behind: "two members of the Lusaran crew"."""
    return np.array(
        [
            token.head > index and token.deprel in _LEADING
            for index, token in enumerate(sentence)
        ]
    )


def _give(scores: Floats, given: Sequence[Sequence[tuple[int, float]]]) -> None:
    """Add to the scores of words, a row for each head; no word comes twice in it."""
    rows = [row for row, told in enumerate(given) for _ in told]
    words, values = zip(*(pair for told in given for pair in told), strict=True)
    scores[rows, words] += np.array(values, np.float32)


def narrow(
    mentions: Sequence[FoundMention], sentences: Sequence[Sentence]
) -> list[FoundMention]:
    """Cut personal pronouns to themselves: they head no phrase.

    Where two mentions have the same extent then, the first stays.
    """
    kept: dict[tuple[int, int, int], FoundMention] = {}
    for one in mentions:
        if sentences[one.sentence][one.head].tag in _PERSONAL:
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
    found = list(mentions)
    for place, others in rows.items():
        one, last = by_head[place], max(others, key=lambda other: other.end)
        extent = (one.sentence, one.start, last.end)
        if last.start >= one.end and extent not in known:
            known.add(extent)
            odds = min(part.odds for part in (one, *others)) * _JOINED
            found.append(one._replace(end=last.end, odds=odds))
    return sorted(found, key=lambda one: (one.sentence, one.start, -one.end))
