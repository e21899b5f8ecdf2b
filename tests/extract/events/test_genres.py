"""Words of force that tell of play, of a story or of the reader's own doing."""

from pathlib import Path

import pytest
import yaml

from reading import read_events

FILE = Path(__file__).parent / "ordinary_pages.yaml"
PAGES = yaml.safe_load(FILE.read_text("utf-8"))
# What is read on these pages beside what they tell, and how much of that is found.
MOST_ALARMS = 31
LEAST_TOLD = 45
GAME = (
    "Harlow Rovers beat Denby Town 3-2 in the semi-final of the cup. "
    "The goalkeeper saved a penalty before half-time. "
)
FILM = "The Salt Road is a 2016 drama film directed by Anton Reyl. "


def test_pages_without_conflict_fill_no_dossier() -> None:
    alarms, told = [], 0
    for page in PAGES:
        for one in read_events(page["text"]):
            names = " ".join(other.party.name for other in one.participants)
            right = any(
                kind == one.type and any(word in names for word in words.split())
                for kind, words in (line.split(": ") for line in page["events"])
            )
            told += right
            if not right:
                alarms.append((page["genre"], one.type, names))

    assert len(alarms) <= MOST_ALARMS, alarms
    assert told >= LEAST_TOLD


@pytest.mark.parametrize(
    "text",
    [
        GAME + "The visitors attacked from the start.",
        GAME + "Captain Niall Creed shot low into the net.",
        GAME + "Harlow Rovers will meet Southwick United on Sunday.",
        FILM + "Soldiers storm a farm and shoot the owner.",
        FILM + "The widow meets the man who killed her husband.",
        "If you surrender, the queen is executed.",
        "You can train your friends to use the tool.",
    ],
)
def test_play_and_stories_tell_nothing(text: str) -> None:
    assert read_events(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (GAME + "Police fired on fans outside the stadium, killing two.", "ASSAULT"),
        (GAME + "Coach Karl Brandt stepped down on Monday.", "RETREAT"),
        (FILM + "Police arrested Anton Reyl in May.", "COERCE"),
        ("Your soldiers killed nine people in Gao on Monday.", "ASSAULT"),
        ("The premier met the captain of the team in Gao on Monday.", "CONSULT"),
    ],
)
def test_what_happened_around_them_is_told(text: str, kind: str) -> None:
    assert kind in {one.type for one in read_events(text)}
