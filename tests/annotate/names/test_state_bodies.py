"""Ministries, armies and parliaments in small letters, with and without their state."""

import pytest

from naming import tell_names, tell_referents
from reading import read_statements


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Norway's foreign ministry said on Monday that talks would resume.",
            "Norway's foreign ministry",
        ),
        (
            "The Ghanaian defence ministry denied the report.",
            "Ghanaian defence ministry",
        ),
        ("Two shells were fired, the Syrian army said.", "Syrian army"),
        ("Chile's central bank cut its rate.", "Chile's central bank"),
        ("Envoys met members of the Tajik parliament.", "Tajik parliament"),
        ("Peru's coast guard found the boat.", "Peru's coast guard"),
    ],
)
def test_a_body_with_its_state_is_named(text: str, name: str) -> None:
    assert tell_names(text)[name] == "Organization"


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministry said that talks would resume.",
        "A Swedish army was sent to the river in 1630.",
        "Swedish army officers met in Oslo.",
        "Norway's foreign minister met his guests.",
        "Norwegian fish and French wine were served.",
        "The Norwegian government resigned.",
        "Norway's old quarrel with the ministry went on.",
    ],
)
def test_what_has_no_state_or_is_no_body_is_not_named(text: str) -> None:
    assert "Organization" not in tell_names(text).values()


def test_capitals_and_small_letters_name_one_body() -> None:
    text = (
        "The Norwegian Foreign Ministry called the vote a farce. Norway's foreign"
        " ministry gave no reason. Sweden's foreign ministry was silent."
    )

    bodies = [name for name, kind in tell_names(text).items() if kind != "Place"]

    assert bodies == ["Norwegian Foreign Ministry", "Sweden's foreign ministry"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "The Norwegian Armed Forces (NAF) were silent. The Norwegian army fled, "
            "and Norway's military said so.",
            1,
        ),
        (
            "The Norwegian Army fled. The Norwegian Armed Forces said that Norway's "
            "army stood.",
            2,
        ),
        # "Sudanese" is of the Sudan that is named.
        ("The Sudanese army fled. Sudan's army is small.", 1),
        ("Armija je pobjegla. Norway's army fled, Sweden's military said.", 2),
    ],
)
def test_army_military_and_armed_forces_of_a_state_are_one(
    text: str, bodies: int
) -> None:
    assert list(tell_names(text).values()).count("Organization") == bodies


def test_what_the_army_says_further_down_is_said_by_it() -> None:
    text = (
        "Norway's army said on Monday that it would withdraw. The army denied that"
        " shells had been fired."
    )

    speakers = [party.name for one in read_statements(text) for party in one.speakers]

    assert speakers == ["Norway's army", "Norway's army"]


def test_two_armies_leave_the_army_open() -> None:
    text = (
        "Norway's army left the island. Sweden's army stayed. The army said that the"
        " island was quiet."
    )

    (said,) = read_statements(text)

    assert [party.entity for party in said.speakers] == [None]


def test_a_liberation_army_is_no_army_of_a_state() -> None:
    text = (
        "The Highland Liberation Army left the town of Mure. Talks between the army and"
        " the Highland Liberation Army failed."
    )

    assert tell_referents(text, "the army") == []


def test_a_spokesman_of_the_army_speaks_for_the_army_named_before() -> None:
    text = (
        'Norway\'s army said that it would stay. "We will not move," army spokesman'
        " Colonel Ivar Dahl told reporters."
    )

    _, said = read_statements(text)

    assert [party.name for party in said.speakers] == ["Norway's army"]
    assert [party.name for party in said.via] == ["Ivar Dahl"]


def test_a_spokesman_of_another_ministry_does_not_speak_for_it() -> None:
    text = (
        'Norway\'s foreign ministry accused Russia. "We will stay," interior ministry'
        " spokeswoman Ingrid Dahl said."
    )

    _, said = read_statements(text)

    assert "Norway's foreign ministry" not in [party.name for party in said.speakers]


def test_what_has_a_ministry_is_a_place() -> None:
    text = (
        "Veldia's foreign ministry accused Oslo of a provocation. Veldia had no plans"
        " to use force."
    )

    told = tell_names(text)
    assert told["Veldia"] == "Place"
    assert told["Veldia's foreign ministry"] == "Organization"
