"""Readings without a place in the calendar: durations, sets and vague words."""

from re import Match

from dragoman.text.dates_absolute import Reading
from dragoman.text.dates_clock import Clock
from dragoman.text.dates_lexicon import (
    BEFORE_YEAR,
    MONTHS,
    PARTS,
    SETS,
    UNITS,
    VAGUE,
    WEEKDAY_PLURALS,
    WEEKDAYS,
    Line,
    number_of,
)

_LASTING = frozenset({"for", "within", "over", "after", "of"})


def count_of(line: Line, match: Match[str]) -> int | None:
    """Return the number before a unit: 1 for "a", ``None`` for "several"."""
    first, last = match.span("n")
    words = line.words[first:last]
    if len(words) > 1 and {line.classes[first], line.classes[last - 1]} == {"n"}:
        # "seventy-two", "twenty four"
        return sum(number_of(word) or 0 for word in (words[0], words[-1]))
    if "c" in line.classes[first:last]:
        return 2 if "couple" in words else None
    return number_of(words[0]) if words else None


_DURATIONS = {
    "S": "PT{}S",
    "MIN": "PT{}M",
    "H": "PT{}H",
    "D": "P{}D",
    "W": "P{}W",
    "FORTNIGHT": "P{}W",
    "WE": "P{}WE",
    "M": "P{}M",
    "Q": "P{}M",
    "Y": "P{}Y",
    "DE": "P{}Y",
    "CE": "P{}Y",
}
# ISO 8601 has no letters for these: so many months, years or weeks.
_SEVERAL = {"FORTNIGHT": 2, "Q": 3, "DE": 10, "CE": 100}


def duration(word: str, count: int | None) -> str:
    """Return the TimeML duration of a number of units, ``X`` for "several"."""
    code = UNITS[word]
    if count is not None:
        count *= _SEVERAL.get(code, 1)
    return _DURATIONS[code].format("X" if count is None else count)


def read_duration(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Three days, a two-week, several years, the last five years."""
    del clock
    index = match.start("U")
    word = line.words[index]
    after = line.word(index + 1)
    if "old" in {after, line.word(index + 2) if after == "-" else ""}:
        return None  # an age
    if word == "quarters" and (after == "of" or line.word(index - 1) == "-"):
        return None  # a share
    if line.words[match.start()] in {"a", "an"} and _is_rate(line, match.start()):
        return None
    count = count_of(line, match)
    value = duration(word, count)
    return Reading("DURATION", match.start(), match.end(), timeml=value, anchors=False)


def _is_rate(line: Line, index: int) -> bool:
    """Tell "$500 million a year" and "four flights a week": no time passes."""
    before = line.classes[max(0, index - 2) : index]
    big = line.word(index - 1) in {"million", "billion", "thousand", "percent"}
    opens = line.word(index - 1) in BEFORE_YEAR | _LASTING
    return not opens and (big or any(letter in "NDYn" for letter in before))


# What half of a unit comes to.
_HALVES = {"S": "", "MIN": "30S", "H": "30M", "D": "T12H", "Y": "6M"}


def read_and_half(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """A minute and a half, two and a half years, 5 1/2 hours."""
    del clock
    word = line.words[match.start("U")]
    half = _HALVES.get(UNITS[word])
    if half is None or (match["h"] == "N" and line.words[match.start("h")] != "1/2"):
        return None
    value = duration(word, count_of(line, match)) + half
    return Reading("DURATION", match.start(), match.end(), timeml=value, anchors=False)


def read_bare(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """For weeks, within months, a decades-long dispute, a day-long meeting."""
    del clock
    index = match.start()
    word = line.words[index]
    plural = word.endswith("s")
    if line.word(index + 1) == "-" and line.word(index + 2) == "long":
        value = duration(word, None if plural else 1)
    elif plural and line.word(index - 1) in _LASTING:
        value = duration(word, None)
    else:
        return None
    return Reading("DURATION", index, match.end(), timeml=value, anchors=False)


def read_plural(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """The coming weeks, past months."""
    plural = line.words[match.start("U")].endswith("s")
    return read_duration(line, match, clock) if plural else None


def read_accounts(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Read "the year ended March 31": how long, the end is told."""
    del clock
    word = line.words[match.start("U")]
    if line.word(match.end()) not in {"ended", "ending"} or UNITS[word] != "Y":
        return None
    return Reading(
        "DURATION", match.start(), match.end(), timeml=duration(word, 1), anchors=False
    )


def read_past(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Read "in the past", where nothing says how long."""
    del clock
    after = line.word(match.end())
    alone = not after[:1].isalnum() or after == "that"
    if line.words[match.end() - 1] != "past" or not alone:
        return None
    if line.word(match.start() - 1) != "in":
        return None
    return Reading("DATE", match.start(), match.end(), timeml="PAST_REF", anchors=False)


def read_recent(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Recent months."""
    plural = line.words[match.start("U")].endswith("s")
    recent = line.words[match.start()] == "recent"
    return read_duration(line, match, clock) if plural and recent else None


def read_set(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Every Friday, each year, daily, Tuesdays."""
    del clock
    word = line.words[match.end() - 1]
    if (
        word in SETS
        and match.start()
        and line.text[line.starts[match.start()]].isupper()
    ):
        return None  # "Harbour Daily"
    if word in WEEKDAYS:
        value = f"XXXX-WXX-{WEEKDAYS[word] + 1}"
    elif word in WEEKDAY_PLURALS:
        value = f"XXXX-WXX-{WEEKDAY_PLURALS[word] + 1}"
    elif word in MONTHS:
        value = f"XXXX-{MONTHS[word]:02d}"
    elif word in SETS:
        value = SETS[word]
    elif word in UNITS:
        value = duration(word, 1)
    else:
        value = f"XXXX-XX-XX{PARTS[word]}"
    return Reading("SET", match.start(), match.end(), timeml=value, anchors=False)


def read_vague(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Now, recently, the future: nothing in the calendar."""
    del clock
    value = VAGUE[line.words[match.end() - 1]]
    definite = line.classes[match.start()] == "e"
    if definite != (value == "FUTURE_REF"):
        return None
    return Reading("DATE", match.start(), match.end(), timeml=value, anchors=False)
