"""Very many pairs of persons' names: what ``name_features`` tells of each pair.

Names are rows of numbers (``name_table``); pairs of names of the same lengths are
compared together (``name_laying``), so that a pair costs a few microseconds; pairs
with the same features are weighed once. Names that are more than rows of plain words,
and pairs in which words of one may be written together in the other, go the long way.
A property test holds that either way tells the same.
"""

from dataclasses import dataclass

import numpy as np

from dragoman.text.name_features import surely_differ
from dragoman.text.name_laying import Laying, any_along
from dragoman.text.name_rows import find_distinct, read_features
from dragoman.text.name_score import Comparison, compare_words_of_persons, weigh_persons
from dragoman.text.name_table import NameTable
from dragoman.text.word_pairs import WordPairs
from dragoman.text.word_table import Flags, Ints

# Names of more words are rare and go the long way.
_MAX_WORDS = 5
# Pairs looked at together: a grid of five by five words then takes a few megabytes.
_CHUNK = 1 << 13
_OPENS = frozenset({"ab", "eb"})


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing pairs of names came to.

    Attributes:
        apart: Whether they surely differ (``name_features.surely_differ``), shape
            ``(n,)``; these are not compared further.
        which: The comparison of each other pair, by its place, -1 for those apart.
        comparisons: The different ones.
    """

    apart: Flags
    which: Ints
    comparisons: list[Comparison]


class NamePairs:
    """Names of a table, to be compared by their places."""

    def __init__(self, table: NameTable) -> None:
        """Look at names."""
        self._table = table
        self._pairs = WordPairs(table.words)
        # "Ab Dulla" may become what opens like "Abd al-".
        opens = np.array([text in _OPENS for text in table.words.texts], np.bool_)
        self._apt = table.plain & (table.counts > 0) & (table.counts <= _MAX_WORDS)
        for places, row in table.rows(_MAX_WORDS):
            self._apt[places] &= ~opens[row].any(axis=1)

    @property
    def count(self) -> int:
        """How many names there are."""
        return len(self._table)

    @property
    def lengths(self) -> Ints:
        """The letters of each name."""
        return self._table.lengths

    def compare(self, ones: Ints, others: Ints) -> Compared:
        """Compare pairs of names.

        Args:
            ones: Places of names, shape ``(n,)``.
            others: Places of the names that they are compared with, shape ``(n,)``.
        """
        count = len(ones)
        work = _Work(np.zeros(count, np.bool_), np.full(count, -1, np.int64), [], {})
        short, long = self._order(ones, others)
        sizes = self._table.counts[short], self._table.counts[long]
        shapes = sizes[0] * (_MAX_WORDS + 1) + sizes[1]
        shapes[~(self._apt[ones] & self._apt[others])] = 0
        order = np.argsort(shapes, kind="stable")
        for same in np.split(order, np.flatnonzero(np.diff(shapes[order])) + 1):
            if len(same) and shapes[same[0]]:
                for start in range(0, len(same), _CHUNK):
                    some = same[start : start + _CHUNK]
                    self._compare_rows(some, short[some], long[some], work)
            else:
                self._compare_each(same, ones, others, work)
        return Compared(work.apart, work.which, work.comparisons)

    def _order(self, ones: Ints, others: Ints) -> tuple[Ints, Ints]:
        """Put the name of fewer words first."""
        turn = self._table.counts[ones] > self._table.counts[others]
        return np.where(turn, others, ones), np.where(turn, ones, others)

    def _compare_each(self, at: Ints, ones: Ints, others: Ints, work: "_Work") -> None:
        for n in at.tolist():
            one = self._table.person(int(ones[n]))
            other = self._table.person(int(others[n]))
            if surely_differ(one, other):
                work.apart[n] = True
            else:
                work.note(n, compare_words_of_persons(one, other))

    def _compare_rows(self, at: Ints, short: Ints, long: Ints, work: "_Work") -> None:
        """Compare names of the same two lengths."""
        laying = Laying(self._table, self._pairs, short, long)
        apart: Flags = laying.stand_out()
        some = np.flatnonzero(apart)
        apart[some] = ~laying.may_join(some)
        work.apart[at[apart]] = True
        laying, at = laying.take(~apart), at[~apart]
        laying.lay()
        long_way = any_along(laying.match < 0, 1)
        some = np.flatnonzero(long_way)
        long_way[some] = laying.may_join(some, in_place=True)
        for n in np.flatnonzero(long_way).tolist():
            one = self._table.person(int(laying.short[n]))
            other = self._table.person(int(laying.long[n]))
            work.note(int(at[n]), compare_words_of_persons(one, other))
        codes, near = laying.take(~long_way).describe()
        firsts, which = find_distinct(codes)
        numbers = [
            work.number(weigh_persons(tuple(read_features(code, near))))
            for code in codes[firsts].tolist()
        ]
        work.which[at[~long_way]] = np.array(numbers, dtype=np.int64)[which]


@dataclass(slots=True)
class _Work:
    """What was found so far; see ``Compared``."""

    apart: Flags
    which: Ints
    comparisons: list[Comparison]
    numbers: dict[int, int]

    def number(self, comparison: Comparison) -> int:
        number = self.numbers.setdefault(id(comparison), len(self.comparisons))
        if number == len(self.comparisons):
            self.comparisons.append(comparison)
        return number

    def note(self, place: int, comparison: Comparison) -> None:
        self.which[place] = self.number(comparison)
