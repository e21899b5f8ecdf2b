"""Offices that are told by an owner, a time, an heir or a list in brackets."""

import pytest

from dragoman.annotate.appointments.states import issuing_state
from dragoman.model.claim import EntityClaim, RoleClaim
from reading import read_claims


def read_offices(text: str) -> set[tuple[str, str, str | None, str]]:
    """Return holder, title, body and status of each office of a text."""
    claims = list(read_claims(text))
    names = {one.id: one.name for one in claims if isinstance(one, EntityClaim)}
    return {
        (names[one.entity], one.title, one.organization_name, one.status)
        for one in claims
        if isinstance(one, RoleClaim)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The head of the group's political bureau, Omar Bakri, flew to Cairo.",
            ("Omar Bakri", "head", "the group's political bureau", "current"),
        ),
        (
            "The chairman of the Sadr party Omar Bakri and his deputy met Ali Noor.",
            ("Omar Bakri", "chairman", "Sadr party", "current"),
        ),
        (
            "The Secretary General of the Lebanese Cedar Front Omar Karam left.",
            ("Omar Karam", "Secretary General", "Lebanese Cedar Front", "current"),
        ),
        (
            "The governor, Valo Tabe's rival Arlindo Chale, flew to Maputo.",
            ("Arlindo Chale", "governor", None, "current"),
        ),
        (
            "Issouf Tapso, until March head of the gendarmerie, was picked up.",
            ("Issouf Tapso", "head", "gendarmerie", "former"),
        ),
        (
            "Governor Peter Chirim's successor, Faustin Ndayo, imposed a curfew.",
            ("Peter Chirim", "Governor", None, "former"),
        ),
        (
            "Governor Peter Chirim's successor, Faustin Ndayo, imposed a curfew.",
            ("Faustin Ndayo", "Governor", None, "current"),
        ),
        (
            "Ana Ruiz, the mayor, will go. Her chosen successor, Pavel Orm, is young.",
            ("Pavel Orm", "mayor", None, "designate"),
        ),
        (
            "Deputy Prime Minister Almaz Sadyr called his counterpart, Rustam Haki. "
            "Sadyr steps down; Nurzat Isaeva succeeds him.",
            ("Nurzat Isaeva", "Deputy Prime Minister", None, "current"),
        ),
        (
            "Transport Minister Elsie Kapu would not see him. Kapu has since been "
            "moved to Fisheries.",
            ("Elsie Kapu", "Transport Minister", None, "former"),
        ),
        (
            "The Foreign Ministers of Cambodia (Sok Vanna), Laos (Bouasone Chan) and "
            "Thailand (Pim Rattana) met in Pakse.",
            ("Pim Rattana", "Foreign minister", "Thailand", "current"),
        ),
        (
            "Canada fined the smelter Karvand Group and its chairwoman, Olga Pren.",
            ("Olga Pren", "chairwoman", "Karvand Group", "current"),
        ),
        (
            "Prairie Party members left the room. Their leader, Douglas Kwan, said so.",
            ("Douglas Kwan", "leader", "Prairie Party", "current"),
        ),
        (
            "The sitting of the Moldovan parliament ended. Speaker Doina Rusnac left.",
            ("Doina Rusnac", "Speaker", "Moldovan parliament", "current"),
        ),
        (
            "In Basra the governor, Munir Qasim, escaped an attempt on his life.",
            ("Munir Qasim", "governor", "Basra", "current"),
        ),
        (
            "Chad says Foreign Minister Ana Ruiz will go to Mali.",
            ("Ana Ruiz", "Foreign Minister", "Chad", "current"),
        ),
        (
            "Ana Ruiz, Minister of Trade of Guyana, and her Barbadian counterpart, Tom "
            "Alley, signed.",
            ("Tom Alley", "Minister of Trade", "Barbados", "current"),
        ),
        (
            "The bank's chief executive, Olga Pren, left. Lt Col Bahati Ruku stayed.",
            ("Bahati Ruku", "Lt Col", None, "current"),
        ),
    ],
)
def test_an_office_told_otherwise_has_its_holder(
    text: str, expected: tuple[str, str, str | None, str]
) -> None:
    assert expected in read_offices(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The governor, Valo Tabe's rival Arlindo Chale, left.", "Valo Tabe"),
        ("Chad received Foreign Minister Pavel Orm on Monday.", "Chad"),
        ("Transport Minister Elsie Kapu was moved to safety.", "former"),
    ],
)
def test_what_an_office_is_not(text: str, wrong: str) -> None:
    assert all(wrong not in office for office in read_offices(text))


@pytest.mark.parametrize(
    ("source", "state"),
    [
        ("Ministry of External Relations of Guyana", "GY"),
        ("Presidency of the Republic of Angola", "AO"),
        ("The White House", "US"),
        ("Guyana Times", None),
        (None, None),
    ],
)
def test_a_ministry_publishes_for_its_state(
    source: str | None, state: str | None
) -> None:
    assert issuing_state(source) == state


def test_who_directs_others_to_do_something_holds_no_office() -> None:
    told = read_offices("Lena Koch directed the ministry to grant licences.")
    assert told == set()
