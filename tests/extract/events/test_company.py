"""Who else took part in a meeting, who came along on a visit."""

import pytest

from dragoman.model.claim import EventClaim
from reading import read_events

_MET = "Tomas Havel met President Lena Okoye in Lima on Monday"


def _told(text: str) -> list[EventClaim]:
    return [one for one in read_events(text) if one.type == "CONSULT"]


def _names(claim: EventClaim) -> set[str]:
    return {one.party.name for one in claim.participants}


@pytest.mark.parametrize(
    "rest",
    [
        ". Foreign Minister Wim Daan also took part.",
        ". Her chief of staff, Wim Daan, attended.",
        ". Her chief of staff, Wim Daan, was present.",
        ". Wim Daan, the army chief, joined them for lunch.",
        ". Also in the room was the army chief, Wim Daan.",
        "; Finance Minister Wim Daan sat in on the talks.",
        ", with Defence Minister Wim Daan also taking part.",
    ],
)
def test_who_took_part_too_is_added_to_the_meeting(rest: str) -> None:
    (met,) = _told(_MET + rest)

    assert _names(met) == {"Tomas Havel", "Lena Okoye", "Wim Daan"}


@pytest.mark.parametrize(
    "rest",
    [
        ". Wim Daan was present when the bomb went off.",
        ". Wim Daan took part in the marathon.",
        ". Wim Daan did not attend.",
        ". Wim Daan joined the Reform Party.",
        ". Wim Daan was present at the wedding.",
    ],
)
def test_who_was_elsewhere_is_not_added(rest: str) -> None:
    (met,) = _told(_MET + rest)

    assert _names(met) == {"Tomas Havel", "Lena Okoye"}


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Havel flew to Gao on Monday together with the army chief, Wim Daan.",
        "Tomas Havel, who flew to Gao on Monday together with the army chief, "
        " Wim Daan, refused to comment.",
        "Tomas Havel toured Gao on Monday in the company of the governor, Wim Daan.",
        "Tomas Havel travelled to Gao with Wim Daan on Sunday.",
    ],
)
def test_who_comes_along_travels_too(text: str) -> None:
    (visit,) = _told(text)

    assert visit.mode == "visit"
    assert _names(visit) == {"Tomas Havel", "Wim Daan"}
