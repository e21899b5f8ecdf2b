"""Points of the calendar as precise as the words: EDTF and TimeML values of them.

A moment has a unit and no more fields than that unit needs. The year may be
missing (``XXXX-09-01``): then only what the words say is kept.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

_SEASONS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
# EDTF numbers seasons from 21, quarters from 33 and halves from 40.
_EDTF_PARTS = {"month": 0, "season": 20, "quarter": 32, "half": 39}
# Any year without a leap day, to count days where the year is not known.
_COMMON_YEAR = 2001


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, week, month, quarter, season, year, decade or century.

    Attributes:
        unit: ``day``, ``week``, ``weekend``, ``month``, ``quarter``, ``half``,
            ``season``, ``year``, ``decade`` or ``century``.
        year: ``None`` where it is not known. First year of decades and centuries.
        part: Month; number of the quarter, half or season.
        day: Day of the month; for weeks that of the Monday.
    """

    unit: str
    year: int | None
    part: int | None = None
    day: int | None = None

    def edtf(self) -> str | None:
        """Return the EDTF value, ``None`` where EDTF cannot say it."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        match self.unit:
            case "day":
                return f"{year}-{self.part:02d}-{self.day:02d}"
            case "month" | "season" | "quarter" | "half":
                return f"{year}-{_EDTF_PARTS[self.unit] + (self.part or 0):02d}"
            case _:
                pass
        if self.year is None:
            return None
        match self.unit:
            case "year":
                return year
            case "decade":
                return f"{self.year // 10}X"
            case "century":
                return f"{self.year // 100}XX"
            case "week" | "weekend":
                first, last = self.bounds()
                return f"{first.isoformat()}/{last.isoformat()}"
            case _:
                pass
        return None

    def timeml(self) -> str:
        """Return the TimeML value."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        match self.unit:
            case "season":
                return f"{year}-{_SEASONS[self.part or 1]}"
            case "quarter":
                return f"{year}-Q{self.part}"
            case "half":
                return f"{year}-H{self.part}"
            case "decade":
                return year[:3]
            case "century":
                return year[:2]
            case "week" | "weekend" if self.year is not None:
                iso = self.bounds()[0].isocalendar()
                week = f"{iso.year}-W{iso.week:02d}"
                return week + ("-WE" if self.unit == "weekend" else "")
            case _:
                pass
        return self.edtf() or "XXXX"

    def bounds(self) -> tuple[date, date]:
        """Return the first and last day; the year must be known."""
        year = self.year or _COMMON_YEAR
        match self.unit:
            case "day":
                only = date(year, self.part or 1, self.day or 1)
                return only, only
            case "week":
                monday = date(year, self.part or 1, self.day or 1)
                return monday, monday + timedelta(days=6)
            case "weekend":
                monday = date(year, self.part or 1, self.day or 1)
                return monday + timedelta(days=5), monday + timedelta(days=6)
            case "month":
                month = self.part or 1
                last = calendar.monthrange(year, month)[1]
                return date(year, month, 1), date(year, month, last)
            case "quarter":
                month = 3 * (self.part or 1)
                last = calendar.monthrange(year, month)[1]
                return date(year, month - 2, 1), date(year, month, last)
            case "decade":
                return date(year, 1, 1), date(year + 9, 12, 31)
            case "century":
                return date(year, 1, 1), date(min(year + 99, 9999), 12, 31)
            case _:
                pass
        return date(year, 1, 1), date(year, 12, 31)


def day(value: date) -> Moment:
    """Return the moment of a calendar day."""
    return Moment("day", value.year, value.month, value.day)


def week_of(value: date, unit: str = "week") -> Moment:
    """Return the week (Monday to Sunday) or weekend that holds a day."""
    monday = value - timedelta(days=value.weekday())
    return Moment(unit, monday.year, monday.month, monday.day)


def valid_day(year: int | None, month: int, number: int) -> bool:
    """Tell whether a month has a day, in a leap year where the year is open."""
    leap = 2000 if year is None else year
    return 1 <= month <= 12 and 1 <= number <= calendar.monthrange(leap, month)[1]


def start_of(moment: Moment) -> date | None:
    """Return the first day, ``None`` without a year."""
    return None if moment.year is None else moment.bounds()[0]


def unit_around(value: date, unit: str) -> Moment | None:
    """Return the week, month, quarter ... that holds a day."""
    match unit:
        case "day":
            return day(value)
        case "week" | "weekend":
            return week_of(value, unit)
        case "month":
            return Moment("month", value.year, value.month)
        case "quarter":
            return Moment("quarter", value.year, (value.month + 2) // 3)
        case "year":
            return Moment("year", value.year)
        case "decade":
            return Moment("decade", value.year - value.year % 10)
        case "century":
            return Moment("century", value.year - value.year % 100)
        case _:
            pass
    return None


def shift(moment: Moment, steps: int) -> Moment | None:
    """Move a moment by steps of its own unit; ``None`` out of the calendar."""
    try:
        return _shift(moment, steps)
    except (OverflowError, ValueError):
        return None


def _shift(moment: Moment, steps: int) -> Moment | None:
    size = {"day": 1, "week": 7, "weekend": 7}.get(moment.unit)
    if size is not None:
        base = date(moment.year or _COMMON_YEAR, moment.part or 1, moment.day or 1)
        moved = base + timedelta(days=steps * size)
        year = None if moment.year is None else moved.year
        return Moment(moment.unit, year, moved.month, moved.day)
    cycle = {"month": 12, "quarter": 4, "season": 4, "half": 2}.get(moment.unit)
    if cycle is not None:
        years, part = divmod((moment.part or 1) - 1 + steps, cycle)
        year = None if moment.year is None else moment.year + years
        return replace(moment, year=year, part=part + 1)
    if moment.year is None:
        return None
    year = moment.year + steps * {"decade": 10, "century": 100}.get(moment.unit, 1)
    return replace(moment, year=year) if 0 < year < 9999 else None
