"""What somebody is to others: "to whom X is “the tenant”", "for the miners, X is"."""

import re

from dragoman.extract.epithets_beside import find_giver
from dragoman.extract.epithets_users import users_of
from dragoman.extract.epithets_words import is_entity
from dragoman.model.annotation import Annotations, MentionKind, Quotation, Schema
from dragoman.model.claim import Party
from dragoman.model.document import Document

_IS = re.compile(
    r"(?:\s+\([^()]{2,20}\))?[,]?(?:\s+(?:himself|herself|itself))?\s+(?:is|was|are|were|remains?|remained)\s+"
    r"(?:(?:but|just|merely|only|simply|still)\s+)?(?:(?:the|an?)\s+)?"
)
_TO_WHOM = re.compile(
    r"(?:^|,\s*)(?:to|for|in the eyes of)\s+whom\s+(?:the\s+)?$", re.IGNORECASE
)
_TO_OTHERS = re.compile(r"(?:to|for|in the (?:eyes|words|view) of)\s+", re.IGNORECASE)
_PLAIN = re.compile(r",?\s+(?:the\s+)?(?:[\w-]+\s+){0,3}", re.IGNORECASE)
# "X himself is “the Wig”."
_PROPER = re.compile(r"the\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?[,.]?[”\"][.,;]?$")
_NAMED = frozenset({Schema.PERSON, Schema.ORGANIZATION})


def find_eyes(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> tuple[str, tuple[Party, ...]] | None:
    """Return who is what a quotation says, and to whom.

    Args:
        document: Where they stand.
        annotations: Of the document.
        number: Sentence.
        quotation: Words in quotation marks.
    """
    text, sentence = document.text, annotations.sentences[number]
    for mention in annotations.mentions_by_sentence.get(number, ()):
        named = mention.kind is MentionKind.NAME and mention.schema in _NAMED
        if not named or not is_entity(annotations, mention.chain):
            continue
        if not _IS.fullmatch(text, mention.end, quotation.outer_start):
            continue
        whom = _TO_WHOM.search(text[sentence.start : mention.start])
        if whom is not None:
            giver = sentence.token_at(sentence.start + whom.start() - 1)
        else:
            giver = _fronted(document, annotations, number, mention.start)
        if giver is not None:
            users = users_of(document, annotations, number, giver, mention.chain)
            return mention.chain, users
        behind = find_giver(document, annotations, number, mention.chain, quotation)
        if behind is not None:
            return mention.chain, behind
        person = mention.schema is Schema.PERSON
        if person and _PROPER.match(text, quotation.start, quotation.end + 2):
            return mention.chain, ()
    return None


def _fronted(
    document: Document, annotations: Annotations, number: int, end: int
) -> int | None:
    """Return the head of Y in "For Y, X is", where nothing else stands before X."""
    text, sentence = document.text, annotations.sentences[number]
    opened = _TO_OTHERS.match(text, sentence.start, end)
    if opened is None:
        return None
    first = sentence.token_at(opened.end())
    last = sentence.token_at(end)
    if first is None or last is None:
        return None
    for token in range(first, last):
        if sentence[token].upos in {"NOUN", "PROPN"}:
            extent = sentence.extent(token)
            if extent[0] >= opened.start() and _PLAIN.fullmatch(text, extent[1], end):
                return token
    return None
