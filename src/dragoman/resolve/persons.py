"""Are two persons of two documents the same one?

Full names decide, spelling variants need the likeness of every word; a bare
surname needs an office, a body or a state in common and a single person of the
case whom it fits.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dragoman.data.tables import office_wording
from dragoman.model.claim import EntityClaim, RoleClaim
from dragoman.model.judgement import Judgement
from dragoman.resolve.callings import are_apart
from dragoman.resolve.company import Company, weigh_company
from dragoman.resolve.verdict import Verdict, different, same, unsure
from dragoman.text.name_score import (
    AUTOMATIC,
    LIKELY,
    Comparison,
    compare_person_names,
)
from dragoman.text.name_words import Likeness, compare_words
from dragoman.text.organization_names import country_of, parse_organization
from dragoman.text.person_names import PersonWords, split_person


@dataclass(frozen=True, slots=True)
class Person:
    """What one document tells that can set a person apart.

    Attributes:
        claim: The claim.
        full: Names of two words or more, as they are written.
        bare: Names of one word.
        titles: Offices in one wording for each line of them.
        bodies: Core words of the bodies where they are held.
        countries: States of person and bodies.
        current: Whether an office is held now, as of the document.
    """

    claim: EntityClaim
    full: tuple[str, ...]
    bare: tuple[str, ...]
    titles: frozenset[str]
    bodies: frozenset[str]
    countries: frozenset[str]
    current: bool


def make_person(claim: EntityClaim, roles: Iterable[RoleClaim] = ()) -> Person:
    """Gather what a document tells of a person."""
    parsed = {split_person(use.text): use.text for use in claim.names}
    names = [(len(words.words), name) for words, name in parsed.items() if words.words]
    countries = {claim.country} if claim.country else set()
    titles, bodies, current = set(), set(), False
    for role in roles:
        titles.add(office_wording(role.title))
        current = current or role.status == "current"
        if role.organization_name:
            bodies |= set(parse_organization(role.organization_name).words)
            country = country_of(role.organization_name)
            if country is not None:
                countries.add(country)
    return Person(
        claim=claim,
        full=tuple(name for size, name in names if size > 1),
        bare=tuple(name for size, name in names if size == 1),
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


def compare(one: Person, other: Person) -> Verdict | None:
    """Judge two persons, ``None`` if their names do not call for it."""
    if one.claim.document_id == other.claim.document_id:
        return _within_document(one, other)
    if one.full and other.full:
        return _across(one, other, _best(one.full, other.full))
    if one.full or other.full:
        return _bare_and_full(one, other)
    return _both_bare(one, other)


def reconsider(
    one: Person, other: Person, verdict: Verdict, company: tuple[Company, Company]
) -> Verdict:
    """Weigh whom two reports name beside a person whom the names leave in doubt.

    Company makes one of two only where both met somebody of a full name; who is
    merely named beside them moves the question in the queue of a person.
    """
    score, reasons = weigh_company(verdict.score, *company)
    if not reasons:
        return verdict
    reasons = (*reasons, *verdict.reasons)
    met = company[0].met.keys() & company[1].met.keys()
    if not met or _contradictions(one, other):
        return unsure(score, *reasons)
    if one.full and other.full:
        names = _best(one.full, other.full)
        if score < AUTOMATIC or names.has(*_OF_TWO):
            return unsure(score, *reasons)
        less = names.has("extra_any", "word_initial")
        return same(score, *reasons, weak=_shorter(one, other) if less else None)
    if score < _IN_COMPANY:
        return unsure(score, *reasons)
    bare = [each.claim.id for each in (one, other) if not each.full]
    return same(score, *reasons, weak=bare[0] if len(bare) == 1 else None)


# As sure as an office in common makes a bare surname.
_IN_COMPANY = 0.8
# What tells brother from sister and father from son: they meet the same people.
_OF_TWO = (
    "ending", "slip_gender", "gender_differs", "both_given", "generation_once",
    "generation_differs", "order_descent", "extra_first", "extra_last",
)  # fmt: skip


def _best(names: Iterable[str], others: Iterable[str]) -> Comparison:
    pairs = [compare_person_names(name, other) for name in names for other in others]
    return max(pairs, key=lambda found: (found.probability, found.features))


def _within_document(one: Person, other: Person) -> Verdict | None:
    """Judge two persons whom one document tells apart, rightly as a rule."""
    if not (one.full and other.full):
        return None
    names = _best(one.full, other.full)
    if {name.casefold() for name in one.full} & {n.casefold() for n in other.full}:
        # One name is one person in a document, unless it says otherwise.
        return different(0.05, "namesakes, told apart in one document")
    if names.probability < LIKELY and names.differ:
        shared = any(
            split_person(a).words[-1] == split_person(b).words[-1]
            for a in one.full
            for b in other.full
        )
        return different(0.1, "told apart in one document", silent=not shared)
    plain = names.automatic and not names.has("order", "word_initial")
    if plain and not _contradictions(one, other):
        return same(names.probability, "the same name in one document")
    if names.probability >= LIKELY and names.has("word_initial"):
        return unsure(
            _INITIAL, "an initial in one document", *_offices_apart(one, other)
        )
    return None


_INITIAL = 0.4


def _offices_apart(one: Person, other: Person) -> tuple[str, ...]:
    apart = one.titles and other.titles and not one.titles & other.titles
    return ("other offices",) if apart else ()


def _across(one: Person, other: Person, names: Comparison) -> Verdict | None:
    agreement = _agreements(one, other)
    if names.probability < LIKELY:
        if agreement and not names.differ and names.probability >= _DOUBT:
            return unsure(names.probability, "similar names")
        return judge_names(names, "")
    against = _contradictions(one, other)
    if against and not (agreement and names.automatic):
        silent = not names.automatic
        return different(0.2, "namesakes", *against, silent=silent)
    if against:
        return unsure(0.5, "the same name", *against)
    shorter = _shorter(one, other)
    if agreement:
        score = max(names.probability, AUTOMATIC)
        # Of two namesakes, the one of the same office comes first.
        score += (1 - score) / 2
        sure = names.automatic or names.contained
        whole = sure and not names.has("extra_any", "word_initial")
        weak = None if whole else shorter
        return same(score, *names.reasons, *agreement, weak=weak)
    if names.automatic or names.contained:
        if are_apart(one.titles, other.titles):
            return unsure(0.5, "the same name", "other walks of life")
        if _unlike_offices(one, other):
            return unsure(0.6, "the same name", "no office in common")
        other_form = not names.has("equal") or names.has("generation_once")
        if other_form and _unlike_titles(one, other):
            return unsure(0.6, *names.reasons, "other offices")
    return judge_names(names, shorter)


def judge_names(names: Comparison, shorter: str) -> Verdict | None:
    """Judge two names where nothing else is known of those who bear them.

    Args:
        names: What comparing them came to.
        shorter: Which of the two says less.
    """
    verdict = _judge_names(names)
    if verdict is None or verdict.judgement is not Judgement.POSITIVE:
        return verdict
    if names.has("extra_any", "word_initial"):
        return same(verdict.score, *verdict.reasons, weak=shorter)
    return verdict


@lru_cache(maxsize=1 << 15)
def _judge_names(names: Comparison) -> Verdict | None:
    if names.probability < LIKELY:
        if names.differ or names.probability < _DOUBT:
            return different(names.probability, "different names", silent=True)
        return None
    if names.automatic or names.contained:
        return same(names.probability, *names.reasons)
    return unsure(names.probability, *names.reasons)


# Below this, what names have in common is not worth a person's question.
_DOUBT = 0.2


def _shorter(one: Person, other: Person) -> str:
    """Return the claim whose fullest name says less."""
    fullest = min(
        (one, other),
        key=lambda person: (
            max(len(split_person(name).joined) for name in person.full),
            person.claim.id,
        ),
    )
    return fullest.claim.id


def _bare_and_full(one: Person, other: Person) -> Verdict | None:
    bare, full = (one, other) if other.full else (other, one)
    fits = any(
        _called(split_person(name).words[0], split_person(called))
        for name in bare.bare
        for called in full.full
    )
    if not fits or _contradictions(one, other):
        return None
    agreement = _agreements(one, other)
    if agreement:
        return same(0.82, "surname of the full name", *agreement, weak=bare.claim.id)
    return unsure(0.4, "surname of the full name")


_FITS = frozenset({Likeness.EQUAL, Likeness.SOUND, Likeness.SPELLING, Likeness.LISTED})


def _called(word: str, full: PersonWords) -> bool:
    """Tell whether a person of a full name can be called by one word of it."""
    if len(word) < 2:
        return False
    words = (*full.words, full.words[-2] + full.words[-1])
    return any(
        compare_words(word, each).kind in _FITS for each in words if len(each) > 1
    )


def _both_bare(one: Person, other: Person) -> Verdict | None:
    numbers = [_numbers(person) for person in (one, other)]
    if all(numbers) and numbers[0].isdisjoint(numbers[1]):
        return different(0.05, "other numbers")
    fits = any(
        compare_words(split_person(a).words[0], split_person(b).words[0]).kind in _FITS
        for a in one.bare
        for b in other.bare
    )
    if not fits or _contradictions(one, other):
        return None
    agreement = _agreements(one, other)
    if agreement:
        return same(0.85, "the same surname", *agreement)
    return unsure(0.45, "the same surname")


def _numbers(person: Person) -> frozenset[str]:
    """Return the numbers of a king or pope: "Haldor V"."""
    found = (split_person(name).generation for name in person.bare)
    return frozenset(number for number in found if number)


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


def _unlike_titles(one: Person, other: Person) -> bool:
    """Tell whether the offices of both have not a word in common."""
    words = [
        {word for title in p.titles for word in title.split()} for p in (one, other)
    ]
    return all(words) and words[0].isdisjoint(words[1])


def _unlike_offices(one: Person, other: Person) -> bool:
    """Tell whether both hold offices now that have nothing in common."""
    return (
        one.current
        and other.current
        and bool(one.bodies)
        and bool(other.bodies)
        and not one.titles & other.titles
    )
