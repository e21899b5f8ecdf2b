"""Acts by words are done where and when the words are said."""

import pytest

from reading import read_events


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        (
            "Senator Ana Ruiz announced on 3 March 2024 in Gao that she stood behind "
            "the mayor, Lea Sow.",
            "2024-03-03",
            "Gao",
        ),
        (
            "Ana Ruiz threw her weight behind Lea Sow on 3 March 2024, telling a crowd "
            'in Gao that she was "the best".',
            "2024-03-03",
            "Gao",
        ),
        (
            "In a communiqué read out in Gao on 3 March 2024, the Lake Forum asked the "
            "government to free its members.",
            "2024-03-03",
            "Gao",
        ),
        (
            "The bishops rejected the offer in a letter that was read on 3 March 2024.",
            "2024-03-03",
            None,
        ),
        (
            "Prosecutors have charged Ben Oti with theft, according to an indictment "
            "unsealed on 3 March 2024.",
            "2024-03-03",
            None,
        ),
    ],
)
def test_an_act_has_day_and_place_of_its_words(
    text: str, day: str, place: str | None
) -> None:
    told = {"SUPPORT", "REQUEST", "REJECT", "ACCUSE"}
    (event,) = [one for one in read_events(text) if one.type in told]

    assert event.time is not None
    assert (event.time.value, event.place_name) == (day, place)


def test_what_one_says_that_one_will_do_is_not_of_that_day() -> None:
    events = read_events(
        "Ana Ruiz said on 3 March 2024 that she would support the mayor, Lea Sow."
    )

    assert all(one.time is None for one in events)


def test_who_comes_and_asks_is_told_to_ask() -> None:
    text = "Ana Ruiz flew to Gao on Thursday and asked villagers to report strangers."
    assert "REQUEST" in {event.type for event in read_events(text)}
