"""What somebody is to others: "to whom X is “the tenant”", "X, “the fox” to friends".

The bearer stands right before the name, as its subject or with it in apposition; the
users stand in a phrase before the bearer or behind the name.
"""

import re
from dataclasses import dataclass

from dragoman.extract.epithets.bearers import entity_of
from dragoman.extract.epithets.labels import (
    is_capital,
    is_definite,
    is_figure,
    is_plain,
)
from dragoman.extract.epithets.users import is_voice, namer_of, phrase_head, users_of
from dragoman.extract.epithets.words import Named, load_words
from dragoman.model.annotation import (
    Annotations,
    Mention,
    MentionKind,
    Quotation,
    Schema,
)
from dragoman.model.claim import Party
from dragoman.model.document import Document
from dragoman.text.sayings import SAYING, TELLING

_ADVERBS = r"(?:(?:but|just|merely|only|simply|still|now|always|forever|again)\s+)*"
_THE = r"(?P<the>(?:the|an?)\s+)?"
_IS = re.compile(
    r"(?:\s+(?:himself|herself|itself|themselves))?,?\s+"
    r"(?:is|was|are|were|remains?|remained|becomes?|became|"
    r"ha(?:s|ve|d)\s+(?:become|remained|been)|will\s+(?:be|remain))\s+"
    rf"{_ADVERBS}{_THE}"
)
_BESIDE = re.compile(rf"\s*(?:,|\(|–|—)\s*{_ADVERBS}{_THE}", re.IGNORECASE)
# "X, to his men “the fox”": the users stand between.
_INNER = re.compile(
    r"\s*[,(–—]\s*(?P<on>to|for|among|in the (?:eyes|words|view|language) of|in|on)\s+"
    rf"(?P<who>[^,;:()]{{2,50}}?),?\s+{_ADVERBS}{_THE}",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(
    r"(?:^|[,;:(–—]\s*)(?P<on>to|for|among|in the eyes of|on|in)\s+whom\s+"
    r"(?:the\s+)?(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_FRONT = re.compile(
    r"(?:^|[,;:(–—▸•*]\s*|\b(?:and|but|while|that)\s+)"
    r"(?P<on>to|for|among|in the (?:eyes|words|view|language) of|on|in)\s+",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r",?\s+(?:(?:at least|chiefly|mostly|mainly|only|especially|simply)\s+)?"
    r"(?P<on>to|for|among|amongst|in the (?:eyes|words|view|language) of|on|in|by|of)"
    r"\s+",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?P<on>Among|In|On)\s+", re.IGNORECASE)
_TITLES = re.compile(r",?\s+(?:the\s+)?(?:[\w-]+,?\s+){0,4}", re.IGNORECASE)
_CLOSED = re.compile(r"\s*[,.;)–—]|\s*$")
_SAYING = SAYING | TELLING | {"answer", "reply", "retort", "joke", "quip", "tweet"}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_NEAR = 9  # words between the bearer and the name
_ATTACKING = frozenset(
    {"accuse", "lash", "rail", "rage", "thunder", "warn", "threaten", "curse", "thank"}
    | {"blame", "ridicule", "criticise", "criticize", "urge", "ask", "challenge"}
)
_WITHIN = frozenset({"in", "on", "of"})
_NAMED = frozenset({Schema.PERSON, Schema.ORGANIZATION})
_TOWARDS = frozenset({"to", "among", "amongst"})
_WHO = frozenset({"person", "organization"})
_WHEN = frozenset({"event", "time", None})


@dataclass(frozen=True)
class _Beside:
    """Who stands right before a name.

    Attributes:
        start: Of the bearer.
        chain: The entity.
        is_named: By name.
        is_told: With "is", else in apposition.
        article: Before the quotation marks.
    """

    start: int
    chain: str
    is_named: bool
    is_told: bool
    article: str


def find_eyes(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Return who is what a quotation says, and to whom.

    Args:
        document: Where they stand.
        annotations: Of the document.
        number: Sentence.
        quotation: Words in quotation marks.
    """
    beside = _beside(document, annotations, number, quotation)
    if beside is None:
        return _inside(document, annotations, number, quotation)
    before = _before(document, annotations, number, beside)
    if before is not None:
        return beside.chain, before
    label = document.text[quotation.start : quotation.end]
    whole = beside.article + label
    if is_plain(annotations.sentences[number], quotation, whole):
        return None
    schema = annotations.chain_by_id[beside.chain].schema
    if is_definite(whole):
        behind = find_behind(document, annotations, number, quotation, beside.chain)
        if behind is not None:
            return beside.chain, behind
    told = _told(document, annotations, number, quotation, beside)
    if told is not None:
        return beside.chain, told
    named = beside.is_named and schema is Schema.PERSON
    closed = _CLOSED.match(document.text, quotation.outer_end) is not None
    # Brackets may translate a name: "Al-Jazzar (“the butcher”)".
    bracket = document.text[quotation.outer_start - 1] == "("
    closed = closed and (not bracket or is_capital(whole))
    # "X, “the tall baker”, left" and "X himself is “the Wig”": in apposition, or in
    # large letters, it needs nobody who uses it.
    himself = beside.is_told and schema is Schema.PERSON
    named = named and not beside.is_told and whole.startswith("the ")
    if closed and (named or (himself and is_capital(whole))):
        return beside.chain, _attacker(document, annotations, number, beside)
    return None


def _attacker(
    document: Document, annotations: Annotations, number: int, beside: _Beside
) -> tuple[Party, ...]:
    """Return who "lashed out at X, “the fox”": whose words they are, if he speaks."""
    sentence = annotations.sentences[number]
    token = sentence.token_at(beside.start)
    verb = -1 if beside.is_told or token is None else token
    while verb >= 0 and sentence[verb].upos != "VERB":
        verb = sentence[verb].head
    spoken = load_words().verbs | _SAYING | _ATTACKING
    if verb < 0 or sentence[verb].lemma.lower() not in spoken:
        return ()
    subject = None if sentence.is_passive(verb) else namer_of(annotations, number, verb)
    users = users_of(document, annotations, number, subject, beside.chain)
    return () if any(one.entity == beside.chain for one in users) else users


def _inside(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Read "X, to his men “the fox”, left"."""
    sentence, text = annotations.sentences[number], document.text
    label = text[quotation.start : quotation.end]
    if is_plain(sentence, quotation, label):
        return None
    for mention in annotations.mentions_by_sentence.get(number, ()):
        if mention.end > quotation.outer_start or mention.schema not in _NAMED:
            continue
        told = _INNER.fullmatch(text, mention.end, quotation.outer_start)
        chain = None if told is None else entity_of(annotations, number, mention.head)
        if told is None or chain is None:
            continue
        if not is_definite((told["the"] or "") + label):
            continue
        first = sentence.token_at(told.start("who"))
        giver = None if first is None else phrase_head(sentence, first)
        if giver is None or sentence[giver].end > told.end("who"):
            continue
        if _is_user(annotations, number, giver, told["on"].lower()):
            return chain, users_of(document, annotations, number, giver, chain)
    return None


def find_front(
    document: Document,
    annotations: Annotations,
    number: int,
    quotation: Quotation,
    named: str,
) -> tuple[Party, ...]:
    """Return Y of a sentence that begins "Among Y", "In the pages of Y".

    Args:
        document: Where they stand.
        annotations: Of the document.
        number: Sentence.
        quotation: Words in quotation marks.
        named: Chain of who bears the name.
    """
    sentence = annotations.sentences[number]
    opened = _OPENING.match(document.text[sentence.start : quotation.outer_start])
    first = None if opened is None else sentence.token_at(sentence.start + opened.end())
    giver = None if first is None else phrase_head(sentence, first)
    if opened is None or giver is None:
        return ()
    voice = is_voice(sentence[giver].lemma.lower())
    if not voice and opened["on"].lower() != "among":
        return ()
    return users_of(document, annotations, number, giver, named)


def _told(
    document: Document,
    annotations: Annotations,
    number: int,
    quotation: Quotation,
    beside: _Beside,
) -> tuple[Party, ...] | None:
    """Return who says of X that he is "the E", in a clause that hangs on saying it."""
    sentence = annotations.sentences[number]
    head = sentence.head_of(quotation.start, quotation.end)
    schema = annotations.chain_by_id[beside.chain].schema
    if not beside.is_told or head is None or schema not in _NAMED:
        return None
    above = sentence[head].head
    if sentence[head].deprel != "ccomp" or above < 0 or sentence.is_negated(head):
        return None
    if sentence[above].lemma.lower() not in _SAYING:
        return None
    article = beside.article + document.text[quotation.start : quotation.end]
    if not is_figure(sentence, head, article):
        return None
    subject = namer_of(annotations, number, above)
    return users_of(document, annotations, number, subject, beside.chain)


def _beside(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> _Beside | None:
    """Return who stands before a name, with "is" or a comma between."""
    text, sentence = document.text, annotations.sentences[number]
    first = sentence.token_at(quotation.outer_start)
    if first is None:
        return None
    for pattern in (_IS, _BESIDE):
        for token in range(first - 1, max(first - _NEAR, -1), -1):
            if sentence[token].upos not in _NOMINAL:
                continue
            told = pattern.fullmatch(text, sentence[token].end, quotation.outer_start)
            if told is None:
                continue
            mention = _ending_at(annotations, number, sentence[token].end)
            head = token if mention is None else mention.head
            chain = entity_of(annotations, number, head)
            if chain is not None:
                article = (told["the"] or "").lower()
                start = sentence.extent(token)[0] if mention is None else mention.start
                named = mention is not None and mention.kind is MentionKind.NAME
                return _Beside(
                    start, chain, named, is_told=pattern is _IS, article=article
                )
    return None


def _ending_at(annotations: Annotations, number: int, end: int) -> Mention | None:
    """Return the longest mention that ends somewhere."""
    return next(
        (
            mention
            for mention in annotations.mentions_by_sentence.get(number, ())
            if mention.end == end
        ),
        None,
    )


def _before(
    document: Document, annotations: Annotations, number: int, beside: _Beside
) -> tuple[Party, ...] | None:
    """Return Y of "to Y, X is", "to whom X is", "on whose pages X is"."""
    if not beside.is_told:
        return None
    text, sentence = document.text, annotations.sentences[number]
    start = beside.start
    whom = _TO_WHOM.search(text[sentence.start : start])
    if whom is not None and sentence.start + whom.start() > sentence.start:
        giver = sentence.token_at(sentence.start + whom.start() - 1)
        return users_of(document, annotations, number, giver, beside.chain)
    fronted = [*_FRONT.finditer(text[sentence.start : start])]
    for opened in reversed(fronted):
        first = sentence.token_at(sentence.start + opened.end())
        giver = None if first is None else phrase_head(sentence, first)
        if giver is None:
            continue
        end = sentence.extent(giver, without=frozenset({"acl", "appos", "nsubj"}))[1]
        if not _TITLES.fullmatch(text, min(end, start), start):
            continue
        if _is_user(annotations, number, giver, opened["on"].lower()):
            return users_of(document, annotations, number, giver, beside.chain)
    return None


def find_behind(
    document: Document,
    annotations: Annotations,
    number: int,
    quotation: Quotation,
    named: str,
    *,
    cause: bool = False,
) -> tuple[Party, ...] | None:
    """Return Y of "X is “the tenant” to Y", "“the fox” in the cartoons of Y".

    Args:
        document: Where they stand.
        annotations: Of the document.
        number: Sentence.
        quotation: Words in quotation marks.
        named: Chain of who bears the name.
        cause: Whether "for" tells why he is called so: "nicknamed “X” for his suits".
    """
    sentence = annotations.sentences[number]
    opened = _BEHIND.match(document.text, quotation.outer_end)
    if opened is None or opened.end() >= sentence.end:
        return None
    first = sentence.token_at(opened.end())
    giver = None if first is None else phrase_head(sentence, first)
    case = opened["on"].lower()
    if giver is None or (cause and case == "for"):
        return None
    if not _is_user(annotations, number, giver, case):
        return None
    return users_of(document, annotations, number, giver, named)


def _is_user(annotations: Annotations, number: int, token: int, case: str) -> bool:
    """Tell who may use a name from what else stands behind "to" and "in"."""
    if is_voice(annotations.sentences[number][token].lemma.lower()):
        return True
    mention = annotations.mention_headed(number, token)
    if case in _WITHIN:
        chain = None if mention is None else annotations.chain_by_id[mention.chain]
        return chain is not None and "media" in chain.types
    if mention is not None:
        return mention.schema in _NAMED
    reference = annotations.reference_by_head.get((number, token))
    kind = None if reference is None else reference.type
    return kind not in _WHEN if case in _TOWARDS else kind in _WHO
