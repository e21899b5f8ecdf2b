"""RSS and Atom: one document for each entry."""

import re
from collections.abc import Iterator
from email.utils import parseaddr
from io import BytesIO

# feedparser ships no types.
import feedparser  # type: ignore[import-untyped]

from dragoman.errors import ReadError
from dragoman.model.document import BlockKind, Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.draft import Draft, compose, finish
from dragoman.read.markup import find_html_pieces
from dragoman.read.masthead import Piece
from dragoman.read.sniff import FEED
from dragoman.read.structure import settle_pieces
from dragoman.read.xmlguard import refuse_entities

_ENTRY = re.compile(
    rb"<(?:\w+:)?(item|entry)[\s>].*?</(?:\w+:)?\1\s*>", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?[a-z][^>]*>|&[a-z]+;", re.IGNORECASE)


class FeedReader:
    """Reads RSS (all versions) and Atom."""

    name = "feed"
    version = "1"
    media_types = frozenset({FEED})

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Yield an entry at a time, with its own bytes."""
        refuse_entities(data)
        try:
            feed = feedparser.parse(BytesIO(data))
        except (ValueError, LookupError) as error:
            raise ReadError(f"a broken feed: {error}") from error
        if not feed.entries:
            raise ReadError("a feed without entries")
        raw = [match.group() for match in _ENTRY.finditer(data)]
        for number, entry in enumerate(feed.entries, start=1):
            # The parser may drop or add entries of broken feeds; then the whole
            # feed is the original of each.
            own = raw[number - 1] if len(raw) == len(feed.entries) else data
            part = None if own is not data else str(number)
            name = f"entry {number}"
            inner = f"{origin}!{name}"
            try:
                draft = _read_entry(entry, feed.feed)
                document = finish(draft, own, inner, FEED, settings, part)
            except ReadError as error:
                yield Failure(inner, "read", self.name, str(error))
            else:
                yield Part(name, own, FEED, document)


def _read_entry(
    entry: feedparser.FeedParserDict, feed: feedparser.FeedParserDict
) -> Draft:
    title = _find_text(entry, "title")
    pieces = _find_pieces(entry)
    if not pieces and not title:
        raise ReadError("an entry without text")
    text, blocks = compose(settle_pieces(pieces, title))
    link = _find_text(entry, "link")
    outlet = entry.get("source") or {}
    return Draft(
        text=text,
        blocks=blocks,
        title=title,
        source=_find_text(outlet, "title") or _find_text(feed, "title"),
        author=_find_author(entry),
        url=link if link and link.startswith(("http://", "https://")) else None,
        published=_find_text(entry, "published")
        or _find_text(entry, "created")
        or _find_text(entry, "updated"),
        lang=_find_text(feed, "language"),
    )


def _find_author(entry: feedparser.FeedParserDict) -> str | None:
    """Return the author's name; RSS wants an address with the name behind it."""
    author = _find_text(entry, "author")
    if author and "@" in author:
        name, address = parseaddr(author)
        return name or address or author
    return author


def _find_text(holder: feedparser.FeedParserDict, key: str) -> str | None:
    value = holder.get(key)
    if not isinstance(value, str):
        return None
    if _TAG.search(value):
        value = " ".join(text for _, text in find_html_pieces(value))
    return value.strip() or None


def _find_pieces(entry: feedparser.FeedParserDict) -> list[Piece]:
    """Return the pieces of the longest text that an entry carries."""
    texts = [content.get("value") or "" for content in entry.get("content", [])]
    texts.append(entry.get("summary") or "")
    best = max(texts, key=len)
    if _TAG.search(best):
        return find_html_pieces(best)
    return [
        (BlockKind.PARAGRAPH, paragraph)
        for paragraph in re.split(r"\n\s*\n", best)
        if paragraph.strip()
    ]
