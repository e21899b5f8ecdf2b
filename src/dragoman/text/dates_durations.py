"""Readings without a place in the calendar: durations, sets and vague words."""

from re import Match

from dragoman.text.dates_absolute import Reading
from dragoman.text.dates_clock import Clock
from dragoman.text.dates_lexicon import (
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


def count_of(line: Line, match: Match[str]) -> int | None:
    """Return the number before a unit: 1 for "a", ``None`` for "several"."""
    first, last = match.span("n")
    words = line.words[first:last]
    if len(words) == 3 and words[1] == "-":  # "seventy-two"
        return sum(number_of(word) or 0 for word in (words[0], words[2]))
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
    "Q": "P{}Q",
    "Y": "P{}Y",
    "DE": "P{}E",
    "CE": "P{}C",
}


def duration(word: str, count: int | None) -> str:
    """Return the TimeML duration of a number of units, ``X`` for "several"."""
    code = UNITS[word]
    if count is not None and code == "FORTNIGHT":
        count *= 2
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
    count = count_of(line, match)
    value = duration(word, count)
    return Reading("DURATION", match.start(), match.end(), timeml=value, anchors=False)


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
