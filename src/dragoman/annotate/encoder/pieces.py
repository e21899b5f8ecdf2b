"""Words to the pieces that the encoder reads.

Each word is cut into Unigram pieces by itself, so that pieces never cross a word;
the first piece tells whether white space stood before the word. The pieces of a word
are those whose log probabilities have the greatest sum (T. Kudo, "Subword
Regularization", 2018).
"""

import math
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec

# A word of ten thousand letters says no more than its beginning.
MAX_LETTERS = 48
MAX_PIECES = 12
_CACHE_SIZE = 100_000
SPACE = "\u2581"
# How much less likely than any piece a letter without a piece is, as in training.
_UNKNOWN = 10.0


# Objects that the garbage collector need not look at: there are 60,000.
class _Piece(msgspec.Struct, array_like=True, gc=False):
    text: str
    score: float


class _Model(msgspec.Struct):
    vocab: list[_Piece]


class _Specification(msgspec.Struct):
    model: _Model


class PieceVocabulary:
    """The pieces of one encoder, with a cache by word.

    Attributes:
        bos: Number of the piece that opens a text.
        eos: Number of the piece that ends a text.
        unknown: Number of the piece for what has no piece.
    """

    def __init__(self, specification: str | bytes) -> None:
        """Read a vocabulary.

        Args:
            specification: JSON as the library ``tokenizers`` writes it, of the type
                Unigram.

        Raises:
            ValueError: It is no such JSON, or a special piece is missing.
        """
        listed = msgspec.json.decode(specification, type=_Specification).model.vocab
        self._numbers = {piece.text: number for number, piece in enumerate(listed)}
        self._scores = [piece.score for piece in listed]
        self._longest = max(map(len, self._numbers), default=0)
        self._alone = min(self._scores, default=0.0) - _UNKNOWN
        # The likeliest; special ones have 0, as if they were certain.
        self._best = max(filter((0.0).__gt__, self._scores), default=0.0)
        self._cache: dict[str, tuple[int, ...]] = {}
        self.bos = self._number("<s>")
        self.eos = self._number("</s>")
        self.unknown = self._number("<unk>")

    def _number(self, piece: str) -> int:
        number = self._numbers.get(piece)
        if number is None:
            raise ValueError(f"vocabulary without {piece!r}")
        return number

    def pieces(self, word: str, *, glued: bool) -> tuple[int, ...]:
        """Return the pieces of a word, at least one.

        Args:
            word: Any non-empty text without white space.
            glued: Whether the word follows the one before without white space.
        """
        key = word if glued else SPACE + word
        found = self._cache.get(key)
        if found is None:
            found = self._cut(key)
            if len(self._cache) >= _CACHE_SIZE:
                for old in list(islice(self._cache, _CACHE_SIZE // 2)):
                    del self._cache[old]
            self._cache[key] = found
        return found

    def pieces_of(
        self, words: Sequence[str], glued: Sequence[bool]
    ) -> list[tuple[int, ...]]:
        """Return the pieces of each word of a text, as ``pieces`` does."""
        known = self._cache
        return [
            known.get(word if tight else SPACE + word) or self.pieces(word, glued=tight)
            for word, tight in zip(words, glued, strict=True)
        ]

    def _cut(self, key: str) -> tuple[int, ...]:
        text = unicodedata.normalize("NFKC", key[:MAX_LETTERS]).replace("\u00ad", "")
        return tuple(self._best_path(text)[:MAX_PIECES]) or (self.unknown,)

    def _best_path(self, text: str) -> list[int]:
        """Return the likeliest pieces; letters without one stay together."""
        number_of, scores, size = self._numbers.get, self._scores, len(text)
        # By place in the text: the best sum of what ends there, its last piece, and
        # where that starts.
        sums = [0.0, *[-math.inf] * size]
        pieces = [self.unknown] * (size + 1)
        starts = [0] * (size + 1)
        best = self._best if "<" not in text else 0.0
        longest = self._longest
        for start, letter in enumerate(text):
            so_far = sums[start]
            if so_far + best <= sums[size]:
                continue  # Nothing better comes of this.
            for end in range(start + 1, min(start + longest, size) + 1):
                number = number_of(text[start:end])
                if number is not None and so_far + scores[number] > sums[end]:
                    sums[end] = so_far + scores[number]
                    pieces[end] = number
                    starts[end] = start
            alone = so_far + self._alone
            if alone > sums[start + 1] and letter not in self._numbers:
                sums[start + 1] = alone
                pieces[start + 1] = self.unknown
                starts[start + 1] = start
        path: list[int] = []
        while size:
            if pieces[size] != self.unknown or path[-1:] != [self.unknown]:
                path.append(pieces[size])
            size = starts[size]
        return path[::-1]

    def encode(self, words: Iterable[tuple[str, bool]]) -> tuple[list[int], list[int]]:
        """Return the pieces of a text and the place of each word's first piece.

        Args:
            words: Words with whether each is glued to the one before.
        """
        pieces = [self.bos]
        firsts = []
        for word, glued in words:
            firsts.append(len(pieces))
            pieces.extend(self.pieces(word, glued=glued))
        pieces.append(self.eos)
        return pieces, firsts
