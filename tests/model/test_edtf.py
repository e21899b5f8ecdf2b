from datetime import date

import pytest

from dragoman.model.edtf import can_both_hold, days_of, find_bounds


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-09-01", date(2023, 9, 1), date(2023, 9, 1)),
        ("2023-09-01T14:30", date(2023, 9, 1), date(2023, 9, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-22", date(2023, 6, 1), date(2023, 8, 31)),
        ("2023-09-01/2023-09-03", date(2023, 9, 1), date(2023, 9, 3)),
        ("2023-06~", date(2023, 6, 1), date(2023, 6, 30)),
    ],
)
def test_bounds_are_the_first_and_last_day(value: str, first: date, last: date) -> None:
    assert find_bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["XXXX-09-01", "2023-13", "2023-02-30", "2023-09-03/2023-09-01", "../2023"]
)
def test_value_without_known_bounds_has_none(value: str) -> None:
    assert find_bounds(value) is None
    assert days_of(value) == 10_000


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("2023-09", "2023-09-03", True),
        ("2023-09-02", "2023-09-03", False),
        ("2023-09-01/2023-09-03", "2023-09-03", True),
        ("XXXX-09-01", "2023-09-01", True),
        ("XXXX-09-01", "2023-09-02", False),
        ("XXXX-09-01/XXXX-09-03", "2023-09-02", True),
    ],
)
def test_values_hold_together_or_not(one: str, other: str, both: bool) -> None:  # noqa: FBT001
    assert can_both_hold(one, other) is both
    assert can_both_hold(other, one) is both
