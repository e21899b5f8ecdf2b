"""How much a word looks like a name: letters behind the four before them, in a list.

Counts are taken from the list itself and mixed from short to long contexts, each with
the weight of a few sightings for what the shorter ones say (Jelinek and Mercer, 1980).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.text.transliteration_net import NameList

_ORDER, _SIZE, _SIGHTINGS = 5, 28, 6.0
_END = 27


class NameGrams:
    """Counts of letters behind letters in the names of a list."""

    def __init__(self, names: NameList) -> None:
        """Count, which takes a quarter of a second for 300,000 names."""
        blank = names.letters < ord("a")
        grams = _grams(np.where(blank, 0, names.letters - np.uint8(ord("a") - 1)))
        self._grams, counts = np.unique(grams, return_counts=True)
        self._counts = [
            np.bincount(
                self._grams % _SIZE**order, weights=counts, minlength=_SIZE**order
            )
            for order in range(1, _ORDER)
        ]
        self._longest = counts
        self._contexts = [
            *(count.reshape(-1, _SIZE).sum(1) for count in self._counts),
            np.bincount(
                self._grams // _SIZE, weights=counts, minlength=_SIZE ** (_ORDER - 1)
            ),
        ]

    def chances(self, words: Sequence[str]) -> list[float]:
        """Return the log probability of each word of a to z, its end included."""
        rows = np.zeros((max(map(len, words), default=0) + 1, len(words)), np.int32)
        for at, word in enumerate(words):
            rows[: len(word), at] = np.frombuffer(word.encode("ascii"), np.uint8)
            rows[: len(word), at] -= ord("a") - 1
        grams = _grams(rows)
        chance = np.full(len(grams), 1 / (_SIZE - 1))
        for order in range(1, _ORDER + 1):
            short = grams % _SIZE**order
            if order < _ORDER:
                count = self._counts[order - 1][short]
            else:
                found = np.minimum(
                    np.searchsorted(self._grams, short), len(self._grams) - 1
                )
                count = np.where(self._grams[found] == short, self._longest[found], 0)
            total = self._contexts[order - 1][short // _SIZE]
            chance = (count + _SIGHTINGS * chance) / (total + _SIGHTINGS)
        owner = np.repeat(np.arange(len(words)), [len(word) + 1 for word in words])
        sums: list[float] = np.bincount(
            owner, weights=np.log(chance), minlength=len(words)
        ).tolist()
        return sums


def _grams(columns: NDArray[np.integer[Any]]) -> NDArray[np.int32]:
    """Return each letter and end of each word with the four before, word by word.

    Args:
        columns: Letters from 1, (longest and one more, words), zeros behind.
    """
    sizes = np.minimum((columns > 0).sum(0) + 1, len(columns))
    inside = np.arange(len(columns)) < sizes[:, None]
    letters = np.ascontiguousarray(columns.T)[inside].astype(np.int32)
    letters[letters == 0] = _END
    place = np.arange(len(letters)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    grams: NDArray[np.int32] = letters.copy()
    for back in range(1, _ORDER):
        before = letters[:-back] * np.int32(_SIZE**back)
        before[place[back:] < back] = 0
        grams[back:] += before
    return grams
