"""By what name somebody goes: "known as “X”", "alias “X”", "Ana “the Fox” Ruiz"."""

import re

from dragoman.extract.epithets.bearers import entity_of
from dragoman.extract.epithets.verbs import described_ahead
from dragoman.extract.epithets.words import Named, is_entity, load_words
from dragoman.model.annotation import (
    Annotations,
    MentionKind,
    Quotation,
    Schema,
)
from dragoman.model.document import Document
from dragoman.model.syntax import FINITE, Sentence

_NEAR = 12  # code points between a name and what is said of it
_OPENS = re.compile(r"\s*[,(–—-]?\s*$")
_OWNED = re.compile(r"(?:['’]s?|\b(?:his|her|its|their|our|my))\s+$", re.IGNORECASE)
_SAME = frozenset({"appos", "flat", "conj", "compound"})
_WORDS = 4  # of a name in the middle of another


def find_known(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Return whom words introduce by another name; who uses it they do not tell.

    Args:
        document: Where they stand.
        annotations: Of the document.
        number: Sentence.
        quotation: Words in quotation marks.
    """
    sentence = annotations.sentences[number]
    before = document.text[sentence.start : quotation.outer_start]
    inner = document.text[quotation.start : quotation.end]
    middle = _middle(document, annotations, number, quotation)
    if middle is not None and len(inner.split()) <= _WORDS:
        return middle, ()
    words = load_words()
    alias = words.aliases.search(before)
    if alias is not None:
        offset = sentence.start + alias.start("cue")
        target = _goes_by(document, annotations, number, offset, quotation)
        return None if target is None else (target, ())
    known = words.known_as.search(before)
    if known is None:
        return None
    cue = sentence.start + known.start("cue")
    if _OWNED.search(before[: known.start("cue")]) is not None:
        return None  # "Lee's so-called “pact”": what is his, not he
    target = _described_by(annotations, number, cue)
    large = inner[:1].isupper()
    if target is None or (large and not _is_person(annotations, target)):
        return None  # "known as “Daesh”" is a name like others
    if large and _is_within(annotations, number, cue):
        return None  # "the coronation of King X, known as “Y”"
    return target, ()


def _middle(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> str | None:
    """Return Ana Ruiz of "Ana “the Fox” Ruiz"."""
    sentence = annotations.sentences[number]
    first = sentence.token_at(quotation.outer_start)
    if not first or sentence[first - 1].upos != "PROPN":
        return None
    for mention in annotations.mentions_by_sentence.get(number, ()):
        if mention.schema is not Schema.PERSON or mention.kind is not MentionKind.NAME:
            continue
        within = mention.start < quotation.outer_start
        behind = mention.start == quotation.outer_end + 1
        spaced = document.text[quotation.outer_end : mention.start] == " "
        if (within and quotation.outer_end < mention.end) or (behind and spaced):
            return mention.chain if is_entity(annotations, mention.chain) else None
    return None


def _goes_by(
    document: Document,
    annotations: Annotations,
    number: int,
    offset: int,
    quotation: Quotation,
) -> str | None:
    """Return whose name an alias is: "X, alias", "X goes by", "“E”: X"."""
    sentence = annotations.sentences[number]
    for mention in annotations.mentions_by_sentence.get(number, ()):
        near = 0 <= mention.start - quotation.outer_end <= 2
        named = mention.kind is MentionKind.NAME and mention.schema is Schema.PERSON
        if near and named and document.text[quotation.outer_end] in ":–—(":
            return mention.chain  # "goes by “Profe”: Yeison Murillo"
    before = [
        mention
        for mention in annotations.mentions_by_sentence.get(number, ())
        if mention.end <= offset
        and mention.schema is not Schema.PLACE
        and _OPENS.fullmatch(document.text, mention.end, offset)
    ]
    for mention in reversed(before):
        if is_entity(annotations, mention.chain):
            return mention.chain
    verb = sentence.token_at(offset)
    subject = None if verb is None else sentence.subject(verb)
    if subject is None:
        return None
    target = entity_of(annotations, number, subject)
    place = target and annotations.chain_by_id[target].schema is Schema.PLACE
    return None if place else target


def _is_within(annotations: Annotations, number: int, cue: int) -> bool:
    """Tell whether the name before a cue only belongs to what may be called so."""
    sentence = annotations.sentences[number]
    return any(
        sentence[mention.head].deprel == "nmod"
        for mention in annotations.mentions_by_sentence.get(number, ())
        if mention.end <= cue and not _has_words(sentence, mention.end, cue)
    )


def _has_words(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a word stands between two places."""
    return any(
        start <= token.start < end and token.upos != "PUNCT" for token in sentence
    )


def _is_person(annotations: Annotations, chain: str) -> bool:
    return annotations.chain_by_id[chain].schema is Schema.PERSON


def _described_by(annotations: Annotations, number: int, offset: int) -> str | None:
    """Return whom a participle describes: "X, commonly known as"."""
    sentence = annotations.sentences[number]
    token = sentence.token_at(offset)
    if token is not None and _is_active(sentence, token):
        return None  # "what the minister branded “piracy”", "he has referred to as"
    if token is not None and sentence[token].deprel == "advcl":
        return described_ahead(annotations, number, token)
    steps = 0
    while token is not None and token >= 0 and steps < 6:
        mention = annotations.mention_headed(number, token)
        if mention is not None and is_entity(annotations, mention.chain):
            return mention.chain
        plain = sentence[token].upos == "NOUN" and sentence[token].start < offset
        if plain and sentence[token].deprel not in _SAME:
            return None  # "Lee opposed the deal, known as": not Lee
        token, steps = sentence[token].head, steps + 1
    before = [
        mention
        for mention in annotations.mentions_by_sentence.get(number, ())
        if mention.end <= offset and offset - mention.end <= _NEAR
    ]
    if before and is_entity(annotations, before[-1].chain):
        return before[-1].chain
    return None


def _is_active(sentence: Sentence, verb: int) -> bool:
    """Tell whether somebody else is told to do what a participle may say of one."""
    helped = "have" in sentence.auxiliaries(verb) and not sentence.is_passive(verb)
    return sentence[verb].tag in FINITE or helped
