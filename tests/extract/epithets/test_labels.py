"""Which words are a name and which describe."""

import pytest

from reading import read_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orlov wrote that Ana Ruiz was “the duchess of dust”.",
            ("the duchess of dust", "Ana Ruiz", ["Orlov"]),
        ),
        ("Ana Ruiz herself is “the Broom”.", ("the Broom", "Ana Ruiz", [])),
    ],
)
def test_names_are_found_with_bearer_and_users(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    assert read_named(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Petrov is “the right man” for the job, Orlov said.",
        "Ivan Petrov is “the best player” in the world, Orlov said.",
        "Ana Ruiz, “the first woman” to lead the council, resigned.",
        "Orlov is “the leader” in the polls.",
        "Petrov, “the president of all”, said so.",
        "Ivan Petrov is “confident” of victory.",
        "Critics wrote that calling Ana Ruiz an “adversary” was shrill.",
        "The union called Ana Ruiz a “champion” for its members.",
        "Ana Ruiz was called to order for promoting “quack” cures.",
        "The service left Ana Ruiz, in her own words, “almost at wit's end with it”.",
        "The veterans gathered to denounce the Lisbon “worms” who helped.",
        "Three programs will be added to Delta Desk, dubbed “Ground Control”.",
    ],
)
def test_what_names_nobody_is_none(text: str) -> None:
    assert read_named(text) == []
