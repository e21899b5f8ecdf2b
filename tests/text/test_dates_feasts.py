"""Days that have a name of their own."""

import pytest

from dragoman.text.dates import Tense, TimeReader


def values(
    text: str, published: str | None = "2024-05-02", tense: Tense = Tense.PAST
) -> list[str | None]:
    return [found.edtf for found in TimeReader(published).read(text, lambda _: tense)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Christmas Eve", "2023-12-24"),
        ("at Christmas 2019", "2019-12-25"),
        ("Last Christmas he fell ill", "2023-12-25"),
        ("on New Year’s Day, 2019", "2019-01-01"),
        ("on Good Friday", "2024-03-29"),
        ("over Easter weekend", "2024-03-30/2024-03-31"),
        ("on Easter Monday 2019", "2019-04-22"),
        ("before Thanksgiving", "2023-11-23"),
        ("on Memorial Day 2022", "2022-05-30"),
        ("on May Day", "2024-05-01"),
        ("during Ramadan", "2024-03-11/2024-04-09"),
        ("before Eid al-Fitr", "2024-04-10"),
        ("since Eid-ul-Adha", "2023-06-28"),
        ("for Nowruz 2023", "2023-03-21"),
    ],
)
def test_feasts_are_days(text: str, value: str) -> None:
    assert values(text) == [value]


def test_feast_lies_ahead_of_what_is_planned() -> None:
    assert values("after Thanksgiving", tense=Tense.FUTURE) == ["2024-11-28"]
    assert values("Next Easter he will go") == ["2025-04-20"]


@pytest.mark.parametrize(
    "text",
    [
        "the Christmas tree",
        "Easter Island",
        "an easter egg",
        "the Halloween parade",
        "All Saints Church",
        "Eid prayers",
        "a new year",
    ],
)
def test_names_and_things_with_a_feast_in_them_are_no_days(text: str) -> None:
    assert values(text) == []


def test_feast_without_publication_has_the_year_that_is_told_or_none() -> None:
    assert values("at Christmas", published=None) == []
    assert values("at Christmas 2019", published=None) == ["2019-12-25"]


def test_feast_of_a_year_out_of_the_tables_is_none() -> None:
    assert values("Ramadan 1201") == []
    assert values("Easter 1204") == []


@pytest.mark.parametrize("text", ["on Bloody Sunday", "after Black Friday"])
def test_days_of_history_are_none_of_this_week(text: str) -> None:
    assert values(text) == []
