"""Texts of our own in which only attributions are marked, in a notation for writing.

``{The mayor} /denounced/ <the plan as a gift>``: source, cue, content. A number right
behind the opening mark tells several attributions of a paragraph apart
(``{2 she} /2 wants/ <2 a vote>``); each part may come in pieces and hold others. A line
is a paragraph, ``# `` opens a report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus_reader import CORPUS, Extent

TEXTS = CORPUS / "attributions.txt"
_MARK = re.compile(r"(?P<open>[{<]|(?<![\w/])/(?=\w))(?:(?P<number>\d+) )?|[}>/]")
_PARTS = {"{": "source", "/": "cue", "<": "content"}
_CLOSING = {"}": "{", "/": "/", ">": "<"}


class NotationError(Exception):
    """A mark is not closed or never opened."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution: where source, cue and content stand in the text."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A report: its text and all that is attributed in it."""

    title: str
    text: str
    attributions: tuple[Marked, ...]


def read_texts(path: Path = TEXTS) -> Iterator[MarkedText]:
    """Yield the reports of a file.

    Raises:
        NotationError: A mark is not closed or never opened.
    """
    for report in path.read_text(encoding="utf-8").split("\n# "):
        title, _, body = report.lstrip("# ").partition("\n")
        if body.strip():
            yield _read(title, [line for line in body.split("\n") if line.strip()])


def _read(title: str, lines: list[str]) -> MarkedText:
    text = ""
    found: list[Marked] = []
    for line in lines:
        text += "\n\n" if text else ""
        plain, marked = read_line(line, len(text))
        text += plain
        found.extend(marked)
    return MarkedText(title, text, tuple(found))


def read_line(line: str, offset: int = 0) -> tuple[str, list[Marked]]:
    """Return the plain text of a paragraph and its attributions.

    Args:
        line: The paragraph in notation.
        offset: Where it starts in its report.

    Raises:
        NotationError: A mark is not closed or never opened.

    >>> read_line("{She} /wants/ <peace>.")[0]
    'She wants peace.'
    """
    plain = ""
    last = 0
    stack: list[tuple[str, str, int]] = []
    parts: dict[str, dict[str, list[Extent]]] = {}
    for match in _MARK.finditer(line):
        plain += line[last : match.start()]
        last = match.end()
        mark = match["open"]
        if mark:
            stack.append((mark, match["number"] or "1", len(plain)))
            continue
        if not stack or stack[-1][0] != _CLOSING[match[0]]:
            raise NotationError(f"{match[0]} closes nothing: {line[: match.end()]!r}")
        kind, number, start = stack.pop()
        extent = Extent(offset + start, offset + len(plain))
        parts.setdefault(number, {}).setdefault(_PARTS[kind], []).append(extent)
    if stack:
        raise NotationError(f"{stack[-1][0]} is not closed: {line!r}")
    plain += line[last:]
    return plain, [
        Marked(*(tuple(one.get(part, ())) for part in _PARTS.values()))
        for one in parts.values()
        if "content" in one
    ]
