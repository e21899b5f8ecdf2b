"""Are two tellings of deeds other than meetings of the same one?"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp

from dragoman.resolve.events_groups import are_other_groups, weigh_groups
from dragoman.resolve.events_measures import (
    are_others,
    compare_numbers,
    in_one_document,
    likeness_of_words,
    reasons_of,
    reported_together,
    share_large_number,
    telling_tolls,
)
from dragoman.resolve.events_news import is_same_news
from dragoman.resolve.events_sides import (
    are_swapped,
    compare_actors,
    compare_hit,
    compare_recipients,
    counts_dead,
)
from dragoman.resolve.events_targets import (
    compare_targets,
    doers_of,
    hit_again,
    hit_alike,
    hit_doers,
)
from dragoman.resolve.events_victims import done_once, victims_of
from dragoman.resolve.levels import AGAINST, EQUAL, FITS, OPEN
from dragoman.resolve.tellings import Belonging, Telling, country_of_place
from dragoman.resolve.verdict import Verdict, different, same, unsure
from dragoman.schema.force import INCIDENTS

# What must speak for one event, in two documents and within one; so much less, and a
# person is asked.
_NEEDED, _NEEDED_WITHIN, _DOUBT = 2.5, 2.0, 0.5
# Shares of longer words in common that say something.
_LIKELY, _LIKE = 0.3, 0.5
# From what speaks for one event to how likely it is.
_SLOPE, _START = 1.1, 0.7


@dataclass(frozen=True, slots=True)
class _Parts:
    """How far the parts of two tellings agree.

    Attributes:
        actors: Those who act.
        recipients: Those named to whom it was done.
        target: What was hit; those who are described.
        disputed: Whether two sides are named for one attack.
        numbers: The numbers of dead, wounded and so on.
        hit: What those described and their number weigh.
        time: When.
        place: Where.
        words: The share of longer words in common.
        within: Whether one document tells both.
    """

    actors: int
    recipients: int
    target: int
    disputed: bool
    numbers: int
    hit: float
    time: int
    place: int
    words: float
    within: bool


def compare_deeds(
    one: Telling, other: Telling, belonging: Belonging, time: int, place: int
) -> Verdict | None:
    """Judge by parties, numbers and words beside time and place.

    Parties that cannot be the same make two of them, whatever else agrees; the rest is
    weighed part by part, and a detail on which reports differ weighs little against.
    """
    parts = _measure(one, other, belonging, time, place)
    apart = _exclude(one, other, parts)
    if apart:
        return different(0.1, apart, silent=True)
    evidence = sum(_weigh(one, other, parts))
    evidence -= _NEEDED_WITHIN if parts.within else _NEEDED
    reasons = _reasons(parts)
    if evidence >= 0:
        return same(_likely(evidence), *reasons)
    news = {
        "who": parts.actors > OPEN,
        "what": parts.recipients > OPEN or parts.target > OPEN,
    }
    if not parts.disputed and is_same_news(one, other, place, **news):
        weak = min(one, other, key=_how_full).claim.id
        return same(0.56, *reasons, "news of the same days", weak=weak)
    if evidence >= -_DOUBT and reasons:
        return unsure(_likely(evidence), *reasons)
    return None


def _measure(
    one: Telling, other: Telling, belonging: Belonging, time: int, place: int
) -> _Parts:
    target = compare_targets(one, other) if one.kind in INCIDENTS else OPEN
    actors = compare_actors(one, other, belonging)
    hit = _weigh_those_hit(one, other)
    disputed = actors is AGAINST and is_disputed(one, other, target, time, place)
    return _Parts(
        actors=actors,
        recipients=compare_recipients(one, other, belonging),
        # "37 smugglers" are "the 37 suspects"
        target=max(target, OPEN) if hit > 0 else target,
        disputed=disputed,
        numbers=compare_numbers(one, other),
        hit=hit,
        time=time,
        place=place,
        words=likeness_of_words(one, other),
        within=in_one_document(one, other),
    )


def _exclude(one: Telling, other: Telling, parts: _Parts) -> str:
    """Return why two tellings cannot be of one deed, "" if they can."""
    if are_swapped(one, other):
        return "the sides are swapped"
    acted = parts.actors is AGAINST and not parts.disputed
    if parts.recipients is AGAINST or acted:
        return "different parties"
    apart = compare_hit(one, other) is AGAINST
    if hit_doers(one, other) if one.kind == "ASSAULT" else apart:
        return "others were hit"
    if _one_sentence(one, other) and one.claim.modality is not other.claim.modality:
        # "They stormed the post but held no hostages."
        return "another deed of the sentence"
    if are_other_groups(one, other):
        return "groups of other sizes"
    if parts.numbers is AGAINST and parts.within:
        return "different numbers"
    return ""


def _weigh(one: Telling, other: Telling, parts: _Parts) -> Iterator[float]:
    """Yield what each part of two tellings weighs."""
    yield max(parts.actors, OPEN)
    yield parts.recipients
    yield parts.target
    yield max(parts.time, OPEN) / 2
    yield max(parts.place, OPEN) / 2
    yield 1 if parts.words >= _LIKE else 0.5 if parts.words >= _LIKELY else 0
    yield _weigh_numbers(one, other, parts.numbers)
    yield _weigh_victims(one, other, parts.time, parts.place)
    yield parts.hit
    yield _weigh_manner(one, other, parts.time, parts.place)
    modes = one.claim.mode, other.claim.mode
    yield -1 if None not in modes and modes[0] != modes[1] else 0
    if parts.within:
        yield 1 if hit_again(one, other) else 0
        yield 1.5 if hit_alike(one, other) else 0
        yield 1 if _one_sentence(one, other) else 0


def _reasons(parts: _Parts) -> tuple[str, ...]:
    told = {
        "the same actors": parts.actors > OPEN,
        "the same other side": parts.recipients != OPEN or parts.target > OPEN,
        **dict.fromkeys(reasons_of(parts.time, parts.place), True),
        "like words": parts.words >= _LIKELY,
        "numbers differ": parts.numbers is AGAINST,
        "who did it differs": parts.disputed,
    }
    return tuple(reason for reason, holds in told.items() if holds)


def _likely(evidence: float) -> float:
    """Return how likely one event is by what the evidence has beyond what is needed."""
    return 1 / (1 + exp(-_SLOPE * evidence - _START))


def _how_full(telling: Telling) -> tuple[int, str]:
    """Return how much a telling says of when and where, and of whom."""
    known = (telling.time is not None) + (telling.place is not None)
    return known + len(telling.named), telling.claim.id


def is_disputed(
    one: Telling, other: Telling, target: int, time: int, place: int
) -> bool:
    """Tell whether two sides are named for one attack: the same target, town and day.

    Within a report only where one of them is somebody's word.
    """
    town = place is EQUAL and not country_of_place(one.place_name)[1]
    told = one.claim.attribution != other.claim.attribution
    fits = target is FITS or compare_numbers(one, other) is EQUAL
    return (
        one.kind == "ASSAULT"
        and town
        and time is EQUAL
        and fits
        and (told or not in_one_document(one, other))
    )


def has_same_target(one: Telling, other: Telling) -> bool:
    """Tell whether reports of the same days tell of one target hit in one town."""
    return (
        one.kind == "ASSAULT"
        and not country_of_place(one.place_name)[1]
        and reported_together(one, other)
        and compare_targets(one, other) is FITS
    )


def _weigh_numbers(one: Telling, other: Telling, numbers: int) -> float:
    """Weigh numbers of the same kind: tolls differ between reports of one incident."""
    if compare_hit(one, other) is AGAINST:  # four teachers, four policemen
        return 0
    if numbers is AGAINST and counts_dead(one) and not in_one_document(one, other):
        return 0.5
    if numbers is EQUAL and telling_tolls(one.claim) & telling_tolls(other.claim):
        return 2.5
    # One page seldom counts two groups of the very same size.
    many = in_one_document(one, other) and numbers is EQUAL
    return numbers / 2 + (0.5 if many and share_large_number(one, other) else 0)


def _weigh_victims(one: Telling, other: Telling, time: int, place: int) -> float:
    """Weigh a named person to whom both say that it was done, on that day or there."""
    if not victims_of(one) & victims_of(other):
        return 0
    pinned = time is EQUAL or place is EQUAL or in_one_document(one, other)
    return 1 if pinned else 0


def _weigh_those_hit(one: Telling, other: Telling) -> float:
    """Weigh that reports of the same days count or list those hit alike."""
    if in_one_document(one, other):
        return 0
    weight = weigh_groups(one, other)
    if not reported_together(one, other):
        return min(weight, 0)
    return max(weight, 1.5) if done_once(one, other) else weight


def _weigh_manner(one: Telling, other: Telling, time: int, place: int) -> float:
    """Weigh how it was done, and by what sort of people, in one town on one day."""
    if one.kind != "ASSAULT" or time is not EQUAL or place is not EQUAL:
        return 0
    if country_of_place(one.place_name)[1]:
        return 0
    modes = one.claim.mode, other.claim.mode
    alike = modes[0] == modes[1] is not None or bool(doers_of(one) & doers_of(other))
    return 0.5 if alike else 0


def _one_sentence(one: Telling, other: Telling) -> bool:
    """Tell "three were killed when gunmen attacked": one deed told by two verbs."""
    mine, theirs = one.claim.citations[0].span, other.claim.citations[0].span
    if mine.document_id != theirs.document_id:
        return False
    return mine.start < theirs.end and theirs.start < mine.end


def has_same_toll(one: Telling, other: Telling, place: int) -> bool:
    """Tell whether two reports of the same days give the same dead and wounded."""
    if one.kind in {"meet", "visit"} or not reported_together(one, other):
        return False
    parties = bool(one.actors & other.actors or one.recipients & other.recipients)
    apart = are_others(one.actors, other.actors)
    if place is not EQUAL:  # "guards of the Service", "Talvari guards": one side
        apart = apart or are_others(one.recipients, other.recipients)
    least = 0.2 if parties or place is EQUAL else 0.3
    alike = likeness_of_words(one, other) >= least
    return alike and not apart and compare_numbers(one, other) is EQUAL


def is_one_incident(one: Telling, other: Telling) -> bool:
    """Tell whether two reports count the dead of one incident in a small place.

    First reports differ in the day (before or after midnight) and in the toll.
    States and their regions are too large for the place to mean much.
    """
    if one.kind not in INCIDENTS or country_of_place(one.place_name)[1]:
        return False
    if compare_numbers(one, other) is OPEN or not reported_together(one, other):
        return False
    return not (
        are_others(one.actors, other.actors)
        or are_others(one.recipients, other.recipients)
    )


def may_be_one_incident(one: Telling, other: Telling) -> bool:
    """Tell whether reports of an incident in a town leave open that it is one.

    A second telling without numbers must not part what the first one joins.
    """
    town = not country_of_place(one.place_name)[1]
    return one.kind in INCIDENTS and town and compare_numbers(one, other) is OPEN
