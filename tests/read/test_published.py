from datetime import date

import pytest

from dragoman.read.published import clean_published, find_date

RETRIEVED = "2026-01-05T10:00:00Z"


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2024-03-04", "2024-03-04"),
        ("2024-03-04T23:30:00-05:00", "2024-03-04"),
        ("20240304T101500Z", "2024-03-04"),
        ("Mon, 04 Mar 2024 23:10:00 +0500", "2024-03-04"),
        ("March 4, 2024", "2024-03-04"),
        ("Mar. 4th, 2024, 09:00", "2024-03-04"),
        ("4 March 2024", "2024-03-04"),
        ("4th of March 2024", "2024-03-04"),
        ("2024/3/4", "2024-03-04"),
        ("25.03.2024", "2024-03-25"),
        ("6.11.2024", "2024-11-06"),
        ("03/25/2024", "2024-03-25"),
        ("2026-01-06", "2026-01-06"),
    ],
)
def test_a_date_is_read_as_the_day_that_is_written(raw: str, day: str) -> None:
    assert clean_published(raw, RETRIEVED) == day


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "",
        "yesterday",
        "0001-01-01T00:00:00Z",
        "1970-01-01",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "2026-02-01",
        "9999-12-31",
        "2024-02-30",
        "03/04/2024",
        "March 2024",
        "٤ مارس",
    ],
)
def test_impossible_and_ambiguous_dates_are_none(raw: str | None) -> None:
    assert clean_published(raw, RETRIEVED) is None


def test_a_long_text_is_no_date() -> None:
    assert find_date("On 4 March 2024 " + "the minister " * 40) is None


def test_equal_figures_are_not_ambiguous() -> None:
    assert find_date("05.05.2021") == date(2021, 5, 5)
