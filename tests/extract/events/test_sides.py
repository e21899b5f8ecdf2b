"""Who takes part where nobody is named: both sides, whose car, who did the same."""

import pytest

from dragoman.model.claim import EventClaim
from reading import read_events

Side = tuple[str, str]


def _sides(claim: EventClaim) -> set[Side]:
    return {(one.part, one.party.name) for one in claim.participants}


def _told(text: str, kind: str) -> list[set[Side]]:
    return [_sides(one) for one in read_events(text) if one.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        (
            "Talks between the miners and the ministry broke down on Monday. Both"
            " sides accused each other of bad faith.",
            "ACCUSE",
            {("actor", "the miners"), ("actor", "the ministry")},
        ),
        (
            "Kenya and Somalia each accused the other of arming bandits.",
            "ACCUSE",
            {("actor", "Kenya"), ("actor", "Somalia")},
        ),
        (
            "Two parties met in the house of a friend.",
            "CONSULT",
            {("actor", "Two parties")},
        ),
    ],
)
def test_two_sides_are_the_two_told_of(text: str, kind: str, sides: set[Side]) -> None:
    assert sides in _told(text, kind)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Peru recalled its ambassador on Monday and Chile did the same on Tuesday.",
            {("actor", "Chile")},
        ),
        (
            "Peru expelled Chile's ambassador on Monday. Chile followed suit on"
            " Tuesday.",
            {("actor", "Chile"), ("recipient", "Peru")},
        ),
    ],
)
def test_a_deed_pointed_at_is_told_again(text: str, sides: set[Side]) -> None:
    told = [one for one in read_events(text) if one.type == "SANCTION"]

    assert _sides(told[-1]) == sides
    assert told[-1].time is not None
    assert told[-1].time.value == "2024-05-07"


def test_what_is_no_deed_is_not_repeated() -> None:
    assert not read_events("Prices rose in Chile on Monday and Peru did the same.")


@pytest.mark.parametrize(
    ("text", "kind", "side"),
    [
        (
            "Judge Alma Rios was unhurt when a bomb went off under her car.",
            "ASSAULT",
            ("recipient", "Alma Rios"),
        ),
        (
            "The Asian Bank granted a loan of 40 million dollars for Nepal's hospitals"
            " on Tuesday.",
            "AID",
            ("recipient", "Nepal"),
        ),
        (
            "The newspaper was banned by a decree of the interior minister on Friday.",
            "COERCE",
            ("actor", "the interior minister"),
        ),
        (
            "Ivan Petkov was freed on Monday on the orders of President Ruiz.",
            "RETREAT",
            ("actor", "Ruiz"),
        ),
        (
            "It was the miners who blocked the road on Monday.",
            "PROTEST",
            ("actor", "the miners"),
        ),
        (
            "Rebels led by Ali Mahdi attacked the garrison on Monday.",
            "ASSAULT",
            ("actor", "Ali Mahdi"),
        ),
        (
            "The general, whose troops shelled the town on Monday, met the envoy.",
            "ASSAULT",
            ("actor", "The general"),
        ),
        (
            "Granted asylum by Norway last week, the poet Ali Samir thanked the king.",
            "AID",
            ("recipient", "Ali Samir"),
        ),
        (
            "The mayor called on the army to withdraw from the square.",
            "RETREAT",
            ("actor", "the army"),
        ),
    ],
)
def test_who_stands_behind_a_thing_takes_part(text: str, kind: str, side: Side) -> None:
    assert any(side in sides for sides in _told(text, kind))


def test_who_asks_does_not_do_what_is_asked() -> None:
    text = "The president appealed to Germany to send engineers."

    assert _told(text, "AID") == [{("actor", "Germany")}]


def test_what_is_handed_over_is_not_set_free() -> None:
    assert not read_events("The memos were released to Congress.")


@pytest.mark.parametrize(
    ("text", "kind", "side"),
    [
        (
            "Britain, in step with Canada, blacklisted nine commanders on Monday.",
            "SANCTION",
            ("actor", "Canada"),
        ),
        (
            "Police arrested the poet along with his brother on Monday.",
            "COERCE",
            ("recipient", "his brother"),
        ),
        (
            "In a note to the ministry, the union condemned the closure.",
            "ACCUSE",
            ("recipient", "the ministry"),
        ),
        (
            "Kenya closed the border, a step condemned by Somalia on Monday.",
            "ACCUSE",
            ("recipient", "Kenya"),
        ),
        (
            "Under pressure from the creditors, Malawi withdrew the tax on Monday.",
            "CONCEDE",
            ("recipient", "the creditors"),
        ),
        (
            "Minister Ana Ruiz visited Lima on Monday at the invitation of President"
            " Pablo Inca.",
            "CONSULT",
            ("recipient", "Pablo Inca"),
        ),
        (
            "Officers of Border Guard Bangladesh met commanders of the Arakan Highland"
            " Army in Teknaf on Monday.",
            "CONSULT",
            ("recipient", "Arakan Highland Army"),
        ),
        (
            "Norway imposed visa bans and asset freezes on nine judges, including Chief"
            " Justice Ali Mahdi, for jailing the poet.",
            "SANCTION",
            ("recipient", "nine judges"),
        ),
        (
            "Fishermen carried rice to the flooded villages on Monday.",
            "AID",
            ("recipient", "the flooded villages"),
        ),
    ],
)
def test_who_stands_beside_a_deed_takes_part(text: str, kind: str, side: Side) -> None:
    assert any(side in sides for sides in _told(text, kind))


def test_what_one_asks_of_others_is_not_done_to_them() -> None:
    text = (
        "The union called on the ministry to release the nine teachers and on the"
        " police to leave the campus."
    )

    assert ("recipient", "the police") in _told(text, "REQUEST")[0]
    assert all(
        ("recipient", "the police") not in sides for sides in _told(text, "RETREAT")
    )


def test_who_urges_both_sides_is_neither() -> None:
    text = (
        "Dr Nizam Uddin Khan urged the parties to talk. Khan urged both sides to "
        "return to the table."
    )
    told = _told(text, "REQUEST")
    assert told[1] == {("actor", "Nizam Uddin Khan"), ("recipient", "both sides")}
