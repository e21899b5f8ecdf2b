"""Whom a deed hit, as far as that alone can tell it apart from all others.

Nobody is shot dead twice: reports of one killing of a named person agree, whether they
tell where it was or not. Reports of a blast name nobody, but say what it hit.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.data.tables import country_names, fold_key, name_words, places
from dragoman.model.claim import EventClaim
from dragoman.resolve.events_targets import find_things
from dragoman.resolve.tellings import Telling, party_key
from dragoman.text.names import words_of

# What is done to persons: attacks, arrests, sentences, releases.
_UPON = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})
_DAY = len("2023-09-01")
_NEWS = 3  # days on which something undated is news
_TWO = 2


def victims_of(telling: Telling) -> frozenset[str]:
    """Return the named persons to whom it was done, under canonical identifiers."""
    if telling.kind not in _UPON:
        return frozenset()
    return frozenset(
        one for one in telling.recipients if _is_of_person(telling.names[one])
    )


def victim_keys(claim: EventClaim, published: str | None) -> Iterator[str]:
    """Yield blocking keys of a deed beside parties and places.

    The person to whom it was done, in a month; what was hit, on a day. What has no day
    was on one of the last, if the report has one.
    """
    if claim.type not in _UPON:
        return
    hit = [one.party for one in claim.participants if one.part == "recipient"]
    for party in hit:
        if party.entity is not None and _is_of_person(party.name):
            yield party_key(party.name)
    if claim.type == "ASSAULT":
        for thing in sorted(find_things(claim)):
            yield from (f"~{thing}~{day}" for day in _days_of(claim, published))


def _days_of(claim: EventClaim, published: str | None) -> Iterator[str]:
    if claim.time is not None:
        if len(claim.time.value) == _DAY:
            yield claim.time.value
    elif published is not None:
        day = date.fromisoformat(published[:_DAY])
        yield from (f"{day - timedelta(days=days)}" for days in range(_NEWS))


def _is_of_person(name: str) -> bool:
    """Tell whether a name has the form of a person's: several words, none of a body."""
    words = words_of(name)
    key = fold_key(name)
    known = key in country_names() or places().get(key) is not None
    vocabulary = name_words()
    return (
        len(words) >= _TWO
        and not known
        and name[:1].isupper()
        and not any(vocabulary.is_body(word) for word in words)
    )
