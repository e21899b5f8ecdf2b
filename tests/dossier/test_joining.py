"""A trip is one line: the visit and the meeting for which it was made."""

from dataclasses import replace

import pytest

from dossier.by_hand import MATERIAL, MEETING, cite, section
from dragoman.model.claim import Modality, Participant, Party, Time

ACTOR = Participant(Party("e1", "Sara Adel"), "actor")
DAY = Time("2024-05-03", "3 May", "day", ())
MET = replace(MEETING, disagreements=(), time=DAY)
VISIT = replace(
    MET, id="v2", mode="visit", participants=(ACTOR,), citations=cite("Talks in Orhan")
)
OTHER_DAY = Time("2024-05-04", "4 May", "day", ())
HOSTED = (ACTOR, Participant(Party("e2", "Tomas Brun"), "recipient"))


def _tell(*events: object) -> list[str]:
    material = replace(MATERIAL, events=events, statements=())
    return section("Chronology", material)


def test_a_visit_and_its_meeting_are_told_in_one_line() -> None:
    for events in ((VISIT, MET), (MET, VISIT)):
        assert _tell(*events) == [
            "3 May 2024: Sara Adel visited Orhan and met Tomas Brun there."
        ]
        material = replace(MATERIAL, events=events, statements=())
        assert section("Meetings and visits", material) == [
            "Sara Adel visited Orhan on 3 May 2024 and met Tomas Brun there."
        ]


def test_who_received_the_guest_is_not_told_twice() -> None:
    assert _tell(replace(VISIT, participants=HOSTED), MET) == [
        "3 May 2024: Sara Adel visited Orhan, received by Tomas Brun."
    ]


@pytest.mark.parametrize(
    "meeting",
    [
        replace(MET, time=OTHER_DAY),
        replace(MET, place="e9", place_name="Gao"),
        replace(MET, participants=HOSTED[1:]),
        replace(MET, mode="call"),
        replace(MET, modality=Modality.PLANNED),
    ],
)
def test_another_day_place_or_traveller_is_no_part_of_the_trip(
    meeting: object,
) -> None:
    assert len(_tell(VISIT, meeting)) == 2
