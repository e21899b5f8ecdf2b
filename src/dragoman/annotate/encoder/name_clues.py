"""What letters and tables tell of a word, for the heads that find names.

One row of zeros and ones a word: how it is written, what it is in the tables of the
package by itself, and whether it lies in a known name of several words. Keys are
folded, so that a text in lower case finds them as well.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder.case import common_words
from dragoman.data.place_table import PlaceTable, SortedNames
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
from dragoman.text.calendar_names import CALENDAR_KEYS

Floats = NDArray[np.float32]
# What follows the second word of names, to the column of their first one.
Phrases = dict[tuple[str, ...], int]

SHAPES = ("lower", "capital", "capitals", "initial", "mixed", "digits", "coded", "mark")
# Cities of fewer thousands are called like people and things too often.
_LARGE = 300
_MOST_WORDS = 6
_LEAST_ALONE = 2
_CACHE_SIZE = 30_000


class Clues:
    """Rows of words, from tables of words and of names of several words.

    Attributes:
        size: Width of a row.
    """

    def __init__(self) -> None:
        kinds = _kinds_of_words()
        names = (*SHAPES, "hyphen", *kinds)
        self._columns = {name: n for n, name in enumerate(names)}
        self._kinds = [
            (self._columns[name], keys) for name, keys in kinds.items() if keys
        ]
        self._listed = _kinds_of_phrases()
        self._alone = len(names)
        self.size = self._alone + 2 * len(self._listed)
        # By number of the word, from 1: its row, its key, what it may open by the
        # second word. Looked up for the words that turn up, not for all at the start.
        self._numbers: dict[str, int] = {}
        self._rows = np.zeros((_CACHE_SIZE + 1, self.size), np.float32)
        self._keys: list[str] = [""]
        self._opened: dict[int, dict[str, Phrases]] = {}

    def _phrases(self, key: str) -> dict[str, Phrases]:
        """Return the names that a word opens, by the second word."""
        seconds: dict[str, Phrases] = {}
        for number, listed in enumerate(self._listed):
            column = self._alone + 2 * number
            for name in listed.opened_by(key):
                spaced = name.replace("-", " - ").replace("'s", " 's")
                words = tuple(spaced.split())
                if words[0] == key and 1 < len(words) <= _MOST_WORDS:
                    known = seconds.setdefault(words[1], {})
                    known.setdefault(words[2:], column)
        return seconds

    def of(self, words: Sequence[str]) -> Floats:
        """Return the rows of the words of a text, ``(words, size)``.

        An empty word has an empty row, and no name lies across it.
        """
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
        behind = tuple([keys[n] for n in numbers[at + 2 : at + _MOST_WORDS]])
        for size in range(len(behind), -1, -1):
            column = phrases.get(behind[:size])
            if column is not None:
                end = at + 2 + size
                rows[at, column] = 1.0
                rows[at + 1 : end, column + 1] = 1.0
                return end
        return 0

    def _add(self, word: str) -> int:
        key = fold_key(word)
        number = len(self._keys)
        row = self._rows[number]
        row[:] = 0.0
        self._numbers[word] = number
        self._keys.append(key)
        if not word:
            return number
        row[self._columns[shape_of(word)]] = 1.0
        row[self._columns["hyphen"]] = "-" in word[1:]
        kinds = self._kinds_of(key)
        if key.endswith(".") and len(key) > _LEAST_ALONE:
            kinds += self._kinds_of(key[:-1])
        for column in kinds:
            row[column] = 1.0
        phrases = self._phrases(key)
        if phrases:
            self._opened[number] = phrases
        return number

    def _kinds_of(self, key: str) -> list[int]:
        kinds = [column for column, keys in self._kinds if key in keys]
        place = places().get(key)
        if place is not None and place.kind == "city":
            size = "city" if place.population >= _LARGE else "town"
            kinds.append(self._columns[size])
        return kinds


def shape_of(word: str) -> str:
    """Return how a word is written, one of ``SHAPES``."""
    if word.isascii() and word.isalpha():
        if word.islower():
            return "lower"
        if word.isupper():
            return "capitals" if len(word) > 1 else "initial"
        return "capital" if word.istitle() else "mixed"
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


def _kinds_of_words() -> dict[str, Collection[str]]:
    words = name_words()
    return {
        "given": all_given_names(),
        "country": country_names(),
        "capital city": capitals(),
        # Looked up in the table of places.
        "city": frozenset(),
        "town": frozenset(),
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
        "calendar": CALENDAR_KEYS,
        "common": common_words(),
    }


def _kinds_of_phrases() -> tuple[SortedNames | PlaceTable, ...]:
    """Return names of states, places, organisations and persons."""
    persons = [row[2] for row in read_rows("office_holders.tsv")]
    for name, others, *_ in read_rows("officials.tsv"):
        persons += [name, *others.split("|")]
    return (
        SortedNames(sorted(country_names())),
        places(),
        SortedNames(sorted(organizations())),
        SortedNames(sorted(set(map(fold_key, persons)))),
    )
