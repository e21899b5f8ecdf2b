"""Whom reports name beside a person: evidence where the names alone leave a doubt.

Two reports of "Kostan", both of whom met Ana Lindqvist, are likelier of one man than
two reports that have nobody in common. Company moves the odds of a pair that is
unsure; it never joins what names or offices keep apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.claim import Claim, EntityClaim, EventClaim, RoleClaim
from dragoman.model.view import View
from dragoman.text.organization_names import parse_organization
from dragoman.text.person_names import split_person

Key = tuple[str, ...]

# What the odds of one person are multiplied by.
_MET, _MET_MORE, _NAMED, _NOBODY = 8.0, 2.0, 1.6, 0.5
_ONE_OUTLET, _TWO_SPELLINGS = 1.5, 0.7
# So many names must both reports have before it tells that none is shared.
_ENOUGH = 3
# Shared names beyond these add nothing: wire reports of one day share very many.
_MAX_MET, _MAX_NAMED = 2, 2
# States and bodies that everybody meets.
_TOO_COMMON = frozenset({"state", "international_organization", "media"})


@dataclass(frozen=True, slots=True)
class Company:
    """Who stands beside a person in one report.

    Attributes:
        met: Names of those who took part in an event with the person, by key.
        named: Names of all others in the report, by key; those met are among them.
        outlet: Who published the report, ``None`` if not known.
        spellings: Full names of the person as the report spells them.
    """

    met: dict[Key, str]
    named: dict[Key, str]
    outlet: str | None
    spellings: frozenset[str]


def gather_company(
    person: EntityClaim, claims: Iterable[Claim], outlet: str | None
) -> Company:
    """Gather the company of a person from all claims of the report."""
    named: dict[str, tuple[tuple[Key, ...], str]] = {}
    met: set[str] = set()
    for claim in claims:
        if isinstance(claim, EntityClaim) and claim.id != person.id:
            keys = _keys(claim)
            if keys:
                named[claim.id] = keys, claim.name
        elif isinstance(claim, EventClaim):
            parties = {one.party.entity for one in claim.participants} - {None}
            if person.id in parties:
                met.update(one for one in parties if one is not None)
    return Company(
        met={
            key: name
            for one, (keys, name) in named.items()
            if one in met
            for key in keys
        },
        named={key: name for keys, name in named.values() for key in keys},
        outlet=outlet,
        spellings=frozenset(use.text for use in person.names if " " in use.text),
    )


def _keys(claim: EntityClaim) -> tuple[Key, ...]:
    """Return what names of one person or body share, none for those of too many.

    Full names tell persons; of a body each of its names does, as one report may give
    its letters alone.
    """
    if claim.schema == "Person":
        parts = split_person(claim.name).parts
        words = sorted(part.key for part in parts if part.size > 1)
        return (tuple(words),) if len(words) > 1 else ()
    if claim.schema == "Organization" and _TOO_COMMON.isdisjoint(claim.types):
        cores = (parse_organization(use.text).words for use in claim.names)
        return tuple(dict.fromkeys(("body", *sorted(core)) for core in cores if core))
    return ()


def share_named(one: Company, other: Company) -> list[Key]:
    """Return those whom two reports name beside a person, by one key each."""
    return _once(one.named.keys() & other.named.keys(), one.named, other.named)


def weigh_company(
    score: float, one: Company, other: Company
) -> tuple[float, tuple[str, ...]]:
    """Return how likely one person is with the company in mind, and why.

    Args:
        score: How likely it is without, inside (0, 1).
        one: Company in one report.
        other: Company in another.
    """
    factor = 1.0
    reasons: list[str] = []
    met = _once(one.met.keys() & other.met.keys(), one.met, other.met)
    beside = (one.named.keys() & other.named.keys()) - other.met.keys()
    named = _once(beside - one.met.keys(), one.named, other.named)
    if met:
        factor *= _MET * _MET_MORE ** (len(met[:_MAX_MET]) - 1)
        reasons.append("both met " + _list(met, one.met))
    if named:
        factor *= _NAMED ** len(named[:_MAX_NAMED])
        reasons.append("both named beside " + _list(named, one.named))
    alone = min(len(set(each.named.values())) for each in (one, other)) >= _ENOUGH
    if not met and not named and alone:
        factor *= _NOBODY
        reasons.append("nobody else in common")
    if one.outlet is not None and one.outlet == other.outlet:
        if one.spellings & other.spellings:
            factor *= _ONE_OUTLET
            reasons.append("spelt alike by one outlet")
        elif one.spellings and other.spellings:
            factor *= _TWO_SPELLINGS
            reasons.append("spelt otherwise by one outlet")
    odds = score / (1 - score) * factor
    return odds / (1 + odds), tuple(reasons)


def _once(
    keys: Iterable[Key], names: Mapping[Key, str], others: Mapping[Key, str]
) -> list[Key]:
    """Return one key of each name that two reports share, in order.

    What one of them takes for two counts once.
    """
    ordered = sorted(keys)
    found = []
    for called in (names, others):
        firsts = {called[key]: key for key in reversed(ordered)}
        found.append(sorted(firsts.values()))
    return min(found, key=lambda each: (len(each), each))


def _list(keys: Sequence[Key], names: Mapping[Key, str]) -> str:
    return " and ".join(names[key] for key in keys[:_MAX_MET])


class Companies:
    """The company of persons, looked up in their reports when somebody asks."""

    def __init__(self, view: View) -> None:
        """Ask nothing of the case yet."""
        self._view = view
        self._found: dict[str, Company] = {}
        self._reports: dict[str, tuple[list[Claim], str | None]] = {}

    def of(self, person: EntityClaim) -> Company:
        """Return who stands beside a person."""
        if person.id not in self._found:
            claims, outlet = self._report(person.document_id)
            self._found[person.id] = gather_company(person, claims, outlet)
        return self._found[person.id]

    def officers(self, body: EntityClaim) -> frozenset[str]:
        """Return the full names of those whom its report gives an office in a body."""
        claims, _ = self._report(body.document_id)
        holders = {
            claim.entity
            for claim in claims
            if isinstance(claim, RoleClaim) and claim.organization == body.id
        }
        return frozenset(
            use.text
            for claim in claims
            if isinstance(claim, EntityClaim) and claim.id in holders
            for use in claim.names
            if len(split_person(use.text).words) > 1
        )

    def _report(self, document: str) -> tuple[list[Claim], str | None]:
        if document not in self._reports:
            outlet = self._view.outlets([document]).get(document)
            self._reports[document] = list(self._view.claims_of(document)), outlet
        return self._reports[document]
