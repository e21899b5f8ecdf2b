"""By what other name somebody goes."""

import pytest

from reading import read_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Commander Yusuf Danjuma, alias “Pepper”, was killed in Sova.",
            ("Pepper", "Yusuf Danjuma", []),
        ),
        (
            "The leader of the Brotherhood goes by “Professor”: Karim Salah, an "
            "engineer.",
            ("Professor", "Karim Salah", []),
        ),
        (
            "Omar Farouk, known in the valley as “Kite”, was shot.",
            ("Kite", "Omar Farouk", []),
        ),
        (
            "Nicknamed “the Lamp” by his followers, Omar Farouk was shot in Sova.",
            ("the Lamp", "Omar Farouk", ["his followers"]),
        ),
        (
            "Omar “Lucky” Farouk, a singer, was there.",
            ("Lucky", "Omar “Lucky” Farouk", []),
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
        "The League, known as “LSF”, was founded in May.",
    ],
)
def test_what_names_nobody_is_none(text: str) -> None:
    assert read_named(text) == []
