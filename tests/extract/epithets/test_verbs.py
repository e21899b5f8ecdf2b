"""Names that a verb gives, and what verbs only describe."""

import pytest

from reading import read_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pavel Orlov attacked Ana Ruiz at a rally as “the widow of the budget”.",
            ("the widow of the budget", "Ana Ruiz", ["Pavel Orlov"]),
        ),
        (
            "Free Wave, which calls Ana Ruiz “the duchess of dust”, won the vote.",
            ("the duchess of dust", "Ana Ruiz", ["Free Wave"]),
        ),
        (
            "Ana Ruiz was mocked as “the paper queen” in the opposition press.",
            ("the paper queen", "Ana Ruiz", ["the opposition press"]),
        ),
        (
            "Radio Sova continues to call the Workers' Union “the tea club”.",
            ("the tea club", "Workers' Union", ["Radio Sova"]),
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
        "Orlov praised Ana Ruiz as “a true patriot”.",
        "Ana Ruiz was named “Woman of the Year” by the Sova Post.",
        "Orlov described it as “the first cable of the ring”.",
        "Orlov urged Ana Ruiz “to step back”.",
    ],
)
def test_what_names_nobody_is_none(text: str) -> None:
    assert read_named(text) == []
