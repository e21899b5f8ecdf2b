"""Markdown: the marks taken off, what they said kept as kinds."""

import re
from collections.abc import Iterator

import yaml

from dragoman.model.document import BlockKind, Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.decode import decode
from dragoman.read.draft import Draft, compose, finish
from dragoman.read.masthead import Piece, read_masthead
from dragoman.read.structure import settle_pieces

_FRONT = re.compile(r"\A---\s*\n(.*?)\n(?:---|\.\.\.)\s*(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)\s*$")
_RULE = re.compile(r"^ {0,3}([-*_])(?:\s*\1){2,}\s*$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$")
_QUOTE = re.compile(r"^ {0,3}>\s?")
_TABLE = re.compile(r"^\s*\|.*\|\s*$|^[^|\n]+(?:\|[^|\n]+){2,}$")
_TABLE_RULE = re.compile(r"^[\s|:-]+$")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:\s+\S+.*$")
_IMAGE = re.compile(r"!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_IMAGE_LINE = re.compile(r"^\s*!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])\s*$")
_INLINE = (
    (_IMAGE, r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"<((?:https?|mailto):[^>\s]+)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^>\n]*>"), ""),
    (re.compile(r"(\*\*\*|___|\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])(.+?)(?<=[^\s_])_(?![\w_])"), r"\1"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])"), r"\1"),
)
_KEYS = {
    "title": ("title", "headline"),
    "source": ("source", "outlet", "publisher", "site"),
    "author": ("author", "authors", "by"),
    "url": ("url", "link", "canonical"),
    "published": ("published", "date", "created"),
    "lang": ("lang", "language"),
}


class MarkdownReader:
    """Reads ``text/markdown``."""

    name = "markdown"
    version = "1"
    media_types = frozenset({"text/markdown"})

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Yield the one document that a Markdown file is."""
        text = decode(data)
        front = _FRONT.match(text)
        said = _read_front(front[1]) if front else {}
        pieces = list(_find_pieces(text[front.end() :] if front else text))
        title = said.get("title") or _find_first_heading(pieces)
        settled = settle_pieces(pieces, title)
        body, blocks = compose(settled)
        head = read_masthead(settled)
        draft = Draft(
            text=body,
            blocks=blocks,
            title=title or head.title,
            source=said.get("source") or head.source,
            author=said.get("author") or head.author,
            url=said.get("url") or head.url,
            published=said.get("published") or head.published,
            lang=said.get("lang"),
        )
        yield finish(draft, data, origin, "text/markdown", settings)


def _read_front(text: str) -> dict[str, str]:
    """Read the keys before the text; broken ones are as good as none."""
    try:
        front = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    if not isinstance(front, dict):
        return {}
    said = {str(key).lower(): value for key, value in front.items()}
    found = {}
    for key, names in _KEYS.items():
        value = next((said[name] for name in names if said.get(name)), None)
        if value is not None and not isinstance(value, dict | list):
            found[key] = str(value)
    return found


def _find_first_heading(pieces: list[Piece]) -> str | None:
    return next((text for kind, text in pieces if kind is BlockKind.TITLE), None)


def _find_pieces(text: str) -> Iterator[Piece]:
    kind = BlockKind.PARAGRAPH
    rows: list[str] = []
    titled = False
    for line_kind, line in _find_lines(_COMMENT.sub("", text)):
        if line_kind is BlockKind.TITLE and titled:
            line_kind = BlockKind.HEADING
        titled = titled or line_kind is BlockKind.TITLE
        # An underline makes a heading of the paragraph above it.
        if line_kind is BlockKind.HEADING and not line and rows:
            yield BlockKind.HEADING, _strip_marks(" ".join(rows))
            rows = []
            continue
        goes_on = line_kind is BlockKind.PARAGRAPH and line and rows
        if rows and not goes_on:
            yield kind, _strip_marks(_join(rows))
            rows = []
        if line:
            kind = kind if goes_on else line_kind
            rows.append(line)
    if rows:
        yield kind, _strip_marks(_join(rows))


def _find_lines(text: str) -> Iterator[tuple[BlockKind, str]]:
    fence = None
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and (fence is None or mark[1].startswith(fence)):
            fence = None if fence else mark[1][:3]
            yield BlockKind.BOILERPLATE, ""
        elif fence:
            yield BlockKind.BOILERPLATE, line.rstrip()
        else:
            yield _judge_line(_QUOTE.sub("", line))


def _judge_line(line: str) -> tuple[BlockKind, str]:
    if match := _HEADING.match(line):
        kind = BlockKind.TITLE if len(match[1]) == 1 else BlockKind.HEADING
        return kind, match[2]
    if _UNDERLINE.match(line):
        return BlockKind.HEADING, ""
    if _RULE.match(line) or _REFERENCE.match(line) or _TABLE_RULE.match(line):
        return BlockKind.PARAGRAPH, ""
    if match := _IMAGE_LINE.match(line):
        return BlockKind.CAPTION, match[1]
    if match := _ITEM.match(line):
        return BlockKind.LIST_ITEM, match[1]
    if _TABLE.match(line):
        cells = (cell.strip() for cell in line.strip().strip("|").split("|"))
        return BlockKind.TABLE, " | ".join(cell for cell in cells if cell)
    return BlockKind.PARAGRAPH, line.rstrip()


def _join(rows: list[str]) -> str:
    """Join the lines of a paragraph."""
    return " ".join(row.strip() for row in rows)


def _strip_marks(text: str) -> str:
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text.strip()
