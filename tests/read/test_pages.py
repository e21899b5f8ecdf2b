from dragoman.model.document import BlockKind
from dragoman.read.pages import Line, find_paragraphs, merge_rows


def _line(text: str, bottom: float, left: float = 50, right: float = 400) -> Line:
    return Line(text, left, right, bottom, 10)


def test_letters_set_one_by_one_are_put_together() -> None:
    rows = [Line(c, 50 + 5 * i, 54.9 + 5 * i, 700, 10) for i, c in enumerate("4:09")]

    assert [line.text for line in merge_rows(rows)] == ["4:09"]


def test_columns_stay_apart() -> None:
    rows = [_line("left column", 700, 50, 250), _line("right column", 700, 300, 500)]

    assert len(merge_rows(rows)) == 2


def test_words_from_right_to_left_are_put_together() -> None:
    rows = [_line("وقال", 700, 300, 340), _line("الوزير", 700, 250, 296)]

    assert [line.text for line in merge_rows(rows)] == ["وقال الوزير"]


def test_line_with_room_left_ends_its_paragraph() -> None:
    lines = [
        _line("The envoy left Harat on Monday after a long talk", 700),
        _line("with the governor.", 688, right=180),
        _line("He stayed behind with the mayor and said nothing", 676),
        _line("of the flour that the province had wanted twice.", 664),
    ]

    assert [len(rows) for _, rows in find_paragraphs(lines)] == [2, 2]


def test_wider_gap_and_other_size_end_a_paragraph() -> None:
    lines = [
        Line("Envoy leaves", 50, 400, 740, 20),
        _line("The envoy left Harat on Monday after a long talk", 700),
        _line("with the old governor, who had been waiting long", 688),
        _line("He stayed behind with the mayor and said nothing", 660),
    ]

    assert [len(rows) for _, rows in find_paragraphs(lines)] == [1, 2, 1]


def test_list_items_lose_their_marks() -> None:
    lines = [
        _line("• Flour for the north", 700, right=200),
        _line("• Seed", 688, right=90),
    ]

    assert list(find_paragraphs(lines)) == [
        (BlockKind.LIST_ITEM, ["Flour for the north"]),
        (BlockKind.LIST_ITEM, ["Seed"]),
    ]


def test_empty_page_has_no_paragraphs() -> None:
    assert list(find_paragraphs([])) == []
