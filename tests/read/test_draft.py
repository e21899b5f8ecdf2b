import pytest

from dragoman.errors import ReadError
from dragoman.model.document import Block, BlockKind
from dragoman.read.draft import (
    MAX_BLOCK_CHARS,
    Draft,
    compose,
    finish,
    split_items,
    split_long,
)
from read.samples import SETTINGS


def _finish(draft: Draft, data: bytes = b"x", part: str | None = None) -> str:
    return finish(draft, data, "given", "text/plain", SETTINGS, part).id


@pytest.mark.parametrize(
    "text",
    ["The envoy left Harat. " * 5000, "wells " * 20000, "x" * 90_000, "水" * 50_000],
    ids=["sentences", "words", "letters", "chinese"],
)
def test_long_blocks_are_split_and_nothing_is_lost(text: str) -> None:
    text = text.strip()

    blocks = list(split_long(text, [Block(BlockKind.PARAGRAPH, 0, len(text))]))

    assert all(b.end - b.start <= MAX_BLOCK_CHARS for b in blocks)
    joined = "".join(text[b.start : b.end] for b in blocks)
    assert joined.replace(" ", "") == text.replace(" ", "")


def test_long_blocks_are_split_behind_sentences() -> None:
    text = ("The envoy left Harat. " * 5000).strip()

    blocks = list(split_long(text, [Block(BlockKind.PARAGRAPH, 0, len(text))]))

    assert all(text[: b.end].endswith("Harat.") for b in blocks)


def test_items_set_as_one_paragraph_become_blocks() -> None:
    text = "Gao: Two died. Calm since. Kidal: A mast fell. ■ Markets stayed shut."

    blocks = list(split_items(text, [Block(BlockKind.PARAGRAPH, 0, len(text))]))

    assert [text[block.start : block.end] for block in blocks] == [
        "Gao: Two died. Calm since.",
        "Kidal: A mast fell.",
        "■ Markets stayed shut.",
    ]


def test_compose_counts_offsets_over_the_joined_text() -> None:
    text, blocks = compose(
        [
            (BlockKind.TITLE, " الخبر "),
            (BlockKind.PARAGRAPH, ""),
            (BlockKind.CAPTION, "b"),
        ]
    )

    assert [(b.kind, text[b.start : b.end]) for b in blocks] == [
        (BlockKind.TITLE, "الخبر"),
        (BlockKind.CAPTION, "b"),
    ]


def test_id_depends_on_bytes_and_part_alone() -> None:
    draft = Draft("The envoy left.", [Block(BlockKind.PARAGRAPH, 0, 15)])
    other = Draft("He stayed.", [Block(BlockKind.PARAGRAPH, 0, 10)])

    assert _finish(draft) == _finish(other)
    assert _finish(draft) != _finish(draft, b"y")
    assert _finish(draft) != _finish(draft, part="2")


def test_text_without_blocks_is_refused() -> None:
    with pytest.raises(ReadError, match="no text"):
        _finish(Draft("   "))


def test_lone_surrogates_never_come_into_a_document() -> None:
    text = "The envoy \ud800 left."
    draft = Draft(text, [Block(BlockKind.PARAGRAPH, 0, len(text))], title="A\udc00")

    document = finish(draft, b"x", "caf\udce9.txt", "text/plain", SETTINGS)

    assert (document.text, document.title) == ("The envoy \ufffd left.", "A\ufffd")
    assert document.origin == r"caf\udce9.txt"


def test_a_dateline_tells_the_day_unless_the_document_does() -> None:
    text = "TALLINN, 14 May 2024 — The envoy left."
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    wire = Draft(text, [block])
    told = Draft(text, [block], published="2024-05-15")
    days = [
        finish(one, b"x", "given", "text/plain", SETTINGS).published
        for one in (wire, told)
    ]
    assert days == ["2024-05-14", "2024-05-15"]
