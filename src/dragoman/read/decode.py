"""Bytes to text: marks, declarations, and what the bytes themselves say.

UTF-8 is believed first, because bytes of another encoding hardly ever happen to be
valid UTF-8. A declaration is believed only where it decodes and the result reads
like text, since many pages declare what they are not.
"""

import codecs
import re

import cchardet

from dragoman.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_BYTES = 200_000
_MIN_CONFIDENCE = 0.5
# A few bad bytes in long UTF-8 come from cut downloads; more is another encoding.
_MAX_BAD_SHARE = 0.001
_MAX_CONTROL_SHARE = 0.01
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_MARKS_ONLY = re.compile(r"(?:[^\w\s]|_)+")
_CONTROL_CHARS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
# Capitals with accents and Latin-1 signs amid letters: Cyrillic, Greek or Arabic
# bytes read as Western ones look so, no Western language does.
_MOJIBAKE = re.compile(r"[\xa1-\xbf\xd7\xf7]\w|\w[\xa1-\xb6\xb8-\xbf\xd7\xf7]")
_MANY_ACCENTS = re.compile(r"[À-ÿ]{3}")
_WESTERN = re.compile(r"^(iso-?8859-?1?5?|latin-?1|windows-?125[02]|cp125[02]|ascii)$")


def is_binary(data: bytes) -> bool:
    """Tell whether bytes can hardly be text of any encoding."""
    sample = data[:_SAMPLE_BYTES]
    if not sample or sample.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    if _guess_utf16(sample):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > len(sample) * _MAX_CONTROL_SHARE


def decode(data: bytes, declared: str | None = None) -> str:
    r"""Decode bytes and normalize line ends.

    Args:
        data: Bytes of a text.
        declared: Encoding named by the text or the server; may be wrong.

    Returns:
        The text without byte order mark, with ``\\n`` as the only line end.

    Raises:
        ReadError: The bytes are no text in any likely encoding, or hold no word.
    """
    if is_binary(data):
        raise ReadError("binary, not text: control bytes throughout")
    text = _decode_marked(data) or _decode_unmarked(data, declared)
    text = normalize_lines(text)
    if text.strip() and not any(map(str.isalnum, text)):
        raise ReadError("no words in it: nothing but marks and signs")
    if _is_rubbish(text):
        raise ReadError("binary, not text: undecodable in any likely encoding")
    return text


def normalize_lines(text: str) -> str:
    r"""Drop the byte order mark and NULs, and make ``\\n`` the only line end."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\x00", "")


def _decode_marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def _decode_unmarked(data: bytes, declared: str | None) -> str:
    guess = _guess_utf16(data[:_SAMPLE_BYTES])
    if guess:
        return data.decode(guess, "replace")
    # ISO 2022 is seven-bit, so it is valid UTF-8 as well; its escapes tell.
    if b"\x1b$" not in data[:_SAMPLE_BYTES]:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("utf-8", "replace")
            multibyte = len(data) - len(text)
            if multibyte and text.count("\ufffd") <= len(data) * _MAX_BAD_SHARE:
                return text
    return _decode_legacy(data, declared)


def _decode_legacy(data: bytes, declared: str | None) -> str:
    found = cchardet.detect(data[:_SAMPLE_BYTES])
    detected = found["encoding"] if (found["confidence"] or 0) > 0 else None
    named = _try_decode(data, declared)
    if named is not None and not _is_lying(named, declared or "", detected):
        return named
    if detected and (found["confidence"] or 0) >= _MIN_CONFIDENCE:
        text = _try_decode(data, detected)
        if text is not None:
            return text
    return named if named is not None else data.decode("cp1252", "replace")


def _try_decode(data: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        codec = codecs.lookup(encoding)
        # Browsers read Latin-1 as Windows-1252: its quotation marks are meant.
        name = "cp1252" if codec.name == "iso8859-1" else codec.name
        if name in {"utf-8", "utf-7", "idna", "punycode"}:
            return None
        return data.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _is_lying(text: str, declared: str, detected: str | None) -> bool:
    if detected is None or not _WESTERN.match(declared.lower()):
        return _has_controls(text)
    odd = len(_MOJIBAKE.findall(text)) + len(_MANY_ACCENTS.findall(text))
    letters = sum(char >= "À" for char in text) or 1
    return odd > letters * 0.1 and not _WESTERN.match(detected.lower())


def _has_controls(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    return len(_CONTROL_CHARS.findall(sample)) > len(sample) * 0.002


def _guess_utf16(sample: bytes) -> str | None:
    """Find UTF-16 without a mark: every other byte of Latin text is zero."""
    if len(sample) < 8 or sample.count(0) < len(sample) // 5:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    guess = "utf-16-le" if odd > even else "utf-16-be"
    if min(even, odd) * 10 > max(even, odd):
        return None
    text = sample[: len(sample) // 2 * 2].decode(guess, "replace")
    return None if _has_controls(text) else guess


def _is_rubbish(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    if len(_CONTROL_CHARS.findall(sample)) > len(sample) * 0.02:
        return True
    sample = sample[:4000]
    marks = sum(map(len, _MARKS_ONLY.findall(sample)))
    return len(sample) - marks < len(sample) * 0.3
