"""Are two persons of two documents the same one?

Full names decide, spelling variants need the likeness of every word; a bare
surname needs an office, a body or a state in common and a single person of the
case whom it fits.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dragoman.data.tables import fold_key, name_words
from dragoman.model.claim import EntityClaim, RoleClaim
from dragoman.resolve.verdict import Verdict, different, same, unsure
from dragoman.text.name_likeness import (
    LIKE,
    SAME_CONSONANTS,
    SURE,
    Likeness,
    PersonName,
    compare_persons,
    parse_person,
)
from dragoman.text.organization_names import country_of, parse_organization


@dataclass(frozen=True, slots=True)
class Person:
    """What one document tells that can set a person apart.

    Attributes:
        claim: The claim.
        full: Names of two words or more.
        bare: Names of one word.
        titles: Offices in one wording for each line of them.
        bodies: Core words of the bodies where they are held.
        countries: States of person and bodies.
        current: Whether an office is held now, as of the document.
    """

    claim: EntityClaim
    full: tuple[PersonName, ...]
    bare: tuple[PersonName, ...]
    titles: frozenset[str]
    bodies: frozenset[str]
    countries: frozenset[str]
    current: bool


def make_person(claim: EntityClaim, roles: Iterable[RoleClaim] = ()) -> Person:
    """Gather what a document tells of a person."""
    parsed = dict.fromkeys(parse_person(use.text) for use in claim.names)
    names = [name for name in parsed if name.words]
    countries = {claim.country} if claim.country else set()
    titles, bodies, current = set(), set(), False
    for role in roles:
        titles.add(office_line(role.title))
        current = current or role.status == "current"
        if role.organization_name:
            bodies |= set(parse_organization(role.organization_name).words)
            country = country_of(role.organization_name)
            if country is not None:
                countries.add(country)
    return Person(
        claim=claim,
        full=tuple(name for name in names if not name.bare),
        bare=tuple(name for name in names if name.bare),
        titles=frozenset(titles),
        bodies=frozenset(bodies - _NO_BODY),
        countries=frozenset(countries),
        current=current,
    )


# Core words that most bodies share and that tell nobody apart.
_NO_BODY = frozenset(
    {"ministry", "party", "council", "government", "committee", "office", "national"}
    | {"department", "army", "forces", "foreign", "affairs", "state", "parliament"}
)


@lru_cache(maxsize=16384)
def office_line(title: str) -> str:
    """Return an office in the wording that stands for its line.

    >>> office_line("Minister of Foreign Affairs") == office_line("Foreign Minister")
    True
    """
    key = fold_key(title)
    return name_words().same_office.get(key, key)


def compare(one: Person, other: Person) -> Verdict | None:
    """Judge two persons, ``None`` if their names do not call for it."""
    if one.claim.document_id == other.claim.document_id:
        return _within_document(one, other)
    if one.full and other.full:
        return _across(one, other, _best(one.full, other.full))
    if one.full or other.full:
        return _bare_and_full(one, other)
    return _both_bare(one, other)


def _best(names: Iterable[PersonName], others: Iterable[PersonName]) -> Likeness:
    pairs = [compare_persons(name, other) for name in names for other in others]
    return max(pairs, key=lambda found: (found.score, not found.differ, found.whole))


def _within_document(one: Person, other: Person) -> Verdict | None:
    """Judge two persons whom one document tells apart, rightly as a rule."""
    if not (one.full and other.full):
        return None
    likeness = _best(one.full, other.full)
    if likeness.differ:
        shared = any(a.words[-1] == b.words[-1] for a in one.full for b in other.full)
        return different(0.1, "told apart in one document", silent=not shared)
    sure = likeness.score >= SURE and not (likeness.initials or likeness.swapped)
    if sure and not _contradictions(one, other):
        return same(likeness.score, "the same name in one document")
    return None


def _across(one: Person, other: Person, likeness: Likeness) -> Verdict | None:
    if likeness.differ:
        return different(0.0, "different names", silent=True)
    if likeness.score < SAME_CONSONANTS or likeness.family < LIKE:
        return different(0.1, "different names", silent=True)
    agreement = _agreements(one, other)
    against = _contradictions(one, other)
    sure = likeness.score >= SURE
    if against and not (agreement and sure):
        return different(0.2, "namesakes", *against, silent=not sure)
    if against:
        return unsure(0.5, "the same name", *against)
    plain = sure and not (likeness.initials or likeness.swapped)
    if plain and not agreement and _unlike_offices(one, other):
        return unsure(0.6, "the same name", "no office in common")
    shorter = _shorter(one, other)
    if plain:
        word = "the same name" if likeness.score > 0.99 else "spelling variants"
        weak = None if likeness.whole else shorter
        return same(likeness.score, word, *agreement, weak=weak)
    if agreement:
        how = "initials" if likeness.initials else "order of the words"
        word = how if sure else "spelling variants"
        score = min(0.88, likeness.score + 0.2)
        return same(score, word, *agreement, weak=shorter)
    if sure and likeness.initials:
        return same(0.75, "initials", weak=shorter)
    return unsure(0.5, "similar names")


def _shorter(one: Person, other: Person) -> str:
    """Return the claim whose fullest name says less."""
    fullest = min(
        (one, other),
        key=lambda person: (
            max(sum(map(len, name.words)) for name in person.full),
            person.claim.id,
        ),
    )
    return fullest.claim.id


def _bare_and_full(one: Person, other: Person) -> Verdict | None:
    bare, full = (one, other) if other.full else (other, one)
    fits = any(_called(name, called) for name in bare.bare for called in full.full)
    if not fits or _contradictions(one, other):
        return None
    agreement = _agreements(one, other)
    if agreement:
        return same(0.82, "surname of the full name", *agreement, weak=bare.claim.id)
    return unsure(0.4, "surname of the full name")


def _called(bare: PersonName, full: PersonName) -> bool:
    """Tell whether a person of a full name can be called by one word of it."""
    word = bare.words[0]
    if len(word) < 2:
        return False
    joined = PersonName((full.words[-2] + full.words[-1],), "", kinship=False)
    return any(
        compare_persons(bare, PersonName((each,), "", kinship=False)).score >= SURE
        for each in full.words
        if len(each) > 1
    ) or (compare_persons(bare, joined).score >= SURE)


def _both_bare(one: Person, other: Person) -> Verdict | None:
    likeness = _best(one.bare, other.bare)
    if likeness.score < SURE or _contradictions(one, other):
        return None
    agreement = _agreements(one, other)
    if agreement:
        return same(0.85, "the same surname", *agreement)
    return unsure(0.45, "the same surname")


def _agreements(one: Person, other: Person) -> tuple[str, ...]:
    """Return what speaks for one person beside the name."""
    found = []
    nations_fit = not (one.countries and other.countries) or bool(
        one.countries & other.countries
    )
    if one.titles & other.titles and nations_fit:
        found.append("the same office")
    if one.bodies & other.bodies:
        found.append("the same body")
    if one.countries & other.countries:
        found.append("the same state")
    return tuple(found)


def _contradictions(one: Person, other: Person) -> tuple[str, ...]:
    """Return what speaks against one person beside the name."""
    found = []
    genders = {one.claim.gender, other.claim.gender} - {None}
    if len(genders) > 1:
        found.append("different gender")
    apart = one.countries and other.countries and not one.countries & other.countries
    if apart and not one.bodies & other.bodies:
        found.append("different states")
    return tuple(found)


def _unlike_offices(one: Person, other: Person) -> bool:
    """Tell whether both hold offices now that have nothing in common."""
    return (
        one.current
        and other.current
        and bool(one.bodies)
        and bool(other.bodies)
        and not one.titles & other.titles
    )
