"""How many were hit, as two reports describe them: "23 pirates" and "23 of them".

Hardly two groups in the news of a few days are of the same large number, so a number
tells a deed apart like a name; and one of whom the other report has dozens is not they.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.model.claim import EventClaim
from dragoman.model.descriptions import head_word
from dragoman.resolve.tellings import Telling
from dragoman.text.dates_lexicon import number_of
from dragoman.text.families import find_family

# Fewer, and round numbers, are anybody's, unless the same sort of people are counted;
# of four digits a number may be a year.
_FEW, _TELLING, _ROUND, _MANY = 10, 20, 5, 1000
_TIMES = 3  # as much as a toll grows from one report to the next
_TWO = 2
_ONE_OF = re.compile(r"^(?:one|another) of (?:the |its |their )?", re.IGNORECASE)
_LONGER = re.compile(r"[^\W\d_]{4,}")
_TAKEN = frozenset({"arrested", "abducted"})
_TOLLS = frozenset({"killed", "wounded"})
# "23 pirates", "the five men"; not "a 23-year-old man", nor "one of 40 suspects"
_COUNTED = re.compile(
    r"(?:the |all |these |those )?([a-z]+(?:-[a-z]+)?|\d{1,6})"
    r"(?! ?- ?(?:years?|month|day)\b)(?: |$)",
    re.IGNORECASE,
)


def weigh_groups(one: Telling, other: Telling) -> float:
    """Weigh that both say that it was done to a group of the very same number.

    The dead and wounded grow from report to report and are compared elsewhere.
    """
    if _counts_dead(one) or _counts_dead(other):
        return 0
    if not groups_of(one.claim).isdisjoint(groups_of(other.claim)):
        return 2.5
    mine, theirs = _sizes(one.claim), _sizes(other.claim)
    alike = any(
        mine[head] == theirs[head] > _FEW and mine[head] % _ROUND
        for head in mine.keys() & theirs.keys()
    )
    return 1.5 if alike else 1 if _share_several(one, other) else 0


def _share_several(one: Telling, other: Telling) -> bool:
    """Tell whether both describe two or more kinds of those hit by the same words."""
    return len(_sizes(one.claim).keys() & _sizes(other.claim).keys()) >= _TWO


def share_description(one: Telling, other: Telling) -> bool:
    """Tell whether both describe somebody by the same noun and a word beside it.

    "A suspected mill owner" is "one of the key mill owners".
    """
    return any(
        noun_of_member(mine) == noun_of_member(theirs)
        and len(_told_by(mine) & _told_by(theirs)) >= _TWO
        for mine in one.unnamed
        for theirs in other.unnamed
    )


def noun_of_member(description: str) -> str:
    """Return what somebody is: "owner" for "one of the key mill owners"."""
    return head_word(_ONE_OF.sub("", description))


@lru_cache(maxsize=8192)
def _told_by(description: str) -> frozenset[str]:
    return frozenset(map(find_family, _LONGER.findall(description)))


def are_other_groups(one: Telling, other: Telling) -> bool:
    """Tell whether both describe the same sort of people, one of them far more."""
    if _counts_dead(one) or _counts_dead(other):
        return False
    mine, theirs = _sizes(one.claim), _sizes(other.claim)
    sizes = [(mine[head], theirs[head]) for head in mine.keys() & theirs.keys()]
    told = [sorted(pair) for pair in sizes if 0 not in pair]
    return any(few * _TIMES < many for few, many in told)


def _counts_dead(telling: Telling) -> bool:
    return any(one.kind in _TOLLS for one in telling.claim.quantities)


def groups_of(claim: EventClaim) -> frozenset[int]:
    """Return the exact numbers of those hit that hardly another group has."""
    numbers = set(_sizes(claim).values())
    numbers.update(
        int(one.low)
        for one in claim.quantities
        if one.kind in _TAKEN and one.low == one.high
    )
    return frozenset(n for n in numbers if _TELLING < n < _MANY and n % _ROUND)


def _sizes(claim: EventClaim) -> dict[str, int]:
    return dict(_described(claim))


def _described(claim: EventClaim) -> Iterator[tuple[str, int]]:
    for one in claim.participants:
        if one.part == "recipient" and one.party.entity is None:
            yield head_word(one.party.name), _size(one.party.name)


@lru_cache(maxsize=8192)
def _size(description: str) -> int:
    """Return how many are described, 0 if that is not said."""
    found = _COUNTED.match(description)
    return (number_of(found[1].lower()) or 0) if found else 0
