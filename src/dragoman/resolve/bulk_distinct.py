"""Which names of a list are the same, letter by letter."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from dragoman.text.word_table import Flags, Ints


class Distinct(NamedTuple):
    """The different names of a list.

    Attributes:
        firsts: Where each stands first, in this order.
        which: Which of them each name of the list is.
    """

    firsts: Ints
    which: Ints


def find_distinct(names: Sequence[str]) -> Distinct:
    """Find the different names of a list.

    Names are sorted by their hashes, and neighbours compared: in a dictionary each
    look for one of a million names would be a look into memory that no cache holds.
    """
    count = len(names)
    order, new = _sort(names)
    starts = np.flatnonzero(new)
    first = np.empty(count, dtype=np.int64)
    first[order] = np.repeat(order[starts], np.diff(starts, append=count))
    given = np.empty(count, dtype=object)
    given[:] = names
    ordered = given[order]
    inside = np.flatnonzero(~new)
    unlike = inside[ordered[inside] != ordered[inside - 1]]
    # Different names with one hash are told apart in a dictionary.
    others: dict[str, int] = {}
    for place in np.flatnonzero(np.isin(first, first[order[unlike]])).tolist():
        first[place] = others.setdefault(names[place], place)
    is_first = first == np.arange(count)
    return Distinct(np.flatnonzero(is_first), (np.cumsum(is_first) - 1)[first])


def _sort(names: Sequence[str]) -> tuple[Ints, Flags]:
    """Return places in the order of hashes, and which begin another hash.

    The place stands in the low bits of its hash: numbers are sorted twice as fast as
    places by numbers.
    """
    count = len(names)
    hashes = np.fromiter(map(hash, names), dtype=np.int64, count=count)
    bits = np.int64(count.bit_length())
    packed = (hashes >> bits << bits) | np.arange(count)
    packed.sort()
    kept = packed >> bits
    order: Ints = packed ^ (kept << bits)
    return order, np.append(True, kept[1:] != kept[:-1])[:count]
