"""Words as the parser should see them: footnote marks gone, hyphenated names whole.

Cut at the hyphen, "Bok-soon" and "Yong-ran" are read as verbs and adverbs; kept
whole they are names. After the parse they are cut again, so that every token is
what it was without this detour.
"""

import re

from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_HYPHENS = frozenset({"-", "‐", "‑"})
_PIECES = re.compile(r"[^-‐‑]+|[-‐‑]")

# What makes an adjective of a name before a hyphen: "Iran-backed", "Paris-based".
_ADJECTIVE = re.compile(
    r"(?:ed|ing|led|born|wide|style|made|run|era|bound|friendly|level|old|long|"
    r"speaking|rich|free|held|wing|term|day|week|year|month|time|scale|range|zone|"
    r"related|like|elect|general|designate|profile|class|war|up|off|out|in)$"
)


def without_footnotes(text: str) -> str:
    """Blank footnote marks out, offsets kept: "hostages.[2] The" ends a sentence.

    Glosses in square brackets are given round ones, which the parser knows.
    """
    if "[" not in text:
        return text
    text = _FOOTNOTE.sub(lambda match: " " * len(match.group()), text)
    return text.replace("[", "(").replace("]", ")")


def join_names(words: Doc) -> Doc:
    """Join names that the tokenizer cut at a hyphen; returns the same document."""
    spans = [
        words[index - 1 : index + 2]
        for index in range(1, len(words) - 1)
        if words[index].text in _HYPHENS and _is_name(words, index)
    ]
    if not spans:
        return words
    with words.retokenize() as retokenizer:
        last = -1
        for span in spans:
            if span.start > last:
                retokenizer.merge(span)
                last = span.end - 1
    return words


def _is_name(words: Doc, hyphen: int) -> bool:
    left, right = words[hyphen - 1], words[hyphen + 1]
    if left.whitespace_ or words[hyphen].whitespace_:
        return False
    if not (left.is_alpha and right.is_alpha and left.text[0].isupper()):
        return False
    if right.text[0].isupper():
        return True
    before = words[hyphen - 2].text if hyphen > 1 else ""
    named = before[:1].isupper() and before.isalpha() and len(before) > 1
    return named and _ADJECTIVE.search(right.text) is None


def pieces_of(word: SpacyToken) -> tuple[str, ...]:
    """Return the pieces of a joined name, or the one word."""
    if any(hyphen in word.text for hyphen in _HYPHENS):
        pieces = tuple(_PIECES.findall(word.text))
        if len(pieces) > 2 and all(p.isalpha() or p in _HYPHENS for p in pieces):
            return pieces
    return (word.text,)


def is_hyphen(piece: str) -> bool:
    """Tell whether a piece of a name is its hyphen."""
    return piece in _HYPHENS
