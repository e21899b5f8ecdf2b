"""Entity, role and epithet claims with their citations."""

import pytest

from dragoman.model.claim import EntityClaim, EpithetClaim, RoleClaim
from reading import read_claims


def test_entity_has_every_spelling_with_its_citations() -> None:
    text = (
        "The Highland Liberation Army (HLA) denies it. The HLA put the losses at nine."
    )

    (entity,) = [c for c in read_claims(text) if isinstance(c, EntityClaim)]

    assert entity.name == "Highland Liberation Army"
    assert [(use.text, len(use.citations)) for use in entity.names] == [
        ("Highland Liberation Army", 1),
        ("HLA", 2),
    ]
    assert len(entity.citations) == 3


def test_marks_of_direction_make_no_second_spelling() -> None:
    text = "Omar al-Sudani came on Monday. Omar \u200eal-Sudani left on Friday."

    (entity,) = [c for c in read_claims(text) if isinstance(c, EntityClaim)]

    assert [use.text for use in entity.names] == ["Omar al-Sudani"]
    assert {one.quote for one in entity.names[0].citations} == {
        "Omar al-Sudani",
        "Omar \u200eal-Sudani",
    }


def test_what_nobody_sees_is_in_no_name() -> None:
    text = (
        "Jo\u200b Tarn met Mira Sa\u00adlem. Mira Salem thanked Jo Tarn. "
        "\ufeffMira Salem left."
    )

    found = [c for c in read_claims(text) if isinstance(c, EntityClaim)]

    assert {claim.name for claim in found} == {"Jo Tarn", "Mira Salem"}
    assert all(len(claim.names) == 1 for claim in found)
    quotes = {one.quote for claim in found for one in claim.names[0].citations}
    assert {"Jo\u200b Tarn", "Mira Sa\u00adlem"} <= quotes


def test_group_and_unnamed_are_no_entities() -> None:
    text = "Two diplomats met. The two agreed, a local journalist said."

    assert not [c for c in read_claims(text) if isinstance(c, EntityClaim)]


def test_office_told_twice_is_one_role_with_two_citations() -> None:
    text = (
        "Iranian Foreign Minister Omar Rostami came. Foreign Minister Rostami left"
        " after a day."
    )

    (role,) = [c for c in read_claims(text) if isinstance(c, RoleClaim)]

    assert (role.title, role.organization_name) == ("Foreign Minister", "Iran")
    assert len(role.citations) == 2


EPITHETS = [
    (
        "Saleh Omari, commonly known as the “architect of terror”, left.",
        ("Saleh Omari", "architect of terror", []),
    ),
    (
        "Israel did not comment. Omar Haddad condemned “the Zionist enemy”.",
        ("Israel", "Zionist enemy", ["Omar Haddad"]),
    ),
    (
        'Tarcísio Melgar, whom President Ana Vogel calls "the wrecker", spoke.',
        ("Tarcísio Melgar", "the wrecker", ["Ana Vogel"]),
    ),
    (
        "Comrade Seng Dararith condemned the running dog Kasem Phonphakdi.",
        ("Kasem Phonphakdi", "running dog", ["Seng Dararith"]),
    ),
    (
        'Government spokesman Ali Nuur has called Ahmed Warsame a "smuggler".',
        ("Ahmed Warsame", "smuggler", ["Ali Nuur"]),
    ),
    (
        "Nobody believes the hired pens of the so-called Free Mekong Network.",
        ("Free Mekong Network", "hired pens", ["Herald"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), EPITHETS)
def test_epithet_has_its_entity_and_who_uses_it(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    claims = read_claims(text)
    names = {c.id: c.name for c in claims if isinstance(c, EntityClaim)}

    found = [
        (names[c.entity], c.text, [party.name for party in c.by])
        for c in claims
        if isinstance(c, EpithetClaim)
    ]

    assert found == [expected]


@pytest.mark.parametrize(("text", "expected"), EPITHETS)
def test_epithet_is_never_a_name(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    names = [
        use.text.lower()
        for claim in read_claims(text)
        if isinstance(claim, EntityClaim)
        for use in claim.names
    ]

    assert not any(expected[1].lower() in name for name in names)


def test_quoted_praise_of_a_thing_is_no_epithet() -> None:
    text = 'Senator Norma Quiroga called the tour "tourism with a flag" on Monday.'

    assert not [c for c in read_claims(text) if isinstance(c, EpithetClaim)]
