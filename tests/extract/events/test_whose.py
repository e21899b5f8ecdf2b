"""Trips and meetings that were planned or called off: whose, where and when."""

import pytest

from dragoman.model.claim import EventClaim, Modality
from reading import read_events


def _off(text: str, modality: Modality = Modality.CANCELLED) -> EventClaim:
    (found,) = (one for one in read_events(text) if one.modality is modality)
    return found


def _names(claim: EventClaim) -> list[str]:
    return [one.party.name for one in claim.participants]


@pytest.mark.parametrize(
    ("text", "names", "place", "day"),
    [
        (
            "Tomas Havel flew to Lima on Monday. A stop in Quito, foreseen for Tuesday,"
            " was called off by the hosts without explanation.",
            ["Tomas Havel"],
            "Quito",
            "2024-05-07",
        ),
        (
            "Tomas Havel, who was to have flown to Lima on June 17 for the commission,"
            " has put off the trip indefinitely.",
            ["Tomas Havel"],
            "Lima",
            "2023-06-17",
        ),
        (
            "A port call by a Chilean corvette at Gao, fixed for 17 May, has been"
            " cancelled as well.",
            [],
            "Gao",
            "2024-05-17",
        ),
    ],
)
def test_a_trip_called_off_is_the_travellers(
    text: str, names: list[str], place: str, day: str
) -> None:
    trip = _off(text)

    assert trip.mode == "visit"
    assert _names(trip) == names
    assert trip.place_name == place
    assert trip.time is not None
    assert trip.time.value == day


def test_an_audience_that_was_cancelled_is_a_meeting() -> None:
    text = (
        "An audience with President Lena Okoye, which the Chileans had announced"
        " beforehand, was cancelled, officially on account of a cold."
    )

    audience = _off(text)
    assert audience.mode == "meeting"
    assert _names(audience) == ["Lena Okoye"]


def test_an_audience_that_listens_is_no_meeting() -> None:
    assert read_events("Havel told an audience of students in Lima on Monday.") == []


def test_a_round_set_for_a_day_is_planned() -> None:
    text = (
        "Talks between Chad and Niger ended in Lima on Monday. A second round has been"
        " set for 28 June, again in the Peruvian capital."
    )

    after = _off(text, Modality.PLANNED)
    assert _names(after) == ["Chad", "Niger"]
    assert after.place_name == "Lima"
    assert after.time is not None
    assert after.time.value == "2024-06-28"


def test_talks_through_go_betweens_are_mediation() -> None:
    text = (
        "Okoye said that Chadian and Nigerien officials had been exchanging drafts"
        " through Kenyan mediators since January."
    )
    (talks,) = read_events(text)

    assert talks.mode == "mediation"
    parts = {one.part: one.party.name for one in talks.participants}
    assert parts == {
        "actor": "Chadian and Nigerien officials",
        "mediator": "Kenyan mediators",
    }


def test_a_leg_takes_somebody_somewhere() -> None:
    (visit,) = read_events(
        "The third leg of Tomas Havel's tour took him to Asmara on Monday."
    )

    assert visit.mode == "visit"
    assert _names(visit) == ["Tomas Havel"]
    assert visit.place_name == "Asmara"


def test_a_meeting_put_off_in_the_same_breath_is_told_once() -> None:
    text = (
        "Lena Okoye received the envoy Wim Daan on Friday. The army chiefs of Chad and"
        " Niger were to meet in Gao on Thursday; the meeting was postponed to 27 May."
    )

    off = _off(text)
    assert off.place_name == "Gao"
    assert off.time is None or off.time.value != "2024-05-27"


def test_the_new_day_of_what_was_put_off_is_not_its_day() -> None:
    trip = _off(
        "Tomas Havel's trip to Lima, announced for this month, has been put off until"
        " January."
    )

    assert trip.time is None or trip.time.value != "2024-01"


def test_a_visit_goes_where_the_visitor_is_told_to_go() -> None:
    trip = _off(
        "A visit to Helsinki by Chad's special envoy Wim Daan, expected on Monday, has"
        " been postponed."
    )

    assert (_names(trip), trip.place_name) == (["Wim Daan"], "Helsinki")


def test_there_is_the_place_named_before() -> None:
    (visit,) = (
        one
        for one in read_events(
            "Tomas Havel has accepted an invitation to Samarkand and will travel there"
            " in October, his office said."
        )
        if one.type == "CONSULT"
    )

    assert visit.modality is Modality.PLANNED
    assert visit.place_name == "Samarkand"
    assert visit.time is not None
    assert visit.time.value == "2024-10"


@pytest.mark.parametrize("verb", ["cancelled", "postponed", "called off"])
def test_meeting_called_off_is_of_who_calls_it_off_too(verb: str) -> None:
    event = _off(f"Amin Sadr {verb} the meeting with Lena Okafor.")
    assert {(one.party.name, one.part) for one in event.participants} == {
        ("Amin Sadr", "actor"),
        ("Lena Okafor", "recipient"),
    }
