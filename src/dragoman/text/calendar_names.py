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
SHORT_MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov"}
    | {"dec"}
)
