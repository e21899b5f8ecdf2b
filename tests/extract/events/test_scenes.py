"""Where and when an attack was, told beside the verb or the sentence that tells it."""

import pytest

from reading import read_events


@pytest.mark.parametrize(
    ("text", "place", "time"),
    [
        (
            "Forty people were killed and 12 wounded in an attack in Lipno on Friday.",
            "Lipno",
            "2024-05-03",
        ),
        (
            "A bomb killed 95 people and injured 158 others in the centre of Mali's "
            "capital, Bamako.",
            "Bamako",
            None,
        ),
        (
            "Protesters were at a rally in Ankara when a bomb exploded, killing nine.",
            "Ankara",
            None,
        ),
        # Where she was says nothing of the bus.
        ("Lena Havel was in Lipno when gunmen attacked a bus.", None, None),
        # One place holds for both; "in Tarvik" is the second one's alone.
        ("Two were killed in Lipno and three were hurt in Tarvik.", "Lipno", None),
        (
            "A bomber drove a lorry towards a hotel in Lipno on Friday. The attack "
            "left at least 63 people dead.",
            "Lipno",
            "2024-05-03",
        ),
        (
            "A bomb killed nine people in Lipno. The attack took place at a crowded "
            "market.",
            "Lipno",
            None,
        ),
    ],
)
def test_place_and_day_of_an_attack(
    text: str, place: str | None, time: str | None
) -> None:
    attack = next(one for one in read_events(text) if one.type == "ASSAULT")

    assert attack.place_name == place
    assert (None if attack.time is None else attack.time.value) == time


@pytest.mark.parametrize(
    "text",
    [
        "Officials raised the death toll from Friday's bombing in Lipno to 103.",
        "On Sunday officials put the toll from Friday's bombing in Lipno at 103.",
    ],
)
def test_a_toll_that_somebody_raises_is_that_of_the_attack(text: str) -> None:
    (attack,) = read_events(text)

    assert attack.place_name == "Lipno"
    assert attack.time is not None
    assert attack.time.value == "2024-05-03"
    assert [(one.kind, one.low) for one in attack.quantities] == [("killed", 103)]


def test_what_an_attack_is_measured_by_gives_it_neither_day_nor_dead() -> None:
    text = (
        "They shot the guards in the deadliest attack since the 1998 bombing of the "
        "Lipno embassy. In all 148 people were killed."
    )

    attacks = [one for one in read_events(text) if one.type == "ASSAULT"]
    old = [one for one in attacks if one.time and one.time.value == "1998"]
    new = [one for one in attacks if one not in old]

    assert all(not one.quantities for one in old)
    assert any(q.low == 148 for one in new for q in one.quantities)


def test_what_happened_in_an_old_attack_has_its_year() -> None:
    text = "It surpasses the Lipno massacre in 2013, where 67 people were killed."

    (attack,) = [one for one in read_events(text) if one.quantities]

    assert attack.time is not None
    assert attack.time.value == "2013"


@pytest.mark.parametrize(
    ("text", "modality", "time"),
    [
        ("Lena Havel is likely to meet Oren Vash on Sunday.", "planned", "2024-05-12"),
        (
            "Lena Havel was departing on Monday to see Oren Vash on Sunday.",
            "planned",
            "2024-05-12",
        ),
        (
            "It is expected that Lena Havel will meet Oren Vash on Sunday.",
            "planned",
            "2024-05-12",
        ),
        (
            "Lena Havel and Oren Vash will dine together on Sunday.",
            "planned",
            "2024-05-12",
        ),
    ],
)
def test_what_lies_ahead_has_a_day_ahead(text: str, modality: str, time: str) -> None:
    (meeting,) = [one for one in read_events(text) if one.type == "CONSULT"]

    assert meeting.modality.value == modality
    assert meeting.time is not None
    assert meeting.time.value == time


@pytest.mark.parametrize(
    "text",
    [
        "The figures released on Monday show a fall.",
        "Official figures released by the ministry show a fall.",
        "Villagers fear the bandits who kidnap and kill farmers.",
    ],
)
def test_numbers_and_habits_are_no_events(text: str) -> None:
    assert read_events(text) == []


def test_opposition_figures_are_people() -> None:
    (freed,) = read_events("The army released two opposition figures on Monday.")

    assert (freed.type, freed.mode) == ("RETREAT", "release")


def test_a_visit_for_a_summit_is_one_event() -> None:
    (visit,) = read_events("President Lena Havel flew to Oslo to attend the summit.")

    assert visit.mode == "visit"
