"""Very many names at once: which of them are worth comparing.

Names are filed under any two of their words, by consonants. Most names that meet
there differ in the vowels of one word ("Saleh", "Sula") and cannot be joined; a look
at the vowels, in whole arrays, leaves them out before anything is compared. In a
block of more names than ``_MAX_BLOCK`` only neighbours meet: who has a rarer pair of
words as well is in a smaller block too. So what is compared grows with the names, and
not with their square.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from dragoman.text.name_table import NameTable
from dragoman.text.word_pairs import WordPairs
from dragoman.text.word_table import Flags, Ints, WordTable

# In a block of more names each meets so many of those that sound most like it.
_MAX_BLOCK, _WINDOW = 12, 3
_MAX_PAIRED = 5
# In the place of a word: two words of the name taken as one.
_JOINED = -1
_PAIR = 2


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

    def __init__(self, table: NameTable) -> None:
        """File names."""
        self._count = max(1, len(table))
        self._words = WordPairs(table.words)
        self._entries = _file(table)
        self._ones, self._others = neighbours(self._entries.keys)
        initials = list(_initials(table))
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
        pairs = sort_distinct(low * self._count + high)
        return pairs // self._count, pairs % self._count

    def _fit(self, ones: Ints, others: Ints) -> Flags:
        """Tell of words of one key whether they may be spellings of one another."""
        fit: Flags = (ones == others) | (ones == _JOINED) | (others == _JOINED)
        asked = np.flatnonzero(~fit)
        fit[asked] = self._words.may_be_one(ones[asked], others[asked])
        return fit


def _file(table: NameTable) -> _Entries:
    words = table.words
    rows = [(places, row) for places, row in table.rows(_MAX_PAIRED)]
    nothing = np.zeros(0, dtype=np.int64)
    found: list[tuple[Ints, Ints, Ints]] = [(nothing, nothing, nothing)]
    joined = list(found)
    for places, row in rows:
        for i, j in combinations(range(row.shape[1]), 2):
            found.append((places, row[:, i], row[:, j]))
        joined.extend(_file_joined(places, row, words))
    place, one, other = (
        np.concatenate([entry[n] for entry in (*found, *joined)]) for n in range(3)
    )
    # What was joined has a key, and is no word.
    parts = sum(len(entry[0]) for entry in found)
    keys = words.key[one], np.concatenate((words.key[other[:parts]], other[parts:]))
    other[parts:] = _JOINED
    sounds = words.sound[one], np.where(other == _JOINED, _JOINED, words.sound[other])
    turn = (keys[0] > keys[1]) | ((keys[0] == keys[1]) & (sounds[0] > sounds[1]))
    filed = _pack(np.minimum(*keys), np.maximum(*keys))
    some = _shared(filed)
    heard = _pack(
        np.where(turn, sounds[1], sounds[0])[some] + 1,
        np.where(turn, sounds[0], sounds[1])[some] + 1,
    )
    order = some[np.lexsort((place[some], heard, filed[some]))]
    one, other, turn = one[order], other[order], turn[order]
    return _Entries(
        keys=filed[order],
        places=place[order],
        firsts=np.where(turn, other, one),
        seconds=np.where(turn, one, other),
        twins=(keys[0] == keys[1])[order],
    )


def _pack(highs: Ints, lows: Ints) -> Ints:
    """Return one number for each two that are below two thousand million."""
    packed: Ints = (highs << np.int64(31)) | lows
    return packed


def _shared(keys: Ints) -> Ints:
    """Return where keys stand that stand somewhere else as well."""
    order = np.argsort(keys)
    equal = np.diff(keys[order]) == 0
    several = np.concatenate((equal, [False])) | np.concatenate(([False], equal))
    found: Ints = np.sort(order[several[: len(order)]])
    return found


def _file_joined(
    places: Ints, row: Ints, words: WordTable
) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Yield places, a word and the key of two neighbours of it taken as one.

    "Amir-Tabrizi" and "Amirtabrizi". Only where some name has a word so long.
    """
    parts = words.keys
    numbers = {key: number for number, key in enumerate(parts)}
    width = row.shape[1]
    for at in range(width - 1 if width > _PAIR else 0):
        one, other = words.key[row[:, at]], words.key[row[:, at + 1]]
        both, which = np.unique(one * len(parts) + other, return_inverse=True)
        made = [
            numbers.get(parts[pair // len(parts)] + parts[pair % len(parts)], _JOINED)
            for pair in both.tolist()
        ]
        joined = np.array(made, dtype=np.int64)[which]
        some = np.flatnonzero(joined != _JOINED)
        for rest in (*range(at), *range(at + 2, width)):
            yield places[some], row[some, rest], joined[some]


def sort_distinct(values: Ints) -> Ints:
    """Return the different values in order.

    ``np.unique`` looks each up in a table, which takes ten times as long where no
    cache holds it.
    """
    ordered = np.sort(values)
    found: Ints = ordered[np.append(True, np.diff(ordered) != 0)[: len(ordered)]]
    return found


def neighbours(keys: Ints) -> tuple[Ints, Ints]:
    """Pair the entries under each key; in a large block only those that are near.

    Args:
        keys: In order, shape ``(n,)``; under each, those most alike side by side.
    """
    first = np.flatnonzero(np.append(True, np.diff(keys) != 0)[: len(keys)])
    sizes = np.diff(first, append=len(keys))
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


def _initials(table: NameTable) -> Iterator[tuple[int, int]]:
    """Yield names with an initial and what each may stand for: "J. Marsh"."""
    words = table.words
    letter = [ord(text[0]) if text else 0 for text in words.texts]
    letters = np.array(letter, dtype=np.int64)
    for_initial: defaultdict[int, list[int]] = defaultdict(list)
    for_full: defaultdict[int, list[int]] = defaultdict(list)
    places = np.flatnonzero(table.counts > 1)
    first, last = table.row(places, 1)[:, 0], table.last(places)
    keys = _pack(words.key[last], letters[first])
    short = words.sizes[first] == 1
    full = ~short & np.isin(keys, keys[short])
    for filed, some in ((for_initial, short), (for_full, full)):
        for key, place in zip(keys[some].tolist(), places[some].tolist(), strict=True):
            filed[key].append(place)
    for key, some in sorted(for_initial.items()):
        for one in some[:_MAX_BLOCK]:
            for other in for_full[key][:_MAX_BLOCK]:
                yield min(one, other), max(one, other)
