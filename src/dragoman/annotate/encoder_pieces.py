"""Words to the pieces that the encoder reads.

Each word is cut into Unigram pieces by itself, so that pieces never cross a word;
the first piece tells whether white space stood before the word.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice

from tokenizers import Tokenizer

# A word of ten thousand letters says no more than its beginning.
MAX_LETTERS = 48
MAX_PIECES = 12
_CACHE_SIZE = 100_000
SPACE = "\u2581"


class PieceVocabulary:
    """The pieces of one encoder, with a cache by word.

    Attributes:
        bos: Number of the piece that opens a text.
        eos: Number of the piece that ends a text.
        unknown: Number of the piece for what has no piece.
    """

    def __init__(self, specification: str) -> None:
        self._tokenizer = Tokenizer.from_str(specification)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._cache: dict[str, tuple[int, ...]] = {}
        self.bos = self._number("<s>")
        self.eos = self._number("</s>")
        self.unknown = self._number("<unk>")

    def _number(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"vocabulary without {piece!r}")
        return int(number)

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
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        return tuple(encoding.ids[:MAX_PIECES]) or (self.unknown,)

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
