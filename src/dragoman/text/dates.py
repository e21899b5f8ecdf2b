"""Time expressions in English text and their values in EDTF and TimeML.

EDTF (ISO 8601-2) is what the exchange file carries; TimeML is what the research
community scores. Both come from the same reading. A reading whose place in the
calendar cannot be told ("Monday" without a day of publication) has no EDTF value.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dragoman.text.dates_absolute import Reading
from dragoman.text.dates_clock import DATE_FROM_CONTEXT, Clock, Tense
from dragoman.text.dates_grammar import read_times
from dragoman.text.dates_lexicon import (
    CARRIERS,
    WEEKDAYS,
    Line,
    may_hold_time,
    read_line,
)
from dragoman.text.dates_values import Moment, day, start_of

__all__ = [
    "DATE_FROM_CONTEXT",
    "FoundTime",
    "Tense",
    "TimeReader",
    "find_weekday",
    "parse_day",
]


@dataclass(frozen=True, slots=True)
class FoundTime:
    """One time expression.

    Attributes:
        start: First code point, counted as the line that was read.
        end: Code point after the last one.
        kind: TimeML type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        edtf: EDTF value, ``None`` where it has no place in the calendar.
        timeml: TimeML value.
        precision: ``day``, ``month``, ``year``, ``week`` ... or ``interval``.
        inferred: What was not in the words.
        last: Of a range: offset at which it tells its last moment, and the TimeML
            value of that; ``timeml`` is the value of the first one.
    """

    start: int
    end: int
    kind: str
    edtf: str | None
    timeml: str
    precision: str
    inferred: tuple[str, ...]
    last: tuple[int, str] | None = None


def parse_day(value: str | None) -> date | None:
    """Return the day of an ISO 8601 date or date-time, ``None`` if it is not one.

    >>> parse_day("2023-09-03T10:00:00Z")
    datetime.date(2023, 9, 3)
    >>> parse_day("2023-09") is None
    True
    """
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def find_weekday(text: str) -> int | None:
    """Return the weekday that a text is, Monday being 0; ``None`` if it is not one.

    >>> find_weekday("Tuesday"), find_weekday("Tuesday 3 May")
    (1, None)
    """
    return WEEKDAYS.get(text.casefold())


class TimeReader:
    """Reads the sentences of one document in order.

    >>> reader = TimeReader("2023-09-03")
    >>> [found.edtf for found in reader.read("They met on 1 September.")]
    ['2023-09-01']
    >>> [found.edtf for found in reader.read("Two days earlier she had left.")]
    ['2023-08-30']
    """

    def __init__(self, published: str | None, week: date | None = None) -> None:
        """Make a reader.

        Args:
            published: Day of publication.
            week: Last day of the week that the document is a review of.
        """
        self._published = parse_day(published)
        self._clock = Clock(self._published, week=week)

    def begin_block(self, told: date | None = None) -> None:
        """Say that a new paragraph begins.

        Args:
            told: The day that it tells, if it is not the one of publication.
        """
        self._clock.published = told or self._published
        if told is not None:
            self._clock.note(day(told), year_stated=False)
        self._clock.begin_block()

    @property
    def day(self) -> date | None:
        """The day that "two days later" is reckoned from, if one was told."""
        told = self._clock.day
        return None if told is None or told.year is None else start_of(told)

    def go_back_to(self, told: date) -> None:
        """Say on which day the story is, of those that the last sentence told."""
        self._clock.note(day(told), year_stated=False)

    def read(
        self, text: str, tense: Callable[[int], Tense] | None = None
    ) -> list[FoundTime]:
        """Find the time expressions of one sentence.

        Args:
            text: The sentence.
            tense: Gives the tense of what is told at an offset of ``text``; asked
                only where a day or month needs it.

        Returns:
            The expressions in order, with offsets in ``text``.
        """
        if not may_hold_time(text):
            return []
        line = read_line(text)
        if CARRIERS.isdisjoint(line.classes) and _DAY_ALONE not in line.classes:
            return []
        self._clock.tense = tense or _open_tense
        return [_found(line, reading) for reading in read_times(line, self._clock)]


_DAY_ALONE = "o"  # "on the 15th"


def _open_tense(_: int) -> Tense:
    return Tense.OPEN


def _found(line: Line, reading: Reading) -> FoundTime:
    moment, until = reading.moment, reading.until
    edtf = None if moment is None else moment.edtf()
    precision = "" if moment is None else moment.unit
    timeml = reading.timeml or ("" if moment is None else moment.timeml())
    if moment is not None and until is not None:
        edtf = _interval(moment, until)
        precision = "interval"
    last = None
    if until is not None and reading.second is not None:
        last = (line.starts[reading.second], until.timeml())
    if reading.kind in {"DURATION", "SET"}:
        precision = reading.kind.lower()
    return FoundTime(
        line.starts[reading.first],
        line.ends[reading.last - 1],
        reading.kind,
        edtf,
        timeml,
        precision,
        reading.inferred,
        last,
    )


def _interval(first: Moment, last: Moment) -> str | None:
    left, right = first.edtf(), last.edtf()
    return None if left is None or right is None else f"{left}/{right}"
