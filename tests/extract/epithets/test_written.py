"""Names without marks that words announce."""

import pytest

from reading import read_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orlov, known as the Butcher of Sova, was arrested.",
            ("the Butcher of Sova", "Orlov", []),
        ),
        (
            "Ivan Petrov fled. His men called him the Fox of Sova.",
            ("the Fox of Sova", "Ivan Petrov", ["His men"]),
        ),
        (
            "Drug lord Karim Salah, alias Old Pepper, was shot.",
            ("Old Pepper", "Karim Salah", []),
        ),
    ],
)
def test_names_are_found_with_bearer_and_users(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    assert read_named(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Orlov, known as Pavel, was arrested.",
        # A full name is one like others.
        "Karim Salah, also known as Adam Zaki Salim, was shot.",
    ],
)
def test_what_names_nobody_is_none(text: str) -> None:
    assert read_named(text) == []
