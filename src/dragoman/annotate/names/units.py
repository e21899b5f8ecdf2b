"""Words as names have them: hyphenated tokens glued, possessive marks apart.

The tokenizer cuts "Al-Arouri" into three tokens; a *unit* is the whole. Units are
what titles and names are made of; they know their tokens, so that the parse can
be asked.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.data.tables import fold_key
from dragoman.model.syntax import POSSESSIVE_MARKS, Sentence, Token
from dragoman.text.names import may_abbreviate

HYPHENS = frozenset("-‐‑")
APOSTROPHES = frozenset("'’ʼʻ‘`")
POSSESSIVES = POSSESSIVE_MARKS | {"´s"}
# What stands before a name or an office and is no part of it.
OWNERS = frozenset({"the", "its", "his", "her", "their"})
# Closed classes by their universal tag: at the head of a sentence their capital
# says nothing.
FUNCTION_TAGS = frozenset(
    {"ADP", "DET", "PRON", "SCONJ", "CCONJ", "AUX", "INTJ", "PART", "NUM"}
)
# The same words come again and again.
_CACHE_SIZE = 16_384
# Letters of the short name of a body.
_LETTERS = range(3, 7)
# A footnote mark that the tokenizer left on the word: "Watch.[1".
_NOTE = re.compile(r"[.,;:!?]*\[\w*$")
# Articles of Arabic, and other small words that begin a name.
_ARTICLES = frozenset(
    {"al", "el", "ul", "ar", "as", "ash", "ad", "an", "az", "at"}
    | {"es", "er", "ed", "en"}
)
_LOWER_STARTS = tuple(
    f"{start}-"
    for start in _ARTICLES
    | {"esh", "et", "ez", "ud", "id", "us", "ur", "l", "d", "e", "i", "ye", "wa", "bin"}
    | {"ibn", "bint", "abu", "abd", "ben", "ait", "ould"}
)


@dataclass(slots=True)
class Unit:
    """One word of a sentence.

    Attributes:
        first: Index of its first token.
        last: Index of its last token.
        start: First code point in the document.
        end: Code point after the last one.
        text: As it stands.
        key: Folded (``fold_key``).
        upos: Universal tag of its last token that is a word.
        capital: Whether it begins like a name.
        possessive: Whether it is a possessive mark.
        word: Whether it is a word, not punctuation.
        initial: Whether a capital is due to its place (head of a sentence,
            after a colon or an opening quotation mark).
        taken: Whether a title or honorific has claimed it.
        known_to: Index of the last unit of a well-known name that begins here.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    key: str
    upos: str
    capital: bool
    possessive: bool
    word: bool
    initial: bool
    taken: bool = False
    known_to: int = -1


def read_units(sentence: Sentence) -> list[Unit]:
    """Return the units of a sentence in order."""
    units: list[Unit] = []
    tokens = sentence.tokens
    index = 0
    initial = True
    size = len(tokens)
    while index < size:
        last = index
        if index + 1 < size and tokens[index + 1].start == tokens[index].end:
            last = _glued(tokens, index)
        unit = _make(tokens, index, last, initial=initial)
        units.append(unit)
        if unit.word:
            initial = False
        elif unit.text in {":", "“", '"', "«", "„", "-", "–", "—", "…", "•", "*", ";"}:
            initial = unit.text not in {";", "-", "–"} or initial
        index = last + 1
    return units


def _glued(tokens: tuple[Token, ...], index: int) -> int:
    """Return the last token that hangs together with this one by hyphens."""
    last = index
    if not _is_word(tokens[index].text):
        return last
    while last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end:
        step = _step(tokens, last)
        if not step:
            break
        last += step
    return last


def _step(tokens: tuple[Token, ...], last: int) -> int:
    """Return how many of the next tokens belong to the word that ends here."""
    mark = tokens[last + 1]
    following = tokens[last + 2] if last + 2 < len(tokens) else None
    if following is not None and following.start != mark.end:
        following = None
    if mark.text in APOSTROPHES and _ends_in_ayn(tokens, last):
        return 1
    if mark.tag == "POS" or mark.text in POSSESSIVES:
        # The apostrophe of "N'Djamena" and "d'Estaing" is no possessive.
        inner = mark.text in APOSTROPHES and len(tokens[last].text) <= 2
        return 2 if inner and following and following.text[:1].isalpha() else 0
    if mark.text in HYPHENS:
        return 2 if following is not None and following.text[:1].isalnum() else 0
    figure = mark.text.isalnum() and any(c.isdigit() for c in tokens[last].text)
    if figure or (mark.text[:1] in HYPHENS and len(mark.text) > 1):
        return 1
    elided = mark.text[:1].isalpha() and tokens[last].text[-1] in APOSTROPHES
    return 1 if elided else 0


def _ends_in_ayn(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell the apostrophe of "Dir' al-Nil", which writes a letter and owns nothing."""
    behind = [token.text for token in tokens[last + 2 : last + 5]]
    if len(behind) < 3 or tokens[last].text.endswith("s"):
        return False
    article, hyphen, word = behind
    return article in _ARTICLES and hyphen in HYPHENS and word[0].isupper()


def _is_word(text: str) -> bool:
    return _look(text)[0]


@lru_cache(maxsize=_CACHE_SIZE)
def _look(text: str) -> tuple[bool, str, bool, bool]:
    """Tell of a word: whether it is one, its key, its capital, whether it is a mark.

    The last of them is whether it is a possessive mark wherever it stands.
    """
    if text in POSSESSIVES:
        word = False
    else:
        word = text[0].isalnum() or (text[0] in "#@&" or any(c.isalpha() for c in text))
    return word, fold_key(text), is_capital(text), text in POSSESSIVES


def _make(tokens: tuple[Token, ...], first: int, last: int, *, initial: bool) -> Unit:
    """Return the unit of some tokens that hang together."""
    token, end = tokens[first], tokens[last].end
    text = token.text
    word, key, capital, mark = _look(text)
    if first < last:
        text = "".join([one.text for one in tokens[first : last + 1]])
        _, key, capital, _ = _look(text)
    if "[" in text and (note := _NOTE.search(text)) is not None and note.start():
        end -= len(text) - note.start()
        text = text[: note.start()]
        _, key, capital, mark = _look(text)
    return Unit(
        first,
        last,
        token.start,
        end,
        text,
        key,
        tokens[last].upos,
        word and capital,
        first == last and (mark or token.tag == "POS"),
        word,
        initial,
    )


def is_capital(text: str) -> bool:
    """Tell whether a word begins like a name.

    >>> [is_capital(w) for w in ("Lee", "al-Nakhala", "iPhone", "d’Estaing", "anti-US")]
    [True, True, False, True, False]
    """
    if text[0].isupper() or (text[0].istitle()):
        return True
    low = text.lower()
    if low.startswith(_LOWER_STARTS):
        rest = text.partition("-")[2]
        return bool(rest) and rest[0].isupper()
    if len(text) > 2 and text[1] in APOSTROPHES:
        return text[2].isupper()
    return False


def head_token(sentence: Sentence, unit: Unit) -> int:
    """Return the token on which the others hang: "secretary" of "secretary-general"."""
    inside = range(unit.first, unit.last + 1)
    return next((i for i in inside if sentence[i].head not in inside), unit.last)


def is_letters(text: str) -> bool:
    """Tell whether a name is three to six capitals alone, as bodies are shortened."""
    return text.isalpha() and text.isupper() and len(text) in _LETTERS


def has_letters(units: list[Unit], last: int, name: str) -> bool:
    """Tell whether the letters of a name that ends here follow it in brackets.

    "Jamaat Ansar (JA)": nobody has them, bodies have.
    """
    behind = units[last + 1 : last + 4]
    return (
        len(behind) == 3
        and (behind[0].text, behind[2].text) == ("(", ")")
        and behind[1].text.isupper()
        and may_abbreviate(behind[1].text, name)
    )
