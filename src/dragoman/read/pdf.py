"""PDF: lines with their places on the page, put together to paragraphs.

A page knows only where letters stand. Lines come from the library; a wider gap or
another size of type begins a new paragraph; lines that return at the head or foot
of page after page are furniture.
"""

import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_double

# pypdfium2 ships no types.
import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from dragoman.errors import ReadError
from dragoman.model.document import BlockKind, Document
from dragoman.model.failure import Failure
from dragoman.model.pulse import beat
from dragoman.protocols import Part, ReadSettings
from dragoman.read.draft import Draft, compose, finish
from dragoman.read.masthead import Piece, part_author, read_masthead
from dragoman.read.pages import Line, find_paragraphs, merge_rows
from dragoman.read.structure import settle_pieces

_MAX_PAGES = 3000
_EDGE_LINES = 3
_HEAD_PIECES = 8
_MIN_CHARS_A_PAGE = 8
# The library writes U+FFFE for a hyphen and the line end behind it.
_ROW = re.compile(r"[^\r\n\ufffe]+\ufffe?")
_HYPHEN = re.compile(r"(\w+)[-\u00ad\u2010\u0002\ufffe]$")
_ODD = re.compile(r"[\u0000-\u0008\u000e-\u001f\ufffe\uffff]")
# Words that are seldom written together with what follows them.
_COMPOUND_HEADS = re.compile(
    r"self|vice|so|ex|well|then|long|short|high|low|far|mid|half|all|cross|decision"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|two|three|four|five|six",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+(?:-\w+)*")
_FIGURES = re.compile(r"\d+")
_ENDING = re.compile(r"[.!?:;…؟۔。][\"'”’»)\]]*$")
_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_RTL_WORD = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]{2,}")
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


def _read_pdf(data: bytes) -> Draft:
    pdf = _open(data)
    try:
        if len(pdf) > _MAX_PAGES:
            raise ReadError(f"{len(pdf):,} pages: at most {_MAX_PAGES:,} are read")
        pages = list(_read_pages(pdf))
        about = pdf.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"a damaged PDF: {error}") from error
    finally:
        pdf.close()
    letters = sum(len(line.text) for page in pages for line in page)
    if letters < _MIN_CHARS_A_PAGE * max(len(pages), 1) ** 0.5:
        raise ReadError(
            f"a PDF without a text layer: {len(pages)} pages of pictures, "
            "which need character recognition first"
        )
    joined = _join_pages(pages)
    pieces = settle_pieces(joined, _find_known_title(joined, about.get("Title")))
    text, blocks = compose(pieces)
    head = read_masthead(pieces)
    author, source = part_author(about.get("Author"))
    return Draft(
        text=text,
        blocks=blocks,
        title=head.title or about.get("Title"),
        source=head.source or source,
        author=head.author or author,
        url=head.url,
        published=head.published,
    )


def _find_known_title(pieces: Sequence[Piece], title: str | None) -> str | None:
    """Return the title of the properties if a line of the first page bears it out.

    What programs write there by themselves is often the name of a file.
    """
    for _, text in pieces[:_HEAD_PIECES]:
        if title and " ".join(text.split()).casefold() == title.strip().casefold():
            return text
    return None


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("an encrypted PDF: a password is needed") from error
        raise ReadError(f"a damaged PDF: {error}") from error


def _read_pages(pdf: pypdfium2.PdfDocument) -> Iterator[list[Line]]:
    for number in range(len(pdf)):
        yield _read_lines(pdf[number])
        beat((number + 1) / len(pdf))


def _read_lines(page: pypdfium2.PdfPage) -> list[Line]:
    textpage = page.get_textpage()
    try:
        rows = []
        for match in _ROW.finditer(textpage.get_text_range()):
            text = match.group().strip()
            if text.strip("\ufffe"):
                start = match.start() + match.group().index(text[0])
                rows.append(_measure(textpage, start, text))
        return merge_rows(rows)
    finally:
        textpage.close()
        page.close()


def _measure(textpage: pypdfium2.PdfTextPage, start: int, text: str) -> Line:
    # Letters beyond the basic plane shift the count; a place that is off by one
    # does little harm, one behind the last letter is refused.
    last = textpage.count_chars() - 1
    index = min(start, last)
    head = textpage.get_charbox(index, loose=True)
    length = len(text.rstrip("\ufffe"))
    tail = textpage.get_charbox(min(start + length - 1, last), loose=True)
    across, upward = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(textpage, index, across, upward)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, matrix)
    scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
    if _RTL.search(text):
        text = _set_right(textpage, start, text)
    return Line(
        text=text,
        left=min(head[0], tail[0]),
        right=max(head[2], tail[2]),
        bottom=upward.value,
        size=raw.FPDFText_GetFontSize(textpage, index) * scale,
    )


def _set_right(textpage: pypdfium2.PdfTextPage, start: int, text: str) -> str:
    """Turn the words of a right-to-left line that come out in the order of sight."""
    last = textpage.count_chars() - 1

    def turn(match: re.Match[str]) -> str:
        word = match.group()
        first = textpage.get_charbox(min(start + match.start(), last))
        final = textpage.get_charbox(min(start + match.end() - 1, last))
        return word[::-1] if first[0] < final[0] else word

    return _RTL_WORD.sub(turn, text)


def _join_pages(pages: Sequence[Sequence[Line]]) -> list[Piece]:
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
        paragraphs = [
            (kind, _join(rows, words)) for kind, rows in find_paragraphs(body)
        ]
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


def _find_running(pages: Sequence[Sequence[Line]]) -> set[str]:
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
            kept += _COMPOUND_HEADS.fullmatch(head) is not None
            soft = text[-1] == "\u00ad" or (row[0].islower() and glued >= kept)
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
