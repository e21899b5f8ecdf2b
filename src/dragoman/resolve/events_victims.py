"""Whom a deed hit, as far as that alone can tell it apart from all others.

Nobody is shot dead twice: reports of one killing of a named person agree, whether they
tell where it was or not. Reports of a blast name nobody, but say what it hit.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.model.claim import EventClaim
from dragoman.model.edtf import find_bounds
from dragoman.resolve.descriptions import describe
from dragoman.resolve.events_groups import groups_of, share_description
from dragoman.resolve.events_sides import is_of_person
from dragoman.resolve.events_targets import find_things
from dragoman.resolve.tellings import NEWS_LASTS, Telling, party_key

# What is done to persons: attacks, arrests, sentences, releases.
_UPON = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})
# What befalls a person once in the news of a few days: an arrest, a charge, a sentence,
# a dismissal, a release.
_ONCE = frozenset({"arrest", "investigate", "convict", "expel", "release"})
_DAY = len("2023-09-01")
_NEWS = 3  # days on which something undated is news


def victims_of(telling: Telling) -> frozenset[str]:
    """Return the named persons to whom it was done, under canonical identifiers."""
    if telling.kind not in _UPON:
        return frozenset()
    return frozenset(
        one for one in telling.recipients if is_of_person(telling.names[one])
    )


def done_once(one: Telling, other: Telling) -> bool:
    """Tell whether both tell of what was done to a person and is not done twice.

    The other report may call the person by the surname alone; who is only described
    alike is known by the day. One of them tells it as news of these days: in a life
    there may be several sentences.
    """
    if one.claim.mode not in _ONCE or one.claim.mode != other.claim.mode:
        return False
    if not (_is_news(one) or _is_news(other)):
        return False
    day = one.time == other.time and len(one.time or "") == _DAY
    if day and share_description(one, other):
        return True
    return any(
        is_of_person(one.names[party]) or is_of_person(other.names[party])
        for party in one.recipients & other.recipients
    )


def _is_news(telling: Telling) -> bool:
    """Tell whether a telling says that it was in the days before its report."""
    bounds = find_bounds(telling.time or "")
    if bounds is None or telling.published is None:
        return False
    return date.fromisoformat(telling.published[:_DAY]) - bounds[0] <= NEWS_LASTS


def victim_keys(claim: EventClaim, published: str | None) -> Iterator[str]:
    """Yield blocking keys of a deed beside parties and places.

    The person to whom it was done, in a month; what was hit, on a day. What has no day
    was on one of the last, if the report has one.
    """
    once = claim.mode in _ONCE
    if claim.type not in _UPON and not once:
        return
    hit = [one.party for one in claim.participants if one.part == "recipient"]
    for party in hit:
        if party.entity is not None and (once or is_of_person(party.name)):
            yield party_key(party.name)
    for number in sorted(groups_of(claim)):
        yield f"#{number}"
    if claim.type == "ASSAULT":
        for thing in sorted(find_things(claim)):
            yield from (f"~{thing}~{day}" for day in _days_of(claim, published))
    elif once and claim.time is not None and len(claim.time.value) == _DAY:
        told = {
            describe(one.party.name).head
            for one in claim.participants
            if one.party.entity is None
        }
        yield from (f"~{head}~{claim.time.value}" for head in sorted(told))


def _days_of(claim: EventClaim, published: str | None) -> Iterator[str]:
    if claim.time is not None:
        if len(claim.time.value) == _DAY:
            yield claim.time.value
    elif published is not None:
        day = date.fromisoformat(published[:_DAY])
        yield from (f"{day - timedelta(days=days)}" for days in range(_NEWS))
