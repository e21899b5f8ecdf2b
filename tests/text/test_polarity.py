"""Wordings that share their words and deny one another."""

import pytest

from dragoman.text.polarity import are_contrary, differ_in_number

SHARED = frozenset({"troop", "withdraw", "border"})
PLAIN = "troops will withdraw from the border"


@pytest.mark.parametrize(
    ("other", "contrary"),
    [
        ("troops will not withdraw from the border", True),
        ("troops won’t withdraw from the border", True),
        ("troops cannot withdraw from the border", True),
        ("no troops will withdraw from the border", True),
        ("troops will never withdraw from the border", True),
        ("troops will withdraw from the border", False),
        ("not only troops will withdraw from the border", False),
        ("troops will no doubt withdraw from the border", False),
        ("troops will withdraw from the border, not from the town", False),
        ("never mind: troops will withdraw from the border", False),
        ("troops will withdraw from the border and nobody will miss them", False),
    ],
)
def test_a_negation_turns_what_both_say(
    other: str,
    contrary: bool,  # noqa: FBT001 - a column
) -> None:
    assert are_contrary(PLAIN, other, SHARED, 0) is contrary
    assert are_contrary(other, PLAIN, SHARED, 0) is contrary


def test_what_is_denied_as_a_whole_is_the_contrary() -> None:
    assert are_contrary(PLAIN, PLAIN, SHARED, 1)
    assert not are_contrary(PLAIN, "troops will not withdraw", SHARED, 1)
    assert not are_contrary(PLAIN, PLAIN, SHARED, 2)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("12 soldiers had died", "21 soldiers had died", True),
        ("twelve soldiers had died", "12 soldiers had died", False),
        ("twenty-one soldiers had died", "21 soldiers had died", False),
        ("at least 12 soldiers had died", "21 soldiers had died", False),
        ("12 soldiers had died", "9 officers had died", False),
        ("2 million euros", "3 million euros", True),
        ("2 million euros", "2,000,000 euros", False),
        ("the vote of 2024", "the vote of 2025", False),
        ("12 soldiers and 3 officers", "12 soldiers and 4 officers", True),
    ],
)
def test_counts_of_one_noun_differ_where_both_are_exact(
    one: str,
    other: str,
    differ: bool,  # noqa: FBT001 - a column
) -> None:
    assert differ_in_number(one, other) is differ
    assert differ_in_number(other, one) is differ
