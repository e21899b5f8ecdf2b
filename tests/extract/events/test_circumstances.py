"""Day, place and company of an event that stand in the sentence after it."""

import pytest

from reading import read_events, tell_event


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Gunmen killed four herders in Benara state. The attack took place on "
            "Sunday night in the village of Okpara.",
            "@ Okpara 2024-05-05",
        ),
        (
            "Fighters of the Front abducted four soldiers. The incident occurred in "
            "Moba on 3 May.",
            "@ Moba 2024-05-03",
        ),
        (
            "Police arrested Lena Havel. The arrest was made in Lipno on Friday.",
            "@ Lipno 2024-05-03",
        ),
        (
            "Thousands protested against the law. The march began at noon on Sunday in "
            "Tarang.",
            "@ Tarang 2024-05-05",
        ),
        (
            "Rioters looted shops in the capital, Gao. The unrest broke out on Sunday.",
            "@ Gao 2024-05-05",
        ),
        (
            "Fighters clashed with the army. The fighting erupted on Friday near Moba.",
            "@ Moba 2024-05-03",
        ),
        (
            "Chad and Mali signed an accord. The ceremony was held in Rome on Friday.",
            "@ Rome 2024-05-03",
        ),
        (
            "Rebels freed nine soldiers. The handover took place at Lipno on Friday.",
            "@ Lipno 2024-05-03",
        ),
        (
            "The court jailed Lena Havel. The verdict was read in Lipno on Friday.",
            "@ Lipno 2024-05-03",
        ),
        (
            "Lena Havel met Ana Ruiz. The meeting, held in Rome on Friday, was short.",
            "@ Rome 2024-05-03",
        ),
        (
            "Gunmen killed four herders, aides said. Nobody has claimed the attack, "
            "which happened in Moba on Friday.",
            "@ Moba 2024-05-03",
        ),
        (
            "Lena Havel spoke with Ana Ruiz on Friday. An aide listened to the call.",
            "CONSULT/call",
        ),
        (
            "Troops entered Moba on Friday and arrested two traders.",
            "COERCE/arrest asserted: a Troops, r two traders @ Moba 2024-05-03",
        ),
        (
            "The ministers were to meet in Rome on 9 May. They did not.",
            "cancelled",
        ),
        ("The march was to be held on Friday but was banned.", "cancelled"),
        (
            "A summit of the two presidents, planned for Rome, fell through.",
            "cancelled: a the two presidents",
        ),
        (
            "Lena Havel telephoned Ana Ruiz. The pair later signed a protocol in Rome.",
            "AGREE/ asserted: a Lena Havel, a Ana Ruiz @ Rome",
        ),
        (
            "Families met Lee in Ohrid on Friday. The relatives of the missing "
            "protested outside the hotel.",
            "a The relatives of the missing @ Ohrid 2024-05-03",
        ),
    ],
)
def test_day_and_place_may_stand_in_the_next_sentence(text: str, told: str) -> None:
    events = [tell_event(one) for one in read_events(text)]

    assert told in events[-1], events


def test_what_came_of_it_belongs_to_the_attack() -> None:
    (event,) = read_events(
        "Gunmen attacked a bus. The attack took place on Monday near Dori, killing two."
    )

    assert [(one.kind, one.low) for one in event.quantities] == [("killed", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Lena Havel. The attack happened on Friday in Gao.",
        "Police arrested Lena Havel. The arrest did not take place on Friday in Gao.",
        "Police arrested Lena Havel.\n\nA bridge fell.\n\nIt rained.\n\nThe arrest was"
        " made on Friday in Gao.",
        "Police arrested Lena Havel. An arrest was made on Friday in Gao.",
    ],
)
def test_another_incident_leaves_the_last_one_open(text: str) -> None:
    first = read_events(text)[0]

    assert (first.place_name, first.time) == (None, None)


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (
            "They were joined by Sir Alan Prewitt and by representatives of both "
            "parliaments.",
            ["Alan Prewitt", "representatives of both parliaments"],
        ),
        (
            "Ana Ruiz and Pavel Haas attended, along with a delegation of the Port "
            "Bank.",
            ["Ana Ruiz", "Pavel Haas", "Port Bank"],
        ),
    ],
)
def test_groups_join_a_meeting_told_before(second: str, told: list[str]) -> None:
    (event,) = read_events(
        f"The two presidents held talks in Lisava on Monday. {second}"
    )

    names = " ".join(one.party.name for one in event.participants)
    assert all(one in names for one in told), names


def test_groups_are_joined_in_one_sentence_too() -> None:
    (event,) = read_events(
        "The presidents held talks in Lisava, joined by their ministers of defence."
    )

    assert "their ministers of defence" in [
        one.party.name for one in event.participants
    ]


def test_whoever_attended_something_else_was_not_at_the_meeting() -> None:
    events = read_events(
        "The two presidents held talks in Lisava. Ana Ruiz attended a wedding in Rome."
    )

    assert all("Ana Ruiz" not in tell_event(one) for one in events[:1])


@pytest.mark.parametrize(
    "second",
    [
        "Neither prime minister attended.",
        "No ministers attended.",
        "Present was also Gent Lamaj, Lee's predecessor.",
    ],
)
def test_nobody_and_an_apposition_are_no_group(second: str) -> None:
    event = read_events(f"Ana Lee met Ivo Kim in Ohrid on Friday. {second}")[0]

    names = [one.party.name for one in event.participants]
    assert not any("minister" in name or "predecessor" in name for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine in Moba, aides said. The fighting erupted on 3 May 2021.",
        "Lena Havel met Ana Ruiz. A meeting held in Rome on Friday had been short.",
        "Lena Havel met Ana Ruiz. The election, held on Friday, was calm.",
        "Troops withdrew from Lipno, then arrested two traders on Friday.",
        "Lena Havel spoke with Ana Ruiz. She rejected the call for an inquiry.",
    ],
)
def test_other_events_lend_nothing(text: str) -> None:
    first = read_events(text)[0]

    assert first.mode != "call"
    assert first.time is None
    assert read_events(text)[-1].place_name in {None, "Moba", "Lipno"}
