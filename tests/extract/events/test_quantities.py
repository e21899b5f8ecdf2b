"""Numbers of events and their bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.events.triggers.quantities import parse_number
from reading import read_events


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["12"], 12),
        (["1,200"], 1200),
        (["twenty", "thousand"], 20_000),
        (["two", "hundred"], 200),
        (["forty-two"], 42),
        (["2.5", "million"], 2_500_000),
        (["three", "hundred", "thousand"], 300_000),
        (["some"], None),
        ([], None),
    ],
)
def test_words_become_numbers(words: list[str], value: float | None) -> None:
    assert parse_number(words) == value


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_and_without_commas_agree(number: int) -> None:
    assert parse_number([f"{number:,}"]) == parse_number([str(number)]) == number


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("Rebels killed 12 soldiers in Gao.", "killed", 12, 12),
        ("Rebels killed at least 12 soldiers in Gao.", "killed", 12, None),
        ("Rebels killed at least a dozen soldiers in Gao.", "killed", 12, None),
        ("Rebels killed two dozen soldiers in Gao.", "killed", 24, 24),
        ("Rebels killed half a dozen soldiers in Gao.", "killed", 6, 6),
        ("More than 30 students were arrested in Minsk.", "arrested", 30, None),
        ("Police arrested dozens of students in Minsk.", "arrested", 24, None),
        ("Twenty thousand people marched in Київ.", "participants", 20_000, 20_000),
        ("The militia freed nine hostages.", "released", 9, 9),
        ("Japan sent 200 tents to Chad.", "amount", 200, 200),
    ],
)
def test_number_of_an_event(
    text: str, kind: str, low: float, high: float | None
) -> None:
    (event,) = read_events(text)
    (quantity,) = event.quantities
    assert (quantity.kind, quantity.low, quantity.high) == (kind, low, high)
    assert quantity.text in text


def test_the_dead_are_not_counted_as_wounded() -> None:
    (attack,) = read_events("Rebels killed three soldiers and injured nine in Gao.")
    assert [(one.kind, one.low) for one in attack.quantities] == [
        ("killed", 3),
        ("wounded", 9),
    ]


def test_a_day_is_nobody() -> None:
    (blast,) = read_events(
        "A bomb exploded on Friday in Gao, wounding 13 people.", None
    )
    parties = [one.party.name for one in blast.participants if one.part != "weapon"]
    assert parties == ["13 people"]


def test_both_tolls_of_a_sentence_are_kept() -> None:
    claims = read_events("At least 17 were killed and 30 wounded in the blast.")

    told = {(one.kind, one.low) for claim in claims for one in claim.quantities}
    assert told >= {("killed", 17), ("wounded", 30)}


def test_days_of_an_exercise_are_no_amount() -> None:
    text = "French warships launched 10 days of war games on Monday."

    assert [one for claim in read_events(text) for one in claim.quantities] == []
