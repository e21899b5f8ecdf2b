"""Are two organisations of two documents the same one?"""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model.claim import EntityClaim
from dragoman.resolve.verdict import Verdict, different, same, unsure
from dragoman.text.name_likeness import SURE, coarse, word_likeness
from dragoman.text.name_score import LIKELY, compare_organization_names
from dragoman.text.organization_names import OrganizationName, parse_organization

_MIN_ACRONYM = 3
# Letters that the name of a state shares with its adjective.
_STEM = 4


@dataclass(frozen=True, slots=True)
class Organization:
    """What one document tells that can set an organisation apart.

    Attributes:
        claim: The claim.
        names: Its names taken apart.
        countries: States that it or its names belong to.
    """

    claim: EntityClaim
    names: tuple[OrganizationName, ...]
    countries: frozenset[str]


def make_organization(claim: EntityClaim) -> Organization:
    """Gather what a document tells of an organisation."""
    names = tuple(dict.fromkeys(parse_organization(use.text) for use in claim.names))
    countries = {code for name in names for code in name.countries}
    if claim.country:
        countries.add(claim.country)
    return Organization(claim, names, frozenset(countries))


def organization_keys(names: Iterable[str]) -> list[str]:
    """Return blocking keys: table entry, core words, acronym."""
    keys: list[str] = []
    for name in map(parse_organization, names):
        if name.known is not None:
            keys.append(f"o={name.known}")
        keys.append(
            "o:" + " ".join(sorted(coarse(word) or word for word in name.words))
        )
        keys.extend(f"a:{letters}" for letters in name.initials)
        if name.acronym:
            keys.append(f"a:{name.acronym}")
        if name.ministry:
            keys.append("m:" + " ".join(sorted(name.ministry)))
    return keys


def compare(one: Organization, other: Organization) -> Verdict | None:
    """Judge two organisations, ``None`` if their names do not call for it."""
    found = [
        verdict
        for name in one.names
        for another in other.names
        if (verdict := _compare_names(name, another, one, other)) is not None
    ]
    if not found:
        return None
    best = max(found, key=lambda verdict: verdict.score)
    if _different_states(one, other):
        return different(0.2, "the same name", "different states")
    if one.claim.document_id == other.claim.document_id:
        # The document tells them apart; only the same words overrule it.
        return best if best.score >= SURE and best.weak is None else None
    if _rival_expansions(one, other):
        return different(0.2, "the same acronym", "different names")
    return best


def _different_states(one: Organization, other: Organization) -> bool:
    return bool(
        one.countries and other.countries and not one.countries & other.countries
    )


def _compare_names(
    name: OrganizationName,
    another: OrganizationName,
    one: Organization,
    other: Organization,
) -> Verdict | None:
    if name.known is not None and name.known == another.known:
        return same(1.0, "the same organisation of the table")
    together = one.countries & other.countries
    generic = name.generic or another.generic
    equal = name.words == another.words
    if name.ministry and name.ministry == another.ministry:
        owned = _same_owner(name, another)
        equal = owned or not (name.owners and another.owners)
        generic = not owned
    if equal:
        if generic and not together:
            return unsure(0.5, "the same name", "every state has one")
        reasons = ("the same state",) if together else ()
        bare = bool(name.countries) != bool(another.countries) and not together
        if not bare:
            return same(0.98, "the same name", *reasons)
        weak = other if name.countries else one
        return same(0.85, "the same name without the state", weak=weak.claim.id)
    if name.acronym and another.acronym:
        return None
    if name.acronym:
        return _compare_acronym(name, another, one.claim.id)
    if another.acronym:
        return _compare_acronym(another, name, other.claim.id)
    return _compare_wording(name, another)


def _compare_wording(
    name: OrganizationName, another: OrganizationName
) -> Verdict | None:
    if name.generic or another.generic:
        return None
    found = compare_organization_names(name.text, another.text)
    if found.automatic:
        return same(found.probability, *found.reasons)
    if found.probability >= LIKELY and found.has("all_sure", *_ASKED):
        return unsure(found.probability, *found.reasons)
    return None


# One letter otherwise: worth a person's question. Other likenesses are not.
_ASKED = ("word_slip", "joined_slip", "word_consonants")


def _same_owner(name: OrganizationName, another: OrganizationName) -> bool:
    """Tell whether two ministries name their state alike: "Talvar", "Talvari"."""
    for one in name.owners:
        for other in another.owners:
            stem = max(_STEM, min(len(one), len(other)) - 1)
            if one[:stem] == other[:stem]:
                return True
    return False


def _compare_acronym(
    short: OrganizationName, long: OrganizationName, weak: str
) -> Verdict | None:
    if short.acronym not in long.initials or long.generic:
        return None
    if len(short.acronym) < _MIN_ACRONYM:
        return unsure(0.4, "acronym of the name")
    return same(0.8, "acronym of the name", weak=weak)


def _spelt_otherwise(name: OrganizationName, another: OrganizationName) -> bool:
    if len(name.words) != len(another.words) or name.generic or another.generic:
        return False
    return all(
        word_likeness(word, other) >= SURE
        for word, other in zip(name.words, another.words, strict=True)
    )


def _rival_expansions(one: Organization, other: Organization) -> bool:
    """Tell whether an acronym in common stands for different names."""
    acronyms = {n.acronym for n in one.names} & {n.acronym for n in other.names} - {""}
    if not acronyms:
        return False
    left = [name for name in one.names if not name.acronym]
    right = [name for name in other.names if not name.acronym]
    if not left or not right:
        return False
    return not any(
        set(a.words) <= set(b.words)
        or set(b.words) <= set(a.words)
        or _spelt_otherwise(a, b)
        for a in left
        for b in right
    )
