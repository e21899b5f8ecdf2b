"""Calls told beside another verb, and papers that are handed over."""

import pytest

from dragoman.model.claim import EventClaim
from reading import read_events


def _told(text: str) -> list[EventClaim]:
    return [one for one in read_events(text) if one.type == "CONSULT"]


def _names(claim: EventClaim) -> set[str]:
    return {one.party.name for one in claim.participants}


CALLS = [
    (
        "Okoye assured the minister in a telephone call on Tuesday that the truce"
        " would hold.",
        {"Okoye", "the minister"},
        "2024-05-07",
    ),
    (
        "In a telephone conversation with Lena Okoye on Monday, Tomas Havel said the"
        " dam was safe.",
        {"Lena Okoye", "Tomas Havel"},
        "2024-05-06",
    ),
    (
        "Okoye and Havel conferred by video link on Sunday.",
        {"Okoye", "Havel"},
        "2024-05-05",
    ),
    (
        "Tomas Havel, who was on a visit to Manila, spoke on Monday by telephone with"
        " his Peruvian counterpart, Lena Okoye.",
        {"Tomas Havel", "Lena Okoye"},
        "2024-05-06",
    ),
]


@pytest.mark.parametrize(("text", "names", "day"), CALLS)
def test_a_call_that_says_how_something_was_said_is_a_call(
    text: str, names: set[str], day: str
) -> None:
    (call,) = (one for one in _told(text) if one.mode == "call")

    assert _names(call) == names
    assert call.time is not None
    assert call.time.value == day


@pytest.mark.parametrize(
    "text",
    [
        "Okoye was killed by a telephone bomb on Monday.",
        "The minister held up a phone and spoke of Havel.",
        "The spokesman said by telephone that the road was open.",
    ],
)
def test_a_telephone_alone_is_no_call(text: str) -> None:
    assert _told(text) == []


HANDED = [
    (
        "Ambassador Wim Daan was called to the Chilean Foreign Ministry on Thursday,"
        " where the director for Europe, Lena Okoye, handed him a note of protest.",
        {"Wim Daan", "Lena Okoye"},
    ),
    (
        "Wim Daan, Chad's envoy in Lima, was given a note of protest by Deputy Foreign"
        " Minister Lena Okoye on Thursday.",
        {"Wim Daan", "Lena Okoye"},
    ),
    (
        "The new Danish ambassador, Wim Daan, presented his credentials to President"
        " Lena Okoye on Friday.",
        {"Wim Daan", "Lena Okoye"},
    ),
    (
        "King Idris Moss received the credentials of the new Danish ambassador, Wim"
        " Daan, on Monday.",
        {"Idris Moss", "Wim Daan"},
    ),
]


@pytest.mark.parametrize(("text", "names"), HANDED)
def test_who_hands_a_paper_over_meets_who_takes_it(text: str, names: set[str]) -> None:
    (met,) = _told(text)

    assert met.mode == "meeting"
    assert _names(met) == names


def test_a_paper_handed_over_at_a_meeting_is_no_other_meeting() -> None:
    text = (
        "Tomas Havel met Lena Okoye in Lima on Monday. Havel handed Okoye a letter from"
        " the king."
    )

    (met,) = _told(text)
    assert len(met.citations) == 2


def test_an_envoy_called_to_the_ministry_is_summoned_by_it() -> None:
    text = "Ambassador Wim Daan was called to the Chilean Foreign Ministry on Thursday."
    (summons,) = (one for one in read_events(text) if one.type == "ACCUSE")

    parts = {one.party.name: one.part for one in summons.participants}
    assert parts == {"Wim Daan": "recipient", "Chilean Foreign Ministry": "actor"}


def test_a_consul_sees_those_who_are_held() -> None:
    text = "Consul Wim Daan saw the nine sailors on Friday at the naval base in Gao."
    (met,) = _told(text)

    assert _names(met) == {"Wim Daan", "the nine sailors"}
    assert met.place_name == "Gao"


def test_who_only_sees_a_crowd_meets_nobody() -> None:
    assert _told("Wim Daan saw thirty sailors on Friday at the gate in Gao.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Havel was shown round the terminal at Port Gao by the governor, Lena"
        " Okoye.",
        "Tomas Havel shook hands with Lena Okoye in Gao on Monday.",
        "High Commissioner Tomas Havel called on Lena Okoye in Dhaka on Thursday;"
        " electricity was discussed.",
        "Tomas Havel was met on the tarmac by Deputy Prime Minister Lena Okoye.",
    ],
)
def test_who_is_called_on_or_shown_round_is_met(text: str) -> None:
    (met,) = _told(text)

    assert met.mode == "meeting"
    assert _names(met) == {"Tomas Havel", "Lena Okoye"}
    assert not {"Lena Okoye", "the tarmac"} & set(met.topics)


@pytest.mark.parametrize(
    "text",
    [
        "Wim Daan called on Lena Okoye to resign.",
        "On Tuesday the Front gathered thousands of supporters at the stadium in Gao.",
    ],
)
def test_an_appeal_or_a_crowd_is_no_meeting(text: str) -> None:
    assert _told(text) == []


def test_a_dinner_in_somebodys_honour_is_with_him() -> None:
    text = (
        "Tomas Havel arrived in Gao on Monday. In the evening a dinner was given in his"
        " honour by President Lena Okoye."
    )
    (dinner,) = (one for one in _told(text) if one.mode == "meeting")

    assert _names(dinner) == {"Tomas Havel", "Lena Okoye"}


def test_leaders_who_withdraw_for_talks_leave_nothing() -> None:
    claims = read_events("The two leaders withdrew for talks behind closed doors.")

    assert [one.type for one in claims] == ["CONSULT"]
