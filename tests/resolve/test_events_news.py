"""The one attack that is the news in a town: first reports and those that follow."""

from itertools import permutations

import pytest

from builders import count
from dragoman.model.claim import EventClaim
from story import Story


def _attack(words: str, dead: int, **told: object) -> dict[str, object]:
    numbers = (count("killed", dead),)
    return {"kind": "ASSAULT", "words": words, "numbers": numbers, **told}


FIRST = "A bomb went off at a market in Gao and killed many"
LATER = "The dead of the bombing were counted anew"


@pytest.mark.parametrize(
    ("first", "second", "days", "events"),
    [
        # Neither day nor town in the first, a toll that grew.
        (_attack(FIRST, 40), _attack(LATER, 63, at="Gao"), 1, 1),
        (_attack(FIRST, 40), _attack(LATER, 22, at="Gao"), 1, 1),
        # Another town, another manner, another size, another week.
        (_attack(FIRST, 40), _attack(LATER, 63, at="Kidal"), 1, 2),
        (_attack(FIRST, 9), _attack("Gunmen shot them", 15, at="Gao"), 1, 2),
        (_attack(FIRST, 40), _attack(LATER, 400, at="Gao"), 1, 2),
        (_attack(FIRST, 2), _attack(LATER, 3, at="Gao"), 1, 2),
        (_attack(FIRST, 40), _attack(LATER, 63, at="Gao"), 7, 2),
        # What is told as past is no news.
        (_attack(FIRST, 40), _attack("A bombing long ago", 63, at="Gao"), 1, 2),
        (
            _attack(FIRST, 40),
            _attack(LATER, 63, at="Gao", when="2024-05-03"),
            1,
            2,
        ),
    ],
)
def test_an_attack_that_is_news_is_one(
    first: dict[str, object], second: dict[str, object], days: int, events: int
) -> None:
    story = Story()

    story.tell(first, published="2024-05-11")
    story.tell(second, published=f"2024-05-{11 + days}")

    assert story.number_of_events() == events


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_two_attacks_in_one_town_a_report_without_a_day_joins_neither(
    order: tuple[int, ...],
) -> None:
    tellings = [
        _attack("A bombing on one day", 40, at="Gao", when="2024-05-10"),
        _attack("Another bombing", 30, at="Gao", when="2024-05-12"),
        _attack("A bomb in Gao killed them", 35),
    ]
    story = Story()
    told: dict[int, EventClaim] = {}

    for number in order:
        (told[number],) = story.tell(tellings[number], published="2024-05-12")

    assert not story.desk.together(told[0], told[1])
    assert not story.desk.together(told[0], told[2])
    assert not story.desk.together(told[1], told[2])


def test_a_page_tells_one_attack_of_those_whom_it_describes_by_the_same_words() -> None:
    story = Story()
    told = {"kind": "ASSAULT", "unnamed": "forty shoppers", "at": "Gao"}

    story.tell(
        {**told, "words": "a bomb killed them"},
        {**told, "words": "the group carried out the attack"},
    )

    assert story.number_of_events() == 1


@pytest.mark.parametrize(
    ("name", "events"), [("Gao University College", 1), ("Timbuktu College", 2)]
)
def test_what_was_hit_may_be_named_in_part(name: str, events: int) -> None:
    story = Story()
    told = {"kind": "ASSAULT", "when": "2024-05-11"}

    for words, hit in (("was stormed", "Gao University"), ("was attacked", name)):
        story.tell({**told, "words": words, "who": (hit,), "guest": hit, "at": "Gao"})

    assert story.number_of_events() == events


def test_a_counterpart_is_the_minister_of_that_land() -> None:
    story = Story()
    here = {"when": "2024-05-11", "at": "Geneva"}

    story.tell(
        {"who": ("Anna Lee", "Pavel Orlov"), "words": "met", **here},
        bodies={"Pavel Orlov": "Russia"},
    )
    story.tell(
        {
            "who": ("Anna Lee",),
            "unnamed": "her Russian counterpart",
            "words": "held talks",
            **here,
        }
    )

    assert story.number_of_events() == 1


def test_gunmen_who_died_are_another_deed_than_those_whom_they_killed() -> None:
    story = Story()
    told = {"kind": "ASSAULT", "at": "Gao", "when": "2024-05-11"}
    hurt = (count("wounded", 79),)

    story.tell(
        {**told, "words": "79 were hurt", "unnamed": "79 others", "numbers": hurt},
        {
            **told,
            "words": "four died",
            "unnamed": "four attackers",
            "numbers": (count("killed", 4), *hurt),
        },
    )

    assert story.number_of_events() == 2
