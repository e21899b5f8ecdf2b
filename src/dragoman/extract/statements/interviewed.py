"""Who answers the questions of an interview, as what stands above them tells."""

import re

from dragoman.extract.statements.outlets import MEDIA
from dragoman.extract.statements.reading import Reading
from dragoman.model.annotation import MentionKind, Schema

_INTERVIEWED = re.compile(
    r"(?i:\b(?:interview|conversation) (?:with|to)|"
    r"\bquestions? (?:to|for)|\bQ ?(?:&|and) ?A(?: with|:)) "
    r"(?P<name>[A-ZÀ-ÝĀ-Ž][\w'’-]+(?: [A-ZÀ-ÝĀ-Ž][\w'’-]+){1,3})"
)
_PRESS = MEDIA | {"reporter", "correspondent", "journalist", "editor", "team"}


def find_asked(reading: Reading, first: int) -> tuple[int, int] | None:
    """Return who answers the questions that begin here."""
    return (
        _find_interviewed(reading, first)
        or _find_spoken_with(reading, first)
        or _find_person_above(reading, first)
    )


def _find_spoken_with(reading: Reading, stop: int) -> tuple[int, int] | None:
    """Return who "spoke to" whom asks: "the minister spoke to Ana Ruiz on Friday".

    Where an outlet or the writer spoke to somebody, that is he.
    """
    for index, sentence in enumerate(reading.sentences):
        if sentence.start >= stop:
            return None
        for verb, token in enumerate(sentence):
            if token.lemma not in {"speak", "talk"} or token.upos != "VERB":
                continue
            subject = sentence.child(verb, "nsubj")
            told = [
                child
                for child in sentence.children(verb, "obl")
                if sentence.case_of(child) in {"to", "with"}
            ]
            if subject is None or not told:
                continue
            if _is_press(reading, index, subject):
                return index, told[0]
            return index, subject
    return None


def _is_press(reading: Reading, index: int, token: int) -> bool:
    """Tell an outlet, or whoever writes, from somebody who can be interviewed."""
    word = reading.sentences[index][token]
    if word.upos == "PRON":
        return word.text.lower() in {"we", "i"}
    lemma = word.lemma.lower()
    called = token > 0 and word.text[0].isupper() and word.upos == "NOUN"
    if lemma in _PRESS or (called and lemma not in reading.lexicon.speakers):
        return True  # "The Courier"
    mention = reading.annotations.mention_headed(index, token)
    if mention is not None:
        return mention.schema is not Schema.PERSON
    return word.upos == "PROPN"


def _find_person_above(reading: Reading, stop: int) -> tuple[int, int] | None:
    """Return sentence and token of the first person named before an offset."""
    annotations = reading.annotations
    for mention in annotations.mentions:
        if mention.start >= stop:
            return None
        chain = annotations.chain_by_id[mention.chain]
        named = mention.kind is MentionKind.NAME and chain.schema is Schema.PERSON
        by = reading.document.text[max(mention.start - 3, 0) : mention.start].lower()
        if named and by != "by ":
            head = reading.sentences[mention.sentence].head_of(
                mention.start, mention.end
            )
            return None if head is None else (mention.sentence, head)
    return None


def _find_interviewed(reading: Reading, stop: int) -> tuple[int, int] | None:
    """Return whom a headline says was interviewed, where nothing below names him."""
    match = _INTERVIEWED.search(reading.document.text, 0, stop)
    if match is None:
        return None
    start, end = match.span("name")
    index = reading.annotations.sentence_at(start)
    if index is None:
        return None
    for mention in reading.annotations.mentions_by_sentence.get(index, ()):
        if mention.start < end and start < mention.end:
            person = mention.schema is Schema.PERSON
            return (index, mention.head) if person else None
    head = reading.sentences[index].head_of(start, end)
    return None if head is None else (index, head)
