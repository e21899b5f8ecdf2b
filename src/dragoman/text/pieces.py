"""Very many pieces of one text: which of them are not the same?

Hashes tell pieces apart; where two meet, this tells whether their letters do as well,
and which comes first in the alphabet. Eight bytes are looked at together, many pieces
at a time, so that a million of them cost a tenth of a second.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

_Ints: TypeAlias = NDArray[np.int64]

_WORD = 8
# Pieces looked at together: what they take stays in the cache.
_CHUNK = 1 << 14
# Of eight bytes the first ones, the first of all in the highest bits.
_HEADS = np.array(
    [(1 << 64) - (1 << 8 * (_WORD - size)) for size in range(_WORD + 1)],
    dtype=np.uint64,
)
_NEWLINE = 10


class Pieces:
    """Pieces of a text in bytes.

    Attributes:
        starts: Where each begins, shape ``(n,)``.
        sizes: How many bytes it has, shape ``(n,)``.
    """

    def __init__(self, text: Iterable[bytes], starts: _Ints, sizes: _Ints) -> None:
        """Look at pieces of a text.

        Args:
            text: The text, in as many parts as it comes in.
            starts: Where each piece begins in the whole of it.
            sizes: How many bytes it has.
        """
        # Every place of the text is where eight bytes begin.
        self._text = b"".join(chain(text, (bytes(_WORD),)))
        data = np.frombuffer(self._text, dtype=np.uint8)
        self._windows = np.lib.stride_tricks.sliding_window_view(data, _WORD)
        self.starts, self.sizes = starts, sizes

    def unlike(self, ones: _Ints, others: _Ints) -> _Ints:
        """Return where the bytes of one piece are not those of the other.

        Args:
            ones: Pieces by number, shape ``(n,)``.
            others: Those that they are compared with.
        """
        found = [np.flatnonzero(self.sizes[ones] != self.sizes[others])]
        asked = np.flatnonzero(
            (self.sizes[ones] == self.sizes[others]) & (ones != others)
        )
        for start in range(0, len(asked), _CHUNK):
            at = asked[start : start + _CHUNK]
            left, right = self.starts[ones[at]], self.starts[others[at]]
            rest = self.sizes[ones[at]]
            while len(at):
                apart = self._words(left) ^ self._words(right)
                apart &= _HEADS[np.minimum(rest, _WORD)]
                found.append(at[apart != 0])
                more = (rest > _WORD) & (apart == 0)
                at, rest = at[more], rest[more] - _WORD
                left, right = left[more] + _WORD, right[more] + _WORD
        return np.sort(np.concatenate(found))

    def least(self, some: _Ints, starts: _Ints) -> _Ints:
        """Return of each group of pieces the one that comes first in the alphabet.

        Args:
            some: Pieces by number, all of a group side by side, no two alike.
            starts: Where each group begins, of one piece at least.
        """
        group = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(some)))
        found = some[starts]
        at, read = np.arange(len(some)), 0
        while len(at):
            rest = self.sizes[some[at]] - read
            places = self.starts[some[at]] + np.minimum(read, self.sizes[some[at]])
            words = self._words(places) & _HEADS[np.clip(rest, 0, _WORD)]
            at = _keep_least(group, at, words)
            # Of equal ones the shorter comes first.
            rest = self.sizes[some[at]] - read
            at = _keep_least(group, at, np.clip(rest, 0, _WORD + 1))
            alone = np.bincount(group[at], minlength=len(starts)) == 1
            done = alone[group[at]]
            found[group[at[done]]] = some[at[done]]
            at, read = at[~done], read + _WORD
        return found

    def texts(self, some: _Ints) -> list[str]:
        """Return some of the pieces."""
        starts, ends = self.starts[some], self.starts[some] + self.sizes[some]
        return [
            self._text[start:end].decode("utf-8", "surrogatepass")
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        ]

    def _words(self, places: _Ints) -> NDArray[np.uint64]:
        words: NDArray[np.uint64] = (
            self._windows[places].view(">u8")[:, 0].astype("=u8")
        )
        return words


def _keep_least(group: _Ints, at: _Ints, values: NDArray[np.generic]) -> _Ints:
    """Return those places whose values are the least of their group."""
    groups = group[at]
    starts = np.flatnonzero(np.append(True, np.diff(groups) != 0))
    least = np.minimum.reduceat(values, starts)
    sizes = np.diff(starts, append=len(at))
    kept: _Ints = at[values == np.repeat(least, sizes)]
    return kept


def cut_lines(texts: Sequence[str]) -> Pieces:
    """Return texts as pieces of one."""
    data = "\n".join(texts).encode("utf-8", "surrogatepass")
    ends = np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == _NEWLINE)
    ends = np.append(ends, len(data))[: len(texts)]
    if len(ends) < len(texts) or data.count(b"\n") >= max(1, len(texts)):
        # A text in two lines.
        each = [len(text.encode("utf-8", "surrogatepass")) for text in texts]
        ends = np.cumsum(np.array(each, dtype=np.int64) + 1) - 1
    starts = np.append(0, ends + 1)[: len(texts)]
    return Pieces((data,), starts, ends - starts)
