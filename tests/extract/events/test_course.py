"""Where a story is from sentence to sentence, and what of it happened there."""

import pytest

from dragoman.model.claim import EventClaim
from reading import read_events

# Published on Sunday, 12 May 2024.
_PUBLISHED = "2024-05-12"


def _settings(text: str) -> list[tuple[str, str | None, str | None]]:
    events = read_events(text, _PUBLISHED)
    return [(one.type, one.place_name, _day(one)) for one in events]


def _day(event: EventClaim) -> str | None:
    return None if event.time is None else event.time.value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Men stopped work in Leeds on Monday in a strike. Union officials met "
            "the company's managers in the evening.",
            ("CONSULT", "Leeds", "2024-05-06"),
        ),
        (
            "Separatists killed a chief in Kumbo on 2 May. In retaliation, soldiers "
            "burned eleven houses the next morning.",
            ("ASSAULT", "Kumbo", "2024-05-03"),
        ),
        (
            "The truce in Manbij collapsed on Tuesday. Artillery struck the bakery and "
            "killed seven people.",
            ("ASSAULT", "Manbij", "2024-05-07"),
        ),
        (
            "Foreign ministers gathered in Astana on Wednesday for a summit. On the "
            "sidelines, Daniyar Sultanov met Bat Enkhbold.",
            ("CONSULT", "Astana", "2024-05-08"),
        ),
        (
            "Families met Anna Lee in Ohrid on Friday. Relatives protested outside "
            "the hotel.",
            ("PROTEST", "Ohrid", "2024-05-10"),
        ),
        (
            "Live: teachers march in Accra\n\n09:30 Police closed the road.\n\n"
            "10:50 Officers fired tear gas.\n\n11:20 Three men were arrested.",
            ("COERCE", "Accra", "2024-05-12"),
        ),
    ],
)
def test_a_story_stays_where_and_when_it_is(
    text: str, told: tuple[str, str, str]
) -> None:
    assert told in _settings(text)


def test_talks_do_not_place_a_raid_of_others() -> None:
    text = (
        "Anna Lee met the Kurdish leader, Omar Rashid, in Erbil on Monday. Jets bombed "
        "a camp on Monday evening."
    )

    assert ("ASSAULT", "Erbil", "2024-05-06") not in _settings(text)


def test_what_had_been_before_was_perhaps_elsewhere() -> None:
    text = "Anna Lee met Omar Rashid in Erbil on Monday. Rebels had killed his guard."

    assert all(place != "Erbil" for kind, place, _ in _settings(text)[1:])


def test_another_place_ends_the_setting() -> None:
    text = (
        "Gunmen killed two men in Kumbo on Monday. In Bafut nothing was heard. "
        "Soldiers burned three houses on Monday."
    )

    assert ("ASSAULT", "Kumbo", "2024-05-06") not in _settings(text)[1:]


def test_a_town_may_be_shelled_again() -> None:
    text = "Rebels shelled Gao on Tuesday and again on Friday."

    days = [day for _, _, day in _settings(text)]

    assert days == ["2024-05-07", "2024-05-10"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Omar Said spent Tuesday in Lima. Before leaving, he signed a treaty with "
            "Prime Minister Ana Rojas.",
            ("AGREE", "Lima", "2024-05-07"),
        ),
        (
            "Rain fell in Gao on Tuesday morning. By nightfall, rebels had captured "
            "the airport.",
            ("ASSAULT", "Gao", "2024-05-07"),
        ),
        (
            "Wednesday brought no relief. Rebels shelled the port of Gao.",
            ("ASSAULT", "Gao", "2024-05-08"),
        ),
        (
            "Rain fell. It was Tuesday, 7 May, and the judge jailed Omar Said.",
            ("SANCTION", None, "2024-05-07"),
        ),
        (
            "Omar Said met Ana Rojas in Lima on Tuesday. Late that night he telephoned "
            "Idriss Bello.",
            ("CONSULT", None, "2024-05-07"),
        ),
        (
            "Meeting in Bonn on Saturday, the ministers of Chad and Niger signed a "
            "treaty.",
            ("AGREE", "Bonn", "2024-05-11"),
        ),
        (
            "Omar Said and Ana Rojas met for the first time since 2019 on Thursday.",
            ("CONSULT", None, "2024-05-09"),
        ),
    ],
)
def test_other_words_set_a_day_too(
    text: str, told: tuple[str, str | None, str | None]
) -> None:
    assert _settings(text)[-1] == told


def test_an_appointment_that_will_not_be_is_off() -> None:
    text = "The envoy, Omar Said, will not come to Lima on Friday."

    (event,) = read_events(text, _PUBLISHED)

    assert event.modality.value == "cancelled"
