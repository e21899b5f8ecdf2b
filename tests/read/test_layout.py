import pytest

from dragoman.read.layout import find_marker, find_stretches


def _pieces(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_stretches(text)]


WRAPPED = """\
The special envoy, Ingrid Solberg, left Harat on Monday after a talk with
Governor Idris Belkacem, who gave her a map of the wells and asked for
flour before the winter.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    assert _pieces(WRAPPED) == [WRAPPED.strip()]


def test_wrapped_paragraphs_without_gaps_end_at_their_short_lines() -> None:
    text = WRAPPED + WRAPPED.replace("Ingrid", "Astrid")

    assert len(_pieces(text)) == 2


def test_wrapped_paragraphs_with_gaps_are_apart() -> None:
    assert _pieces(f"{WRAPPED}\n{WRAPPED}\n") == [WRAPPED.strip()] * 2


def test_short_sentences_a_line_are_paragraphs_of_their_own() -> None:
    text = "The envoy left Harat.\nThe governor stayed.\nNobody signed anything at all."

    assert _pieces(text) == text.split("\n")


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = "The envoy left Harat after a talk with the governor of the province " * 4

    assert len(_pieces(f"{line}\n{line}\n{line}")) == 3


def test_heading_above_wrapped_lines_stays_apart() -> None:
    assert _pieces(f"Background\n{WRAPPED}")[0] == "Background"


def test_indented_first_lines_part_paragraphs() -> None:
    block = (
        "    The special envoy left Harat on Monday after a long talk with the old\n"
        "governor, who gave her a map of the wells and asked her for some flour.\n"
        "    Nobody else was in the room, as both of them said afterwards, and the\n"
        "mayor waited outside with the flags that had been ordered for the visit.\n"
    )

    assert len(_pieces(block)) == 2


def test_wrapped_arabic_lines_are_one_paragraph() -> None:
    text = (
        "التقى وزير الخارجية سالم المنصوري اليوم الأحد في تونس المبعوث الأممي\n"
        "هانس كيلر وبحث معه تطورات الأوضاع في المنطقة وسبل دعم الحوار بين كل\n"
        "الأطراف كافة."
    )

    assert _pieces(text) == [text]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("- flour", "flour"),
        ("• flour", "flour"),
        ("* flour", "flour"),
        ("1. flour", "flour"),
        ("12) flour", "flour"),
        ("(a) flour", "flour"),
        ("(iv) flour", "flour"),
        ("a) flour", "flour"),
    ],
)
def test_list_marker_is_no_part_of_the_item(line: str, rest: str) -> None:
    (stretch,) = find_stretches(line)

    assert stretch.item
    assert line[stretch.start : stretch.end] == rest


@pytest.mark.parametrize(
    "line", ["-5 degrees", "1.5 million", "A man", "– We shall not leave.", "2024 was"]
)
def test_figures_and_spoken_dashes_are_no_list_markers(line: str) -> None:
    (stretch,) = find_stretches(line)

    assert not stretch.item
    assert find_marker(line) == 0


def test_label_of_a_speaker_goes_with_what_is_said() -> None:
    text = "MR. PAVLOV:\nGood afternoon.\n\nQ:\nWhen will he go?"

    assert _pieces(text) == ["MR. PAVLOV:\nGood afternoon.", "Q:\nWhen will he go?"]


def test_wrapped_list_items_keep_their_lines() -> None:
    text = (
        "- The special envoy left Harat on Monday after a long talk with the old\n"
        "  governor, who gave her a map of the wells.\n"
        "- Nobody else was in the room, as both of them said afterwards, and that\n"
        "  was the end of it."
    )

    assert [piece.split()[0] for piece in _pieces(text)] == ["The", "Nobody"]
