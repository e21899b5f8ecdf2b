"""Two words of names side by side: how are they alike?

The kinds form a ladder from equal words down to different ones. Each kind has a
weight of its own in the comparison of whole names, so nothing here is a verdict.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from dragoman.data.tables import given_name_forms
from dragoman.text.name_likeness import (
    SAME_SOUND,
    SAME_SPELT_OTHERWISE,
    coarse,
    consonants,
    is_abjad,
    latin,
    word_likeness,
)
from dragoman.text.transliteration import latin_forms


class Likeness(StrEnum):
    """How two words are alike, best first."""

    EQUAL = "equal"
    SOUND = "sound"
    SPELLING = "spelling"
    SHORT = "short"
    TONGUE = "tongue"
    SERVANT = "servant"
    CONSONANTS = "consonants"
    SLIP = "slip"
    SLIPS = "slips"
    INITIAL = "initial"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class WordPair:
    """What two words have in common.

    Attributes:
        kind: Rung of the ladder.
        score: Likeness in [0, 1], for laying words on one another.
        onset: Whether both begin with one sound.
    """

    kind: Likeness
    score: float
    onset: bool


_SCORES = {
    Likeness.EQUAL: 1.0,
    Likeness.SOUND: 0.97,
    Likeness.SPELLING: 0.93,
    Likeness.SHORT: 0.9,
    Likeness.TONGUE: 0.85,
    Likeness.SERVANT: 0.82,
    Likeness.CONSONANTS: 0.8,
    Likeness.INITIAL: 0.7,
}
_MIN_SLIP, _MIN_SLIPS = 4, 6


@lru_cache(maxsize=1 << 18)
def compare_words(one: str, other: str) -> WordPair:
    """Compare two folded words of names.

    >>> compare_words("hossein", "hussein").kind.value
    'spelling'
    >>> compare_words("bill", "william").kind.value
    'short'
    >>> compare_words("khamenei", "khomeini").kind.value
    'consonants'
    """
    if one > other:
        one, other = other, one
    kind, score = _kind(one, other)
    return WordPair(kind, score, _onset(one) == _onset(other))


def _kind(one: str, other: str) -> tuple[Likeness, float]:
    if one == other:
        return Likeness.EQUAL, 1.0
    if not one or not other:
        return Likeness.FAR, 0.0
    if len(one) == 1 or len(other) == 1:
        if one[0] == other[0] or coarse(one[0]) == coarse(other[0]):
            return Likeness.INITIAL, _SCORES[Likeness.INITIAL]
        return Likeness.FAR, 0.0
    bare = is_abjad(one), is_abjad(other)
    if bare[0] != bare[1]:
        best = _unwritten(*((one, other) if bare[0] else (other, one)))
        if best is not None:
            return best
    if any(bare) and not all(bare):
        one, other = latin(one), latin(other)
    kind = _ladder(one, other)
    if kind is not None:
        return kind, _SCORES[kind]
    return _slips(one, other)


def _ladder(one: str, other: str) -> Likeness | None:
    likeness = word_likeness(one, other)
    if likeness >= SAME_SOUND:
        return Likeness.SOUND
    if likeness >= SAME_SPELT_OTHERWISE:
        return Likeness.SPELLING
    forms = given_name_forms()
    mine, theirs = forms.get(one), forms.get(other)
    if mine and theirs:
        shared = mine.keys() & theirs.keys()
        if any(mine[group] != theirs[group] for group in shared):
            return Likeness.SHORT
        if any(mine[group] == theirs[group] == "tongue" for group in shared):
            return Likeness.TONGUE
    if _is_servant(one, other) or _is_servant(other, one):
        return Likeness.SERVANT
    if max(len(one), len(other)) >= _MIN_SLIP and OSA.distance(one, other) == 1:
        return None
    skeleton = consonants(one)
    if len(skeleton) > 2 and skeleton == consonants(other):
        return Likeness.CONSONANTS
    return None


def _is_servant(one: str, other: str) -> bool:
    """Tell "Abd al-Hanif" from the name without the servant in it."""
    return one.startswith("abd") and (
        word_likeness(one.removeprefix("abd"), other) >= SAME_SPELT_OTHERWISE
    )


def _unwritten(bare: str, full: str) -> tuple[Likeness, float] | None:
    """Compare a word written without vowels by the ways in which it may be read."""
    for rank, form in enumerate(latin_forms(bare)):
        if form == full or word_likeness(form, full) >= SAME_SPELT_OTHERWISE:
            return Likeness.SPELLING, 0.93 - rank / 100
    return None


def _slips(one: str, other: str) -> tuple[Likeness, float]:
    """Count slips of the pen, on the letters and on the sounds."""
    length = max(len(one), len(other))
    distance = OSA.distance(one, other, score_cutoff=3)
    score = max(0.0, 1 - distance / length) if distance <= 3 else 0.0
    if distance == 1 and length >= _MIN_SLIP:
        return Likeness.SLIP, score
    if distance == 2 and length >= _MIN_SLIPS:
        return Likeness.SLIPS, score
    left, right = coarse(one), coarse(other)
    if left == right and len(left) > 2:
        return Likeness.CONSONANTS, 0.78
    return Likeness.FAR, score * 0.7


@lru_cache(maxsize=1 << 16)
def _onset(word: str) -> str:
    return coarse(word[:2])[:1] or "a"
