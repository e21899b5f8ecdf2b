"""Are two tellings of meetings or visits of the same one?"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from dragoman.data.joins import join_words
from dragoman.data.tables import country_names, demonyms
from dragoman.model.edtf import find_bounds
from dragoman.resolve.descriptions import Described, compare_described
from dragoman.resolve.events_measures import (
    in_one_document,
    likeness_of_words,
    reasons_of,
    reported_together,
)
from dragoman.resolve.levels import AGAINST, EQUAL, FITS, OPEN
from dragoman.resolve.tellings import (
    AHEAD,
    NEWS_LASTS,
    Belonging,
    Telling,
    country_of_place,
    wording,
)
from dragoman.resolve.verdict import Verdict, different, same, unsure
from dragoman.schema.force import INCIDENTS
from dragoman.text.families import find_family

_TWO = 2
_NEXT = 3  # code points between one sentence and the next


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
    return any(
        _fits(party, one, belonging) is FITS for one in (*other.doers, *other.hit)
    )


def _fits(party: str, one: Described, belonging: Belonging) -> int:
    """Compare somebody named with a description, by the offices that he holds."""
    words = belonging.words.get(party)
    if not words:
        return OPEN
    lands = _lands(words)
    if lands and one.codes:
        # "Her Russian counterpart" is of Russia's.
        return FITS if lands & one.codes else AGAINST
    return OPEN if words.isdisjoint(one.words) else FITS


def _lands(words: Iterable[str]) -> frozenset[str]:
    """Return the states that words name."""
    codes = (demonyms().get(word) or country_names().get(word) for word in words)
    return frozenset(code for code in codes if code is not None)


def _met_others(one: Telling, other: Telling, belonging: Belonging) -> bool:
    """Tell whether each telling describes somebody who is nobody of the other.

    "The French ambassador met the president", "the German ambassador met him".
    """
    return _is_nobody_of(one, other, belonging) and _is_nobody_of(other, one, belonging)


def _is_nobody_of(one: Telling, other: Telling, belonging: Belonging) -> bool:
    """Tell whether somebody of a telling can be nobody of the other one."""
    described = (*one.doers, *one.hit)
    others = (*other.doers, *other.hit)
    for mine in described:
        levels = [compare_described(mine, theirs) for theirs in others]
        levels += [_fits(each, mine, belonging) for each in other.named - one.named]
        if levels and max(levels) is AGAINST:
            return True
    for party in one.named - other.named:
        levels = [_fits(party, theirs, belonging) for theirs in others]
        if levels and max(levels) is AGAINST and not other.named - one.named:
            return True
    return False


def compare_meetings(
    one: Telling, other: Telling, belonging: Belonging, time: int, place: int
) -> Verdict | None:
    """Judge by who takes part, beside time and place."""
    mine, here = _left_over(one, other, belonging)
    theirs, there = _left_over(other, one, belonging)
    both = one.named & other.named
    if _met_others(one, other, belonging):
        return different(0.1, "others took part", silent=True)
    if mine and theirs:
        if _goes_on(one, other):
            return same(0.72, "the same meeting told on", *reasons_of(time, place))
        if _half_told(one, other, time):
            weak = min(one, other, key=lambda t: (len(t.named), t.claim.id)).claim.id
            reasons = ("most participants", *reasons_of(time, place))
            return same(0.6 + 0.02 * len(both), *reasons, weak=weak)
        return different(0.1, "different participants", silent=True)
    reasons = reasons_of(time, place)
    if one.named == other.named and len(both) >= _TWO:
        score = 0.85 + 0.05 * max(time, OPEN) + 0.02 * max(place, OPEN)
        undated = _undated_plan(one, other)
        return same(min(score, 0.99), "the same participants", *reasons, weak=undated)
    if len(both) >= _TWO:
        return _fuller(one, other, time, place)
    if max(here, there) >= _TWO:
        # Who it was is told by office or body only.
        day = time is EQUAL and bool(both)
        sure = place is EQUAL or day or in_one_document(one, other)
        return _fuller(one, other, time, place) if sure else None
    if one.named or other.named:
        return (
            _one_in_common(one, other, time, place) if both or here or there else None
        )
    alike = set(one.unnamed) & set(other.unnamed)
    if alike and time is EQUAL and place is EQUAL:
        return same(0.7, "the same description", *reasons)
    return None


def _goes_on(one: Telling, other: Telling) -> bool:
    """Tell whether the next sentence goes on about the meeting: who chaired it.

    "The council met in Gao. The meeting, chaired by Ana Vogel, lasted an hour."
    """
    if not in_one_document(one, other) or _another_one(one, other):
        return False
    mine, theirs = one.claim.citations[0], other.claim.citations[0]
    first, then = (mine, theirs) if mine.span < theirs.span else (theirs, mine)
    near = 0 <= then.span.start - first.span.end <= _NEXT
    return near and join_words().goes_on.match(then.quote) is not None


def _half_told(one: Telling, other: Telling, time: int) -> bool:
    """Tell whether two reports may leave out one participant each.

    Not within a report, and only where two or more and the day are the same.
    """
    both = len(one.named & other.named)
    missing = max(len(one.named), len(other.named)) - both
    fits = both >= 3 or (both == 2 and missing == 1)
    return fits and time is EQUAL and not in_one_document(one, other)


def _another_one(one: Telling, other: Telling) -> bool:
    """Tell whether a report says itself that it tells of two meetings."""
    words = wording(one.claim) | wording(other.claim)
    return in_one_document(one, other) and not _words_of_another().isdisjoint(words)


@cache
def _words_of_another() -> frozenset[str]:
    """Return words as in "it was followed by an expanded meeting of the ministers"."""
    return frozenset(map(find_family, join_words().apart_from))


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
    reasons = ("participants of the fuller report", *reasons_of(time, place))
    return same(score, *reasons, weak=shorter.claim.id)


def _is_host_and_guest(pair: Telling, longer: Telling) -> bool:
    """Tell whether two are the sides of the meeting that others attended too."""
    sides = longer.actors, longer.recipients
    return min(map(len, sides)) == 1 and all(side & pair.named for side in sides)


def _one_in_common(
    one: Telling, other: Telling, time: int, place: int
) -> Verdict | None:
    """Judge "Lee met two diplomats" against other meetings of Lee."""
    alike = likeness_of_words(one, other)
    described = set(one.unnamed) & set(other.unnamed)
    strength = max(time, OPEN) + max(place, OPEN) + (2 if described else 0)
    strength += 2 if alike >= 0.5 else 0
    shorter = min((one, other), key=lambda t: (len(t.named), t.claim.id))
    if strength >= 4:
        reasons = ("a participant", *reasons_of(time, place))
        return same(0.62 + alike / 10, *reasons, weak=shorter.claim.id)
    if strength >= 3:
        return unsure(0.4, "a participant", *reasons_of(time, place))
    return None


def compare_visits(
    one: Telling, other: Telling, belonging: Belonging, time: int, place: int
) -> Verdict | None:
    """Judge by travellers and places."""
    if place is OPEN:
        stated = one.place is not None and other.place is not None
        return different(0.1, "different places", silent=True) if stated else None
    travellers = one.actors & other.actors
    if not travellers:
        mine, _ = _left_over(one, other, belonging)
        if mine == one.named or not one.actors or not other.actors:
            return None
    score = 0.85 + 0.05 * max(time, OPEN) + 0.02 * place
    weak = _undated_plan(one, other)
    return same(score, "the same traveller", *reasons_of(time, place), weak=weak)


def _undated_plan(one: Telling, other: Telling) -> str | None:
    """Return which of two plans gives no day, if the other lies well ahead of it.

    It may be of any meeting until then, so it is joined only where a single one fits.
    """
    ahead = one.standing in AHEAD and other.standing in AHEAD
    if not ahead or in_one_document(one, other):
        return None
    undated = [each for each in (one, other) if each.time is None]
    days = [find_bounds(each.time) for each in (one, other) if each.time is not None]
    if len(undated) != 1 or days[0] is None or undated[0].published is None:
        return None
    reported = date.fromisoformat(undated[0].published[:10])
    return undated[0].claim.id if days[0][0] > reported + NEWS_LASTS else None


def is_same_occasion(one: Telling, other: Telling) -> bool:
    """Tell whether reports of the same days tell of one occasion, a day apart.

    Who takes part and the town agree, and nothing else is told of on either day:
    what one report itself tells apart is joined to its own day first (``settle``).
    The second telling is the one known before.
    """
    if one.kind in INCIDENTS or country_of_place(one.place_name)[1]:
        return False
    first, last = find_bounds(one.time or ""), find_bounds(other.time or "")
    if first is None or last is None or abs((first[0] - last[0]).days) > 1:
        return False
    travels = one.kind == "visit" and one.actors == other.actors
    equal = one.named == other.named and len(one.named) >= _TWO
    if not (equal or (travels and one.actors)):
        return False
    undated = one.published is None and other.published is None
    return undated or reported_together(one, other)


def is_one_plan(one: Telling, other: Telling, place: int) -> bool:
    """Tell whether two outlets tell of one meeting ahead, a day or two apart."""
    fits = one.named <= other.named or other.named <= one.named
    common = len(one.named & other.named)
    # "the ministers meet in Merov on the 7th": described, not named
    described = any(not t.named and t.unnamed for t in (one, other))
    ahead = one.standing == other.standing == "planned"
    town = place is EQUAL and not country_of_place(one.place_name)[1]
    return ahead and town and fits and (common >= _TWO or described)
