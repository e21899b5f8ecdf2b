from datetime import date

import pytest

from dragoman.analyze.timeline import day_range


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-09-01", date(2023, 9, 1), date(2023, 9, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
        ("2023-09-01/2023-09-03", date(2023, 9, 1), date(2023, 9, 3)),
        ("2023-12~", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023-09-01T14:00", date(2023, 9, 1), date(2023, 9, 1)),
    ],
)
def test_day_range_covers_the_whole_value(value: str, first: date, last: date) -> None:
    assert day_range(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["XXXX-09-01", "2023-02-30", "../2023-09-01", "", "2023-09-03/2023-09-01"]
)
def test_day_range_is_none_without_a_possible_year_and_day(value: str) -> None:
    assert day_range(value) is None
