"""Days told from the day of writing: today, tomorrow, overnight."""

from datetime import timedelta
from re import Match

from dragoman.text.dates_absolute import Reading
from dragoman.text.dates_clock import DATE_FROM_PUBLICATION, Clock, base_day
from dragoman.text.dates_lexicon import DAYS, Line
from dragoman.text.dates_relative import LINKS, ends
from dragoman.text.dates_values import day

_CLOSE = 3  # days
_AN = frozenset({"an", "the", "of"})


def read_today(line: Line, match: Match[str], clock: Clock) -> Reading | None:
    """Today, yesterday, tomorrow, tonight, overnight."""
    word = line.words[match.start("T")]
    if word == "overnight" and not _is_last_night(line, match, clock):
        return None
    part = "TNI" if word == "tonight" else ""
    if clock.published is None:
        return Reading("DATE", match.start(), match.end(), timeml="XXXX-XX-XX" + part)
    value = day(clock.published + timedelta(days=DAYS[word]))
    return Reading(
        "TIME" if part else "DATE",
        match.start(),
        match.end(),
        value,
        timeml=value.timeml() + part if part else None,
        inferred=(DATE_FROM_PUBLICATION,),
        anchors=word != "overnight",
    )


def _is_last_night(line: Line, match: Match[str], clock: Clock) -> bool:
    """Tell "was shot overnight" from "an overnight stay", and from older stories."""
    after, told, now = line.word(match.end()), base_day(clock.day), clock.published
    if not (ends(after) or after in LINKS) or line.word(match.start() - 1) in _AN:
        return False
    return told is None or now is None or abs((now - told).days) <= _CLOSE
