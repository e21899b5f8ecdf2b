"""Bounds of EDTF values, to compare times of different precision.

Only what the model needs: which of two values is more precise, and whether they
can both hold. Reading times from text is not done here.
"""

import calendar
import re
from datetime import date
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
# Seasons of EDTF level 1 (21 spring ... 24 winter), quarters and halves of level 2.
_PARTS = {
    "21": (3, 5),
    "22": (6, 8),
    "23": (9, 11),
    "33": (1, 3),
    "34": (4, 6),
    "35": (7, 9),
    "36": (10, 12),
    "40": (1, 6),
    "41": (7, 12),
}


@lru_cache(maxsize=16384)
def find_bounds(value: str) -> tuple[date, date] | None:
    """Return the first and the last day that a value covers.

    Args:
        value: EDTF: a day, month, season, year or a closed interval of them.

    Returns:
        Both days inclusive; ``None`` for values without a known year and for
        forms that this module does not know.

    >>> find_bounds("2023-06")
    (datetime.date(2023, 6, 1), datetime.date(2023, 6, 30))
    >>> find_bounds("XXXX-09-01") is None
    True
    """
    first, slash, last = value.strip("~?%").partition("/")
    if slash:
        left, right = find_bounds(first), find_bounds(last)
        return (left[0], right[1]) if left and right and left[0] <= right[1] else None
    try:
        return _bounds(first)
    except ValueError:
        return None


def _bounds(value: str) -> tuple[date, date] | None:
    if match := _DAY.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _MONTH.fullmatch(value):
        year = int(match[1])
        start, end = _PARTS.get(match[2], (0, 0))
        if not start:
            start = end = int(match[2])
        return date(year, start, 1), _last_day(year, end)
    if _YEAR.fullmatch(value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    return None


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def can_both_hold(one: str, other: str) -> bool:
    """Tell whether two values can name the same time.

    Values without a year are compared position by position, ``X`` fits all.

    >>> can_both_hold("2023-09", "2023-09-03")
    True
    >>> can_both_hold("XXXX-09-01", "2023-09-02")
    False
    """
    left, right = find_bounds(one), find_bounds(other)
    if left is not None and right is not None:
        return left[0] <= right[1] and right[0] <= left[1]
    if "/" in one or "/" in other:
        return True
    pairs = zip(one[:10], other[:10], strict=False)
    return all(a == b or "X" in (a, b) for a, b in pairs)


def days_of(value: str) -> int:
    """Return the number of days that a value covers, 10,000 if the year is open."""
    bounds = find_bounds(value)
    return 10_000 if bounds is None else (bounds[1] - bounds[0]).days + 1
