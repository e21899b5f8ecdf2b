"""What two persons' names have in common and what not, as named features.

The words of the shorter name are laid on those of the longer one; what fits, how, and
what is left over are the features. They are counts and yes-or-no values between 0 and
3, so that a weight for each makes a comparison that can be read.
"""

from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from dragoman.data.tables import given_names
from dragoman.text.name_likeness import is_abjad
from dragoman.text.name_words import Likeness, WordPair, compare_words
from dragoman.text.person_names import PersonWords

Features = dict[str, float]

_FITS = 0.6
_MAX_COUNT = 3.0
_SYLLABLE = 5


@lru_cache(maxsize=1 << 16)
def describe_pair(
    one: PersonWords, other: PersonWords
) -> tuple[tuple[str, float], ...]:
    """Return the features of two names of persons that are not zero."""
    if (len(one.words), one.words) > (len(other.words), other.words):
        one, other = other, one
    found: Features = {}
    _describe_marks(one, other, found)
    if one.joined == other.joined:
        found["joined_equal" if one.words != other.words else "equal"] = 1.0
        one = other
    pairs, left, right = _lay(one.words, other.words)
    if left or right:
        one, other = _join_split(one, other)
        pairs, left, right = _lay(one.words, other.words)
        distance = OSA.distance(one.joined, other.joined, score_cutoff=2)
        near = distance <= 2 and len(one.joined) >= _MIN_JOINED
        found["joined_slip"] = float(near and bool(left or right))
    sure = _describe_fits(pairs, one, other, found)
    _describe_rest(left, right, sure, one, other, found)
    _describe_order(pairs, one, other, found)
    return tuple((name, value) for name, value in found.items() if value)


def _join_split(
    one: PersonWords, other: PersonWords
) -> tuple[PersonWords, PersonWords]:
    """Join words of either name that are one word of the other.

    "Amir Abdollahian" and "Amirabdollahian", "Wang Jian Hua" and "Wang Jianhua".
    """
    mine = _joined_like(one.words, other.words)
    theirs = _joined_like(other.words, mine)
    if (mine, theirs) == (one.words, other.words):
        return one, other
    if (len(mine), mine) > (len(theirs), theirs):
        mine, theirs = theirs, mine
        one, other = other, one
    return replace(one, words=mine), replace(other, words=theirs)


def _joined_like(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    found, at = [], 0
    while at < len(words):
        taken = 1
        for size in (3, 2):
            piece = words[at : at + size]
            if len(piece) == size and _is_one(piece, others):
                taken = size
                break
        found.append("".join(words[at : at + taken]))
        at += taken
    return tuple(found)


def _is_one(piece: tuple[str, ...], others: tuple[str, ...]) -> bool:
    joined = "".join(piece)
    if len(joined) < _MIN_JOIN or any(len(word) < 2 for word in piece):
        return False
    return any(
        compare_words(joined, word).kind in _CLOSE
        and max(compare_words(part, word).score for part in piece) < _FITS
        for word in others
        if abs(len(word) - len(joined)) <= 2
    )


_CLOSE = frozenset({Likeness.EQUAL, Likeness.SOUND, Likeness.SPELLING, Likeness.SLIP})
_MIN_JOIN, _MIN_JOINED = 5, 8


Laid = list[tuple[int, int, WordPair]]


def _lay(
    short: tuple[str, ...], long: tuple[str, ...]
) -> tuple[Laid, list[int], list[int]]:
    """Lay words on words, the most alike first, those of like places before others.

    Returns:
        Pairs of places with their likeness, places left over in either name.
    """
    fits = []
    shift = len(long) - len(short)
    for i, word in enumerate(short):
        for j, another in enumerate(long):
            pair = compare_words(word, another)
            if pair.score >= _FITS:
                off = min(abs(i - j), abs(i + shift - j))
                fits.append((-pair.score, off, i, j, pair))
    fits.sort(key=lambda fit: fit[:4])
    mine, theirs, pairs = set(), set(), []
    for _, _, i, j, pair in fits:
        if i not in mine and j not in theirs:
            mine.add(i)
            theirs.add(j)
            pairs.append((i, j, pair))
    pairs.sort(key=lambda pair: pair[:2])
    left = [i for i in range(len(short)) if i not in mine]
    right = [j for j in range(len(long)) if j not in theirs]
    return pairs, left, right


def _describe_fits(
    pairs: Laid, one: PersonWords, other: PersonWords, found: Features
) -> int:
    """Describe words that fit; return how many fit surely."""
    sure = 0
    for i, j, pair in pairs:
        kind = pair.kind
        if kind in {Likeness.EQUAL, Likeness.SOUND, Likeness.SPELLING}:
            sure += 1
        if kind is not Likeness.EQUAL:
            _count(found, f"word_{kind}")
            if kind is not Likeness.INITIAL:
                _describe_ending(one.words[i], other.words[j], found)
        if kind in {Likeness.SOUND, Likeness.SPELLING, Likeness.EQUAL}:
            continue
        if kind not in {Likeness.INITIAL, Likeness.SHORT, Likeness.TONGUE}:
            _describe_slip(i, j, pair, one, other, found)
    found["nothing_sure"] = float(sure == 0)
    found["all_sure"] = float(sure == len(one.words) == len(other.words))
    return sure


def _describe_slip(
    i: int,
    j: int,
    pair: WordPair,
    one: PersonWords,
    other: PersonWords,
    found: Features,
) -> None:
    words = one.words[i], other.words[j]
    short = min(map(len, words))
    if short <= _SYLLABLE:
        _count(found, "slip_short")
    elif short >= 8:
        _count(found, "slip_long")
    if not pair.onset:
        _count(found, "slip_onset")
    if i == 0 and j == 0 and len(one.words) > 1:
        _count(found, "slip_first")
    table = given_names()
    if words[0] in table and words[1] in table:
        _count(found, "both_given")
        if table[words[0]] != table[words[1]]:
            _count(found, "slip_gender")


def _describe_ending(word: str, another: str, found: Features) -> None:
    """Tell "Khalid" from "Khalida", "Petrov" from "Petrova"."""
    plain = [w.removesuffix("h") for w in (word, another)]
    open_ends = [w[-1:] in _OPEN for w in plain]
    if open_ends[0] != open_ends[1] and not is_abjad(word) and not is_abjad(another):
        _count(found, "ending")


_OPEN = frozenset("aeаяе")


def _describe_rest(
    left: list[int],
    right: list[int],
    sure: int,
    one: PersonWords,
    other: PersonWords,
    found: Features,
) -> None:
    """Describe words that fit nothing: in both names, or in one alone."""
    against = min(len(left), len(right))
    if against:
        found["conflict"] = min(_MAX_COUNT, against)
        found["conflict_1"] = 1.0
        last = len(one.words) - 1 in left and len(other.words) - 1 in right
        found["conflict_last"] = float(last)
        found["conflict_first"] = float(0 in left and 0 in right)
        nearest = max(
            compare_words(one.words[i], other.words[j]).score
            for i in left
            for j in right
        )
        found["conflict_near"] = nearest
    extra = len(right) - len(left)
    if extra > 0 and not against:
        found["extra"] = min(_MAX_COUNT, extra)
        found["extra_any"] = 1.0
        found["extra_last"] = float(len(other.words) - 1 in right)
        found["extra_first"] = float(0 in right)
        found["part"] = float(sure == len(one.words) > 1)
    found["bare"] = float(len(one.words) == 1 and len(other.words) > 1)
    found["both_bare"] = float(len(other.words) == 1)
    found["initial_left"] = float(
        any(len(one.words[i]) == 1 for i in left)
        and any(len(other.words[j]) == 1 for j in right)
    )


def _describe_order(
    pairs: Laid, one: PersonWords, other: PersonWords, found: Features
) -> None:
    places = [j for _, j, _ in pairs]
    if places == sorted(places):
        return
    kin = one.kinship or other.kinship
    found["order_descent" if kin else "order"] = 1.0
    turned = sorted(places)
    if not any(places == turned[n:] + turned[:n] for n in (1, len(turned) - 1)):
        found["order_mixed"] = 1.0


def _describe_marks(one: PersonWords, other: PersonWords, found: Features) -> None:
    if one.generation != other.generation:
        both = one.generation and other.generation
        found["generation_differs" if both else "generation_once"] = 1.0
    if one.gender and other.gender and one.gender != other.gender:
        found["gender_differs"] = 1.0
    mixed = is_abjad(one.joined) != is_abjad(other.joined)
    found["scripts"] = float(mixed)
    syllables = all(len(w) <= _SYLLABLE for w in (*one.words, *other.words))
    if syllables and len(one.words) > 1 and one.words != other.words:
        found["syllables"] = 1.0


def _count(found: Features, name: str) -> None:
    found[name] = min(_MAX_COUNT, found.get(name, 0.0) + 1)
