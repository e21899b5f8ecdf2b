"""Words that people bear as names, and which of them lists take for one name.

Wikidata files "Xu" and "Hsu" under one name, "Samir" and "Samer" under two. Letters do
not tell these apart. The table is read when the first names are compared
(``tools/make_name_items.py``).
"""

import io
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

NONE = -1
Items = frozenset[int]


class NameItems(NamedTuple):
    """Words by place, and the names that they are filed under.

    Attributes:
        words: Hashes of the words, rising, shape ``(n,)``. One in sixteen thousand
            words that are not listed has the hash of one that is.
        starts: Where the names of each word begin, and the end, shape ``(n + 1,)``.
        items: Numbers of names of all words. A name that has one spelling only is
            left out.
        bits: Names of each word as bits, shape ``(n,)``; two names may share one.
    """

    words: NDArray[np.uint32]
    starts: NDArray[np.int64]
    items: NDArray[np.uint32]
    bits: NDArray[np.uint64]


@cache
def load_items() -> NameItems:
    """Read the table."""
    packed = files("dragoman.data").joinpath("name_items.npz").read_bytes()
    with np.load(io.BytesIO(packed), allow_pickle=False) as stored:
        words, counts, items = (stored[key] for key in ("words", "counts", "items"))
    starts = np.zeros(len(words) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    bits = np.zeros(len(words), dtype=np.uint64)
    some = counts > 0
    each = np.uint64(1) << (items & 63).astype(np.uint64)
    bits[some] = np.bitwise_or.reduceat(each, starts[:-1][some])
    return NameItems(words, starts, items, bits)


def find_places(texts: Sequence[str]) -> NDArray[np.int64]:
    """Return the place of each folded word in the table, ``NONE`` for others."""
    table = load_items()
    hashes = np.array([crc32(text.encode()) for text in texts], dtype=np.uint32)
    places = np.searchsorted(table.words, hashes)
    places[places == len(table.words)] = 0
    found: NDArray[np.int64] = np.where(table.words[places] == hashes, places, NONE)
    return found


@lru_cache(maxsize=1 << 17)
def find_items(word: str) -> Items | None:
    """Return the names that a folded word is filed under, ``None`` if not listed.

    >>> are_one_name(find_items("xu"), find_items("hsu"))
    True
    >>> are_one_name(find_items("samir"), find_items("samer"))
    False
    """
    # One word alone is found sooner without arrays.
    hashes, code = _hashes(), crc32(word.encode())
    place = bisect_left(hashes, code)
    if place == len(hashes) or hashes[place] != code:
        return None
    return items_at(place)


@cache
def _hashes() -> memoryview:
    return load_items().words.data


@lru_cache(maxsize=1 << 17)
def items_at(place: int) -> Items | None:
    """Return the names of the word at a place of the table, ``None`` for ``NONE``."""
    if place == NONE:
        return None
    table = load_items()
    start, end = table.starts[place : place + 2].tolist()
    return frozenset(table.items[start:end].tolist())


def are_one_name(one: Items | None, other: Items | None) -> bool:
    """Tell whether lists file two words as spellings of one name.

    A syllable has many names ("li" has 59): half of those of the rarer word must be
    names of the other as well.
    """
    if not one or not other:
        return False
    return 2 * len(one & other) >= min(len(one), len(other))
