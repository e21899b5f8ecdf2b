"""Accounts of who did it: what belongs together, what excludes one another."""

import pytest

from dragoman.model.accounts import are_rivals, is_adjective_of, make_side, may_belong
from dragoman.model.claim import Party
from dragoman.model.directory import Directory, EntityCard

_CARDS = {
    "zhelia": EntityCard("Place", ("state",), "Zhelia", None),
    "airforce": EntityCard("Organization", ("army",), "Zhelian Air Force", None),
    "front": EntityCard("Organization", ("armed_group",), "Free Hills Front", None),
    "kardania": EntityCard("Place", ("state",), "Kardania", None),
    "israel": EntityCard("Place", ("state",), "Israel", "IL"),
    "idf": EntityCard("Organization", ("army",), "Tsahal", "IL"),
    "kovar": EntityCard("Person", (), "Josef Kovar", None),
    "شام": EntityCard("Place", ("state",), "سوريا", "SY"),
}
_DIRECTORY = Directory({}, _CARDS, {})


def _rival(one: str, other: str) -> bool:
    sides = [
        make_side(Party(name if name in _CARDS else None, name), _DIRECTORY)
        for name in (one, other)
    ]
    return are_rivals(sides[:1], sides[1:])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhelian artillery", "A Kardanian drone"),
        ("front", "Zhelian artillery"),
        ("Government forces", "rebels"),
        ("the army", "front"),
        ("zhelia", "kardania"),
        ("شام", "israel"),
        ("rebels", "israel"),
    ],
)
def test_accounts_of_other_sides_are_rivals(one: str, other: str) -> None:
    assert _rival(one, other)
    assert _rival(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zhelia", "airforce"),
        ("zhelia", "Zhelian artillery"),
        ("israel", "idf"),
        ("israel", "an Israeli air strike"),
        ("the army", "government forces"),
        ("the army", "zhelia"),
        ("gunmen", "front"),
        ("artillery", "front"),
        ("Unidentified attackers", "zhelia"),
        ("kovar", "zhelia"),
        ("rebels", "front"),
    ],
)
def test_accounts_of_one_side_or_none_are_no_rivals(one: str, other: str) -> None:
    assert not _rival(one, other)
    assert not _rival(other, one)


def test_rebels_of_a_land_are_rivals_of_its_army() -> None:
    assert _rival("Zhelian rebels", "airforce")


def test_letters_tell_the_adjective_of_a_land() -> None:
    assert is_adjective_of("Turkish", "Turkey")
    assert not is_adjective_of("Marian", "Mali")
    assert may_belong("Zhelian Air Force", "Zhelia")
    assert not may_belong("Free Hills Front", "Zhelia")
