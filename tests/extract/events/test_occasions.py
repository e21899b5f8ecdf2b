"""Events that take time and place from another event named in their clause."""

import pytest

from dragoman.model.claim import EventClaim
from reading import read_events, tell_event

TALKS = (
    "The fourth round of talks between Norland and the River Column opened on 20"
    " November 2024 in the convent of Santa Lucia in Arroyo.\n\n"
)


def tell(text: str, kind: str) -> EventClaim:
    (told,) = (claim for claim in read_events(TALKS + text) if claim.type == kind)
    return told


@pytest.mark.parametrize(
    ("text", "kind", "time"),
    [
        (
            "On the sidelines of the talks Lucia Ferrante and Saro Metekian signed a"
            " protocol on transit.",
            "AGREE",
            "2024-11-20",
        ),
        (
            "The night before the talks opened, gunmen killed Hilario Ccora.",
            "ASSAULT",
            "2024-11-19",
        ),
        (
            "Two days before the talks, gunmen killed Hilario Ccora in Puerto Real.",
            "ASSAULT",
            "2024-11-18",
        ),
    ],
)
def test_the_occasion_tells_the_day(text: str, kind: str, time: str) -> None:
    told = tell(text, kind)

    assert told.time is not None
    assert told.time.value == time
    assert "date from context" in told.time.inferred


def test_on_the_margins_of_talks_is_where_they_were() -> None:
    told = tell("On the margins of the talks the two ministers signed a pact.", "AGREE")

    assert told.place_name is not None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen killed Hilario Ccora at dawn.", "ASSAULT"),
        ("At a summit Lucia Ferrante signed a protocol with Saro Metekian.", "AGREE"),
    ],
)
def test_without_a_definite_occasion_nothing_is_added(text: str, kind: str) -> None:
    assert tell(text, kind).time is None


def test_whoever_was_somebodys_host_met_him() -> None:
    text = (
        "President Tan travelled to Baku on Monday. His hosts there were "
        "President Aliyev and Foreign Minister Bayramov."
    )

    told = [claim for claim in read_events(text) if claim.mode == "meeting"]
    assert [sorted(one.party.name for one in claim.participants) for claim in told] == [
        ["Aliyev", "Bayramov", "Tan"]
    ]


def test_who_might_be_the_hosts_has_met_nobody_yet() -> None:
    text = "His hosts would be President Aliyev and Foreign Minister Bayramov."

    assert [claim for claim in read_events(text) if claim.mode == "meeting"] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Geneva talks between Lena Okafor and Omar Karam were cancelled.",
            "CONSULT/meeting cancelled: a Lena Okafor, a Omar Karam @ Geneva",
        ),
        (
            "The Geneva meeting of Chad and Mali is planned for Monday.",
            "CONSULT/meeting planned: a Chad, a Mali @ Geneva 2024-05-13",
        ),
    ],
)
def test_the_city_that_a_meeting_is_called_by_is_its_place(
    text: str, told: str
) -> None:
    assert [tell_event(one) for one in read_events(text)] == [told]
