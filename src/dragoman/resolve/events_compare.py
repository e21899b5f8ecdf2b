"""Do two tellings tell of the same event?

Participants, time and place may be told with more or less precision, but not
against one another. What differs in number only (12 or 14 killed) is the same
event with a disagreement.
"""

from datetime import date

from dragoman.model.edtf import find_bounds
from dragoman.model.judgement import Judgement
from dragoman.resolve.events_deeds import (
    compare_deeds,
    has_same_target,
    has_same_toll,
    is_one_incident,
    may_be_one_incident,
)
from dragoman.resolve.events_measures import (
    compare_numbers,
    compare_places,
    compare_times,
    in_one_document,
    is_copied,
    lie_near,
    likeness_of_words,
    reasons_of,
)
from dragoman.resolve.events_meetings import (
    compare_meetings,
    compare_visits,
    is_one_plan,
    is_same_occasion,
)
from dragoman.resolve.events_sides import are_swapped, compare_hit
from dragoman.resolve.levels import AGAINST, EQUAL, OPEN
from dragoman.resolve.tellings import NEWS_LASTS, Belonging, Telling, is_renewed
from dragoman.resolve.verdict import Verdict, different, same, unsure

_TWO = 2
_DAY = len("2023-09-01")
# A plan is one event with its calling off, and with what was held as planned.
_OUTCOMES = ({"planned", "cancelled"}, {"planned", "fact"})


def compare(one: Telling, other: Telling, belonging: Belonging) -> Verdict | None:
    """Judge two tellings, ``None`` if there is not enough to go by."""
    verdict = _compare(one, other, belonging)
    joins = verdict is not None and verdict.judgement is Judgement.POSITIVE
    if joins and _is_another_time(one, other):
        return unsure(0.45, "one report tells of another time")
    return verdict


def _is_another_time(one: Telling, other: Telling) -> bool:
    """Tell whether the later report alone says that it happened again.

    "Met", and days later "met for the second time"; not where both give the same day.
    """
    if one.kind == "ASSAULT" or in_one_document(one, other):
        return False  # "the toll has risen again"
    if is_renewed(one) == is_renewed(other):
        return False
    if compare_times(one, other) is EQUAL:
        return False
    later, earlier = (one, other) if is_renewed(one) else (other, one)
    if later.published is None or earlier.published is None:
        return True
    return later.published[:_DAY] > earlier.published[:_DAY]


def _compare(one: Telling, other: Telling, belonging: Belonging) -> Verdict | None:
    if one.kind != other.kind or one.standing != other.standing:
        return _otherwise_told(one, other)
    time, place = compare_times(one, other), compare_places(one, other)
    if place is AGAINST:
        return different(0.1, "different places", silent=True)
    copied = time is not AGAINST and is_copied(one, other)
    if copied and lie_near(one, other, time) and not _exclude(one, other):
        return same(0.9, "the same words")
    if time is AGAINST:
        return _conflicting_dates(one, other, place)
    if not lie_near(one, other, time):
        return None
    if one.kind == "visit":
        return compare_visits(one, other, belonging, time, place)
    if one.kind in {"meet", "call"}:
        return compare_meetings(one, other, belonging, time, place)
    return compare_deeds(one, other, belonging, time, place)


def _exclude(one: Telling, other: Telling) -> bool:
    """Tell whether like words tell it of others: "the French ambassador"."""
    return are_swapped(one, other) or compare_hit(one, other) is AGAINST


def may_be_one(one: Telling, other: Telling) -> bool:
    """Tell whether kinds, times and places leave two tellings open to be one."""
    return (one.kind, one.standing) == (other.kind, other.standing) and AGAINST not in (
        compare_times(one, other),
        compare_places(one, other),
    )


def _otherwise_told(one: Telling, other: Telling) -> Verdict | None:
    """Keep apart what is of another kind; a plan and what became of it are one."""
    standings = {one.standing, other.standing}
    if one.kind != other.kind or standings not in _OUTCOMES:
        return different(0.0, "of another kind", silent=True)
    called_off = "cancelled" in standings
    if called_off and _is_that_plan(one, other):
        return same(0.7, "the plan that was called off", "the same time")
    time, place = compare_times(one, other), compare_places(one, other)
    if time is AGAINST or place is AGAINST or _is_planned_anew(one, other, time):
        return different(0.0, "another plan", silent=True)
    within = in_one_document(one, other)
    if within and not called_off:
        return different(0.0, "of another kind", silent=True)
    common = len(one.named & other.named)
    fits = common and (one.named <= other.named or other.named <= one.named)
    what = "the plan that was called off" if called_off else "what was planned"
    if within and fits and (common >= _TWO or max(time, place) > OPEN):
        return same(0.8, what, *reasons_of(time, place))
    travels = one.kind == "visit" and place is EQUAL and one.actors == other.actors
    sure = travels or (common >= _TWO and lie_near(one, other, time))
    if not within and fits and sure and _is_pinned(time, place, called_off=called_off):
        return same(0.75, what, *reasons_of(time, place))
    described = next((t for t in (one, other) if not t.named and t.unnamed), None)
    if not within and described and one.kind == "meet" and time is place is EQUAL:
        # "the two leaders will meet in Gao on the 2nd"
        return same(0.65, what, *reasons_of(time, place), weak=described.claim.id)
    return None if within else different(0.0, "of another kind", silent=True)


def _is_planned_anew(one: Telling, other: Telling, time: int) -> bool:
    """Tell whether a plan without the same day came out days after the calling off."""
    off, ahead = (one, other) if one.standing == "cancelled" else (other, one)
    if off.standing != "cancelled" or time is EQUAL or in_one_document(one, other):
        return False
    if off.published is None or ahead.published is None:
        return False
    called_off = date.fromisoformat(off.published[:_DAY])
    planned = date.fromisoformat(ahead.published[:_DAY])
    return (planned - called_off).days >= _TWO


def _is_pinned(time: int, place: int, *, called_off: bool) -> bool:
    """Tell whether day or place say which plan it is; what was held needs both."""
    agree = (time is EQUAL, place is EQUAL)
    return any(agree) if called_off else all(agree)


def _is_that_plan(one: Telling, other: Telling) -> bool:
    """Tell whether what was called off without parties is what was planned elsewhere.

    At a place that either names; on the same day, or shortly after it was announced.
    """
    off, ahead = (one, other) if one.standing == "cancelled" else (other, one)
    if off.kind not in {"AGREE", "meet"} or off.named or off.unnamed:
        return False
    time = compare_times(one, other)
    near = time is EQUAL if off.kind == "AGREE" else _follows(off, ahead, time)
    if not near or not ahead.place_name:
        return False
    told = " ".join((off.place_name, off.claim.citations[0].quote)).lower()
    return ahead.place_name in told


def _follows(off: Telling, ahead: Telling, time: int) -> bool:
    """Tell whether a meeting lay ahead when the report came that it was off."""
    if time is not OPEN or ahead.time is None or off.published is None:
        return time is EQUAL
    day = find_bounds(ahead.time)
    if day is None or in_one_document(off, ahead):
        return day is not None
    return (
        abs((day[0] - date.fromisoformat(off.published[:10])).days) <= NEWS_LASTS.days
    )


def _conflicting_dates(one: Telling, other: Telling, place: int) -> Verdict | None:
    """Join reports that differ in the date only: a slip of one of them."""
    alike = likeness_of_words(one, other) >= 0.45
    equal = one.named == other.named and len(one.named) >= 2
    if _is_slip(one, other) and not in_one_document(one, other):
        if is_one_plan(one, other, place):
            return same(0.66, "one plan", "the same place", "dates differ")
        if equal and alike and place > OPEN:
            return same(0.72, "the same participants and place", "dates differ")
        if place is EQUAL and is_same_occasion(one, other):
            # Weak, so that what its own report tells apart from it is looked at too.
            reasons = ("the same participants and place", "dates differ")
            return same(0.64, *reasons, weak=other.claim.id)
        if has_same_toll(one, other, place):
            return same(0.62, "the same numbers", "like words", "dates differ")
        if place is EQUAL and is_one_incident(one, other):
            return same(0.6, "the same place", "dead or wounded", "dates differ")
        if place is EQUAL and has_same_target(one, other):
            reasons = ("the same place and target", "dates differ")
            return same(0.58, *reasons, weak=other.claim.id)
        if place is EQUAL and may_be_one_incident(one, other):
            return None
    return different(0.1, "different times", silent=True)


def _is_slip(one: Telling, other: Telling) -> bool:
    """Tell whether two days lie so near that one of the reports may be mistaken.

    With another toll only the next day does: before or after midnight.
    """
    first, last = find_bounds(one.time or ""), find_bounds(other.time or "")
    if first is None or last is None or first[0] != first[1] or last[0] != last[1]:
        return False
    apart = abs((first[0] - last[0]).days)
    return apart < _TWO or (
        apart == _TWO and compare_numbers(one, other) is not AGAINST
    )
