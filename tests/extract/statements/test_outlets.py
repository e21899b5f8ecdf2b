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
