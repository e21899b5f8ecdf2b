"""Names that are told to be somebody's."""

import pytest

from reading import read_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Lady Faucet”, the opposition's name for Energy Minister Ana Ruiz, "
            "appeared on walls.",
            ("Lady Faucet", "Ana Ruiz", ["the opposition"]),
        ),
        (
            "The militants' name for Ivan Petrov is “the Undertaker”.",
            ("the Undertaker", "Ivan Petrov", ["The militants"]),
        ),
        (
            "State radio speaks of “the sandbag party” when it means the Sova Front.",
            ("the sandbag party", "Sova Front", ["State radio"]),
        ),
        (
            "A cartoon shows Ana Ruiz as “Iron Ana”, a name coined by the Sova Post.",
            ("Iron Ana", "Ana Ruiz", ["Sova Post"]),
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
        "Ana Ruiz spoke of “the long night” when she met Petrov.",
        "The army calls the operation “Iron Rain”.",
    ],
)
def test_what_names_nobody_is_none(text: str) -> None:
    assert read_named(text) == []
