"""Are two organisations of two documents the same one?"""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.data.tables import name_words, organization_words
from dragoman.model.claim import EntityClaim
from dragoman.resolve.verdict import BACKED, Verdict, different, same, unsure
from dragoman.text.name_likeness import SURE, coarse, word_likeness
from dragoman.text.name_score import (
    AUTOMATIC,
    LIKELY,
    compare_organization_names,
    compare_person_names,
)
from dragoman.text.names import words_of
from dragoman.text.organization_features import split_organization
from dragoman.text.organization_names import OrganizationName, parse_organization

_MIN_ACRONYM = 3
_ACRONYM = "acronym of the name"
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
        return _compare_letters(one, other)
    best = max(found, key=lambda verdict: verdict.score)
    if _different_states(one, other):
        return different(0.2, "the same name", "different states")
    if one.claim.document_id == other.claim.document_id:
        # The document tells them apart; only the same words overrule it.
        return best if best.score >= SURE and best.weak is None else None
    if _rival_expansions(one, other):
        return different(0.2, "the same acronym", "different names")
    if best.reasons == (_ACRONYM,):
        return _judge_expansions(best, one, other)
    return best


def _judge_expansions(best: Verdict, one: Organization, other: Organization) -> Verdict:
    """Judge two bodies of which the letters of one stand for a name of the other.

    Where both have names, these must be one in two languages.
    """
    pairs = _long_names(one, other)
    if not pairs or any(_may_translate(*pair) for pair in pairs):
        return best
    if any(_is_foreign(name) for pair in pairs for name in pair):
        return unsure(best.score, *best.reasons, "different names")
    return different(0.2, "the same acronym", "different names")


def _compare_letters(one: Organization, other: Organization) -> Verdict | None:
    """Tell two bodies apart of which nothing but the letters is alike.

    Who stands between them as an acronym is one of the two, and not both.
    """
    pairs = _long_names(one, other)
    shared = any(
        min(map(len, letters)) >= _MIN_ACRONYM
        for a, b in pairs
        if (letters := set(a.initials) & set(b.initials))
    )
    if not shared or any(_is_foreign(name) for pair in pairs for name in pair):
        return None
    return different(0.1, "the same letters, different names", silent=True)


def _long_names(
    one: Organization, other: Organization
) -> list[tuple[OrganizationName, OrganizationName]]:
    return [
        (name, another)
        for name in one.names
        for another in other.names
        if not (name.acronym or another.acronym)
    ]


def _may_translate(name: OrganizationName, another: OrganizationName) -> bool:
    """Tell whether one name may be the other in a second language.

    "Mouvement pour le Renouveau" and "Movement for Renewal": a word that the table
    translates is in the other one.
    """
    if _is_foreign(name) == _is_foreign(another):
        return False
    words = (set(split_organization(each.text).words) for each in (name, another))
    return bool(set.intersection(*words))


def _is_foreign(name: OrganizationName) -> bool:
    english = organization_words().english
    return any(english.get(word, word) != word for word in words_of(name.text))


def reconsider(
    verdict: Verdict, officers: frozenset[str], others: frozenset[str]
) -> Verdict:
    """Weigh who holds offices in two bodies whose names leave a doubt.

    Args:
        verdict: What the names came to.
        officers: Full names of those whom one report gives an office in the one.
        others: Full names of those whom another report gives one in the other.
    """
    for officer in sorted(officers):
        for another in sorted(others):
            names = compare_person_names(officer, another)
            if names.probability >= AUTOMATIC and not names.differ:
                return same(
                    max(verdict.score, _ONE_OFFICER),
                    f"{officer} holds an office in both",
                    *verdict.reasons,
                    weak=verdict.weak,
                    grade=BACKED,
                )
    return verdict


_ONE_OFFICER = 0.9


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
        return _judge_equal(name, another, one, other)
    if _other_number(name, another) or _turned(name, another):
        return same(_OTHER_FORM, "the same words in another form")
    if name.acronym and another.acronym:
        return None
    if name.acronym:
        return _compare_acronym(name, another, one.claim.id)
    if another.acronym:
        return _compare_acronym(another, name, other.claim.id)
    return _compare_wording(name, another)


def _judge_equal(
    name: OrganizationName,
    another: OrganizationName,
    one: Organization,
    other: Organization,
) -> Verdict:
    """Judge two bodies of one name that not every state has."""
    together = one.countries & other.countries
    reasons = ("the same state",) if together else ()
    letters = _letters_alone(one, other) if name.acronym else None
    if letters is not None:
        # Another body of these letters may turn up.
        return same(0.85, "the same letters", *reasons, weak=letters)
    if bool(name.countries) == bool(another.countries) or together:
        return same(0.98, "the same name", *reasons)
    weak = other if name.countries else one
    return same(0.85, "the same name without the state", weak=weak.claim.id)


_OTHER_FORM = 0.9


def _letters_alone(one: Organization, other: Organization) -> str | None:
    """Return the claim of two that has letters alone for a name, if only one has."""
    alone = [
        each.claim.id
        for each in (one, other)
        if all(name.acronym for name in each.names)
    ]
    return alone[0] if len(alone) == 1 else None


def _other_number(name: OrganizationName, another: OrganizationName) -> bool:
    """Tell "Sahm Brigade" and "Sahm Brigades": one word of a body in both numbers."""
    if len(name.words) != len(another.words) or len(name.words) < 2:
        return False
    pairs = zip(name.words, another.words, strict=True)
    unlike = [pair for pair in pairs if pair[0] != pair[1]]
    kinds = name_words().organizations
    return (
        len(unlike) == 1
        and (unlike[0][0] + "s" == unlike[0][1] or unlike[0][1] + "s" == unlike[0][0])
        and min(unlike[0], key=len) in kinds
        and not any(word.isdigit() or word[:1].isdigit() for word in name.words)
    )


def _turned(name: OrganizationName, another: OrganizationName) -> bool:
    """Tell "Committee for the Joint Truce" and "Joint Truce Committee".

    Of one word ("Bank of Mirava") nobody can tell whether it is part of the name.
    """
    one, other = name.words, another.words
    if len(one) < _MIN_TURNED or len(one) != len(other) or one == other:
        return False
    kinds = name_words().organizations
    return (one[0] in kinds and (*one[1:], one[0]) == other) or (
        other[0] in kinds and (*other[1:], other[0]) == one
    )


_MIN_TURNED = 3


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
        return unsure(0.4, _ACRONYM)
    return same(0.8, _ACRONYM, weak=weak)


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
        or _may_translate(a, b)
        for a in left
        for b in right
    )
