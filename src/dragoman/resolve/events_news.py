"""Do two reports of the same days tell of the one attack that is the news in a town?

First reports and those that follow give other tolls, and often not the day and the town
in the sentence that counts the dead. Two attacks so deadly seldom befall one town
within days; where they do, both fit, and nothing is joined (``settle``).
"""

import re
from datetime import date, timedelta

from dragoman.data.tables import fold_key
from dragoman.model.claim import EventClaim
from dragoman.model.edtf import find_bounds
from dragoman.resolve.events_measures import (
    in_one_document,
    names_place,
    reported_together,
)
from dragoman.resolve.levels import EQUAL, FITS
from dragoman.resolve.places import place_identity
from dragoman.resolve.tellings import Telling, country_of_place

_DAY = len("2023-09-01")
_FRESH = 2  # days after which an attack without a day is no longer told as news
_LEAD = 1000  # code points in which a report tells its news
_RECALLS = re.compile(
    r"\b(?:ago|since|previous(?:ly)?|earlier|in (?:19|20)\d\d|last year"
    r"|recent years)\b",
    re.IGNORECASE,
)
# Tolls that grow, or are corrected, from one report to the next.
_GROWS, _SHRINKS = 3.0, 2.0
# "in Gao", "the city of Gao", "the capital Gao"
_PLACED = re.compile(
    r"\b(?:in|at|near|outside|of|capital|city|town|province),? (?:the )?"
    r"([A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+)?)"
)
_TOWNS = 6
_FEW, _MANY = 5, 20
_MANNERS = {
    "blast": re.compile(
        r"\b(?:bomb\w*|blasts?|explo(?:sion|sive|d)\w*|detonat\w*)\b", re.IGNORECASE
    ),
    "shots": re.compile(
        r"\b(?:gunm[ae]n|gunfire|shoot\w*|shot|opened? fire|rifles?|stormed)\b",
        re.IGNORECASE,
    ),
    "strike": re.compile(
        r"\b(?:air ?strikes?|shell(?:s|ed|ing)|rockets?|missiles?|drones?|artillery"
        r"|warplanes?)\b",
        re.IGNORECASE,
    ),
}


def is_same_news(
    one: Telling, other: Telling, place: int, *, who: bool, what: bool
) -> bool:
    """Tell whether two reports tell of the one attack of some days.

    Args:
        one: A telling of an attack.
        other: A telling of another document.
        place: How far their places agree.
        who: Whether one and the same is said to have done it.
        what: Whether the same was hit.
    """
    if one.kind != "ASSAULT" or in_one_document(one, other):
        return False
    if not reported_together(one, other) or not _are_of_one_day(one, other):
        return False
    grows = tolls_fit(one, other)
    if grows is None or not (what or _is_in_one_town(one, other, place)):
        return False
    mine, theirs = _manners(one), _manners(other)
    if mine and theirs and not mine & theirs:
        return False
    return who or what or bool(mine & theirs) or grows >= _MANY


def named_towns(claim: EventClaim) -> list[str]:
    """Return identities of what may be the town of an attack that counts its dead.

    The names behind prepositions, and those that names of whom it hit begin with.
    """
    if claim.type != "ASSAULT" or not claim.quantities:
        return []
    code, state = country_of_place(fold_key(claim.place_name or ""))
    if code is not None and not state:
        return []  # the town is told
    told = [name for one in claim.citations for name in _PLACED.findall(one.quote)]
    hit = [one.party for one in claim.participants if one.part == "recipient"]
    called = [one.name for one in hit if one.entity is not None]
    called.extend([claim.place_name] if claim.place_name else [])
    told.extend(name.split()[0] for name in called)
    return list(dict.fromkeys(map(place_identity, told)))[:_TOWNS]


def tolls_fit(one: Telling, other: Telling) -> float | None:
    """Return the lower of two tolls of one attack, ``None`` if they are of two.

    The dead of a later report may be many more, or somewhat fewer; where only the
    wounded are told by both, they are compared likewise.
    """
    first, last = sorted((one, other), key=lambda t: (t.published or "", t.claim.id))
    for kind in ("killed", "wounded"):
        before, after = _counted(first, kind), _counted(last, kind)
        if before is None or after is None:
            continue
        same_day = (first.published or "")[:_DAY] == (last.published or "")[:_DAY]
        shrinks = _GROWS if same_day else _SHRINKS
        fits = min(before, after) >= _FEW and (
            after <= _GROWS * before and before <= shrinks * after
        )
        return min(before, after) if fits else None
    return None


def _counted(telling: Telling, kind: str) -> float | None:
    found = [one.low for one in telling.claim.quantities if one.kind == kind]
    return max(found, default=None)


def _is_in_one_town(one: Telling, other: Telling, place: int) -> bool:
    """Tell whether both tell of one town, one of them perhaps in passing."""
    if place >= FITS:
        towns = [not country_of_place(each.place_name)[1] for each in (one, other)]
        return (place is EQUAL and all(towns)) or names_place(one, other)
    return names_place(one, other)


def _are_of_one_day(one: Telling, other: Telling) -> bool:
    """Tell whether the days of two tellings, or of their reports, meet."""
    mine, theirs = _window(one), _window(other)
    if mine is None or theirs is None:
        return False
    return mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _window(telling: Telling) -> tuple[date, date] | None:
    """Return the days on which an attack was, ``None`` if it is no news."""
    if telling.time is not None:
        return find_bounds(telling.time)
    if telling.published is None:
        return None
    passage = telling.claim.citations[0]
    if passage.span.start > _LEAD or _RECALLS.search(passage.quote):
        return None
    day = date.fromisoformat(telling.published[:_DAY])
    return day - timedelta(days=_FRESH), day


def _manners(telling: Telling) -> frozenset[str]:
    """Return how it was done, as far as the words of its passages tell."""
    text = " ".join(one.quote for one in telling.claim.citations)
    return frozenset(name for name, words in _MANNERS.items() if words.search(text))
