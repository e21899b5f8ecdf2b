"""How far times, places, numbers and words of two tellings agree."""

import re
from datetime import date, timedelta

from dragoman.data.tables import fold_key, places
from dragoman.model.assembly_event import COUNTED
from dragoman.model.claim import EventClaim
from dragoman.model.descriptions import head_word
from dragoman.model.edtf import can_both_hold, find_bounds
from dragoman.resolve.levels import AGAINST, EQUAL, FITS, OPEN
from dragoman.resolve.tellings import (
    AHEAD,
    NEWS_LASTS,
    PLANS_LAST,
    Telling,
    country_of_place,
    wording,
)

_WORD = re.compile(r"[^\W_]+")
_DAY = len("2023-09-01")
# What has dead, wounded or detained to count.
# Reports of one attack appear within so many days.
_NEWS_DAYS = 4
# Thousands of people in a town whose name hardly means another one.
_LARGE = 100
_TEN = 10
_WORDY = 40  # code points that no two authors write alike
# Share of longer words in common from which one sentence is a copy of another.
_COPIED = 0.7
# Fewer dead may be those of another attack, and round numbers are anybody's.
_TELLING_TOLL = 20
_ROUND = 5


def compare_times(one: Telling, other: Telling) -> int:
    """Compare times: equal days, a time that fits, unknown, or others."""
    if one.time is None or other.time is None:
        return OPEN
    if one.time == other.time:
        return EQUAL if len(one.time) >= _DAY else FITS
    return FITS if can_both_hold(one.time, other.time) else AGAINST


def lie_near(one: Telling, other: Telling, time: int) -> bool:
    """Tell whether the reports lie close enough where the times do not say."""
    if time is not OPEN or in_one_document(one, other):
        return True
    first, last = _when(one), _when(other)
    if first is None or last is None:
        return one.published == other.published or None in (first, last)
    return first[0] <= last[1] and last[0] <= first[1]


def _when(telling: Telling) -> tuple[date, date] | None:
    """Return when a telling can be set: its time, or shortly before the report.

    What is planned lies ahead of it.
    """
    if telling.time is not None:
        return find_bounds(telling.time)
    if telling.published is None:
        return None
    day = date.fromisoformat(telling.published[:_DAY])
    if telling.standing in AHEAD:
        return day - timedelta(days=1), day + PLANS_LAST
    return day - NEWS_LASTS, day + timedelta(days=1)


def compare_places(one: Telling, other: Telling) -> int:
    """Compare places: the same, one within the other, unknown, or others."""
    if one.place is None or other.place is None:
        return OPEN
    if one.place == other.place or one.place_name == other.place_name:
        return EQUAL
    left, left_state = country_of_place(one.place_name)
    right, right_state = country_of_place(other.place_name)
    if left is None or right is None:
        return OPEN
    if left == right and (left_state or right_state):
        return FITS
    return AGAINST if _lie_apart(one.place_name, other.place_name) else OPEN


def names_place(one: Telling, other: Telling) -> bool:
    """Tell whether a telling without a town names the one where the other puts it.

    Anywhere in its passages, or as a part of a name: "Gao Central Market".
    """
    return _names_place(one, other) or _names_place(other, one)


def _names_place(told: Telling, placed: Telling) -> bool:
    if not placed.place_name or country_of_place(placed.place_name)[1]:
        return False
    code, state = country_of_place(told.place_name)
    if code is not None and not state:
        return False  # it is in a town that the table knows
    text = " ".join(one.quote for one in told.claim.citations)
    names = [one.party.name for one in told.claim.participants]
    town, words = (
        " ".join(_WORD.findall(fold_key(each)))
        for each in (placed.place_name, " ".join((text, *names)))
    )
    return f" {town} " in f" {words} "


def _lie_apart(one: str, other: str) -> bool:
    """Tell whether neither of two places can be the other, or lie in it.

    A town may lie in a province of its state, or be the namesake of one elsewhere that
    the table knows.
    """
    places_ = places().get(one), places().get(other)
    towns = [place is not None and place.kind == "city" for place in places_]
    if all(towns) or not any(towns):
        return True
    town = places_[towns.index(True)]
    wide = places_[towns.index(False)]
    if town is None or town.population < _LARGE:
        return False
    return wide is None or wide.country != town.country


def reasons_of(time: int, place: int) -> tuple[str, ...]:
    """Say how time and place agree."""
    found = []
    if time > OPEN:
        found.append("the same time" if time == EQUAL else "a time that fits")
    if place > OPEN:
        found.append("the same place" if place == EQUAL else "a place that fits")
    return tuple(found)


def in_one_document(one: Telling, other: Telling) -> bool:
    """Tell whether one document tells both."""
    return one.claim.document_id == other.claim.document_id


def reported_together(one: Telling, other: Telling) -> bool:
    """Tell whether both reports are dated, within the days that one attack is news."""
    if one.published is None or other.published is None:
        return False
    days = [
        date.fromisoformat(each[:_DAY]) for each in (one.published, other.published)
    ]
    return abs((days[0] - days[1]).days) <= _NEWS_DAYS


def are_others(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether both tellings name one side, and nobody of it in common."""
    return bool(ones and others) and ones.isdisjoint(others)


def likeness_of_words(one: Telling, other: Telling) -> float:
    """Return the share of longer words in common, from 0 to 1."""
    left, right = wording(one.claim), wording(other.claim)
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def is_copied(one: Telling, other: Telling) -> bool:
    """Tell whether two documents tell it in the same sentence: one copied the other.

    A copy changes a word or two. Of one sentence that tells two events of a kind, who
    takes part must agree too, those who are described by the same nouns.
    """
    if in_one_document(one, other) or _nouns(one) != _nouns(other):
        return False
    if one.named != other.named or compare_numbers(one, other) is AGAINST:
        return False
    mine, theirs = (each.claim.citations[0].quote for each in (one, other))
    if min(len(mine), len(theirs)) <= _WORDY:
        return False
    return mine == theirs or likeness_of_words(one, other) >= _COPIED


def _nouns(telling: Telling) -> list[str]:
    return sorted(map(head_word, telling.unnamed))


def compare_numbers(one: Telling, other: Telling) -> int:
    """Compare the numbers of killed, wounded ...: equal, unknown, or others."""
    found = OPEN
    for mine in one.claim.quantities:
        for theirs in other.claim.quantities:
            if (mine.kind, mine.unit) != (theirs.kind, theirs.unit):
                continue
            if (mine.low, mine.high) == (theirs.low, theirs.high):
                return EQUAL
            found = AGAINST
    return found


def telling_tolls(claim: EventClaim) -> frozenset[tuple[str, float]]:
    """Return the exact large numbers of people that no other incident has."""
    return frozenset(
        (one.kind, one.low)
        for one in claim.quantities
        if one.kind in COUNTED
        and one.unit is None
        and one.low == one.high
        and one.low > _TELLING_TOLL
        and one.low % _ROUND
    )


def share_large_number(one: Telling, other: Telling) -> bool:
    """Tell whether both count the same group of ten or more."""
    return any(
        (mine.kind, mine.low) == (theirs.kind, theirs.low) and mine.low >= _TEN
        for mine in one.claim.quantities
        for theirs in other.claim.quantities
    )
