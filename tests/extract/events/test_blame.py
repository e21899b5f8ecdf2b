"""Who is made out to have done a deed, and whose fire it was."""

import pytest

from reading import read_events, tell_event


@pytest.mark.parametrize(
    ("text", "culprit", "voucher"),
    [
        (
            "The governor blamed the Free Column for the attack on the Sorel dam.",
            "Free Column",
            "The governor",
        ),
        (
            "Rebels said the army was behind the attack on the market of Gao.",
            "the army",
            "Rebels",
        ),
        (
            "The ministry attributed the bombing of the market to the Free Column.",
            "Free Column",
            "The ministry",
        ),
        (
            "The Front claimed responsibility for the attack on the market of Gao.",
            "Front",
            "Front",
        ),
        (
            "Rebels accused the government of shelling the market of Gao.",
            "the government",
            "Rebels",
        ),
    ],
)
def test_blame_tells_an_attack_on_the_word_of_who_blames(
    text: str, culprit: str, voucher: str
) -> None:
    attack = next(one for one in read_events(text) if one.type == "ASSAULT")

    actors = [one.party.name for one in attack.participants if one.part == "actor"]

    assert actors == [culprit]
    assert voucher in [party.name for party in attack.attribution]


def test_blame_has_no_date_of_its_own_before_that_of_the_attack() -> None:
    text = "The governor blames the Column for the attack on the Sorel dam on 2 May."
    told = {one.type: one.time for one in read_events(text)}

    assert told["ACCUSE"] is None
    assert told["ASSAULT"] is not None
    assert told["ASSAULT"].value == "2024-05-02"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor could be blamed for the attack on the market.",
        "The army is believed to be behind the killing of the mayor in May.",
    ],
)
def test_what_may_be_is_no_attack_by_anybody(text: str) -> None:
    assert not [
        one
        for one in read_events(text)
        if one.type == "ASSAULT" and any(p.part == "actor" for p in one.participants)
    ]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("An Israeli air strike hit a house in Tell Amra on Monday.", "Israel"),
        ("Turkish shelling killed two villagers in Tell Rifaat.", "Turkey"),
        ("Ukrainian drones hit a fuel depot in Kursk.", "Ukraine"),
    ],
)
def test_fire_is_of_the_state_whose_it_is(text: str, actor: str) -> None:
    (attack,) = (one for one in read_events(text) if one.type == "ASSAULT")

    assert f"a {actor}" in tell_event(attack)


def test_a_mere_rocket_is_nobody() -> None:
    (attack,) = read_events("A rocket hit the port of Gao on Monday.")

    assert all(one.part != "actor" for one in attack.participants)


def test_of_whom_each_accuses_the_other_neither_is_told_to_have_done_it() -> None:
    text = (
        "Chad and the Lake Front each accused the other of shelling villages, killing"
        " nine people."
    )

    (attack,) = [one for one in read_events(text) if one.type == "ASSAULT"]

    assert {party.name for party in attack.attribution} == {"Chad", "Lake Front"}
    assert not any(one.part == "actor" for one in attack.participants)
