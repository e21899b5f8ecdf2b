"""Labels that open the items of a digest, a situation report or a chronicle."""

import pytest

from dragoman.model.document import Block, BlockKind
from dragoman.text.labels import find_items, find_labels


def _labels(text: str) -> list[str]:
    blocks: list[Block] = []
    start = 0
    for part in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(part)))
        start += len(part) + 1
    return [text[one.start : one.end] for one in find_labels(text, blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gao: Two died.\nKidal: Calm.", ["Gao", "Kidal"]),
        ("Gao: Two died. Kidal: Calm.", ["Gao", "Kidal"]),
        ("Lima – Police shot two.\nQuito – Calm.", ["Lima", "Quito"]),
        (
            "Lima. Police shot two.\nN'Garou. The mayor fled.\nQuito. Calm.",
            ["Lima", "N'Garou", "Quito"],
        ),
        ("• Lima. Police shot two.\n• Quito. The mayor fled.", ["• Lima", "• Quito"]),
        (
            "Gao: Two died.\nOrrun: Calm.\nVeltis: A mast fell.",
            ["Gao", "Orrun", "Veltis"],
        ),
        ("3 Feb – A raid.\n4–6 Mar – Talks.\nMay – Calm.", ["3 Feb", "4–6 Mar", "May"]),
        ("Mon: A raid. Tue: Talks.", ["Mon", "Tue"]),
        ("1997: Concession granted.\nDec. 2021: It is void.", ["1997", "Dec. 2021"]),
    ],
)
def test_items_open_with_places_or_days(text: str, expected: list[str]) -> None:
    assert _labels(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gao: Two died.\nThe rest of the week was calm.",
        "Ruiz: No.\nHaas: Why?\nRuiz: I said no.\nHaas: I see.",
        "Lima: No.\nQuito: Why?\nLima: I said no.\nQuito: I see.",
        "He gave three reasons: money, time and health.",
        'Ruiz: "Never."\nHaas: "Perhaps."',
        "Lima, the capital, was calm. Quito, too, was calm.",
    ],
)
def test_what_is_no_list_of_places_or_days(text: str) -> None:
    assert _labels(text) == []


def test_items_of_one_paragraph() -> None:
    text = "■ Gao. Two died. ■ In Kidal a mast fell."
    assert find_items(text, 0, len(text)) == [17]
