"""What stands around a report and is not report, told by words and shape.

The phrases are in ``data/furniture.yaml``. A line is judged by sentence, so that a
footer of three requests is furniture as a whole, and a real paragraph keeps its
place when "Read more" hangs behind it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.data.word_yaml import read_yaml
from dragoman.text.names import SMALL_WORDS

# The stop first: it is asked for at every letter.
_SENTENCE_BREAK = re.compile(
    r"(?<=[.!?。！？])(?<!\bNo\.)(?<!\bNr\.)(?<!\b[A-Z]\.)(?<!\b[DM][rs]\.)"
    r"(?<!\bvol\.)(?<!\bArt\.)[\"'”’)\]]*\s+(?=[\"'“‘(\[©@]?[^\W\d_a-z]|\d|http|www|@)"
    r"|\s+[|•·]\s+|\n+|(?<=[.!?])\s+(?=©)"
)
TERMINAL = re.compile(r"[.!?…。！？؟۔।][\"'”’»›)\]*_]*$")
# Enough of the finite verbs to tell prose from labels, none that a request opens with.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|must|shall|should|does"
    r"|did|do|said|says|told|met|held|arrived|announced|added|warned|called|made|took"
    r"|came|went|began|gave|saw|left|led|spoke|discussed|stressed|noted|Is|Are|Was|Were|Has|Have|Had)\b|n't\b|n’t\b"
)
_CONTACT = re.compile(
    r"https?://\S+|\bwww\.\S+|\b(?:pic\.twitter\.com|t\.co|t\.me|bit\.ly)/\S+|\S+@\S+\.\w+"
    r"|(?<!\w)(?:\+\d|\(?0\d)[\d ()/-]{6,}\d|(?<!\w)\d{3}[- ]\d{3}[- ]\d{4}\b"
    r"|(?<!\w)[@#]\w{2,}"
)
# Without one of these there is no contact.
_CONTACT_SIGN = re.compile(r"[/@#\d]|www\.")
_UNFINISHED = re.compile(r"[^.!?…。！？؟۔।:;»”\"’)\]]$")
_SEPARATOR = re.compile(r"\s[|»›·•>]\s|\s/\s|\s[»›>|]+$|^[»›>|]\s")
# Initials of the desk under a wire story: "APS/rt/mv", "jr/ab", "/ENDS/", "(AGN) kl".
_SIGN_OFF = re.compile(
    r"[(/\[]?[A-Z]{2,8}[)\]]?(?:\s?[/ .-]\s?[a-z]{1,4}\d?){1,5}[.)/]?"
    r"|[a-z]{1,4}(?:\s?[/-]\s?[a-zA-Z]{1,4}){1,5}"
    r"|[/(\[]{1,2}\s?[A-Z]{2,10}\s?[/)\]]{1,2}\.?"
    r"|[A-Z]{2,5}/[A-Z]{2,5}(?:/[A-Z]{2,5}){0,3}"
    r"|[-–—_=*#~.·•\s]{3,}|■|□|◆|●"
)
_EVENTFUL = re.compile(
    r"\b(?:said|says|told|was|were|had|did|met|held|announced|added|warned|called|made"
    r"|took|came|went|began|gave|saw|led|spoke|discussed|stressed|denied|accused|will"
    r"|would|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow"
    r"|January|February|March|April|June|July|August|September|October|November"
    r"|December)\b|[\"“”„«]"
)
_READER = re.compile(
    r"\b(?:you|your|yours|please)\b"
    r"|^(?:read|listen|watch|click|tap|sign|write|send|reach|join|follow|get|try|visit"
    r"|support|download|share|forward|contact|donate|filed|compiled|edited"
    r"|report prepared)\b",
    re.IGNORECASE,
)
_MAX_SERVICE_WORDS = 22
_SHORT_WORDS = 6
_LABEL_WORDS = 14
_BARE_WORDS = 3
_STOPPED = re.compile(r"(?<!\.)\.[\"'”’)]*$")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]\s|[¹²³⁴-⁹]+\s")
_LETTERED = re.compile(r"[^\W\d_][\w'’.-]*")
# Tables that tell capitals from small letters somewhere.
_CASED = frozenset({"byline", "slogan", "credit"})
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u3040-\ufaff\ufb1d-\ufefc]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_LONG_WORDS = 18
_MAX_JUDGED_CHARS = 1200
_MAX_LINE_CHARS = 200
_LONG_CHARS = 300


@cache
def _tables() -> dict[str, list[str]]:
    source = files("dragoman.data").joinpath("furniture.yaml").read_text("utf-8")
    tables: dict[str, list[str]] = read_yaml(source)
    return tables


@cache
def _phrases(name: str) -> re.Pattern[str]:
    """Compile a table for text in lower case, which is several times faster."""
    joined = "|".join(f"(?:{item})" for item in _tables()[name])
    if name in _CASED:
        return re.compile(joined, re.IGNORECASE)
    return re.compile(_CAPITAL.sub(lambda match: match[0].lower(), joined))


def _fold(name: str, text: str) -> str:
    return text[:_MAX_LINE_CHARS] if name in _CASED else text[:_MAX_LINE_CHARS].lower()


def matches(name: str, text: str) -> bool:
    """Tell whether a text begins with a phrase of a table."""
    return _phrases(name).match(_fold(name, text)) is not None


def ends_as_caption(text: str) -> bool:
    """Tell whether a picture's credit stands at the end of a text."""
    return _phrases("caption_end").search(text[-160:].lower()) is not None


@lru_cache(maxsize=4096)
def is_line(text: str) -> bool:
    """Tell whether a whole line is a button, a label or an end mark.

    Lines are asked for several times, as pieces and as sentences.
    """
    if len(text) > _MAX_LINE_CHARS:
        return False
    bare = text.strip(" \t\u00a0:|»›>·•*_-–—[](){}.!…→↓↑✉☎")
    table = _phrases("line")
    if table.fullmatch(bare.lower()) or _SIGN_OFF.fullmatch(text):
        return True
    return bare != text and table.fullmatch(text.lower()) is not None


def is_opener(text: str) -> bool:
    """Tell whether furniture follows below a line, as under "Related stories".

    Such a line is a label: "Also on Tuesday, a court heard ..." is none.
    """
    words = count_words(text)
    if words > _LABEL_WORDS or (words > _BARE_WORDS and _STOPPED.search(text)):
        return False
    return _phrases("opener").fullmatch(text.strip(" :|»›>•*_-–—").lower()) is not None


def is_masthead(text: str) -> bool:
    """Tell whether a line is the name of a paper, an agency or an institute."""
    if count_words(text) > 8 or _phrases("masthead").fullmatch(text.lower()) is None:
        return False
    return all(
        word[0].isupper() or word in SMALL_WORDS for word in _LETTERED.findall(text)
    )


def is_service(text: str) -> bool:
    """Tell whether a finished sentence speaks to readers about the paper itself.

    Meant for the last lines only: much of what such lines name is also news. What
    happened on a day, or was said, is news in any case.
    """
    words = count_words(text)
    if words > _MAX_SERVICE_WORDS or _EVENTFUL.search(text):
        return False
    strong = _count_terms("service", text)
    weak = _count_terms("service_weak", text)
    if strong:
        return words <= _SHORT_WORDS or strong + weak > 1
    return weak > 0 and _READER.search(text) is not None


def _count_terms(table: str, text: str) -> int:
    return len({match[0] for match in _phrases(table).finditer(text.lower())})


def count_words(text: str) -> int:
    """Count words; in scripts without spaces two letters count as one."""
    if len(text) > _MAX_JUDGED_CHARS:
        return len(text) // 6
    words = len(text.split())
    if not text.isascii():
        words += len(_CJK.findall(text)) // 2
    # Rubbish without spaces is no single word.
    return max(words, len(text) // 40)


def has_finite_verb(text: str) -> bool:
    """Tell whether a common finite verb stands in an English text."""
    return _FINITE.search(text) is not None


@dataclass(frozen=True, slots=True)
class Look:
    """What can be seen of a piece without its neighbors.

    Attributes:
        text: The piece.
        words: Number of words.
        terminal: Whether a mark that ends sentences ends it.
        furniture: Share of its sentences that are furniture, 0 to 1.
        plain_words: Number of words that are no address, number or handle.
        shape: Points for the shape of a footer: addresses, separators, marks.
    """

    text: str
    words: int
    terminal: bool
    furniture: float
    shape: int
    plain_words: int


def look(text: str) -> Look:
    """Judge a piece by itself."""
    words = count_words(text)
    terminal = TERMINAL.search(text[-20:]) is not None
    share = _share(text) if len(text) <= _MAX_JUDGED_CHARS else 0.0
    shape, plain = 0, words
    if words <= 2 * _LONG_WORDS and len(text) <= _MAX_JUDGED_CHARS:
        rest, contacts = _cut_contacts(text, " ")
        if contacts:
            plain = count_words(rest)
            shape += 2 * min(contacts, 2)
        shape += min(len(_SEPARATOR.findall(text)), 2)
    return Look(text, words, terminal, share, shape, plain)


def _cut_contacts(text: str, instead: str) -> tuple[str, int]:
    """Return a text without addresses, numbers and handles, and how many it had."""
    if not _CONTACT_SIGN.search(text):
        return text, 0
    return _CONTACT.subn(instead, text)


def _share(text: str) -> float:
    if is_line(text) or _FOOTNOTE.match(text):
        return 1.0
    sentences = _split(text)
    if not sentences:
        return 1.0
    if len(sentences) > 1 and _is_menu(sentences):
        return 1.0
    # Most paragraphs are prose to the end; one look is enough for them.
    if len(text) > _LONG_CHARS and not _weigh(sentences[-1].strip()):
        return 0.0
    points = sum(_weigh(sentence.strip()) for sentence in sentences)
    return points / len(sentences)


@lru_cache(maxsize=4096)
def _find_breaks(text: str, start: int) -> list[tuple[int, int]]:
    """Return where sentences part; the share of furniture and the trailer ask."""
    return [match.span() for match in _SENTENCE_BREAK.finditer(text, start)]


def _split(text: str) -> list[str]:
    """Return the sentences of a text."""
    breaks = _find_breaks(text, 0)
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return [part for part in parts if part.strip()]


def _is_menu(sentences: list[str]) -> bool:
    """Tell whether short labels stand in a row, one of them surely a button."""
    if any(count_words(label) > 12 or TERMINAL.search(label) for label in sentences):
        return False
    short = all(count_words(label) <= 3 for label in sentences)
    weights = [_weigh(label.strip()) for label in sentences]
    return weights[0] == 1.0 or (short and 1.0 in weights)


@lru_cache(maxsize=4096)
def _weigh(sentence: str) -> float:
    """Return 1 for furniture, 0 for prose, something between where both speak.

    Last sentences are asked for twice, and footers come again in every document.
    """
    if is_line(sentence):
        return 1.0
    lower = sentence.lower()
    if _phrases("anywhere").search(lower) or _is_foreign_furniture(lower):
        return 1.0
    if _phrases("start").match(lower.lstrip(' (*[_>»›•·–—-"“')):
        prose = count_words(sentence) > _LONG_WORDS and has_finite_verb(sentence)
        return 0.5 if prose else 1.0
    if len(sentence) > _MAX_LINE_CHARS:
        return 0.0
    rest = _cut_contacts(sentence, "")[0].strip(" :;,.()|-–—/")
    return 1.0 if count_words(rest) <= 1 and rest != sentence.strip(" .") else 0.0


def _is_foreign_furniture(lower: str) -> bool:
    if not lower.isascii() and _OTHER_SCRIPT.search(lower):
        return _phrases("other_scripts").search(lower) is not None
    return _phrases("other_latin").match(lower) is not None


def find_trailer(text: str) -> int | None:
    """Find where furniture begins behind the prose of one paragraph.

    Returns:
        Offset of the first furniture sentence of an unbroken run at the end,
        ``None`` if the last sentence is prose or the first one is furniture.
    """
    window = max(0, len(text) - _MAX_JUDGED_CHARS)
    breaks = _find_breaks(text, window)
    if not breaks or is_line(text):
        return None
    end, cut = len(text), None
    for left, right in reversed(breaks):
        if _weigh(text[right:end].strip()) < 1.0:
            break
        cut, end = right, left
    head = text[:end].strip()
    if cut is None or not head or (not window and _weigh(head) >= 1.0):
        return None
    return cut


def share_terminal(looks: Iterable[Look]) -> float:
    """Return the share of long pieces that end as sentences do."""
    long = [
        not _UNFINISHED.search(seen.text[-2:])
        for seen in looks
        if seen.words >= _LONG_WORDS
    ]
    return sum(long) / len(long) if long else 1.0
