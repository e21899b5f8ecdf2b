"""Mail: single messages and mailboxes.

The signature and what is quoted from other mail stay in the text, marked as
boilerplate: they are others' words, or said before. What is forwarded or quoted with
its author is a document of its own beside, with his name and its date.
"""

import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parseaddr

from dragoman.errors import ReadError
from dragoman.model.document import BlockKind, Document
from dragoman.model.failure import Failure
from dragoman.protocols import Part, ReadSettings
from dragoman.read.decode import decode, normalize_lines
from dragoman.read.draft import Draft, compose, finish
from dragoman.read.forwarded import QUOTE_HEAD, QUOTED, Inner, find_inner
from dragoman.read.layout import find_stretches
from dragoman.read.markup import find_html_pieces
from dragoman.read.masthead import Piece
from dragoman.read.sniff import READABLE, sniff
from dragoman.read.structure import settle_pieces

_SIGNATURE = re.compile(r"(?:-- ?|__+|—)\s*$")
_REPLY = re.compile(
    r"^(?:(?:re|fwd?|aw|wg|sv|tr|rv|отв|пересл)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE
)
_MBOX_START = re.compile(rb"(?:\A|\n\r?\n)(From \S+[^\r\n]*\d:\d\d[^\r\n]*\r?\n)")
_MAX_PARTS = 500
_MAX_DEPTH = 20


class MailReader:
    """Reads ``message/rfc822``."""

    name = "mail"
    version = "1"
    media_types = frozenset({"message/rfc822"})

    def read(
        self, data: bytes, origin: str, settings: ReadSettings
    ) -> Iterator[Document | Part | Failure]:
        """Yield the message, then those attachments that can be read."""
        try:
            message = BytesParser(policy=policy.default).parsebytes(data)
            draft = _read_message(message)
            attachments = list(_find_attachments(message))
            within = list(_find_within(message))
        except (MessageError, ValueError, LookupError, RecursionError) as error:
            raise ReadError(f"broken mail: {error}") from error
        if draft.blocks:
            yield finish(draft, data, origin, "message/rfc822", settings)
        elif not attachments:
            raise ReadError("broken mail: no text and no attachment that can be read")
        for number, inner in enumerate(within, 1):
            name = f"quoted {number}"
            part = inner.text.encode()
            inside = f"{origin}!{name}"
            yield Part(
                name,
                part,
                document=finish(
                    _read_inner(inner), part, inside, "message/rfc822", settings, origin
                ),
            )
        yield from attachments


class MboxReader:
    """Reads ``application/mbox``."""

    name = "mbox"
    version = "1"
    media_types = frozenset({"application/mbox"})

    def read(
        self,
        data: bytes,
        origin: str,  # noqa: ARG002 protocol
        settings: ReadSettings,  # noqa: ARG002 protocol
    ) -> Iterator[Document | Part | Failure]:
        """Yield the messages of the mailbox as parts."""
        starts = [match.span(1) for match in _MBOX_START.finditer(data)]
        if not starts:
            raise ReadError('no mailbox: a line "From sender date" is needed')
        ends = [start for start, _ in starts[1:]] + [len(data)]
        for number, ((_, start), end) in enumerate(zip(starts, ends, strict=True), 1):
            yield Part(f"message {number}", data[start:end], "message/rfc822")


def _read_message(message: EmailMessage) -> Draft:
    subject = _REPLY.sub("", _header(message, "Subject")).strip() or None
    name, address = parseaddr(_header(message, "From"))
    domain = address.rpartition("@")[2]
    organization = _header(message, "Organization") or _header(message, "Organisation")
    pieces = _settle_body(_read_body(message), subject)
    text, blocks = compose(pieces)
    return Draft(
        text=text,
        blocks=blocks if any(kind is not BlockKind.TITLE for kind, _ in pieces) else [],
        title=subject,
        source=organization or name or domain or None,
        author=name or address or None,
        published=_header(message, "Date") or None,
        lang=_header(message, "Content-Language") or None,
    )


def _find_within(message: EmailMessage) -> Iterator[Inner]:
    """Yield what is forwarded or quoted in the plain text of a message."""
    for part in _walk(message):
        plain = part.get_content_type() == "text/plain" and not part.is_multipart()
        if plain and not _is_attached(part):
            yield from find_inner(_get_text(part))


def _read_inner(inner: Inner) -> Draft:
    subject = _REPLY.sub("", inner.subject or "").strip() or None
    pieces = _settle_body(_find_plain_pieces(inner.text), subject)
    text, blocks = compose(pieces)
    return Draft(
        text=text,
        blocks=blocks,
        title=subject,
        source=inner.author,
        author=inner.author,
        published=inner.date,
    )


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as text, however badly it is written."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (
        MessageError,
        ValueError,
        LookupError,
        AttributeError,
        TypeError,
        IndexError,
    ):
        raw = next((v for k, v in message.raw_items() if k.lower() == name.lower()), "")
        try:
            return " ".join(str(make_header(decode_header(str(raw)))).split())
        except (MessageError, ValueError, LookupError):
            return " ".join(str(raw).split())


def _read_body(message: EmailMessage) -> list[Piece]:
    """Return the pieces of the body; plain text is preferred to HTML."""
    plain: list[Piece] = []
    rich: list[Piece] = []
    for part in _walk(message):
        if part.is_multipart() or _is_attached(part):
            continue
        kind = part.get_content_type()
        if kind == "text/plain":
            plain.extend(_find_plain_pieces(_get_text(part)))
        elif kind == "text/html":
            rich.extend(find_html_pieces(_get_text(part)))
    # Some senders put a stub beside the HTML: "Your program cannot show this".
    length = sum(len(text) for _, text in plain)
    return plain if length * 4 >= sum(len(text) for _, text in rich) else rich


def _walk(message: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    yield message
    if message.get_content_type() == "message/rfc822" or depth > _MAX_DEPTH:
        return
    if message.is_multipart():
        for part in message.iter_parts():
            if isinstance(part, EmailMessage):
                yield from _walk(part, depth + 1)


def _is_attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _get_bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _get_text(part: EmailMessage) -> str:
    data = _get_bytes(part)
    if not data.strip():
        return ""
    return normalize_lines(decode(data, part.get_content_charset()))


def _find_attachments(message: EmailMessage) -> Iterator[Part]:
    for number, part in enumerate(_walk(message)):
        if number > _MAX_PARTS:
            return
        name = part.get_filename() or ""
        if part.get_content_type() == "message/rfc822" and part is not message:
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                data = bytes(inner[0])
                yield Part(name or f"message {number}", data, "message/rfc822")
        elif _is_attached(part) and not part.is_multipart():
            data = _get_bytes(part)
            media_type = sniff(data, name, part.get_content_type())
            if data and media_type in READABLE:
                yield Part(name or f"attachment {number}", data, media_type)


def _find_plain_pieces(text: str) -> list[Piece]:
    """Part the writer's own lines from the signature and from quoted mail."""
    own: list[str] = []
    other: list[str] = []
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if _SIGNATURE.match(line) or QUOTE_HEAD.match(line):
            if _is_quotation_below(lines, index) or not any(map(str.strip, own)):
                other.append(line)
                own.append("")
                continue
            other.extend(lines[index:])
            break
        (other if QUOTED.match(line) else own).append(line)
        if QUOTED.match(line):
            own.append("")
    joined = "\n".join(own)
    pieces = [
        (
            BlockKind.LIST_ITEM if stretch.item else BlockKind.PARAGRAPH,
            " ".join(joined[stretch.start : stretch.end].split()),
        )
        for stretch in find_stretches(joined)
    ]
    rest = "\n".join(other).strip()
    return [*pieces, (BlockKind.BOILERPLATE, rest)] if rest else pieces


def _is_quotation_below(lines: list[str], index: int) -> bool:
    """Tell whether quoted lines follow, between which the writer may answer."""
    below = [line for line in lines[index + 1 : index + 4] if line.strip()]
    return bool(below) and QUOTED.match(below[0]) is not None


def _settle_body(pieces: list[Piece], subject: str | None) -> list[Piece]:
    return settle_pieces(pieces, subject) if pieces else []
