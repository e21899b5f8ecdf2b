"""From verdicts on very many pairs of names to joins, as ``settle`` makes them.

The same steps in the same order, on numbers instead of claims and edges: sure joins
first, the likeliest before, then those of a name that says less than the other, which
hold only while a single cluster fits it. What keeps two names apart is looked up when
their clusters are about to be joined. A property test holds that both tell the same.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.resolve.bulk_blocks import sort_distinct
from dragoman.text.word_table import Ints

_TWO = 2


@dataclass(frozen=True, slots=True)
class Joinable:
    """Pairs of names that may be joined; all columns have shape ``(n,)``.

    Attributes:
        ones: A name, by number.
        others: Another, of a greater number.
        scores: Likeness in [0, 1].
        weak: Which of the two says less than the other, -1 where neither does.
    """

    ones: Ints
    others: Ints
    scores: NDArray[np.float64]
    weak: Ints


class Joins(NamedTuple):
    """Pairs of names that are joined, by number, shape ``(n,)``."""

    ones: Ints
    others: Ints


def settle_names(pairs: Joinable, apart: Joins) -> Joins:
    """Weigh verdicts against one another.

    Args:
        pairs: What may be joined.
        apart: Pairs of names that are kept apart.

    Returns:
        What is joined, whatever the order of the pairs.
    """
    numbers = sort_distinct(np.concatenate((pairs.ones, pairs.others)))
    order = np.lexsort((pairs.others, pairs.ones, -pairs.scores))
    ones, others, weak = (
        np.searchsorted(numbers, column[order])
        for column in (pairs.ones, pairs.others, pairs.weak)
    )
    known = np.isin(apart.ones, numbers) & np.isin(apart.others, numbers)
    clusters = _Clusters(
        len(numbers),
        np.searchsorted(numbers, apart.ones[known]),
        np.searchsorted(numbers, apart.others[known]),
    )
    says_less = pairs.weak[order] >= 0
    joined = _settle_sure(clusters, ones[~says_less], others[~says_less])
    joined += _settle_weak(
        clusters, ones[says_less], others[says_less], weak[says_less]
    )
    left, right = np.array(joined, dtype=np.int64).reshape(-1, 2).T
    return Joins(numbers[left], numbers[right])


def _settle_sure(
    clusters: "_Clusters", ones: Ints, others: Ints
) -> list[tuple[int, int]]:
    pairs = zip(ones.tolist(), others.tolist(), strict=True)
    return [pair for pair in pairs if clusters.join(*pair)]


def _settle_weak(
    clusters: "_Clusters", ones: Ints, others: Ints, weak: Ints
) -> list[tuple[int, int]]:
    """Join what fits a single cluster."""
    root = clusters.root
    partners = np.where(weak == ones, others, ones).tolist()
    names = weak.tolist()
    fitting: defaultdict[int, set[int]] = defaultdict(set)
    for name, partner in zip(names, partners, strict=True):
        fitting[name].add(root(partner))
    found = []
    for name, partner in zip(names, partners, strict=True):
        fits = fitting[name]
        if len(fits) > 1:
            fits = fitting[name] = {root(home) for home in fits}
        own = root(name)
        # Nothing else but its own cluster may be among two.
        if len(fits) == 1 or (len(fits) == _TWO and own in fits):
            rest = {root(home) for home in fits} - {own}
            if len(rest) == 1 and clusters.join(name, partner):
                found.append((name, partner))
    return found


class _Clusters:
    """Names that were joined so far, and which of them are kept apart."""

    def __init__(self, count: int, ones: Ints, others: Ints) -> None:
        """Look at what is kept apart.

        Args:
            count: How many names there are.
            ones: Names that are kept apart, by number, shape ``(n,)``.
            others: Those that they are kept apart from.
        """
        self._parent = list(range(count))
        self._members: dict[int, list[int]] = {}
        here = np.concatenate((ones, others))
        order = np.argsort(here, kind="stable")
        self._enemies: list[int] = np.concatenate((others, ones))[order].tolist()
        ends = np.cumsum(np.bincount(here, minlength=count))
        self._ends: list[int] = np.concatenate(([0], ends)).tolist()

    def root(self, name: int) -> int:
        """Return the least name of a cluster."""
        parent = self._parent
        while (above := parent[name]) != name:
            parent[name] = name = parent[above]
        return name

    def join(self, one: int, other: int) -> bool:
        """Join two clusters, and tell whether they were two and nothing is against it.

        Args:
            one: A name of one.
            other: A name of the other.
        """
        left, right = self.root(one), self.root(other)
        if left == right:
            return False
        if right < left:
            left, right = right, left
        mine = self._members.get(left) or [left]
        theirs = self._members.get(right) or [right]
        few, far = (mine, right) if len(mine) < len(theirs) else (theirs, left)
        for name in few:
            for enemy in self._enemies[self._ends[name] : self._ends[name + 1]]:
                if self.root(enemy) == far:
                    return False
        self._parent[right] = left
        mine.extend(theirs)
        self._members[left] = mine
        self._members.pop(right, None)
        return True
