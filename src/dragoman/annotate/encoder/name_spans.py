"""Where the reading model sees names, and of what finer type they are.

A small network over the states of the words, their neighbours' and what letters and
tables tell of them (``encoder.name_clues``); every name begins with B (Viterbi).
Trained on the states of the encoder that ships, which stays as it is
(``training/name_heads.py``).
"""

import json
from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder.name_clues import Clues
from dragoman.annotate.encoder.session import open_session

Floats = NDArray[np.float32]

# Kinds of outlets that stand between a place and a name.
_OUTLETS = frozenset(
    {"daily", "weekly", "newspaper", "paper", "magazine", "broadcaster", "website"}
)
# Names are searched where some word is a name with at least this probability.
_LEAST_NAME = 0.02
# A finer type is told from this probability on, as the mean over a name's words.
_LEAST_TYPE = 0.6
_NEVER = np.float32(-1e9)
# Rows without anything between two texts, so that neither sees the other.
_GAP = 2
# Finer types by what the label says; a state may come as a place alone.
_KINDS = {
    "PER": ("person",),
    "ORG": (
        "party",
        "armed_group",
        "government_body",
        "international_organization",
        "media",
        "organization",
    ),
    "LOC": ("country", "city", "region", "facility"),
    "EVENT": ("event",),
    "MISC": ("work", "media"),
}


class Reading(NamedTuple):
    """Words as they were read, and their states, ``(words, hidden)``."""

    words: Sequence[str]
    states: Floats


class NameFinder:
    """Finds names in words whose states are at hand."""

    def __init__(self, folder: Traversable) -> None:
        labels = json.loads(folder.joinpath("names.json").read_text(encoding="utf-8"))
        self._labels: list[str] = labels["names"]
        types: list[str] = labels["types"]
        self._types = {
            kind: [(name, types.index(name)) for name in names]
            for kind, names in _KINDS.items()
        }
        self._outside = self._labels.index("O")
        self._follows = _name_grammar(self._labels)
        self._after = [set(np.flatnonzero(row == 0).tolist()) for row in self._follows]
        self._clues = Clues()
        self._heads = open_session(folder.joinpath("names.onnx"))

    def find(
        self, texts: Sequence[Reading], again: Sequence[Reading | None]
    ) -> list[list[tuple[str, str]]]:
        """Return label and finer type of each word; the type is empty if unsure.

        Labels are ``O``, ``B-PER``, ``I-PER`` and so on over PER, ORG, LOC, EVENT and
        MISC.

        Args:
            texts: Running texts as they were read; none sees another.
            again: The same in another case, of which the mean is taken; ``None`` for
                those that were read once.
        """
        gap = np.zeros((_GAP, texts[0].states.shape[1]), np.float32)
        words: list[str] = []
        rows: list[Floats] = []
        starts: list[int] = []
        for text in texts:
            starts.append(len(words))
            words += text.words
            words += [""] * _GAP
            rows += (text.states, gap)
        told = self._score(Reading(words, np.concatenate(rows)))
        for start, other in zip(starts, again, strict=True):
            if other is None:
                continue
            place = slice(start, start + len(other.words))
            for scores, more in zip(told, self._score(other), strict=True):
                scores[place] = (scores[place] + more) / 2
        found = self._read_off(words, *told)
        return [
            found[start : start + len(text.words)]
            for start, text in zip(starts, texts, strict=True)
        ]

    def _score(self, text: Reading) -> tuple[Floats, Floats]:
        """Return logarithms of label probabilities, and probabilities of types."""
        clues = self._clues.of(text.words)
        names, types = self._heads.run(None, {"states": text.states, "clues": clues})
        return names, types

    def _read_off(
        self, words: Sequence[str], scores: Floats, types: Floats
    ) -> list[tuple[str, str]]:
        """Return label and type of each word; an empty one has none."""
        scores[[not word for word in words], self._outside] = 0.0
        found = [("O", "")] * len(words)
        best = scores.argmax(1).tolist()
        likely = np.flatnonzero(
            scores[:, self._outside] < np.log1p(-np.float32(_LEAST_NAME))
        ).tolist()
        place = 0
        while place < len(likely):
            low = likely[place]
            while place + 1 < len(likely) and likely[place + 1] == likely[place] + 1:
                place += 1
            high = likely[place] + 1
            path = best[low:high]
            if not self._obeys(path):
                path = self._best_path(scores[low:high])
            self._label(found, low, path, types)
            _part_outlets(words, found, low, high)
            place += 1
        return found

    def _label(
        self,
        found: list[tuple[str, str]],
        low: int,
        path: Sequence[int],
        types: Floats,
    ) -> None:
        """Write the names of a stretch into ``found``."""
        start = 0
        while start < len(path):
            end = start + 1
            label = self._labels[path[start]]
            if path[start] != self._outside:
                inside = f"I-{label[2:]}"
                while end < len(path) and self._labels[path[end]] == inside:
                    end += 1
                finer = self._type_of(label[2:], types[low + start : low + end])
                found[low + start] = label, finer
                for index in range(low + start + 1, low + end):
                    found[index] = inside, finer
            start = end

    def _obeys(self, path: Sequence[int]) -> bool:
        """Tell whether every name begins with B: then the best labels are the path."""
        before = self._outside
        for label in path:
            if label not in self._after[before]:
                return False
            before = label
        return True

    def _type_of(self, kind: str, types: Floats) -> str:
        options = self._types[kind]
        if len(options) == 1:
            return options[0][0]
        rows = types.tolist()
        sums = [sum(row[number] for row in rows) for _, number in options]
        most = max(sums)
        # What the network gives to types of other labels is left out.
        return options[sums.index(most)][0] if most >= _LEAST_TYPE * sum(sums) else ""

    def _best_path(self, scores: Floats) -> list[int]:
        best = scores[0] + self._follows[self._outside]
        back = []
        for row in scores[1:]:
            options = best[:, None] + self._follows
            back.append(options.argmax(0))
            best = options.max(0) + row
        path = [int(best.argmax())]
        for step in reversed(back):
            path.append(int(step[path[-1]]))
        return path[::-1]


def _name_grammar(labels: Sequence[str]) -> Floats:
    """Return the cost of one label after another: I only after its own B or I."""
    follows = np.zeros((len(labels), len(labels)), np.float32)
    for column, label in enumerate(labels):
        if not label.startswith("I-"):
            continue
        for row, before in enumerate(labels):
            if before[2:] != label[2:] or before == "O":
                follows[row, column] = _NEVER
    return follows


def _part_outlets(
    words: Sequence[str], found: list[tuple[str, str]], low: int, high: int
) -> None:
    """Begin a name after the word for its kind: "the Yerevan daily Arev".

    What stands before is no part of the name.
    """
    for place in range(low + 1, high - 1):
        inside = found[place][0] == found[place + 1][0] == "I-ORG"
        if inside and words[place] in _OUTLETS and words[place + 1][:1].isupper():
            start = place
            while found[start][0] == "I-ORG":
                start -= 1
            found[start : place + 1] = [("O", "")] * (place + 1 - start)
            found[place + 1] = "B-ORG", found[place + 1][1]
