"""Very many names at once: which of them are worth comparing.

Names are filed under any two of their words, by consonants. Most names that meet
there differ in the vowels of one word ("Saleh", "Sula") and cannot be joined; a look
at the vowels, in whole arrays, leaves them out before anything is compared. In a
block of more names than ``_MAX_BLOCK`` only neighbours meet: who has a rarer pair of
words as well is in a smaller block too. So what is compared grows with the names, and
not with their square.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from dragoman.text.name_glance import Flags, Ints
from dragoman.text.name_likeness import vowel_slots
from dragoman.text.name_words import Word
from dragoman.text.person_names import PersonWords

# In a block of more names each meets so many of those that sound most like it.
_MAX_BLOCK, _WINDOW = 24, 3
_MAX_PAIRED = 5
# In the place of a word: two words of the name taken as one.
_JOINED = -1
# The lowest of the three bits of each slot of vowels.
_SLOTS = np.uint64(sum(1 << bit for bit in range(0, 63, 3)))


@dataclass(frozen=True, slots=True)
class _Entries:
    """Names under keys, an entry for each two words of a name, in order of the keys.

    Attributes:
        keys: The key, by number.
        places: The name.
        firsts: The word with the lower part of the key, by number.
        seconds: The other one; either may be ``_JOINED``.
        twins: Whether both words have one part of a key.
    """

    keys: Ints
    places: Ints
    firsts: Ints
    seconds: Ints
    twins: Flags


class NameBlocks:
    """Names filed under two of their words."""

    def __init__(self, names: Sequence[PersonWords]) -> None:
        """File names."""
        self._count = max(1, len(names))
        self._words: list[Word] = []
        self._entries = self._file(names)
        self._ones, self._others = neighbours(self._entries.keys)
        initials = list(_initials(names))
        self._initials = np.array(initials, dtype=np.int64).reshape(-1, 2)

    def all_pairs(self) -> tuple[Ints, Ints]:
        """Return the places of names that share a key.

        Each pair comes once, the first name before the other.
        """
        return self._pairs(np.ones(len(self._ones), dtype=np.bool_))

    def likely_pairs(self) -> tuple[Ints, Ints]:
        """Return those of them whose two words may be spellings of one another."""
        entries, ones, others = self._entries, self._ones, self._others
        mine = entries.firsts[ones], entries.seconds[ones]
        theirs = entries.firsts[others], entries.seconds[others]
        fit = self._fit(mine[0], theirs[0]) & self._fit(mine[1], theirs[1])
        # "Hassan Husain" and "Hussein Hasan".
        turned = np.flatnonzero(entries.twins[ones] & ~fit)
        fit[turned] = self._fit(mine[0][turned], theirs[1][turned])
        fit[turned] &= self._fit(mine[1][turned], theirs[0][turned])
        return self._pairs(fit)

    def _pairs(self, chosen: Flags) -> tuple[Ints, Ints]:
        places = self._entries.places
        ones = np.concatenate((places[self._ones[chosen]], self._initials[:, 0]))
        others = np.concatenate((places[self._others[chosen]], self._initials[:, 1]))
        # A name of equal words meets itself.
        two = ones != others
        low = np.minimum(ones, others)[two]
        high = np.maximum(ones, others)[two]
        pairs = np.unique(low * self._count + high)
        return pairs // self._count, pairs % self._count

    def _file(self, names: Sequence[PersonWords]) -> _Entries:
        rows = self._number(names)
        keys: dict[str, int] = {}
        sounds: dict[str, int] = {}
        words = self._words
        key_of = np.array(
            [keys.setdefault(word.key, len(keys)) for word in words], dtype=np.int64
        )
        sound_of = np.array(
            [sounds.setdefault(word.sound, len(sounds)) for word in words],
            dtype=np.int64,
        )
        # Columns: name, and of both words: part of the key, sound, number.
        found = [np.zeros((0, 7), dtype=np.int64)]
        for places, row in rows:
            for i, j in combinations(range(row.shape[1]), 2):
                one, other = row[:, i], row[:, j]
                found.append(
                    np.column_stack(
                        [
                            *(places, key_of[one], sound_of[one], one),
                            *(key_of[other], sound_of[other], other),
                        ]
                    )
                )
            found.extend(_file_joined(places, row, keys, key_of, sound_of))
        table = np.concatenate(found)
        place, mine, theirs = table[:, 0], table[:, 1:4], table[:, 4:7]
        turn = (mine[:, 0] > theirs[:, 0]) | (
            (mine[:, 0] == theirs[:, 0]) & (mine[:, 1] > theirs[:, 1])
        )
        first = np.where(turn[:, None], theirs, mine)
        second = np.where(turn[:, None], mine, theirs)
        filed = first[:, 0] * max(1, len(keys)) + second[:, 0]
        heard = first[:, 1] * max(1, len(sounds)) + second[:, 1]
        order = np.lexsort((place, heard, filed))
        return _Entries(
            keys=filed[order],
            places=place[order],
            firsts=first[order, 2],
            seconds=second[order, 2],
            twins=(first[:, 0] == second[:, 0])[order],
        )

    def _number(self, names: Sequence[PersonWords]) -> list[tuple[Ints, Ints]]:
        """Number the words; return names of one length together, with their words."""
        numbers: dict[str, int] = {}
        places: defaultdict[int, list[int]] = defaultdict(list)
        filed: defaultdict[int, list[int]] = defaultdict(list)
        for place, name in enumerate(names):
            parts = name.parts[:_MAX_PAIRED]
            size = len(parts)
            places[size].append(place)
            row = filed[size]
            for word in parts:
                number = numbers.setdefault(word.text, len(numbers))
                if number == len(self._words):
                    self._words.append(word)
                row.append(number)
        return [
            (
                np.array(places[size], dtype=np.int64),
                np.array(filed[size], dtype=np.int64).reshape(-1, size),
            )
            for size in sorted(places)
            if size > 1
        ]

    def _fit(self, ones: Ints, others: Ints) -> Flags:
        """Tell of words of one key whether they may be spellings of one another."""
        fit: Flags = (ones == others) | (ones == _JOINED) | (others == _JOINED)
        asked = np.flatnonzero(~fit)
        numbers, places = np.unique(
            np.concatenate((ones[asked], others[asked])), return_inverse=True
        )
        looks = _Looks([self._words[number] for number in numbers.tolist()])
        fit[asked] = looks.fit(places[: len(asked)], places[len(asked) :])
        return fit


class _Looks:
    """What tells at a look that words are no spellings of one another.

    It asks what ``name_words`` asks before it takes two words for one sound, one
    spelling, forms of one given name or readings of one script: a property test
    holds that it leaves out none of these.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        """Look at words."""
        slots = [vowel_slots(word.sound) for word in words]
        kept: dict[tuple[str, int], int] = {}
        # One consonant does not carry a word.
        frames = [
            kept.setdefault((word.consonants, count), len(kept))
            if len(word.consonants) > 1
            else -1 - number
            for number, (word, (_, count)) in enumerate(zip(words, slots, strict=True))
        ]
        sounds: dict[str, int] = {}
        heard = [sounds.setdefault(word.sound, len(sounds)) for word in words]
        forms = [sum({1 << (form & 63) for form in word.forms}) for word in words]
        self._frames = np.array(frames, dtype=np.int64)
        self._heard = np.array(heard, dtype=np.int64)
        self._forms = np.array(forms, dtype=np.uint64)
        self._abjad = np.array([word.abjad for word in words], dtype=np.bool_)
        self._vowels = np.array([vowels for vowels, _ in slots], dtype=np.uint64)
        filled = self._vowels | self._vowels >> np.uint64(1)
        self._filled = (filled | self._vowels >> np.uint64(2)) & _SLOTS
        self._syllable = np.bitwise_count(self._filled) == 1

    def fit(self, ones: Ints, others: Ints) -> Flags:
        """Tell of pairs of words, by their places, which may be one."""
        meet = self._vowels[ones] & self._vowels[others]
        meet |= meet >> np.uint64(1) | meet >> np.uint64(2)
        apart = self._filled[ones] & self._filled[others] & ~meet
        spelt = (self._frames[ones] == self._frames[others]) & (apart == 0)
        # A syllable has nothing but its vowel to tell it by.
        spelt &= ~(self._syllable[ones] & self._syllable[others])
        found: Flags = spelt | (self._heard[ones] == self._heard[others])
        found |= (self._forms[ones] & self._forms[others]) != 0
        return found | self._abjad[ones] | self._abjad[others]


def _file_joined(
    places: Ints, row: Ints, keys: dict[str, int], key_of: Ints, sound_of: Ints
) -> Iterator[Ints]:
    """Yield entries for two neighbouring words taken as one, and another word.

    "Amir-Tabrizi" and "Amirtabrizi". Only where some name has a word so long.
    """
    parts = list(keys)
    width = row.shape[1]
    for at in range(width - 1 if width > _PAIR else 0):
        one, other = key_of[row[:, at]], key_of[row[:, at + 1]]
        both, which = np.unique(one * len(parts) + other, return_inverse=True)
        made = [
            keys.get(parts[pair // len(parts)] + parts[pair % len(parts)], _JOINED)
            for pair in both.tolist()
        ]
        joined = np.array(made, dtype=np.int64)[which]
        some = np.flatnonzero(joined != _JOINED)
        nothing = np.full(len(some), _JOINED)
        for rest in (*range(at), *range(at + 2, width)):
            word = row[some, rest]
            yield np.column_stack(
                [
                    *(places[some], key_of[word], sound_of[word], word),
                    *(joined[some], nothing, nothing),
                ]
            )


_PAIR = 2


def neighbours(keys: Ints) -> tuple[Ints, Ints]:
    """Pair the entries under each key; in a large block only those that are near.

    Args:
        keys: In order, shape ``(n,)``; under each, those most alike side by side.
    """
    _, first, sizes = np.unique(keys, return_index=True, return_counts=True)
    reach = np.repeat(np.where(sizes > _MAX_BLOCK, _WINDOW, sizes), sizes)
    left = np.repeat(first + sizes, sizes) - np.arange(len(keys)) - 1
    reach = np.minimum(reach, left)
    ones = [np.zeros(0, dtype=np.int64)]
    others = [ones[0]]
    for distance in range(1, int(reach.max(initial=0)) + 1):
        at = np.flatnonzero(reach >= distance)
        ones.append(at)
        others.append(at + distance)
    return np.concatenate(ones), np.concatenate(others)


def _initials(names: Sequence[PersonWords]) -> Iterator[tuple[int, int]]:
    """Yield names with an initial and what each may stand for: "J. Marsh"."""
    initials: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    full: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        words = name.parts
        if len(words) > 1:
            filed = initials if words[0].size == 1 else full
            filed[words[-1].key, words[0].text[:1]].append(place)
    for key, some in sorted(initials.items()):
        for one in some[:_MAX_BLOCK]:
            for other in full.get(key, ())[:_MAX_BLOCK]:
                yield min(one, other), max(one, other)
