"""Kinds of pieces that markup leaves open: headline, byline, footer."""

from collections.abc import Iterable

from dragoman.model.document import BlockKind

Piece = tuple[BlockKind, str]


def classify(pieces: Iterable[Piece], title: str | None) -> list[Piece]:
    """Settle the kinds of the pieces of one document."""
    settled = list(pieces)
    wanted = " ".join((title or "").split()).casefold()
    for index, (_, piece) in enumerate(settled[:4]):
        if wanted and " ".join(piece.split()).casefold() == wanted:
            settled[index] = (BlockKind.TITLE, piece)
            return settled
    if title:
        settled.insert(0, (BlockKind.TITLE, title))
    return settled
