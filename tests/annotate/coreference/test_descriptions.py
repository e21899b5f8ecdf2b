"""Whom descriptions mean; texts of our own."""

import pytest

from naming import tell_referents


@pytest.mark.parametrize(
    ("text", "description", "meant"),
    [
        (
            "Olaf Renn made a fortune in salt before he bought the harbour. On Monday"
            " the businessman said that he would sell it to Mayor Ines Dahl.",
            "the businessman",
            ["Olaf Renn"],
        ),
        (
            "Biologist Signe Aaker found the newt in a ditch. The scientist named it"
            " after her dog.",
            "The scientist",
            ["Signe Aaker"],
        ),
        (
            "The bishop of Tamra, Celio Duran, wrote to President Hugo Brenner. In his"
            " letter the cleric asked for mercy.",
            "the cleric",
            ["Celio Duran"],
        ),
        (
            "Singer Maia Roblin cancelled her concert in Quirra after threats. The"
            " 31-year-old posted a short message.",
            "The 31-year-old",
            ["Maia Roblin"],
        ),
        (
            "Goalkeeper Denis Okaro saved two penalties as Kolva beat Ranta. Coach Ivo"
            " Merek praised the goalkeeper.",
            "the goalkeeper",
            ["Denis Okaro"],
        ),
    ],
)
def test_description_means_who_was_told_of_so(
    text: str, description: str, meant: list[str]
) -> None:
    assert tell_referents(text, description) == meant


def test_of_two_ministers_side_by_side_neither_is_named() -> None:
    text = (
        "Two ministers resigned on Thursday. Finance Minister Lars Holt and Justice"
        " Minister Karin Elm gave no reasons. The minister was criticised for weeks."
    )

    assert tell_referents(text, "The minister") == []


def test_the_attacker_is_not_who_knew_his_attacker() -> None:
    text = (
        "Karel Dvorak, the owner of a bakery, was shot outside his villa. Police said"
        " that Dvorak knew his attacker. The attacker fled on a motorcycle."
    )

    assert tell_referents(text, "The attacker") == []


def test_minister_of_another_state_is_nobody_named_so_far() -> None:
    text = (
        "Kenya's foreign minister, Amina Odhar, opened the talks in Nairobi. The"
        " Chadian minister came late."
    )

    assert tell_referents(text, "The Chadian minister") == ["The Chadian minister"]


@pytest.mark.parametrize(
    ("text", "description", "meant"),
    [
        (
            "Presidents Arno Velt of Chad and Mila Sorn of Niger signed the treaty in"
            " Rome. The two presidents took questions.",
            "The two presidents",
            "Arno Velt + Mila Sorn",
        ),
        (
            "The Progress Party and the Labour Party of Norway formed a coalition. The"
            " two parties promised lower taxes.",
            "The two parties",
            "Progress Party + Labour Party of Norway",
        ),
        (
            "Foreign Minister Jorge Pasz of Peru called Finance Minister Lin Dahl of"
            " Norway. A clerk took notes. Both ministers spoke of debts.",
            "Both ministers",
            "Jorge Pasz + Lin Dahl",
        ),
    ],
)
def test_several_are_those_who_were_told_of_so(
    text: str, description: str, meant: str
) -> None:
    assert tell_referents(text, description) == [meant]


def test_two_ministers_are_none_of_three() -> None:
    text = (
        "Finance Minister Lars Holt, Justice Minister Karin Elm and Trade Minister Ivo"
        " Brandt arrived on Monday. The two ministers left early."
    )

    assert "+" not in "".join(tell_referents(text, "The two ministers"))
