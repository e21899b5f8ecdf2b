"""Reports told day by day."""

import pytest

from dragoman.model.claim import Modality
from reading import read_document, read_events, tell_event


def _days(text: str, published: str | None = "2024-05-06") -> list[str]:
    _, annotations = read_document(text, published)
    days = annotations.day_of_block
    return [days[block].value for block in sorted(days)]


WEEK = """MONDAY. The envoy met President Ana Ruiz in Skopje.

TUESDAY. Police in Derna arrested Pavel Haas, who had fled on Sunday.

He met his lawyer.

ALSO. The minister met Tom Reddick in Lima."""


def test_weekdays_of_a_diary_lie_in_the_week_before() -> None:
    assert _days(WEEK) == ["2024-04-29", "2024-04-30", "2024-04-30"]


def test_weekdays_without_a_day_of_publication_have_no_place() -> None:
    assert _days(WEEK, published=None) == []


@pytest.mark.parametrize(
    "text",
    [
        "3 May: Police in Derna arrested Pavel Haas.\n\n4 May: Haas met Ana Ruiz.",
        "3 May – Police in Derna arrested Pavel Haas.\n\n4 May – Haas met Ana Ruiz.",
        "The week in Derna\n\nFriday, 3 May 2024\n\nPolice arrested Pavel Haas there."
        "\n\nSaturday, 4 May 2024\n\nHaas met his lawyer, Ana Ruiz, in the prison.",
    ],
)
def test_dates_that_open_paragraphs_or_stand_over_them(text: str) -> None:
    days = _days(text)
    assert sorted(set(days)) == ["2024-05-03", "2024-05-04"]


@pytest.mark.parametrize(
    "text",
    [
        "6 May 2024\n\nThe envoy met President Ana Ruiz in Skopje.",
        "Monday: The envoy met President Ana Ruiz in Skopje.\n\nShe then left.",
        "Monday was quiet. The envoy met Ana Ruiz.\n\nTuesday was not. He left.",
    ],
)
def test_one_date_makes_no_diary(text: str) -> None:
    assert _days(text) == []


def test_what_a_diary_tells_happens_on_its_day() -> None:
    told = [tell_event(event) for event in read_events(WEEK, "2024-05-06")]
    assert any("Ana Ruiz" in one and "2024-04-29" in one for one in told)
    assert any("arrest" in one and "2024-04-30" in one for one in told)
    assert not any("Reddick" in one and "2024" in one for one in told)


def test_days_of_a_chronology_run_forward_from_a_stated_year() -> None:
    text = (
        "28 December 2021: Rebels attacked the town of Derna.\n\n"
        "2 January: Police in Derna arrested Pavel Haas."
    )
    assert _days(text) == ["2021-12-28", "2022-01-02"]


def test_weekdays_lie_in_the_days_that_the_headline_names() -> None:
    text = f"The week in Skopje, 3 to 9 April 2023\n\n{WEEK}"
    assert _days(text)[:2] == ["2023-04-03", "2023-04-04"]


def test_a_section_may_cover_a_few_days() -> None:
    text = (
        "3 March 2024 – The envoy met Pavel Haas.\n\n"
        "8–9 March 2024 – The envoy met Ana Ruiz.\n\n"
        "1–30 April 2024 – The envoy met nobody."
    )
    assert _days(text)[:2] == ["2024-03-03", "2024-03-08/2024-03-09"]
    assert not any("04-30" in day for day in _days(text))


CHRONICLE = """4 March. Gunmen seized Pavel Haas, a judge, in Derna.

5 March. The minister met Ana Ruiz in Skopje.

9 March. Haas was freed.

Much has been written about the affair since."""


def test_days_of_a_chronicle_without_any_year() -> None:
    days = _days(CHRONICLE, published=None)
    assert days == ["XXXX-03-04", "XXXX-03-05", "XXXX-03-09"]


def test_page_that_goes_hour_by_hour_is_of_the_day_at_its_head() -> None:
    hours = ("08.15", "9.05", "13.40", "21:48")
    page = "\n\n".join(f"{hour} Police in Derna arrested Ana Ruiz." for hour in hours)
    text = f"As it happened: unrest in Derna\n\nFriday, 3 May 2024 | live\n\n{page}"

    assert _days(text) == ["2024-05-03"] * len(hours)


@pytest.mark.parametrize("opening", ["3.40 per cent of", "Some"])
def test_few_hours_or_none_make_no_such_page(opening: str) -> None:
    text = "\n\n".join(f"{opening} voters in Derna met Ana Ruiz." for _ in range(5))

    assert _days(text) == []


@pytest.mark.parametrize("numbers", ["1.10 1.11 1.12 1.13", "12.50 3.20 9.10 4.15"])
def test_numbers_that_are_no_hours_of_one_day(numbers: str) -> None:
    text = "\n\n".join(f"{one} Police arrested Ana Ruiz." for one in numbers.split())

    assert _days(text) == []


def test_a_chronicle_of_a_stated_year_long_ago_keeps_it() -> None:
    text = (
        "3 May 2000: Police in Derna arrested Pavel Haas.\n\n4 May: Haas met Ana Ruiz."
    )

    assert _days(text) == ["2000-05-03", "2000-05-04"]


def test_weekdays_of_a_review_are_those_of_its_week() -> None:
    text = (
        "Border Monitor, week of 29 April to 5 May\n\n"
        "Police arrested Pavel Haas in Derna on Monday. He will leave on Monday."
    )
    found = [time.time.value for time in read_document(text, "2024-05-06")[1].times]

    assert found[-2:] == ["2024-04-29", "2024-05-06"]


def test_no_weekday_is_reckoned_from_a_day_without_a_year() -> None:
    text = (
        "Monday. The envoy met Ana Ruiz in Skopje.\n\n4 March. Pavel Haas resigned."
        "\n\nFriday. Ana Ruiz left.\n\n31 December. She met Pavel Haas in Lima."
    )
    assert _days(text, published=None) == ["XXXX-03-04", "XXXX-12-31"]


def test_months_and_years_open_items_of_a_chronology() -> None:
    text = (
        "The quarry in dates\n\n2021: Opened.\n\nDec. 2022: Guards shut the gate.\n\n"
        "3 March: Miners blocked the road."
    )
    assert _days(text) == ["2021", "2022-12", "2023-03-03"]


def test_days_under_a_year_are_of_that_year() -> None:
    text = (
        "Key dates of the quarry\n\n2022\n\n9 January: Guards shut the gate.\n\n"
        "2 December: Miners blocked the road."
    )
    assert _days(text)[-2:] == ["2022-01-09", "2022-12-02"]


@pytest.mark.parametrize("turned", [False, True])
def test_days_of_no_year_come_before_the_last_that_is_over(*, turned: bool) -> None:
    items = [
        "20 June: Guards shut the gate.",
        "9 January: Miners blocked the road.",
        "2 May: Guards opened the gate.",
    ]
    expected = ["2023-06-20", "2024-01-09", "2024-05-02"]
    if turned:
        items.append("3 May: Miners blocked the road.")
        items.reverse()
        expected = ["2024-05-03", *expected[::-1]]
    assert _days("The quarry in dates\n\n" + "\n\n".join(items)) == expected


def test_chronologies_tell_in_the_present_and_without_verbs() -> None:
    text = (
        "The dispute over the quarry\n\n"
        "3 February 2024: Soldiers seize the base at Derna.\n\n"
        "7 February: Release of nine prisoners by the rebels.\n\n"
        "9 February: Bomb attack on a police post in Derna, two dead.\n\n"
        "11 February: A rally in Skopje is called off.\n\n"
        "12 February: Fears of an attack on Skopje.\n\n"
        "20 May: The envoy meets President Ana Ruiz in Lima."
    )
    told = {
        (one.type, one.modality, one.time.value)
        for one in read_events(text, "2024-05-06")
        if one.time is not None
    }
    assert told == {
        ("ASSAULT", Modality.ASSERTED, "2024-02-03"),
        ("RETREAT", Modality.ASSERTED, "2024-02-07"),
        ("ASSAULT", Modality.ASSERTED, "2024-02-09"),
        ("PROTEST", Modality.CANCELLED, "2024-02-11"),
        ("CONSULT", Modality.PLANNED, "2024-05-20"),
    }
