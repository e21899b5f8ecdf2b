"""Sections of the author's own judgement, by their headings and labels."""

import re

from dragoman.model.document import Block, BlockKind, Document

# The longest label of a paragraph: "Our reading:".
LABEL = re.compile(r"([A-Z][\w’' ]{2,24})(?:[:.]| [–—-]) ")
_CLOSING = frozenset(
    {"correction", "corrections", "note", "contact", "support", "source"}
)


def under_headings(document: Document, headings: frozenset[str]) -> frozenset[int]:
    """Return the blocks under a heading such as "Assessment"."""
    found: set[int] = set()
    inside = False
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            inside = _heading(document, block) in headings
        elif inside and _closes(document.text[block.start : block.end]):
            inside = False
        elif inside or _labelled(document, block) in headings:
            found.add(index)
    return frozenset(found)


def _labelled(document: Document, block: Block) -> str:
    """Return the label that opens a paragraph: "our reading" of "OUR READING. ..."."""
    found = LABEL.match(document.text, block.start, block.end)
    return "" if found is None else found[1].casefold()


def _closes(text: str) -> bool:
    """Tell whether a paragraph is a note that follows a section."""
    first = text.partition(" ")[0].strip(":.").casefold()
    return first in _CLOSING


def _heading(document: Document, block: Block) -> str:
    return document.text[block.start : block.end].strip(" :.#*-–").casefold()
