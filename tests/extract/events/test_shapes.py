"""Short sentences as wire reports write them: who does what to whom, by type."""

from pathlib import Path

import pytest

from dragoman.analyze.event_codes import find_type
from dragoman.model.claim import EventClaim
from reading import read_events

FILE = Path(__file__).parent / "event_shapes.txt"

# Nothing has happened here, or not yet.
NOTHING = """
The two leaders have not spoken since March.
The minister denied that police had fired on the crowd.
If talks fail, the army may attack the town.
The visit of the president to Cairo was cancelled.
The bank opened its new branch on Friday.
The film shot in Morocco won a prize.
The engine died and the bus stopped.
The heat wave killed the mood at the festival.
The set fire to which he referred was only a joke.
She seized the moment.
Reports that gunmen had attacked a convoy were false, the army said.
The bus stopped at the checkpoint.
The bank would close the branch if the merger goes ahead, its director Tove Lind said.
"I leave with half a loaf," the mediator told the news agency.
"""


def _rows() -> list[list[str]]:
    return [
        [cell.strip() for cell in line.split("|")]
        for line in FILE.read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]


@pytest.mark.parametrize(("kind", "actor", "recipient", "text"), _rows())
def test_short_sentences_tell_their_event(
    kind: str, actor: str, recipient: str, text: str
) -> None:
    events = read_events(text)

    assert any(_is_told(claim, kind, actor, recipient) for claim in events), events


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_nothing_is_told_as_done_where_nothing_was(text: str) -> None:
    told = [one for one in read_events(text) if find_type(one.type, one.modality)]

    assert told == []


def _is_told(claim: EventClaim, kind: str, actor: str, recipient: str) -> bool:
    return (
        claim.type == kind
        and find_type(claim.type, claim.modality) == kind
        and _names(claim, actor)
        and _names(claim, recipient)
    )


def _names(claim: EventClaim, word: str) -> bool:
    return not word or any(
        word.lower() in one.party.name.lower() for one in claim.participants
    )
