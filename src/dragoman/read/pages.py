"""Lines with their places on a page, put together to paragraphs.

A page knows only where letters stand. A line that ends although the next word would
still have fitted ends its paragraph; so does a wider gap and a change of type size.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from dragoman.model.document import BlockKind
from dragoman.read.layout import find_marker

_GAP = 1.3
_SIZE_TOLERANCE = 0.08
_COLUMN_TOLERANCE = 40.0
_ENDINGS = '.!?:;…。؟۔"”’)]»'


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; lengths in points, the origin at the lower left.

    Attributes:
        bottom: Its base line.
        size: Type size.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float


def merge_rows(rows: Sequence[Line]) -> list[Line]:
    """Put together what stands side by side on one line."""
    lines: list[Line] = []
    for row in rows:
        before = lines[-1] if lines else None
        if before is None or not _is_beside(before, row):
            lines.append(row)
            continue
        after = row.left >= before.left
        gap = row.left - before.right if after else before.left - row.right
        space = " " if gap > 0.15 * before.size else ""
        lines[-1] = Line(
            text=f"{before.text}{space}{row.text}",
            left=min(before.left, row.left),
            right=max(before.right, row.right),
            bottom=before.bottom,
            size=max(before.size, row.size),
        )
    return lines


def _is_beside(before: Line, row: Line) -> bool:
    if abs(before.bottom - row.bottom) > 0.3 * max(before.size, row.size):
        return False
    slack = 0.5 * max(before.size, row.size)
    gap = max(row.left - before.right, before.left - row.right)
    # A gutter between columns is wider than any space between words.
    return -slack <= gap <= 2.5 * before.size


def find_paragraphs(lines: Sequence[Line]) -> Iterator[tuple[BlockKind, list[str]]]:
    """Group the lines of a page, in reading order, to paragraphs and list items."""
    if not lines:
        return
    page = _Page(lines)
    rows: list[str] = []
    kind = BlockKind.PARAGRAPH
    for index, line in enumerate(lines):
        marker = find_marker(line.text)
        if rows and (marker or page.is_parted(lines[index - 1], line)):
            yield kind, rows
            rows = []
        if not rows:
            kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
        rows.append(line.text[marker:])
    if rows:
        yield kind, rows


class _Page:
    """Measures of a page: usual type size, step between lines, edges of columns."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._size = median(line.size for line in lines) or 1.0
        steps = [
            before.bottom - line.bottom
            for before, line in pairwise(lines)
            if before.bottom > line.bottom
        ]
        # Single lines with wide gaps may outnumber the lines of running text.
        self._step = sorted(steps)[len(steps) // 4] if steps else 0.0
        self._edges: dict[int, tuple[float, float]] = {}

    def is_parted(self, before: Line, line: Line) -> bool:
        """Tell whether a paragraph ends between two lines."""
        if abs(before.size - line.size) > _SIZE_TOLERANCE * max(before.size, line.size):
            return True
        step = before.bottom - line.bottom
        scale = max(line.size / self._size, 1.0)
        if step < -self._step or (self._step and step > self._step * scale * _GAP):
            return True
        if self._has_room(before, line):
            return not (
                line.text[0].islower() and before.text.rstrip()[-1] not in _ENDINGS
            )
        # The first line of a paragraph is set in.
        indent = line.left - before.left
        return line.size < indent < 6 * line.size and before.text[-1] in _ENDINGS

    def _has_room(self, before: Line, line: Line) -> bool:
        """Tell whether the first word of a line would have fitted on the last."""
        word = line.text.split(maxsplit=1)[0]
        width = (line.right - line.left) * (len(word) + 1) / max(len(line.text), 1)
        left, right = self._get_edges(before)
        room = right - before.right
        if before.left - left > before.size:
            # Centered, or set from the right.
            room = max(room, (right - left) - (before.right - before.left))
            if abs((before.left - left) - (right - before.right)) > before.size:
                room = right - before.right
        return room > width * 1.1

    def _get_edges(self, line: Line) -> tuple[float, float]:
        key = round(line.left / 10)
        if key not in self._edges:
            near = [
                other
                for other in self._lines
                if abs(other.left - line.left) < _COLUMN_TOLERANCE
            ]
            rights = sorted(other.right for other in near)
            lefts = sorted(other.left for other in near)
            self._edges[key] = lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]
        return self._edges[key]
