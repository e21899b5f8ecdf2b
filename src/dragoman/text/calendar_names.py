"""Days and months by the names that English gives them."""

WEEKDAY_NAMES = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
CALENDAR = frozenset(WEEKDAY_NAMES + MONTH_NAMES)
# The same in lower case, and how months are cut short.
WEEKDAYS = frozenset(name.lower() for name in WEEKDAY_NAMES)
MONTHS = frozenset(name.lower() for name in MONTH_NAMES)
CALENDAR_KEYS = WEEKDAYS | MONTHS
SHORT_DAYS = frozenset(
    {"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"}
)
SHORT_MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov"}
    | {"dec"}
)


def is_day(word: str) -> bool:
    """Tell the name of a weekday or a month, cut short or not: "Fri.", "May"."""
    name = word.rstrip(".").lower()
    return name in CALENDAR_KEYS or name in SHORT_DAYS or name in SHORT_MONTHS
