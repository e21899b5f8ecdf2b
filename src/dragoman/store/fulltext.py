"""Folding of words, so that a search finds them however they are written.

What is indexed and what is asked for go through the same ``fold``: lower case,
no diacritics, no Arabic vowel signs or Hebrew points, one form for the letters
that Arabic and Persian write in several ways. Offsets of hits come from the
original text (``find_hits``), so they count its code points.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse

# Letters that one word shares across spellings: alef with hamza or madda, final
# alef maqsura and yeh, Persian kaf, teh marbuta, tatweel.
_LETTERS = str.maketrans(
    {
        "آ": "ا",
        "أ": "ا",
        "إ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ـ": None,
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
    }
)
# Marks belong to the word they stand on; \w alone would cut vowelled Arabic.
_WORD = re.compile(r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+")


def fold(text: str) -> str:
    """Return the form of a text that is indexed and searched for.

    >>> fold("Nasrallāh, قَالَ")
    'nasrallah, قال'
    """
    if text.isascii():
        return text.lower()
    lower = text.lower()
    # Most texts have a few other letters, most of which stay as they are.
    folded = {
        letter: form
        for letter in set(lower)
        if not letter.isascii() and (form := _fold_letter(letter)) != letter
    }
    if not folded.keys().isdisjoint("".join(folded.values())):
        return "".join([folded.get(letter, letter) for letter in lower])
    for letter, form in folded.items():
        lower = lower.replace(letter, form)
    return lower


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    decomposed = unicodedata.normalize("NFKD", letter.translate(_LETTERS))
    return "".join(filterfalse(unicodedata.combining, decomposed))


def split_terms(query: str) -> list[str]:
    """Return the folded words of a query, in order and without repetition."""
    return list(dict.fromkeys(fold(match.group()) for match in _WORD.finditer(query)))


def match_expression(query: str) -> str | None:
    """Return the FTS5 expression for a query, ``None`` if it has no words.

    Every word must occur; words in double quotes must follow one another. All
    words are quoted, so operators of FTS5 in the query are words like others.
    """
    phrases = []
    for index, part in enumerate(query.split('"')):
        words = [fold(match.group()) for match in _WORD.finditer(part)]
        phrases.extend([" ".join(words)] if index % 2 else words)
    quoted = [f'"{phrase}"' for phrase in phrases if phrase]
    return " AND ".join(quoted) or None


def find_hits(text: str, terms: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the words of a text that fold to one of the terms."""
    wanted = set(terms)
    for match in _WORD.finditer(text):
        if fold(match.group()) in wanted:
            yield match.span()
