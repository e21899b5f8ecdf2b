"""The sides of two tellings: the same, not told, or such as cannot be the same.

Who is named is compared by identity, who is described by what the description excludes
(``descriptions``). A deed is not that of its victims: where the one who acts in one
telling is the one acted upon in the other, there are two.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.data.tables import country_names, fold_key, name_words, places
from dragoman.model.accounts import may_belong
from dragoman.model.assembly_event import MUTUAL
from dragoman.resolve.descriptions import (
    Described,
    compare_described,
    describe,
    share_side,
)
from dragoman.resolve.levels import AGAINST, FITS, OPEN
from dragoman.resolve.tellings import Belonging, Telling
from dragoman.text.names import words_of

_TWO = 2
_TOLLS = frozenset({"killed", "wounded"})


def compare_actors(one: Telling, other: Telling, belonging: Belonging) -> int:
    """Compare those who act; a state and its army may well be one side."""
    found = compare_sides(one.actors, other.actors, belonging)
    if found is AGAINST and any(
        may_belong(one.names[mine], other.names[theirs])
        for mine in one.actors
        for theirs in other.actors
    ):
        return OPEN
    if found is not OPEN:
        return found
    # "Armenian forces" and "Azerbaijani forces"
    return min(OPEN, _best(_compare_acting(one, other)))


def _compare_acting(one: Telling, other: Telling) -> Iterator[int]:
    for mine in _acting(one):
        for theirs in _acting(other):
            yield compare_described(mine, theirs, counts=False)


def compare_recipients(one: Telling, other: Telling, belonging: Belonging) -> int:
    """Compare those to whom it was done; a name may be told in full or in part.

    "Gao University" is "Gao University College".
    """
    found = compare_sides(one.recipients, other.recipients, belonging)
    if found is AGAINST and any(
        _is_part_of_name(one.names[mine], other.names[theirs])
        for mine in one.recipients
        for theirs in other.recipients
    ):
        return FITS
    return found


def _is_part_of_name(one: str, other: str) -> bool:
    mine, theirs = frozenset(words_of(one)), frozenset(words_of(other))
    return min(len(mine), len(theirs)) > 1 and (mine <= theirs or theirs <= mine)


def compare_sides(
    ones: frozenset[str], others: frozenset[str], belonging: Belonging
) -> int:
    """Compare the parties of one side: in common, unknown, or others."""
    if not ones or not others:
        return OPEN
    if ones & others:
        return FITS
    for party in ones:
        if belonging.bodies.get(party, frozenset()) & others:
            return FITS
    for party in others:
        if belonging.bodies.get(party, frozenset()) & ones:
            return FITS
    return AGAINST


def compare_hit(one: Telling, other: Telling) -> int:
    """Compare those who are only described and to whom it was done.

    The best that any two of them come to; others only where no two may be the same.
    """
    counts = not (counts_dead(one) or counts_dead(other))
    return _best(
        compare_described(mine, theirs, counts=counts)
        for mine in one.hit
        for theirs in other.hit
    )


def counts_dead(telling: Telling) -> bool:
    """Tell whether a telling gives a number of dead or wounded."""
    return any(one.kind in _TOLLS for one in telling.claim.quantities)


def _best(levels: Iterable[int]) -> int:
    return max(levels, default=OPEN)


def are_swapped(one: Telling, other: Telling) -> bool:
    """Tell whether one telling lets those act to whom it is done in the other.

    "Rebels captured soldiers" and "the army captured rebels".
    """
    if one.kind in MUTUAL:
        return False
    if one.actors & other.actors or one.recipients & other.recipients:
        return False
    mine, theirs = _acting(one), _acting(other)
    crossed = _meet(mine, _acted_upon(other)) or bool(one.actors & other.recipients)
    back = _meet(_acted_upon(one), theirs) or bool(one.recipients & other.actors)
    if not (crossed or back) or _meet(mine, theirs):
        return False
    if crossed and back:
        return True
    return bool(mine and theirs) and all(
        compare_described(a, b, counts=False) is AGAINST for a in mine for b in theirs
    )


def _meet(ones: Iterable[Described], others: Iterable[Described]) -> bool:
    known = list(others)
    return any(share_side(one, other) for one in ones for other in known)


def _acting(telling: Telling) -> list[Described]:
    return [*telling.doers, *_bodies(telling, telling.actors)]


def _acted_upon(telling: Telling) -> list[Described]:
    return [*telling.hit, *_bodies(telling, telling.recipients)]


def _bodies(telling: Telling, named: Iterable[str]) -> Iterator[Described]:
    """Yield what the names of bodies and states describe: "the Malian Army"."""
    for party in sorted(named):
        name = telling.names[party]
        if not is_of_person(name):
            yield replace(describe(name), lands=frozenset())


def is_of_person(name: str) -> bool:
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
