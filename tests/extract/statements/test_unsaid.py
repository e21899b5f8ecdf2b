"""Words that are no statement of anybody after all."""

import pytest

from reading import read_statements


@pytest.mark.parametrize(
    "text",
    [
        "Of the 73% who import, 10% said they imported more in October.",
        "He hummed a tune that tells you what they feel.",
    ],
)
def test_nobody_says_so(text: str) -> None:
    assert read_statements(text) == []


def test_a_piece_that_is_left_over_is_none() -> None:
    text = (
        "Ana Lind spoke. Lind said that for the second month in a row, food processors"
        " reported a shortage of milk."
    )
    contents = [claim.content for claim in read_statements(text)]
    assert "for the second month in a row" not in contents


def test_reports_of_nobody_are_not_his_who_accuses() -> None:
    text = "Chad has accused Mali of shelling a town, with reports of a fire being lit."
    assert [claim.act for claim in read_statements(text)] == ["accuse"]


def test_how_he_said_it_is_not_what_he_said() -> None:
    (claim,) = read_statements("Ana Lind said he died in Rome without elaborating.")
    assert claim.content == "he died in Rome"


def test_what_follows_a_question_answers_it() -> None:
    text = "“Which sector is next?” Ana Lind asked. “I draw a blank.”"
    acts = [claim.act for claim in read_statements(text)]
    assert acts == ["request", "assert"]
