"""How values are put into words for readers: dates, kinds, counts."""

import re
from urllib.parse import urlsplit

from dragoman.dossier.nouns import label_of
from dragoman.model.claim import EventClaim
from dragoman.model.entity import Event
from dragoman.text.calendar_names import MONTH_NAMES

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_PARTS = {"33": "first quarter", "34": "second quarter", "35": "third quarter"}
_PARTS |= {"36": "fourth quarter", "40": "first half", "41": "second half"}
_DATE = re.compile(r"([\dX]{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T(.*))?")
_ABOUT = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}

# Past tense of the acts of speech that take more than "ed".
_ACTS = {
    "announce": "announced",
    "pledge": "pledged",
    "accuse": "accused",
    "deny": "denied",
    "praise": "praised",
    "agree": "agreed",
    "direct": "ordered",
}

_PLURALS = {"entity": "entities", "narrative": "narratives"}
_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def say_time(value: str) -> str:
    """Put an EDTF value into words; what is not known is not filled in.

    >>> say_time("2024-05-03"), say_time("XXXX-09-01"), say_time("2023-06/2023-08")
    ('3 May 2024', '1 September, year not told', 'June 2023 to August 2023')
    """
    left, slash, right = value.partition("/")
    if slash:
        return f"{_say_one(left)} to {_say_one(right)}"
    return _say_one(left)


def _say_one(value: str) -> str:
    if value in {"", ".."}:
        return "open"
    about = _ABOUT.get(value[-1], "")
    found = _DATE.fullmatch(value.rstrip("~?%"))
    if found is None:
        return value
    year, month, day, clock = found.groups()
    told = year if year.isdecimal() else "year not told"
    at = f", {clock[:5]}" if clock else ""
    if month is None or month == "XX":
        return f"{about}{told}"
    part = _SEASONS.get(month) or _PARTS.get(month)
    if part is not None:
        return f"{about}{part} {told}"
    if not 1 <= int(month) <= len(MONTH_NAMES):
        return value
    name = MONTH_NAMES[int(month) - 1]
    comma = "" if year.isdecimal() else ","
    if day is None or day == "XX":
        return f"{about}{name}{comma} {told}"
    return f"{about}{int(day)} {name}{comma} {told}{at}"


def say_kind(word: str) -> str:
    """Return a word of the ontology for readers: ``list_item``, ``CONSULT``."""
    return word.replace("_", " ").lower()


def say_act(act: str) -> str:
    """Return what a speaker did as the verb of a line: "asserted", "threatened"."""
    return _ACTS.get(act) or f"{act}ed"


def say_event(event: Event | EventClaim) -> str:
    """Return what an event is called in lists and pictures: ``sanction``."""
    return label_of(event.type, event.mode)


def say_count(number: int, thing: str, *, more: bool = False) -> str:
    """Return a number with its noun.

    >>> say_count(1, "report"), say_count(1200, "entity"), say_count(5, "x", more=True)
    ('1 report', '1,200 entities', 'more than 5 xs')
    """
    noun = thing if number == 1 and not more else _PLURALS.get(thing, f"{thing}s")
    return f"{'more than ' if more else ''}{number:,} {noun}"


def safe_link(address: str | None) -> str | None:
    """Return an address from a document if a browser may follow it, else ``None``.

    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if address is None:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return (
        address.strip() if parts.scheme in {"http", "https"} and parts.netloc else None
    )


def shorten(words: str, limit: int = 320) -> str:
    """Cut words after the last whole word within ``limit`` characters."""
    flat = " ".join(words.split())
    if len(flat) <= limit:
        return flat
    cut = flat[:limit].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:–-')} …"


def language_name(code: str) -> str:
    """Return the English name of a language by its ISO 639-1 code."""
    return _LANGUAGES.get(code, code)


RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ku", "yi", "dv", "sd", "ug"})


def direction(lang: str | None) -> str:
    """Return the direction of a text by its language, ``auto`` if not known."""
    if lang is None:
        return "auto"
    return "rtl" if lang in RIGHT_TO_LEFT else "ltr"
