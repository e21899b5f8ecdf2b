"""What a part of a line over a report names: its day, its author, its outlet, a place.

Lines such as "Levant Ledger | Tamar | 12 June 2024" or "Opinion, by Ann Lee" are
parted at their separators, and each part is judged by its own words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dragoman.data.tables import (
    all_given_names,
    capitals,
    country_names,
    fold_key,
    places,
)
from dragoman.read.furniture import has_finite_verb, is_line, is_masthead, matches
from dragoman.read.published import find_date, strip_dates

_SMALL = frozenset(
    {"of", "for", "and", "the", "on", "in", "without", "&", "to", "at", "de", "du"}
    | {"del", "della", "da", "do", "dos", "la", "le", "el", "al", "y", "e", "et", "und"}
    | {"der", "die", "das"}
)
BODY = re.compile(
    r"\b(?:ministry|department|office|embassy|mission|conference|council|commission"
    r"|committee|assembly|parliament|government|presidency|nations|agency|secretariat"
    r"|directorate|bureau|service|staff|headquarters|university|company|ltd|inc|gmbh"
    r"|organi[sz]ation|association|federation|republic|states|desk|team)\b",
    re.IGNORECASE,
)
# Who issues a text stands over its headline.
_ISSUER = re.compile(
    rf"{BODY.pattern}|\b(?:front|movement|command|army|brigades?|forces|party|union"
    r"|coalition|alliance|league|authority|institute|cent(?:re|er)|foundation|society"
    r"|network|platform|chancellery|church|court|forum|initiative)\b",
    re.IGNORECASE,
)
# "Staff Correspondent", "Deputy Spokesperson for the Secretary-General"
_OFFICE = re.compile(
    r"\b(?:correspondents?|reporters?|writers?|editors?|authors?|spokes(?:man|woman|person)"
    r"|secretary|minister|director|chief|president|chairman|chairwoman|professor|analysts?"
    r"|fellows?|researchers?|columnist|ambassador|envoy|general|colonel|commander"
    r"|our [a-z ]*(?:desk|staff|team))\b(?!['’]s)",
    re.IGNORECASE,
)
_BUREAU = re.compile(
    r"(?:the )?(?:(?:press|media|information|private) )?"
    r"(?:office|bureau|department|ministry|embassy|mission|cabinet|secretariat)\b",
    re.IGNORECASE,
)
# Behind "by" stands who wrote it, or who publishes it.
_SIGNED = re.compile(
    r"(?:(?:interview(?:ed)?|report(?:ed|ing)?|words|text|story|analysis|written"
    r"|opinion|commentary|comment|essay|column|editorial|profile|review)[,:]? )?"
    r"by:? (?=[\"'“‘]?[^\W\d_])",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"(?:(?:first|originally|previously)? ?(?:published|printed|issued|released"
    r"|distributed|compiled|prepared|produced|posted|reprinted|carried|circulated)"
    r"(?: (?:today|jointly|exclusively))? (?:by|in|from|with)"
    r"|(?:this (?:article|text|report|story) )?(?:first )?appeared in"
    r"|(?:reprinted )?courtesy of|reprinted from|via)"
    r"(?: the(?= [A-ZÀ-Þ]))? (?P<name>.+)",
    re.IGNORECASE,
)
_COMMUNIQUE = re.compile(
    r"(?:official |joint |military |press )?"
    r"(?:communiqu[eé]|statement|bulletin|declaration|message|circular)"
    r"(?: (?:no\.?|number|nr\.?) ?[\w/-]+)?"
    r" (?:of|by|from|issued by) (?:the )?(?P<name>[A-ZÀ-Þ].+)",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"(?:(?:press|media|news) (?:release|statement|communiqu[eé]|advisory|note)"
    r"|(?:for )?immediate release|official statement)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"(?P<mark>,|;|\s*[|·•⋅]\s*|\s[/–—-]{1,2}\s|\s*[—–]\s|\s*\n\s*|\s\((?=[^()]{2,30}\))|\)(?:\s|$))"
)
_MAX_CHARS = 200
_MAX_PARTS = 8
_MAX_WORDS = 12
_MAX_UNSURE_WORDS = 6
_MAX_PERSON_WORDS = 5
_PREPOSED = re.compile(r"(?:on|dated|published on|in) (?=.*\d)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:no|nr|vol|issue|ref)\b", re.IGNORECASE)


class Naming(StrEnum):
    """What a part names."""

    DAY = "day"
    RELEASE = "release"  # "Press release no. 4"
    SIGNED = "signed"
    OUTLET = "outlet"
    PERSON = "person"
    PLACE = "place"
    UNSURE = "unsure"  # a name, of which only its place in the head can tell
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line.

    Attributes:
        text: Its words; of one that is signed, the words behind "by".
        naming: What it names.
        mark: Separator before it, empty for the first part of a line.
    """

    text: str
    naming: Naming
    mark: str = ""


def find_parts(line: str) -> tuple[Part, ...]:
    """Part a line and judge the parts; empty for a line that is no nameplate.

    >>> [(p.text, p.naming.value) for p in find_parts("Levant Ledger | 12 June 2024")]
    [('Levant Ledger', 'outlet'), ('12 June 2024', 'day')]
    """
    if len(line) > _MAX_CHARS:
        return ()
    pieces = list(_cut(line))
    if len(pieces) > _MAX_PARTS:
        return ()
    return tuple(_judge(mark, text) for mark, text in pieces)


def _cut(line: str) -> Iterator[tuple[str, str]]:
    """Yield separator and part; "4 March, 2024" and "Monday, 4 March" stay whole."""
    start, mark = 0, ""
    for found in _PARTED.finditer(line):
        before = line[start : found.start()]
        if found["mark"] == "," and before.strip() and not strip_dates(before).strip():
            behind = re.split(r"[,|·–—]", line[found.end() :], maxsplit=1)[0]
            if behind.strip() and not strip_dates(behind).strip():
                continue
        if before.strip():
            yield mark, before.strip()
        mark, start = found["mark"].strip() or found["mark"], found.end()
    if line[start:].strip():
        yield mark, line[start:].strip()


def _judge(mark: str, text: str) -> Part:
    if is_day(text):
        return Part(text, Naming.DAY, mark)
    if is_release_label(text):
        return Part(text, Naming.RELEASE, mark)
    signed = _SIGNED.match(text)
    if signed is not None:
        return Part(text[signed.end() :], Naming.SIGNED, mark)
    return Part(text, _judge_name(text), mark)


def is_nameplate(line: str) -> bool:
    """Tell whether a line consists of names and a day: "Radio Velin, 8 March 2025"."""
    if not any(map(str.isdigit, line)):
        return False
    parts = find_parts(line)
    namings = {part.naming for part in parts}
    return len(parts) > 1 and Naming.DAY in namings and Naming.OTHER not in namings


def opens_with_outlet(line: str) -> bool:
    """Tell whether a dated line names an outlet: "Delta Herald – 19 October 2023"."""
    parts = find_parts(line)
    return is_nameplate(line) and parts[0].naming is Naming.OUTLET


def is_day(text: str) -> bool:
    """Tell whether a text is a date or a time and nothing else."""
    bare = _PREPOSED.sub("", text, count=1)
    return any(c.isdigit() for c in bare) and not strip_dates(bare).strip()


def _judge_name(text: str) -> Naming:
    if not is_name(text) or has_finite_verb(text) or is_line(text):
        return Naming.OTHER
    words = text.split()
    if is_masthead(text) or (words[0] == "The" and len(words) > 1):
        return Naming.OUTLET
    if _OFFICE.search(text) and not _BUREAU.match(text):
        return Naming.OTHER
    if BODY.search(text) and len(words) > 1:
        return Naming.OUTLET
    if matches("byline", text) or _NUMBERED.match(text):
        return Naming.OTHER
    keys = [fold_key(word) for word in words]
    if is_place(text):
        return Naming.PLACE
    if keys[0] in all_given_names() and 1 < len(words) <= _MAX_PERSON_WORDS:
        return Naming.PERSON
    return Naming.UNSURE if len(words) <= _MAX_UNSURE_WORDS else Naming.OTHER


def is_release_label(text: str) -> bool:
    """Tell whether a line says what a body has issued: "Press release no. 4"."""
    return _RELEASE.match(text) is not None and not has_finite_verb(text)


def is_place(text: str) -> bool:
    """Tell whether a text is the name of a known town, region or country."""
    key = fold_key(text)
    return key in places() or key in capitals() or key in country_names()


def is_name(text: str) -> bool:
    """Tell whether all words of a text that may be are capitalized."""
    words = text.split()
    return (
        0 < len(words) <= _MAX_WORDS
        and any(word[0].isalpha() for word in words)
        and text[-1] not in ":?!;"
        and all(not word[0].islower() or word in _SMALL for word in words)
        and not any(char.isdigit() for char in text)
    )


def names_body(line: str) -> bool:
    """Tell whether a line names a body as a whole, not just a part of it."""
    whole = len(line.split()) > 2
    known = _ISSUER.search(line) is not None or is_masthead(line)
    return whole and known and is_name(line)


def find_issuer(line: str) -> tuple[str, str] | None:
    """Read "Published by Radio Velin on 8 March 2025": name and day, or nothing."""
    found = _ISSUED.fullmatch(line)
    if found is None:
        return None
    name, day = found["name"], ""
    dated = re.search(r",? (?:on )?(?=(?:\w+day,? )?(?:\d|[A-Z]\w+ \d))", name)
    if dated is not None and find_date(name[dated.end() :]):
        name, day = name[: dated.start()], name[dated.end() :]
    first = next(iter(_cut(name)), ("", ""))[1]
    return (first, day) if is_name(first) else None


# Letters behind the name of a body that it is known by.
_LETTERS = re.compile(r"\s*\([A-Z][A-Za-z.-]{1,9}\)$")


def find_communique_body(title: str) -> str | None:
    """Read "Communiqué no. 9 of the Wadi Brigades": who issues it, or nothing."""
    found = _COMMUNIQUE.fullmatch(title)
    if found is None or len(found["name"].split()) < 2:
        return None
    name = _LETTERS.sub("", found["name"])
    return name if is_name(name) and not is_place(name) else None
