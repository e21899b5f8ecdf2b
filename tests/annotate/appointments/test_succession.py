"""Offices that pass from one holder to the next."""

import pytest

from naming import tell_offices
from reading import read_document

CASES = [
    (
        "Kosovo's interior minister, Ana Ruiz, resigned. Ruiz became minister in May.",
        [
            "Ana Ruiz: interior minister of Kosovo (former)",
            "Ana Ruiz: minister of Kosovo (former)",
        ],
    ),
    (
        "Interior Minister Ana Ruiz and Trade Minister Omar Karam were dismissed.",
        ["Ana Ruiz: Interior Minister (former)", "Omar Karam: Trade Minister (former)"],
    ),
    (
        "Ana Ruiz was moved from the press office and appointed Minister of Energy.",
        ["Ana Ruiz: Minister of Energy"],
    ),
    (
        "Omar Karam was replaced by Lina Haddad, as Finance Minister, and returned to"
        " being Minister of Energy.",
        ["Omar Karam: Finance Minister (former)", "Omar Karam: Minister of Energy"],
    ),
    (
        "President Omar Karam dismissed his chief of staff, Gen. Ziad Nasr, and named"
        " Gen. Lina Haddad in his place.",
        ["Ziad Nasr: chief of staff (former)", "Lina Haddad: chief of staff"],
    ),
    (
        "General Omar Karam appointed Lina Haddad as trade minister. She replaces Ziad"
        " Nasr, who had held the post since 2019.",
        ["Lina Haddad: trade minister", "Ziad Nasr: trade minister (former)"],
    ),
    (
        "The bank's director, Lina Haddad, will be succeeded in July by Ziad Nasr.",
        ["Lina Haddad: director", "Ziad Nasr: director", "(designate)"],
    ),
    (
        "Defence Minister Andrei Kostan resigned on Monday.",
        ["Andrei Kostan: Defence Minister", "(former)"],
    ),
    (
        "Ziad Nasr was sacked as energy minister on Monday.",
        ["Ziad Nasr: energy minister", "(former)"],
    ),
    (
        "The Northern Guards, led by Commander Omar Karam, entered the town.",
        ["Omar Karam: leader of Northern Guards"],
    ),
    (
        "Trade Minister Lina Haddad resigned. President Omar Karam named economist"
        " Ziad Nasr in her place.",
        ["Lina Haddad: Trade Minister", "Ziad Nasr: Trade Minister"],
    ),
    (
        "The Forum was founded in 2009 by Prime Minister Omar Karam.",
        ["Omar Karam: founder of Forum"],
    ),
    ("She met army chief Tom Keller.", ["Tom Keller: army chief of army"]),
    (  # what stands beside the new holder is what he was before
        "Health Minister Omar Karam was replaced by his deputy, Lina Haddad.",
        ["Omar Karam: Health Minister (former)", "Lina Haddad: Health Minister"],
    ),
    (
        "Lina Haddad took over as mayor of Lankor from Omar Karam.",
        ["Omar Karam: mayor of Lankor (former)", "Lina Haddad: mayor of Lankor"],
    ),
    (
        "Omar Karam was dean of Velin. Lina Haddad took over from him in May.",
        ["Omar Karam: dean of Velin (former)", "Lina Haddad: dean of Velin"],
    ),
    (
        "Lina Haddad becomes interior minister in place of Omar Karam.",
        ["Lina Haddad: interior minister", "Omar Karam: interior minister (former)"],
    ),
    (
        "Lina Haddad heads the Revenue Board. Ziad Nasr, the rector, left that job.",
        ["Ziad Nasr: rector (former)", "Lina Haddad: head of Revenue Board"],
    ),
]
UNMOVED = [
    "Defence Minister Andrei Kostan would resign if the vote failed.",
    "The opposition demanded that Defence Minister Andrei Kostan resign.",
    "Defence Minister Andrei Kostan did not resign.",
    "The court dismissed Defence Minister Andrei Kostan as a witness.",
    "Defence Minister Andrei Kostan left the post office at noon.",
    "Defence Minister Andrei Kostan took over the farm from Lina Haddad.",
    "Defence Minister Andrei Kostan, whose term ends in 2031, spoke.",
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_offices_pass_on(text: str, wanted: list[str]) -> None:
    told = "\n".join(tell_offices(text))

    assert all(one in told for one in wanted), told


@pytest.mark.parametrize("text", UNMOVED)
def test_what_did_not_happen_takes_no_office(text: str) -> None:
    told = "\n".join(tell_offices(text))

    assert "Andrei Kostan: Defence Minister" in told
    assert "former" not in told


def test_a_rank_does_not_pass_on() -> None:
    told = tell_offices("Captain Lina Haddad met her predecessor, Major Ziad Nasr.")

    assert not any("former" in one for one in told)


def test_who_accepts_a_resignation_stays_in_office() -> None:
    _, annotations = read_document("President Omar Karam accepted his resignation.")

    assert [office.status for office in annotations.offices] == ["current"]


def test_who_has_resigned_is_not_in_office_until_he_is_replaced() -> None:
    told = tell_offices(
        "Chad's Justice Minister Omar Karam resigned on Friday. Ana Lim will replace "
        "him on Monday."
    )

    assert told == [
        "Omar Karam: Justice Minister of Chad (former)",
        "Ana Lim: Justice Minister of Chad (designate)",
    ]
