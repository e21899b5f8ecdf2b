"""Small pieces of English: lists, numbers, dates."""

import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.model.claim import Time
from dragoman.text.calendar_names import MONTH_NAMES

_MONTHS = dict(enumerate(MONTH_NAMES, start=1))
_PART = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_DECADE = re.compile(r"(\d{3})X")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def join_words(words: Sequence[str], last: str = "and") -> str:
    """Join as prose does.

    >>> join_words(["A", "B", "C"]), join_words(["2", "3"], "or")
    ('A, B and C', '2 or 3')
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def number_words(number: float) -> str:
    """Write a number as prose does.

    >>> number_words(4926), number_words(2.5)
    ('4,926', '2.5')
    """
    return f"{number:,.0f}" if number == int(number) else f"{number:,g}"


def group_digits(told: str) -> str:
    """Write the numbers in a count as prose does.

    >>> group_digits("6000"), group_digits("about 12500 to 940")
    ('6,000', 'about 12,500 to 940')
    """
    return re.sub(r"\d{4,}", lambda found: f"{int(found[0]):,}", told)


def count_words(number: int, noun: str) -> str:
    """Put a number before a noun.

    >>> count_words(1, "origin"), count_words(3, "origin")
    ('1 origin', '3 origins')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def capitalize(text: str) -> str:
    """Make the first letter a capital, in quotation marks too, and leave the others.

    >>> capitalize("an arrest"), capitalize("“the two ministers” met")
    ('An arrest', '“The two ministers” met')
    """
    start = len(text) - len(text.lstrip("“‘"))
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def lower_first(text: str) -> str:
    """Make the first letter small, unless the word has more capitals.

    >>> lower_first("An arrest"), lower_first("UN talks")
    ('an arrest', 'UN talks')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


@lru_cache(maxsize=4096)
def date_words(value: str) -> str:
    """Put an EDTF value in words.

    >>> date_words("2023-09-01"), date_words("2023-06"), date_words("XXXX-09-01")
    ('1 September 2023', 'June 2023', '1 September (year not given)')
    >>> date_words("2023-09-01/2023-09-03"), date_words("196X")
    ('1 September 2023 to 3 September 2023', 'the 1960s')
    """
    left, slash, right = value.partition("/")
    if slash and left not in {"", ".."} and right not in {"", ".."}:
        return f"{_one_date(left)} to {_one_date(right)}"
    if slash:
        known = left if left not in {"", ".."} else right
        side = "from" if known == left else "until"
        return f"{side} {_one_date(known)}"
    return _one_date(value)


def _one_date(part: str) -> str:
    about = "about " if "~" in part else ""
    plain = re.sub(r"[~?%]", "", part).split("T")[0]
    if decade := _DECADE.fullmatch(plain):
        return f"{about}the {decade[1]}0s"
    hit = _PART.fullmatch(plain)
    if hit is None:
        return part
    year, month, day = hit.groups()
    words = year if year != "XXXX" else ""
    if month and month != "XX":
        name = _SEASONS.get(int(month)) or _MONTHS.get(int(month), month)
        words = f"{name} {words}".strip()
        if day and day != "XX":
            words = f"{int(day)} {words}"
    return about + (words if year != "XXXX" else f"{words} (year not given)")


def when_phrase(time: Time | None) -> str:
    """Return ``on 1 September 2023``, ``in June 2023`` or ``""``."""
    if time is None:
        return ""
    words = date_words(time.value)
    if "/" in time.value:
        return (
            words
            if words.startswith(("from", "until"))
            else f"between {words}".replace(" to ", " and ")
        )
    exact = len(re.sub(r"[~?%]", "", time.value).split("T")[0]) == len("2023-09-01")
    return f"on {words}" if exact else f"in {words}"
