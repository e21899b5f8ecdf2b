"""Features of pairs of names as rows of numbers, and back.

A row holds the features in their order, the turn of the words (``describe_turns``) and
the place of the nearness of those that differ.
"""

from collections.abc import Iterator

import numpy as np

from dragoman.text.name_features import describe_turns
from dragoman.text.name_reader import mix
from dragoman.text.name_words import Likeness
from dragoman.text.word_pairs import KINDS
from dragoman.text.word_table import Ints

COUNTED = tuple(kind for kind in KINDS if kind not in {Likeness.EQUAL, Likeness.FAR})
OF_SLIPS = (
    "ending", "slip_short", "slip_long", "slip_onset", "both_given", "slip_gender",
    "slip_first", "two_names", "two_sure", "listed_short",
)  # fmt: skip
_OF_FITS = (*(f"word_{kind}" for kind in COUNTED), *OF_SLIPS)
FEATURES = (
    "equal", "joined_equal",
    "generation_differs", "generation_once", "gender_differs", "syllables",
    "joined_slip", *_OF_FITS, "nothing_sure", "all_sure", "conflict", "conflict_1",
    "conflict_last", "conflict_first", "extra", "extra_any", "extra_last",
    "extra_first", "part", "bare", "both_bare",
)  # fmt: skip
# Rows of features are sorted by the sum of their products with these.
_LOTS = mix(np.arange(len(FEATURES) + 2, dtype=np.uint64)).view(np.int64) | 1


def read_features(code: list[int], near: list[float]) -> Iterator[tuple[str, float]]:
    """Yield the features of the row of a pair."""
    for name, value in zip(FEATURES, code, strict=False):
        if value:
            yield name, float(value)
    *_, turns, nearness = code
    if near[nearness]:
        yield "conflict_near", near[nearness]
    places, kin = [], turns & 1
    turns >>= 1
    while turns:
        places.append(turns % 8 - 1)
        turns //= 8
    yield from describe_turns(places[::-1], kinship=bool(kin)).items()


def find_distinct(codes: Ints) -> tuple[Ints, Ints]:
    """Return where each different row stands first, and which of them each row is."""
    lots = codes @ _LOTS
    _, firsts, which = np.unique(lots, return_index=True, return_inverse=True)
    if not np.array_equal(codes[firsts][which], codes):
        _, firsts, which = np.unique(
            codes, axis=0, return_index=True, return_inverse=True
        )
    return firsts, which.ravel()
