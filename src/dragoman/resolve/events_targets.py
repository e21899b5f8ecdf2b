"""What was hit, as two reports of an attack describe it without a name.

"The livestock market of Gao" and "the market" are one target, "a bus stop" is
another; people tell of each other only as far as they bear arms or not.
"""

from dragoman.data.joins import join_words
from dragoman.model.claim import EventClaim
from dragoman.model.descriptions import head_word
from dragoman.resolve.events_sides import compare_hit
from dragoman.resolve.levels import AGAINST, FITS, OPEN
from dragoman.resolve.tellings import Telling
from dragoman.schema.force import ATTACKERS


def compare_targets(one: Telling, other: Telling) -> int:
    """Compare what was hit: the same thing, unknown, or others."""
    things, others = find_things(one.claim), find_things(other.claim)
    if things and others:
        return FITS if things & others else AGAINST
    return min(OPEN, compare_hit(one, other))


def hit_doers(one: Telling, other: Telling) -> bool:
    """Tell whether one of two attacks was on gunmen, and the other one not."""
    mine, theirs = _hit(one.claim), _hit(other.claim)
    return bool(mine and theirs) and bool(mine & ATTACKERS) != bool(theirs & ATTACKERS)


def hit_again(one: Telling, other: Telling) -> bool:
    """Tell whether one of two tellings points back at a thing hit: "the mosque"."""
    shared = find_things(one.claim) & find_things(other.claim)
    return one.kind == "ASSAULT" and any(
        participant.part == "recipient"
        and participant.party.entity is None
        and participant.party.name.lower().startswith("the ")
        and head_word(participant.party.name) in shared
        for claim in (one.claim, other.claim)
        for participant in claim.participants
    )


def hit_alike(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings of a page describe those hit by the same words."""
    mine, theirs = (
        {
            participant.party.name.lower()
            for participant in telling.claim.participants
            if participant.part == "recipient" and participant.party.entity is None
        }
        for telling in (one, other)
    )
    return one.kind == "ASSAULT" and not mine.isdisjoint(theirs)


def doers_of(telling: Telling) -> frozenset[str]:
    """Return what sort of people did it, where they are only described: "gunman"."""
    return frozenset(
        head_word(participant.party.name)
        for participant in telling.claim.participants
        if participant.part == "actor" and participant.party.entity is None
    )


def find_things(claim: EventClaim) -> frozenset[str]:
    """Return what was hit besides people, as far as it is described."""
    return _things(_hit(claim))


def _hit(claim: EventClaim) -> frozenset[str]:
    return frozenset(
        head_word(participant.party.name)
        for participant in claim.participants
        if participant.part == "recipient" and participant.party.entity is None
    )


def _things(heads: frozenset[str]) -> frozenset[str]:
    known = join_words()
    return frozenset(
        word
        for word in heads
        if word and not known.sort_of(word) and not word[0].isdigit()
    )
