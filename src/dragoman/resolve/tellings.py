"""Tellings of events in comparable form."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dragoman.data.joins import join_words
from dragoman.data.tables import country_names, fold_key, places
from dragoman.model.claim import EventClaim, Modality, Participant, RoleClaim
from dragoman.model.view import View
from dragoman.resolve.descriptions import Described, describe
from dragoman.resolve.places import place_identity
from dragoman.text.families import find_family
from dragoman.text.name_likeness import coarse, latin
from dragoman.text.names import words_of

# What is told as a fact or denied as one; what lies ahead; what was called off.
_STANDINGS = {
    Modality.ASSERTED: "fact",
    Modality.DENIED: "fact",
    Modality.PLANNED: "planned",
    Modality.CANCELLED: "cancelled",
}
_MEETINGS = frozenset({None, "meeting", "multilateral", "mediation"})
_WORD = re.compile(r"[^\W\d_]{4,}")
# How long after an event an undated report of it may appear.
NEWS_LASTS = timedelta(days=10)
# How long after a report something may lie that it tells of as planned, without a day.
PLANS_LAST = timedelta(days=60)
AHEAD = frozenset({"planned", "cancelled"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What one passage tells of an event, under canonical identifiers.

    Attributes:
        claim: The claim.
        kind: Events of different kinds are never the same.
        standing: Neither are facts, plans, demands ...
        named: Known participants.
        actors: Those who act.
        recipients: Those who are acted upon.
        names: What it calls the known participants, by identifier.
        unnamed: Descriptions of the others, folded.
        doers: Descriptions of those of them who act, in comparable form.
        hit: Of those who are acted upon.
        place: Identity of the place, ``None`` if not said.
        place_name: Its name, folded.
        time: EDTF value, ``None`` if not said.
        published: Publication date of the document, ``None`` if not known.
    """

    claim: EventClaim
    kind: str
    standing: str
    named: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    names: Mapping[str, str]
    unnamed: tuple[str, ...]
    doers: tuple[Described, ...]
    hit: tuple[Described, ...]
    place: str | None
    place_name: str
    time: str | None
    published: str | None


def standing_of(claim: EventClaim) -> str:
    """Return whether a telling is of a fact, a plan, a demand ..."""
    return _STANDINGS.get(claim.modality, claim.modality.value)


def kind_of(claim: EventClaim) -> str:
    """Return the kind of event: meetings of all modes are one kind, visits another.

    >>> kind_of.__name__
    'kind_of'
    """
    if claim.type != "CONSULT":
        return claim.type
    return "meet" if claim.mode in _MEETINGS else str(claim.mode)


def make_tellings(claims: Sequence[EventClaim], view: View) -> dict[str, Telling]:
    """Put claims under canonical identifiers, two look-ups for all of them."""
    entities = {
        party.entity
        for claim in claims
        for party in (one.party for one in claim.participants)
        if party.entity is not None
    } | {claim.place for claim in claims if claim.place is not None}
    canonical = view.canonicals(entities)
    dates = view.published({claim.document_id for claim in claims})
    return {claim.id: _make_telling(claim, canonical, dates) for claim in claims}


def _make_telling(
    claim: EventClaim, canonical: Mapping[str, str], dates: Mapping[str, str | None]
) -> Telling:
    parts: defaultdict[str, set[str]] = defaultdict(set)
    unnamed = []
    described: defaultdict[str, list[Described]] = defaultdict(list)
    names = {}
    for one in claim.participants:
        if one.part == "weapon":
            continue
        if one.party.entity is None:
            unnamed.append(fold_key(one.party.name))
            described[_part(one)].append(describe(one.party.name))
        elif one.party.entity != claim.place:  # "the post at Dervan"
            if claim.type == "ASSAULT" and _is_town_as_actor(one):
                continue
            known = canonical.get(one.party.entity, one.party.entity)
            parts[_part(one)].add(known)
            names[known] = one.party.name
    time = claim.time
    dated = time is not None and time.precision not in {"duration", "set"}
    return Telling(
        claim=claim,
        kind=kind_of(claim),
        standing=standing_of(claim),
        named=frozenset(parts["actor"] | parts["recipient"]),
        actors=frozenset(parts["actor"]),
        recipients=frozenset(parts["recipient"]),
        names=names,
        unnamed=tuple(unnamed),
        doers=tuple(described["actor"]),
        hit=tuple(described["recipient"]),
        place=_place(claim, canonical),
        place_name=fold_key(claim.place_name or ""),
        time=time.value if time is not None and dated else None,
        published=dates.get(claim.document_id),
    )


def _part(one: Participant) -> str:
    return "recipient" if one.part == "recipient" else "actor"


def _is_town_as_actor(one: Participant) -> bool:
    """Tell whether a town is said to attack: a slip, where it was is meant."""
    code, state = country_of_place(fold_key(one.party.name))
    return one.part == "actor" and code is not None and not state


def _place(claim: EventClaim, canonical: Mapping[str, str]) -> str | None:
    if claim.place is not None:
        return canonical.get(claim.place, claim.place)
    return place_identity(claim.place_name) if claim.place_name else None


@dataclass(frozen=True, slots=True)
class Belonging:
    """To which bodies and states the participants of some tellings belong.

    Attributes:
        bodies: Canonical bodies and states by canonical holder.
        words: Folded words of titles and bodies by canonical holder.
    """

    bodies: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]


def find_belonging(claims: Iterable[EventClaim], view: View) -> Belonging:
    """Look up the offices of the participants."""
    holders = sorted(
        {
            one.party.entity
            for claim in claims
            for one in claim.participants
            if one.party.entity is not None
        }
    )
    if not holders:
        return Belonging({}, {})
    asked = [f"holder:{holder}" for holder in holders]
    roles = [
        claim
        for claim in view.claims_by_keys("entities", asked)
        if isinstance(claim, RoleClaim)
    ]
    canonical = view.canonicals(
        {role.entity for role in roles}
        | {role.organization for role in roles if role.organization is not None}
    )
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    words: defaultdict[str, set[str]] = defaultdict(set)
    for role in roles:
        holder = canonical[role.entity]
        if role.organization is not None:
            bodies[holder].add(canonical[role.organization])
        words[holder].update(words_of(role.title))
        words[holder].update(words_of(role.organization_name or ""))
    return Belonging(
        {one: frozenset(some) for one, some in bodies.items()},
        {one: frozenset(some) for one, some in words.items()},
    )


@lru_cache(maxsize=16384)
def country_of_place(folded: str) -> tuple[str | None, bool]:
    """Return the country of a place in the tables, and whether it is one."""
    key = folded.removeprefix("the ")
    code = country_names().get(key)
    if code is not None:
        return code, True
    place = places().get(key)
    return (None if place is None else place.country), False


def is_renewed(telling: Telling) -> bool:
    """Tell whether the passage says that it is not the first of its kind."""
    return _says_again(telling.claim.citations[0].quote)


@lru_cache(maxsize=16384)
def _says_again(quote: str) -> bool:
    return join_words().renewed.search(quote) is not None


def wording(claim: EventClaim) -> frozenset[str]:
    """Return the longer words of the passage and the topics, kin as one."""
    return _words(" ".join((claim.citations[0].quote, *claim.topics)))


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(map(find_family, _WORD.findall(fold_key(text))))


def party_key(name: str) -> str:
    """Return a blocking key of a participant: consonants of the last word."""
    words = words_of(latin(name))
    return (coarse(words[-1]) or words[-1]) if words else ""


@lru_cache(maxsize=16384)
def month_buckets(
    time: str | None, published: str | None, *, ahead: bool = False
) -> tuple[str, ...]:
    """Return the months in which an event can have been told to happen.

    What is planned (``ahead``) may lie some months after the report. The year stands
    behind the month, so that what is told of that month in any year begins alike
    (``events.EventResolver``).

    >>> month_buckets("2023-09-01", None), month_buckets("XXXX-09-01", None)
    (('-09|2023',), ('-09|',))
    """
    if time is not None:
        found = [part[:7] for part in time.split("/") if len(part) >= len("2023-09")]
        if not found:
            return (time[:4],)
    elif published is not None:
        day = date.fromisoformat(published[:10])
        days = (day, day + PLANS_LAST / 2, day + PLANS_LAST) if ahead else (day,)
        found = [f"{one:%Y-%m}" for one in (*days, day - NEWS_LASTS)]
    else:
        return ("?",)
    years = ((month[4:], month[:4]) for month in found)
    return tuple(
        dict.fromkeys(
            f"{month}|{year if year.isdigit() else ''}" for month, year in years
        )
    )
