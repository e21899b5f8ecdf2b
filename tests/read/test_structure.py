"""Each file of ``layouts/`` is a report, a letter for the kind before every line."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.document import BlockKind
from dragoman.read.masthead import read_masthead
from dragoman.read.structure import find_blocks, settle_pieces

LAYOUTS = Path(__file__).parent / "layouts"
KINDS = {
    "T": BlockKind.TITLE,
    "B": BlockKind.BYLINE,
    "P": BlockKind.PARAGRAPH,
    "H": BlockKind.HEADING,
    "L": BlockKind.LIST_ITEM,
    "C": BlockKind.CAPTION,
    "X": BlockKind.BOILERPLATE,
}


def _lay_out(name: str, gap: str) -> tuple[str, list[tuple[int, int, BlockKind]]]:
    text, lines = "", []
    for row in (LAYOUTS / name).read_text("utf-8").splitlines():
        letter, line = row.split("|", 1)
        text += gap if text else ""
        lines.append((len(text), len(text) + len(line), KINDS[letter]))
        text += line
    return text, lines


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["spaced", "one_a_line"])
@pytest.mark.parametrize("name", sorted(path.name for path in LAYOUTS.iterdir()))
def test_every_line_of_a_report_gets_its_kind(name: str, gap: str) -> None:
    text, lines = _lay_out(name, gap)

    blocks = find_blocks(text)

    for start, end, kind in lines:
        inside = [block for block in blocks if start <= block.start < end]
        assert {(block.kind, text[start:end]) for block in inside} == {
            (kind, text[start:end])
        }


@pytest.mark.parametrize("name", sorted(path.name for path in LAYOUTS.iterdir()))
def test_blocks_lie_in_order_without_outer_space(name: str) -> None:
    text, _ = _lay_out(name, "\r\n \r\n".replace("\r", ""))

    blocks = find_blocks(text)

    assert blocks == sorted(blocks, key=lambda block: block.start)
    for block, after in pairwise(blocks):
        assert block.end <= after.start
    for block in blocks:
        piece = text[block.start : block.end]
        assert piece == piece.strip()
        assert piece


def test_footer_behind_a_paragraph_is_parted_from_it() -> None:
    text = (
        "Envoy leaves\n\nThe envoy left Harat on Monday after a talk with the mayor, "
        "who gave him a map of the wells. Read more: Who is the envoy?"
    )

    blocks = find_blocks(text)

    pieces = [text[block.start : block.end] for block in blocks[1:]]
    assert pieces == [
        "The envoy left Harat on Monday after a talk with the mayor, "
        "who gave him a map of the wells.",
        "Read more: Who is the envoy?",
    ]
    assert blocks[2].kind is BlockKind.BOILERPLATE


SCRAPS = st.sampled_from(
    (
        *("\n", "\n\n", " ", "- ", "1. ", "|", "###", "Q:", "水", "\u2028", "(a) "),
        *("By Jane Roe", "Read more: x", "© 2024", "قال الوزير."),
        "The envoy left Harat on Monday, he said. ",
    )
)
MARKER = re.compile(r"\([a-zA-Z]{1,5}\)|[a-z]\)")


@given(st.lists(st.one_of(SCRAPS, st.text(max_size=30)), max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_text_yields_ordered_blocks_that_miss_no_word(text: str) -> None:
    blocks = find_blocks(text)

    inside = {at for block in blocks for at in range(block.start, block.end)}
    assert sum(block.end - block.start for block in blocks) == len(inside)
    assert all(text[block.start : block.end].strip() for block in blocks)
    outside = "".join(char for at, char in enumerate(text) if at not in inside)
    assert not any(
        char.isalpha() for char in re.sub(r"\([a-zA-Z]{1,5}\)|[a-z]\)", "", outside)
    )


def test_title_label_is_no_part_of_the_title() -> None:
    text = "SUBJECT: Visit of the envoy\n\nThe envoy came to Harat on Monday."

    pieces = [(b.kind, text[b.start : b.end]) for b in find_blocks(text)]

    assert read_masthead(pieces).title == "Visit of the envoy"


def test_known_title_is_found_in_the_markup_or_put_first() -> None:
    pieces = [
        (BlockKind.HEADING, "Envoy leaves Harat"),
        (BlockKind.PARAGRAPH, "The envoy left Harat on Monday."),
    ]

    found = settle_pieces(pieces, "Envoy leaves Harat")
    added = settle_pieces(pieces[1:], "Envoy leaves Harat")

    assert found == [(BlockKind.TITLE, "Envoy leaves Harat"), pieces[1]]
    assert added == found
