"""The grammar of time expressions over classes of words.

Rules are tried in order at each word that can start one; the first that yields a
reading wins. Classes are explained in ``data/dates_en.yaml`` and
``dates_lexicon``.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from re import Match

from dragoman.text import dates_absolute as absolute
from dragoman.text import dates_durations as durations
from dragoman.text import dates_relative as relative
from dragoman.text import dates_today as today
from dragoman.text.dates_absolute import Reading
from dragoman.text.dates_clock import Clock
from dragoman.text.dates_feasts import read_feast
from dragoman.text.dates_lexicon import PARTS, Line, number_of
from dragoman.text.dates_values import Moment

Rule = Callable[[Line, Match[str], Clock], Reading | None]

_DAY = "[Do]"
_COUNT = "(?P<n>n-?n|[naDN]c?i?|ci?)"
# Before its day a weekday has a comma or opens a bracket.
_WEEKDAY = "(?:[Ww][,(]?)?"

# Letters that can start the expression, the pattern, what reads it.
_RULES: tuple[tuple[str, str, Rule], ...] = (
    ("I", "I", absolute.read_iso),
    ("lxsLQMh", "(?P<h>[lxs])?(?P<F>[LQMh])", read_feast),
    ("J", "J", absolute.read_slashed),
    # ranges of days
    (
        "BFDo",
        f"[BF]?(?P<D>{_DAY})(?P<N>M)[-zr](?P<E>{_DAY})(?P<M>M)(?:,?(?P<Y>Y))?",
        absolute.read_day_range,
    ),
    (
        "BFM",
        f"[BF]?(?P<N>M)(?P<D>{_DAY})[-zr](?P<M>M)(?P<E>{_DAY})(?:,?(?P<Y>Y))?",
        absolute.read_day_range,
    ),
    (
        "BFWweDo",
        f"[BF]?{_WEEKDAY}e?(?P<D>{_DAY})[-zr]{_WEEKDAY}e?(?P<E>{_DAY})i?(?P<M>M)"
        "(?:,?(?P<Y>Y))?",
        absolute.read_day_range,
    ),
    (
        "BFM",
        f"[BF]?(?P<M>M)(?P<D>{_DAY})[-zr](?P<E>{_DAY})(?![MU])(?:,?(?P<Y>Y))?",
        absolute.read_day_range,
    ),
    # days
    (
        "WweDo",
        f"{_WEEKDAY}e?(?P<D>{_DAY})i?(?P<M>M),?i?(?P<h>[lxs])(?P<U>U)",
        relative.read_month_of_year,
    ),
    (
        "WweDo",
        f"{_WEEKDAY}e?(?P<D>{_DAY})-?i?(?P<M>M)(?:-?,?(?P<Y>Y))?",
        absolute.read_day,
    ),
    (
        "WwlsM",
        "(?:[Ww][,(]?|[ls])?(?P<M>M)e?(?P<D>[DoO])(?!U)(?:,?(?P<Y>Y))?",
        absolute.read_day,
    ),
    (
        "Do",
        "(?P<D>[Do])i?(?P<m>[hj][-_'e]{0,4}),?(?P<Y>Y)",
        absolute.read_other_calendar,
    ),
    ("hj", "(?P<m>[hj][-_'e]{0,4})(?P<D>D),?(?P<Y>Y)", absolute.read_other_calendar),
    # months
    ("B", "B(?P<M>M)[rz](?P<N>M)(?:,?(?P<Y>Y))?", absolute.read_month_range),
    ("FM", "F?(?P<M>M)[-z](?P<N>M)(?:,?(?P<Y>Y))?", absolute.read_month_range),
    ("M", "(?P<M>M),?i?(?P<h>[lxs])(?P<U>U)", relative.read_month_of_year),
    ("lxs", "(?P<h>[lxs])x?(?P<M>[MS])(?!Y)", relative.read_month_beside),
    ("eMS", "e?(?P<M>[MS])i?(?P<C>n)(?P<D>n-n|n)", absolute.read_spoken_month),
    ("M", "(?P<M>M)(?:,?i?(?P<Y>Y))?", absolute.read_month),
    # seasons, quarters, halves, centuries
    (
        "lxs",
        "(?P<h>[lxs])(?P<u>U)'(?P<O>[Oo])-?(?P<U>[Ub])",
        absolute.read_part_of_year,
    ),
    ("eY", "e?(?P<Y>Y)'?(?P<O>[Oo])-?(?P<U>[Ub])", absolute.read_part_of_year),
    ("el", "e?(?P<O>l)(?P<U>[Ub])iy?(?P<Y>Y)", absolute.read_part_of_year),
    ("eS", "e?(?P<S>S)(?:,?i?(?P<Y>Y))?", absolute.read_season),
    (
        "eOo",
        "e?(?P<O>[Oo])-?(?P<U>[Ub])(?:iy?(?P<Y>Y))?",
        absolute.read_ordinal_unit,
    ),
    ("q", "(?P<q>q)(?:i?(?P<Y>Y))?", absolute.read_quarter_code),
    # sets before weekdays
    ("vV", "v[UWPM]|V", durations.read_set),
    # weekdays, days told from the publication
    ("eW", "e?(?P<W>W)(?P<w>E)e?[lp](?!U)", relative.read_weekday_before_last),
    ("eslxfpW", "e?s?(?P<h>[lxfp])?(?P<W>W)", relative.read_weekday),
    ("eU", "e?U(?P<w>[EA])(?P<T>T)", relative.read_day_beyond),
    ("eU", "e?(?P<U>U)(?P<w>E)e?[lp](?!U)", relative.read_unit_before_last),
    ("T", "(?P<T>T)", today.read_today),
    ("eo", "e?(?P<o>o)i(?P<h>[lxs])(?P<U>U)", relative.read_day_of_month),
    ("ls", "(?P<h>[ls])(?P<P>P)", relative.read_part_beside),
    # reckoned
    ("ea", "[ea]?(?P<U>U)-[gE]U?", relative.read_year_ago),
    ("U", "(?P<U>U)-[gE]U?", relative.read_year_ago),
    ("naDNc", f"{_COUNT}(?P<U>U)g", relative.read_ago),
    ("naDNc", f"{_COUNT}(?P<U>U)(?P<w>[EA])", relative.read_beside_anchor),
    ("e", "e(?:(?P<U>U)|(?P<P>P))(?P<w>[EA])", relative.read_beside_the_last),
    ("e", "e(?P<o>o)(?!U)", relative.read_day_alone),
    ("eK", "e?(?P<K>K)ie(?P<U>U)", relative.read_the_unit),
    ("e", "e(?P<n>)(?P<U>U)(?=_)", durations.read_accounts),
    ("e", "e(?P<l>l)?(?P<U>U)", relative.read_the_unit),
    ("e", "e(?P<h>[xfp])(?:(?P<U>U)|(?P<P>P))", relative.read_next_to_anchor),
    ("eH", "e?H+(?:(?P<U>U)|(?P<P>P))", relative.read_same),
    ("elxs", "e?(?P<h>[lxs])(?P<U>U)", relative.read_unit_beside),
    # years
    ("BFY", "[BF]?(?P<Y>Y)[-zr](?P<Z>[YD])(?![MU-])", absolute.read_year_range),
    ("d", "(?P<d>d)", absolute.read_decade),
    ("yY", "y?(?P<Y>Y)", absolute.read_year),
    ("n", "(?P<C>n)(?P<D>n-n|n)(?!-?U)", absolute.read_spoken_year),
    # durations, vague words
    ("naDNc", f"{_COUNT}(?P<U>U)(?P<h>rab)", durations.read_and_half),
    ("naDN", "(?P<n>[naDN])(?P<h>rab|N)-?(?P<U>U)", durations.read_and_half),
    ("elxspnaDNc", f"e?[lxsp]?{_COUNT}X?-?(?P<U>U)", durations.read_duration),
    ("elxp", "e?[lxp](?P<n>)(?P<U>U)", durations.read_plural),
    ("U", "(?P<n>)(?P<U>U)", durations.read_bare),
    ("e", "el", durations.read_past),
    ("R", "R(?P<n>)(?P<U>U)", durations.read_recent),
    ("eR", "e?R", durations.read_vague),
)

_BY_LETTER: defaultdict[str, list[tuple[re.Pattern[str], Rule]]] = defaultdict(list)
for _letters, _pattern, _rule in _RULES:
    _compiled = re.compile(_pattern)
    for _letter in _letters:
        _BY_LETTER[_letter].append((_compiled, _rule))

# "mid-June", "early on Friday", "the end of 2019", "the night of 2 September",
# "earlier this year": they widen what follows and leave its value.
_PREFIX = re.compile("k-?e?|e?[KP]i(?=[^U])|e?[KP]i(?=e?[lxs]?U)|[EA](?=[elxsHTW])")
_PREFIX_LETTERS = frozenset("kKePEA")


def _read_at(line: Line, index: int, clock: Clock) -> Reading | None:
    letter = line.classes[index]
    for pattern, rule in _BY_LETTER.get(letter, ()):
        match = pattern.match(line.classes, index)
        if match is not None:
            reading = rule(line, match, clock)
            if reading is not None:
                return reading
    return None


# "the second week of January", "the last week of September".
_WEEK_OF = re.compile("e?(?P<n>[Ool])(?P<U>U)i")
_WEEK_OF_LETTERS = frozenset("eOol")


def _read_week_of(line: Line, index: int, clock: Clock) -> Reading | None:
    match = _WEEK_OF.match(line.classes, index)
    if match is None or line.words[match.start("U")] != "week":
        return None
    if match.end() >= len(line.classes):
        return None
    reading = _read_at(line, match.end(), clock)
    month = None if reading is None or reading.until else reading.moment
    if reading is None or month is None or month.unit != "month":
        return None
    word = line.words[match.start("n")]
    length = month.bounds()[1].day
    first = length - 6 if word == "last" else 7 * (number_of(word) or 0) - 6
    if not 1 <= first <= length:
        return None
    start = Moment("day", month.year, month.part, first)
    until = Moment("day", month.year, month.part, min(first + 6, length))
    return replace(reading, first=index, moment=start, until=until, anchors=False)


def _read_widened(line: Line, index: int, clock: Clock) -> Reading | None:
    if line.classes[index] in _PREFIX_LETTERS:
        prefix = _PREFIX.match(line.classes, index)
        if prefix is not None and prefix.end() < len(line.classes):
            reading = _read_at(line, prefix.end(), clock)
            if reading is not None and reading.kind != "DURATION":
                return replace(reading, first=index)
    if line.classes[index] in _WEEK_OF_LETTERS:
        reading = _read_week_of(line, index, clock)
        if reading is not None:
            return reading
    if line.classes[index] in _CLOCK_LETTERS:
        reading = _read_clocked(line, index, clock)
        if reading is not None:
            return reading
    return _read_at(line, index, clock)


# "5 p.m. EST, Nov. 6", "at 14:00 on Friday", "noon Thursday".
_CLOCK = re.compile("(?:(?P<t>[tD])(?P<m>m)|(?P<c>t)|(?P<P>P))Z?,?")
_CLOCK_LETTERS = frozenset("tDP")


def _read_clocked(line: Line, index: int, clock: Clock) -> Reading | None:
    """Read a time of day with its day, or a time of day by itself."""
    match = _CLOCK.match(line.classes, index)
    if match is None:
        return None
    inner = match.end()
    if line.word(inner) == "on":
        inner += 1
    reading = None
    if inner < len(line.classes):
        reading = _read_at(line, inner, clock)
    hour = _hour(line, match)
    if reading is not None and reading.moment is not None:
        if reading.moment.unit != "day" or reading.until is not None:
            return None
        value = reading.moment.timeml() + hour
        return replace(reading, kind="TIME", first=index, timeml=value)
    if match.group("m") is None:
        return None
    base, _ = clock.reference()
    if base is None or base.unit != "day":
        return None
    # Which day it was the words do not say: no place in the calendar.
    last = match.end() - (line.word(match.end() - 1) == ",")
    return Reading("TIME", index, last, timeml=base.timeml() + hour, anchors=False)


def _hour(line: Line, match: Match[str]) -> str:
    if match.group("P") is not None:
        return PARTS[line.words[match.start("P")]]
    word = line.words[match.start()]
    parts = [int(part) for part in word.replace(".", ":").split(":")]
    half = line.word(match.start("m")) if match.group("m") else ""
    hour = parts[0] % 12 if half else parts[0]
    hour += 12 if half.startswith("p") else 0
    minute = parts[1] if len(parts) > 1 else 0
    return f"T{hour:02d}:{minute:02d}"


def _with_part_of_day(line: Line, reading: Reading) -> Reading:
    """Widen "Friday" to "Friday morning"."""
    last = reading.last
    moment = reading.moment
    if moment is None or moment.unit != "day" or reading.until is not None:
        return reading
    if not line.classes.startswith("P", last) or reading.kind != "DATE":
        return reading
    value = moment.timeml() + PARTS[line.words[last]]
    return replace(reading, kind="TIME", last=last + 1, timeml=value)


def read_times(line: Line, clock: Clock) -> list[Reading]:
    """Read all time expressions of a line, from left to right.

    The clock is wound on: what is told becomes the anchor of what follows.
    """
    clock.begin_sentence()
    found: list[Reading] = []
    index = 0
    while index < len(line.classes):
        reading = None
        if line.classes[index] != "_":
            reading = _read_widened(line, index, clock)
        if reading is None:
            index += 1
            continue
        reading = _with_part_of_day(line, reading)
        if reading.anchors and reading.moment is not None:
            clock.note(
                reading.until or reading.moment, year_stated=not reading.inferred
            )
        found.append(reading)
        index = reading.last
    return found
