"""The medium of words, named by the sentence behind them."""

import pytest

from reading import read_statements


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (
            "“We will stay,” said Admiral Omar Karam. Karam, who once ran the port, "
            "spoke in an interview with the television channel Tarsa TV.",
            "Tarsa TV",
        ),
        (
            "“We will stay,” said Admiral Omar Karam. He was speaking to Radio Gao.",
            "Radio Gao",
        ),
        # Somebody else spoke to it.
        (
            "“We will stay,” said Admiral Omar Karam. Lena Okafor spoke to Radio Gao.",
            None,
        ),
    ],
)
def test_medium_in_the_sentence_behind(text: str, outlet: str | None) -> None:
    claim = read_statements(text)[0]
    assert (claim.outlet and claim.outlet.name) == outlet


def test_who_tells_what_others_asked_about_keeps_his_words() -> None:
    told = [
        claim.content
        for claim in read_statements(
            "Lena Okafor said that the officers had complained about the heat in Gao."
        )
    ]
    assert "the officers had complained about the heat in Gao" in told


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Ana Ruiz said on Radio Gao that the road was closed.", "Radio Gao"),
        (
            "Tom Lee surfaced on Radio Gao, where he warned that police will leave.",
            "Radio Gao",
        ),
        (
            "Tom Lee was asked about it on Tarsa TV on Sunday. He replied that it is"
            " over.",
            "Tarsa TV",
        ),
        (
            "In a statement read out on state television, Tom Lee said that he had"
            " left.",
            "state television",
        ),
        ("It is over, a clerk told the agency Turan-Press.", "Turan-Press"),
        ("Ana Ruiz said on Monday that the road was closed.", None),
    ],
)
def test_medium_on_which_it_is_said(text: str, outlet: str | None) -> None:
    claim = read_statements(text)[0]
    assert (claim.outlet and claim.outlet.name) == outlet


def test_asked_by_nobody_named_answers_nobody_who_spoke_before() -> None:
    claims = read_statements(
        "Mia Sand warned of war. Tom Lee was asked about it on Tarsa TV. He replied"
        " that there was none."
    )
    assert [claim.addressees for claim in claims] == [(), ()]
