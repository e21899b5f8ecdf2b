"""Deeds and meetings that agree in all but the parties, who cannot be the same."""

from itertools import permutations

import pytest

from builders import count
from story import LEE, OKOYE, Story

DAY = {"when": "2024-05-11", "at": "Gao"}
TAKEN = {"kind": "COERCE", "mode": "arrest", **DAY}
FREED = {"kind": "RETREAT", "mode": "release", **DAY}
HIT = {"kind": "ASSAULT", **DAY}


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        # The sides are swapped.
        ({"by": "rebels", "unnamed": "21 soldiers"}, {"by": "the army"}, 2),
        # One number, another noun; another land; another age.
        ({"unnamed": "33 hostages"}, {"unnamed": "33 prisoners"}, 2),
        ({"unnamed": "27 Russian envoys"}, {"unnamed": "27 German envoys"}, 2),
        ({"unnamed": "a 34-year-old man"}, {"unnamed": "a 52-year-old man"}, 2),
        # The same people in other words.
        ({"unnamed": "33 hostages"}, {"unnamed": "the 33 people"}, 1),
        ({"unnamed": "27 Russian envoys"}, {"unnamed": "27 envoys"}, 1),
        ({"unnamed": "37 smugglers"}, {"unnamed": "37 suspected smugglers"}, 1),
        ({"by": "police", "unnamed": "21 rebels"}, {"by": "the army"}, 1),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_number_joins_with_its_noun_and_its_side(
    one: dict[str, object],
    other: dict[str, object],
    events: int,
    turned: bool,  # noqa: FBT001 - a column
) -> None:
    story = Story()
    told = [
        {**TAKEN, "words": "brought in at dawn", **one},
        {**TAKEN, "words": "led away on trucks", "unnamed": "21 rebels", **other},
    ]

    for telling in reversed(told) if turned else told:
        story.tell(telling)

    assert story.number_of_events() == events


def test_two_attacks_in_a_town_with_as_many_dead_of_another_sort_are_two() -> None:
    story = Story()
    numbers = (count("killed", 4),)

    story.tell({**HIT, "words": "shot", "unnamed": "4 teachers", "numbers": numbers})
    story.tell({**HIT, "words": "hit", "unnamed": "4 policemen", "numbers": numbers})

    assert story.number_of_events() == 2


def test_each_army_shelling_the_other_is_two_attacks_however_alike_the_words() -> None:
    story = Story()
    words = "{} forces shelled a village at dawn and three {} soldiers were killed"

    for mine, theirs in (("Zhelian", "Kardanian"), ("Kardanian", "Zhelian")):
        story.tell(
            {
                **HIT,
                "words": words.format(mine, theirs),
                "by": f"{mine} forces",
                "unnamed": f"three {theirs} soldiers",
                "numbers": (count("killed", 3),),
            }
        )

    assert story.number_of_events() == 2


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ("the French ambassador", "the German ambassador", 2),
        ("the foreign minister", "the defence minister", 2),
        ("the French ambassador", "the ambassador", 1),
        ("the Turkish president", "the Turkish president", 1),
    ],
)
def test_the_envoys_of_two_states_are_met_one_by_one(
    one: str, other: str, events: int
) -> None:
    story = Story()
    for words, guest in (("received", one), ("talked with", other)):
        story.tell({**DAY, "who": (LEE,), "words": words, "unnamed": guest})

    assert story.number_of_events() == events


def test_a_second_meeting_is_asked_about_and_not_joined() -> None:
    first = {"who": (LEE, OKOYE), "at": "Gao", "words": "met in Gao this week"}
    again = {**first, "words": "met in Gao for the second time"}
    told = [(first, "2024-05-10"), (again, "2024-05-14")]

    for order in permutations(told):
        story = Story()
        for telling, day in order:
            story.tell(telling, published=day)

        assert story.number_of_events() == 2
        reasons = [
            reason for one in story.desk.latest.values() for reason in one.reasons
        ]
        assert "one report tells of another time" in reasons


def test_what_two_reports_of_a_day_tell_is_one_though_only_one_says_again() -> None:
    story = Story()
    told = {"who": (LEE, OKOYE), **DAY}

    story.tell({**told, "words": "met again in Gao"}, published="2024-05-12")
    story.tell({**told, "words": "met in Gao"}, published="2024-05-13")

    assert story.number_of_events() == 1


def test_what_fits_two_that_exclude_one_another_is_asked_about_in_every_order() -> None:
    told = ("27 Russian envoys", "27 envoys", "27 German envoys")

    for order in permutations(told):
        story = Story()
        for words in order:
            story.tell({**TAKEN, "words": f"led away {words}", "unnamed": words})

        asked = [
            one
            for one in story.desk.latest.values()
            if "another report speaks against it" in one.reasons
        ]
        assert story.number_of_events() == 2
        assert len(asked) == 1
