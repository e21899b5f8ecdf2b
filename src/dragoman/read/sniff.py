"""What kind of file some bytes are: by content first, by name second."""

import json
import re
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from dragoman.read.decode import is_binary

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
EPUB = "application/epub+zip"
JSONL = "application/x-ndjson"
JSON_RECORD = "application/json"

OLE = "application/x-ole-storage"
OFFICE = "application/x-office-open-xml"
RTF = "application/rtf"
TAR = "application/x-tar"
FEED = "application/feed+xml"
READABLE = frozenset(
    {
        "text/plain",
        "text/markdown",
        "text/html",
        "application/pdf",
        DOCX,
        ODT,
        EPUB,
        "message/rfc822",
        "application/mbox",
        FEED,
        "application/warc",
        JSONL,
        JSON_RECORD,
        "application/gzip",
        "application/zip",
    }
)

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x1f\x8b", "application/gzip"),
    (b"WARC/1.", "application/warc"),
    (b"{\\rtf", RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!", "application/vnd.rar"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\x7fELF", "application/x-elf"),
    (b"MZ\x90", "application/x-msdownload"),
)
# Of what is binary, the place of a mark that a text could have as well.
_MARKS = (
    (0, b"ID3", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (4, b"ftyp", "video/mp4"),
    (257, b"ustar", TAR),
)
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_EXTENSIONS = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
    ".docx": DOCX,
    ".odt": ODT,
    ".eml": "message/rfc822",
    ".mbox": "application/mbox",
    ".epub": EPUB,
    ".rss": "application/feed+xml",
    ".atom": "application/feed+xml",
    ".warc": "application/warc",
    ".jsonl": JSONL,
    ".ndjson": JSONL,
    ".json": JSONL,
    ".gz": "application/gzip",
    ".zip": "application/zip",
}
_HEAD_BYTES = 4096
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
    *(KeyError, NotImplementedError, RuntimeError, ValueError),
)
_PROLOG = re.compile(
    r"^\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE(?! html)(?:[^\[>]|\[.*?\])*>\s*)*",
    re.DOTALL | re.IGNORECASE,
)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)[\s/>]")
_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|title|meta|article|main|div|p|h1|table"
    r"|section)\b",
    re.IGNORECASE,
)
_HEADER = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]{1,40}: ?[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)+")
_HEADER_NAME = re.compile(r"^([A-Za-z][A-Za-z0-9-]{1,40}):", re.MULTILINE)
_MAIL_HEADERS = frozenset(
    [
        "received",
        "message-id",
        "mime-version",
        "content-type",
        "return-path",
        "delivered-to",
        "content-transfer-encoding",
        "x-mailer",
        "dkim-signature",
        "reply-to",
        "in-reply-to",
    ]
)
_MBOX = re.compile(r"From \S+.*\d:\d\d.*\r?\n[A-Za-z-]+:")
# An extension decides only among formats that have no mark of their own.
_TEXTUAL = frozenset({"text/markdown", JSONL, "text/html"})


def sniff(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the media type of some bytes.

    Args:
        data: The bytes, or at least their first few thousand (all of a zip).
        name: File name or address.
        declared: Media type that a server or a mail part named.

    Returns:
        The media type; ``application/octet-stream`` for what is not known.
    """
    for signature, media_type in _SIGNATURES:
        if data.startswith(signature):
            return media_type
    if data.startswith(_ZIPS):
        return _sniff_zip(data)
    # Some writers put a mark or a few bytes of rubbish before a PDF.
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if is_binary(data):
        kinds = (kind for at, mark, kind in _MARKS if data.startswith(mark, at))
        return next(kinds, "application/octet-stream")
    by_name = _EXTENSIONS.get(PurePosixPath(name.lower()).suffix)
    return _sniff_text(_read_head(data), by_name or declared)


def _read_head(data: bytes) -> str:
    head = data[:_HEAD_BYTES]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace").removeprefix("\ufeff")


def _sniff_text(head: str, hint: str | None) -> str:
    start = head.lstrip()
    if start.startswith("<"):
        markup = _sniff_markup(start, hint)
        if markup:
            return markup
    if start.startswith("{") and (hint == JSONL or _is_json_line(start)):
        return JSONL
    if _MBOX.match(head):
        return "application/mbox"
    if hint == "message/rfc822" or _is_mail(start):
        return "message/rfc822"
    return hint if hint in _TEXTUAL else "text/plain"


def _sniff_markup(start: str, hint: str | None) -> str | None:
    body = start[_end_of_prolog(start) :]
    if _FEED.match(body) or (_FEED.search(start) and start.startswith("<?xml")):
        return "application/feed+xml"
    if _HTML.match(body) or _HTML.match(start):
        return "text/html" if hint != "text/markdown" else hint
    if start.startswith("<?xml"):
        return "application/feed+xml" if hint == "application/feed+xml" else "text/html"
    return "text/html" if hint == "text/html" else None


def _end_of_prolog(start: str) -> int:
    match = _PROLOG.match(start)
    return match.end() if match else 0


def _is_json_line(start: str) -> bool:
    line = start.split("\n", 1)[0]
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return bool(re.match(r"\{\s*\"\w+\"\s*:", line))


def _is_mail(start: str) -> bool:
    match = _HEADER.match(start.replace("\r\n", "\n"))
    if match is None:
        return False
    names = {name.lower() for name in _HEADER_NAME.findall(match.group())}
    # A cable or a memo has From and Subject as well; only mail has the others.
    return "from" in names and bool(names & _MAIL_HEADERS)


def _sniff_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return DOCX
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                return archive.read("mimetype").decode("ascii", "replace").strip()
            if "META-INF/container.xml" in names:
                return EPUB
            if "[Content_Types].xml" in names:
                return OFFICE
    except _BROKEN:
        return "application/zip"
    return "application/zip"
