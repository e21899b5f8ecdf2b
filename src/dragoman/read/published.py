"""Publication dates as documents write them, cleaned of impossible ones."""

import re
from datetime import date, timedelta
from email.utils import parsedate_tz

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "enero", "janvier", "januar", "janeiro"),
            ("february", "feb", "febrero", "février", "februar", "fevereiro"),
            ("march", "mar", "marzo", "mars", "märz", "março"),
            ("april", "apr", "abril", "avril"),
            ("may", "mayo", "mai", "maio"),
            ("june", "jun", "junio", "juin", "juni", "junho"),
            ("july", "jul", "julio", "juillet", "juli", "julho"),
            ("august", "aug", "agosto", "août"),
            ("september", "sep", "sept", "septiembre", "septembre", "setembro"),
            ("october", "oct", "octubre", "octobre", "oktober", "outubro"),
            ("november", "nov", "noviembre", "novembre", "novembro"),
            ("december", "dec", "diciembre", "décembre", "dezember", "dezembro"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$")
_YEAR_FIRST = re.compile(r"\b(\d{4})[./](\d{1,2})[./](\d{1,2})\b")
_DAY_MONTH = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?: of| de)?[ -]({_MONTH})\.?,?(?: del?)?"
    r"[ -](\d{4})\b",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"\b({_MONTH})\.?,? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE
)
_FIGURES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_DOTTED = re.compile(r"\b(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b")
_EARLIEST_YEAR = 1800
# What systems write for "no date".
_EMPTY_DATES = frozenset({date(1970, 1, 1), date(1900, 1, 1), date(1899, 12, 31)})
_GRACE = timedelta(days=2)
_DATE_WORDS = re.compile(
    r"[\d.,/:;|()+-]|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    rf"|\b(?:{_MONTH})\b|\bdel? (?=(?:{_MONTH})\b|\d{{4}}\b)"
    r"|\b(?:am|pm|gmt|utc|cet|est|local|time|at|on|st|nd|rd|th|of|h|hrs?)\b"
    r"|(?<=\d)(?:st|nd|rd|th|h|er)\b",
    re.IGNORECASE,
)


def strip_dates(text: str) -> str:
    """Take dates, times and the words between them out of a text."""
    return _DATE_WORDS.sub("", text)


def clean_published(raw: str | None, retrieved: str) -> str | None:
    """Return the day as ``YYYY-MM-DD``, ``None`` for no or an impossible date.

    The day is the one written, not moved to UTC: a paper of Monday stays Monday's.

    Args:
        raw: A date as a document writes it.
        retrieved: ISO 8601 time of retrieval; nothing is published after it, two
            days granted for time zones and clocks.

    >>> clean_published("Mon, 04 Mar 2024 23:10:00 +0500", "2025-01-01T00:00:00Z")
    '2024-03-04'
    >>> clean_published("0001-01-01", "2025-01-01T00:00:00Z") is None
    True
    """
    day = find_date(raw) if raw else None
    if day is None or day.year < _EARLIEST_YEAR or day in _EMPTY_DATES:
        return None
    latest = find_date(retrieved)
    if latest is not None and day > latest + _GRACE:
        return None
    return day.isoformat()


def find_date(raw: str) -> date | None:
    """Find one full date (day, month and year) in a short text.

    Figures such as ``04/03/2024`` are read only where one of the two exceeds 12 or
    both are equal; otherwise the day stays ambiguous and is not guessed.
    """
    raw = " ".join(raw.split())
    if not raw or len(raw) > 200:
        return None
    if match := _ISO.search(raw) or _COMPACT.match(raw) or _YEAR_FIRST.search(raw):
        return _make_date(match[1], match[2], match[3])
    if match := _DAY_MONTH.search(raw):
        return _make_date(match[3], _MONTHS[match[2].lower()], match[1])
    if match := _MONTH_DAY.search(raw):
        return _make_date(match[3], _MONTHS[match[1].lower()], match[2])
    # Where figures are parted by dots, the day comes first everywhere.
    if match := _DOTTED.search(raw):
        return _make_date(match[3], match[2], match[1])
    if match := _FIGURES.search(raw):
        return _read_figures(int(match[1]), int(match[2]), match[3])
    parsed = parsedate_tz(raw)
    return _make_date(*parsed[:3]) if parsed else None


def _read_figures(first: int, second: int, year: str) -> date | None:
    if first > 12 or first == second:
        return _make_date(year, second, first)
    if second > 12:
        return _make_date(year, first, second)
    return None


def _make_date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
