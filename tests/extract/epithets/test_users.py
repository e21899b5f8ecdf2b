"""Who uses a name."""

import pytest

from reading import read_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "General Amadou Keita, “the Crocodile” to his soldiers, resigned on "
            "Monday.",
            ("the Crocodile", "Amadou Keita", ["his soldiers"]),
        ),
        (
            "In the pages of the Sova Post, Ana Ruiz is “the tourist”.",
            ("the tourist", "Ana Ruiz", ["Sova Post"]),
        ),
        (
            "The Sova Post praised the budget; it calls Ana Ruiz “the tourist”.",
            ("the tourist", "Ana Ruiz", ["Sova Post"]),
        ),
        (
            "Karim Salah, to his troops “the Ferryman”, has left.",
            ("the Ferryman", "Karim Salah", ["his troops"]),
        ),
        (
            "Orlov accused Ana Ruiz, “the harlot of the delta”, of theft.",
            ("the harlot of the delta", "Ana Ruiz", ["Orlov"]),
        ),
        (
            "Police arrested Karim Salah, “the Fox”, on Monday.",
            ("the Fox", "Karim Salah", []),
        ),
    ],
)
def test_names_are_found_with_bearer_and_users(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    assert read_named(text) == [expected]
