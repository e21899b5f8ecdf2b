"""Two words of names side by side: how are they alike?

The kinds form a ladder from equal words down to different ones. Each kind has a
weight of its own in the comparison of whole names, so nothing here is a verdict. What
a word alone tells is read once (``read_word``); most pairs are then far apart at a
few looks.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from dragoman.data.tables import given_name_forms, given_names
from dragoman.text.name_items import Items, are_one_name, find_items
from dragoman.text.name_likeness import (
    SAME_SOUND,
    SAME_SPELT_OTHERWISE,
    coarse,
    consonants,
    is_abjad,
    latin,
    sound,
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
    LISTED = "listed"
    SERVANT = "servant"
    CONSONANTS = "consonants"
    SLIP = "slip"
    SLIPS = "slips"
    INITIAL = "initial"
    FAR = "far"


class WordPair(NamedTuple):
    """What two words have in common.

    Attributes:
        kind: Rung of the ladder.
        score: Likeness in [0, 1], for laying words on one another.
        onset: Whether both begin with one sound.
    """

    kind: Likeness
    score: float
    onset: bool


SCORES = {
    Likeness.EQUAL: 1.0,
    Likeness.SOUND: 0.97,
    Likeness.SPELLING: 0.93,
    Likeness.SHORT: 0.9,
    Likeness.TONGUE: 0.85,
    Likeness.LISTED: 0.84,
    Likeness.SERVANT: 0.82,
    Likeness.CONSONANTS: 0.8,
    Likeness.INITIAL: 0.7,
}
MIN_SLIP, MIN_SLIPS = 4, 6
# Coarse consonants alone, and what part of their likeness words count that are far.
COARSE, FAR = 0.78, 0.7


# Not frozen: a frozen one takes three times as long to make, and a list of names
# makes a million of them. Nothing changes one.
@dataclass(slots=True, eq=False)
class Word:
    """What one folded word of a name tells before it is compared.

    Attributes:
        text: The word.
        size: Its letters.
        letters: Its different letters, as bits.
        plain: Whether it is of Latin letters, and no initial.
        marks: What it has in common with any word that it is more like than by
            slips of the pen.
        key: Consonants by which it is filed, in any script.
        sound: Equal for words that sound alike.
        consonants: Its consonants in one spelling.
        coarse: Consonants, those alike that alphabets confuse.
        onset: First sound, ``a`` for any vowel.
        abjad: Whether it is written without short vowels.
        forms: Groups of given names that it is in.
        items: Names that lists file it under, ``None`` if they do not know it.
        servant: Whether it opens like "Abd al-".
        open: Whether it ends in an open vowel, ``None`` where letters do not tell.
        gender: Of a given name, ``None`` for other words.
    """

    text: str
    size: int
    letters: int
    plain: bool
    marks: frozenset[str | int]
    key: str
    sound: str
    consonants: str
    coarse: str
    onset: str
    abjad: bool
    forms: frozenset[int]
    items: Items | None
    servant: bool
    open: bool | None
    gender: str | None


_OPEN = frozenset("aeаяе")


@lru_cache(maxsize=1 << 18)
def read_word(word: str) -> Word:
    """Gather what a folded word of a name tells by itself."""
    letters = 0
    for letter in word:
        letters |= 1 << (ord(letter) & 63)
    return make_word(word, sound(word), consonants(word), coarse(word), letters)


def make_word(word: str, key: str, skeleton: str, rough: str, letters: int) -> Word:
    """Gather what a word tells of whom sound and consonants are known.

    Args:
        word: It, folded.
        key: Its sound.
        skeleton: Its consonants.
        rough: Its coarse consonants.
        letters: Its different letters, as bits.
    """
    abjad = is_abjad(word)
    forms = given_name_forms().get(word, ())
    servant = word.startswith("abd")
    size = len(word)
    items = find_items(word)
    marks: frozenset[str | int] = (
        _more_marks(word, key, skeleton, rough)
        if forms or servant
        else frozenset((key, "c" + skeleton, "k" + rough))
    )
    if items:
        # Groups of given names are numbers too, from 0 on.
        marks = marks.union([~item for item in items])
    return Word(
        word,
        size,
        letters,
        # Of longer words three slips are not many.
        not abjad and 1 < size < _LONG,
        marks,
        (coarse(latin(word)) or latin(word)) if abjad else rough or word,
        key,
        skeleton,
        rough,
        first_sound(word[:2]),
        abjad,
        frozenset(forms),
        items,
        servant,
        None if abjad else word.removesuffix("h")[-1:] in _OPEN,
        given_names().get(word),
    )


@lru_cache(maxsize=1 << 12)
def first_sound(opening: str) -> str:
    """Return the first sound of a word by its first two letters, ``a`` for vowels."""
    return coarse(opening)[:1] or "a"


@lru_cache(maxsize=1 << 16)
def marks_of(word: str) -> frozenset[str | int]:
    """Return what a word has in common with any that is more than a slip like it."""
    return _more_marks(word, sound(word), consonants(word), coarse(word))


def _more_marks(word: str, key: str, skeleton: str, rough: str) -> frozenset[str | int]:
    marks: set[str | int] = {key, "c" + skeleton, "k" + rough}
    marks.update(given_name_forms().get(word, ()))
    if word.startswith("abd"):
        rest = word.removeprefix("abd")
        marks |= {sound(rest), "c" + consonants(rest)}
    return frozenset(marks)


def far_apart(one: Word, other: Word) -> bool:
    """Tell at a glance that two plain words have nothing in common, no three slips.

    A slip changes two of the different letters at most.
    """
    return (
        one.letters ^ other.letters
    ).bit_count() > _THREE_SLIPS and one.marks.isdisjoint(other.marks)


_LONG, _THREE_SLIPS = 20, 6


def compare_words(one: str, other: str) -> WordPair:
    """Compare two folded words of names.

    >>> compare_words("hossein", "hussein").kind.value
    'spelling'
    >>> compare_words("bill", "william").kind.value
    'short'
    >>> compare_words("khamenei", "khomeini").kind.value
    'consonants'
    """
    return pair_words(read_word(one), read_word(other))


@lru_cache(maxsize=1 << 16)
def pair_words(one: Word, other: Word) -> WordPair:
    """Compare two words that were read."""
    onset = one.onset == other.onset
    if one.text == other.text:
        return EQUAL
    if not one.size or not other.size:
        return WordPair(Likeness.FAR, 0.0, onset)
    if one.size == 1 or other.size == 1:
        if one.text[0] == other.text[0] or coarse(one.text[0]) == coarse(other.text[0]):
            return WordPair(Likeness.INITIAL, SCORES[Likeness.INITIAL], onset)
        return WordPair(Likeness.FAR, 0.0, onset)
    kind, score = _kind(one, other)
    return WordPair(kind, score, onset)


EQUAL = WordPair(Likeness.EQUAL, 1.0, onset=True)


def _kind(one: Word, other: Word) -> tuple[Likeness, float]:
    if one.abjad or other.abjad:
        return _kind_unwritten(one, other)
    if one.sound == other.sound:
        return Likeness.SOUND, SCORES[Likeness.SOUND]
    kind: Likeness | None = None
    # Nothing on the upper rungs is possible otherwise.
    if (
        one.consonants == other.consonants
        or one.servant
        or other.servant
        or not one.forms.isdisjoint(other.forms)
    ):
        kind = _ladder(*sorted((one.text, other.text)))
        if kind is not None and kind is not Likeness.CONSONANTS:
            return kind, SCORES[kind]
    if are_one_name(one.items, other.items):
        return Likeness.LISTED, SCORES[Likeness.LISTED]
    if kind is not None:
        return kind, SCORES[kind]
    return _slips(one.text, other.text, alike=one.coarse == other.coarse)


def _kind_unwritten(one: Word, other: Word) -> tuple[Likeness, float]:
    left, right = sorted((one.text, other.text))
    if one.abjad != other.abjad:
        best = _unwritten(
            *((one.text, other.text) if one.abjad else (other.text, one.text))
        )
        if best is not None:
            return best
        left, right = latin(left), latin(right)
    kind = _ladder(left, right)
    if kind is not None:
        return kind, SCORES[kind]
    return _slips(left, right, alike=coarse(left) == coarse(right))


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
    if max(len(one), len(other)) >= MIN_SLIP and OSA.distance(one, other) == 1:
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


def _slips(one: str, other: str, *, alike: bool) -> tuple[Likeness, float]:
    """Count slips of the pen, on the letters and on the sounds.

    Args:
        one: A word.
        other: Another.
        alike: Whether their coarse consonants are equal.
    """
    length = max(len(one), len(other))
    distance = OSA.distance(one, other, score_cutoff=3)
    score = max(0.0, 1 - distance / length) if distance <= 3 else 0.0
    if distance == 1 and length >= MIN_SLIP:
        return Likeness.SLIP, score
    if distance == 2 and length >= MIN_SLIPS:
        return Likeness.SLIPS, score
    if alike and len(coarse(one)) > 2:
        return Likeness.CONSONANTS, COARSE
    return Likeness.FAR, score * FAR
