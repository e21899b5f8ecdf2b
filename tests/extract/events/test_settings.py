"""Where an event takes place, however the phrase hangs."""

import pytest

from reading import read_events


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lorry drivers blocked the road to Puerto Cortés on Monday.", "Puerto Cortés"),
        ("The ministry deployed an armoured brigade to Albu Kamal.", "Albu Kamal"),
        ("On Monday the army bombed a camp north of Gao.", "Gao"),
        (
            "The minister met the head of the EU mission, Jānis Ozols, in Riga the "
            "following day to discuss websites.",
            "Riga",
        ),
        ("A visit by the special envoy Stepan Lugov to Riga was cancelled.", "Riga"),
        ("Lake troops marched into Gao in June and into history.", "Gao"),
        ("In Banja Luka last Saturday Staša Koj met Ivica Tod.", "Banja Luka"),
    ],
)
def test_a_place_is_found_wherever_it_hangs(text: str, place: str) -> None:
    (event,) = read_events(text)

    assert event.place_name == place


def test_of_two_places_that_are_aimed_at_none_is_where_it_was() -> None:
    (event,) = read_events("The ministry sent troops to Gao and to Kidal.")

    assert event.place_name is None


def test_a_state_that_troops_are_sent_to_is_no_place() -> None:
    (event,) = read_events("Chad deployed troops to Niger.")

    assert event.place_name is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LUBAO (Lake News) - Gunmen killed a judge on Sunday.", "LUBAO"),
        ("LUBAO (Lake News) - Chadian soldiers killed a judge on Sunday.", None),
        ("LUBAO (Lake News) - Gunmen killed a judge in Kalolo on Sunday.", "Kalolo"),
    ],
)
def test_a_deed_of_the_lead_is_where_the_dateline_says(
    text: str, place: str | None
) -> None:
    (event,) = [one for one in read_events(text) if one.type == "ASSAULT"]

    assert event.place_name == place


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The envoy met Omar Said in Tripoli and Ali Nour in Tobruk on Monday.",
            [("Tripoli", "2024-05-06"), ("Tobruk", "2024-05-06")],
        ),
        (
            "Rosa Lind met Omar Said in Tripoli on Monday and Ali Nour in Tobruk on "
            "Tuesday.",
            [("Tripoli", "2024-05-06"), ("Tobruk", "2024-05-07")],
        ),
        (
            "Rosa Lind received Omar Said, head of the bank in Tripoli, and Ali Nour "
            "in Rome on Monday.",
            [("Rome", "2024-05-06")],
        ),
        (
            "On Monday, after a meeting with Rosa Lind in Rome, Ali Nour resigned.",
            [("Rome", "2024-05-06")],
        ),
        (
            "After weeks of talks with Rosa Lind in Rome, Ali Nour resigned on Monday.",
            [],
        ),
        (
            "Ali Nour flew home on Monday after talks with Rosa Lind in Rome.",
            [("Rome", None)],
        ),
        (
            "Rosa Lind received Omar Said at her residence in the Hamra district.",
            [("Hamra", None)],
        ),
    ],
)
def test_where_and_when_each_guest_was_met(
    text: str, told: list[tuple[str, str | None]]
) -> None:
    found = [
        (one.place_name, one.time and one.time.value)
        for one in read_events(text)
        if one.mode == "meeting"
    ]

    assert found == told


def test_a_place_is_not_called_by_what_it_was_hit_with() -> None:
    text = "The army attacked the rebels at the Kata railway bridge with artillery."

    (event,) = read_events(text)
    assert event.place_name == "the Kata railway bridge"
