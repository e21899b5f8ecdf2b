"""Names in quotation marks that somebody gives: "whom A calls “X”", "known as “X”"."""

import re
from collections.abc import Iterator

from dragoman.extract.epithets_beside import find_beside, find_name_for
from dragoman.extract.epithets_eyes import find_eyes
from dragoman.extract.epithets_nicknames import find_bearer, find_givers
from dragoman.extract.epithets_users import agents_of, users_of
from dragoman.extract.epithets_words import Epithet, is_entity, load_words
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
from dragoman.model.syntax import Sentence

_LONGEST = 10
_NICKNAME = 3  # words of one that is written like a name
_STEPS = 3
_SHORT = 6  # words of a name that any verb may give
_DEFINITE = re.compile(r"the\s+\w|(?:[A-Z][\w’'-]+\s?){1,3}$")
_GAP = 60  # code points between the verb and the name
_NEAR = 12  # code points between a name and what is said of it
_ADVERBS = r"(?:(?:only|now|simply|merely|routinely|henceforth)\s+)?"
# "mocked her on air as", "addresses him only as"
_WHERE = r"(?:(?:on|in|at|during|before)\s+[\w’' ]{2,25}?\s+(?=as\s))?"
_AS = re.compile(
    rf"[\s,]*{_WHERE}{_ADVERBS}(?:as|the|an?|,)?\s*(?:the|an?)?\s*",
    re.IGNORECASE,
)
_BARE = re.compile(r"[\s,]*(?:the|an?)?\s*", re.IGNORECASE)
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
# "mocked Karam, once a friend, as"
_ASIDE = re.compile(r"\s*,[^,;:.\"“”]+,(?=\s*as\b[\w\s]*$)")
_ENDS_IN_AS = re.compile(r"\bas\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
# "“X,” as they call him", "“X” is what they call him".
_TURNED = re.compile(r"[\s,]*(?:as|is what|was what)\s", re.IGNORECASE)
_OPEN = frozenset({"advcl", "obl", "xcomp", "ccomp"})
# Verbs that name only with "as": "refers to him as".
_NEEDS_AS = frozenset({"refer", "describe"})
_KNOWN_TO = frozenset({"to", "among", "amongst", "by", "in"})
_ARTICLE = re.compile(r"(?:(?:an?|the)\s+)?", re.IGNORECASE)
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PERSONS = frozenset({"man", "woman", "person", "one", "he", "she"})

_Named = tuple[str, tuple[Party, ...]]


def find_quoted(document: Document, annotations: Annotations) -> Iterator[Epithet]:
    """Yield names in quotation marks with whom they name and who uses them."""
    for quotation in annotations.quotations:
        inner = document.text[quotation.start : quotation.end]
        number = annotations.sentence_at(quotation.start)
        end = quotation.start + len(inner.rstrip(" ,.;:!?"))
        if number is None or end <= quotation.start or len(inner.split()) > _LONGEST:
            continue
        token = annotations.sentences[number].token_at(quotation.start)
        if token is None:
            continue
        named = _named(document, annotations, number, quotation)
        if named is not None:
            yield Epithet(named[0], quotation.start, end, number, token, named[1])


def _named(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> _Named | None:
    """Return who is named and by whom, by what stands before the name or behind."""
    sentence = annotations.sentences[number]
    inner = document.text[quotation.start : quotation.end]
    before = document.text[sentence.start : quotation.outer_start]
    shown = load_words().nickname.search(before)
    if shown is not None:
        offset = sentence.start + shown.start("noun")
        return _nicknamed(document, annotations, number, sentence.token_at(offset))
    named = (
        find_beside(document, annotations, number, quotation)
        or find_name_for(document, annotations, number, quotation)
        or find_eyes(document, annotations, number, quotation)
        or _turned(document, annotations, number, quotation)
    )
    capital = inner[:1].isupper()
    bare = _ARTICLE.match(inner).group() == ""  # type: ignore[union-attr]  # matches always
    if named is not None or (capital and bare and len(inner.split()) > _NICKNAME):
        return named
    named = _named_so(document, annotations, number, quotation)
    known = load_words().known_as.search(before)
    if named is None and known is not None and not capital:
        target = _described_by(annotations, number, sentence.start + known.start())
        return None if target is None else (target, ())
    return named


def _nicknamed(
    document: Document, annotations: Annotations, number: int, noun: int | None
) -> _Named | None:
    """Read "earned him the nickname “X” among his men"."""
    if noun is None:
        return None
    sentence = annotations.sentences[number]
    target = _chain(annotations, number, find_bearer(sentence, noun, load_words()))
    if target is None:
        return None
    users = [
        party
        for giver in find_givers(sentence, noun, load_words())
        for party in users_of(document, annotations, number, giver, target)
    ]
    return target, tuple(dict.fromkeys(users))


def _chain(annotations: Annotations, number: int, token: int | None) -> str | None:
    """Return the entity that a word stands for."""
    if token is None:
        return None
    mention = annotations.mention_headed(number, token)
    chain = None if mention is None else mention.chain
    return chain if is_entity(annotations, chain) else None


def _described_by(annotations: Annotations, number: int, offset: int) -> str | None:
    """Return whom a participle describes: "X, commonly known as"."""
    sentence = annotations.sentences[number]
    token = sentence.token_at(offset)
    if token is not None and _is_active(sentence, token):
        return None  # "what the minister branded “piracy”", "he has referred to as"
    steps = 0
    while token is not None and token >= 0 and steps < 6:
        mention = annotations.mention_headed(number, token)
        if mention is not None and is_entity(annotations, mention.chain):
            return mention.chain
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
    return sentence[verb].tag in _FINITE or helped


def _named_so(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> _Named | None:
    """Return who is named by whom: "A calls B “E”", "B, whom A calls “E”"."""
    sentence = annotations.sentences[number]
    words = load_words()
    quoted = document.text[quotation.start : quotation.end].lower()
    for verb in sentence.find_lemmas(words.verbs):
        token = sentence[verb]
        lemma = words.participles.get(token.lemma.lower(), token.lemma.lower())
        stative = token.upos == "ADJ" and "be" in sentence.auxiliaries(verb)
        if not (token.upos == "VERB" or stative) or token.end > quotation.outer_start:
            continue
        gap = document.text[token.end : quotation.outer_start]
        if len(gap) > _GAP or "(" in gap:
            continue  # "nicknamed “X” (pronounced “Y”)"
        if not _may_name(sentence, lemma, gap, quotation):
            continue
        if lemma == "describe" and not (quoted.startswith("the ") or _THE.search(gap)):
            continue  # "described her as “tired”"
        found = _named_by(document, annotations, number, verb, quotation)
        if found is not None:
            return found
    return _named_by_any(document, annotations, number, quotation)


def _named_by_any(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> _Named | None:
    """Read "V her as “the X”" of any verb, where what is quoted can only be a name."""
    sentence, text = annotations.sentences[number], document.text
    head = text[sentence.start : quotation.outer_start]
    inner = text[quotation.start : quotation.end].rstrip(" ,.;:!?")
    if not _ENDS_IN_AS.search(head) or not _DEFINITE.match(inner):
        return None
    if len(inner.split()) > _SHORT or not _is_noun(sentence, quotation):
        return None
    first = sentence.token_at(quotation.start)
    at = first if first is not None else 0
    while at > 0 and sentence[at].upos not in {"VERB", "AUX"}:
        at -= 1
    plain = sentence[at].lemma.lower() in load_words().plain_verbs
    if sentence[at].upos != "VERB" or plain or sentence.is_negated(at):
        return None
    return _named_by(document, annotations, number, at, quotation)


def _named_by(
    document: Document,
    annotations: Annotations,
    number: int,
    verb: int,
    quotation: Quotation,
) -> _Named | None:
    """Return who is named by a verb, and by whom."""
    sentence = annotations.sentences[number]
    described = sentence[verb].tag == "VBN" and sentence[verb].deprel in {"acl", "amod"}
    stative = sentence[verb].upos == "ADJ"  # "is mocked as": so the parse may read it
    if _opens(sentence, verb):
        # "Known in the camps as “the Tailor”, X supplied"
        found = _named_next(annotations, number, quotation)
        return None if found is None else (found, agents_of(annotations, number, verb))
    if sentence.is_passive(verb) or described or stative:
        first = sentence.token_at(quotation.start) or verb
        if any(sentence[one].tag in _FINITE for one in range(verb + 1, first)):
            return None  # "the so-called State has said it has “determined”"
        found = _undergoer(annotations, number, verb)
        if found is None and not described:
            found = _target(document, annotations, number, verb, quotation)
        if found is None or not is_entity(annotations, found):
            return None
        users = _knowing(document, annotations, number, verb, found)
        return found, users or _behind(document, annotations, number, quotation, found)
    target = _target(document, annotations, number, verb, quotation)
    if target is None or not is_entity(annotations, target):
        target = _named_behind(annotations, number, verb, quotation)
    if target is None:
        return None
    inventor = _behind(document, annotations, number, quotation, target)
    if inventor:
        return target, inventor  # "shows her as “X”, a name invented by Y"
    subject = _namer(sentence, verb)
    users = users_of(document, annotations, number, subject, target)
    return target, users or _right_before(annotations, number, verb, target)


def _right_before(
    annotations: Annotations, number: int, verb: int, named: str
) -> tuple[Party, ...]:
    """Return X of "on Sunday X called her", wherever the parse hangs X."""
    mention = annotations.mention_covering(number, verb - 1) if verb else None
    if mention is None or mention.chain == named:
        return ()
    acts = mention.kind is MentionKind.NAME and mention.schema is not Schema.PLACE
    return parties_of_chain(annotations, mention.chain) if acts else ()


def _opens(sentence: Sentence, verb: int) -> bool:
    """Tell whether a participle opens its sentence, before him whom it describes."""
    opening = sentence[verb].tag == "VBN" and sentence[verb].deprel == "advcl"
    return opening and all(sentence[one].upos == "ADV" for one in range(verb))


def _named_next(
    annotations: Annotations, number: int, quotation: Quotation
) -> str | None:
    """Return X of "“the Tailor”, X supplied": the name right behind."""
    for mention in annotations.mentions_by_sentence.get(number, ()):
        near = 0 <= mention.start - quotation.outer_end <= _NEAR
        if near and mention.kind is MentionKind.NAME:
            return mention.chain if is_entity(annotations, mention.chain) else None
    return None


def _behind(
    document: Document,
    annotations: Annotations,
    number: int,
    quotation: Quotation,
    named: str,
) -> tuple[Party, ...]:
    """Return Y of "is styled “X”, chiefly by Y", wherever the parse hangs it."""
    sentence = annotations.sentences[number]
    opened = load_words().named_by.match(
        document.text, quotation.outer_end, sentence.end
    )
    first = None if opened is None else sentence.token_at(opened.end())
    if first is None:
        return ()
    for mention in annotations.mentions_by_sentence.get(number, ()):
        between = document.text[sentence[first].start : mention.start]
        plain = not any(mark in between for mark in ',;:.–—"“”(')
        if mention.start < sentence[first].start or not plain or len(between) > _GAP:
            continue
        if mention.kind is MentionKind.NAME:
            return parties_of_chain(annotations, mention.chain)
    head = sentence.head_of(*sentence.extent(first))
    while head is not None and sentence[head].upos not in {"NOUN", "PROPN", "PRON"}:
        head = sentence[head].head if sentence[head].head > head else None
    return users_of(document, annotations, number, head, named)


def _may_name(sentence: Sentence, lemma: str, gap: str, quotation: Quotation) -> bool:
    """Tell whether a verb names with what stands between: "hailed him as “X”"."""
    if lemma in load_words().naming:
        head = sentence.head_of(quotation.start, quotation.end)
        return head is None or sentence[head].upos != "ADJ"
    first = sentence.token_at(quotation.start)
    if lemma == "know" and first is not None and sentence[first].text[:1].isupper():
        return False  # a name like others: "known as “Abu Salim”"
    return _ENDS_IN_AS.search(gap) is not None and _is_noun(sentence, quotation)


def _is_noun(sentence: Sentence, quotation: Quotation) -> bool:
    """Tell whether a name is one: "dismissed him as “weak”" gives none."""
    head = sentence.head_of(quotation.start, quotation.end)
    return head is not None and sentence[head].upos in {"NOUN", "PROPN"}


def _undergoer(annotations: Annotations, number: int, verb: int) -> str | None:
    """Return who is named in the passive: its subject, or what it describes."""
    sentence = annotations.sentences[number]
    subject = sentence.subject(verb)
    if subject is not None:
        mention = annotations.mention_headed(number, subject)
        return None if mention is None else mention.chain
    above = sentence[verb].head
    if sentence[verb].deprel not in {"acl", "amod"} or above < 0:
        return None
    if sentence[above].deprel == "conj":
        return None  # "Travers and Coons, nicknamed": both
    return _chain(annotations, number, above)


def _knowing(
    document: Document, annotations: Annotations, number: int, verb: int, named: str
) -> tuple[Party, ...]:
    """Return who uses a name in the passive: "by X", "known to X as"."""
    sentence = annotations.sentences[number]
    found = list(agents_of(annotations, number, verb))
    for child in sentence.children(verb, "obl:agent", "obl"):
        agent = sentence[child].deprel == "obl:agent"
        known = sentence[verb].lemma.lower() == "know"
        if (agent and not found) or (
            known and not agent and sentence.case_of(child) in _KNOWN_TO
        ):
            found.extend(users_of(document, annotations, number, child, named))
    return tuple(dict.fromkeys(found))


def _target(
    document: Document,
    annotations: Annotations,
    number: int,
    verb: int,
    quotation: Quotation,
) -> str | None:
    """Return who stands between a naming verb and the name, or before "whom"."""
    sentence = annotations.sentences[number]
    token = sentence[verb]
    gap = document.text[token.end : quotation.outer_start]
    aside = _ASIDE.search(gap)
    open_end = quotation.outer_start if aside is None else token.end + aside.start()
    inside = [
        mention
        for mention in annotations.mentions_by_sentence.get(number, ())
        if token.end <= mention.start and mention.end <= open_end
    ]
    if not inside:
        names = token.lemma.lower() in load_words().naming
        bare = _AS.fullmatch(gap) or (names and _BARE.fullmatch(gap))
        return _relative_target(annotations, number, verb) if bare else None
    # "the army's chief, Lee": the outermost, then nothing but "as"
    last = max(mention.end for mention in inside)
    outer = min((one for one in inside if one.end == last), key=lambda one: one.start)
    behind = 0 if aside is None else aside.end()
    between = document.text[last:open_end] if aside else ""
    between += document.text[max(last, token.end + behind) : quotation.outer_start]
    named = " as" in between or token.lemma.lower() not in _NEEDS_AS
    whole = inside[0].start == outer.start or inside[0].chain == outer.chain
    # "the party's candidate, Lee"
    told = document.text[inside[0].start : outer.start]
    whole = whole or re.fullmatch(r"[^,;:.]+, ", told) is not None
    if not (named and whole and _AS.fullmatch(between)):
        return None
    return None if _is_within(sentence, verb, outer) else outer.chain


def _is_within(sentence: Sentence, verb: int, mention: Mention) -> bool:
    """Tell "the bases in Iraq" from Iraq: the name is part of what is called so."""
    if sentence[verb].lemma.lower() in _NEEDS_AS:
        return False  # "refers to Iraq as"
    between = range(verb + 1, mention.head)
    return any(
        sentence[one].upos == "ADP" and sentence[one].end <= mention.start
        for one in between
    )


def _named_behind(
    annotations: Annotations, number: int, verb: int, quotation: Quotation
) -> str | None:
    """Return X of "the man whom they call “the butcher”, X"."""
    sentence = annotations.sentences[number]
    above = sentence[verb].head
    relative = sentence[verb].deprel == "acl:relcl" and above >= 0
    if not relative or sentence[above].lemma.lower() not in _PERSONS:
        return None
    for mention in annotations.mentions_by_sentence.get(number, ()):
        near = 0 <= mention.start - quotation.outer_end <= _NEAR
        if near and mention.schema is Schema.PERSON:
            named = mention.kind is MentionKind.NAME
            return mention.chain if named else None
    return None


def _turned(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> _Named | None:
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
        if token.lemma.lower() not in load_words().naming:
            return None
        target = _chain(annotations, number, sentence.child(verb, "obj"))
        subject = sentence.subject(verb)
        if target is None or subject is None:
            return None
        return target, users_of(document, annotations, number, subject, target)
    return None


def _namer(sentence: Sentence, verb: int) -> int | None:
    """Return who gives the name, also in "pages took to calling him"."""
    while verb >= 0 and sentence.subject(verb) is None:
        if sentence[verb].tag != "VBG" or sentence[verb].deprel not in _OPEN:
            return None
        verb = sentence[verb].head
    return sentence.subject(verb)


def _relative_target(annotations: Annotations, number: int, verb: int) -> str | None:
    sentence = annotations.sentences[number]
    if sentence[verb].deprel == "acl:relcl":
        above = sentence[verb].head
        if sentence[above].text.lower() == "what":
            return None  # "rammed, in what the minister branded “piracy”"
        for _ in range(_STEPS):  # "X, a former teacher whom his men call"
            mention = annotations.mention_headed(number, above)
            if mention is not None and is_entity(annotations, mention.chain):
                return mention.chain
            if sentence[above].deprel != "appos":
                break
            above = sentence[above].head
    beside = _before_whom(annotations, number, verb)
    if beside is not None:
        return beside
    for child in sentence.children(verb):
        if sentence[child].text.lower() in {"whom", "who", "which"}:
            mention = annotations.mention_headed(number, child)
            if mention is not None:
                return mention.chain
    return None


def _before_whom(annotations: Annotations, number: int, verb: int) -> str | None:
    """Return X of "the killing of X, whom they mock as", whatever the tree says."""
    sentence = annotations.sentences[number]
    for token in range(verb - 1, 0, -1):
        if sentence[token].text.lower() != "whom":
            continue
        before = token - 1 if sentence[token - 1].text == "," else token
        for mention in annotations.mentions_by_sentence.get(number, ()):
            beside = mention.end == sentence[before - 1].end
            if beside and mention.kind is MentionKind.NAME:
                return mention.chain
        return None
    return None
