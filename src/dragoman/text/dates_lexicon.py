"""The words of time expressions and the line of classes that the grammar reads.

A line of text becomes a string with one letter for each word, so that the grammar
can be written as regular expressions over classes of words: ``M`` a month, ``D`` a
figure that may be a day, ``U`` a unit, ``_`` everything else.
"""

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from dragoman.data.word_yaml import read_yaml

# Abbreviations keep their full stop, so that "Sept. 1" is two words. The first kind
# takes nothing from the others; most words are of it, and it is soon told.
_WORD = re.compile(
    r"""
    (?P<plain>(?![aApP][mM]\b)[A-Za-z]++(?=[ ,]))
    | (?P<iso>\d{4}-\d{2}-\d{2})(?![\d-])
    | (?P<slash>\d{1,2}(?P<stroke>[/.])\d{1,2}(?P=stroke)\d{4})(?![\d/])
    | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\.\d{2}(?=\s?[aApP]\.?[mM]\b))
    | (?P<amount>\d+(?:[.,/]\d+)+)
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th))\b
    | (?P<decade>(?:\d\d|['’])?\d0s)\b
    | (?P<figure>\d++(?![^\W\d_])|\d{1,2}(?=[ap]m\b))
    | (?P<abbreviation>(?:Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec
        |Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.)
    | (?P<half>[aApP]\.?[mM]\b\.?)
    | (?P<quarter>Q[1-4])\b
    | (?P<possessive>['’]s?)(?!\w)
    | (?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?)
    | \w+
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_FIGURE = re.compile(r"\d")
_MARKS = {",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", "−": "-", "/": "/"} | {
    "(": "("
}
_MONEY = frozenset("$€£¥₪#№")
_GROUPS = {
    "iso": "I",
    "slash": "J",
    "clock": "t",
    "ordinal": "o",
    "decade": "d",
    "half": "m",
    "quarter": "q",
    "possessive": "'",
}

# Names of months and days that are also other words count only with a capital.
_CAPITAL = frozenset(
    {"may", "march", "mar", "mon", "wed", "sat", "sun", "jan", "jun", "dec"}
    | {"tir", "dey", "mehr", "azar", "safar"}
)
# Too short to be a day by themselves: only beside a date.
_WEAK_DAYS = frozenset({"mon", "wed", "sat", "sun"})


def _load() -> dict[str, Any]:
    text = files("dragoman.data").joinpath("dates_en.yaml").read_text("utf-8")
    loaded: dict[str, Any] = read_yaml(text)
    return loaded


_TABLES = _load()
MONTHS: dict[str, int] = _TABLES["months"]
WEEKDAYS: dict[str, int] = _TABLES["weekdays"]
WEEKDAY_PLURALS: dict[str, int] = _TABLES["weekday_plurals"]
SEASONS: dict[str, int] = _TABLES["seasons"]
UNITS: dict[str, str] = _TABLES["units"]
PARTS: dict[str, str] = _TABLES["parts"]
NUMBERS: dict[str, int] = _TABLES["numbers"]
ORDINALS: dict[str, int] = _TABLES["ordinals"]
DAYS: dict[str, int] = _TABLES["days"]
SETS: dict[str, str] = _TABLES["sets"]
VAGUE: dict[str, str] = _TABLES["vague"]
DECADES: dict[str, int] = _TABLES["decades"]
HIJRI: dict[str, int] = _TABLES["hijri_months"]
BEFORE_YEAR = frozenset(_TABLES["before_year"])
SURELY_BEFORE_YEAR = frozenset(_TABLES["surely_before_year"])
COUNTED = frozenset(_TABLES["counted"])
BEFORE_SEASON = frozenset(_TABLES["before_season"])
AFTER_SEASON = frozenset(_TABLES["after_season"])
AHEAD = frozenset(_TABLES["ahead"])
INTENDED = frozenset(_TABLES["intended"])
NAME_HEADS = frozenset(_TABLES["name_heads"])
DUE = frozenset(_TABLES["due"])
DEADLINE = frozenset(_TABLES["deadline"])
LASTING = frozenset(_TABLES["lasting"])
CONDITIONS = frozenset(_TABLES["conditions"])
JALALI: dict[str, int] = _TABLES["jalali_months"]
# Kinds of days with a name of their own, the names, and what tells when they are.
FEASTS: dict[str, dict[str, list[int]]] = _TABLES["feasts"]
FEAST_NAMES = frozenset(name for names in FEASTS.values() for name in names)
# First words of these names that are no other word.
FEAST_WORDS = frozenset(_TABLES["feast_words"])


def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for letter, words in _TABLES["words"].items():
        found.update(dict.fromkeys(words, letter))
    for table, letter in (
        (MONTHS, "M"),
        (WEEKDAYS, "W"),
        (WEEKDAY_PLURALS, "V"),
        (SEASONS, "S"),
        (UNITS, "U"),
        (PARTS, "P"),
        (NUMBERS, "n"),
        (ORDINALS, "O"),
        (DAYS, "T"),
        (SETS, "V"),
        (VAGUE, "R"),
        (DECADES, "n"),
        (_TABLES["hijri_words"], "h"),
        (JALALI, "j"),
    ):
        found.update(dict.fromkeys(table, letter))
    for names in FEASTS.values():
        for first in {name.split()[0] for name in names}:
            found.setdefault(first, "L" if first in FEAST_WORDS else "Q")
    found.update(dict.fromkeys(DECADES, "d"))
    found.update(dict.fromkeys(_WEAK_DAYS, "w"))
    return found


_CLASS = _classes()

# Letters that can start or carry an expression; a line without any is skipped.
CARRIERS = frozenset("IJMWSUPTVRdqYhjtlnL")


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one sentence with their classes.

    Attributes:
        text: The sentence.
        classes: One letter for each word.
        words: Words in lower case, without the full stop of abbreviations.
        starts: Offsets of the words in the sentence.
        ends: Offsets after the words.
    """

    text: str
    classes: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def word(self, index: int) -> str:
        """Return a word, ``""`` outside the line."""
        return self.words[index] if 0 <= index < len(self.words) else ""


# Any of these in a line, or a figure, and it may hold an expression. Parts of words
# ("o'clock") are asked for each by itself.
_LETTERS = re.compile(r"[^\W\d_]+")
_CARRYING = frozenset(
    part
    for word, letter in _CLASS.items()
    if letter in CARRIERS
    for part in _LETTERS.findall(word)
)


def may_hold_time(text: str) -> bool:
    """Tell whether a line is worth splitting; most lines hold no time.

    >>> may_hold_time("The ministers met again.")
    False
    """
    if _FIGURE.search(text):
        return True
    return not _CARRYING.isdisjoint(_LETTERS.findall(text.lower()))


def read_line(text: str) -> Line:
    """Split a sentence into words and classify them."""
    letters: list[str] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        kind = match.lastgroup
        raw = match.group()
        word = raw.lower()
        if kind in {"plain", "word"}:
            letter = _CLASS.get(word, "_")
            if word in _CAPITAL and letter != "_" and raw[0] == word[0]:
                letter = "_"
        elif kind == "abbreviation":
            word = word[:-1]
            letter = _CLASS[word]
        elif kind == "figure":
            letter = _figure(word, text, match.start())
        elif kind == "mark":
            letter = _MARKS.get(raw, "_")
        else:
            letter = _GROUPS.get(kind or "", "N" if kind == "amount" else "_")
        letters.append(letter)
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())
    return Line(text, "".join(letters), words, starts, ends)


def _figure(word: str, text: str, start: int) -> str:
    """Tell what a bare figure may be: a day, a year or a number."""
    if start and text[start - 1] in _MONEY:
        return "_"
    # Of more digits none is either, and Python refuses to read thousands of them.
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "D"
    if len(word) == 4 and 1000 <= int(word) <= 2199:
        return "Y"
    return "N"


_DIGITS = 10


def number_of(word: str) -> int | None:
    """Return the value of a number in figures or words, ``None`` for "several"."""
    if word in {"a", "an", "another"}:
        return 1
    if word == "couple":
        return 2
    if word in NUMBERS:
        return NUMBERS[word]
    if word in ORDINALS:
        return ORDINALS[word]
    digits = word.rstrip("stndrh")
    # Of more digits none counts days, and Python refuses to read thousands of them.
    return int(digits) if digits.isdecimal() and len(digits) < _DIGITS else None
