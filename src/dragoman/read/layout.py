"""Where the paragraphs of a plain text lie.

Three habits are met: paragraphs parted by empty lines, one paragraph a line, and
lines wrapped at a width. A line break inside a wrapped paragraph is told from one
between paragraphs by the width: a writer's machine breaks a line only where the
next word would not have fitted.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\u2028\u2029]+")
_FINAL = re.compile(r"[.!?:;…。！？؟۔।»”\"’')\]]\s*$")
_ITEM = re.compile(
    r"\s*(?:[-*•·▪●◦‣∙○■□➤►✓✔–—]|\(?\d{1,3}[.)]|\([a-zA-Z]\)|\([ivxlc]{1,5}\)|[a-z]\))\s+(?=\S)"
)
_SPEAKER_LABEL = re.compile(
    r"(?:[QA]|(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*)(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,4}):"
)
_SPACELESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_MAX_WRAP_WIDTH = 130
_MIN_WRAP_WIDTH = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without outer white space.

    Attributes:
        start: First code point in the text.
        end: Code point after the last one.
        indent: White space before it.
        after_gap: Whether an empty line (or nothing) stands before it.
    """

    start: int
    end: int
    indent: int
    after_gap: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, heading or list item as the layout shows it.

    Attributes:
        start: First code point of the content, behind a list marker.
        end: Code point after the last one.
        lines: Number of lines that it takes.
        item: Whether a list marker stands before it.
    """

    start: int
    end: int
    lines: int
    item: bool


def find_marker(line: str) -> int:
    """Return the length of the list marker that a line begins with, 0 for none."""
    match = _ITEM.match(line)
    return match.end() if match and line.lstrip()[0] not in "–—" else 0


def find_stretches(text: str) -> list[Stretch]:
    """Find the paragraphs of a text, in order."""
    lines = list(_find_lines(text))
    width = _find_wrap_width(text, lines)
    dashes = _count_dash_lines(text, lines)
    stretches: list[Stretch] = []
    group: list[Line] = []
    for line in lines:
        if group and not _continues(text, group, line, width):
            stretches.append(_close(text, group, dashes))
            group = []
        group.append(line)
    if group:
        stretches.append(_close(text, group, dashes))
    return stretches


def _find_lines(text: str) -> Iterator[Line]:
    last_end = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        indent = len(raw) - len(raw.lstrip())
        start = match.start() + indent
        gap = text.count("\n", last_end, start) != 1 or last_end == 0
        yield Line(start, start + len(stripped), indent, gap)
        last_end = start + len(stripped)


def _find_wrap_width(text: str, lines: Sequence[Line]) -> int | None:
    """Return the width at which lines are wrapped, ``None`` if they are not."""
    lengths = sorted(line.end - line.start + line.indent for line in lines)
    if not lengths or lengths[-1] < _MIN_WRAP_WIDTH:
        return None
    # Some lines stick out (addresses, tables), so the longest is not the width.
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.98))]
    if width > _MAX_WRAP_WIDTH:
        return None
    full = broken = 0
    for line, after in itertools.pairwise(lines):
        if after.after_gap or not _is_full(text, line, after, width):
            continue
        full += 1
        broken += not _FINAL.search(text, max(line.start, line.end - 4), line.end)
    return width if full and broken >= full * 0.5 else None


def _is_full(text: str, line: Line, after: Line, width: int) -> bool:
    head = text[after.start : min(after.end, after.start + 40)].split(maxsplit=1)[0]
    # Scripts without spaces break anywhere.
    word = 1 if _SPACELESS.match(head) else len(head)
    # Ragged and justified setters leave a few columns free.
    return line.indent + line.end - line.start + 1 + word >= width * 0.9


def _continues(text: str, group: Sequence[Line], line: Line, width: int | None) -> bool:
    last = group[-1]
    if len(group) == 1 and _is_speaker_label(text, last):
        return not _is_speaker_label(text, line)
    if line.after_gap or width is None or _ITEM.match(text, line.start, line.end):
        return False
    if _is_full(text, last, line, width):
        # A first line set in, where the others are not, opens a paragraph.
        return not (line.indent > last.indent + 1 and len(group) > 1)
    unfinished = not _FINAL.search(text, max(last.start, last.end - 4), last.end)
    return unfinished and text[line.start].islower() and line.indent <= last.indent + 8


def _is_speaker_label(text: str, line: Line) -> bool:
    match = _SPEAKER_LABEL.match(text, line.start, line.end)
    return match is not None and match.end() == line.end


def _count_dash_lines(text: str, lines: Sequence[Line]) -> int:
    return sum(text[line.start] in "–—" for line in lines)


def _close(text: str, group: Sequence[Line], dashes: int) -> Stretch:
    start, end = group[0].start, group[-1].end
    match = _ITEM.match(text, start, end)
    # A single dash before a line is a speaker's dash rather than a list.
    # "(c) 2024 ..." is a list item only where a "(b)" stands before it.
    copyright_mark = text.startswith(("(c)", "(C)"), start) and "(b)" not in text
    if match and not copyright_mark and (text[start] not in "–—" or dashes > 2):
        return Stretch(match.end(), end, len(group), item=True)
    return Stretch(start, end, len(group), item=False)
