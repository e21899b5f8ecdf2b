"""Which words can be a name that somebody gives."""

import re
from collections.abc import Sequence

from dragoman.extract.epithets.words import load_words
from dragoman.model.annotation import Annotations, Quotation, Schema
from dragoman.model.syntax import FINITE, Sentence, Token

_ARTICLE = re.compile(r"(?:(?:an?|the)\s+)?", re.IGNORECASE)
_INDEFINITE = re.compile(r"an?\s", re.IGNORECASE)
# "The Wig", "the Old Fox", "Doña Grifo"; small words may stand between.
_CAPITAL = re.compile(
    r"the\s+[A-Z0-9À-Ý][\w'’.-]*"
    r"(?:\s+(?:(?:of|the|and|de|al|with|from)\s+)*[A-Z0-9À-Ý][\w'’.-]*){0,4}[,.]?"
)
# These describe with all that stands with them: "the president of all".
# Words of these kinds alone name nobody.
_SMALL = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PUNCT", "SCONJ"})
_SPEAKER = frozenset({"I", "We", "we"})
_OFFICES = frozenset({"president", "leader", "minister", "head", "government"})


def without_article(text: str) -> str:
    """Return a name without the article that it begins with.

    >>> without_article("the Wig")
    'Wig'
    """
    return text[_ARTICLE.match(text).end() :]  # type: ignore[union-attr]  # matches always


def may_name(
    annotations: Annotations, number: int, quotation: Quotation, chain: str, label: str
) -> bool:
    """Tell words that can name their bearer from words that only stand near him.

    None are "and", "almost mad", "a friend", what describes a thing behind it ("his
    “quack” cures") and what a place describes ("the Porto “worms”").

    Args:
        annotations: Of the document.
        number: Sentence.
        quotation: Words in quotation marks.
        chain: Whom they are said to name.
        label: The words.
    """
    sentence = annotations.sentences[number]
    first, head = (
        sentence.token_at(quotation.start),
        sentence.head_of(quotation.start, quotation.end),
    )
    if first is None or head is None:
        return True
    inside = [one for one in sentence[first:] if one.start < quotation.end]
    if _says_nothing(inside, label):
        return False
    above = sentence[head].head
    if sentence[head].deprel in {"amod", "compound"} and above >= 0:
        described = annotations.mention_headed(number, above)
        behind = sentence[above].start >= quotation.outer_end
        if behind and (described is None or described.chain != chain):
            return False
    return not any(
        mention.chain == chain and mention.schema is Schema.PLACE
        for child in sentence.children(head, "compound", "amod", "nmod")
        for mention in (annotations.mention_headed(number, child),)
        if mention is not None and not sentence.children(child, "case")
    )


def _says_nothing(inside: Sequence[Token], label: str) -> bool:
    """Tell "and", "almost mad" and "a friend" from a name."""
    if all(token.upos in _SMALL for token in inside):
        return True
    if any(token.text in _SPEAKER for token in inside) and any(
        token.tag in FINITE for token in inside
    ):
        return True  # "I wanted it sorted by May": what he says
    if label[:1].islower() and inside[0].upos in {"ADV", "ADP"} and len(inside) > 1:
        return True
    bare = [token for token in inside if token.upos not in {"DET", "PUNCT"}]
    plain = bare[0].text.islower() and bare[0].lemma.lower() in load_words().plain
    return len(bare) == 1 and plain


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
