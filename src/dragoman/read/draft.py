"""A document in the making: readers fill it, one function finishes it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from dragoman.errors import ReadError
from dragoman.model.document import PROSE, Block, BlockKind, Document, Source
from dragoman.model.ids import hash_id
from dragoman.protocols import ReadSettings
from dragoman.read.language import find_language
from dragoman.read.published import clean_published, strip_dates
from dragoman.text.datelines import find_dateline
from dragoman.text.labels import find_items, find_labels
from dragoman.text.printable import keep_on_line, mend_surrogates

_LEADS = 2  # paragraphs that may open with a dateline, lines below that may date it
_DATE_CHARS = 40
_AGENCY = re.compile(r"[(\[]([^()\[\]\d]+)[)\]]")
MAX_BLOCK_CHARS = 20_000
_SENTENCE_END = re.compile(r"[.!?。؟।։…][\"'”’»)\]]*\s+|[。！？]")
_SPACES = re.compile(r"[ \t\f\v\u00a0\u2000-\u200a\u202f\u3000]+")


@dataclass(slots=True)
class Draft:
    """What a reader found in one document, before clean-up.

    Attributes:
        text: Text that the offsets of ``blocks`` count.
        blocks: In reading order, not overlapping.
        published: Date as the document writes it.
        lang: Language as the document declares it.
    """

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    lang: str | None = None


def compose(pieces: Iterable[tuple[BlockKind, str]]) -> tuple[str, list[Block]]:
    """Join pieces by empty lines into a text and its blocks."""
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, piece in pieces:
        stripped = piece.strip()
        if not stripped:
            continue
        blocks.append(Block(kind, at, at + len(stripped)))
        texts.append(stripped)
        at += len(stripped) + 2
    return "\n\n".join(texts), blocks


def digest_bytes(data: bytes) -> str:
    """Return ``sha256:`` and the hash of the bytes."""
    return "sha256:" + sha256(data).hexdigest()


def finish(
    draft: Draft,
    data: bytes,
    origin: str,
    media_type: str,
    settings: ReadSettings,
    part: str | None = None,
) -> Document:
    """Make the document that a draft describes.

    Args:
        draft: What the reader found.
        data: Original bytes, unaltered.
        origin: Where they came from.
        media_type: Of the bytes.
        settings: Fallbacks for what the document does not say.
        part: Which document of several in the same bytes this is.

    Raises:
        ReadError: There is no text.
    """
    text = mend_surrogates(draft.text)
    blocks = tuple(split_items(text, tuple(split_long(text, draft.blocks))))
    if not blocks:
        raise ReadError("no text in it")
    digest = digest_bytes(data)
    dateline = _dateline_of(text, blocks)
    agency = _AGENCY.search(dateline)
    prose = " ".join(
        text[block.start : block.end] for block in blocks[:40] if block.kind in PROSE
    )
    return Document(
        id=hash_id("d", digest, part),
        text=text,
        blocks=blocks,
        title=_tidy(draft.title) or _tidy(settings.title),
        source=Source(
            name=_outlet(draft.source, settings.source)
            or (agency[1] if agency else None),
            url=_tidy(draft.url),
            author=_tidy(draft.author),
        ),
        lang=find_language(prose or text, draft.lang),
        published=clean_published(draft.published, settings.retrieved)
        or clean_published(dateline, settings.retrieved)
        or clean_published(_signed_on(text, blocks), settings.retrieved)
        or settings.date,
        retrieved=settings.retrieved,
        digest=digest,
        media_type=media_type,
        origin=keep_on_line(origin),
    )


def _outlet(own: str | None, given: str | None) -> str | None:
    """Return the document's own outlet, as the user writes it if it is the same."""
    own, given = _tidy(own), _tidy(given)
    if own and given and own.casefold() == given.casefold():
        return given
    return own or given


def _dateline_of(text: str, blocks: Sequence[Block]) -> str:
    """Return "TALLINN, 14 May 2024 —" if one of the first paragraphs opens so."""
    prose = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
    for block in prose[:_LEADS]:
        end = find_dateline(text[block.start : block.start + 100])
        if end is not None:
            return text[block.start : block.start + end]
    return ""


def _signed_on(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the date that stands alone below a text, as under a communiqué."""
    for block in blocks[-_LEADS:] if len(blocks) > _LEADS else ():
        line = text[block.start : block.end]
        if len(line) <= _DATE_CHARS and not strip_dates(line).strip():
            return line
    return None


def split_long(text: str, blocks: Sequence[Block]) -> Iterable[Block]:
    """Split blocks that are too long to be parsed at once.

    Cuts fall behind a sentence, else at white space, else anywhere.
    """
    for block in blocks:
        while block.end - block.start > MAX_BLOCK_CHARS:
            cut = _find_cut(text, block.start, block.start + MAX_BLOCK_CHARS)
            piece = text[block.start : cut]
            if piece.strip():
                yield replace(block, end=block.start + len(piece.rstrip()))
            after = text[cut : min(cut + MAX_BLOCK_CHARS, block.end)]
            start = cut + len(after) - len(after.lstrip())
            if start >= block.end:
                return
            block = replace(block, start=start)
        yield block


def split_items(text: str, blocks: Sequence[Block]) -> Iterable[Block]:
    """Split the items of a list that is set as one paragraph.

    Bullets and labels open them: "Gao: Fighters raided a post. Kidal: Two died."
    """
    labels = [label.start for label in find_labels(text, blocks)]
    for block in blocks:
        begin = block.start
        items = find_items(text, block.start, block.end)
        for start in sorted({*items, *labels}):
            if begin < start < block.end:
                end = begin + len(text[begin:start].rstrip())
                yield replace(block, start=begin, end=end)
                begin = start
        yield replace(block, start=begin)


def _find_cut(text: str, start: int, limit: int) -> int:
    window = start + (limit - start) // 2
    ends = [match.end() for match in _SENTENCE_END.finditer(text, window, limit)]
    if ends:
        return ends[-1]
    space = max(text.rfind(" ", window, limit), text.rfind("\n", window, limit))
    return space + 1 if space > 0 else limit


def squeeze(text: str) -> str:
    """Fold runs of spaces, keeping line ends."""
    return _SPACES.sub(" ", text)


def _tidy(value: str | None) -> str | None:
    folded = " ".join(mend_surrogates(value or "").split())
    return folded or None
