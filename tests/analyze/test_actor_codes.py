import pytest

from dragoman.analyze.actor_codes import code_description, code_entity, code_party
from dragoman.model.claim import NameUse, Party
from dragoman.model.entity import Entity, Role


def make_entity(
    name: str,
    schema: str,
    *types: str,
    country: str | None = None,
    roles: tuple[Role, ...] = (),
) -> Entity:
    uses = (NameUse(name, "en", ()),)
    return Entity(name, schema, types, name, uses, (), roles, country, ())


def make_role(title: str, body: Entity | None, status: str = "current") -> Role:
    organization = None if body is None else body.id
    name = None if body is None else body.name
    return Role(title, organization, name, status, None, None, "2024-05-01", ())


IRAN = make_entity("Iran", "Place", "state", country="IR")
FRONT = make_entity("River Front", "Organization", "armed_group", country="ML")


def find(identifier: str) -> Entity | None:
    return {one.id: one for one in (IRAN, FRONT)}.get(identifier)


@pytest.mark.parametrize(
    ("entity", "code"),
    [
        (IRAN, "IRN"),
        (FRONT, "MLIREB"),
        (make_entity("Cairo", "Place", "city", country="EG"), "EGY"),
        (make_entity("Ministry of Defence", "Organization", "government_body"), "GOV"),
        (make_entity("UN", "Organization", "international_organization"), "IGO"),
        (make_entity("علي", "Person", roles=(make_role("minister", IRAN),)), "IRNGOV"),
        (make_entity("B", "Person", roles=(make_role("spokesman", FRONT),)), "MLIREB"),
        (
            make_entity("C", "Person", roles=(make_role("president", IRAN, "former"),)),
            "IRNELI",
        ),
        (make_entity("D", "Person"), ""),
        (make_entity("A Song", "Work"), ""),
    ],
)
def test_an_entity_is_coded_by_what_the_case_knows(entity: Entity, code: str) -> None:
    assert str(code_entity(entity, find)) == code


def test_an_office_that_is_held_counts_before_a_former_one() -> None:
    roles = (make_role("president", IRAN, "former"), make_role("commander", FRONT))

    code = code_entity(make_entity("E", "Person", roles=roles), find)

    assert str(code) == "MLIREB"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("the Israeli military", "ISRMIL"),
        ("US drones", "USAMIL"),
        ("the U.S. Embassy", "USAGOV"),
        ("Ukraine's Security Service", "UKRSPY"),
        ("government forces", "MIL"),
        ("mothers of conscripts", "CVL"),
        ("the spokesman of the army", "MIL"),
        ("NATO", "IGO"),
        ("human rights activists", "NGO"),
        ("الجيش السوري", ""),
        ("two Syrian soldiers", "SYRMIL"),
        ("French police", "FRACOP"),
        ("thousands of demonstrators", "CVL"),
        ("gunmen", "UAF"),
        ("the Nigerian defence minister", "NGAGOV"),
        ("Kenyan lawmakers", "KENLEG"),
        ("a blue lorry", ""),
    ],
)
def test_the_unnamed_are_coded_by_their_description(words: str, code: str) -> None:
    assert str(code_description(words)) == code


def test_a_party_whose_entity_is_gone_is_coded_by_its_words() -> None:
    assert str(code_party(Party("nobody", "Iraqi police"), find)) == "IRQCOP"
