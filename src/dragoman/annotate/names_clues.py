"""What letters and tables tell of a word, for the heads that find names.

One row of zeros and ones a word: how it is written, what it is in the tables of the
package by itself, and whether it lies in a known name of several words. Keys are
folded, so that a text in lower case finds them as well.
"""

from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder_case import common_words
from dragoman.data.tables import (
    all_given_names,
    capitals,
    country_names,
    demonyms,
    fold_key,
    name_words,
    organizations,
    places,
    read_rows,
    region_names,
)

Floats = NDArray[np.float32]
# Words of a name and the column of its first one.
Phrases = list[tuple[tuple[str, ...], int]]

SHAPES = ("lower", "capital", "capitals", "initial", "mixed", "digits", "coded", "mark")
# Cities of fewer thousands are called like people and things too often.
_LARGE = 300
_MOST_WORDS = 6
_LEAST_ALONE = 2
_CACHE_SIZE = 30_000
_CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
     "january", "february", "march", "april", "may", "june", "july", "august",
     "september", "october", "november", "december"}
)  # fmt: skip


class Clues:
    """Tables of words and of names of several words, built once.

    Attributes:
        size: Width of a row.
    """

    def __init__(self) -> None:
        kinds = _kinds_of_words()
        self._columns = {name: n for n, name in enumerate((*SHAPES, "hyphen", *kinds))}
        # Looked up for the words that turn up, not turned round for all at the start.
        self._kinds = [(self._columns[name], keys) for name, keys in kinds.items()]
        # By first word, then by the second one.
        self._phrases: dict[str, dict[str, Phrases]] = {}
        alone = len(self._columns)
        phrases = _kinds_of_phrases()
        self.size = alone + 2 * len(phrases)
        for column, keys in enumerate(phrases.values()):
            self._list(keys, alone + 2 * column)
        # By number of the word, from 1: its row, its key, what it may open.
        self._numbers: dict[str, int] = {}
        self._rows = np.zeros((_CACHE_SIZE + 1, self.size), np.float32)
        self._keys: list[str] = [""]
        self._opened: dict[int, dict[str, Phrases]] = {}

    def _list(self, keys: Iterable[str], column: int) -> None:
        """Keep the names of several words, the longest first."""
        for key in keys:
            if key.isalpha():
                continue
            if "-" in key or "'s" in key:
                key = key.replace("-", " - ").replace("'s", " 's")
            words = tuple(key.split())
            if not 1 < len(words) <= _MOST_WORDS:
                continue
            seconds = self._phrases.get(words[0])
            if seconds is None:
                seconds = self._phrases[words[0]] = {}
            listed = seconds.get(words[1])
            if listed is None:
                seconds[words[1]] = [(words, column)]
            else:
                listed.append((words, column))
                listed.sort(key=lambda phrase: -len(phrase[0]))

    def of(self, words: Sequence[str]) -> Floats:
        """Return the rows of the words of a text, ``(words, size)``."""
        if len(self._numbers) + len(words) > _CACHE_SIZE:
            self._numbers.clear()
            self._opened.clear()
            del self._keys[1:]
        known = self._numbers
        numbers = [known.get(word) or self._add(word) for word in words]
        rows: Floats = self._rows[numbers]
        opened, keys = self._opened, self._keys
        openers = [
            (at, number, following)
            for at, (number, following) in enumerate(pairwise(numbers))
            if number in opened
        ]
        done = 0
        for at, number, following in openers:
            if at >= done:
                phrases = opened[number].get(keys[following])
                if phrases is not None:
                    done = self._mark(rows, numbers, at, phrases) or done
        return rows

    def _mark(
        self,
        rows: Floats,
        numbers: list[int],
        at: int,
        phrases: Phrases,
    ) -> int:
        """Mark the longest name that opens at a word; return the word after it."""
        keys = self._keys
        for phrase, column in phrases:
            end = at + len(phrase)
            if end <= len(numbers) and all(
                keys[numbers[at + n]] == phrase[n] for n in range(2, len(phrase))
            ):
                rows[at, column] = 1.0
                rows[at + 1 : end, column + 1] = 1.0
                return end
        return 0

    def _add(self, word: str) -> int:
        key = fold_key(word)
        number = len(self._keys)
        row = self._rows[number]
        row[:] = 0.0
        row[self._columns[shape_of(word)]] = 1.0
        row[self._columns["hyphen"]] = "-" in word[1:]
        row[self._kinds_of(key)] = 1.0
        if key.endswith(".") and len(key) > _LEAST_ALONE:
            row[self._kinds_of(key[:-1])] = 1.0
        self._numbers[word] = number
        self._keys.append(key)
        if key in self._phrases:
            self._opened[number] = self._phrases[key]
        return number

    def _kinds_of(self, key: str) -> list[int]:
        return [column for column, keys in self._kinds if key in keys]


def shape_of(word: str) -> str:
    """Return how a word is written, one of ``SHAPES``."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return "digits" if any(c.isdigit() for c in word) else "mark"
    if any(c.isdigit() for c in word):
        return "coded"
    if not any(c.isupper() for c in letters):
        return "lower"
    if all(c.isupper() for c in letters):
        return "capitals" if len(letters) > 1 else "initial"
    inner = any(c.isupper() for c in letters[1:]) and "-" not in word
    return "mixed" if inner or not letters[0].isupper() else "capital"


def _kinds_of_words() -> dict[str, Container[str]]:
    words = name_words()
    cities = [(k, p.population) for k, p in places().items() if p.kind == "city"]
    return {
        "given": all_given_names(),
        "country": country_names(),
        "capital city": capitals(),
        "city": {k for k, thousands in cities if thousands >= _LARGE},
        "town": {k for k, thousands in cities if thousands < _LARGE},
        "region": region_names(),
        "demonym": demonyms(),
        "people": words.peoples,
        "organization": organizations(),
        "organization head": words.organizations,
        "organization opener": words.organization_openers,
        "description": words.describes,
        "place head": words.places,
        "place opener": words.place_openers,
        "title": words.titles,
        "honorific": words.honorifics,
        "portfolio": words.portfolios,
        "no entity": words.not_entities,
        "calendar": _CALENDAR,
        "common": common_words(),
    }


def _kinds_of_phrases() -> dict[str, Iterable[str]]:
    officials = [
        fold_key(name)
        for name, others, *_ in read_rows("officials.tsv")
        for name in (name, *others.split("|"))
    ]
    holders = [fold_key(row[2]) for row in read_rows("office_holders.tsv")]
    return {
        "country": country_names(),
        "place": places(),
        "organization": organizations(),
        "person": {*officials, *holders},
    }
