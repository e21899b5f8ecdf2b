"""Which words can be a name that somebody gives."""

import re

from dragoman.extract.epithets_words import load_words
from dragoman.model.annotation import Quotation
from dragoman.model.syntax import FINITE, Sentence

_ARTICLE = re.compile(r"(?:(?:an?|the)\s+)?", re.IGNORECASE)
_INDEFINITE = re.compile(r"an?\s", re.IGNORECASE)
# "The Wig", "the Old Fox", "Doña Grifo"; small words may stand between.
_CAPITAL = re.compile(
    r"the\s+[A-Z0-9À-Ý][\w'’.-]*"
    r"(?:\s+(?:(?:of|the|and|de|al|with|from)\s+)*[A-Z0-9À-Ý][\w'’.-]*){0,4}[,.]?"
)
# These describe with all that stands with them: "the president of all".
_OFFICES = frozenset({"president", "leader", "minister", "head", "government"})


def without_article(text: str) -> str:
    """Return a name without the article that it begins with.

    >>> without_article("the Wig")
    'Wig'
    """
    return text[_ARTICLE.match(text).end() :]  # type: ignore[union-attr]  # matches always


def is_definite(label: str) -> bool:
    """Tell "the tenants" and "frogs" from "a threat", which only describes.

    >>> is_definite("the tenants"), is_definite("a threat")
    (True, False)
    """
    return _INDEFINITE.match(label) is None


def is_capital(label: str) -> bool:
    """Tell a name in large letters: "the Old Fox".

    >>> is_capital("the Old Fox"), is_capital("the old fox")
    (True, False)
    """
    return _CAPITAL.fullmatch(label.strip()) is not None


def is_plain(sentence: Sentence, quotation: Quotation, label: str) -> bool:
    """Tell what is no name: an adjective, a clause, "the best man", "the problem"."""
    head = sentence.head_of(quotation.start, quotation.end)
    first = sentence.token_at(quotation.start)
    if head is None or first is None:
        return True
    inside = range(first, len(sentence))
    tokens = [sentence[one] for one in inside if sentence[one].start < quotation.end]
    if any(token.tag in FINITE for token in tokens):
        return True
    single = len(tokens) == 1 and tokens[0].text[:1].isupper()
    if sentence[head].upos not in {"NOUN", "PROPN"} and not single:
        return True
    if any(token.tag in {"JJS", "RBS"} or token.upos == "PRON" for token in tokens):
        return not is_capital(label)
    lemma = sentence[head].lemma.lower()
    bare = lemma in _OFFICES or not sentence.children(
        head, "nmod", "compound", "nmod:poss", "acl"
    )
    return lemma in load_words().plain and bare and not is_capital(label)


def is_figure(sentence: Sentence, head: int, label: str) -> bool:
    """Tell a name from what is merely said of somebody: "frogs", "the E of dust".

    Args:
        sentence: Where it stands.
        head: Its head.
        label: Article and all.
    """
    words = load_words()
    lemma = sentence[head].lemma.lower()
    if lemma in words.loaded:
        return words.needs.get(lemma) is None
    if lemma in words.figures or is_capital(label):
        return True
    of = any(sentence.case_of(one) == "of" for one in sentence.children(head, "nmod"))
    return of and label.lower().startswith("the ") and lemma not in words.plain
