"""Which entity claims speak of the same person, organisation, place or work."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.data.tables import fold_key
from dragoman.model.claim import Claim, EntityClaim, RoleClaim
from dragoman.model.judgement import Edge, Judgement
from dragoman.model.view import View
from dragoman.resolve import organizations, persons, places
from dragoman.resolve.company import Companies
from dragoman.resolve.introductions import Introductions
from dragoman.resolve.organizations import make_organization, organization_keys
from dragoman.resolve.persons_told import SAME_BODY, SAME_OFFICE, Person, make_person
from dragoman.resolve.places import has_twins, place_keys, regions_beside
from dragoman.resolve.settle import NEAREST, settle
from dragoman.resolve.verdict import LENT, Verdict, same
from dragoman.text.person_names import person_keys

PERSON, ORGANIZATION, PLACE = "Person", "Organization", "Place"

# Persons that are kept from document to document.
_MAX_MADE = 8192
_TAKEN_FOR_PERSONS = frozenset({ORGANIZATION, PLACE, "Work"})

Pair = tuple[EntityClaim, EntityClaim, Verdict]


class EntityResolver:
    """Names, offices and states decide; clusters are kept consistent."""

    name = "entities"
    version = "1"
    judge_name = "auto:names"

    def __init__(self) -> None:
        self._made: dict[str, tuple[EntityClaim, list[RoleClaim], Person]] = {}

    def keys(self, claim: Claim, view: View) -> Iterable[str]:
        """Return blocking keys; roles are filed under their holders."""
        del view
        if isinstance(claim, RoleClaim):
            return (f"holder:{claim.entity}",)
        if isinstance(claim, EntityClaim):
            return entity_keys(claim)
        return ()

    def judge(
        self, fresh: Sequence[Claim], known: Sequence[Claim], view: View
    ) -> Iterable[Edge]:
        """Judge the entities of one document."""
        own = [claim for claim in fresh if isinstance(claim, EntityClaim)]
        others = [claim for claim in known if isinstance(claim, EntityClaim)]
        candidates = list(_pair_up(own, others))
        if not candidates:
            return ()
        told = _Told(
            self._people(candidates, fresh, view), _regions(candidates, fresh, view)
        )
        companies, introductions = Companies(view), Introductions(view)
        pairs = _introduce(_compare_all(candidates, told), told, introductions)
        pairs = _weigh_company(pairs, told, companies)
        rivals = _compare_all(_rivals(pairs, others), told)
        rivals = _introduce(rivals, told, introductions)
        rivals = _weigh_company(rivals, told, companies)
        return settle(pairs, rivals, view, self.judge_name, _told_apart)

    def _people(
        self,
        candidates: Sequence[tuple[EntityClaim, EntityClaim]],
        fresh: Sequence[Claim],
        view: View,
    ) -> dict[str, Person]:
        """Gather what the documents tell of the persons to be compared."""
        claims = {
            claim.id: claim
            for pair in candidates
            for claim in pair
            if claim.schema == PERSON
        }
        roles: defaultdict[str, list[RoleClaim]] = defaultdict(list)
        own = {claim.id for claim in fresh}
        asked = [f"holder:{one}" for one in sorted(claims) if one not in own]
        filed = view.claims_by_keys(self.name, asked) if asked else []
        for claim in (*fresh, *filed):
            if isinstance(claim, RoleClaim):
                roles[claim.entity].append(claim)
        return {one: self._person(claim, roles[one]) for one, claim in claims.items()}

    def _person(self, claim: EntityClaim, roles: list[RoleClaim]) -> Person:
        """Return what a claim and its roles tell; the next documents ask again."""
        made = self._made.get(claim.id)
        if made is not None and made[0] is claim and made[1] == roles:
            return made[2]
        if len(self._made) >= _MAX_MADE:
            self._made.clear()
        person = make_person(claim, roles)
        self._made[claim.id] = claim, roles, person
        return person


@dataclass(frozen=True, slots=True)
class _Told:
    """What documents tell of entities beside their names.

    Attributes:
        people: Persons by claim; those who were introduced with what that told.
        regions: What stands right behind the names of places, where it matters.
    """

    people: dict[str, Person]
    regions: Mapping[str, frozenset[str]]


def _regions(
    candidates: Sequence[tuple[EntityClaim, EntityClaim]],
    fresh: Sequence[Claim],
    view: View,
) -> dict[str, frozenset[str]]:
    """Return the regions behind names that several places of one state bear.

    Only for those are the documents of earlier claims looked at again.
    """
    asked = {
        claim.id: claim
        for pair in candidates
        if pair[0].schema == pair[1].schema == PLACE and all(map(has_twins, pair))
        for claim in pair
    }
    documents: dict[str, Sequence[Claim]] = {one.document_id: fresh for one in fresh}
    found = {}
    for claim in asked.values():
        around = documents.get(claim.document_id)
        if around is None:
            around = view.claims_of(claim.document_id)
            documents[claim.document_id] = around
        entities = (one for one in around if isinstance(one, EntityClaim))
        found[claim.id] = regions_beside(claim, entities)
    return found


def _told_apart(claim: EntityClaim) -> object:
    """Names of places decide by themselves: one document may use two of them."""
    if claim.schema in {PERSON, ORGANIZATION}:
        return claim.document_id, claim.schema
    return None


def entity_keys(claim: EntityClaim) -> tuple[str, ...]:
    """Return the blocking keys of an entity claim, each one once."""
    return _keys_of(claim.schema, claim.name, tuple([use.text for use in claim.names]))


@lru_cache(maxsize=32768)
def _keys_of(schema: str, name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    plain = [f"={_plain(each)}" for each in names]
    if schema == PERSON:
        called = (key for each in names for key in person_keys(each))
        keys = [*(f"n:{key}" for key in called), f"={_plain(name)}"]
    elif schema == PLACE:
        keys = [*place_keys(names), *plain]
    elif schema == ORGANIZATION:
        keys = [*organization_keys(names), *plain]
    else:
        keys = plain
    return tuple(dict.fromkeys(keys))


def _plain(name: str) -> str:
    return fold_key(name).removeprefix("the ").strip()


def _pair_up(
    own: Sequence[EntityClaim], others: Sequence[EntityClaim]
) -> Iterator[tuple[EntityClaim, EntityClaim]]:
    """Yield the pairs that share a key: own with known ones and with one another."""
    filed: dict[str, list[EntityClaim]] = {}
    for claim in others:
        for key in entity_keys(claim):
            filed.setdefault(key, []).append(claim)
    before: dict[str, list[EntityClaim]] = {}
    for claim in own:
        seen = {claim.id}
        for key in entity_keys(claim):
            known, near = filed.get(key, ()), before.setdefault(key, [])
            for other in (*known, *near[-NEAREST:]) if known or near else ():
                if other.id not in seen:
                    seen.add(other.id)
                    yield claim, other
            near.append(claim)


def _rivals(
    pairs: Sequence[Pair], others: Sequence[EntityClaim]
) -> list[tuple[EntityClaim, EntityClaim]]:
    """Return known claims that may fit a known weak claim as well as fresh ones."""
    weak = {verdict.weak for _, _, verdict in pairs if verdict.weak is not None}
    some = [claim for claim in others if claim.id in weak]
    if not some:
        return []
    rest = [claim for claim in others if claim.id not in weak]
    return list(_pair_up(some, rest))


def _compare_all(
    candidates: Iterable[tuple[EntityClaim, EntityClaim]], told: _Told
) -> list[Pair]:
    return [
        (one, other, verdict)
        for one, other in candidates
        if (verdict := _compare(one, other, told)) is not None
    ]


def _introduce(
    pairs: list[Pair], told: _Told, introductions: Introductions
) -> list[Pair]:
    """Look how reports introduce those who have nothing but full names in common."""
    people, found = told.people, list(pairs)
    for n, (one, other, verdict) in enumerate(pairs):
        if not _rests_on_names(one, other, verdict):
            continue
        if people[one.id].full and people[other.id].full:
            for claim in (one, other):
                people[claim.id] = introductions.introduce(people[claim.id])
            again = persons.compare(people[one.id], people[other.id])
            found[n] = one, other, again or verdict
    return found


def _rests_on_names(one: EntityClaim, other: EntityClaim, verdict: Verdict) -> bool:
    """Tell whether two persons of two reports are joined by their names alone."""
    return (
        one.schema == PERSON == other.schema
        and one.document_id != other.document_id
        and verdict.judgement is Judgement.POSITIVE
        and not {SAME_OFFICE, SAME_BODY} & set(verdict.reasons)
    )


def _weigh_company(pairs: list[Pair], told: _Told, companies: Companies) -> list[Pair]:
    """Look at what the reports tell beside names that leave a doubt.

    Only the likeliest pairs are looked at: each of them costs a look into a report.
    """
    doubts = [n for n, pair in enumerate(pairs) if _is_doubt(*pair)]
    doubts.sort(key=lambda n: (-pairs[n][2].score, pairs[n][0].id, pairs[n][1].id))
    found = list(pairs)
    for n in doubts[:_MAX_LOOKS]:
        one, other, verdict = pairs[n]
        if one.schema == PERSON:
            people = told.people[one.id], told.people[other.id]
            company = companies.of(one), companies.of(other)
            weighed = persons.reconsider(*people, verdict, company)
        else:
            officers = companies.officers(one), companies.officers(other)
            weighed = organizations.reconsider(verdict, *officers)
        found[n] = one, other, weighed
    for n in doubts[_MAX_LOOKS:]:
        one, other, verdict = pairs[n]
        if one.schema == PERSON and verdict.judgement is Judgement.POSITIVE:
            found[n] = one, other, persons.leave_within(verdict)
    return found


def _is_doubt(one: EntityClaim, other: EntityClaim, verdict: Verdict) -> bool:
    """Tell whether names of two reports leave a doubt that others may take."""
    if one.document_id == other.document_id or one.schema != other.schema:
        return False
    if one.schema == ORGANIZATION:
        return verdict.judgement is Judgement.UNSURE or verdict.weak is not None
    alone = verdict.grade == LENT and _rests_on_names(one, other, verdict)
    return one.schema == PERSON and (verdict.judgement is Judgement.UNSURE or alone)


_MAX_LOOKS = 12


def _compare(one: EntityClaim, other: EntityClaim, told: _Told) -> Verdict | None:
    people = told.people
    match one.schema, other.schema:
        case "Person", "Person":
            return persons.compare(people[one.id], people[other.id])
        case "Organization", "Organization":
            return organizations.compare(
                make_organization(one), make_organization(other)
            )
        case "Place", "Place":
            return places.compare(one, other, told.regions)
        case ("Work", "Work") | ("Organization", "Place") | ("Place", "Organization"):
            return _compare_plainly(one, other)
        case ("Person", _) if other.schema in _TAKEN_FOR_PERSONS:
            return _compare_misread(people[one.id], other)
        case (_, "Person") if one.schema in _TAKEN_FOR_PERSONS:
            return _compare_misread(people[other.id], one)
        case _:
            return None


def _compare_misread(person: Person, other: EntityClaim) -> Verdict | None:
    """Join what one document takes for a person and another for a place or body.

    Nothing may speak for a person: no office, and for a single word no gender.
    """
    claim = person.claim
    if claim.document_id == other.document_id or person.titles or person.bodies:
        return None
    if claim.gender is not None and not person.full:
        return None
    equal = _plain(claim.name) in {_plain(use.text) for use in other.names}
    return same(0.8, "the same name", "no sign of a person") if equal else None


def _compare_plainly(one: EntityClaim, other: EntityClaim) -> Verdict | None:
    """Judge works, and places that one document reads as bodies: same words only."""
    if one.document_id == other.document_id:
        return None
    if one.country and other.country and one.country != other.country:
        return None
    equal = {_plain(use.text) for use in one.names} & {
        _plain(use.text) for use in other.names
    }
    return same(0.9, "the same name") if equal else None
