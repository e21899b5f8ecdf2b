"""Portfolios that somebody takes or is given."""

import pytest

from naming import tell_offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Per Holm takes the economy portfolio.", ["Per Holm: economy minister"]),
        (
            "Omar Karam was handed the interior ministry.",
            ["Omar Karam: interior minister"],
        ),
        (
            "Ana Ruiz will retain the health portfolio.",
            ["Ana Ruiz: health minister (designate)"],
        ),
        ("Ana Ruiz was not given the health portfolio.", []),
        ("Ana Ruiz visited the health ministry.", []),
    ],
)
def test_a_portfolio_is_an_office(text: str, expected: list[str]) -> None:
    assert tell_offices(text) == expected
