"""Wordings that differ in nothing but case, articles and punctuation."""

import string
from collections.abc import Iterable
from functools import lru_cache

from dragoman.model.syntax import ARTICLES

_PUNCTUATION = dict.fromkeys(map(ord, string.punctuation + "“”‘’«»"))


def wording(words: Iterable[str]) -> str:
    """Return words as they are compared: lower case, no articles, no punctuation."""
    return " ".join(filter(None, map(plain_word, words)))


@lru_cache(maxsize=32768)
def plain_word(word: str) -> str:
    """Return one word as it is compared, empty for an article or a mark.

    >>> plain_word("Lusaran,")
    'lusaran'
    """
    plain = word.lower().translate(_PUNCTUATION)
    return "" if plain in ARTICLES else plain
