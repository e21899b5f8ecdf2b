"""What can be seen of two mentions together: distance, words, agreement, syntax.

Used alike when the scorer of antecedents is trained and when it runs. Every flag is 0
or 1; their order is fixed, and the weights go by it.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.mentions.notes import (
    FIRST_PRONOUN,
    KINDS,
    TYPES,
    Ints,
    Noted,
)

_SENTENCES = (0, 1, 2, 3, 5, 9, 17, 33)
_MENTIONS = (1, 2, 3, 5, 9, 17, 33, 65)
_RANKS = (0, 1, 2, 3, 5)
_OFTEN = 2
_INDEFINITE = KINDS.index("indefinite")
_COMPARED = (
    *("kind", "number", "gender", "role", "type", "start", "end", "head", "governor"),
    *("text", "lemma", "first", "last", "acronym", "copula", "apposed"),
)
Marks = NDArray[np.uint8]

PAIR_SIZE = len(_SENTENCES) + len(_MENTIONS) + len(_RANKS) + 28 + 10


def compare(noted: Noted, later: Ints, earlier: Ints) -> Marks:
    """Return what can be seen of pairs, ``(PAIR_SIZE, pairs)``: a row for each flag.

    Args:
        noted: Mentions of the document.
        later: Rows of the mentions that look for an antecedent, rising.
        earlier: Rows of the antecedents, each before its ``later``.
    """
    found = np.empty((PAIR_SIZE, len(later)), np.uint8)
    apart = noted.sentence[later] - noted.sentence[earlier]
    row = 0
    for edges, values in (
        (_SENTENCES, apart),
        (_MENTIONS, later - earlier),
        (_RANKS, _rank(noted, later, earlier)),
    ):
        buckets = _buckets(edges)[np.minimum(values, edges[-1])]
        for bucket in range(len(edges)):
            found[row] = buckets == bucket
            row += 1
    for flag in _pair_columns(noted, later, earlier, apart):
        found[row] = flag
        row += 1
    return found


@cache
def _buckets(edges: tuple[int, ...]) -> NDArray[np.int8]:
    """Return the bucket of each value up to the last edge."""
    places = np.searchsorted(edges, np.arange(edges[-1] + 1), "right") - 1
    return places.astype(np.int8)


def _rank(noted: Noted, later: Ints, earlier: Ints) -> Ints:
    """Count the mentions of the antecedent's type that lie between the two."""
    marks = np.zeros((len(noted) + 1, len(TYPES)), np.int64)
    marks[np.arange(len(noted)) + 1, noted.type] = 1
    sums = marks.cumsum(0)
    kinds = noted.type[earlier]
    found: Ints = sums[later, kinds] - sums[earlier + 1, kinds]
    return found


def _pair_columns(
    noted: Noted, later: Ints, earlier: Ints, apart: Ints
) -> list[NDArray[np.bool_]]:
    table = np.array([getattr(noted, name) for name in _COMPARED], np.int32)
    # Later ones stand together: to repeat each takes half of looking each up.
    times = np.bincount(later, minlength=len(noted))
    own, other = np.repeat(table, times, 1), table.take(earlier, 1)
    mine = dict(zip(_COMPARED, own, strict=True))
    theirs = dict(zip(_COMPARED, other, strict=True))
    equal = (own == other) & (own >= 0)
    same = dict(zip(_COMPARED, equal, strict=True))
    after, pronoun = (side["kind"] >= FIRST_PRONOUN for side in (mine, theirs))
    names = same["kind"] & (mine["kind"] == 0)
    text, lemma = same["text"], same["lemma"]
    overlap, inside, around = _shared_words(noted, later, earlier, text | lemma | names)
    # Whoever may be either clashes with nobody.
    numbers = np.maximum(mine["number"], theirs["number"])
    genders = np.maximum(mine["gender"], theirs["gender"])
    subject = theirs["role"] <= 1
    head = theirs["head"]
    within = (theirs["start"] <= mine["start"]) & (mine["end"] <= theirs["end"])
    holds = (mine["start"] <= theirs["start"]) & (theirs["end"] <= mine["end"])
    arguments = same["governor"] & (mine["role"] <= 4) & (theirs["role"] <= 4)
    reflexive = noted.reflexive[later]
    return [
        text,
        text & ~after,
        text & names,
        lemma,
        lemma & same["number"],
        overlap & names,
        inside,
        around,
        lemma & ~inside & ~around,
        same["first"],
        same["last"],
        same["acronym"],
        within,
        holds,
        mine["apposed"] == head,
        mine["copula"] == head,
        arguments & ~reflexive,
        arguments & reflexive,
        ~same["number"] & (numbers < 2),
        same["number"] & (numbers < 2),
        ~same["gender"] & (genders < 3),
        same["gender"] & (genders < 2),
        same["type"],
        same["kind"] & after & pronoun,
        after & subject & (apart <= 1),
        same["role"],
        (mine["kind"] == _INDEFINITE) & lemma,
        subject & (mine["role"] <= 1),
        names & ~overlap & ~same["acronym"],
        mine["governor"] == head,
        *_of_all(noted, later, earlier, (text, lemma, same["last"])),
    ]


def _of_all(
    noted: Noted,
    later: Ints,
    earlier: Ints,
    alike: tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]],
) -> list[NDArray[np.bool_]]:
    """Tell whether anything before is alike, what is nearest, how often it came."""
    text, lemma, last = alike
    found = []
    for one in (text, lemma, last):
        anything = np.zeros(len(noted), np.bool_)
        anything[later[one]] = True
        found.append(anything[later])
    nearest = np.full(len(noted), -1, np.int64)
    nearest[later[lemma]] = earlier[lemma]  # earlier ones rise: the last one stays
    found.append(lemma & (nearest[later] == earlier))
    counts = np.bincount(noted.text + 1)[noted.text + 1]
    found.extend(counts[earlier] >= least for least in (2, 3, 5))
    found.append(counts[later] >= _OFTEN)
    return found


def _shared_words(
    noted: Noted, later: Ints, earlier: Ints, alike: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], ...]:
    """Tell whether two mentions share a word, and whether one has all of the other.

    Looked at only where they are alike: head or text agree or both are names.
    """
    worth = np.flatnonzero(alike)
    overlap, inside, around = (np.zeros(len(later), np.bool_) for _ in range(3))
    words = noted.words
    for row, one, other in zip(
        worth.tolist(), later[worth].tolist(), earlier[worth].tolist(), strict=True
    ):
        mine, theirs = words[one], words[other]
        if not mine.isdisjoint(theirs):  # Most do not share any.
            shared = len(mine & theirs)
            overlap[row] = True
            inside[row] = shared == len(mine)
            around[row] = shared == len(theirs)
    return overlap, inside, around
