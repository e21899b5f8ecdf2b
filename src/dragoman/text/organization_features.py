"""What two names of organisations have in common and what not, as named features.

Legal forms, numbers and states are taken out and compared for themselves; the other
words are put into English where a short table knows them and laid on one another.
"""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from dragoman.data.tables import (
    country_names,
    demonyms,
    organization_words,
    organizations,
    places,
)
from dragoman.text.name_likeness import latin
from dragoman.text.name_words import Likeness, compare_words
from dragoman.text.names import SMALL_WORDS, may_abbreviate, words_of
from dragoman.text.organization_names import parse_organization

Features = dict[str, float]

_MAX_COUNT = 3.0
_FITS = 0.6
_MIN_JOINED = 7
_SURE = frozenset({Likeness.EQUAL, Likeness.SOUND, Likeness.SPELLING})
_SMALL = SMALL_WORDS | {"s"}
_LONG_FORM = 9
_SHORT = 4


@dataclass(frozen=True, slots=True)
class OrganizationWords:
    """A name of an organisation in comparable words.

    Attributes:
        words: Core words, in English where the table knows them.
        legal: Kinds of legal forms.
        numbers: Numbers, figures for words and Roman ones.
        countries: Codes of the states that it names.
        opens: Whether a number opens the name ("17th Brigade").
        joined: All core words as one.
        plain: The name without legal forms, as it was written.
    """

    words: tuple[str, ...]
    legal: frozenset[str]
    numbers: tuple[str, ...]
    countries: frozenset[str]
    opens: bool
    joined: str
    plain: str


@lru_cache(maxsize=1 << 16)
def split_organization(name: str) -> OrganizationWords:
    """Take the name of an organisation apart.

    >>> split_organization("Siemens Aktiengesellschaft").words
    ('siemens',)
    >>> split_organization("3rd Armoured Brigade").numbers
    ('3',)
    """
    vocabulary = organization_words()
    words = _plain_words(name)
    legal: set[str] = set()
    numbers: list[str] = []
    countries: set[str] = set()
    found: list[str] = []
    opens = False
    at = 0
    while at < len(words):
        kind, size = _legal_form(words, at, vocabulary.legal_forms)
        if size and (found or numbers or at + size < len(words)):
            legal.add(kind)
            at += size
            continue
        number = _number(words[at], at, vocabulary.numbers, vocabulary.roman)
        if at and words[at] == "i" and at == len(words) - 1:  # "Capital Trust I"
            number = "1"
        code, size = _country(words, at)
        if number is not None:
            numbers.append(number)
            opens = opens or at == 0
            at += 1
        elif code is not None:
            countries.add(code)
            found.append(code)
            at += size
        else:
            word = vocabulary.english.get(words[at], words[at])
            if word not in _SMALL:
                found.extend(words_of(latin(word)))
            at += 1
    core = tuple(found or words)
    return OrganizationWords(
        core,
        frozenset(legal),
        tuple(numbers),
        frozenset(countries),
        opens,
        "".join(core),
        " ".join(words),
    )


_OPENED = str.maketrans(dict.fromkeys(',&()/"«»“”%+|', " ") | {"'": "", "’": ""})


def _plain_words(name: str) -> list[str]:
    plain = name.replace("&", " and ").replace("'s", "").replace("’s", "")
    words = list(words_of(_join_letters(plain).translate(_OPENED)))
    return words or [name]


def _join_letters(name: str) -> str:
    """Join "A.B.C." and "S. A." to one word."""
    words = []
    for word in name.split():
        letters = word.replace(".", "")
        spelt = "." in word and len(letters) * 2 - 1 <= len(word) + 1
        words.append(letters if spelt and len(letters) <= 8 else word)
    return " ".join(words)


def _legal_form(words: list[str], at: int, forms: dict[str, str]) -> tuple[str, int]:
    for size in (5, 4, 3, 2, 1):
        kind = forms.get(" ".join(words[at : at + size]))
        if kind is not None and at + size <= len(words):
            return kind, size
    return _misspelt_form(words, at, forms)


def _misspelt_form(words: list[str], at: int, forms: dict[str, str]) -> tuple[str, int]:
    """Return the kind of a long legal form with a slip in it, and its words."""
    # "Aktiengeselschaft", "joynt stock company".
    for form, kind in forms.items():
        if len(form) >= _LONG_FORM and form[0] == words[at][:1]:
            size = form.count(" ") + 1
            piece = " ".join(words[at : at + size])
            if OSA.distance(form, piece, score_cutoff=1) <= 1:
                return kind, size
    return "", 0


def _number(
    word: str, at: int, numbers: dict[str, str], roman: dict[str, str]
) -> str | None:
    if word.isdigit():
        return word.lstrip("0") or "0"
    if word[:-2].isdigit() and word[-2:] in {"st", "nd", "rd", "th", "er"}:
        return word[:-2].lstrip("0")
    if at and word in roman:
        return roman[word]
    return numbers.get(word)


def _country(words: list[str], at: int) -> tuple[str | None, int]:
    for size in (3, 2, 1):
        piece = " ".join(words[at : at + size])
        code = demonyms().get(piece) or country_names().get(piece)
        if code is not None and at + size <= len(words):
            return code, size
    return None, 0


@lru_cache(maxsize=1 << 16)
def describe_organizations(one: str, other: str) -> tuple[tuple[str, float], ...]:
    """Return the features of two names of organisations that are not zero."""
    left, right = split_organization(one), split_organization(other)
    if (len(left.words), left.words) > (len(right.words), right.words):
        left, right, one, other = right, left, other, one
    found: Features = {}
    if left.joined == right.joined:
        found["joined_equal"] = 1.0
        _describe_marks(left, right, found)
        return tuple((name, value) for name, value in found.items() if value)
    _describe_known(one, other, left, right, found)
    if not found:
        _describe_words(left, right, found)
    _describe_marks(left, right, found)
    return tuple((name, value) for name, value in found.items() if value)


def _describe_known(
    one: str,
    other: str,
    left: OrganizationWords,
    right: OrganizationWords,
    found: Features,
) -> None:
    known = [
        organizations().get(text.lower().removeprefix("the ")) for text in (one, other)
    ]
    if known[0] is not None and known[0] is known[1]:
        found["known"] = 1.0
    short = left.words[0] if len(left.words) == 1 else ""
    if short and len(right.words) > 1 and may_abbreviate(short, right.plain):
        initials = parse_organization(other).initials
        found["acronym" if short in initials else "acronym_like"] = 1.0
        if len(short) < 3:
            found["acronym_short"] = 1.0


def _describe_words(
    left: OrganizationWords, right: OrganizationWords, found: Features
) -> None:
    rest_left, rest_right = _lay(left.words, right.words, found)
    length = min(len(left.joined), len(right.joined))
    distance = OSA.distance(left.joined, right.joined, score_cutoff=3)
    if distance <= 2 and length >= _MIN_JOINED and (rest_left or rest_right):
        found["joined_slip"] = 1.0
    if length <= _SHORT:
        found["short"] = 1.0
    common = organization_words().common
    against = min(len(rest_left), len(rest_right))
    if against:
        found["conflict_any"] = 1.0
        found["conflict"] = min(_MAX_COUNT, against)
        found["conflict_near"] = max(
            compare_words(a, b).score for a in rest_left for b in rest_right
        )
        kinds = [all(w in common for w in rest) for rest in (rest_left, rest_right)]
        found["conflict_common"] = float(all(kinds))
        found["conflict_first"] = float(
            left.words[0] in rest_left and right.words[0] in rest_right
        )
    elif rest_right:
        found["extra_any"] = 1.0
        found["extra"] = min(_MAX_COUNT, len(rest_right))
        found["extra_common"] = float(all(word in common for word in rest_right))
        found["extra_first"] = float(right.words[0] in rest_right)
        found["extra_place"] = float(any(_is_place(word) for word in rest_right))
        found["bare"] = float(len(left.words) == 1)


def _is_place(word: str) -> bool:
    return (len(word) == 2 and word.isupper()) or (len(word) > 3 and word in places())


def _lay(
    short: tuple[str, ...], long: tuple[str, ...], found: Features
) -> tuple[list[str], list[str]]:
    rest = list(long)
    left = []
    sure = 0
    for word in sorted(short, key=len, reverse=True):
        best = max(
            ((compare_words(word, each), each) for each in rest),
            key=lambda fit: (fit[0].score, fit[1]),
            default=None,
        )
        if best is None or best[0].score < _FITS:
            left.append(word)
            continue
        pair, each = best
        rest.remove(each)
        if pair.kind is Likeness.EQUAL:
            sure += 1
            continue
        sure += pair.kind in _SURE
        _count(found, f"word_{pair.kind}")
        if pair.kind not in _SURE:
            _count(
                found, "slip_short" if min(len(word), len(each)) <= _SHORT else "slip"
            )
            if word[0] != each[0]:
                _count(found, "slip_onset")
    found["nothing_sure"] = float(sure == 0)
    found["all_sure"] = float(sure == len(short) == len(long))
    return left, rest


def _describe_marks(
    left: OrganizationWords, right: OrganizationWords, found: Features
) -> None:
    if left.numbers != right.numbers:
        opens = left.opens or right.opens
        if left.numbers and right.numbers:
            found["number_opens" if opens else "number_differs"] = 1.0
        else:
            found["number_once"] = 1.0
    if left.countries and right.countries and left.countries != right.countries:
        found["state_differs"] = 1.0
    if left.legal and right.legal and not left.legal & right.legal:
        found["legal_differs"] = 1.0
    elif bool(left.legal) != bool(right.legal):
        found["legal_once"] = 1.0


def _count(found: Features, name: str) -> None:
    found[name] = min(_MAX_COUNT, found.get(name, 0.0) + 1)
