"""Do two tellings tell of the same event?

Participants, time and place may be told with more or less precision, but not
against one another. What differs in number only (12 or 14 killed) is the same
event with a disagreement.
"""

from datetime import date, timedelta

from dragoman.model.edtf import can_both_hold, find_bounds
from dragoman.resolve.tellings import (
    NEWS_LASTS,
    Belonging,
    Telling,
    country_of_place,
    wording,
)
from dragoman.resolve.verdict import Verdict, different, same, unsure
from dragoman.text.families import find_family
from dragoman.text.names import words_of

AGAINST = -1
OPEN = 0
FITS = 1
EQUAL = 2

# "It was followed by an expanded meeting joined by the ministers."
_ANOTHER = frozenset(
    find_family(word)
    for word in (
        *("followed", "later", "separate", "separately", "afterwards", "expanded"),
        *("subsequently", "thereafter", "bilateral", "bilaterally", "margins"),
    )
)
_TWO = 2
_SMALL_WORD = 3
_DAY = len("2023-09-01")
# Reports of one attack appear within so many days.
_NEWS_DAYS = 4
# What has dead, wounded or detained to count.
_INCIDENTS = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def compare(one: Telling, other: Telling, belonging: Belonging) -> Verdict | None:
    """Judge two tellings, ``None`` if there is not enough to go by."""
    if one.kind != other.kind or one.standing != other.standing:
        return _otherwise_told(one, other)
    time, place = _time(one, other), _place(one, other)
    if place is AGAINST:
        return different(0.1, "different places", silent=True)
    if time is AGAINST:
        return _conflicting_dates(one, other, place)
    if not _near(one, other, time):
        return None
    if one.kind == "visit":
        return _visits(one, other, belonging, time, place)
    if one.kind in {"meet", "call"}:
        return _meetings(one, other, belonging, time, place)
    return _deeds(one, other, belonging, time, place)


def may_be_one(one: Telling, other: Telling) -> bool:
    """Tell whether kinds, times and places leave two tellings open to be one."""
    return (one.kind, one.standing) == (other.kind, other.standing) and AGAINST not in (
        _time(one, other),
        _place(one, other),
    )


def _otherwise_told(one: Telling, other: Telling) -> Verdict | None:
    """Keep apart what is of another kind; a plan called off is one event."""
    standings = {one.standing, other.standing}
    called_off = standings == {"planned", "cancelled"} and one.kind == other.kind
    if not (called_off and _same_document(one, other)):
        return different(0.0, "of another kind", silent=True)
    time, place = _time(one, other), _place(one, other)
    if time is AGAINST or place is AGAINST:
        return different(0.0, "another plan", silent=True)
    common = len(one.named & other.named)
    fits = common and (one.named <= other.named or other.named <= one.named)
    if fits and (common >= _TWO or max(time, place) > OPEN):
        return same(0.8, "the plan that was called off", *_reasons(time, place))
    return None


def _same_document(one: Telling, other: Telling) -> bool:
    return one.claim.document_id == other.claim.document_id


# ---------------------------------------------------------------- time, place


def _time(one: Telling, other: Telling) -> int:
    if one.time is None or other.time is None:
        return OPEN
    if one.time == other.time:
        return EQUAL if len(one.time) >= _DAY else FITS
    return FITS if can_both_hold(one.time, other.time) else AGAINST


def _near(one: Telling, other: Telling, time: int) -> bool:
    """Tell whether the reports lie close enough where the times do not say."""
    if time is not OPEN or _same_document(one, other):
        return True
    first, last = _when(one), _when(other)
    if first is None or last is None:
        return one.published == other.published or None in (first, last)
    return first[0] <= last[1] and last[0] <= first[1]


def _when(telling: Telling) -> tuple[date, date] | None:
    """Return when a telling can be set: its time, or shortly before the report."""
    if telling.time is not None:
        return find_bounds(telling.time)
    if telling.published is None:
        return None
    day = date.fromisoformat(telling.published[:_DAY])
    return day - NEWS_LASTS, day + timedelta(days=1)


def _place(one: Telling, other: Telling) -> int:
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
    return AGAINST


def _conflicting_dates(one: Telling, other: Telling, place: int) -> Verdict | None:
    """Join reports that differ in the date only: a slip of one of them."""
    first, last = find_bounds(one.time or ""), find_bounds(other.time or "")
    slip = (
        first is not None
        and last is not None
        and first[0] == first[1]
        and last[0] == last[1]
        and abs((first[0] - last[0]).days) <= 2
    )
    alike = _likeness_of_words(one, other) >= 0.45
    equal = one.named == other.named and len(one.named) >= 2
    if slip and not _same_document(one, other):
        if _one_plan(one, other, place):
            return same(0.66, "one plan", "the same place", "dates differ")
        if equal and alike and place > OPEN:
            return same(0.72, "the same participants and place", "dates differ")
        if place is EQUAL and _same_occasion(one, other):
            # Weak, so that what its own report tells apart from it is looked at too.
            reasons = ("the same participants and place", "dates differ")
            return same(0.64, *reasons, weak=other.claim.id)
        if _same_toll(one, other, place):
            return same(0.62, "the same numbers", "like words", "dates differ")
        if place is EQUAL and _one_incident(one, other):
            return same(0.6, "the same place", "dead or wounded", "dates differ")
        if place is EQUAL and _may_be_one(one, other):
            return None
    return different(0.1, "different times", silent=True)


def _same_occasion(one: Telling, other: Telling) -> bool:
    """Tell whether reports of the same days tell of one occasion, a day apart.

    Who takes part and the town agree, and nothing else is told of on either day:
    what one report itself tells apart is joined to its own day first (``settle``).
    The second telling is the one known before.
    """
    if one.kind in _INCIDENTS or country_of_place(one.place_name)[1]:
        return False
    first, last = find_bounds(one.time or ""), find_bounds(other.time or "")
    if first is None or last is None or abs((first[0] - last[0]).days) > 1:
        return False
    travels = one.kind == "visit" and one.actors == other.actors
    equal = one.named == other.named and len(one.named) >= _TWO
    if not (equal or (travels and one.actors)):
        return False
    undated = one.published is None and other.published is None
    return undated or _reported_together(one, other)


def _reported_together(one: Telling, other: Telling) -> bool:
    """Tell whether both reports are dated, within the days that one attack is news."""
    if one.published is None or other.published is None:
        return False
    days = [
        date.fromisoformat(each[:_DAY]) for each in (one.published, other.published)
    ]
    return abs((days[0] - days[1]).days) <= _NEWS_DAYS


def _others(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether both tellings name one side, and nobody of it in common."""
    return bool(ones and others) and ones.isdisjoint(others)


def _one_plan(one: Telling, other: Telling, place: int) -> bool:
    """Tell whether two outlets tell of one meeting ahead, a day or two apart."""
    fits = one.named <= other.named or other.named <= one.named
    common = len(one.named & other.named)
    # "the ministers meet in Merov on the 7th": described, not named
    described = any(not t.named and t.unnamed for t in (one, other))
    ahead = one.standing == other.standing == "planned"
    town = place is EQUAL and not country_of_place(one.place_name)[1]
    return ahead and town and fits and (common >= _TWO or described)


def _same_toll(one: Telling, other: Telling, place: int) -> bool:
    """Tell whether two reports of the same days give the same dead and wounded."""
    if one.kind in {"meet", "visit"} or not _reported_together(one, other):
        return False
    parties = bool(one.actors & other.actors or one.recipients & other.recipients)
    apart = _others(one.actors, other.actors)
    if place is not EQUAL:  # "guards of the Service", "Talvari guards": one side
        apart = apart or _others(one.recipients, other.recipients)
    least = 0.2 if parties or place is EQUAL else 0.3
    alike = _likeness_of_words(one, other) >= least
    return alike and not apart and _numbers(one, other) is EQUAL


def _one_incident(one: Telling, other: Telling) -> bool:
    """Tell whether two reports count the dead of one incident in a small place.

    First reports differ in the day (before or after midnight) and in the toll.
    States and their regions are too large for the place to mean much.
    """
    if one.kind not in _INCIDENTS or country_of_place(one.place_name)[1]:
        return False
    if _numbers(one, other) is OPEN or not _reported_together(one, other):
        return False
    return not (
        _others(one.actors, other.actors) or _others(one.recipients, other.recipients)
    )


def _may_be_one(one: Telling, other: Telling) -> bool:
    """Tell whether reports of an incident in a town leave open that it is one.

    A second telling without numbers must not part what the first one joins.
    """
    town = not country_of_place(one.place_name)[1]
    return one.kind in _INCIDENTS and town and _numbers(one, other) is OPEN


# ---------------------------------------------------------------- meetings


def _left_over(
    one: Telling, other: Telling, belonging: Belonging
) -> tuple[set[str], int]:
    """Return the participants whom the other telling lacks, and how many it has."""
    left = set()
    for party in one.named:
        bodies = belonging.bodies.get(party, frozenset())
        if party in other.named or bodies & other.named:
            continue
        if any(party in belonging.bodies.get(each, ()) for each in other.named):
            continue
        if _described(party, other, belonging):
            continue
        left.add(party)
    return left, len(one.named) - len(left)


def _described(party: str, other: Telling, belonging: Belonging) -> bool:
    """Tell whether the other telling describes a party: "the foreign minister"."""
    words = belonging.words.get(party)
    if not words:
        return False
    return any(not words.isdisjoint(_stems(each)) for each in other.unnamed)


def _stems(description: str) -> set[str]:
    words = {word for word in words_of(description) if len(word) > _SMALL_WORD}
    return words | {word.removesuffix("s") for word in words}


def _meetings(
    one: Telling, other: Telling, belonging: Belonging, time: int, place: int
) -> Verdict | None:
    mine, here = _left_over(one, other, belonging)
    theirs, there = _left_over(other, one, belonging)
    both = one.named & other.named
    if mine and theirs:
        if _half_told(one, other, time):
            weak = min(one, other, key=lambda t: (len(t.named), t.claim.id)).claim.id
            reasons = ("most participants", *_reasons(time, place))
            return same(0.6 + 0.02 * len(both), *reasons, weak=weak)
        return different(0.1, "different participants", silent=True)
    reasons = _reasons(time, place)
    if one.named == other.named and len(both) >= _TWO:
        score = 0.85 + 0.05 * max(time, OPEN) + 0.02 * max(place, OPEN)
        return same(min(score, 0.99), "the same participants", *reasons)
    if len(both) >= _TWO:
        return _fuller(one, other, time, place)
    if max(here, there) >= _TWO:
        # Who it was is told by office or body only.
        sure = place is EQUAL or _same_document(one, other)
        return _fuller(one, other, time, place) if sure else None
    if one.named or other.named:
        return (
            _one_in_common(one, other, time, place) if both or here or there else None
        )
    alike = set(one.unnamed) & set(other.unnamed)
    if alike and time is EQUAL and place is EQUAL:
        return same(0.7, "the same description", *reasons)
    return None


def _half_told(one: Telling, other: Telling, time: int) -> bool:
    """Tell whether two reports may leave out one participant each.

    Not within a report, and only where two or more and the day are the same.
    """
    both = len(one.named & other.named)
    missing = max(len(one.named), len(other.named)) - both
    fits = both >= 3 or (both == 2 and missing == 1)
    return fits and time is EQUAL and not _same_document(one, other)


def _another_one(one: Telling, other: Telling) -> bool:
    """Tell whether a report says itself that it tells of two meetings."""
    words = wording(one.claim) | wording(other.claim)
    return _same_document(one, other) and not _ANOTHER.isdisjoint(words)


def _fuller(one: Telling, other: Telling, time: int, place: int) -> Verdict | None:
    """Judge tellings of which one names more participants than the other."""
    shorter, longer = sorted((one, other), key=lambda t: (len(t.named), t.claim.id))
    aside = (
        len(shorter.named) == _TWO
        and len(longer.named) >= 2 * _TWO
        and not (place is EQUAL and _is_host_and_guest(shorter, longer))
    )
    if _another_one(one, other):
        return unsure(0.4, "said to be another meeting")
    if aside and time is EQUAL and not shorter.unnamed:
        return unsure(0.4, "a talk of two on the day of a larger meeting")
    score = 0.7 + 0.05 * time + 0.02 * max(place, OPEN)
    reasons = ("participants of the fuller report", *_reasons(time, place))
    return same(score, *reasons, weak=shorter.claim.id)


def _is_host_and_guest(pair: Telling, longer: Telling) -> bool:
    """Tell whether two are the sides of the meeting that others attended too."""
    sides = longer.actors, longer.recipients
    return min(map(len, sides)) == 1 and all(side & pair.named for side in sides)


def _one_in_common(
    one: Telling, other: Telling, time: int, place: int
) -> Verdict | None:
    """Judge "Lee met two diplomats" against other meetings of Lee."""
    alike = _likeness_of_words(one, other)
    described = set(one.unnamed) & set(other.unnamed)
    strength = max(time, OPEN) + max(place, OPEN) + (2 if described else 0)
    strength += 2 if alike >= 0.5 else 0
    shorter = min((one, other), key=lambda t: (len(t.named), t.claim.id))
    if strength >= 4:
        reasons = ("a participant", *_reasons(time, place))
        return same(0.62 + alike / 10, *reasons, weak=shorter.claim.id)
    if strength >= 3:
        return unsure(0.4, "a participant", *_reasons(time, place))
    return None


def _reasons(time: int, place: int) -> tuple[str, ...]:
    found = []
    if time > OPEN:
        found.append("the same time" if time == EQUAL else "a time that fits")
    if place > OPEN:
        found.append("the same place" if place == EQUAL else "a place that fits")
    return tuple(found)


# ---------------------------------------------------------------- visits


def _visits(
    one: Telling, other: Telling, belonging: Belonging, time: int, place: int
) -> Verdict | None:
    if place is OPEN:
        stated = one.place is not None and other.place is not None
        return different(0.1, "different places", silent=True) if stated else None
    travellers = one.actors & other.actors
    if not travellers:
        mine, _ = _left_over(one, other, belonging)
        if mine == one.named or not one.actors or not other.actors:
            return None
    score = 0.85 + 0.05 * max(time, OPEN) + 0.02 * place
    return same(score, "the same traveller", *_reasons(time, place))


# ---------------------------------------------------------------- other deeds


def _deeds(
    one: Telling, other: Telling, belonging: Belonging, time: int, place: int
) -> Verdict | None:
    actors = _side(one.actors, other.actors, belonging)
    recipients = _side(one.recipients, other.recipients, belonging)
    if AGAINST in (actors, recipients):
        return different(0.1, "different parties", silent=True)
    numbers = _numbers(one, other)
    if numbers is AGAINST and _same_document(one, other):
        return different(0.1, "different numbers", silent=True)
    alike = _likeness_of_words(one, other)
    modes = one.claim.mode, other.claim.mode
    evidence = (
        actors
        + recipients
        + max(time, OPEN) / 2
        + max(place, OPEN) / 2
        + (1 if alike >= 0.5 else 0.5 if alike >= 0.3 else 0)
        + _weigh_numbers(one, other, numbers)
        + (1 if _one_sentence(one, other) else 0)
        - (1 if None not in modes and modes[0] != modes[1] else 0)
    )
    needed = 2.0 if _same_document(one, other) else 2.5
    reasons = (
        *(("the same actors",) if actors else ()),
        *(("the same other side",) if recipients else ()),
        *_reasons(time, place),
        *(("like words",) if alike >= 0.3 else ()),
        *(("numbers differ",) if numbers is AGAINST else ()),
    )
    if evidence >= needed:
        return same(min(0.98, 0.5 + evidence / 10 + alike / 10), *reasons)
    if evidence >= needed - 0.5 and reasons:
        return unsure(0.4, *reasons)
    return None


def _weigh_numbers(one: Telling, other: Telling, numbers: int) -> float:
    """Weigh numbers of the same kind: tolls differ between reports of one incident."""
    if numbers is AGAINST and one.kind in _INCIDENTS and not _same_document(one, other):
        return 0.5
    return numbers / 2


def _one_sentence(one: Telling, other: Telling) -> bool:
    """Tell "three were killed when gunmen attacked": one deed told by two verbs."""
    mine, theirs = one.claim.citations[0].span, other.claim.citations[0].span
    if mine.document_id != theirs.document_id:
        return False
    return mine.start < theirs.end and theirs.start < mine.end


def _side(ones: frozenset[str], others: frozenset[str], belonging: Belonging) -> int:
    """Compare the parties of one side: in common, unknown, or others."""
    if not ones or not others:
        return OPEN
    if ones & others:
        return FITS
    for party in ones:
        if belonging.bodies.get(party, frozenset()) & others:
            return FITS
    for party in others:
        if belonging.bodies.get(party, frozenset()) & ones:
            return FITS
    return AGAINST


def _numbers(one: Telling, other: Telling) -> int:
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


def _likeness_of_words(one: Telling, other: Telling) -> float:
    left, right = wording(one.claim), wording(other.claim)
    union = len(left | right)
    return len(left & right) / union if union else 0.0
