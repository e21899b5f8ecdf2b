"""What the lines above a report say of it: headline, author, outlet, date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.document import BlockKind
from dragoman.read.furniture import is_masthead
from dragoman.read.published import find_date

Piece = tuple[BlockKind, str]

_HEAD_PIECES = 12
_LEAD_WORDS = 20
_DATE_CHARS = 18
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
# What programs write for an author that nobody entered.
_NOBODY = frozenset(
    {"python-docx", "user", "author", "administrator", "admin", "unknown", "anonymous"}
    | {"owner", "pc", "office user", "microsoft office user", "windows user", "none"}
)
_BODY = re.compile(
    r"\b(?:ministry|department|office|embassy|mission|conference|council|commission"
    r"|committee|assembly|parliament|government|presidency|nations|agency|secretariat"
    r"|directorate|bureau|service|staff|headquarters|university|company|ltd|inc|gmbh"
    r"|organi[sz]ation|association|federation|republic|states|desk|team)\b",
    re.IGNORECASE,
)
# Who issues a text stands over its headline.
_ISSUER = re.compile(
    rf"{_BODY.pattern}|\b(?:front|movement|command|army|brigades?|forces|party|union)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r",|\s[|·•–—-]\s|\n")
_MAX_PARTS = 8
_MAX_NAME_WORDS = 12
_SMALL = frozenset({"of", "for", "and", "the", "de", "al", "on", "in", "without", "&"})
_SIGNED = re.compile(
    r"(?:(?:interview(?:ed)?|report(?:ed|ing)?|words|text|story|analysis|written) )?"
    r"(?P<by>by:? )",
    re.IGNORECASE,
)
# A periodical names its day in its headline; other headlines name days of events.
_ISSUE = re.compile(
    r"\b(?:bulletins?|updates?|briefings?|digests?|press conference|readouts?|reports?"
    r"|sitrep|communiqu[eé]|newsletters?|review|daily|weekly|monitor|watch|tracker"
    r"|transcript|note|summary|highlights|statement|issue|edition|dispatch"
    r"|press room|session)\b",
    re.IGNORECASE,
)
# The day of the last change is not the day of publication.
_UPDATE = re.compile(
    r"(?:last )?(?:updated|modified|edited)|retrieved|accessed|.{0,12}\bcut-?off",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"(?:first )?(?:published|posted|issued|released)\b[ :]|dated? ", re.IGNORECASE
)


def strip_dates(text: str) -> str:
    """Take dates, times and the words between them out of a text."""
    return _DATE_WORDS.sub("", text)


def names_issue(text: str) -> bool:
    """Tell whether a line speaks of a bulletin, an update, a briefing ..."""
    return _ISSUE.search(text) is not None


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
    author = source = url = published = above = None
    for kind, text in pieces[:_HEAD_PIECES]:
        if kind is BlockKind.PARAGRAPH and len(text[:2000].split()) >= _LEAD_WORDS:
            break
        if kind in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION}:
            above = above or ""
            continue
        label, value = _split_label(text)
        if label in _SOURCE_LABELS:
            source = source or value
        elif label in _AUTHOR_LABELS:
            author = author or value
        elif label in _URL_LABELS:
            url = url or value
        elif kind is BlockKind.BYLINE:
            line = _read_dated_line(text)
            author = author or _find_author(text) or line.author
            source = source or line.source
            if above is None and _is_issuer(text):
                above = text
            published = published or _find_published(text, label) or line.published
    title = find_headline(pieces)
    published = published or _find_issue_date(title or "")
    return Masthead(title, author, source or above or None, url, published)


def part_author(author: str | None) -> tuple[str | None, str | None]:
    """Tell whether the author in a file's properties is a person or a body.

    Returns:
        Author and source; one of them is ``None``.
    """
    if not author or author.strip().lower() in _NOBODY:
        return None, None
    if is_masthead(author.strip()) or _BODY.search(author):
        return None, author
    return author, None


def _split_label(text: str) -> tuple[str, str]:
    label, mark, value = text.partition(":")
    if not mark or len(label) > 24 or "//" in value[:2]:
        return "", text
    return label.strip().lower(), value.strip()


def _find_author(text: str) -> str | None:
    match = _AUTHOR.fullmatch(text)
    return match[1] if match else None


def _read_dated_line(text: str) -> Masthead:
    """Read "Interview by Ann Lee, The Harbour Gazette, 8 March 2025"."""
    parts = [part.strip() for part in _PARTED.split(text) if part.strip()]
    dated = [part for part in parts if not strip_dates(part).strip()]
    published = ", ".join(dated)
    if len(parts) > _MAX_PARTS or find_date(published) is None:
        return Masthead()
    author = source = None
    for part in parts:
        signed = _SIGNED.match(part)
        if signed is not None:
            author = author or _find_author(part[signed.start("by") :])
        elif part not in dated and _is_outlet(part):
            source = source or part
    return Masthead(author=author, source=source, published=published)


def _is_outlet(part: str) -> bool:
    """Tell whether a part of a line names who publishes; cities stand there too."""
    known = part.startswith("The ") or is_masthead(part) or _BODY.search(part)
    return bool(known) and _is_name(part)


def _is_issuer(line: str) -> bool:
    """Tell whether a line over a headline names a body, not just a part of it."""
    whole = len(line.split()) > 2
    return whole and _is_name(line) and _ISSUER.search(line) is not None


def _is_name(line: str) -> bool:
    words = line.split()
    return (
        len(words) <= _MAX_NAME_WORDS
        and all(not word[0].islower() or word in _SMALL for word in words)
        and not any(char.isdigit() for char in line)
    )


def _find_issue_date(title: str) -> str | None:
    """Return the date at the end of a bulletin's headline, or in front of a colon."""
    head = title.partition(":")[0] if ":" in title[:60] else title
    day = head[-_DATE_CHARS:]
    if not _ISSUE.search(head) or find_date(day) is None or not head[-1].isdigit():
        return None
    return day


def _find_published(text: str, label: str) -> str | None:
    """Return a text that is just a date, or has one behind a fitting label."""
    if label in _DATE_LABELS or _DATE_LABEL.match(text):
        return text
    if _UPDATE.match(text):
        return None
    day = find_date(text)
    rest = strip_dates(text)
    return text if day is not None and len(rest.split()) <= 2 else None
