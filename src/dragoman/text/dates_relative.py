"""Readings that are reckoned from the publication or from the last time told."""

from dataclasses import replace
from datetime import timedelta
from re import Match

from dragoman.text.dates_absolute import Reading, at
from dragoman.text.dates_clock import (
    DATE_FROM_CONTEXT,
    DATE_FROM_PUBLICATION,
    MONTH_FROM_CONTEXT,
    YEAR_FROM_PUBLICATION,
    Clock,
    Tense,
    base_day,
    weekday_beside,
)
from dragoman.text.dates_durations import count_of
from dragoman.text.dates_lexicon import (
    MONTHS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    Line,
    number_of,
)
from dragoman.text.dates_values import (
    Moment,
    day,
    shift,
    start_of,
    unit_around,
    valid_day,
    week_of,
)

_UNIT_NAMES = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
_FROM_PUBLICATION = (DATE_FROM_PUBLICATION,)
_SATURDAY = 5
# Before a weekday these make a name of it.
_NAMED_AFTER = frozenset({"bloody", "black", "super", "cyber", "red", "whit"})


def _dated(match: Match[str], moment: Moment | None) -> Reading | None:
    if moment is None:
        return None
    return Reading(
        "DATE", match.start(), match.end(), moment, inferred=_FROM_PUBLICATION
    )


def read_day_beyond(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """The day before yesterday, the day after tomorrow."""
    steps = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get(
        (line.words[match.start("w")], line.words[match.start("T")])
    )
    if steps is None or clock.published is None:
        return None
    return _dated(match, day(clock.published + timedelta(days=steps)))


def read_day_of_month(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """The 20th of this month, the 3rd of last month."""
    number = number_of(line.words[match.start("o")]) or 0
    if line.words[match.start("U")] != "month" or clock.published is None:
        return None
    steps = {"last": -1, "next": 1, "this": 0}.get(line.word(at(match, "h")))
    month = Moment("month", clock.published.year, clock.published.month)
    moved = None if steps is None else shift(month, steps)
    if moved is None or not valid_day(moved.year, moved.part or 0, number):
        return None
    return _dated(match, Moment("day", moved.year, moved.part, number))


def _is_capital(line: Line, match: Match[str]) -> bool:
    """Tell whether the word before a match is written as a name."""
    return line.text[line.starts[match.start() - 1]].isupper()


def read_weekday(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Monday; last Tuesday; next Friday; this coming Sunday; the following Tuesday."""
    index = match.start("W")
    number = WEEKDAYS[line.words[index]]
    if len(line.words[index]) == 3 and line.text[line.ends[index] - 1] != ".":
        return None  # "Thu" without full stop is a name
    if line.word(match.start() - 1) in _NAMED_AFTER and _is_capital(line, match):
        return None  # "Bloody Sunday" is a day of history, not of this week
    offset = line.starts[match.start()]
    how = line.word(at(match, "h"))
    beside = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(how)
    if how in {"following", "previous", "preceding"}:
        base = base_day(clock.reference()[0])
        if base is None:
            return None
        side = 1 if how == "following" else -1
        moment = day(weekday_beside(base, number, side))
        return Reading(
            "DATE",
            match.start(),
            match.end(),
            moment,
            inferred=(DATE_FROM_CONTEXT,),
        )
    if beside is None:
        moment_or_none = clock.weekday(number, offset)
    elif clock.published is None:
        moment_or_none = None
    else:
        moment_or_none = day(weekday_beside(clock.published, number, beside))
    if moment_or_none is None:
        return Reading(
            "DATE", match.start(), match.end(), timeml=f"XXXX-WXX-{number + 1}"
        )
    return _dated(match, moment_or_none)


def read_weekday_before_last(
    line: Line, match: Match[str], clock: Clock
) -> Reading | None:
    """The Thursday before last; the Thursday before the past.

    Written on a Thursday nobody knows from which day it is reckoned.
    """
    if line.words[match.start("w")] != "before":
        return None
    number = WEEKDAYS[line.words[match.start("W")]]
    published = clock.published
    if published is None or published.weekday() == number:
        value = f"XXXX-WXX-{number + 1}"
        return Reading("DATE", match.start(), match.end(), timeml=value)
    last = weekday_beside(published, number, -1)
    return _dated(match, day(last - timedelta(weeks=1)))


def read_unit_before_last(
    line: Line, match: Match[str], clock: Clock
) -> Reading | None:
    """The week before last, the month before last."""
    unit = _UNIT_NAMES.get(UNITS[line.words[match.start("U")]])
    if unit is None or unit == "day" or line.words[match.start("w")] != "before":
        return None
    if clock.published is None:
        return Reading("DATE", match.start(), match.end(), timeml="XXXX")
    around = unit_around(clock.published, unit)
    return None if around is None else _dated(match, shift(around, -2))


def read_unit_beside(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Last week, this year, next month; the past week, the coming year."""
    unit = _UNIT_NAMES.get(UNITS[line.words[match.start("U")]])
    how = line.word(at(match, "h"))
    if unit is None or line.words[match.start("U")].endswith("s"):
        return None
    if unit == "day":
        return None
    if clock.published is None:
        return Reading("DATE", match.start(), match.end(), timeml="XXXX")
    around = unit_around(clock.published, unit)
    if around is None:
        return None
    steps = {"last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1}.get(how, 0)
    if how == "latest":
        return None
    found = _dated(match, shift(around, steps))
    # "From 3 to 6 July this year": the story is in July.
    within = line.word(match.start() - 1) in MONTHS
    return found and replace(found, anchors=not within)


def read_part_beside(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Last night, this morning, this afternoon."""
    part = PARTS[line.words[match.start("P")]]
    how = line.word(at(match, "h"))
    if clock.published is None:
        return Reading("TIME", match.start(), match.end(), timeml="XXXX-XX-XX" + part)
    steps = -1 if how in {"last", "past"} else 0
    value = day(clock.published + timedelta(days=steps))
    return Reading(
        "TIME",
        match.start(),
        match.end(),
        value,
        timeml=value.timeml() + part,
        inferred=_FROM_PUBLICATION,
    )


def read_month_beside(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Last June, next March, this September; last summer, this fall."""
    word = line.words[match.start("M")]
    if word in MONTHS:
        unit, part = "month", MONTHS[word]
    else:
        unit, part = "season", SEASONS[word]
    how = line.word(at(match, "h"))
    year = None if clock.published is None else clock.published.year
    if clock.published is not None:
        now = clock.published.month
        number = part if unit == "month" else 3 * part
        if how in {"last", "past"} and number >= now:
            year = clock.published.year - 1
        elif how in {"next", "coming"} and number <= now:
            year = clock.published.year + 1
    moment = Moment(unit, year, part)
    inferred = () if year is None else (YEAR_FROM_PUBLICATION,)
    return Reading("DATE", match.start(), match.end(), moment, inferred=inferred)


def read_month_of_year(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """June last year, January this year, March of next year."""
    month = MONTHS[line.words[match.start("M")]]
    if line.words[match.start("U")] != "year" or clock.published is None:
        return None
    steps = {"last": -1, "next": 1, "this": 0}.get(line.word(at(match, "h")))
    if steps is None:
        return None
    year = clock.published.year + steps
    if at(match, "D") >= 0:
        number = number_of(line.words[match.start("D")])
        moment = Moment("day", year, month, number)
    else:
        moment = Moment("month", year, month)
    return Reading(
        "DATE", match.start(), match.end(), moment, inferred=(YEAR_FROM_PUBLICATION,)
    )


def _moved(base: Moment | None, unit: str, steps: int) -> Moment | None:
    """Move a base by units and give the unit's own precision."""
    first = None if base is None else start_of(base)
    if base is not None and base.unit == unit:
        return shift(base, steps)
    if unit == "day" and base is not None and base.unit == "day":
        return shift(base, steps)
    if first is None:
        return None
    around = unit_around(first, unit)
    return None if around is None else shift(around, steps)


def _same_period_before(
    line: Line, match: Match[str], clock: Clock, count: int | None
) -> Reading | None:
    """Read "a year earlier" in a report of quarterly results."""
    unit = UNITS[line.words[match.start("U")]]
    if clock.period is None or unit != "Y" or count is None:
        return None
    moment = shift(clock.period, -4 * count)
    return Reading(
        "DATE",
        match.start(),
        match.end(),
        moment,
        inferred=(DATE_FROM_CONTEXT,),
        anchors=False,
    )


def read_year_ago(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """The year-ago quarter, the year-earlier period, year-ago."""
    if line.words[match.start("U")] != "year":
        return None
    period = _same_period_before(line, match, clock, 1)
    if period is not None:
        return period
    base, inferred = clock.reference("year")
    moment = _moved(base, "year", -1)
    if moment is None:
        return None
    return Reading(
        "DATE", match.start(), match.end(), moment, inferred=inferred, anchors=False
    )


_SPENT = frozenset({"over", "during", "at", "on", "by", "for", "after", "before"})


def read_the_unit(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """The quarter, the latest quarter; over the weekend; the end of the month."""
    unit = _UNIT_NAMES.get(UNITS[line.words[match.start("U")]])
    published = clock.published
    if unit == "quarter" and line.word(match.end()) in {"ended", "ending"}:
        closed = _quarter_ended(line, match.end() + 1, clock)
        if closed is not None:
            return Reading("DATE", match.start(), match.end(), closed)
    if unit == "quarter" and clock.period is not None:
        return Reading(
            "DATE",
            match.start(),
            match.end(),
            clock.period,
            inferred=(DATE_FROM_CONTEXT,),
        )
    if published is None or line.words[match.start("U")].endswith("s"):
        return None
    if unit == "quarter" and line.word(at(match, "l")) == "latest":
        # The last one that is over.
        around = unit_around(published, unit)
        return _dated(match, None if around is None else shift(around, -1))
    before = line.word(match.start() - 1)
    if unit == "weekend" and at(match, "l") < 0 and before in _SPENT:
        ahead = clock.tense(line.starts[match.start()]) is Tense.FUTURE
        steps = 0 if ahead or published.weekday() >= _SATURDAY else -1
        moment = shift(week_of(published, "weekend"), steps)
        return _dated(match, moment)
    if at(match, "K") >= 0 and unit in {"month", "year", "week"}:
        return _dated(match, unit_around(published, unit))
    return None


def _quarter_ended(line: Line, index: int, clock: Clock) -> Moment | None:
    """Return the quarter that ends with a month: where its middle month lies."""
    month = MONTHS.get(line.word(index))
    if month is None or line.classes[index] != "M":
        return None
    end, _ = clock.year_for(Moment("month", None, month), line.starts[index])
    middle = None if end is None or end.year is None else shift(end, -1)
    first = None if middle is None else start_of(middle)
    return None if first is None else unit_around(first, "quarter")


def read_ago(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Two days ago, three weeks ago, a year ago, several years ago."""
    unit = _UNIT_NAMES.get(UNITS[line.words[match.start("U")]])
    count = count_of(line, match)
    period = _same_period_before(line, match, clock, count)
    if period is not None:
        return period
    if UNITS[line.words[match.start("U")]] == "FORTNIGHT" and count is not None:
        unit, count = "week", 2 * count
    if unit is None or count is None:
        return Reading("DATE", match.start(), match.end(), timeml="PAST_REF")
    if clock.published is None:
        return Reading("DATE", match.start(), match.end(), timeml="PAST_REF")
    return _dated(match, _moved(day(clock.published), unit, -count))


def read_beside_anchor(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Two days earlier, three weeks later, a month before."""
    word = line.words[match.start("w")]
    unit = _UNIT_NAMES.get(UNITS[line.words[match.start("U")]])
    count = count_of(line, match)
    if word in {"before", "earlier"}:
        period = _same_period_before(line, match, clock, count)
        if period is not None:
            return period
    if word in {"before", "after"} and not ends(line.word(match.end())):
        return None
    if UNITS[line.words[match.start("U")]] == "FORTNIGHT" and count is not None:
        unit, count = "week", 2 * count
    if unit is None or count is None:
        return None
    base, inferred = clock.reference(unit)
    steps = -count if word in {"before", "earlier"} else count
    moment = _moved(base, unit, steps)
    if moment is None:
        return None
    # "A year earlier" compares; the story goes on where it was.
    goes_there = unit in {"day", "week"} or steps > 0
    return Reading(
        "DATE",
        match.start(),
        match.end(),
        moment,
        inferred=inferred,
        anchors=goes_there,
    )


def read_beside_the_last(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """The day before, the week after, the night before: with nothing behind."""
    word = line.words[match.start("w")]
    follows = line.word(match.end())
    if word not in {"before", "after"} or not (ends(follows) or follows in _AIMS):
        return None
    part = PARTS.get(line.word(at(match, "P")))
    unit = "day" if part else _UNIT_NAMES.get(UNITS.get(line.word(at(match, "U")), ""))
    if unit not in {"day", "week"}:
        return None
    base, inferred = clock.reference(unit)
    moment = _moved(base, unit, 1 if word == "after" else -1)
    found = None if moment is None else _with_part(match, moment, part, inferred)
    # The story goes on where it was before.
    return found and replace(found, anchors=word == "after")


def read_day_alone(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """On the 30th: of the month that was told last."""
    number = number_of(line.words[match.start("o")]) or 0
    told = clock.day or clock.anchor
    if line.word(match.start() - 1) != "on" or told is None or told.year is None:
        return None
    following = line.word(match.end())
    if not (ends(following) or following in _SUBJECTS | LINKS):
        return None
    if told.unit not in {"day", "month"} or not valid_day(
        told.year, told.part or 0, number
    ):
        return None
    moment = Moment("day", told.year, told.part, number)
    inferred = (MONTH_FROM_CONTEXT,)
    return Reading("DATE", match.start(), match.end(), moment, inferred=inferred)


# Words that may follow "on the 3rd", which is a day then and no third of something.
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "the", "his", "her", "their"})
LINKS = frozenset(
    {"for", "in", "at", "on", "with", "and", "but", "or", "by", "near", "to", "from"}
    | {"while", "when", "where", "which", "who", "as", "after", "before", "until"}
    | {"because", "since", "although", "near", "inside", "outside", "into"}
)
# Those that may follow "the day before"; not "at" and "in": "before at least 12 died".
_AIMS = frozenset({"for", "with", "while", "when"})


def ends(word: str) -> bool:
    """Tell whether nothing that "before" could govern follows."""
    return not word or not word[0].isalnum()


def read_same(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """The same day, that afternoon, later that week, that year."""
    inferred: tuple[str, ...] = (DATE_FROM_CONTEXT,)
    if at(match, "P") >= 0:
        if clock.day is None:
            return None
        part = PARTS[line.words[match.start("P")]]
        value = clock.day.timeml() + part
        return Reading(
            "TIME",
            match.start(),
            match.end(),
            clock.day,
            timeml=value,
            inferred=inferred,
        )
    unit = _UNIT_NAMES.get(UNITS[line.words[match.start("U")]])
    base = clock.day if unit == "day" else clock.anchor
    if unit is None or base is None:
        return None
    first = start_of(base)
    if unit == base.unit:
        moment: Moment | None = base
    else:
        moment = None if first is None else unit_around(first, unit)
    if moment is None:
        return None
    return Reading("DATE", match.start(), match.end(), moment, inferred=inferred)


def read_next_to_anchor(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """The previous day, the next day, the following week, the next morning."""
    how = line.word(at(match, "h"))
    steps = -1 if how in {"previous", "preceding", "prior"} else 1
    carrier = max(at(match, "P"), at(match, "U"))
    word = line.words[carrier]
    part = PARTS.get(word)
    unit = "day" if part else _UNIT_NAMES.get(UNITS.get(word, ""))
    base, inferred = clock.reference(unit or "day")
    told = clock.day if unit == "day" else clock.anchor
    ahead = base_day(base)
    if steps < 0 and ahead and clock.published and ahead > clock.published:
        base, inferred = day(clock.published), _FROM_PUBLICATION
    if unit is None or word.endswith("s") or (how == "previous" and told is None):
        return None
    moment = _moved(base, unit, steps)
    return None if moment is None else _with_part(match, moment, part, inferred)


def _with_part(
    match: Match[str], moment: Moment, part: str | None, inferred: tuple[str, ...]
) -> Reading:
    """Return a day, or the part of it that the words tell."""
    value = moment.timeml() + part if part else None
    kind = "TIME" if part else "DATE"
    return Reading(
        kind, match.start(), match.end(), moment, timeml=value, inferred=inferred
    )
