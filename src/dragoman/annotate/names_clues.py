"""What letters and tables tell of a word, for the heads that find names.

One row of zeros and ones a word: how it is written, what it is in the tables of the
package by itself, and whether it lies in a known name of several words. Keys are
folded, so that a text in lower case finds them as well.
"""

from collections.abc import Iterable, Sequence

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

SHAPES = ("lower", "capital", "capitals", "initial", "mixed", "digits", "coded", "mark")
# Cities of fewer thousands are called like people and things too often.
_LARGE = 300
_MOST_WORDS = 6
_LEAST_ALONE = 2
_CACHE_SIZE = 100_000
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
        self._kinds: dict[str, list[int]] = {}
        for name, keys in kinds.items():
            for key in keys:
                self._kinds.setdefault(key, []).append(self._columns[name])
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self._alone = len(self._columns)
        phrases = _kinds_of_phrases()
        self.size = self._alone + 2 * len(phrases)
        for number, keys in enumerate(phrases.values()):
            for key in keys:
                words = tuple(key.replace("-", " - ").replace("'s", " 's").split())
                if 1 < len(words) <= _MOST_WORDS:
                    column = self._alone + 2 * number
                    self._phrases.setdefault(words[0], []).append((words, column))
        for listed in self._phrases.values():
            listed.sort(key=lambda phrase: -len(phrase[0]))
        self._numbers: dict[str, tuple[int, str]] = {}
        self._rows = np.zeros((_CACHE_SIZE, self._alone), np.float32)

    def of(self, words: Sequence[str]) -> Floats:
        """Return the rows of the words of a text, ``(words, size)``."""
        numbers = self._numbers
        if len(numbers) + len(words) > _CACHE_SIZE:
            numbers.clear()
        known = [numbers.get(word) or self._add(word) for word in words]
        rows = np.zeros((len(words), self.size), np.float32)
        rows[:, : self._alone] = self._rows[[number for number, _ in known]]
        done = 0
        for at, (_, key) in enumerate(known):
            phrases = self._phrases.get(key)
            if phrases is None or at < done:
                continue
            for phrase, column in phrases:
                end = at + len(phrase)
                if end <= len(known) and all(
                    known[at + n][1] == phrase[n] for n in range(1, len(phrase))
                ):
                    rows[at, column] = 1.0
                    rows[at + 1 : end, column + 1] = 1.0
                    done = end
                    break
        return rows

    def _add(self, word: str) -> tuple[int, str]:
        key = fold_key(word)
        number = len(self._numbers)
        row = self._rows[number]
        row[:] = 0.0
        row[self._columns[shape_of(word)]] = 1.0
        row[self._columns["hyphen"]] = "-" in word[1:]
        row[self._kinds.get(key, [])] = 1.0
        if key.endswith(".") and len(key) > _LEAST_ALONE:
            row[self._kinds.get(key[:-1], [])] = 1.0
        self._numbers[word] = number, key
        return number, key


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


def _kinds_of_words() -> dict[str, Iterable[str]]:
    words = name_words()
    cities = {k: p for k, p in places().items() if p.kind == "city"}
    return {
        "given": all_given_names(),
        "country": country_names(),
        "capital city": capitals(),
        "city": [k for k, p in cities.items() if p.population >= _LARGE],
        "town": [k for k, p in cities.items() if p.population < _LARGE],
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
