"""Mail within mail: what somebody forwards, and what he quotes of an earlier message.

It is a text of its own, with an author and a date of its own: whoever passes it on has
not written it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr

# What programs write above the mail that they quote below.
QUOTE_HEAD = re.compile(
    r"\s*(?:-{2,}\s*(?:original|forwarded|ursprüngliche|weitergeleitete|mensaje"
    r"|message d'origine|message transféré)\b.*"
    r"|on .{6,120} wrote:|le .{6,120} a écrit\s?:|am .{6,120} schrieb .*:"
    r"|el .{6,120} escribió:|.{6,80} (?:пишет|написал\w*):"
    r"|begin forwarded message:)\s*$",
    re.IGNORECASE,
)
QUOTED = re.compile(r"\s*(?:>(?!From )|\|\s)")
_FIELD = re.compile(
    r"[*_ ]*(?P<key>From|Von|De|От|Date|Sent|Datum|Gesendet|Fecha|Enviado|Envoyé|Дата"
    r"|Subject|Betreff|Asunto|Objet|Тема|To|An|Para|À|Cc|Кому|Reply-To|Organi[sz]ation)"
    r"[*_]*\s?:(?P<value>.*)$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\s*(?:on|le|am|el) (?P<date>.{5,60}\d.{0,20}?),? "
    r"(?P<who>[^\d,<>:]{3,60}?)\s*(?:<[^<>]*>\s*)?(?:wrote|a écrit\s?|escribió):\s*$",
    re.IGNORECASE,
)
_KEYS = {
    "from": "from", "von": "from", "de": "from", "от": "from",
    "date": "date", "sent": "date", "datum": "date", "gesendet": "date",
    "fecha": "date", "enviado": "date", "envoyé": "date", "дата": "date",
    "subject": "subject", "betreff": "subject", "asunto": "subject",
    "objet": "subject", "тема": "subject",
}  # fmt: skip
# How few words of a quotation are no text of its own, how deep they are looked for.
_LEAST_WORDS = 12
_DEPTH = 5


@dataclass(frozen=True, slots=True)
class Inner:
    """A message within a message.

    Attributes:
        text: Its lines, without marks of quotation.
        author: Who wrote it, ``None`` if the head does not say.
        subject: Its headline, likewise.
        date: When it was written, in the words of its head, likewise.
    """

    text: str
    author: str | None = None
    subject: str | None = None
    date: str | None = None


def find_inner(text: str, depth: int = 0) -> Iterator[Inner]:
    """Yield the messages that a message holds, the outermost first.

    Without an author a quotation is nobody's text and is left where it is.
    """
    lines = text.split("\n")
    place = 0
    while place < len(lines):
        if QUOTE_HEAD.match(lines[place]) is None:
            place += 1
            continue
        stop = _end(lines, place + 1)
        inner = _read(lines[place], lines[place + 1 : stop])
        enough = inner is not None and len(inner.text.split()) >= _LEAST_WORDS
        if inner is not None and inner.author is not None and enough:
            yield inner
        if inner is not None and depth < _DEPTH:
            yield from find_inner(inner.text, depth + 1)
        place = max(stop, place + 1)


def _end(lines: list[str], start: int) -> int:
    """Return the line behind a quotation: behind its marks, or at the end."""
    first = next((n for n in range(start, len(lines)) if lines[n].strip()), start)
    if first >= len(lines) or QUOTED.match(lines[first]) is None:
        return len(lines)
    stop = first
    while stop < len(lines) and (not lines[stop].strip() or QUOTED.match(lines[stop])):
        stop += 1
    return stop


def _read(head: str, below: list[str]) -> Inner | None:
    lines = [_unquoted(line) for line in below]
    wrote = _WROTE.match(head)
    if wrote is not None:
        text = "\n".join(lines).strip()
        return Inner(text, wrote["who"].strip(), None, wrote["date"].strip())
    told: dict[str, str] = {}
    place = 0
    while place < len(lines):
        field = _FIELD.match(lines[place])
        if field is None and (told or lines[place].strip()):
            break
        if field is not None:
            key = _KEYS.get(field["key"].lower())
            value = field["value"].strip("*_ \t")
            if key is not None and value:
                told.setdefault(key, value)
        place += 1
    text = "\n".join(lines[place:]).strip()
    if not text:
        return None
    sender = told.get("from", "")
    # Without an address "Press Office" is cut after its first word.
    name, address = parseaddr(sender) if "@" in sender else ("", "")
    author = name or address.rpartition("@")[2] or sender
    return Inner(text, author or None, told.get("subject"), told.get("date"))


def _unquoted(line: str) -> str:
    """Take one mark of quotation off a line."""
    return re.sub(r"^\s?[>|] ?", "", line)
