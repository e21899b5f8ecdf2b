"""False alarms stay rare on sentences in which nothing happens."""

from pathlib import Path

import pytest

from dragoman.analyze.event_codes import find_type
from reading import read_events

FILE = Path(__file__).parents[3] / "benchmarks" / "no_events.txt"
TEXTS = [
    line for line in FILE.read_text("utf-8").splitlines() if line[:1] not in {"", "#"}
]
MOST = 15


def test_events_are_seldom_read_where_none_is_told() -> None:
    alarms = [
        text
        for text in TEXTS
        if any(find_type(claim.type, claim.modality) for claim in read_events(text))
    ]

    assert len(TEXTS) == 150
    assert len(alarms) <= MOST, alarms


@pytest.mark.parametrize(
    "text",
    ["The minister was fired on Monday.", "The army's chief was fired on Friday."],
)
def test_who_is_fired_on_a_day_is_not_shot_at(text: str) -> None:
    assert [one for one in read_events(text) if one.type == "ASSAULT"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The men boarded trains that took them home.",
        "That is why Anna Lindqvist is on her way to Oslo.",
        "Democrats from two states are digging in against the president.",
        "The two were removed from the list after Chad agreed to try them.",
        "He is reclaiming the mines of the company.",
        "None of his arguments should prevent Karl Brandt from buying mines.",
        "The scouts were hanging on his moves.",
        "The player picked off a pass and returned it.",
    ],
)
def test_words_of_force_that_tell_of_none(text: str) -> None:
    forces = {"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"}
    assert [one.type for one in read_events(text) if one.type in forces] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Marines boarded the tanker in the strait.", "COERCE"),
        ("Two battalions are on their way to Gao.", "MOBILIZE"),
        ("On Monday rebels reclaimed the town of Gao.", "ASSAULT"),
        ("The police prevented Musa Bello from entering Chad.", "COERCE"),
        ("The junta hanged Musa Bello.", "ASSAULT"),
        ("A sniper picked off three soldiers in Gao.", "ASSAULT"),
    ],
)
def test_words_of_force_that_tell_of_it(text: str, kind: str) -> None:
    assert kind in {one.type for one in read_events(text)}


def test_who_is_kept_from_something_is_no_place() -> None:
    events = read_events("The council banned Chad from leaving the union.")
    assert [(one.modality, one.place) for one in events] == [
        ("asserted", None),
        ("denied", None),
    ]
