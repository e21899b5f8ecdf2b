"""A stretch of a document with what was extracted from it marked in the words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model.claim import Claim
from dragoman.model.document import Block, BlockKind, Document
from dragoman.store.codec import KIND_OF

# Longest stretch of a document on one page, in code points; pages end with blocks.
PAGE_CHARS = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are marked alike.

    Attributes:
        text: The words.
        start: First code point in the document.
        claims: Identifiers of the claims that cite these words.
        kinds: Their kinds, each once, in a fixed order.
        cited: Whether the reader came for these words.
        hit: Whether they were searched for.
    """

    text: str
    start: int
    claims: tuple[str, ...]
    kinds: tuple[str, ...]
    cited: bool = False
    hit: bool = False

    @property
    def marked(self) -> bool:
        """Whether there is anything to show about the words."""
        return bool(self.claims or self.cited or self.hit)


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A paragraph, heading or other block in pieces."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to mark: a claim's citation, what was asked for, or a hit."""

    start: int
    end: int
    kind: str
    claim: str = ""


CITED, HIT = "cited", "hit"


def marks_of(claims: Iterable[Claim]) -> list[Mark]:
    """Return the stretches that claims of one document cite.

    Of an entity each mention is marked; of other claims their own citations.
    """
    return [
        Mark(one.span.start, one.span.end, KIND_OF[type(claim)], claim.id)
        for claim in claims
        for one in claim.citations
        if one.span.document_id == claim.document_id
    ]


def page_bounds(document: Document, length: int) -> list[tuple[int, int]]:
    """Return the stretches that a document is shown in, page by page.

    Args:
        document: Its text is not needed.
        length: Of the text, in code points.
    """
    bounds: list[tuple[int, int]] = []
    start = 0
    for block in document.blocks:
        if block.start > start and block.end - start > PAGE_CHARS:
            bounds.append((start, block.start))
            start = block.start
        while block.end - start > PAGE_CHARS:
            bounds.append((start, start + PAGE_CHARS))
            start += PAGE_CHARS
    if start < length or not bounds:
        bounds.append((start, length))
    return bounds


def mark_blocks(
    text: str, offset: int, blocks: Sequence[Block], marks: Sequence[Mark]
) -> list[MarkedBlock]:
    """Cut the blocks of a page into pieces that are marked alike.

    Args:
        text: The page's stretch of the document.
        offset: Where it begins in the document.
        blocks: Of the document; those outside the page are left out. A document
            without blocks is one paragraph.
        marks: In any order; they may overlap.
    """
    end = offset + len(text)
    inside = [b for b in blocks if b.start < end and b.end > offset]
    if not inside and text.strip():
        inside = [Block(BlockKind.PARAGRAPH, offset, end)]
    return [
        MarkedBlock(
            block.kind,
            tuple(
                _cut(text, offset, max(block.start, offset), min(block.end, end), marks)
            ),
        )
        for block in inside
    ]


def _cut(
    text: str, offset: int, start: int, end: int, marks: Sequence[Mark]
) -> Iterable[Piece]:
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    closing: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in here:
        opening[max(mark.start, start)].append(mark)
        closing[min(mark.end, end)].append(mark)
    active: list[Mark] = []
    edges = sorted({start, end, *opening, *closing})
    for left, right in pairwise(edges):
        active = [mark for mark in active if mark not in closing.get(left, ())]
        active += opening.get(left, [])
        yield _piece(text[left - offset : right - offset], left, active)


def _piece(words: str, start: int, active: Sequence[Mark]) -> Piece:
    own = [mark for mark in active if mark.claim]
    kinds = {mark.kind for mark in active}
    return Piece(
        words,
        start,
        tuple(dict.fromkeys(mark.claim for mark in own)),
        tuple(sorted({mark.kind for mark in own})),
        cited=CITED in kinds,
        hit=HIT in kinds,
    )
