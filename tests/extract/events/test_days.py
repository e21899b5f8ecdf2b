"""Days that a story goes on, and days under which a diary tells in the present."""

import pytest

from reading import read_events


def _times(text: str, kind: str) -> list[str | None]:
    return [
        None if one.time is None else one.time.value
        for one in read_events(text)
        if one.type == kind
    ]


def test_a_story_goes_on_on_its_day() -> None:
    text = (
        "Villagers marched to the offices of Norte Mining on Friday. Guards opened "
        "fire, killing Rosa Quispe. Police arrived and arrested nine villagers."
    )

    assert _times(text, "ASSAULT") == ["2024-05-03"]
    assert _times(text, "COERCE") == ["2024-05-03"]


@pytest.mark.parametrize(
    "second",
    [
        "Police had arrested nine villagers.",
        "Police later arrested nine villagers.",
        "Police arrested nine villagers last year.",
        "The police of Lima arrested nine sailors in Lima.",
    ],
)
def test_another_day_or_another_story_is_not_dated(second: str) -> None:
    text = f"Villagers of Palanga attacked the post at Dervan on Friday. {second}"

    assert "2024-05-03" not in _times(text, "COERCE")


def test_the_next_paragraph_tells_the_same_story() -> None:
    text = "Villagers marched on Friday in Lima.\n\nPolice arrested nine villagers."

    assert _times(text, "COERCE") == ["2024-05-03"]


def test_force_is_dated_only_where_some_was_told() -> None:
    text = "Two ministers met on Friday in Lima.\n\nPolice arrested nine villagers."

    assert _times(text, "COERCE") == [None]


def test_a_diary_tells_in_the_present_what_is_over() -> None:
    text = (
        "3 May: Fishermen seize a patrol boat of the Mbari navy.\n"
        "5 May: Mbari closes the border.\n"
        "7 May: The foreign ministers meet in Nairobi."
    )
    events = read_events(text)

    assert [(one.type, one.time and one.time.value) for one in events] == [
        ("COERCE", "2024-05-03"),
        ("COERCE", "2024-05-05"),
        ("CONSULT", "2024-05-07"),
    ]


def test_verbs_in_a_row_share_the_day_of_the_first() -> None:
    text = "Soldiers raided the camp of Ain Rima on Sunday and arrested seven men."

    assert _times(text, "COERCE") == ["2024-05-05", "2024-05-05"]


def test_the_day_of_the_main_verb_is_that_of_the_story() -> None:
    text = (
        "Supporters clashed with police in Kassande on Sunday, hours after the board "
        "declared a winner of the 5 April runoff. Police detained 40 protesters."
    )

    assert _times(text, "COERCE") == ["2024-05-05"]


def test_a_story_leaves_its_day_after_some_sentences() -> None:
    text = (
        "Soldiers raided the camp on Friday. "
        + "The camp is large. It lies on a hill. Many live there. " * 4
        + "Soldiers arrested two women."
    )
    last = read_events(text)[-1]

    assert last.time is None


@pytest.mark.parametrize(
    ("second", "place"),
    [
        ("Police arrested nine men.", "Kalolo"),
        ("Police arrested nine men in Lubao.", "Lubao"),
        ("Police arrested nine men near Mount Sira.", None),
        ("Elsewhere, police arrested nine men.", None),
    ],
)
def test_a_story_goes_on_where_it_was(second: str, place: str | None) -> None:
    events = read_events(f"Rebels attacked the town of Kalolo on Friday. {second}")

    assert events[-1].type == "COERCE"
    assert events[-1].place_name in {place, "Mount Sira" if place is None else place}


def test_another_town_is_another_story() -> None:
    text = (
        "Rebels attacked the town of Kalolo on Friday. Police arrested nine men in "
        "Lubao."
    )

    assert _times(text, "COERCE") == [None]


def test_verbs_in_a_row_of_a_diary_share_its_day() -> None:
    text = (
        "3 May 2024: Guards board a boat and detain its crew.\n"
        "5 May: Fishermen burn tyres in Tarang."
    )

    assert "2024-05-03" in _times(text, "COERCE")


def test_incidents_of_a_paragraph_are_on_the_day_of_the_last_dated_one() -> None:
    text = (
        "Loggers clashed with guards on Sunday. A lorry was hit by a petrol bomb, the "
        "guards said. The mill closed its gates. Police arrested six pickets."
    )

    assert _times(text, "COERCE") == ["2024-05-05"]


def test_a_town_lies_in_its_state() -> None:
    text = (
        "Two bombs exploded in Kenya on Friday, killing 81 people. At least 74 people "
        "were killed in Nairobi."
    )

    assert set(_times(text, "ASSAULT")) == {"2024-05-03"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The council condemned the bombing of 9 shops in Gao on Thursday.", None),
        ("The council condemned the invasion of Chad on 2 April.", "2024-04-02"),
        (
            "The envoy welcomed the arrest on Monday of Ana Ruiz, a leader of the "
            "gang, and left.",
            "2024-05-06",
        ),
    ],
)
def test_who_condemns_a_deed_does_so_on_another_day(text: str, day: str | None) -> None:
    (event,) = [e for e in read_events(text) if e.type in {"ASSAULT", "COERCE"}]

    assert (event.time and event.time.value) == day


def test_the_day_of_a_report_is_not_that_of_a_visit() -> None:
    text = "The minister visited Chad, according to reports on Tuesday."

    assert _times(text, "CONSULT") == [None]


def test_a_person_dies_once() -> None:
    text = (
        "Gunmen killed the judge Ana Ruiz in Lima on Friday. The mayor visited a "
        "school.\n\nPolice seek two men over the killing of Ana Ruiz, he said. The "
        "murder of Ana Ruiz shocked the country."
    )
    deaths = [event for event in read_events(text) if event.type == "ASSAULT"]

    assert len(deaths) > 1
    assert {d.place_name for d in deaths} == {"Lima"}
    assert {d.time and d.time.value for d in deaths} == {"2024-05-03"}


def test_what_came_after_years_is_of_no_day_of_the_story() -> None:
    text = (
        "Police detained 23 marchers on Wednesday night. The Front signed the truce"
        " after two years of war."
    )

    times = {one.type: one.time for one in read_events(text)}

    assert times["COERCE"] is not None
    assert times["AGREE"] is None
