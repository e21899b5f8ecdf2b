from itertools import permutations

import pytest

from reported import report, resolve


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("Hezbollah",), ("Hizbullah",), True),
        (("Delta Workers' League",), ("The Delta Workers' League",), True),
        (("Popular Salvation Front", "PSF"), ("PSF",), True),
        (("Popular Salvation Front",), ("PSF",), True),
        (("Popular Salvation Front", "PSF"), ("Pacific Science Fund", "PSF"), False),
        (("Iranian Foreign Ministry",), ("Iran's Ministry of Foreign Affairs",), True),
        (("Iranian Foreign Ministry",), ("Syrian Foreign Ministry",), False),
        (("Iranian Foreign Ministry",), ("Foreign Ministry",), False),
        (("Norvik Energy PJSC",), ("Norvik Energy",), True),
        (("Harbour Labour Organisation",), ("Harbour Labor Organization",), True),
        (("حزب الإصلاح",), ("حزب الإصلاح",), True),
    ],
)
def test_organizations_join_by_name_acronym_and_state(
    one: tuple[str, ...],
    other: tuple[str, ...],
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    first = report(1, *one, schema="Organization")
    second = report(2, *other, schema="Organization")

    assert resolve(first, second).together(first[1], second[1]) is joined


def test_a_ministry_without_its_state_joins_where_the_state_is_known() -> None:
    first = report(1, "Iranian Foreign Ministry", schema="Organization")
    second = report(2, "Foreign Ministry", schema="Organization", country="IR")

    assert resolve(first, second).together(first[1], second[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sahm Brigades", "Sahm Brigade"),
        ("Committee for the Joint Truce", "Joint Truce Committee"),
        ("Union of Zeta Miners", "Zeta Miners' Union"),
        ("al-Fajr Movement", "Fajr Movement"),
    ],
)
def test_a_body_in_another_form_of_words_is_one(one: str, other: str) -> None:
    first, second = (
        report(n, name, schema="Organization") for n, name in ((1, one), (2, other))
    )

    assert resolve(first, second).together(first[1], second[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("University of Mirava", "Mirava University"),
        ("1st Brigade", "1st Brigades"),
        ("Free Workers' Party", "Workers' Freedom Party"),
    ],
)
def test_a_body_of_like_words_is_left_alone(one: str, other: str) -> None:
    first, second = (
        report(n, name, schema="Organization") for n, name in ((1, one), (2, other))
    )

    assert not resolve(first, second).together(first[1], second[1])


def test_letters_stand_for_a_translation_and_not_for_another_name() -> None:
    french = report(
        1, "Mouvement pour le Renouveau du Sud", "MRS", schema="Organization"
    )
    english = report(2, "Movement for the Renewal of the South", schema="Organization")
    reform = report(3, "Movement for the Reform of the South", schema="Organization")

    english_letters = report(
        4, "Movement for the Renewal of the South", "MRS", schema="Organization"
    )

    assert resolve(french, english).together(french[1], english[1])
    assert resolve(french, english_letters).together(french[1], english_letters[1])
    assert not resolve(english_letters, reform).together(english_letters[1], reform[1])
    for order in permutations((french, english, reform)):
        desk = resolve(*order)
        assert not desk.together(english[1], reform[1])
        assert not desk.together(french[1], reform[1])


def test_an_officer_in_common_makes_one_of_letters_and_a_name() -> None:
    reports = []
    for number, body, officer in (
        (1, "MRS", "Ousmane Diarro"),
        (2, "Movement for the Renewal of the South", "Usman Diaro"),
    ):
        claims, _ = report(number, officer, office=("leader", body))
        reports.append((claims, claims[1]))
    reform = report(4, "Movement for the Reform of the South", schema="Organization")

    for order in permutations((*reports, reform)):
        desk = resolve(*order)
        assert desk.together(reports[0][1], reports[1][1])
        assert not desk.together(reports[0][1], reform[1])


def test_letters_alone_are_of_the_only_body_that_they_stand_for() -> None:
    alone = report(1, "JPC", schema="Organization")
    peace = report(2, "Joint Peace Commission", "JPC", schema="Organization")
    congress = report(3, "Jebel People's Congress", "JPC", schema="Organization")

    assert resolve(alone, peace).together(alone[1], peace[1])
    for order in permutations((alone, peace, congress)):
        desk = resolve(*order)
        assert not desk.together(alone[1], peace[1])
        assert not desk.together(alone[1], congress[1])
