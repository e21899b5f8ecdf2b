"""What a time expression is reckoned from: publication, tense, the last time told.

The usual rules of the press. A day without a year is the last one before
publication in a report of the past, the next one in a sentence about the future.
A weekday is the last one up to and including the day of publication ("Monday" in
a report of Monday is that day); "last Monday" lies strictly before it, "next
Monday" strictly after it. Where there is nothing to reckon from, the year stays
open and weekdays have no value: nothing is invented.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from dragoman.text.dates_values import Moment, day, shift, start_of, valid_day

YEAR_FROM_PUBLICATION = "year from publication date"
DATE_FROM_PUBLICATION = "date from publication date"
YEAR_FROM_CONTEXT = "year from context"
MONTH_FROM_CONTEXT = "month from context"
DATE_FROM_CONTEXT = "date from context"

# A report may be dated a day before what it tells, across time zones.
_SLACK = timedelta(days=1)
_ANCHORS = frozenset({"day", "month", "year", "week", "quarter", "season"})
_PERIOD_LASTS = 4  # sentences


class Tense(StrEnum):
    """Where the sentence puts what it tells, as far as its verb says."""

    PAST = "past"
    FUTURE = "future"
    THEN = "ahead of the story"
    DEADLINE = "deadline"
    PRESENT = "present"
    OPEN = "open"


# A day without a year is the nearest one; the other side of the publication has
# to be so many times nearer than the side that the tense tells.
_WEIGHTS = {Tense.PAST: (1, 4), Tense.FUTURE: (4, 1)}
# Days for which a story is so fresh that its plans may be of the same week.
_RECENT = 7
# What was done "on" a day is over still more surely.
_SURELY_OVER = 12


def _always_open(_: int) -> Tense:
    return Tense.OPEN


@dataclass(slots=True)
class Clock:
    """State of reading one document.

    Attributes:
        published: Day of publication, ``None`` if not known.
        anchor: The last day, month or year told, for "a month earlier".
        day: The last day told, for "two days earlier".
        stated_year: A year that the words around gave, for dates without one.
        period: The last quarter told, for "a year earlier" in reports of results.
        period_age: Sentences since then.
        tense: Asks the sentence for the tense at an offset.
        week: Last day of the week that the document is a review of.
    """

    published: date | None
    anchor: Moment | None = None
    day: Moment | None = None
    stated_year: int | None = None
    period: Moment | None = None
    period_age: int = 0
    tense: Callable[[int], Tense] = field(default=_always_open)
    week: date | None = None

    def year_for(
        self, moment: Moment, offset: int, *, on: bool = False
    ) -> tuple[Moment | None, tuple[str, ...]]:
        """Give a day, month or season without a year the year that is meant.

        Args:
            moment: What was told.
            offset: Where.
            on: Whether "on" stands before it: what was done on it is over.
        """
        if self.stated_year is not None and self.published is None:
            return _with_year(moment, self.stated_year), (YEAR_FROM_CONTEXT,)
        if self.published is None:
            return moment, ()
        year = self._nearest_year(moment, self.tense(offset), on=on)
        return _with_year(moment, year), (YEAR_FROM_PUBLICATION,)

    def _nearest_year(self, moment: Moment, tense: Tense, *, on: bool) -> int:
        published = self.published or date.min
        candidates = []
        for year in (published.year - 1, published.year, published.year + 1):
            dated = _with_year(moment, year)
            if dated is not None:
                candidates.append((year, *_bounds(dated)))
        if moment.unit == "month":
            candidates = _on_side(candidates, published, tense)
        weight_behind, weight_ahead = _WEIGHTS.get(tense, (1, 1))
        if on and tense is Tense.PAST:
            weight_ahead = _SURELY_OVER

        def cost(candidate: tuple[int, date, date]) -> tuple[int, bool]:
            _, first, last = candidate
            ahead = first > published
            weight = weight_ahead if ahead else weight_behind
            return weight * _distance(published, first, last), ahead

        return min(candidates, key=cost, default=(published.year, None, None))[0]

    def weekday(self, number: int, offset: int) -> Moment | None:
        """Return the day that a bare weekday means, ``None`` without publication."""
        if self.published is None:
            return None
        ahead = (number - self.published.weekday()) % 7
        behind = (self.published.weekday() - number) % 7
        tense = self.tense(offset)
        story = base_day(self.day)
        if tense is Tense.THEN and story is not None:
            if 0 <= (self.published - story).days < _RECENT:
                return day(weekday_beside(story, number, 1))
            tense = Tense.FUTURE
        if tense is Tense.PRESENT and ahead < behind:
            return day(self.published + timedelta(days=ahead))
        if tense in {Tense.FUTURE, Tense.DEADLINE}:
            return day(self.published + timedelta(days=ahead))
        if self.week is not None:
            return day(self.week - timedelta(days=(self.week.weekday() - number) % 7))
        return day(self.published - timedelta(days=behind))

    def reference(self, unit: str = "day") -> tuple[Moment | None, tuple[str, ...]]:
        """Return what "two days earlier" is reckoned from, and what to note.

        Args:
            unit: What is counted; days are counted from a day only.
        """
        anchor = self.day if unit == "day" else self.anchor
        if anchor is not None:
            return anchor, (DATE_FROM_CONTEXT,)
        if self.published is not None:
            return day(self.published), (DATE_FROM_PUBLICATION,)
        return None, ()

    def note(self, moment: Moment, *, year_stated: bool) -> None:
        """Remember a moment that was told, for what is reckoned from it.

        Args:
            moment: What was told.
            year_stated: Whether its year stood in the words.
        """
        if moment.unit in _ANCHORS:
            self.anchor = moment
        if moment.unit == "day":
            self.day = moment
        if moment.unit == "quarter":
            self.period, self.period_age = moment, 0
        if year_stated and moment.unit in {"day", "month"}:
            told_now = self.published and self.published.year == moment.year
            self.stated_year = None if told_now else moment.year

    def begin_sentence(self) -> None:
        """Let the last quarter told grow old."""
        self.period_age += 1
        if self.period_age > _PERIOD_LASTS:
            self.period = None

    def begin_block(self) -> None:
        """Forget a stated year, if the publication can give one."""
        if self.published is not None:
            self.stated_year = None


def _on_side(
    candidates: list[tuple[int, date, date]], published: date, tense: Tense
) -> list[tuple[int, date, date]]:
    """Keep the candidates on the side of the publication that the tense tells."""
    if tense is Tense.PAST:
        return [c for c in candidates if c[1] <= published + _SLACK]
    if tense is Tense.FUTURE:
        return [c for c in candidates if c[2] >= published]
    return candidates


def _with_year(moment: Moment, year: int) -> Moment | None:
    if moment.unit == "day" and not valid_day(year, moment.part or 0, moment.day or 0):
        return None
    return Moment(moment.unit, year, moment.part, moment.day)


def _bounds(moment: Moment) -> tuple[date, date]:
    if moment.unit == "season":
        first_month = 3 * (moment.part or 1)
        first = date(moment.year or 1, first_month, 1)
        return first, first + timedelta(days=90)
    return moment.bounds()


def _distance(point: date, first: date, last: date) -> int:
    if first <= point <= last:
        return 0
    return min(abs((first - point).days), abs((last - point).days))


def weekday_beside(base: date, number: int, direction: int) -> date:
    """Return the next (1) or previous (-1) given weekday strictly beside a day."""
    if direction > 0:
        return base + timedelta(days=(number - base.weekday() - 1) % 7 + 1)
    return base - timedelta(days=(base.weekday() - number - 1) % 7 + 1)


def base_day(moment: Moment | None) -> date | None:
    """Return a day moment as a date, ``None`` if it is coarser or has no year."""
    if moment is None or moment.unit != "day":
        return None
    return start_of(moment)


__all__ = [
    "DATE_FROM_CONTEXT",
    "DATE_FROM_PUBLICATION",
    "MONTH_FROM_CONTEXT",
    "YEAR_FROM_CONTEXT",
    "YEAR_FROM_PUBLICATION",
    "Clock",
    "Tense",
    "base_day",
    "shift",
    "weekday_beside",
]
