"""Names in quotation marks that a verb gives: "A calls B “E”", "B, called “E”"."""

import re

from dragoman.extract.epithets.bearers import entity_of, is_thing
from dragoman.extract.epithets.labels import is_definite, is_plain
from dragoman.extract.epithets.users import (
    agents_of,
    is_voice,
    namer_of,
    users_of,
)
from dragoman.extract.epithets.words import Named, is_entity, load_words
from dragoman.model.annotation import (
    Annotations,
    Mention,
    MentionKind,
    Quotation,
    Schema,
)
from dragoman.model.claim import Party
from dragoman.model.document import Document
from dragoman.model.syntax import FINITE, Sentence

_GAP = 60  # code points between the verb and the name
_BESIDE = 2  # code points between a name and the participle behind it
# Between a name and whose it is: ", General", ", Energy Minister".
_COMMA = re.compile(r"\s*[,:]\s*(?:the\s+)?(?:[\w-]+\s+){0,4}")
_ADVERBS = r"(?:(?:only|now|simply|just|merely|routinely|henceforth)\s+)?"
_AS = re.compile(rf"[\s,]*{_ADVERBS}(?:as|the|an?|,)?\s*(?:the|an?)?\s*", re.IGNORECASE)
_AND = re.compile(r"[,\s]*(?:and|or)?\s*(?:also\s+)?(?:as\s+)?(?:(?:the|an?)\s+)?")
_BARE = re.compile(r"[\s,]*(?:the|an?)?\s*", re.IGNORECASE)
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
# "mocked Karam, once a friend, as"
_ASIDE = re.compile(r"\s*,[^,;:.\"“”]+,(?=\s*as\b[\w\s]*$)")
_ENDS_IN_AS = re.compile(r"\bas\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
# Verbs that name only with "as": "refers to him as".
_NEEDS_AS = frozenset({"refer", "describe"})
_ARTICLE_BEFORE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_ASIDES = frozenset({"acl", "appos", "punct"})
_FULL = ("nsubj", "nsubj:pass", "aux")
_DESCRIBING = frozenset({"acl", "amod", "advcl"})
_KNOWN_TO = frozenset({"to", "among", "amongst", "by"})
_WITHIN = frozenset({"in", "on"})
_IN_ROW = frozenset({"conj", "advcl", "parataxis"})
_SHORT = 6  # words of a name that any verb may give
_ROW = 3  # verbs
_HONOURING = frozenset({"name", "title", "crown", "declare", "pronounce", "make"})
_PERSONS = frozenset({"man", "woman", "person", "one", "he", "she", "what"})
_WOULD = frozenset({"will", "would", "could", "might", "may"})


def find_named(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Return who is named by whom: "A calls B “E”", "B, whom A calls “E”".

    Args:
        document: Where they stand.
        annotations: Of the document.
        number: Sentence.
        quotation: Words in quotation marks.
    """
    sentence = annotations.sentences[number]
    words = load_words()
    quoted = document.text[quotation.start : quotation.end]
    for verb in sentence.find_lemmas(words.verbs):
        token = sentence[verb]
        lemma = words.participles.get(token.lemma.lower(), token.lemma.lower())
        if token.end > quotation.outer_start:
            continue
        if not _is_given(sentence, verb):
            continue
        gap = document.text[token.end : quotation.outer_start]
        if len(gap) > _GAP or "(" in gap or " one of " in gap:
            continue  # "nicknamed “X” (pronounced “Y”)", "named one of “the Fifty”"
        others = annotations.quotations_from(token.end, quotation.outer_start)
        rest = gap[others[-1].outer_end - token.end :] if others else ""
        if _AND.fullmatch(rest) is None:
            continue  # what stands behind the quotation that names
        if not _may_name(sentence, lemma, gap, quotation):
            continue
        if lemma in words.calling_as and not _is_label(
            sentence, quotation, lemma, gap, quoted
        ):
            continue  # "described her as “tired”", "showed him as “a good man”"
        found = _named_by(document, annotations, number, verb, quotation)
        if found is None:
            continue
        person = annotations.chain_by_id[found[0]].schema is Schema.PERSON
        named = lemma == "know" and quoted != quoted.lower()
        named |= lemma == "dub" and token.tag == "VBN" and quoted[:1].isupper()
        if named and not person:
            continue  # a name like others: "known as “Daesh”", "dubbed “Iron Wall”"
        return found
    return _named_by_any(document, annotations, number, quotation)


def _is_given(sentence: Sentence, verb: int) -> bool:
    """Tell a verb that gives a name from "she will be called a traitor"."""
    if sentence.is_passive(verb) and not _WOULD.isdisjoint(sentence.auxiliaries(verb)):
        return False  # nobody has done so yet
    return sentence[verb].upos == "VERB" or _is_stative(sentence, verb)


def _is_stative(sentence: Sentence, verb: int) -> bool:
    """Tell "is mocked as", which the parse may read as an adjective."""
    return sentence[verb].upos == "ADJ" and "be" in sentence.auxiliaries(verb)


def _named_by_any(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Read "V her as “the X”" of any verb, where what is quoted can only be a name."""
    sentence, text = annotations.sentences[number], document.text
    before = text[sentence.start : quotation.outer_start]
    inner = text[quotation.start : quotation.end]
    first = sentence.token_at(quotation.start)
    named = _ENDS_IN_AS.search(before) is not None and inner.startswith("the ")
    if not named or first is None or len(inner.split()) > _SHORT:
        return None
    verb = first - 1
    while verb > 0 and sentence[verb].upos not in {"VERB", "AUX"}:
        verb -= 1
    plain = sentence[verb].lemma.lower() in load_words().plain_verbs
    if sentence[verb].upos != "VERB" or plain or sentence.is_negated(verb):
        return None
    if is_plain(sentence, quotation, inner):
        return None
    return _named_by(document, annotations, number, verb, quotation)


def _is_label(
    sentence: Sentence,
    quotation: Quotation,
    lemma: str,
    gap: str,
    quoted: str,
) -> bool:
    """Tell a name after verbs that describe as well: "the clerk", "Iron Kirsti"."""
    head = sentence.head_of(quotation.start, quotation.end)
    if head is None or is_plain(sentence, quotation, quoted):
        return False
    if sentence[head].lemma.lower() in load_words().loaded:
        return True
    the = quoted.lower().startswith("the ") or _THE.search(gap) is not None
    honour = lemma in _HONOURING  # "named “Miss Delta”"
    if the:
        return not (honour and sentence[head].upos == "PROPN")
    bare = is_definite(quoted) and _ARTICLE_BEFORE.search(gap) is None
    return not honour and bare and sentence[head].upos == "PROPN"


def _named_by(
    document: Document,
    annotations: Annotations,
    number: int,
    verb: int,
    quotation: Quotation,
) -> Named | None:
    """Return who is named by a verb, and by whom."""
    sentence = annotations.sentences[number]
    described = sentence[verb].tag == "VBN" and sentence[verb].deprel in _DESCRIBING
    told = sentence.child(verb, *_FULL, "obj")
    before = told is not None and sentence[told].start < quotation.start
    if sentence[verb].deprel == "advcl" and before:
        described = False  # "because he has called him"
    stative = _is_stative(sentence, verb)
    if sentence.is_passive(verb) or described or stative:
        first = sentence.token_at(quotation.start) or verb
        if any(sentence[one].tag in FINITE for one in range(verb + 1, first)):
            return None  # "the so-called State has said it has “determined”"
        found = _undergoer(annotations, number, verb)
        if found is None and not described:
            found = _target(document, annotations, number, verb, quotation)
        if found is None or not is_entity(annotations, found):
            return None
        return found, _knowing(document, annotations, number, verb, found)
    target = _same_object(annotations, number, verb) or _target(
        document, annotations, number, verb, quotation
    )
    if target is None or not is_entity(annotations, target):
        target = _object(document, annotations, number, verb, quotation)
    if target is None:
        target = _named_behind(document, annotations, number, verb, quotation)
    if target is None:
        return None
    subject = namer_of(annotations, number, verb)
    users = users_of(document, annotations, number, subject, target)
    if any(user.entity == target for user in users) and not _names_itself(
        sentence, verb, quotation
    ):
        other = _other_person(annotations, number, verb, target)
        return (target, ()) if other is None else (other, users)
    return target, users


def _same_object(annotations: Annotations, number: int, verb: int) -> str | None:
    """Return Lee of "denounced Lee, nicknamed him “X”": what stands in a row."""
    sentence = annotations.sentences[number]
    pronoun = sentence.child(verb, "obj", "obl")
    if pronoun is None or sentence[pronoun].tag != "PRP":
        return None
    above = verb
    for _ in range(_ROW):
        if sentence[above].deprel not in _IN_ROW or sentence[above].head < 0:
            return None
        above = sentence[above].head
        told = sentence.child(above, "obj")
        if told is None or sentence[told].tag == "PRP":
            continue
        found = entity_of(annotations, number, told)
        person = found and annotations.chain_by_id[found].schema is Schema.PERSON
        return found if person else None
    return None


def _names_itself(sentence: Sentence, verb: int, quotation: Quotation) -> bool:
    """Tell "calls himself", and "Ruiz says Ruiz is", from "calls him"."""
    return not any(
        token.tag == "PRP" and not token.text.lower().endswith(("self", "selves"))
        for token in sentence[verb + 1 :]
        if token.end <= quotation.outer_start
    )


def _other_person(
    annotations: Annotations, number: int, verb: int, named: str
) -> str | None:
    """Return whom "him" stands for if not the one who names: the last other person."""
    sentence = annotations.sentences[number]
    gender = {"him": "m", "her": "f"}.get(sentence[verb + 1].text.lower())
    for place in (number, number - 1):
        for mention in reversed(annotations.mentions_by_sentence.get(place, ())):
            if mention.start >= sentence[verb].start or mention.chain == named:
                continue
            chain = annotations.chain_by_id[mention.chain]
            fits = chain.schema is Schema.PERSON and chain.gender in {None, gender}
            if fits and is_entity(annotations, mention.chain):
                return mention.chain
    return None


def _may_name(sentence: Sentence, lemma: str, gap: str, quotation: Quotation) -> bool:
    """Tell whether a verb names with what stands between: "hailed him as “X”"."""
    if lemma in load_words().naming:
        if lemma in _NEEDS_AS and _ENDS_IN_AS.search(gap) is None:
            return False
        head = sentence.head_of(quotation.start, quotation.end)
        return head is None or sentence[head].upos not in {"ADJ", "VERB", "AUX"}
    if lemma in load_words().calling_as:
        return _ENDS_IN_AS.search(gap) is not None
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
        return entity_of(annotations, number, subject)
    above = sentence[verb].head
    if sentence[verb].deprel not in _DESCRIBING or above < 0:
        return None
    if sentence[verb].deprel == "advcl":
        return described_ahead(annotations, number, verb)
    if sentence[above].deprel == "conj":
        return None  # "Travers and Coons, nicknamed": both
    return entity_of(annotations, number, above)


def described_ahead(annotations: Annotations, number: int, verb: int) -> str | None:
    """Return Y of "Nicknamed “X” by his men, Y left", and of "Y, nicknamed “X”,"."""
    sentence = annotations.sentences[number]
    if sentence.child(verb, *_FULL) is not None:
        return None
    for mention in annotations.mentions_by_sentence.get(number, ()):
        between = sentence[verb].start - mention.end
        if 0 <= between <= _BESIDE and is_entity(annotations, mention.chain):
            return mention.chain
    return entity_of(annotations, number, sentence.subject(sentence[verb].head))


def _knowing(
    document: Document, annotations: Annotations, number: int, verb: int, named: str
) -> tuple[Party, ...]:
    """Return who uses a name in the passive: "by X", "known to X as"."""
    sentence = annotations.sentences[number]
    found = list(agents_of(annotations, number, verb))
    for child in sentence.children(verb, "obl:agent", "obl"):
        agent = sentence[child].deprel == "obl:agent"
        known = sentence[verb].lemma.lower() == "know"
        case = sentence.case_of(child)
        voice = case in _WITHIN and is_voice(sentence[child].lemma.lower())
        if (agent and not found) or (
            not agent and (voice or (known and case in _KNOWN_TO))
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
    if not (named and whole and _AS.fullmatch(between)):
        return None
    thing = is_thing(outer.text) or _is_within(sentence, verb, outer)
    return None if thing else outer.chain


def _object(
    document: Document,
    annotations: Annotations,
    number: int,
    verb: int,
    quotation: Quotation,
) -> str | None:
    """Return whom a verb has for its object: "mocked her on air as", "calls them"."""
    sentence = annotations.sentences[number]
    gap = document.text[sentence[verb].end : quotation.outer_start]
    as_name = _ENDS_IN_AS.search(gap) is not None
    for child in range(verb + 1, len(sentence)):
        if sentence[child].end > quotation.outer_start:
            return None
        if not _is_object(sentence, verb, child):
            continue
        end = sentence.extent(child, without=_ASIDES)[1]
        beside = _AS.fullmatch(document.text, end, quotation.outer_start)
        if as_name or beside:
            return entity_of(annotations, number, child)
    return None


def _is_object(sentence: Sentence, verb: int, token: int) -> bool:
    """Tell whom a verb acts upon; a pronoun right behind it is, whatever the tree."""
    word = sentence[token]
    if token == verb + 1 and word.upos == "PRON":
        return True
    if word.head != verb:
        return False
    aimed = word.deprel == "obl" and sentence.case_of(token) in {"to", "at", "of"}
    return aimed or word.deprel in {"obj", "iobj"}


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
    document: Document,
    annotations: Annotations,
    number: int,
    verb: int,
    quotation: Quotation,
) -> str | None:
    """Return X of "the man whom they call “the butcher”, X"."""
    sentence = annotations.sentences[number]
    above = sentence[verb].head
    relative = sentence[verb].deprel in {"acl:relcl", "acl"} and above >= 0
    if not relative or sentence[above].lemma.lower() not in _PERSONS:
        return None
    for mention in annotations.mentions_by_sentence.get(number, ()):
        if mention.kind is not MentionKind.NAME or mention.schema is not Schema.PERSON:
            continue
        if mention.start >= quotation.outer_end:
            between = document.text[quotation.outer_end : mention.start]
            beside = _COMMA.fullmatch(between) is not None
            return mention.chain if beside else None
    return None


def _relative_target(annotations: Annotations, number: int, verb: int) -> str | None:
    sentence = annotations.sentences[number]
    if sentence[verb].deprel == "acl:relcl":
        above = sentence[verb].head
        if sentence[above].text.lower() == "what":
            return None  # "rammed, in what the minister branded “piracy”"
        found = entity_of(annotations, number, above)
        if found is not None:
            return found
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
