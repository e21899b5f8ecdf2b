"""Reports that count those hit alike, and reports of one sort of people in others."""

import pytest

from story import Story


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ("37 smugglers", "37 of them", 1),
        ("37 smugglers", "the 37 smuggling suspects", 1),
        ("37 smugglers", "38 smugglers", 2),
        ("40 smugglers", "40 dock hands", 2),  # a round number is anybody's
        ("12 smugglers", "12 dock hands", 2),
        ("a 37-year-old man", "37 smugglers", 2),
    ],
)
def test_a_group_of_one_large_number_is_arrested_once(
    one: str, other: str, events: int
) -> None:
    story = Story()
    arrest = {"kind": "COERCE", "mode": "arrest"}

    story.tell({**arrest, "words": "the patrol boat brought in", "unnamed": one})
    story.tell({**arrest, "words": "commandos seized a crew", "unnamed": other})

    assert story.number_of_events() == events


def test_a_group_of_one_number_months_later_is_another_one() -> None:
    story = Story()
    arrest = {"kind": "COERCE", "mode": "arrest", "unnamed": "37 smugglers"}

    story.tell({**arrest, "words": "the patrol boat brought in"})
    story.tell({**arrest, "words": "commandos seized a crew"}, published="2024-05-28")

    assert story.number_of_events() == 2


def test_a_sunk_boat_of_one_smuggler_is_not_the_capture_of_dozens() -> None:
    story = Story()
    deed = {"kind": "ASSAULT", "who": ("Coast Guard",), "at": "Gulf of Oman"}

    story.tell(
        {
            **deed,
            "words": "the coast guard said it caught 37",
            "unnamed": "37 smugglers",
        }
    )
    story.tell(
        {**deed, "words": "the coast guard said it sank one", "unnamed": "a smuggler"}
    )

    assert story.number_of_events() == 2
