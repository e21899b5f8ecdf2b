"""Nicknames that no verb tells: "X, “the Plumber”,", "X, alias “Y”", "X “Y” Z".

They stand within a name or right behind it, closed off from what follows.
"""

import re

from dragoman.extract.epithets_users import users_of
from dragoman.extract.epithets_words import is_entity, load_words
from dragoman.extract.parties import parties_of_chain
from dragoman.model.annotation import (
    Annotations,
    Mention,
    MentionKind,
    Quotation,
    Schema,
)
from dragoman.model.claim import Party
from dragoman.model.document import Document

_LONGEST = 5  # words
# Brackets without "alias" translate a name: "Al-Jazzar (“the butcher”)".
_OPENS = re.compile(r"\s*[,(–—]\s*|\s+-\s+")
# "X, “a clerk with a crown” to his staff", "in the words of the League".
_GIVER = re.compile(
    r"[”\"]?\s+(?P<case>to|for|among|in|on)\s+"
    r"|[”\"]?,?\s+(?P<words>in the words of|in the eyes of|as)\s+",
    re.IGNORECASE,
)
_NOMINAL = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"})
_NEAR = 40  # code points to the name: "the ecology minister, X"
_MEANT = re.compile(
    r",?\s+(?:(?:when|whenever|by which)\s+\w+\s+(?:means?|meant)|meaning)\s+"
    r"(?:the\s+)?"
)
_GOES_BY = re.compile(
    r"\b(?:goes|went|go|known) (?:only )?(?:by|as)\s*$", re.IGNORECASE
)
_COLON = re.compile(r"[\s,]*:\s+")
_SPEAKING = frozenset({"speak", "talk", "write"})
_CLOSES = re.compile(r"\s*(?:[,)–—.;]|-\s)")
_DEFINITE = re.compile(r"the\s+\w", re.ASCII)
_ARTICLE = re.compile(r"(?:the|an?)\s+\w")
_PUTS = re.compile(r"\s+(?:puts?|has|have|likes? to say|calls? (?:him|her|it|them))\b")
# A name of war of the usual make stays a name: "alias “Abu Salim”".
_KUNYA = re.compile(r"(?:abu|abou|umm?|oum)\b", re.IGNORECASE)

_Named = tuple[str, tuple[Party, ...]]


def find_beside(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> _Named | None:
    """Return who bears a nickname told beside the name, and who uses it.

    Args:
        document: Where they stand.
        annotations: Of the document.
        number: Sentence.
        quotation: Words in quotation marks.
    """
    text = document.text
    inner = text[quotation.start : quotation.end]
    if len(inner.split()) > _LONGEST or _KUNYA.match(inner):
        return None
    for mention in annotations.mentions_by_sentence.get(number, ()):
        named = mention.kind is MentionKind.NAME and is_entity(
            annotations, mention.chain
        )
        if not named:
            continue
        inside = mention.start < quotation.outer_start < quotation.outer_end
        if inside and quotation.outer_end < mention.end:
            return (mention.chain, ()) if mention.schema is Schema.PERSON else None
        if mention.end <= quotation.outer_start:
            users = _apposed(document, annotations, number, mention, quotation)
            if users is not None:
                return mention.chain, users
    return None


def _apposed(
    document: Document,
    annotations: Annotations,
    number: int,
    mention: Mention,
    quotation: Quotation,
) -> tuple[Party, ...] | None:
    """Return who uses what stands behind a name; ``None`` if it is no nickname."""
    text = document.text
    between = text[mention.end : quotation.outer_start]
    if load_words().alias.fullmatch(between):
        sentence = annotations.sentences[number]
        # "the coronation of King X, known as “Y”": not the King
        within = sentence[mention.head].deprel == "nmod" and "known" in between
        person = mention.schema is Schema.PERSON and not within
        closed = _CLOSES.match(text, quotation.outer_end) or between.lstrip()[:1] == ","
        return () if person and closed else None
    if not _OPENS.fullmatch(between):
        return None
    if _ARTICLE.match(text, quotation.start):
        users = find_giver(document, annotations, number, mention.chain, quotation)
        if users is not None:
            return users
    if mention.schema is not Schema.PERSON or "(" in between:
        return None
    definite = _DEFINITE.match(text, quotation.start)
    return () if definite and _CLOSES.match(text, quotation.outer_end) else None


def find_giver(
    document: Document,
    annotations: Annotations,
    number: int,
    named: str,
    quotation: Quotation,
) -> tuple[Party, ...] | None:
    """Return Y of "“the Plumber” to Y", "in the cartoons of Y", "as Y puts it".

    Args:
        document: Where they stand.
        annotations: Of the document.
        number: Sentence.
        named: Chain of who is called so.
        quotation: Words in quotation marks.
    """
    sentence, text = annotations.sentences[number], document.text
    given = _GIVER.match(text, quotation.outer_end, sentence.end)
    at = None if given is None else sentence.token_at(given.end())
    if given is None or at is None:
        return None
    last = at
    while last < len(sentence) and sentence[last].upos in _NOMINAL:
        last += 1
    heads = [
        i for i in range(at, last) if sentence[i].upos in {"NOUN", "PROPN", "PRON"}
    ]
    if not heads:
        return None
    if (given["words"] or "").lower() == "as" and not _PUTS.match(
        text, sentence[heads[-1]].end
    ):
        return None
    called = [
        mention
        for mention in annotations.mentions_by_sentence.get(number, ())
        if mention.kind is MentionKind.NAME
        and at <= mention.head < last
        and mention.chain != named
        and mention.schema is not Schema.PLACE
    ]
    placed = (given["case"] or "").lower() in {"in", "on"}
    voiced = any(sentence[i].lemma.lower() in load_words().voices for i in heads)
    if (
        placed
        and not voiced
        and not any(m.schema is Schema.ORGANIZATION for m in called)
    ):
        return None
    if called:
        return parties_of_chain(annotations, called[-1].chain)
    own = [i for i in heads if sentence[i].lemma.lower() in load_words().voices]
    return users_of(document, annotations, number, (own or heads)[-1], named)


def find_name_for(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> _Named | None:
    """Read "“X”, A's name for B", "speak of “X” when they mean B", "goes by “X”: B".

    Args:
        document: Where they stand.
        annotations: Of the document.
        number: Sentence.
        quotation: Words in quotation marks.
    """
    sentence, text = annotations.sentences[number], document.text
    told = load_words().name_for.match(text, quotation.outer_end, sentence.end)
    meant = told or _MEANT.match(text, quotation.outer_end, sentence.end)
    before = text[sentence.start : quotation.outer_start]
    if meant is None and _GOES_BY.search(before):
        meant = _COLON.match(text, quotation.outer_end, sentence.end)
    if meant is None:
        return None
    near = [
        mention
        for mention in annotations.mentions_by_sentence.get(number, ())
        if meant.end() <= mention.start <= meant.end() + _NEAR
        and mention.kind is MentionKind.NAME
        and mention.schema in {Schema.PERSON, Schema.ORGANIZATION}
        and is_entity(annotations, mention.chain)
    ]
    if not near:
        return None
    token = None
    if told is not None:
        token = sentence.token_at(told.start("owner"))
        owner = sentence.head_of(told.start("owner"), told.end("owner"))
        token = token if owner is None else owner
    elif meant.re is _MEANT:
        verb = max(
            (
                i
                for i in sentence.find_lemmas(_SPEAKING)
                if sentence[i].end <= quotation.start
            ),
            default=None,
        )
        while verb is not None and verb >= 0 and sentence.subject(verb) is None:
            verb = sentence[verb].head
        token = None if verb is None or verb < 0 else sentence.subject(verb)
    return near[0].chain, users_of(document, annotations, number, token, near[0].chain)
