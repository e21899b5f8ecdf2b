from dataclasses import replace

import pytest

from builders import count
from desk import Desk
from dragoman.model.claim import Modality, Participant
from dragoman.resolve.events import EventResolver
from story import HADDAD, LEE, OKOYE, Story


def test_tolls_that_differ_between_reports_are_one_event() -> None:
    story = Story()
    strike = {"kind": "ASSAULT", "who": (LEE,), "at": "Hanoi", "when": "2024-05-11"}

    story.tell(
        {**strike, "words": "twelve were killed", "numbers": (count("killed", 12),)}
    )
    story.tell(
        {**strike, "words": "fourteen were killed", "numbers": (count("killed", 14),)}
    )

    assert story.number_of_events() == 1


@pytest.mark.parametrize(
    ("day", "place", "events"),
    [
        ("2024-05-11", "Dervan", 1),
        ("2024-05-10", "Dervan", 1),  # a slip over midnight
        ("2024-05-05", "Dervan", 2),
        ("2024-05-10", "Egypt", 2),  # a state is no place of one incident
    ],
)
def test_first_reports_of_an_incident_differ_in_day_and_toll(
    day: str, place: str, events: int
) -> None:
    story = Story()
    shooting = {"kind": "ASSAULT", "at": place}

    story.tell(
        {
            **shooting,
            "when": "2024-05-11",
            "words": "five people were killed in an exchange of fire",
            "numbers": (count("killed", 5),),
            "unnamed": "five people",
        }
    )
    story.tell(
        {
            **shooting,
            "when": day,
            "words": "a gang attacked the post, three servicemen died",
            "numbers": (count("killed", 3),),
            "unnamed": "three servicemen",
        }
    )

    assert story.number_of_events() == events


def test_tolls_that_differ_within_a_report_are_two_events() -> None:
    story = Story()
    strike = {"kind": "ASSAULT", "who": (LEE,), "at": "Hanoi", "when": "2024-05-11"}

    story.tell(
        {**strike, "words": "twelve were killed", "numbers": (count("killed", 12),)},
        {**strike, "words": "three were killed", "numbers": (count("killed", 3),)},
    )

    assert story.number_of_events() == 2


def test_attacks_on_different_targets_stay_apart() -> None:
    story = Story()
    first, second = story.tell(
        {"kind": "ASSAULT", "who": (LEE, OKOYE), "when": "2024-05-11", "words": "one"},
        {"kind": "ASSAULT", "who": (LEE, HADDAD), "when": "2024-05-11", "words": "two"},
    )
    parts = [
        replace(
            one,
            participants=(
                one.participants[0],
                Participant(one.participants[1].party, "recipient"),
            ),
        )
        for one in (first, second)
    ]
    desk = Desk()
    desk.add(parts, EventResolver())

    assert not desk.together(first, second)


@pytest.mark.parametrize(
    ("target", "day", "events"),
    [
        ("THE MARKET", "2024-05-11", 1),
        ("the market of Dervan", "2024-05-10", 1),  # dates differ, the target does not
        ("a bus stop", "2024-05-11", 2),
        ("a bus stop", "2024-05-10", 2),
    ],
)
def test_reports_of_one_attack_meet_by_what_was_hit(
    target: str, day: str, events: int
) -> None:
    story = Story()
    attack = {"kind": "ASSAULT", "at": "Dervan"}

    story.tell(
        {
            **attack,
            "when": "2024-05-11",
            "words": "shells hit the livestock market",
            "unnamed": "the livestock market of Dervan",
        }
    )
    story.tell({**attack, "when": day, "words": "it was bombed", "unnamed": target})

    assert story.number_of_events() == events


def test_who_attacked_may_be_disputed() -> None:
    story = Story()
    attack = {
        "kind": "ASSAULT",
        "at": "Dervan",
        "when": "2024-05-11",
        "unnamed": "the market of Dervan",
    }

    story.tell({**attack, "who": (LEE,), "words": "Lee's men shelled the market"})
    story.tell({**attack, "who": (OKOYE,), "words": "the market, shelled by Okoye"})

    assert story.number_of_events() == 1


@pytest.mark.parametrize(("dead", "joined"), [(89, True), (14, False), (90, False)])
def test_a_large_exact_toll_tells_which_attack_is_meant(
    dead: int,
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    story = Story()
    toll = (count("killed", dead),)

    (first,) = story.tell(
        {"kind": "ASSAULT", "words": "The blasts left them dead", "numbers": toll}
    )
    (second,) = story.tell(
        {"kind": "ASSAULT", "words": "Bombs at a shrine took lives", "numbers": toll}
    )

    assert story.desk.together(first, second) is joined


def test_a_toll_of_another_place_is_that_of_another_attack() -> None:
    story = Story()
    toll = (count("killed", 89),)

    (first,) = story.tell(
        {"kind": "ASSAULT", "words": "The blasts", "numbers": toll, "at": "Nairobi"}
    )
    (second,) = story.tell(
        {"kind": "ASSAULT", "words": "The bombs", "numbers": toll, "at": "Manila"}
    )

    assert not story.desk.together(first, second)


def test_what_a_sentence_denies_is_not_what_it_tells() -> None:
    story = Story()
    words = "The guards stormed the office but, officials said, not the archive."
    storming = {"kind": "ASSAULT", "who": (LEE,), "words": words}

    told, denied = story.tell(
        storming,
        {**storming, "words": words[4:], "how": Modality.DENIED},
    )

    assert not story.desk.together(told, denied)
