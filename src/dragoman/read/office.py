"""What files of word processors have in common, once their pieces are found."""

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.read.draft import Draft, compose
from dragoman.read.masthead import Piece, part_author, read_masthead
from dragoman.read.structure import settle_pieces


class Properties(NamedTuple):
    """What a file says about itself, apart from its text."""

    title: str | None
    creator: str | None
    lang: str | None


def draft_pieces(pieces: Iterable[Piece], about: Properties) -> Draft:
    """Return the draft of a document; its masthead goes before its properties."""
    settled = settle_pieces([piece for piece in pieces if piece[1].strip()], None)
    text, blocks = compose(settled)
    head = read_masthead(settled)
    author, source = part_author(about.creator)
    return Draft(
        text=text,
        blocks=blocks,
        title=head.title or about.title,
        source=head.source or source,
        author=head.author or author,
        url=head.url,
        published=head.published,
        lang=about.lang,
    )
