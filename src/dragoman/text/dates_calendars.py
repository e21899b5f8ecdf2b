"""Days of the Islamic and the Iranian calendar as days of the common one."""

from datetime import date, timedelta

from hijridate.convert import Hijri

# The tables of hijridate (Umm al-Qura) reach from 1343 to 1500.
_HIJRI_YEARS = range(1343, 1501)
# The rule of leap years below agrees with the observed calendar in these years.
_JALALI_YEARS = range(1244, 1472)
# 1 Farvardin 1244.
_JALALI_EPOCH = date(1865, 3, 21)
_LEAP_REMAINDERS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})


def from_hijri(year: int, month: int, number: int) -> date | None:
    """Return the day of a date of the Islamic calendar, ``None`` if there is none.

    >>> from_hijri(1445, 9, 12)
    datetime.date(2024, 3, 22)
    """
    if year not in _HIJRI_YEARS or not 1 <= month <= 12:
        return None
    try:
        common = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(common.year, common.month, common.day)


def from_jalali(year: int, month: int, number: int) -> date | None:
    """Return the day of a date of the Iranian solar calendar, ``None`` if none.

    Leap years follow the cycle of 33 years.

    >>> from_jalali(1402, 7, 1)
    datetime.date(2023, 9, 23)
    """
    if year not in _JALALI_YEARS or not 1 <= month <= 12:
        return None
    leap = year % 33 in _LEAP_REMAINDERS
    length = 31 if month <= 6 else 30 if month < 12 or leap else 29
    if not 1 <= number <= length:
        return None
    whole = sum(
        366 if past % 33 in _LEAP_REMAINDERS else 365
        for past in range(_JALALI_YEARS.start, year)
    )
    before = 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
    return _JALALI_EPOCH + timedelta(days=whole + before + number - 1)
