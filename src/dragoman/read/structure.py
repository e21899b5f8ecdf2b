"""Kinds for the paragraphs of a text that carries no markup."""

import re
from collections.abc import Sequence

from dragoman.model.document import Block, BlockKind
from dragoman.read.layout import find_stretches

_FINAL = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]]*$")
_MAX_TITLE_CHARS = 200


def find_blocks(text: str, title: str | None = None) -> list[Block]:
    """Find title, paragraphs and list items of a plain text."""
    blocks = []
    for index, stretch in enumerate(find_stretches(text)):
        piece = text[stretch.start : stretch.end]
        kind = BlockKind.LIST_ITEM if stretch.item else BlockKind.PARAGRAPH
        if (
            index == 0
            and len(piece) <= _MAX_TITLE_CHARS
            and not _FINAL.search(piece)
            and (title is None or title.strip() == piece.strip())
        ):
            kind = BlockKind.TITLE
        blocks.append(Block(kind, stretch.start, stretch.end))
    return blocks


def find_title(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the words of the title block, ``None`` if there is none."""
    for block in blocks:
        if block.kind is BlockKind.TITLE:
            return text[block.start : block.end]
    return None
