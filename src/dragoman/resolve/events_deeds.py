"""Are two tellings of deeds other than meetings of the same one?"""

from dragoman.resolve.events_groups import are_other_groups, weigh_groups
from dragoman.resolve.events_measures import (
    AGAINST,
    EQUAL,
    FITS,
    OPEN,
    are_others,
    compare_actors,
    compare_numbers,
    compare_recipients,
    in_one_document,
    likeness_of_words,
    reasons_of,
    reported_together,
    share_large_number,
    telling_tolls,
)
from dragoman.resolve.events_news import is_same_news
from dragoman.resolve.events_targets import (
    compare_targets,
    doers_of,
    hit_again,
    hit_alike,
    hit_doers,
)
from dragoman.resolve.events_victims import done_once, victims_of
from dragoman.resolve.tellings import Belonging, Telling, country_of_place
from dragoman.resolve.verdict import Verdict, different, same, unsure
from dragoman.schema.force import INCIDENTS


def compare_deeds(
    one: Telling, other: Telling, belonging: Belonging, time: int, place: int
) -> Verdict | None:
    """Judge by parties, numbers and words beside time and place."""
    actors = compare_actors(one, other, belonging)
    recipients = compare_recipients(one, other, belonging)
    target = compare_targets(one, other) if one.kind in INCIDENTS else OPEN
    disputed = actors is AGAINST and is_disputed(one, other, target, time, place)
    if recipients is AGAINST or (actors is AGAINST and not disputed):
        return different(0.1, "different parties", silent=True)
    if one.kind == "ASSAULT" and hit_doers(one, other):
        return different(0.1, "others were hit", silent=True)
    if _one_sentence(one, other) and one.claim.modality is not other.claim.modality:
        # "They stormed the post but held no hostages."
        return different(0.1, "another deed of the sentence", silent=True)
    if are_other_groups(one, other):
        return different(0.1, "groups of other sizes", silent=True)
    numbers = compare_numbers(one, other)
    if numbers is AGAINST and in_one_document(one, other):
        return different(0.1, "different numbers", silent=True)
    hit = _weigh_those_hit(one, other)
    if hit:  # "37 smugglers" are "the 37 suspects"
        target = max(target, OPEN)
    alike = likeness_of_words(one, other)
    modes = one.claim.mode, other.claim.mode
    evidence = (
        max(actors, OPEN)
        + recipients
        + target
        + max(time, OPEN) / 2
        + max(place, OPEN) / 2
        + (1 if alike >= 0.5 else 0.5 if alike >= 0.3 else 0)
        + _weigh_numbers(one, other, numbers)
        + _weigh_victims(one, other, time, place)
        + hit
        + (1 if in_one_document(one, other) and hit_again(one, other) else 0)
        + _weigh_manner(one, other, time, place)
        + (1 if _one_sentence(one, other) else 0)
        + (1.5 if in_one_document(one, other) and hit_alike(one, other) else 0)
        - (1 if None not in modes and modes[0] != modes[1] else 0)
    )
    needed = 2.0 if in_one_document(one, other) else 2.5
    reasons = (
        *(("the same actors",) if actors > OPEN else ()),
        *(("the same other side",) if recipients or target > OPEN else ()),
        *reasons_of(time, place),
        *(("like words",) if alike >= 0.3 else ()),
        *(("numbers differ",) if numbers is AGAINST else ()),
        *(("who did it differs",) if disputed else ()),
    )
    if evidence >= needed:
        return same(min(0.98, 0.5 + evidence / 10 + alike / 10), *reasons)
    news = {"who": actors > OPEN, "what": recipients > OPEN or target > OPEN}
    if not disputed and is_same_news(one, other, place, **news):
        weak = min(one, other, key=_how_full).claim.id
        return same(0.56, *reasons, "news of the same days", weak=weak)
    if evidence >= needed - 0.5 and reasons:
        return unsure(0.4, *reasons)
    return None


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
    if numbers is AGAINST and one.kind in INCIDENTS and not in_one_document(one, other):
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
    if in_one_document(one, other) or not reported_together(one, other):
        return 0
    if done_once(one, other):
        return 1.5
    return weigh_groups(one, other)


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
