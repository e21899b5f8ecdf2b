"""False alarms stay rare on sentences in which nothing happens."""

from pathlib import Path

import pytest

from dragoman.analyze.event_codes import find_type
from reading import read_events

FILE = Path(__file__).parents[2] / "benchmarks" / "no_events.txt"
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
