"""Very many pieces of one text: which of them are not the same?

Hashes tell pieces apart; where two meet, this tells whether their letters do as well.
Eight bytes are looked at together, many pieces at a time, so that a million of them
cost a tenth of a second.
"""

from collections.abc import Iterable
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

_Ints: TypeAlias = NDArray[np.int64]

_WORD = 8
# Pieces looked at together: what they take stays in the cache.
_CHUNK = 1 << 14
# What is compared of the last bytes of a piece.
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(_WORD + 1)], dtype="<u8")


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
                apart &= _MASKS[np.minimum(rest, _WORD)]
                found.append(at[apart != 0])
                more = (rest > _WORD) & (apart == 0)
                at, rest = at[more], rest[more] - _WORD
                left, right = left[more] + _WORD, right[more] + _WORD
        return np.sort(np.concatenate(found))

    def texts(self, some: _Ints) -> list[str]:
        """Return some of the pieces."""
        starts, ends = self.starts[some], self.starts[some] + self.sizes[some]
        return [
            self._text[start:end].decode("utf-8", "surrogatepass")
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        ]

    def _words(self, places: _Ints) -> NDArray[np.uint64]:
        words: NDArray[np.uint64] = self._windows[places].view("<u8")[:, 0]
        return words
