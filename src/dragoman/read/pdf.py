"""PDF: lines with their places on the page, put together to paragraphs.

A page knows only where letters stand. Lines come from the library; a wider gap or
another size of type begins a new paragraph; lines that return at the head or foot
of page after page are furniture.
"""

import itertools
import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

# pypdfium2 ships no types.
import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from dragoman.errors import ReadError
from dragoman.model.document import BlockKind, Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.draft import Draft, compose, finish
from dragoman.read.layout import find_stretches
from dragoman.read.masthead import Piece, read_masthead
from dragoman.read.structure import settle_pieces

_MAX_PAGES = 3000
_EDGE_LINES = 3
_MIN_CHARS_A_PAGE = 8
_GAP = 1.35
_HYPHEN = re.compile(r"(\w+)[-\u00ad\u2010\u0002\ufffe]$")
_ODD = re.compile(r"[\u0000-\u0008\u000e-\u001f\ufffe\uffff]")
_WORD = re.compile(r"\w+(?:-\w+)*")
_FIGURES = re.compile(r"\d+")
_ENDING = re.compile(r"[.!?:;…؟۔。][\"'”’»)\]]*$")
# The library under pypdfium2 is not safe for threads.
_LOCK = threading.Lock()


class PdfReader:
    """Reads ``application/pdf``."""

    name = "pdf"
    version = "1"
    media_types = frozenset({"application/pdf"})

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Yield the one document that a PDF is."""
        with _LOCK:
            draft = _read_pdf(data)
        yield finish(draft, data, origin, "application/pdf", settings)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    top: float
    size: float


def _read_pdf(data: bytes) -> Draft:
    pdf = _open(data)
    try:
        if len(pdf) > _MAX_PAGES:
            raise ReadError(f"{len(pdf):,} pages: at most {_MAX_PAGES:,} are read")
        pages = [_read_lines(pdf[number]) for number in range(len(pdf))]
        about = pdf.get_metadata_dict()
    finally:
        pdf.close()
    letters = sum(len(line.text) for page in pages for line in page)
    if letters < _MIN_CHARS_A_PAGE * max(len(pages), 1) ** 0.5:
        raise ReadError(
            f"a PDF without a text layer: {len(pages)} pages of pictures, "
            "which need character recognition first"
        )
    pieces = settle_pieces(_join_pages(pages), None)
    text, blocks = compose(pieces)
    head = read_masthead(pieces)
    return Draft(
        text=text,
        blocks=blocks,
        title=head.title or about.get("Title"),
        source=head.source,
        author=head.author or about.get("Author"),
        url=head.url,
        published=head.published,
    )


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("an encrypted PDF: a password is needed") from error
        raise ReadError(f"a damaged PDF: {error}") from error


def _read_lines(page: pypdfium2.PdfPage) -> list[_Line]:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        lines = []
        at = 0
        for row in text.splitlines(keepends=True):
            stripped = row.strip()
            if stripped:
                index = at + row.index(stripped[0])
                lines.append(_measure(textpage, index, stripped))
            at += len(row)
        return lines
    finally:
        textpage.close()
        page.close()


def _measure(textpage: pypdfium2.PdfTextPage, index: int, text: str) -> _Line:
    # Letters beyond the basic plane shift the count; a wrong place does less harm
    # than none, an impossible one is left out.
    index = min(index, textpage.count_chars() - 1)
    _, bottom, _, _ = textpage.get_charbox(index, loose=True)
    return _Line(text, bottom, raw.FPDFText_GetFontSize(textpage, index))


def _join_pages(pages: Sequence[Sequence[_Line]]) -> list[Piece]:
    running = _find_running(pages)
    words = Counter(
        word.lower()
        for page in pages
        for line in page
        for word in _WORD.findall(line.text)
    )
    pieces: list[Piece] = []
    for page in pages:
        body = [line for line in page if _fold(line.text) not in running]
        paragraphs = list(_find_paragraphs(body, words))
        if paragraphs and pieces and _runs_on(pieces, paragraphs[0]):
            last = _last_prose(pieces)
            joined = _join([pieces[last][1], paragraphs.pop(0)[1]], words)
            pieces[last] = (pieces[last][0], joined)
        pieces.extend(paragraphs)
        pieces.extend(
            (BlockKind.BOILERPLATE, _ODD.sub("", line.text))
            for line in page
            if _fold(line.text) in running
        )
    return pieces


def _find_running(pages: Sequence[Sequence[_Line]]) -> set[str]:
    """Find the lines that return at the edges of pages, figures aside."""
    if len(pages) < 2:
        return set()
    seen: Counter[str] = Counter()
    for page in pages:
        edges = [*page[:_EDGE_LINES], *page[-_EDGE_LINES:]]
        seen.update({_fold(line.text) for line in edges})
    needed = max(2, (len(pages) + 1) // 2) if len(pages) < 6 else len(pages) // 3
    return {text for text, count in seen.items() if count >= needed}


def _fold(text: str) -> str:
    return _FIGURES.sub("#", text.casefold())


def _find_paragraphs(lines: Sequence[_Line], words: Counter[str]) -> Iterator[Piece]:
    """Part the lines of a page where gap or size change, then by their length."""
    steps = [
        before.top - line.top
        for before, line in itertools.pairwise(lines)
        if before.top > line.top
    ]
    usual = median(steps) if steps else 0.0
    rows: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and _is_parted(before, line, usual):
            rows.append("")
        rows.append(line.text)
    text = "\n".join(rows)
    for stretch in find_stretches(text, wrapped=True):
        kind = BlockKind.LIST_ITEM if stretch.item else BlockKind.PARAGRAPH
        yield kind, _join(text[stretch.start : stretch.end].split("\n"), words)


def _is_parted(before: _Line, line: _Line, usual: float) -> bool:
    if abs(before.size - line.size) > 0.08 * max(before.size, line.size):
        return True
    step = before.top - line.top
    return usual > 0 and (step > usual * _GAP or step < -usual)


def _join(rows: Sequence[str], words: Counter[str]) -> str:
    """Join the lines of a paragraph; take the hyphens out that the setter put in."""
    text = ""
    for row in rows:
        match = _HYPHEN.search(text)
        if match and row[:1].isalpha():
            after = _WORD.match(row)
            head, tail = match[1], after.group() if after else ""
            glued = words[(head + tail).lower()]
            kept = words[f"{head}-{tail}".lower()]
            soft = text[-1] != "-" or (row[0].islower() and glued >= kept)
            text = text[:-1] + ("" if soft else "-") + row
        else:
            text = f"{text} {row}" if text else row
    return _ODD.sub("", text)


def _last_prose(pieces: Sequence[Piece]) -> int:
    for index in range(len(pieces) - 1, -1, -1):
        if pieces[index][0] is not BlockKind.BOILERPLATE:
            return index
    return -1


def _runs_on(pieces: Sequence[Piece], first: Piece) -> bool:
    """Tell whether a paragraph goes on over the turn of a page."""
    last = _last_prose(pieces)
    if last < 0 or first[0] is not BlockKind.PARAGRAPH:
        return False
    text = pieces[last][1]
    return not _ENDING.search(text) and len(text) > 60 and not first[1][0].isupper()
