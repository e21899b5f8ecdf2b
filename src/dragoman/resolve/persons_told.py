"""What reports tell of a person beside the name, and what of it speaks for one.

Offices, bodies, states, gender, what somebody lives by, when he was born.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dragoman.data.callings import are_apart, are_other_trades
from dragoman.data.tables import fold_key, name_words
from dragoman.model.claim import EntityClaim, RoleClaim
from dragoman.resolve.offices import HeldOffice, any_fit, read_office, tell_body
from dragoman.text.person_names import split_person

_TWO = 2


@dataclass(frozen=True, slots=True)
class Person:
    """What one document tells that can set a person apart.

    Attributes:
        claim: The claim.
        full: Names of two words or more, as they are written.
        bare: Names of one word.
        offices: What the document says that the person is.
        bodies: What tells the bodies where they are held from others.
        countries: States of person and bodies.
        past: Those of the offices that are told as held before.
        current: Whether an office is held now, as of the document.
        callings: What the person lives by, where the report was asked for it.
        born: First and last year of birth, likewise.
        introduced: Whether the report was asked.
    """

    claim: EntityClaim
    full: tuple[str, ...]
    bare: tuple[str, ...]
    offices: frozenset[HeldOffice]
    bodies: frozenset[str]
    countries: frozenset[str]
    current: bool
    past: frozenset[HeldOffice] = frozenset()
    callings: frozenset[str] = frozenset()
    born: tuple[int, int] | None = None
    introduced: bool = False

    @property
    def titles(self) -> frozenset[str]:
        """The titles of the offices."""
        return frozenset(office.title for office in self.offices)


def make_person(claim: EntityClaim, roles: Iterable[RoleClaim] = ()) -> Person:
    """Gather what a document tells of a person."""
    parsed = {split_person(use.text): use.text for use in claim.names}
    names = [
        (1 if _is_one_word(name) else len(words.words), name)
        for words, name in parsed.items()
        if words.words
    ]
    roles = list(roles)
    offices = frozenset(map(read_office, roles))
    states = {claim.country, *(office.country for office in offices)}
    return Person(
        claim=claim,
        full=tuple(name for size, name in names if size > 1),
        bare=tuple(name for size, name in names if size == 1),
        offices=offices,
        bodies=frozenset().union(
            *(tell_body(role.organization_name or "") for role in roles)
        ),
        countries=frozenset(state for state in states if state),
        current=any(role.status == "current" for role in roles),
        past=frozenset(read_office(one) for one in roles if one.status == "former"),
    )


@lru_cache(maxsize=16384)
def _is_one_word(name: str) -> bool:
    """Tell whether a name is a surname of several parts: "Minister Dan-Galadim"."""
    vocabulary = name_words()
    own = [
        word
        for word in fold_key(name).split()
        if word not in vocabulary.honorifics and word not in vocabulary.titles
    ]
    return len(own) < _TWO and any("-" in word for word in own)


SAME_OFFICE, SAME_BODY = "the same office", "the same body"
SAME_STATE = "the same state"


def find_agreements(one: Person, other: Person) -> tuple[str, ...]:
    """Return what speaks for one person beside the name."""
    found = []
    nations_fit = not (one.countries and other.countries) or bool(
        one.countries & other.countries
    )
    if nations_fit and any_fit(one.offices, other.offices):
        found.append(SAME_OFFICE)
    if one.bodies & other.bodies:
        found.append(SAME_BODY)
    if one.countries & other.countries:
        found.append(SAME_STATE)
    return tuple(found)


def find_contradictions(one: Person, other: Person) -> tuple[str, ...]:
    """Return what speaks against one person beside the name."""
    found = []
    genders = {one.claim.gender, other.claim.gender} - {None}
    if len(genders) > 1:
        found.append("different gender")
    apart = one.countries and other.countries and not one.countries & other.countries
    if apart and not one.bodies & other.bodies:
        found.append("different states")
    if one.born and other.born and _years_between(one.born, other.born) > _YEARS_OFF:
        found.append("other ages")
    return tuple(found)


# Ages are told in whole years, and late.
_YEARS_OFF = 2


def _years_between(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1])


def have_unlike_titles(one: Person, other: Person) -> bool:
    """Tell whether the offices of both have not a word in common."""
    words = [
        {word for title in p.titles for word in title.split()} for p in (one, other)
    ]
    return all(words) and words[0].isdisjoint(words[1])


def have_unlike_offices(one: Person, other: Person) -> bool:
    """Tell whether both hold offices now that have nothing in common."""
    return (
        one.current
        and other.current
        and bool(one.bodies)
        and bool(other.bodies)
        and not any_fit(one.offices, other.offices)
    )


def tell_offices_apart(one: Person, other: Person) -> tuple[str, ...]:
    """Return a reason against one person where both hold offices and none fits."""
    apart = one.offices and other.offices and not any_fit(one.offices, other.offices)
    return ("other offices",) if apart else ()


def is_predecessor(one: Person, other: Person) -> bool:
    """Tell whether one holds now what the other is told to have held before."""
    return any(
        any_fit(holder.offices - holder.past, former.past)
        and not any_fit(holder.offices - holder.past, former.offices - former.past)
        for holder, former in ((one, other), (other, one))
    )


def live_apart(one: Person, other: Person) -> bool:
    """Tell whether offices and callings are those of two."""
    titles = [person.titles | person.callings for person in (one, other)]
    if are_apart(*titles):
        return True
    no_office = not (one.titles or other.titles)
    return no_office and are_other_trades(one.callings, other.callings)
