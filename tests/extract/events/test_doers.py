"""Who acts where a phrase, a thing or another's clause stands in between."""

import pytest

from reading import read_events


def _parts(text: str, kind: str) -> list[tuple[str, str]]:
    (event,) = [one for one in read_events(text) if one.type == kind]
    return [(one.part, one.party.name) for one in event.participants]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("A ship of the Kardan Navy attacked a boat.", "ASSAULT", "Kardan Navy"),
        (
            "The prosecutor's office arrested Ana Ruiz.",
            "COERCE",
            "The prosecutor's office",
        ),
        (
            "A march by cement workers is planned for Friday.",
            "PROTEST",
            "cement workers",
        ),
        (
            "Nine people were killed in an attack claimed by the Northern Front.",
            "ASSAULT",
            "Northern Front",
        ),
        ("In Lima soldiers arrested nine men.", "COERCE", "soldiers"),
    ],
)
def test_who_acts_is_found(text: str, kind: str, actor: str) -> None:
    assert [name for part, name in _parts(text, kind) if part == "actor"] == [actor]


@pytest.mark.parametrize("verb", ["chaired a summit", "presided over talks"])
def test_who_chairs_a_meeting_is_in_it(verb: str) -> None:
    parts = _parts(
        f"On Monday Chairman Tomas Bell {verb} with Premier Ana Ruiz.", "CONSULT"
    )

    assert parts == [("actor", "Tomas Bell"), ("recipient", "Ana Ruiz")]


def test_a_thing_of_a_state_does_nothing_for_it() -> None:
    text = "Kenya's prison population has exploded, and its habits killed nine men."

    assert all(
        one.party.name != "Kenya"
        for event in read_events(text)
        for one in event.participants
    )


def test_no_funeral_is_who_was_killed() -> None:
    text = "Thousands attended the funeral of Ana Ruiz, who was killed by gunmen."

    assert _parts(text, "ASSAULT") == [("actor", "gunmen"), ("recipient", "Ana Ruiz")]


def test_what_was_before_a_flight_is_not_on_its_day() -> None:
    text = "Having met Karim Bell, Ana Ruiz flew to Rome on Monday."
    meeting = next(one for one in read_events(text) if one.mode == "meeting")

    assert (meeting.time, meeting.place) == (None, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A crowd marched on the police headquarters.", "the police headquarters"),
        ("Soldiers exchanged fire across the Nala ridge.", "the Nala ridge"),
        ("Nine men were killed on the bridge.", "the bridge"),
        ("In Lima soldiers arrested nine men.", "Lima"),
    ],
)
def test_a_site_is_where_it_was(text: str, place: str) -> None:
    (event,) = read_events(text)

    assert event.place_name == place


def test_what_killed_them_is_one_deed_with_its_dead() -> None:
    text = "Nine men were killed in an attack carried out by the Northern Front in Gao."
    (event,) = read_events(text)

    assert [one.party.name for one in event.participants] == [
        "Nine men",
        "Northern Front",
    ]


@pytest.mark.parametrize("who", ["Delegates", "Officials", "Diplomats"])
def test_who_comes_from_two_sides_meets_for_them(who: str) -> None:
    parts = _parts(f"{who} from Chad and the Northern Front met in Doha.", "CONSULT")

    assert parts == [("actor", "Chad"), ("actor", "Northern Front")]


def test_what_killed_them_was_where_and_when_it_took_place() -> None:
    text = "The attack, which killed nine, took place in Gao on Monday."
    (event,) = read_events(text)

    assert event.place_name == "Gao"
    assert event.time is not None
    assert event.time.value == "2024-05-06"


def test_a_market_of_a_town_is_in_it() -> None:
    (event,) = read_events("Gao's main market was bombed on Monday.")

    assert event.place_name == "Gao"
