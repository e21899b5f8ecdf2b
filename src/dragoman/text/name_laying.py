"""Words of very many names laid on words of others, and what that tells of each pair.

What ``name_features.describe_pair`` does step by step is done to all pairs of names of
the same lengths at each step.
"""

from typing import TypeAlias

import numpy as np

from dragoman.text.name_features import (
    BY_LETTERS,
    FITS,
    MAX_COUNT,
    MIN_JOINED,
    SYLLABLE,
)
from dragoman.text.name_rows import COUNTED, FEATURES, OF_SLIPS
from dragoman.text.name_table import NameTable
from dragoman.text.name_words import Likeness
from dragoman.text.word_pairs import KINDS, NUMBER, Floats, WordPairs
from dragoman.text.word_table import Flags, Ints

# What is more than any cost of laying a word on another.
_NEVER = 1 << 62
_LONG = 8
_APART = 3
_SURE = [NUMBER[kind] for kind in (Likeness.EQUAL, Likeness.SOUND, Likeness.SPELLING)]
# By the number of a rung: whether it is a slip.
_SLIPPED = np.array(
    [
        kind in {Likeness.CONSONANTS, Likeness.SLIP, Likeness.SLIPS, Likeness.SERVANT}
        for kind in KINDS
    ]
)
# Whether it is letters that make words alike.
_LETTERS = np.array([kind in BY_LETTERS for kind in KINDS])

Column: TypeAlias = Ints | Flags


class Laying:
    """Names of ``n`` words laid on names of ``m``, ``n`` not above ``m``.

    Attributes:
        short: Places of the shorter names, shape ``(k,)``; of two names of one length
            that whose words come first in the alphabet.
        long: Places of the longer ones.
        mine: Their words, shape ``(k, n)``.
        theirs: Those of the longer ones, shape ``(k, m)``.
        distinct: Whether no word stands twice in either.
        kind: How the words are alike, shape ``(k, n, m)``.
        score: Likeness of the words, the same shape.
        match: The word of the longer name that each of the shorter one is laid on,
            -1 for none, shape ``(k, n)``.
        joined: Slips between all words of either as one, ``_APART`` for more.
    """

    def __init__(
        self, table: NameTable, pairs: WordPairs, short: Ints, long: Ints
    ) -> None:
        self._table, self._pairs = table, pairs
        sizes = int(table.counts[short[0]]), int(table.counts[long[0]])
        mine, theirs = table.row(short, sizes[0]), table.row(long, sizes[1])
        if sizes[0] == sizes[1]:
            turn = _comes_after(table.words.rank[mine], table.words.rank[theirs])
            short, long = np.where(turn, long, short), np.where(turn, short, long)
            flip = turn[:, None]
            mine, theirs = np.where(flip, theirs, mine), np.where(flip, mine, theirs)
        self.short, self.long, self.mine, self.theirs = short, long, mine, theirs
        equal = mine[:, :, None] == theirs[:, None, :]
        self.distinct = table.distinct[short] & table.distinct[long]
        twice = ~self.distinct[:, None]
        self.kind = np.full(equal.shape, NUMBER[Likeness.FAR], dtype=np.int8)
        self.score = np.zeros(equal.shape)
        # Equal words are laid on one another whatever else fits them.
        self._own = ~any_along(equal, 2) | twice, ~any_along(equal, 1) | twice
        at = np.nonzero(self._own[0][:, :, None] & self._own[1][:, None, :])
        found = pairs.compare(mine[at[0], at[1]], theirs[at[0], at[2]])
        self.kind[at], self.score[at] = found
        self.kind[equal], self.score[equal] = NUMBER[Likeness.EQUAL], 1.0

    def take(self, some: Ints | Flags) -> "Laying":
        """Return some of the pairs."""
        taken = object.__new__(Laying)
        for name, value in vars(self).items():
            if isinstance(value, np.ndarray):
                setattr(taken, name, value[some])
        taken._table, taken._pairs = self._table, self._pairs
        taken._own = self._own[0][some], self._own[1][some]
        return taken

    def stand_out(self) -> Flags:
        """Tell of each pair whether both names have a word that fits none."""
        fits = self.score >= FITS
        found: Flags = any_along(self._own[0] & ~any_along(fits, 2), 1)
        return found & any_along(self._own[1] & ~any_along(fits, 1), 1)

    def may_join(self, some: Ints, *, in_place: bool = False) -> Flags:
        """Tell of some pairs whether words of one name may be one word of the other.

        Args:
            some: Which pairs.
            in_place: Ask only where ``describe_pair`` does write the words as one:
                where they make a word of some length, and none of them fits the
                other by itself.
        """
        mine, theirs = self.mine[some], self.theirs[some]
        fits = self.score[some] >= FITS if in_place else None
        turned = None if fits is None else fits.transpose(0, 2, 1)
        found = self._pairs.may_be_joined(mine, theirs, fits)
        rest = np.flatnonzero(~found)
        found[rest] = self._pairs.may_be_joined(
            theirs[rest], mine[rest], None if turned is None else turned[rest]
        )
        return found

    def lay(self) -> None:
        """Lay words on words, the most alike first, those of like places before."""
        count, n, m = self.score.shape
        i, j = np.indices((n, m))
        near = np.minimum(np.abs(i - j), np.abs(i + m - n - j))
        # What is compared in turn: likeness, places, the words in order.
        turn = (near * 8 + i) * 8 + j
        cost = np.rint((1 - self.score) * 1e9).astype(np.int64) * 512 + turn
        cost[self.score < FITS] = _NEVER
        # Equal words are laid on one another alone, where none stands twice.
        equal = self.kind == NUMBER[Likeness.EQUAL]
        cost[equal & self.distinct[:, None, None]] = -1
        self.match = np.full((count, n), -1, dtype=np.int64)
        rows = np.arange(count)
        for _ in range(n):
            flat = cost.reshape(len(rows), n * m)
            best = flat.argmin(axis=1)
            fits = flat[np.arange(len(rows)), best] < _NEVER
            rows, best, cost = rows[fits], best[fits], cost[fits]
            if not len(rows):
                break
            self.match[rows, best // m] = best % m
            at = np.arange(len(rows))
            cost[at, best // m, :] = _NEVER
            cost[at, :, best % m] = _NEVER
        self.joined = self._join()

    def _join(self) -> Ints:
        """Return the slips between all words of either name as one.

        Only where a slip between long names would tell more than their words do.
        """
        words = self._table.words
        sizes = [words.sizes[row].sum(axis=1) for row in (self.mine, self.theirs)]
        letters = [
            np.bitwise_or.reduce(words.letters[row], axis=1)
            for row in (self.mine, self.theirs)
        ]
        apart = np.bitwise_count(letters[0] ^ letters[1])
        off = np.abs(sizes[0] - sizes[1])
        slips = self._may_slip() & (sizes[0] >= MIN_JOINED)
        near = slips & (off <= 2) & (apart <= 4)
        at = np.flatnonzero(near | ((off == 0) & (apart == 0)))
        texts = [
            "".join([words.texts[word] for word in row])
            for rows in (self.mine, self.theirs)
            for row in rows[at].tolist()
        ]
        places = np.arange(len(at))
        found = np.full(len(near), _APART, dtype=np.int64)
        found[at] = WordPairs.distance(texts, places, places + len(at), 2)
        found[(found > 0) & ~slips] = _APART
        return found

    def _may_slip(self) -> Flags:
        """Tell of each pair whether a slip may be what tells its names apart.

        A word of the name of fewer words is left over, or that has an initial as well.
        """
        initials = self._table.words.sizes[self.mine] == 1
        longer = self.mine.shape[1] < self.theirs.shape[1]
        found: Flags = (self.match < 0).any(axis=1) | (longer & initials.any(axis=1))
        return found

    def describe(self) -> tuple[Ints, list[float]]:
        """Return the features of all pairs.

        Returns:
            Shape ``(k, len(FEATURES) + 2)``: the features in their order, the turn
            of the words, the place of the nearness of those that differ; and the
            different nearnesses.
        """
        found = self._fits()
        found |= self._rest(found.pop("sure"))
        turns = self._turns()
        equal = self.joined == 0
        if equal.any():
            # Names of the same letters: as the longer one beside itself.
            for column in (*found.values(), turns):
                column[equal] = 0
            found["all_sure"] |= equal
            found["both_bare"] |= equal & (self.theirs.shape[1] == 1)
        found |= self._marks(equal)
        near, which = np.unique(self._near(found["conflict"]), return_inverse=True)
        columns = [found[name] for name in FEATURES]
        columns += [turns, which.ravel()]
        return np.column_stack(columns).astype(np.int64), near.tolist()

    def _marks(self, equal: Flags) -> dict[str, Column]:
        """Describe names as wholes.

        Args:
            equal: Whether all their words as one are equal.
        """
        table = self._table
        one, other = self.short, self.long
        generations = table.generation[one], table.generation[other]
        genders = table.gender[one], table.gender[other]
        differ = generations[0] != generations[1]
        both = (generations[0] != 0) & (generations[1] != 0)
        words = np.zeros(len(one), dtype=np.bool_)
        if self.mine.shape == self.theirs.shape:
            words = (self.mine == self.theirs).all(axis=1)
        several = ~words & (self.mine.shape[1] > 1)
        return {
            "equal": words,
            "joined_equal": equal & ~words,
            "generation_differs": differ & both,
            "generation_once": differ & ~both,
            "gender_differs": (genders[0] != 0)
            & (genders[1] != 0)
            & (genders[0] != genders[1]),
            "syllables": table.syllables[one] & table.syllables[other] & several,
            "joined_slip": (self.joined < _APART) & ~equal,
        }

    def _fits(self) -> dict[str, Column]:
        """Describe words that fit; ``sure`` is how many fit surely."""
        words = self._table.words
        count, n = self.match.shape
        rungs = np.zeros((count, len(KINDS)), dtype=np.int64)
        found = {name: np.zeros(count, dtype=np.int64) for name in OF_SLIPS}
        rows = np.arange(count)
        for i in range(n):
            j = self.match[:, i]
            kind = np.where(j < 0, NUMBER[Likeness.FAR], self.kind[rows, i, j])
            rungs[rows, kind] += 1
            at = np.flatnonzero((j >= 0) & (kind != NUMBER[Likeness.EQUAL]))
            one, other = self.mine[at, i], self.theirs[at, j[at]]
            ends = words.open[one], words.open[other]
            differ = (ends[0] != ends[1]) & (ends[0] >= 0) & (ends[1] >= 0)
            found["ending"][at] += differ
            self._tell_listed(found, at, one, other, kind[at])
            slip = _SLIPPED[kind[at]]
            at, one, other = at[slip], one[slip], other[slip]
            size = np.minimum(words.sizes[one], words.sizes[other])
            genders = words.gender[one], words.gender[other]
            given = (genders[0] != 0) & (genders[1] != 0)
            found["slip_short"][at] += size <= SYLLABLE
            found["slip_long"][at] += size >= _LONG
            found["slip_onset"][at] += words.onset[one] != words.onset[other]
            found["both_given"][at] += given
            found["slip_gender"][at] += given & (genders[0] != genders[1])
            if i == 0 and n > 1:
                found["slip_first"][at] += j[at] == 0
        sure = rungs[:, _SURE].sum(axis=1)
        found |= {f"word_{kind}": rungs[:, NUMBER[kind]] for kind in COUNTED}
        capped: dict[str, Column] = {
            name: np.minimum(values, int(MAX_COUNT)) for name, values in found.items()
        }
        capped["sure"] = sure
        capped["nothing_sure"] = sure == 0
        capped["all_sure"] = (sure == n) & (n == self.theirs.shape[1])
        return capped

    def _tell_listed(
        self, found: dict[str, Ints], at: Ints, one: Ints, other: Ints, kind: Ints
    ) -> None:
        """Count what lists tell of words that fit, in the rows ``at``."""
        two = np.flatnonzero(_LETTERS[kind])
        if len(two):
            two = two[self._pairs.are_two_names(one[two], other[two])]
            sure = np.isin(kind[two], _SURE)
            found["two_sure"][at[two[sure]]] += 1
            found["two_names"][at[two[~sure]]] += 1
        listed = np.flatnonzero(kind == NUMBER[Likeness.LISTED])
        if len(listed):
            sizes = self._table.words.sizes
            short = np.minimum(sizes[one[listed]], sizes[other[listed]]) <= SYLLABLE
            found["listed_short"][at[listed]] += short

    def _rest(self, sure: Column) -> dict[str, Column]:
        """Describe words that fit nothing: in both names, or in one alone."""
        n, m = self.mine.shape[1], self.theirs.shape[1]
        left, right = self._unlaid()
        lefts, rights = left.sum(axis=1), right.sum(axis=1)
        conflict = (lefts > 0) & (rights > 0)
        extra = ~conflict & (rights > lefts)
        most = int(MAX_COUNT)
        ones = np.ones(len(left), dtype=np.bool_)
        return {
            "conflict": np.minimum(np.minimum(lefts, rights), most) * conflict,
            "conflict_1": conflict,
            "conflict_last": conflict & left[:, -1] & right[:, -1],
            "conflict_first": conflict & left[:, 0] & right[:, 0],
            "extra": np.minimum(rights, most) * extra,
            "extra_any": extra,
            "extra_last": extra & right[:, -1],
            "extra_first": extra & right[:, 0],
            "part": extra & (sure == n) & (n > 1),
            "bare": ones & (n == 1 < m),
            "both_bare": ones & (m == 1),
        }

    def _unlaid(self) -> tuple[Flags, Flags]:
        """Tell which words of the shorter and of the longer name fit nothing."""
        left = self.match < 0
        right = np.ones(self.theirs.shape, dtype=np.bool_)
        rows, columns = np.nonzero(~left)
        right[rows, self.match[rows, columns]] = False
        return left, right

    def _near(self, conflict: Column) -> Floats:
        """Return how alike the words are that differ, 0 where none do."""
        left, right = self._unlaid()
        both = left[:, :, None] & right[:, None, :]
        rows, i, j = np.nonzero(both & (conflict > 0)[:, None, None])
        found = np.zeros(len(left))
        one, other = self.mine[rows, i], self.theirs[rows, j]
        np.maximum.at(found, rows, self._pairs.nearness(one, other))
        return found

    def _turns(self) -> Ints:
        """Return a number that is equal where words are laid in the same order.

        Its digits to the base of eight are the places in the longer name, from the
        first on; 0 stands for none.
        """
        found = np.zeros(len(self.match), dtype=np.int64)
        for i in range(self.match.shape[1]):
            laid = self.match[:, i] >= 0
            found = np.where(laid, found * 8 + self.match[:, i] + 1, found)
        kin = self._table.kinship[self.short] | self._table.kinship[self.long]
        return found * 2 + kin


def any_along(flags: Flags, axis: int) -> Flags:
    """Return ``flags.any(axis)``, for a short axis in a tenth of the time."""
    found: Flags = np.take(flags, 0, axis)
    for place in range(1, flags.shape[axis]):
        found = found | np.take(flags, place, axis)
    return found


def _comes_after(ones: Ints, others: Ints) -> Flags:
    """Tell of rows of one length which come after others in the alphabet."""
    differ = ones != others
    first = differ.argmax(axis=1)
    rows = np.arange(len(ones))
    found: Flags = ones[rows, first] > others[rows, first]
    return found
