"""Days that a story goes on, and days under which a diary tells in the present."""

import pytest

from reading import read_events


def _times(text: str, kind: str) -> list[str | None]:
    return [
        None if one.time is None else one.time.value
        for one in read_events(text)
        if one.type == kind
    ]


def test_a_story_goes_on_on_its_day() -> None:
    text = (
        "Villagers marched to the offices of Norte Mining on Friday. Guards opened "
        "fire, killing Rosa Quispe. Police arrived and arrested nine villagers."
    )

    assert _times(text, "ASSAULT") == ["2024-05-03"]
    assert _times(text, "COERCE") == ["2024-05-03"]


@pytest.mark.parametrize(
    "second",
    [
        "Police had arrested nine villagers.",
        "Police later arrested nine villagers.",
        "Police arrested nine villagers last year.",
        "The police of Lima arrested nine sailors in Lima.",
    ],
)
def test_another_day_or_another_story_is_not_dated(second: str) -> None:
    text = f"Villagers of Palanga attacked the post at Dervan on Friday. {second}"

    assert "2024-05-03" not in _times(text, "COERCE")


def test_another_paragraph_is_not_dated() -> None:
    text = "Villagers marched on Friday in Lima.\n\nPolice arrested nine villagers."

    assert _times(text, "COERCE") == [None]


def test_a_diary_tells_in_the_present_what_is_over() -> None:
    text = (
        "3 May: Fishermen seize a patrol boat of the Mbari navy.\n"
        "5 May: Mbari closes the border.\n"
        "7 May: The foreign ministers meet in Nairobi."
    )
    events = read_events(text)

    assert [(one.type, one.time and one.time.value) for one in events] == [
        ("COERCE", "2024-05-03"),
        ("COERCE", "2024-05-05"),
        ("CONSULT", "2024-05-07"),
    ]


def test_verbs_in_a_row_share_the_day_of_the_first() -> None:
    text = "Soldiers raided the camp of Ain Rima on Sunday and arrested seven men."

    assert _times(text, "COERCE") == ["2024-05-05", "2024-05-05"]
