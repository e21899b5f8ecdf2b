"""Very many pairs of words: what ``name_words.pair_words`` tells of each."""

from collections.abc import Sequence
from functools import reduce
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from dragoman.data.tables import given_name_forms
from dragoman.text.name_features import (
    MIN_JOIN,
    OFF,
    SLIP,
    SOUNDS,
    is_one,
    joined_marks_meet,
)
from dragoman.text.name_items import NONE, are_one_name, items_at
from dragoman.text.name_words import (
    COARSE,
    FAR,
    MIN_SLIP,
    MIN_SLIPS,
    SCORES,
    Likeness,
    pair_words,
)
from dragoman.text.word_table import Bits, Flags, Ints, WordTable

Floats = NDArray[np.float64]
# Neighbouring words of a name, by number.
Piece: TypeAlias = tuple[int, ...]

KINDS = tuple(Likeness)
NUMBER = {kind: n for n, kind in enumerate(KINDS)}
# Letters that no spelling of a sound adds or leaves out, and those of one sound.
_KEPT, _LIPS, _BACK = (
    np.uint64(sum(1 << (ord(letter) & 63) for letter in letters))
    for letters in ("dlmnr", "bfpvw", "gkqx")
)
_BACK_BIT = np.uint64(63)
# What stands for a sound whatever is beside it, and all that may stand for it.
_SPELT = tuple(
    tuple(np.uint64(sum(1 << (ord(letter) & 63) for letter in each)) for each in pair)
    for pair in (("s", "sc"),)
)
# The lowest of the three bits of each slot of vowels.
_SLOTS = np.uint64(sum(1 << bit for bit in range(0, 63, 3)))
_ONE, _TWO = np.uint64(1), np.uint64(2)
# Of so many consonants those alike make a kind of their own.
_CARRY = 3
# A place in the table of names, two of them in one number.
_PLACE_BITS = 31
_PLACE_MASK = (1 << _PLACE_BITS) - 1


class Likenesses(NamedTuple):
    """How pairs of words are alike, shape ``(n,)``.

    Attributes:
        kind: Rung of the ladder, by its place in ``KINDS``.
        score: Likeness in [0, 1], 0 for what is only far alike.
    """

    kind: NDArray[np.int8]
    score: Floats


class WordPairs:
    """Words to be compared by their numbers."""

    def __init__(self, words: WordTable) -> None:
        """Look at words."""
        self.words = words
        filled = words.vowels | (words.vowels >> _ONE) | (words.vowels >> _TWO)
        self._filled = filled & _SLOTS
        self._syllable = np.bitwise_count(self._filled) == 1
        self._servant = np.array([word[1:3] == "bd" for word in words.texts], np.bool_)
        self._met: dict[tuple[Piece, int], bool] = {}
        self._one: dict[tuple[Piece, int], bool] = {}

    def vowels_fit(self, ones: Ints, others: Ints) -> Flags:
        """Tell of words with the same consonants whether their vowels may be one's."""
        words = self.words
        meet = words.vowels[ones] & words.vowels[others]
        meet |= (meet >> _ONE) | (meet >> _TWO)
        apart = self._filled[ones] & self._filled[others] & ~meet
        # A syllable has nothing but its vowel to tell it by.
        told = ~(self._syllable[ones] & self._syllable[others])
        fit: Flags = (words.slots[ones] == words.slots[others]) & (apart == 0) & told
        return fit

    def may_be_one(self, ones: Ints, others: Ints) -> Flags:
        """Tell of words which may be one name written otherwise.

        Those of one sound, of the same consonants with vowels that fit, forms of one
        given name, spellings that lists give one name, and all that are written
        without vowels.
        """
        words = self.words
        found: Flags = words.consonants[ones] == words.consonants[others]
        found &= words.skeleton[ones, 0] > 1
        found &= self.vowels_fit(ones, others)
        found |= words.sound[ones] == words.sound[others]
        found |= (words.forms[ones] & words.forms[others]) != 0
        found |= self.are_listed(ones, others)
        found |= words.abjad[ones] | words.abjad[others]
        return found

    def are_listed(self, ones: Ints, others: Ints) -> Flags:
        """Tell of words whether lists take them for spellings of one name."""
        words = self.words
        found: Flags = (words.items[ones] & words.items[others]) != 0
        at = np.flatnonzero(found)
        if not len(at):
            return found
        places = words.listed[ones[at]], words.listed[others[at]]
        pairs, which = np.unique(
            np.minimum(*places) << _PLACE_BITS | np.maximum(*places),
            return_inverse=True,
        )
        same = [
            are_one_name(items_at(pair >> _PLACE_BITS), items_at(pair & _PLACE_MASK))
            for pair in pairs.tolist()
        ]
        found[at] = np.array(same, dtype=np.bool_)[which]
        return found

    def are_two_names(self, ones: Ints, others: Ints) -> Flags:
        """Tell of words whether lists know both, and not as spellings of one name."""
        listed = self.words.listed
        known: Flags = (listed[ones] != NONE) & (listed[others] != NONE)
        at = np.flatnonzero(known)
        if not len(at):
            return known
        known[at] = ~self.are_listed(ones[at], others[at])
        # Two groups of given names may share a bit.
        bits, texts, forms = self.words.forms, self.words.texts, given_name_forms()
        for n in np.flatnonzero(known & ((bits[ones] & bits[others]) != 0)).tolist():
            one, other = (forms[texts[some[n]]].keys() for some in (ones, others))
            known[n] = one.isdisjoint(other)
        return known

    def compare(self, ones: Ints, others: Ints) -> Likenesses:
        """Compare plain words that are not equal."""
        words = self.words
        sound = words.sound[ones] == words.sound[others]
        kept = words.consonants[ones] == words.consonants[others]
        forms = (words.forms[ones] & words.forms[others]) != 0
        carry = words.skeleton[ones] >= _CARRY
        spelt = kept & (words.skeleton[ones, 0] > 1)
        at = np.flatnonzero(spelt)
        spelt[at] = self.vowels_fit(ones[at], others[at])
        slips, length = self._count_slips(ones, others, ~(sound | spelt | forms))
        kind = np.full(len(ones), NUMBER[Likeness.FAR], dtype=np.int8)
        score = np.zeros(len(ones))
        # From the lowest rung to the highest.
        for flags, rung, worth in (
            (
                carry[:, 1] & (words.coarse[ones] == words.coarse[others]),
                Likeness.CONSONANTS,
                COARSE,
            ),
            ((slips == 2) & (length >= MIN_SLIPS), Likeness.SLIPS, None),
            (carry[:, 0] & kept, Likeness.CONSONANTS, SCORES[Likeness.CONSONANTS]),
            ((slips == 1) & (length >= MIN_SLIP), Likeness.SLIP, None),
            (
                self.are_listed(ones, others),
                Likeness.LISTED,
                SCORES[Likeness.LISTED],
            ),
            (spelt, Likeness.SPELLING, SCORES[Likeness.SPELLING]),
            (sound, Likeness.SOUND, SCORES[Likeness.SOUND]),
        ):
            kind[flags] = NUMBER[rung]
            score[flags] = 1 - slips[flags] / length[flags] if worth is None else worth
        # Short forms, forms in other tongues and what opens like "Abd al-" are looked
        # up one by one.
        asked = forms | words.servant[ones] | words.servant[others]
        for n in np.flatnonzero(asked & ~(sound | spelt)).tolist():
            pair = pair_words(words.word(int(ones[n])), words.word(int(others[n])))
            kind[n] = NUMBER[pair.kind]
            score[n] = pair.score if pair.kind is not Likeness.FAR else 0.0
        return Likenesses(kind, score)

    def nearness(self, ones: Ints, others: Ints) -> Floats:
        """Return how alike plain words are that are only far alike, in [0, 1]."""
        slips, length = self._count_slips(ones, others, None, most=_CARRY)
        found: Floats = np.where(slips <= _CARRY, (1 - slips / length) * FAR, 0.0)
        return found

    def _count_slips(
        self, ones: Ints, others: Ints, asked: Flags | None, most: int = 2
    ) -> tuple[Ints, Ints]:
        """Count slips of the pen between words of which it is asked.

        Returns:
            Slips, something greater where there are more than ``most`` or where it is
            not asked, and letters of the longer words.
        """
        words = self.words
        sizes = words.sizes[ones], words.sizes[others]
        # A slip changes two of the different letters at most.
        apart = np.bitwise_count(words.letters[ones] ^ words.letters[others])
        near = (apart <= 2 * most) & (np.abs(sizes[0] - sizes[1]) <= most)
        at = np.flatnonzero(near if asked is None else near & asked)
        found = np.full(len(ones), most + 1, dtype=np.int64)
        found[at] = self.distance(words.texts, ones[at], others[at], most)
        return found, np.maximum(*sizes)

    @staticmethod
    def distance(texts: Sequence[str], ones: Ints, others: Ints, most: int) -> Ints:
        """Return the slips between texts, by their numbers."""
        if not len(ones):
            return np.zeros(0, dtype=np.int64)
        found: Ints = cpdist(
            [texts[n] for n in ones.tolist()],
            [texts[n] for n in others.tolist()],
            scorer=OSA.distance,
            score_cutoff=most,
        )
        return found

    def may_be_joined(self, names: Ints, others: Ints, fits: Flags | None) -> Flags:
        """Tell of pairs of names whether words of one may be written as one in another.

        Args:
            names: Words of names, shape ``(k, n)``.
            others: Words of the other names, shape ``(k, m)``.
            fits: Which words fit which, shape ``(k, n, m)``, to ask only where
                ``name_features.describe_pair`` does write words as one: where they
                make a word of some length, and none of them fits the other by itself.

        Returns:
            Shape ``(k,)``.
        """
        table = self.words
        count, n = names.shape
        found = np.zeros(count, dtype=np.bool_)
        pieces = [slice(i, i + taken) for taken in (2, 3) for i in range(n - taken + 1)]
        if not pieces or not count:
            return found
        size = _join_columns(np.add, table.sizes[names], pieces)
        off = np.abs(size[:, :, None] - table.sizes[others][:, None, :]) <= OFF
        if fits is not None:
            off &= (size >= MIN_JOIN)[:, :, None]
            off &= ~_join_columns(np.logical_or, fits, pieces)
        at, which, places = np.nonzero(off)
        if not len(at):
            return found
        joined = _join_columns(np.bitwise_or, table.letters[names], pieces)
        letters = joined[at, which]
        word = others[at, places]
        apart = np.bitwise_count(letters ^ table.letters[word])
        slips = apart <= SLIP
        opens = np.array([piece.start for piece in pieces])[which]
        # Consonants are compared where letters do not rule them out.
        near = _may_be_alike(letters, table.letters[word])
        near |= self._servant[word] | self._servant[names[at, opens]]
        forms = ~near
        if fits is None:
            found[at[slips]] = True
            near |= table.forms[word] != 0
        else:
            near |= slips
        near &= apart <= SOUNDS
        for n in np.flatnonzero(near & ~found[at]).tolist():
            if not found[at[n]]:
                piece = tuple(names[at[n], pieces[which[n]]].tolist())
                asked = piece, int(word[n])
                found[at[n]] = (
                    self._marks_meet(*asked, only_forms=bool(forms[n]))
                    if fits is None
                    else self._is_one(*asked)
                )
        return found

    def _marks_meet(self, piece: Piece, word: int, *, only_forms: bool) -> bool:
        """Tell whether words written as one are like another by more than slips."""
        words = self.words
        if (
            only_forms
            and "".join([words.texts[n] for n in piece]) not in given_name_forms()
        ):
            return False
        known = self._met.get((piece, word))
        if known is None:
            parts = [words.word(number) for number in piece]
            known = joined_marks_meet(parts, words.word(word))
            self._met[piece, word] = known
        return known

    def _is_one(self, piece: Piece, word: int) -> bool:
        """Tell whether words written as one are another, and no part of it."""
        known = self._one.get((piece, word))
        if known is None:
            parts = tuple([self.words.word(number) for number in piece])
            known = is_one(parts, (self.words.word(word),))
            self._one[piece, word] = known
        return known


def _join_columns(
    how: np.ufunc, values: NDArray[Any], pieces: Sequence[slice]
) -> NDArray[Any]:
    """Reduce the columns of each piece to one; a short axis is slow to reduce."""
    columns = [values[:, n] for n in range(values.shape[1])]
    return np.stack([reduce(how, columns[piece]) for piece in pieces], axis=1)


def _may_be_alike(ones: Bits, others: Bits) -> Flags:
    """Tell by their letters which words may have the same coarse consonants."""
    found: Flags = _steady(ones) == _steady(others)
    for sure, likely in _SPELT:
        found &= ((ones & sure) == 0) | ((others & likely) != 0)
        found &= ((others & sure) == 0) | ((ones & likely) != 0)
    return found


def _steady(letters: Bits) -> Bits:
    """Return bits that are equal where coarse consonants are."""
    lips = ((letters & _LIPS) != 0).astype(np.uint64)
    back = ((letters & _BACK) != 0).astype(np.uint64)
    found: Bits = (letters & _KEPT) | lips | (back << _BACK_BIT)
    return found
