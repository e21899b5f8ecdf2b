"""Events in the order of time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dragoman.model.entity import Event

_PART = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with the first and last day on which it can lie.

    Attributes:
        event: The event.
        first: First possible day.
        last: Last possible day, not before ``first``.
    """

    event: Event
    first: date
    last: date


@lru_cache(maxsize=4096)
def day_range(value: str) -> tuple[date, date] | None:
    """Return the first and last day of an EDTF value.

    Args:
        value: EDTF date, month, year, season or closed interval, perhaps with a
            qualifier (``~``, ``?``, ``%``) or a time of day.

    Returns:
        ``None`` where the value has no known year or is open.

    >>> day_range("2023-06")
    (datetime.date(2023, 6, 1), datetime.date(2023, 6, 30))
    >>> day_range("XXXX-09-01") is None
    True
    """
    left, _, right = re.sub(r"[~?%]", "", value).partition("/")
    start, end = _part_range(left), _part_range(right or left)
    if start is None or end is None or end[1] < start[0]:
        return None
    return start[0], end[1]


def _part_range(part: str) -> tuple[date, date] | None:
    hit = _PART.fullmatch(part.split("T")[0])
    if hit is None:
        return None
    year, month, day = (int(group) if group else None for group in hit.groups())
    try:
        return _bounds(year or 0, month, day)
    except ValueError:
        return None


def _bounds(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if month in _SEASON_MONTHS:
        begin, end = _SEASON_MONTHS[month]
        return date(year, begin, 1), _month_end(year + (end < begin), end)
    if day is None:
        return date(year, month, 1), _month_end(year, month)
    return date(year, month, day), date(year, month, day)


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def make_timeline(events: Iterable[Event]) -> tuple[list[Dated], list[Event]]:
    """Put events in order of time.

    Returns:
        The dated ones by first day, then shorter ranges first, then in the order in
        which the documents tell them; and those without a usable date, in the order
        given.
    """
    dated: list[Dated] = []
    undated: list[Event] = []
    for event in events:
        days = day_range(event.time.value) if event.time else None
        if days is None:
            undated.append(event)
        else:
            dated.append(Dated(event, *days))
    dated.sort(
        key=lambda one: (
            one.first,
            one.last,
            one.event.citations[0].span,
            one.event.id,
        )
    )
    return dated, undated
