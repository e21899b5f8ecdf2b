"""What the lines above a report say of it: headline, author, outlet, date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.document import BlockKind
from dragoman.read.published import find_date

Piece = tuple[BlockKind, str]

_HEAD_PIECES = 12
_LEAD_WORDS = 20
TITLE_LABEL = re.compile(r"(?:title|headline|subject|subj|re)\s*:\s*", re.IGNORECASE)
_DATE_WORDS = re.compile(
    r"[\d.,/:;|()+-]|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b"
    r"|\b(?:am|pm|gmt|utc|cet|est|local|time|at|on|st|nd|rd|th|of|h|hrs?)\b"
    r"|(?<=\d)(?:st|nd|rd|th|h)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"[Bb][Yy]:? ("
    r"(?:[A-ZÀ-ÞА-Я][\w.'’-]*|de|da|dos|la|el|al|bin|ibn|van|von|der)"
    r"(?:[ ,]+(?:[A-ZÀ-ÞА-Я][\w.'’-]*|de|da|dos|la|el|al|bin|ibn|van|von|der|and|&))"
    r"{0,9})"
)
_SOURCE_LABELS = frozenset({"source", "outlet", "publisher", "publication"})
_AUTHOR_LABELS = frozenset({"author", "authors", "by", "byline"})
_URL_LABELS = frozenset({"url", "link"})
_DATE_LABELS = frozenset(
    {"date", "published", "publication date", "date of publication", "posted", "issued"}
    | {"released", "first published", "release date", "dated", "report date", "sent"}
)
# The day of the last change is not the day of publication.
_UPDATE = re.compile(
    r"(?:last )?(?:updated|modified|edited)|retrieved|accessed", re.IGNORECASE
)
_DATE_LABEL = re.compile(
    r"(?:first )?(?:published|posted|issued|released)\b[ :]|dated? ", re.IGNORECASE
)


def strip_dates(text: str) -> str:
    """Take dates, times and the words between them out of a text."""
    return _DATE_WORDS.sub("", text)


def find_headline(pieces: Sequence[Piece]) -> str | None:
    """Return the words of the title piece, ``None`` if there is none."""
    for kind, text in pieces:
        if kind is BlockKind.TITLE:
            return TITLE_LABEL.sub("", " ".join(text.split()), count=1) or None
    return None


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the lines before a report say of it, ``None`` for what they do not.

    Attributes:
        published: A date that stands alone or behind "Published" and the like.
    """

    title: str | None = None
    author: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None


def read_masthead(pieces: Sequence[Piece]) -> Masthead:
    """Read headline, author, source, address and date off the first pieces."""
    author = source = url = published = None
    for kind, text in pieces[:_HEAD_PIECES]:
        if kind is BlockKind.PARAGRAPH and len(text[:2000].split()) >= _LEAD_WORDS:
            break
        if kind in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION}:
            continue
        label, value = _split_label(text)
        if label in _SOURCE_LABELS:
            source = source or value
        elif label in _AUTHOR_LABELS:
            author = author or value
        elif label in _URL_LABELS:
            url = url or value
        elif kind is BlockKind.BYLINE:
            author = author or _find_author(text)
            published = published or _find_published(text, label)
    return Masthead(find_headline(pieces), author, source, url, published)


def _split_label(text: str) -> tuple[str, str]:
    label, mark, value = text.partition(":")
    if not mark or len(label) > 24 or "//" in value[:2]:
        return "", text
    return label.strip().lower(), value.strip()


def _find_author(text: str) -> str | None:
    match = _AUTHOR.fullmatch(text)
    return match[1] if match else None


def _find_published(text: str, label: str) -> str | None:
    """Return a text that is just a date, or has one behind a fitting label."""
    if label in _DATE_LABELS or _DATE_LABEL.match(text):
        return text
    if _UPDATE.match(text):
        return None
    day = find_date(text)
    rest = strip_dates(text)
    return text if day is not None and len(rest.split()) <= 2 else None
