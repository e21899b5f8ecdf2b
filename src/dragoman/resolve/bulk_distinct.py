"""Which names of a list are the same, letter by letter."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from dragoman.text.pieces import cut_lines
from dragoman.text.word_table import Ints


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

    Names are sorted by their hashes, and where these meet, letters are compared in
    rows: in a dictionary each look for one of a million names would be a look into
    memory that no cache holds.
    """
    first = _first_of_hash(names)
    again = np.flatnonzero(first != np.arange(len(names)))
    others: dict[str, int] = {}
    unlike = cut_lines(names).unlike(again, first[again])
    for place in again[unlike].tolist():
        first[place] = others.setdefault(names[place], place)
    new = first == np.arange(len(names))
    return Distinct(np.flatnonzero(new), (np.cumsum(new) - 1)[first])


def _first_of_hash(names: Sequence[str]) -> Ints:
    """Return for each name the first one with its hash."""
    hashes = np.fromiter(map(hash, names), dtype=np.int64, count=len(names))
    order = np.argsort(hashes)
    ordered = hashes[order]
    starts = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])[: len(names)])
    first = np.empty(len(names), dtype=np.int64)
    if len(names):
        sizes = np.diff(starts, append=len(names))
        first[order] = np.repeat(np.minimum.reduceat(order, starts), sizes)
    return first
