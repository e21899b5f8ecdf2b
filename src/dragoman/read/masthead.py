"""What the lines above a report say of it: headline, author, outlet, date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model.document import BlockKind
from dragoman.read.furniture import is_masthead
from dragoman.read.nameplate import (
    BODY,
    Naming,
    Part,
    find_communique_body,
    find_issuer,
    find_parts,
    is_release_label,
    names_body,
)
from dragoman.read.published import find_date, strip_dates

Piece = tuple[BlockKind, str]

_HEAD_PIECES = 12
_LEAD_WORDS = 20
_DATE_CHARS = 18
TITLE_LABEL = re.compile(r"(?:title|headline|subject|subj|re)\s*:\s*", re.IGNORECASE)
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
# Over a name that stands where a headline does: who wrote it, not what it says.
_LABELS = frozenset({"editorial", "leader", "our view", "communiqué", "communique"})
# What programs write for an author that nobody entered.
_NOBODY = frozenset(
    {"python-docx", "user", "author", "administrator", "admin", "unknown", "anonymous"}
    | {"owner", "pc", "office user", "microsoft office user", "windows user", "none"}
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
# The abbreviation behind a name, as in a letterhead.
_SHORT_FORM = re.compile(r" \([A-Z][\w-]{1,9}\)$")
# Beside these a name is one of who wrote or issued the text.
_DATING = frozenset({Naming.DAY, Naming.RELEASE})
_PERSONAL = frozenset({Naming.SIGNED, Naming.PERSON, Naming.UNSURE, Naming.PLACE})
_DATE_LABEL = re.compile(
    r"(?:first )?(?:published|posted|issued|released)\b[ :]|dated? ", re.IGNORECASE
)


def names_issue(text: str) -> bool:
    """Tell whether a line speaks of a bulletin, an update, a briefing ..."""
    return _ISSUE.search(text) is not None


def _find_headline(pieces: Sequence[Piece]) -> str | None:
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
    head = _Head()
    for kind, text in pieces[:_HEAD_PIECES]:
        if kind is BlockKind.PARAGRAPH and len(text[:2000].split()) >= _LEAD_WORDS:
            break
        head.read(kind, text)
    title = _find_headline(pieces)
    return Masthead(
        title=title,
        author=head.author or head.find_person(),
        source=head.find_source(title or "") or _find_issuing(pieces, title),
        url=head.url,
        published=head.published or _find_issue_date(title or ""),
    )


def _find_issuing(pieces: Sequence[Piece], title: str | None) -> str | None:
    """Return the name that stands for a headline over a release or an editorial."""
    if title is None or not (names_body(title) or is_masthead(title)):
        return None
    labelled = any(
        kind is BlockKind.BYLINE
        and (is_release_label(text) or text.lower().strip(" :") in _LABELS)
        for kind, text in pieces[:_HEAD_PIECES]
    )
    return title if labelled else None


class _Head:
    """Collects what the lines of a head say, line by line."""

    def __init__(self) -> None:
        self.author: str | None = None
        self.url: str | None = None
        self.published: str | None = None
        self._source: str | None = None
        self._issuer: str | None = None
        self._above = True
        self._lines: list[tuple[Part, ...]] = []

    def read(self, kind: BlockKind, text: str) -> None:
        """Read one line."""
        if kind in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION}:
            self._above = False
            # What stands beyond a headline is no neighbor of what stands before.
            self._lines.append(())
            return
        label, value = _split_label(text)
        if label in _SOURCE_LABELS:
            self._source = self._source or value
        elif label in _AUTHOR_LABELS:
            self.author = self.author or value
        elif label in _URL_LABELS:
            self.url = self.url or value
        elif kind is BlockKind.BOILERPLATE:
            self._read_issuer(text)
        elif kind is BlockKind.BYLINE and label and not _find_published(text, label):
            return  # "FROM: Embassy" heads a cable and names no outlet
        elif kind is BlockKind.BYLINE:
            self._read_line(text, label)

    def _read_line(self, text: str, label: str) -> None:
        if self._read_issuer(text):
            return
        if self._above and self._issuer is None and names_body(text):
            self._issuer = text
        parts = find_parts(text)
        self._lines.append(parts)
        self.author = self.author or _find_author(text, parts)
        self.published = (
            self.published or _find_published(text, label) or _find_day(text, parts)
        )

    def _read_issuer(self, text: str) -> bool:
        """Read a line such as "Compiled by the Border Desk", furniture often."""
        issuer = find_issuer(text)
        if issuer is None:
            return False
        self._source = self._source or issuer[0]
        self.published = self.published or issuer[1] or None
        return True

    def find_source(self, title: str) -> str | None:
        """Return who publishes, by the surest of the signs."""
        parts = [part for line in self._lines for part in line]
        issuer = _SHORT_FORM.sub("", self._issuer or "")
        sure = [part.text for part in parts if part.naming is Naming.OUTLET]
        return (
            self._source
            or issuer
            or (sure[0] if sure else None)
            or find_communique_body(title)
            or self._find_dated_name(Naming.UNSURE)
        )

    def find_person(self) -> str | None:
        """Return a person's name that stands where an author's does."""
        return self._find_dated_name(Naming.PERSON)

    def _find_dated_name(self, naming: Naming) -> str | None:
        """Return a name in or beside a dated line: only heads of reports have both.

        "Port Amrit, 4 March 2024" gives the place where it was written.
        """
        for line, after in pairwise([(), *self._lines, ()]):
            for one, other in ((line, after), (after, line)):
                if not any(part.naming in _DATING for part in one + other):
                    continue
                for index, part in enumerate(one):
                    behind = one[index + 1 : index + 2]
                    placed = bool(behind) and behind[0].mark == ","
                    if part.naming is naming and not placed:
                        return part.text
        return None


def part_author(author: str | None) -> tuple[str | None, str | None]:
    """Tell whether the author in a file's properties is a person or a body.

    Returns:
        Author and source; one of them is ``None``.
    """
    if not author or author.strip().lower() in _NOBODY:
        return None, None
    if is_masthead(author.strip()) or BODY.search(author):
        return None, author
    return author, None


def _split_label(text: str) -> tuple[str, str]:
    label, mark, value = text.partition(":")
    if not mark or len(label) > 24 or "//" in value[:2]:
        return "", text
    return label.strip().lower(), value.strip()


def _find_author(text: str, parts: Sequence[Part]) -> str | None:
    """Return the names behind "by", without the outlet, town or office behind them."""
    whole = _AUTHOR.fullmatch(text)
    told = all(part.naming in _PERSONAL for part in parts)
    if whole is not None and told:
        return whole[1]
    for part in parts:
        if part.naming is Naming.SIGNED and _AUTHOR.fullmatch(f"By {part.text}"):
            return part.text
    return None


def _find_day(text: str, parts: Sequence[Part]) -> str | None:
    """Return the full date in a line that consists of names and a date."""
    days = ", ".join(part.text for part in parts if part.naming is Naming.DAY)
    if find_date(days) is None or _UPDATE.match(text):
        return None
    return days


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
