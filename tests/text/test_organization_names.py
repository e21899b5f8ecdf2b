import pytest

from dragoman.text.organization_names import country_of, parse_organization


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("the Norvik Energy PJSC", ("norvik", "energy")),
        ("Palestinian Islamic Jihad (PIJ)", ("islamic", "jihad")),
        ("Hamas Politburo", ("hamas", "political", "bureau")),
        ("Harbour Labour Organisation", ("harbour", "labor", "organization")),
        ("People's League", ("people", "league")),
    ],
)
def test_core_words_leave_out_states_and_legal_forms(
    name: str, words: tuple[str, ...]
) -> None:
    assert parse_organization(name).words == words


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("Iran's Ministry of Foreign Affairs", {"foreign"}),
        ("Foreign Ministry", {"foreign"}),
        ("Ministry of National Defence", {"defense"}),
        ("Border Guard Service", set()),
    ],
)
def test_ministries_are_known_by_what_they_are_for(name: str, topic: set[str]) -> None:
    assert parse_organization(name).ministry == topic


def test_a_ministry_of_a_state_outside_the_tables_has_an_owner() -> None:
    assert parse_organization("Talvari Ministry of Defence").owners == {"talvari"}


@pytest.mark.parametrize(
    ("name", "generic"),
    [
        ("Foreign Ministry", True),
        ("Supreme Court", True),
        ("Border Guard Service", False),
        ("Highland Guard", False),
    ],
)
def test_only_organs_of_state_are_generic(
    name: str,
    generic: bool,  # noqa: FBT001 - a column
) -> None:
    assert parse_organization(name).generic is generic


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Iran", "IR"),
        ("Iranian Foreign Ministry", "IR"),
        ("the Government of Japan", "JP"),
        ("Hezbollah", None),
        ("حزب الإصلاح", None),
        (None, None),
    ],
)
def test_the_state_is_read_off_the_name(name: str | None, code: str | None) -> None:
    assert country_of(name) == code
