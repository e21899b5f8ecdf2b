"""Readings of dates that name a day, month, year, season, quarter or decade."""

from dataclasses import dataclass
from re import Match

from dragoman.text.dates_calendars import from_hijri, from_jalali
from dragoman.text.dates_clock import YEAR_FROM_PUBLICATION, Clock
from dragoman.text.dates_lexicon import (
    AFTER_SEASON,
    BEFORE_SEASON,
    BEFORE_YEAR,
    COUNTED,
    DECADES,
    HIJRI,
    JALALI,
    MONTHS,
    NAME_HEADS,
    SEASONS,
    SURELY_BEFORE_YEAR,
    UNITS,
    Line,
    number_of,
)
from dragoman.text.dates_values import Moment, day, valid_day

_SHORTEST, _LONGEST = 28, 40
# As words: "²" is a digit too, and no number.
_NO_DAYS = frozenset(map(str, range(_SHORTEST + 1, _LONGEST)))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stretch of words comes to.

    Attributes:
        kind: TimeML type.
        first: Index of the first word.
        last: Index after the last word.
        moment: The point in time, ``None`` for durations, sets and vague words.
        until: Last moment of a range.
        second: Index of the word at which a range tells its last moment.
        timeml: TimeML value where it is not that of the moment.
        inferred: What was not in the words.
        anchors: Whether later expressions are reckoned from it.
    """

    kind: str
    first: int
    last: int
    moment: Moment | None = None
    until: Moment | None = None
    timeml: str | None = None
    inferred: tuple[str, ...] = ()
    anchors: bool = True
    second: int | None = None


def at(match: Match[str], group: str) -> int:
    """Return the index of the word of a group, -1 if it has none."""
    return match.start(group) if group in match.re.groupindex else -1


def _year(line: Line, match: Match[str]) -> int | None:
    index = at(match, "Y")
    return int(line.words[index]) if index >= 0 else None


def _dated(
    clock: Clock, moment: Moment, offset: int, *, on: bool = False
) -> tuple[Moment | None, tuple[str, ...]]:
    if moment.year is not None:
        return moment, ()
    return clock.year_for(moment, offset, on=on)


def read_iso(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """2023-09-01."""
    del clock
    year, month, number = (int(part) for part in line.words[match.start()].split("-"))
    if not valid_day(year, month, number):
        return None
    moment = Moment("day", year, month, number)
    return Reading("DATE", match.start(), match.end(), moment)


def read_slashed(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """13/09/2023 and 09/13/2023; 01/09/2023 stays unread: which is the month?"""
    del clock
    word = line.words[match.start()]
    one, other, year = (int(part) for part in word.replace(".", "/").split("/"))
    # Full stops stand only between day, month and year, in that order.
    if one == other or other > 12 >= one or "." in word or one > 12:
        number, month = (other, one) if other > 12 else (one, other)
        if valid_day(year, month, number):
            moment = Moment("day", year, month, number)
            return Reading("DATE", match.start(), match.end(), moment)
    return None


def read_day(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """September 1, 2023; 1 September; the 1st of Sept."""
    month = MONTHS[line.words[match.start("M")]]
    number = number_of(line.words[match.start("D")]) or 0
    year = _year(line, match)
    after = line.word(match.end())
    # "On August 7 killed": after "on" a day is told, elsewhere seven may be killed;
    # not in "8 May killed".
    on = line.word(match.start() - 1) == "on"
    told = year is not None or on
    counted = after in COUNTED and match.start("D") > match.start("M")
    if (counted and not told) or after in NAME_HEADS:
        return None
    if not valid_day(year, month, number):
        return _no_such_day(match, number, told=told)
    moment, inferred = _dated(
        clock, Moment("day", year, month, number), line.starts[match.start()], on=on
    )
    if moment is None:
        return None
    return Reading("DATE", match.start(), match.end(), moment, inferred=inferred)


def _no_such_day(match: Match[str], number: int, *, told: bool) -> Reading | None:
    """Return "on 31 February" as a date without a place in the calendar.

    Silently its month would be another date than the one told.
    """
    if not told or not _SHORTEST < number < _LONGEST:
        return None
    return Reading("DATE", match.start(), match.end(), timeml="XXXX", anchors=False)


def read_day_range(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """2-5 March; March 2 to 5; 30 April - 2 May; September 1 and 2."""
    words = line.words
    last_month = MONTHS[words[match.start("M")]]
    month = last_month
    if (other := at(match, "N")) >= 0:
        month = MONTHS[words[other]]
    first = number_of(words[match.start("D")]) or 0
    last = number_of(words[match.start("E")]) or 0
    year = _year(line, match)
    if not (valid_day(year, month, first) and valid_day(year, last_month, last)):
        return None
    if (month, first) >= (last_month, last) and month <= last_month:
        return None
    if _merely_joined(match) and (month, first + 1) != (last_month, last):
        return None  # "3 and 7 May" are two days, not five
    offset = line.starts[match.start()]
    until, inferred = _dated(clock, Moment("day", year, last_month, last), offset)
    if until is None:
        return None
    start_year = until.year
    if month > last_month and start_year is not None:
        start_year -= 1
    start = Moment("day", start_year, month, first)
    return _range(match, "E", start, until, inferred)


_MAY = 5


def read_month(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """June; June 2023; mid-June; June last year."""
    index = match.start("M")
    month = MONTHS[line.words[index]]
    year = _year(line, match)
    short = len(line.words[index]) == 3 and month != _MAY
    if year is None and short and line.text[line.ends[index] - 1] != ".":
        return None  # "Jan" without full stop or figure is a first name
    if _is_no_day(line, index):
        return None  # "on 32 May"
    opens = month == _MAY and index == 0 and line.classes[1:2] not in {",", "'", "-"}
    after = {line.word(match.end()), line.word(match.end() + 1)}
    if year is None and (opens or not NAME_HEADS.isdisjoint(after)):
        return None  # "May the truce hold", "6 October City"
    offset = line.starts[match.start()]
    moment, inferred = _dated(clock, Moment("month", year, month), offset)
    if moment is None:
        return None
    return Reading("DATE", match.start(), match.end(), moment, inferred=inferred)


def _is_no_day(line: Line, index: int) -> bool:
    """Tell whether a month follows a day that none has: "on 32 May"."""
    before = line.word(index - 1)
    return before in _NO_DAYS and line.word(index - 2) == "on"


def _range(
    match: Match[str],
    last: str,
    start: Moment,
    until: Moment,
    inferred: tuple[str, ...],
) -> Reading:
    """Return the reading of a range; ``last`` is the group of its last moment."""
    second = match.start(last)
    second -= match.string[second - 1] == "M"  # "April 30 to May 2"
    return Reading(
        "DATE",
        match.start(),
        match.end(),
        start,
        until,
        inferred=inferred,
        second=second,
    )


def _merely_joined(match: Match[str]) -> bool:
    """Tell "1 and 2" from "between 1 and 2"."""
    return "r" in match.group() and not match.group().startswith("B")


def read_month_range(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Between June and August; March-May 2023."""
    first = MONTHS[line.words[match.start("M")]]
    last = MONTHS[line.words[match.start("N")]]
    year = _year(line, match)
    offset = line.starts[match.start()]
    until, inferred = _dated(clock, Moment("month", year, last), offset)
    if until is None or first == last:
        return None
    start_year = until.year
    if first > last and start_year is not None:
        start_year -= 1
    start = Moment("month", start_year, first)
    return _range(match, "N", start, until, inferred)


def read_year(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """In 2019; the 2019 gas talks; not 2,000 or 2000 people."""
    del clock
    index = match.start("Y")
    year = int(line.words[index])
    before, after = line.word(index - 1), line.word(index + 1)
    if after in COUNTED or after == "%" or before == "/":
        return None
    plausible = 1900 <= year <= 2100
    if not (
        before in SURELY_BEFORE_YEAR or (plausible and _year_fits(line, index, before))
    ):
        return None
    return Reading("DATE", match.start(), match.end(), Moment("year", year))


def _year_fits(line: Line, index: int, before: str) -> bool:
    if before in BEFORE_YEAR or before in {"(", ",", "-", "–", ""}:
        return True
    nxt = line.word(index + 1)
    return nxt in {")", ",", ".", ";", "-", "–"} or not nxt or nxt.isalpha()


def read_year_range(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """2019-2021; 2019-21; from 2019 to 2021."""
    del clock
    first = int(line.words[match.start("Y")])
    last = int(line.words[match.start("Z")])
    if last < 100:
        last += first - first % 100
    joined = _merely_joined(match) and last != first + 1
    if joined or not 1800 <= first < last <= 2200:
        return None
    start, until = Moment("year", first), Moment("year", last)
    return _range(match, "Z", start, until, ())


def read_decade(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """The 1990s; the '90s; the nineties; 2010s."""
    del clock
    index = match.start("d")
    word = line.words[index].strip("'’").removesuffix("s")
    if word == line.words[index][:2] and line.word(index - 1) != "the":
        return None  # "in his 30s"
    if word.isdecimal():
        year = int(word) if len(word) == 4 else 1900 + int(word)
    else:
        year = 1900 + 10 * DECADES[line.words[match.start("d")]]
    return Reading("DATE", match.start(), match.end(), Moment("decade", year))


def read_part_of_year(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """This year's third quarter; the 1988 second quarter; the last half of 1989."""
    unit = line.words[match.start("U")]
    number = number_of(line.words[match.start("O")])
    if line.words[match.start("O")] == "last":
        number = {"half": 2, "quarter": 4}.get(unit)
    year = _year(line, match)
    if year is None and clock.published is not None:
        steps = {"last": -1, "next": 1, "this": 0}.get(line.word(at(match, "h")))
        year = None if steps is None else clock.published.year + steps
    names = {"half": ("half", 2), "quarter": ("quarter", 4)}
    if unit not in names or not number or year is None:
        return None
    name, most = names[unit]
    if number > most or (at(match, "u") >= 0 and line.word(at(match, "u")) != "year"):
        return None
    inferred = () if at(match, "Y") >= 0 else (YEAR_FROM_PUBLICATION,)
    return Reading(
        "DATE",
        match.start(),
        match.end(),
        Moment(name, year, number),
        inferred=inferred,
    )


def read_ordinal_unit(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """The 20th century; the third quarter (of 2023); the first half of 2023."""
    number = number_of(line.words[match.start("O")])
    word = line.words[match.start("U")]
    unit = UNITS.get(word, "HALF" if word == "half" else "")
    year = _year(line, match)
    if not number:
        return None
    if unit == "CE" and number <= 21:
        moment: Moment | None = Moment("century", 100 * (number - 1))
        return Reading("DATE", match.start(), match.end(), moment, anchors=False)
    if unit == "HALF" and number <= 2 and year is not None:
        return Reading("DATE", match.start(), match.end(), Moment("half", year, number))
    if unit == "Q" and number <= 4 and word == "quarter":
        offset = line.starts[match.start()]
        moment, inferred = _dated(clock, Moment("quarter", year, number), offset)
        return Reading("DATE", match.start(), match.end(), moment, inferred=inferred)
    return None


def read_quarter_code(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Q3 2023."""
    number = int(line.words[match.start("q")][1])
    year = _year(line, match)
    moment, inferred = _dated(
        clock, Moment("quarter", year, number), line.starts[match.start()]
    )
    return Reading("DATE", match.start(), match.end(), moment, inferred=inferred)


def read_season(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Spring 2023; in the spring; not "the spring offensive"."""
    index = match.start("S")
    year = _year(line, match)
    if year is None:
        before = line.word(match.start() - 1)
        after = line.word(index + 1)
        if before not in BEFORE_SEASON or (
            after.isalpha() and after not in AFTER_SEASON
        ):
            return None
    number = SEASONS[line.words[index]]
    offset = line.starts[match.start()]
    moment, inferred = _dated(clock, Moment("season", year, number), offset)
    return Reading("DATE", match.start(), match.end(), moment, inferred=inferred)


def read_other_calendar(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """12 Ramadan 1445, 3 Rabi al-Awwal 1445 AH; 1 Mehr 1402."""
    del clock
    number = number_of(line.words[match.start("D")]) or 0
    year = _year(line, match) or 0
    first, last = match.span("m")
    name = "".join(c for c in "".join(line.words[first:last]) if c.isalpha())
    if name in HIJRI:
        value = from_hijri(year, HIJRI[name], number)
    elif name in JALALI:
        value = from_jalali(year, JALALI[name], number)
    else:
        value = None
    if value is None:
        return None
    return Reading("DATE", match.start(), match.end(), day(value))


_HUNDREDS = frozenset({"seventeen", "eighteen", "nineteen", "twenty"})


def _spoken(line: Line, match: Match[str]) -> int | None:
    """Return the year of "nineteen ninety-six"."""
    century = line.words[match.start("C")]
    words = line.words[match.start("D") : match.end("D")]
    rest = sum(number_of(word) or 0 for word in words if word != "-")
    if century not in _HUNDREDS or not 10 <= rest <= 99:
        return None
    return 100 * (number_of(century) or 0) + rest


def read_spoken_year(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Nineteen ninety-six, as transcripts have it."""
    del clock
    year = _spoken(line, match)
    surely = line.word(match.start() - 1) in SURELY_BEFORE_YEAR
    short = match.end("D") - match.start("D") == 1
    if year is None or (short and not surely):
        return None
    return Reading("DATE", match.start(), match.end(), Moment("year", year))


def read_spoken_month(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """January nineteen ninety-seven, the winter of nineteen ninety-four."""
    del clock
    year, word = _spoken(line, match), line.words[match.start("M")]
    if year is None:
        return None
    if word in MONTHS:
        moment = Moment("month", year, MONTHS[word])
    else:
        moment = Moment("season", year, SEASONS[word])
    return Reading("DATE", match.start(), match.end(), moment)
