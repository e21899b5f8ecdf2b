"""How many were hit, as two reports describe them: "23 pirates" and "23 of them".

Hardly two groups of one sort of people in the news of a few days are of the same large
number, so a number with its noun tells a deed apart like a name; a number alone does
not: 33 hostages are not 33 prisoners.
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.model.claim import EventClaim
from dragoman.resolve.descriptions import Described, compare_described, describe
from dragoman.resolve.events_sides import counts_dead
from dragoman.resolve.levels import AGAINST, FITS, OPEN
from dragoman.resolve.tellings import Telling

# Fewer, and round numbers, are anybody's, unless the same sort of people are counted;
# of four digits a number may be a year.
_FEW, _TELLING, _ROUND, _MANY = 10, 20, 5, 1000
_TIMES = 3  # as much as a toll grows from one report to the next
_TWO = 2
_TAKEN = frozenset({"arrested", "abducted"})
# "A man, 34": one of fifty is of that age.
_AGED = 0.5


def weigh_groups(one: Telling, other: Telling) -> float:
    """Weigh that both say that it was done to a group of the very same number.

    Numbers that differ speak against it. The dead and wounded grow from report to
    report and are compared elsewhere.
    """
    if counts_dead(one) or counts_dead(other):
        return 0
    weights = [
        _weigh(mine, theirs) for mine in _groups(one) for theirs in _groups(other)
    ]
    several = 1 if _share_several(one, other) else 0
    best = max(weights, default=0)
    return max(best, several) if best > 0 or several else min(weights, default=0)


def _weigh(one: Described, other: Described) -> float:
    fits = compare_described(one, other)
    if fits is AGAINST:
        return -1
    if one.age and one.age == other.age and fits >= FITS:
        return _AGED
    if not one.size or not other.size:
        return 0
    if one.size == other.size:
        if fits is OPEN:
            return 0.5 if _is_telling(one.size) else 0
        if _is_telling(one.size):
            return 2.5
        return 1.5 if one.head == other.head and _is_odd(one.size) else 0
    return -1 if _is_telling(one.size) and _is_telling(other.size) else 0


def _is_odd(size: int) -> bool:
    return size > _FEW and bool(size % _ROUND)


def _is_telling(size: int) -> bool:
    return _TELLING < size < _MANY and bool(size % _ROUND)


def _groups(telling: Telling) -> Iterator[Described]:
    """Yield those hit; a mere number of arrested counts as of anybody."""
    yield from telling.hit
    known = {one.size for one in telling.hit}
    for size in sorted(_taken(telling.claim) - known):
        yield replace(describe("people"), size=size)


def _taken(claim: EventClaim) -> set[int]:
    return {
        int(one.low)
        for one in claim.quantities
        if one.kind in _TAKEN and one.low == one.high
    }


def _share_several(one: Telling, other: Telling) -> bool:
    """Tell whether both describe two or more kinds of those hit by the same words."""
    heads = {each.head for each in one.hit} & {each.head for each in other.hit}
    return len(heads) >= _TWO


def share_description(one: Telling, other: Telling) -> bool:
    """Tell whether both describe somebody by the same noun and a telling word.

    "A suspected mill owner" is "one of the key mill owners"; ages, "former" and the
    like tell nobody apart.
    """
    return any(
        mine.head == theirs.head
        and mine.marks & theirs.marks
        and compare_described(mine, theirs) is not AGAINST
        for mine in (*one.doers, *one.hit)
        for theirs in (*other.doers, *other.hit)
    )


def are_other_groups(one: Telling, other: Telling) -> bool:
    """Tell whether both describe the same sort of people, one of them far more."""
    if counts_dead(one) or counts_dead(other):
        return False
    sizes = [
        sorted((mine.size, theirs.size))
        for mine in one.hit
        for theirs in other.hit
        if mine.head == theirs.head and mine.size and theirs.size
    ]
    return any(few * _TIMES < many for few, many in sizes)


def groups_of(claim: EventClaim) -> frozenset[int]:
    """Return the exact numbers of those hit that hardly another group has."""
    numbers = _taken(claim)
    numbers.update(
        describe(one.party.name).size
        for one in claim.participants
        if one.part == "recipient" and one.party.entity is None
    )
    return frozenset(filter(_is_telling, numbers))
