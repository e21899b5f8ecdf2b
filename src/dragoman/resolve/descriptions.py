"""Whom two reports describe without a name, and whether they can be the same.

"27 Russian diplomats" and "27 German diplomats", "21 soldiers" and "21 rebels", "a
34-year-old man" and "a 52-year-old man" cannot; "37 smugglers" are "the 37 suspects".
Lands, sorts of people, ages and sizes exclude; nouns, sizes and telling words speak
for it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.data.joins import join_words
from dragoman.data.tables import country_names, demonyms, fold_key
from dragoman.model.accounts import LAND_ENDINGS, share_land
from dragoman.model.descriptions import head_word
from dragoman.resolve.levels import AGAINST, EQUAL, FITS, OPEN
from dragoman.text.dates_lexicon import number_of
from dragoman.text.families import find_family
from dragoman.text.names import words_of

ANYBODY = "anybody"
_ONE_OF = re.compile(
    r"^(?:one|another|some|several) of (?:the |its |their )?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONG = 4
# "23 pirates", "the five men"; not "a 23-year-old man", nor "one of 40 suspects"
_COUNTED = re.compile(
    r"(?:the |all |these |those )?([a-z]+(?:-[a-z]+)?|\d{1,6})"
    r"(?! ?- ?(?:years?|month|day)\b)(?: |$)",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b(\d{1,3})(?:[- ]year[- ]old|-year|, \d)|\baged (\d{1,3})\b")
# A group of one sort that is so many times another one is another group.
_TIMES = 3
_ONE = re.compile(r"(?:an?|the|his|her|its|their|\w+['’]s) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Described:
    """A description in comparable form.

    Attributes:
        head: The noun, in the singular.
        sort: Sort of people by the noun, "" if not known.
        size: How many are described, 0 if that is not said.
        age: How old somebody is, 0 if that is not said.
        codes: Codes of the lands that it names.
        lands: Capitalised adjectives of lands that no table knows.
        marks: The longer words beside the noun that tell somebody apart, kin as one.
        words: All longer words, folded, in the plural too.
        single: Whether it is one person.
    """

    head: str
    sort: str
    size: int
    age: int
    codes: frozenset[str]
    lands: frozenset[str]
    marks: frozenset[str]
    words: frozenset[str]
    single: bool


@lru_cache(maxsize=16384)
def describe(description: str) -> Described:
    """Read a description.

    >>> one = describe("27 Russian diplomats")
    >>> one.head, one.size, sorted(one.codes), one.single
    ('diplomat', 27, ['RU'], False)
    >>> describe("a 34-year-old man").age, describe("one of the key mill owners").head
    (34, 'owner')
    """
    told = _ONE_OF.sub("", description)
    head = head_word(told)
    words = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(told)]
    codes, lands, spent = _find_lands(words)
    known = join_words()
    age = _AGE.search(description.lower())
    counted = _COUNTED.match(description)
    size = (number_of(counted[1].lower()) or 0) if counted else 0
    marks = {
        find_family(word)
        for word in map(fold_key, words)
        if len(word) >= _LONG
        and word not in spent
        and not known.plain.issuperset(word.split("-"))
    }
    plural = bool(words) and head not in {fold_key(word) for word in words}
    return Described(
        head=head,
        # "37 of them"
        sort=ANYBODY if head[:1].isdigit() else known.sort_of(head),
        size=size,
        age=int(age[1] or age[2] or 0) if age else 0,
        codes=codes,
        lands=lands,
        marks=frozenset(marks - {find_family(head)}),
        words=_stems(description),
        single=size == 1 or (not plural and _ONE.match(description) is not None),
    )


def _stems(description: str) -> frozenset[str]:
    words = {word for word in words_of(description) if len(word) >= _LONG}
    return frozenset(words | {word.removesuffix("s") for word in words})


def _find_lands(words: list[str]) -> tuple[frozenset[str], frozenset[str], set[str]]:
    """Return codes of lands, unknown adjectives of lands, and the words that say so."""
    codes: set[str] = set()
    lands: set[str] = set()
    spent: set[str] = set()
    folded = [fold_key(word) for word in words]
    place = 0
    while place < len(words):
        pair = " ".join(folded[place : place + 2])
        code, size = _code_of(pair), 2
        if code is None or place + 1 == len(words):
            code, size = _code_of(folded[place]), 1
        word = words[place]
        if code is not None and word[:1].isupper():
            codes.add(code)
            spent.update(folded[place : place + size])
        elif word[:1].isupper() and word.endswith(LAND_ENDINGS):
            lands.add(folded[place])
            spent.add(folded[place])
        place += size if code is not None else 1
    return frozenset(codes), frozenset(lands), spent


def _code_of(word: str) -> str | None:
    return demonyms().get(word) or country_names().get(word)


def compare_lands(one: Described, other: Described) -> int:
    """Compare of which land two are: one in common, not told, or others."""
    if one.codes and other.codes:
        return FITS if one.codes & other.codes else AGAINST
    if one.lands and other.lands:
        return FITS if share_land(one.lands, other.lands) else AGAINST
    return OPEN


def compare_described(one: Described, other: Described, *, counts: bool = True) -> int:
    """Compare two descriptions: the very same, one that fits, not told, or others.

    Args:
        one: A description.
        other: Another one.
        counts: Whether sizes are compared; the dead and wounded grow from report to
            report.
    """
    if AGAINST in (compare_lands(one, other), compare_sorts(one, other)):
        return AGAINST
    if one.age and other.age and one.single and other.single:
        if abs(one.age - other.age) > 1:
            return AGAINST
        return FITS
    sized = counts and one.size and other.size
    alike = bool(sized) and one.size == other.size
    if one.head == other.head:
        if sized and max(one.size, other.size) > _TIMES * min(one.size, other.size):
            return AGAINST
        offices = one.single and other.single and one.marks and other.marks
        if offices and one.marks.isdisjoint(other.marks):
            return AGAINST  # "the foreign minister", "the defence minister"
        return EQUAL if alike else FITS
    if ANYBODY in (one.sort, other.sort):
        return FITS if alike else OPEN
    return FITS if one.sort and one.sort == other.sort else OPEN


def compare_sorts(one: Described, other: Described) -> int:
    """Compare of which sort two are: another one, or not told."""
    return AGAINST if (one.sort, other.sort) in join_words().apart else OPEN


def share_side(one: Described, other: Described) -> bool:
    """Tell whether two may be on one side: of one land, or the same sort of people."""
    if AGAINST in (compare_lands(one, other), compare_sorts(one, other)):
        return False
    if compare_lands(one, other) is FITS:
        return True
    if ANYBODY in (one.sort, other.sort):
        return False
    return one.head == other.head or bool(one.sort and one.sort == other.sort)
