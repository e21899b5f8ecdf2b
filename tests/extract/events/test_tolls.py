"""Dead and wounded told apart from their attack."""

import pytest

from dragoman.model.claim import EventClaim
from reading import read_events

CASES = [
    (
        "Gunmen ambushed a convoy near Tarvik on Monday. Seventeen soldiers were killed"
        " and more than 30 wounded; a hospital source spoke of 24 dead.",
        {("killed", 17), ("wounded", 30), ("killed", 24)},
    ),
    (
        "On Monday a jet bombed a camp at Tarvik; eight fighters died.",
        {("killed", 8)},
    ),
    (
        "On Monday gunmen attacked the town of Tarvik, killing 12 officers. The"
        " governor put the number of wounded at 19.",
        {("killed", 12), ("wounded", 19)},
    ),
    (
        "The number of people killed in Monday's attack on the market of Tarvik has"
        " risen to 17, the ministry said. A doctor put the figure at 15.",
        {("killed", 17), ("killed", 15)},
    ),
    (
        "Rockets struck the market of Tarvik on Monday. The group has documented the"
        " deaths of 19 traders and injuries to 41 others.",
        {("killed", 19), ("wounded", 41)},
    ),
    (
        "The attack on the market of Tarvik on March 3, 2024 killed more than 20"
        " traders.",
        {("killed", 20)},
    ),
    (
        "A bomb exploded in Tarvik on Monday. The death toll has risen to 14.",
        {("killed", 14)},
    ),
]


def _attacks(text: str) -> list[EventClaim]:
    return [event for event in read_events(text) if event.type == "ASSAULT"]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_all_numbers_go_to_the_one_attack(
    text: str, wanted: set[tuple[str, int]]
) -> None:
    (attack,) = _attacks(text)

    assert attack.place_name == "Tarvik"
    assert {(one.kind, one.low) for one in attack.quantities} == wanted


def test_the_dead_of_the_side_that_tells_it_are_no_other_toll() -> None:
    text = "Raiders ambushed a convoy at Tarvik, killing nine men. We lost two martyrs."

    found = {q.low for one in _attacks(text) for q in one.quantities}

    assert found == {9}


def test_the_dead_are_those_of_the_deed_nearest_before() -> None:
    text = (
        "General Ruda said the army would punish whoever shelled the market of Tarvik"
        " on Monday, killing 14 traders."
    )

    (attack,) = _attacks(text)

    assert not any(one.part == "actor" for one in attack.participants)
    assert {one.low for one in attack.quantities} == {14}


def test_a_denied_toll_is_none() -> None:
    text = "A bomb exploded in Tarvik on Monday. The army denied that 40 had died."

    assert not any(one.quantities for one in _attacks(text))


def test_a_toll_some_way_on_is_of_the_only_attack() -> None:
    text = (
        "On Monday a bomb struck the school of Tarvik. Families fled. Trucks came. Rain"
        " fell. The mayor put the number of wounded at 31."
    )

    (attack,) = _attacks(text)

    assert {(one.kind, one.low) for one in attack.quantities} == {("wounded", 31)}


def test_a_toll_without_an_attack_is_none() -> None:
    assert not _attacks("The school put the number of wounded at 19.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Two blasts are no two dead, and who came to kill is no victim.
        ("Two blasts that killed shoppers rocked Tarvik on Monday.", set()),
        (
            "Two blasts that killed 30 shoppers rocked Tarvik on Monday.",
            {("killed", 30)},
        ),
        (
            "The attack in Tarvik resulted in 84 killed and 284 injured.",
            {("killed", 84), ("wounded", 284)},
        ),
        (
            "Officials reported 84 killed and 284 injured in the attack in Tarvik.",
            {("killed", 84), ("wounded", 284)},
        ),
        (
            "Gunmen killed nine students and four militants in Tarvik.",
            {("killed", 9)},
        ),
        (
            "Four soldiers and nine militants were killed in a clash in Tarvik.",
            {("killed", 13)},
        ),
        (
            "A bomb killed 20 people in Tarvik. The other six people killed were "
            "guards.",
            {("killed", 20)},
        ),
    ],
)
def test_only_those_who_suffered_are_counted(
    text: str, wanted: set[tuple[str, int]]
) -> None:
    found = {
        (number.kind, number.low) for one in _attacks(text) for number in one.quantities
    }

    assert found == wanted
