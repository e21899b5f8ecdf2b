"""Days that have a name of their own: Christmas Eve, Good Friday, Eid al-Fitr.

What is reckoned from Easter is that of the western churches. Days of the Islamic
calendar are those of Umm al-Qura; where the moon is watched they may be a day off.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from re import Match

from dateutil.easter import easter  # type: ignore[import-untyped]  # no type hints

from dragoman.model.syntax import POSSESSIVE_MARKS
from dragoman.text.dates_absolute import Reading, at
from dragoman.text.dates_calendars import from_hijri, from_jalali
from dragoman.text.dates_clock import DATE_FROM_PUBLICATION, Clock
from dragoman.text.dates_lexicon import AFTER_SEASON, FEASTS, Line
from dragoman.text.dates_values import Moment, day, week_of

_WEEK = 7
# Easter is reckoned by the calendar in use since then.
_YEARS = range(1583, 4100)
# Behind the name of a feast, what does not make it part of a longer name.
_GOES_ON = AFTER_SEASON | frozenset(
    {"is", "was", "will", "has", "had", "said", "this", "last", "next", "of", "ago"}
    | {"he", "she", "it", "they", "we", "i", "the", "a", "an", "his", "her", "their"}
    | {"weekend", "week", "eve", "morning", "afternoon", "evening", "night", "day"}
)
_LONGEST = max(len(name.split()) for names in FEASTS.values() for name in names)
_MARKS = POSSESSIVE_MARKS | {"-"}


def read_feast(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Christmas Eve; Good Friday 2019; last Ramadan; over Easter weekend."""
    index = match.start("F")
    found = _find_name(line, index)
    if found is None:
        return None
    kind, name, last = found
    told = _told_year(line, last)
    year: int | None
    inferred: tuple[str, ...] = ()
    if told is not None:
        year, last = told
    elif line.word(last) in _GOES_ON or not line.word(last)[:1].isalpha():
        year = _year(kind, name, line.word(at(match, "h")), clock, line.starts[index])
        inferred = (DATE_FROM_PUBLICATION,)
    else:
        return None  # "the Christmas tree"
    days = None if year is None else _days(kind, name, year)
    if days is None:
        return None
    begin, end = days
    if line.word(last) == "weekend":
        moment = week_of(begin, "weekend")
        return Reading("DATE", match.start(), last + 1, moment, inferred=inferred)
    until = None if begin == end else day(end)
    return Reading("DATE", match.start(), last, day(begin), until, inferred=inferred)


def _find_name(line: Line, index: int) -> tuple[str, str, int] | None:
    """Find the longest name that starts at a word, and the word after it."""
    if not line.text[line.starts[index]].isupper():
        return None
    words: list[str] = []
    found = None
    for last in range(index, len(line.words)):
        word = line.words[last]
        if word not in _MARKS:
            words.append(word)
        if len(words) > _LONGEST:
            break
        name = " ".join(words)
        kind = next((kind for kind, names in FEASTS.items() if name in names), None)
        if kind is not None:
            found = kind, name, last + 1
    return found


def _told_year(line: Line, index: int) -> tuple[int, int] | None:
    """Read the year behind a name, and the word after it: "Easter 2019"."""
    index += line.word(index) == ","
    if line.classes.startswith("Y", index):
        return int(line.words[index]), index + 1
    return None


def _year(kind: str, name: str, beside: str, clock: Clock, offset: int) -> int | None:
    """Return the year that is meant where none is told."""
    published = clock.published
    if published is None:
        return clock.stated_year
    near = range(published.year - 1, published.year + 2)
    dated = [(days[0], year) for year in near if (days := _days(kind, name, year))]
    if beside in {"last", "past"}:
        return max((one for one in dated if one[0] < published), default=(None, None))[
            1
        ]
    if beside in {"next", "coming"}:
        return min((one for one in dated if one[0] > published), default=(None, None))[
            1
        ]
    here = _days(kind, name, published.year)
    if here is None or beside == "this":
        return published.year
    told = Moment("day", None, here[0].month, here[0].day)
    moment, _ = clock.year_for(told, offset, on=True)
    return None if moment is None else moment.year


def _days(kind: str, name: str, year: int) -> tuple[date, date] | None:
    """Return the first and the last day of a feast in a year, ``None`` if unknown."""
    if year not in _YEARS:
        return None
    first, *rest = FEASTS[kind][name]
    match kind:
        case "fixed":
            return _single(date(year, first, rest[0]))
        case "easter":
            return _single(easter(year) + timedelta(days=first))
        case "weekday":
            return _single(_nth_weekday(year, first, rest[0], rest[1]))
        case "jalali":
            return _single(from_jalali(year - 621, first, rest[0]))
        case _:
            return next(_islamic(year, first, rest[0], rest[1]), None)


def _single(value: date | None) -> tuple[date, date] | None:
    return None if value is None else (value, value)


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """Return the n-th weekday of a month, the last one for -1."""
    if number < 0:
        following = date(year, month, 28) + timedelta(days=4)
        last = following - timedelta(days=following.day)
        return last - timedelta(days=(last.weekday() - weekday) % _WEEK)
    first = date(year, month, 1)
    ahead = (weekday - first.weekday()) % _WEEK
    return first + timedelta(days=ahead + _WEEK * (number - 1))


def _islamic(
    year: int, month: int, number: int, length: int
) -> Iterator[tuple[date, date]]:
    """Return the stretches of days of the Islamic calendar that begin in a year."""
    about = (year - 622) * 33 // 32
    for hijri in range(about - 1, about + 3):
        begin = from_hijri(hijri, month, number)
        if begin is not None and begin.year == year:
            yield begin, begin + timedelta(days=length - 1)
