"""What two persons' names have in common and what not, as named features.

The words of the shorter name are laid on those of the longer one; what fits, how, and
what is left over are the features. They are counts and yes-or-no values between 0 and
3, so that a weight for each makes a comparison that can be read.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from dragoman.text.name_items import are_one_name
from dragoman.text.name_words import (
    EQUAL,
    Likeness,
    Word,
    WordPair,
    far_apart,
    marks_of,
    pair_words,
    read_word,
)
from dragoman.text.person_names import PersonWords

Features = dict[str, float]
Words = tuple[Word, ...]

FITS = 0.6
MAX_COUNT = 3.0
SYLLABLE = 5
_EQUAL, _INITIAL = Likeness.EQUAL, Likeness.INITIAL
# Of these a pair of words is sure, whatever the rest of the names is.
_SURE = (Likeness.EQUAL, Likeness.SOUND, Likeness.SPELLING)
_NO_SLIP = (
    *_SURE, Likeness.INITIAL, Likeness.SHORT, Likeness.TONGUE, Likeness.LISTED,
)  # fmt: skip
# What letters make alike that may be two names all the same.
BY_LETTERS = (
    Likeness.SPELLING, Likeness.CONSONANTS, Likeness.SLIP, Likeness.SLIPS,
)  # fmt: skip
_FEATURE = {kind: f"word_{kind}" for kind in Likeness}
# Letters by which a slip tells words apart, and spellings of the same sounds.
SLIP, TWO_SLIPS, SOUNDS = 2, 4, 6
# Letters that a word may differ by from those that it is made of.
OFF = 2
_CLOSE = (*_SURE, Likeness.SLIP)
MIN_JOIN, MIN_JOINED = 5, 8


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
    mine, theirs = one.parts, other.parts
    plain = one.plain and other.plain and one.distinct and other.distinct
    laid = _lay(mine, theirs, plain=plain)
    if laid.left or laid.right:
        joined = one.joined, other.joined
        # Where every word of the shorter name has found its own, none is split, and
        # an initial more is no slip of the pen but beside another ("George W. H.").
        if laid.left and may_join(one, other):
            split = _join_split(mine, theirs)
            if split is not None:
                mine, theirs, swapped = split
                joined = joined[::-1] if swapped else joined
                laid = _lay(mine, theirs, plain=False)
        if (
            (laid.left or any(part.size == 1 for part in mine))
            and -2 <= len(joined[0]) - len(joined[1]) <= 2
            and len(joined[0]) >= MIN_JOINED
            and OSA.distance(*joined, score_cutoff=2) <= 2
        ):
            found["joined_slip"] = 1.0
    sure = _describe_fits(laid.pairs, mine, theirs, found)
    _describe_rest(laid, sure, mine, theirs, found)
    if len(laid.pairs) > 1:
        kinship = one.kinship or other.kinship
        found |= describe_turns([j for _, j, _ in laid.pairs], kinship=kinship)
    return tuple(found.items())


def surely_differ(one: PersonWords, other: PersonWords) -> bool:
    """Tell at a glance that both names have a word that fits none of the other's.

    ``describe_pair`` finds a conflict then. Most pairs that share something are
    decided by this.
    """
    if not (one.plain and other.plain):
        return False
    mine: Sequence[Word] = one.parts
    theirs: Sequence[Word] = other.parts
    if one.distinct and other.distinct:
        # Equal words are laid on one another whatever else fits them.
        mine = [word for word in one.parts if word not in other.parts]
        theirs = [word for word in other.parts if word not in one.parts]
    return (
        _stands_out(mine, theirs)
        and _stands_out(theirs, mine)
        and not may_join(one, other)
    )


def _stands_out(words: Sequence[Word], others: Sequence[Word]) -> bool:
    """Tell whether any word fits none of the others."""
    for word in words:
        letters, marks = word.letters, word.marks
        for another in others:
            if (
                (letters ^ another.letters).bit_count() <= TWO_SLIPS
                or not marks.isdisjoint(another.marks)
            ) and pair_words(word, another).score >= FITS:
                break
        else:
            return True
    return False


def may_join(one: PersonWords, other: PersonWords) -> bool:
    """Tell whether neighbouring words of a name may be one word of the other."""
    if not (one.plain and other.plain):
        return True
    return _may_be_one(one, other) or _may_be_one(other, one)


def _may_be_one(name: PersonWords, other: PersonWords) -> bool:
    parts, longest = name.parts, other.longest + OFF
    for at in range(1, len(parts)):
        one, another = parts[at - 1], parts[at]
        size = one.size + another.size
        if size > longest:
            continue
        letters = one.letters | another.letters
        if _like_any(parts[at - 1 : at + 1], size, letters, other.parts):
            return True
        if at > 1:
            size, letters = size + parts[at - 2].size, letters | parts[at - 2].letters
            if size <= longest and _like_any(
                parts[at - 2 : at + 1], size, letters, other.parts
            ):
                return True
    return False


def _like_any(piece: Words, size: int, letters: int, words: Words) -> bool:
    for word in words:
        if -OFF <= size - word.size <= OFF:
            apart = (letters ^ word.letters).bit_count()
            if apart <= SLIP or (apart <= SOUNDS and joined_marks_meet(piece, word)):
                return True
    return False


def joined_marks_meet(piece: Iterable[Word], word: Word) -> bool:
    """Tell whether words written as one are like another by more than slips."""
    joined = "".join([part.text for part in piece])
    return not marks_of(joined).isdisjoint(word.marks)


def _join_split(one: Words, other: Words) -> tuple[Words, Words, bool] | None:
    """Join words of either name that are one word of the other.

    "Amir Abdollahian" and "Amirabdollahian", "Wang Jian Hua" and "Wang Jianhua".

    Returns:
        Both names, the shorter one first, and whether they changed places; ``None``
        if nothing is to be joined.
    """
    mine = _joined_like(one, other)
    theirs = _joined_like(other, mine)
    if len(mine) == len(one) and len(theirs) == len(other):
        return None
    order = [(len(words), tuple(w.text for w in words)) for words in (mine, theirs)]
    if order[0] > order[1]:
        return theirs, mine, True
    return mine, theirs, False


def _joined_like(words: Words, others: Words) -> Words:
    longest = max((word.size for word in others), default=0) + OFF
    # Two words make one only where the other name has one so long.
    if not any(
        words[at].size + words[at + 1].size <= longest for at in range(len(words) - 1)
    ):
        return words
    found, at = [], 0
    while at < len(words):
        taken = 1
        for size in (3, 2):
            piece = words[at : at + size]
            if len(piece) == size and is_one(piece, others):
                taken = size
                break
        found.append(
            words[at]
            if taken == 1
            else read_word("".join(word.text for word in words[at : at + taken]))
        )
        at += taken
    return tuple(found)


def is_one(piece: Words, others: Words) -> bool:
    """Tell whether words written as one are one of the others, and no part of it."""
    size = sum([word.size for word in piece])
    if size < MIN_JOIN or min([word.size for word in piece]) < 2:
        return False
    plain = all(word.plain for word in piece)
    letters = 0
    for word in piece:
        letters |= word.letters
    near = [
        word
        for word in others
        if abs(word.size - size) <= OFF
        # The letters of a spelling or a slip are nearly the same.
        and (
            (letters ^ word.letters).bit_count() <= SOUNDS or not (plain and word.plain)
        )
    ]
    if not near:
        return False
    joined = read_word("".join(word.text for word in piece))
    return any(
        pair_words(joined, word).kind in _CLOSE
        and max(pair_words(part, word).score for part in piece) < FITS
        for word in near
    )


Pairs = list[tuple[int, int, WordPair]]


class Laid(NamedTuple):
    """Words laid on words.

    Attributes:
        pairs: Places in both names with their likeness.
        left: Places of the shorter name that fit nothing that is free.
        right: Those of the longer one.
    """

    pairs: Pairs
    left: list[int]
    right: list[int]


def _lay(short: Words, long: Words, *, plain: bool) -> Laid:
    """Lay words on words, the most alike first, those of like places before others."""
    pairs: Pairs = []
    mine: list[int] = []
    theirs = list(range(len(long)))
    for i, word in enumerate(short):
        if plain and word in long:
            j = long.index(word)
            pairs.append((i, j, EQUAL))
            theirs.remove(j)
        else:
            mine.append(i)
    if mine and theirs:
        for *_, i, j, pair in _fits(short, long, mine, theirs):
            if i in mine and j in theirs:
                mine.remove(i)
                theirs.remove(j)
                pairs.append((i, j, pair))
        if len(pairs) > 1:
            pairs.sort()
    return Laid(pairs, mine, theirs)


def _fits(
    short: Words, long: Words, mine: Sequence[int], theirs: Sequence[int]
) -> list[tuple[float, int, int, int, WordPair]]:
    """Return the pairs of words that fit, the best first."""
    shift = len(long) - len(short)
    found: list[tuple[float, int, int, int, WordPair]] = []
    for i in mine:
        word = short[i]
        letters, marks, plain = word.letters, word.marks, word.plain
        for j in theirs:
            another = long[j]
            if (
                plain
                and (letters ^ another.letters).bit_count() > TWO_SLIPS
                and another.plain
                and marks.isdisjoint(another.marks)
            ):
                continue
            pair = pair_words(word, another)
            if pair.score >= FITS:
                near = min(abs(i - j), abs(i + shift - j))
                found.append((-pair.score, near, i, j, pair))
    if len(found) > 1:
        found.sort()
    return found


def _describe_fits(pairs: Pairs, one: Words, other: Words, found: Features) -> int:
    """Describe words that fit; return how many fit surely."""
    sure = 0
    for i, j, pair in pairs:
        kind = pair.kind
        if kind is _EQUAL:
            sure += 1
            continue
        _count(found, _FEATURE[kind])
        word, another = one[i], other[j]
        # "Khalid" and "Khalida", "Petrov" and "Petrova".
        if (
            kind is not _INITIAL
            and word.open is not another.open
            and word.open is not None
            and another.open is not None
        ):
            _count(found, "ending")
        _describe_listed(word, another, kind, found)
        if kind in _SURE:
            sure += 1
        elif kind not in _NO_SLIP:
            _describe_slip(word, another, pair, found)
            if i == 0 and j == 0 and len(one) > 1:
                _count(found, "slip_first")
    if sure == 0:
        found["nothing_sure"] = 1.0
    if sure == len(one) == len(other):
        found["all_sure"] = 1.0
    return sure


def _describe_listed(one: Word, other: Word, kind: Likeness, found: Features) -> None:
    """Describe what lists of names tell of words that fit."""
    if kind in BY_LETTERS and are_two_names(one, other):
        _count(found, "two_sure" if kind in _SURE else "two_names")
    if kind is Likeness.LISTED and min(one.size, other.size) <= SYLLABLE:
        _count(found, "listed_short")


def are_two_names(one: Word, other: Word) -> bool:
    """Tell whether lists know both words, and not as spellings of one name."""
    return (
        one.items is not None
        and other.items is not None
        and not are_one_name(one.items, other.items)
        and one.forms.isdisjoint(other.forms)
    )


def _describe_slip(one: Word, other: Word, pair: WordPair, found: Features) -> None:
    short = min(one.size, other.size)
    if short <= SYLLABLE:
        _count(found, "slip_short")
    elif short >= 8:
        _count(found, "slip_long")
    if not pair.onset:
        _count(found, "slip_onset")
    if one.gender is not None and other.gender is not None:
        _count(found, "both_given")
        if one.gender != other.gender:
            _count(found, "slip_gender")


def _describe_rest(
    laid: Laid,
    sure: int,
    one: Words,
    other: Words,
    found: Features,
) -> None:
    """Describe words that fit nothing: in both names, or in one alone."""
    _, left, right = laid
    if left and right:
        _describe_conflict(left, right, one, other, found)
    elif len(right) > len(left):
        found["extra"] = min(MAX_COUNT, len(right))
        found["extra_any"] = 1.0
        if right[-1] == len(other) - 1:
            found["extra_last"] = 1.0
        if right[0] == 0:
            found["extra_first"] = 1.0
        if sure == len(one) > 1:
            found["part"] = 1.0
    if len(one) == 1 and len(other) > 1:
        found["bare"] = 1.0
    if len(other) == 1:
        found["both_bare"] = 1.0


def _describe_conflict(
    left: list[int], right: list[int], one: Words, other: Words, found: Features
) -> None:
    found["conflict"] = min(MAX_COUNT, len(left), len(right))
    found["conflict_1"] = 1.0
    if left[-1] == len(one) - 1 and right[-1] == len(other) - 1:
        found["conflict_last"] = 1.0
    if left[0] == 0 and right[0] == 0:
        found["conflict_first"] = 1.0
    near = 0.0
    for i in left:
        for j in right:
            near = max(near, _nearness(one[i], other[j]))
    if near:
        found["conflict_near"] = near
    if any(one[i].size == 1 for i in left) and any(other[j].size == 1 for j in right):
        found["initial_left"] = 1.0


def _nearness(one: Word, other: Word) -> float:
    if one.plain and other.plain and far_apart(one, other):
        return 0.0
    return pair_words(one, other).score


def describe_turns(places: list[int], *, kinship: bool) -> Features:
    """Describe the order of the words by the places that they are laid on."""
    turned = sorted(places)
    if places == turned:
        return {}
    found = {"order_descent" if kinship else "order": 1.0}
    if not any(places == turned[n:] + turned[:n] for n in (1, len(turned) - 1)):
        found["order_mixed"] = 1.0
    return found


def _describe_marks(one: PersonWords, other: PersonWords, found: Features) -> None:
    if one.generation != other.generation:
        both = one.generation and other.generation
        found["generation_differs" if both else "generation_once"] = 1.0
    if one.gender and other.gender and one.gender != other.gender:
        found["gender_differs"] = 1.0
    if one.abjad != other.abjad:
        found["scripts"] = 1.0
    several = len(one.words) > 1 and one.words != other.words
    if several and one.syllables and other.syllables:
        found["syllables"] = 1.0


def _count(found: Features, name: str) -> None:
    found[name] = min(MAX_COUNT, found.get(name, 0.0) + 1)
