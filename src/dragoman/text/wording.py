"""Wordings that differ in nothing but case, articles and punctuation."""

import string
from collections.abc import Iterable

_ARTICLES = frozenset({"a", "an", "the"})
_PUNCTUATION = dict.fromkeys(map(ord, string.punctuation + "“”‘’«»"))


def wording(words: Iterable[str]) -> str:
    """Return words as they are compared: lower case, no articles, no punctuation."""
    return " ".join(
        plain
        for word in words
        if (plain := word.lower().translate(_PUNCTUATION)) and plain not in _ARTICLES
    )
