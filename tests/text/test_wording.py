"""Wordings compared without case, articles and punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.wording import wording


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["The", "Bomb"], "bomb"),
        (["car", "-", "bomb"], "car bomb"),
        (["a", ",", "the"], ""),
        (["«Азов»"], "азов"),
        (["Beirut’s", "port"], "beiruts port"),
    ],
)
def test_wording(words: list[str], expected: str) -> None:
    assert wording(words) == expected


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1)))
def test_wording_of_a_wording_is_itself(words: list[str]) -> None:
    once = wording(words)

    assert wording(once.split(" ")) == once
