"""Whose the offer, the charge or the raid is that somebody answers."""

import pytest

from reading import read_events


def sides(text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    """Return actors and recipients of the events of a type."""
    return [
        (
            [one.party.name for one in event.participants if one.part == "actor"],
            [one.party.name for one in event.participants if one.part == "recipient"],
        )
        for event in read_events(text)
        if event.type == kind
    ]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "The Unity Front accused Ana Ruiz of theft. Omar Karam, the minister, "
            "rejected the accusation.",
            "REJECT",
            (["Omar Karam"], ["Unity Front"]),
        ),
        (
            '"We were ready to open the gate," Lena Osk told reporters. "Their men '
            'came with an empty folder." Omar Karam rejected the accusation.',
            "REJECT",
            (["Omar Karam"], ["Lena Osk"]),
        ),
        (
            "Minister Ana Ruiz said there would be no dialogue. Rwanda invited the "
            "parties to talks in Kigali; Kenya rejected the invitation.",
            "REJECT",
            (["Kenya"], ["Rwanda"]),
        ),
        (
            "Rwanda invited Chad to talks in Kigali, but Chad rejected the invitation.",
            "REJECT",
            (["Chad"], ["Rwanda"]),
        ),
        (
            "Minister Ana Ruiz met union leaders on Sunday and promised to compensate "
            "the wounded. The Quarry League rejected the offer.",
            "REJECT",
            (["Quarry League"], ["Ana Ruiz"]),
        ),
        (
            "Chad shelled Gao on Monday. The Gulf Forum condemned the attack.",
            "ACCUSE",
            (["Gulf Forum"], ["Chad"]),
        ),
        (
            "Police arrested Ana Ruiz on Monday. The Unity Front condemned the arrest.",
            "ACCUSE",
            (["Unity Front"], ["Police"]),
        ),
    ],
)
def test_who_is_answered_was_told_of_before(
    text: str, kind: str, told: tuple[list[str], list[str]]
) -> None:
    assert told in sides(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        # aircraft are nobody who is condemned
        "Jets bombed the market of Gao on Thursday. The Gulf Forum condemned the raid.",
        # nobody condemns himself
        "Chad shelled Gao on Monday. Chad condemned the attack.",
        # nothing of the kind was told
        "Chad met Mali on Monday. The Gulf Forum condemned the attack.",
        # too long ago
        "Chad shelled Gao on Monday. It rained. It was cold. Nobody spoke. Ana Ruiz "
        "left. The Gulf Forum condemned the attack.",
    ],
)
def test_nobody_is_answered_in_doubt(text: str) -> None:
    assert sides(text, "ACCUSE") == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chad and its neighbour, Mali, shelled Gao.", ["Chad", "Mali"]),
        (
            "Chad and its ally, the Movement of the Oath, shelled Gao.",
            ["Chad", "Movement of the Oath"],
        ),
        ("A militia called the Gao Lions attacked the village.", ["Gao Lions"]),
        (
            "The mountain militia, known as the Gao Lions, attacked the village.",
            ["Gao Lions"],
        ),
    ],
)
def test_who_acts_is_told_beside_what_he_is(text: str, actors: list[str]) -> None:
    assert [one[0] for one in sides(text, "ASSAULT")] == [actors]
