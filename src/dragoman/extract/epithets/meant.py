"""Names that are told to be somebody's: "“X”, their name for Y", "“X”, meaning Y"."""

import re

from dragoman.extract.epithets.bearers import entity_of
from dragoman.extract.epithets.labels import is_definite
from dragoman.extract.epithets.users import (
    agents_of,
    namer_of,
    phrase_head,
    users_of,
)
from dragoman.extract.epithets.words import Named, is_entity, load_words
from dragoman.model.annotation import Annotations, MentionKind, Quotation, Schema
from dragoman.model.claim import Party
from dragoman.model.document import Document
from dragoman.model.syntax import Sentence

_GAP = 60  # code points between the name and the verb behind it
_NEAR = 9  # words between the name and the noun that says what it is
# "“X,” as they call him", "“X” is what they call him".
_TURNED = re.compile(r"[\s,]*(?:as|is what|was what)\s", re.IGNORECASE)
_GLOSS = re.compile(r"[\s,]*(?:\([^()]{1,40}\))?[\s,:–—-]*(?:is\s+|was\s+)?")
_MEANING = re.compile(
    r"[\s,–—(-]*(?:(?:when|by which|by whom|whereby|and)\s+)?"
    r"(?:(?:\w+\s+){0,2}(?:meaning|means?|meant)|"
    r"(?:an?\s+)?(?:allusion|reference)\s+to|referring\s+to|alluding\s+to)\s+"
    r"(?:the\s+)?(?:[\w-]+\s+){0,3}",
    re.IGNORECASE,
)
_EQUALS = re.compile(r"[\s,:–—-]*(?:(?:is|was|remains?)\s+)?(?:the\s+|an?\s+)?")
_CALLER = frozenset({"slogan", "tag", "hashtag", "chant", "label", "cry", "placard"})
_GIVING = frozenset(
    {"invent", "coin", "give", "use", "make", "popularise", "popularize", "bestow"}
    | {"borrow", "favour", "favor", "devise", "attach", "apply", "launch", "pin"}
)
_NAMED = frozenset({Schema.PERSON, Schema.ORGANIZATION})


def find_meant(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Return whom a name is said to mean, and whose name for him it is.

    Args:
        document: Where they stand.
        annotations: Of the document.
        number: Sentence.
        quotation: Words in quotation marks.
    """
    return (
        _turned(document, annotations, number, quotation)
        or _name_for(document, annotations, number, quotation)
        or _meaning(document, annotations, number, quotation)
        or _hailed(document, annotations, number, quotation)
    )


def find_origin(
    document: Document,
    annotations: Annotations,
    number: int,
    quotation: Quotation,
    named: str,
) -> tuple[Party, ...]:
    """Return by whom a name was made: "“X”, a name invented by the tabloid Y"."""
    sentence = annotations.sentences[number]
    noun = _noun_behind(document, sentence, quotation)
    if noun is None:
        return ()
    for verb in sentence.children(noun, "acl"):
        if sentence[verb].lemma.lower() not in _GIVING:
            continue
        agents = agents_of(annotations, number, verb)
        if agents:
            return agents
        for child in sentence.children(verb, "obl:agent", "obl"):
            if sentence.case_of(child) in {"by", "among"}:
                return users_of(document, annotations, number, child, named)
    return ()


def _noun_behind(
    document: Document, sentence: Sentence, quotation: Quotation
) -> int | None:
    """Return "name" of "“X”, their name for Y", with only its phrase between."""
    gloss = _GLOSS.match(document.text, quotation.outer_end)
    first = None if gloss is None else sentence.token_at(gloss.end())
    if first is None:
        return None
    nouns = load_words().nouns
    for token in range(first, min(first + _NEAR, len(sentence))):
        if sentence[token].upos in {"VERB", "AUX"} or sentence[token].text in ",;:":
            return None
        if sentence[token].lemma.lower() in nouns and sentence[token].upos == "NOUN":
            return token
    return None


def _name_for(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Read "“E”, A's name for B" and "A's name for B is “E”"."""
    sentence = annotations.sentences[number]
    noun = _noun_behind(document, sentence, quotation)
    if noun is None:
        noun = _noun_before(document, sentence, quotation)
    if noun is None:
        return None
    places = (noun, *sentence.children(noun, "acl"))
    bearer = next(
        (
            token
            for place in places
            for token in sentence.children(place, "nmod", "obl")
            if sentence.case_of(token) in {"for", "to", "on"}
        ),
        None,
    )
    target = entity_of(annotations, number, bearer)
    if target is None:
        return None
    owner = sentence.child(noun, "nmod:poss", "amod")
    if owner is not None and sentence[owner].deprel == "amod":
        owner = None
    return target, users_of(document, annotations, number, owner, target)


def _noun_before(
    document: Document, sentence: Sentence, quotation: Quotation
) -> int | None:
    nouns = load_words().nouns
    for noun in reversed(sentence.find_lemmas(nouns)):
        if sentence[noun].end > quotation.outer_start or sentence[noun].upos != "NOUN":
            continue
        for child in sentence.children(noun, "nmod"):
            end = sentence.extent(child, without=frozenset({"appos", "acl"}))[1]
            if sentence.case_of(child) == "for" and _EQUALS.fullmatch(
                document.text, min(end, quotation.outer_start), quotation.outer_start
            ):
                return noun
    return None


def _meaning(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Read "speaks of “the E” when it means B", "“the E”, a reference to B"."""
    sentence = annotations.sentences[number]
    label = document.text[quotation.start : quotation.end]
    for mention in annotations.mentions_by_sentence.get(number, ()):
        named = mention.kind is MentionKind.NAME and mention.schema in _NAMED
        if not named or mention.start < quotation.outer_end:
            continue
        if not _MEANING.fullmatch(document.text, quotation.outer_end, mention.start):
            continue
        head = sentence.head_of(quotation.start, quotation.end)
        noun = head is not None and sentence[head].upos in {"NOUN", "PROPN"}
        if not (noun and is_definite(label)):
            return None
        if not is_entity(annotations, mention.chain):
            return None
        first = sentence.token_at(quotation.start)
        return mention.chain, _told_by(document, annotations, number, first)
    return None


def _hailed(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Read a name within a cry: 'the tag “Algeria, mother of bandits”'."""
    sentence = annotations.sentences[number]
    text = document.text[quotation.start : quotation.end]
    for mention in annotations.mentions_by_sentence.get(number, ()):
        if mention.start != quotation.start or mention.kind is not MentionKind.NAME:
            continue
        token = sentence.token_at(quotation.start)
        before = None if not token else sentence.token_at(quotation.outer_start - 2)
        if before is None or sentence[before].lemma.lower() not in _CALLER:
            return None
        rest = text[mention.end - quotation.start :]
        first = sentence.token_at(mention.end + len(rest) - len(rest.lstrip(" ,")))
        head = None if first is None else phrase_head(sentence, first)
        if not rest.startswith(", ") or head is None or "," in rest[1:]:
            return None
        if sentence[head].upos != "NOUN" or not is_entity(annotations, mention.chain):
            return None
        return mention.chain, _told_by(document, annotations, number, before)
    return None


def _told_by(
    document: Document, annotations: Annotations, number: int, token: int | None
) -> tuple[Party, ...]:
    """Return the subject of the verb above a word."""
    sentence = annotations.sentences[number]
    while token is not None and token >= 0 and sentence[token].upos != "VERB":
        token = sentence[token].head
    if token is None or token < 0:
        return ()
    subject = namer_of(annotations, number, token)
    return users_of(document, annotations, number, subject)


def _turned(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Read "“X,” as A calls B", "“X” is what A calls B"."""
    sentence = annotations.sentences[number]
    opened = _TURNED.match(document.text, quotation.outer_end)
    if opened is None or opened.end() > sentence.end:
        return None
    for verb, token in enumerate(sentence.tokens):
        if not opened.end() <= token.start <= opened.end() + _GAP:
            continue
        if token.upos != "VERB":
            continue
        lemma = token.lemma.lower()
        passive = sentence.is_passive(verb)
        if lemma not in load_words().naming and not (passive and lemma == "know"):
            return None
        told = sentence.child(verb, "obj") or sentence.child(verb, "obl")
        subject = sentence.subject(verb)
        if passive:  # "as he is called by his men"
            told, subject = subject, _agent(sentence, verb)
        target = entity_of(annotations, number, told)
        if target is None or (subject is None and not passive):
            return None
        return target, users_of(document, annotations, number, subject, target)
    return None


def _agent(sentence: Sentence, verb: int) -> int | None:
    """Return by or among whom somebody is called so."""
    return next(
        (
            child
            for child in sentence.children(verb, "obl:agent", "obl")
            if sentence.case_of(child) in {"by", "in", "among", "to"}
        ),
        None,
    )
