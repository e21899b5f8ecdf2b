"""Very many pairs of persons' names at a glance: which surely differ.

``name_features.surely_differ`` asked of whole arrays of pairs. Words become rows of
numbers, pairs of names of the same lengths are looked at together, and only words
whose letters or consonants nearly agree are compared one by one, most of them by
rapidfuzz, in C. A property test holds that it decides what one look at a pair does.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from dragoman.text.name_features import (
    FITS,
    OFF,
    SLIP,
    SOUNDS,
    TWO_SLIPS,
    joined_marks_meet,
    surely_differ,
)
from dragoman.text.name_words import MIN_SLIP, MIN_SLIPS, Word, pair_words
from dragoman.text.person_names import PersonWords

Ints = NDArray[np.int64]
Bits = NDArray[np.uint64]
Flags = NDArray[np.bool_]

# Names of more words are rare and left to the full comparison.
_MAX_WORDS = 5
# Pairs looked at together: a grid of five by five words then takes a few megabytes.
_CHUNK = 1 << 14


def _letters(text: str) -> np.uint64:
    return np.uint64(sum(1 << (ord(letter) & 63) for letter in text))


# Letters that no spelling of a sound adds or leaves out, and those of one sound.
_KEPT, _LIPS = _letters("dlmnr"), _letters("bfpvw")


def _any(flags: Flags, axis: int) -> Flags:
    """Return ``flags.any(axis)``, for a short axis in a tenth of the time."""
    places = range(1, flags.shape[axis])
    found: Flags = np.take(flags, 0, axis)
    for place in places:
        found = found | np.take(flags, place, axis)
    return found


def _steady(letters: Bits) -> Bits:
    """Return bits that are equal where coarse consonants are."""
    found: Bits = (letters & _KEPT) | ((letters & _LIPS) != 0).astype(np.uint64)
    return found


@dataclass(frozen=True, slots=True)
class _Rows:
    """Words by number.

    Attributes:
        words: The words.
        sizes: Their letters.
        letters: Their different letters, as bits.
        steady: Those of them that words with the same consonants share.
        alike: Hashes of sound, consonants and coarse consonants, shape ``(n, 3)``.
        long: Whether they have three consonants and more.
        forms: The groups of given names that they are in, as bits; two groups may
            share one, so that meeting bits leave a pair open.
    """

    words: list[Word]
    sizes: Ints
    letters: Bits
    steady: Bits
    alike: Ints
    long: Flags
    forms: Bits


class NameGlance:
    """Names in rows of numbers, to be compared by their places."""

    def __init__(self, names: Iterable[PersonWords]) -> None:
        """Put names into rows."""
        self._names = list(names)
        numbers: dict[str, int] = {}
        words: list[Word] = []
        counts: list[int] = []
        filed: list[int] = []
        for name in self._names:
            parts = name.parts
            if not name.plain or len(parts) > _MAX_WORDS:
                parts = ()
            counts.append(len(parts))
            for word in parts:
                number = numbers.setdefault(word.text, len(words))
                if number == len(words):
                    words.append(word)
                filed.append(number)
        self._rows = _make_rows(words)
        self._counts = np.array(counts, dtype=np.int64)
        self._starts = np.cumsum(self._counts) - self._counts
        self._filed = np.array(filed, dtype=np.int64)
        # "Abd al-Karim" is like "Karim" as well, "Ab Dulla" may become one.
        opens = np.array([word.text[:2] == "ab" for word in words], dtype=np.bool_)
        owner = np.repeat(np.arange(len(counts)), self._counts)
        self._counts[owner[opens[self._filed]]] = 0

    def surely_differ(self, ones: Ints, others: Ints) -> Flags:
        """Tell of each pair whether its names cannot be of one person.

        Args:
            ones: Places of names, shape ``(n,)``.
            others: Places of the names that they are compared with, shape ``(n,)``.

        Returns:
            Shape ``(n,)``.
        """
        found = np.zeros(len(ones), dtype=np.bool_)
        sizes = self._counts[ones], self._counts[others]
        shapes = sizes[0] * (_MAX_WORDS + 1) + sizes[1]
        shapes[(sizes[0] == 0) | (sizes[1] == 0)] = 0
        order = np.argsort(shapes, kind="stable")
        cuts = np.flatnonzero(np.diff(shapes[order])) + 1
        for same in np.split(order, cuts):
            if not len(same):
                continue
            if not shapes[same[0]]:
                for at in same.tolist():
                    one, other = self._names[ones[at]], self._names[others[at]]
                    found[at] = surely_differ(one, other)
                continue
            for start in range(0, len(same), _CHUNK):
                some = same[start : start + _CHUNK]
                found[some] = self._differ(
                    self._words(ones[some]), self._words(others[some])
                )
        return found

    def _words(self, places: Ints) -> Ints:
        """Return the numbers of the words of names of one length."""
        width = np.arange(self._counts[places[0]])
        words: Ints = self._filed[self._starts[places][:, None] + width]
        return words

    def _differ(self, mine: Ints, theirs: Ints) -> Flags:
        equal = mine[:, :, None] == theirs[:, None, :]
        my_own, their_own = ~_any(equal, 2), ~_any(equal, 1)
        grid = my_own[:, :, None] & their_own[:, None, :]
        fits = self._fit(mine, theirs, grid)
        stands_out = _any(my_own & ~_any(fits, 2), 1)
        stands_out &= _any(their_own & ~_any(fits, 1), 1)
        open_ = np.flatnonzero(stands_out)
        joined = self._may_join(mine[open_], theirs[open_])
        joined |= self._may_join(theirs[open_], mine[open_])
        stands_out[open_[joined]] = False
        return stands_out

    def _fit(self, mine: Ints, theirs: Ints, grid: Flags) -> Flags:
        """Tell which words may fit which, of those in the grid."""
        rows = self._rows
        at = np.nonzero(grid)
        one, other = mine[at[0], at[1]], theirs[at[0], at[2]]
        alike = rows.alike[one] == rows.alike[other]
        meets = _any(alike, 1) | ((rows.forms[one] & rows.forms[other]) != 0)
        # One sound, or three consonants and more alike, fit whatever the vowels are.
        long = rows.long[one] & rows.long[other]
        sure = alike[:, 0] | ((alike[:, 1] | alike[:, 2]) & long)
        for n in np.flatnonzero(meets & ~sure).tolist():
            pair = pair_words(rows.words[one[n]], rows.words[other[n]])
            meets[n] = pair.score >= FITS
        apart = np.bitwise_count(rows.letters[one] ^ rows.letters[other])
        sizes = np.maximum(rows.sizes[one], rows.sizes[other])
        off = np.abs(rows.sizes[one] - rows.sizes[other])
        near = np.flatnonzero(
            ~meets & (apart <= TWO_SLIPS) & (off <= OFF) & (sizes >= MIN_SLIP)
        )
        if len(near):
            distance = cpdist(
                [rows.words[n].text for n in one[near].tolist()],
                [rows.words[n].text for n in other[near].tolist()],
                scorer=OSA.distance,
                score_cutoff=2,
            )
            slips = (distance == 1) | ((distance == 2) & (sizes[near] >= MIN_SLIPS))
            meets[near[slips]] = True
        fits = np.zeros(grid.shape, dtype=np.bool_)
        fits[at] = meets
        return fits

    def _may_join(self, joined: Ints, words: Ints) -> Flags:
        """Tell of each pair whether two or three words may be one of the other's."""
        rows = self._rows
        found = np.zeros(len(joined), dtype=np.bool_)
        for taken in (2, 3):
            for at in range(joined.shape[1] - taken + 1):
                piece = joined[:, at : at + taken]
                size, letters = rows.sizes[piece[:, 0]], rows.letters[piece[:, 0]]
                for column in range(1, taken):
                    size = size + rows.sizes[piece[:, column]]
                    letters = letters | rows.letters[piece[:, column]]
                off = np.abs(size[:, None] - rows.sizes[words])
                apart = np.bitwise_count(letters[:, None] ^ rows.letters[words])
                near = apart <= SOUNDS
                # Consonants are compared where letters do not rule them out.
                steady = _steady(letters)[:, None] == rows.steady[words]
                near &= steady | (rows.forms[words] != 0)
                found |= _any((off <= OFF) & (apart <= SLIP), 1)
                pairs, places = np.nonzero(near & (off <= OFF) & ~found[:, None])
                for n, place in zip(pairs.tolist(), places.tolist(), strict=True):
                    parts = [rows.words[number] for number in piece[n]]
                    word = rows.words[words[n, place]]
                    found[n] = found[n] or joined_marks_meet(parts, word)
        return found


def _make_rows(words: list[Word]) -> _Rows:
    letters = np.array([word.letters for word in words], dtype=np.uint64)
    keys = [(word.sound, word.consonants, word.coarse) for word in words]
    long = [min(len(word.consonants), len(word.coarse)) > 2 for word in words]
    # Words of one hash that are not alike leave a pair open, and no more.
    alike = [hash(key) for some in keys for key in some]
    forms = [sum({1 << (form & 63) for form in word.forms}) for word in words]
    return _Rows(
        words=words,
        sizes=np.array([word.size for word in words], dtype=np.int64),
        letters=letters,
        steady=_steady(letters),
        alike=np.array(alike, dtype=np.int64).reshape(-1, 3),
        long=np.array(long, dtype=np.bool_),
        forms=np.array(forms, dtype=np.uint64),
    )
