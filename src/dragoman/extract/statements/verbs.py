"""Reporting verbs: which frame of a verb fits, and how far its content goes."""

from collections.abc import Callable, Iterator

from dragoman.extract.statements.announced import find_announced, find_open_question
from dragoman.extract.statements.clauses import Found, find_clause
from dragoman.extract.statements.contact import find_contact
from dragoman.extract.statements.extents import extent_of
from dragoman.extract.statements.frames import frames_of
from dragoman.extract.statements.idioms import find_idiom
from dragoman.extract.statements.infinitives import (
    find_gerund,
    find_infinitive,
    find_object_infinitive,
    find_raised,
)
from dragoman.extract.statements.lexicon import Frames
from dragoman.extract.statements.objects import act_by_object
from dragoman.extract.statements.order import final_source, source_start
from dragoman.extract.statements.phrases import (
    find_object,
    find_object_and_phrase,
    find_phrase,
    find_prepositional_infinitive,
    is_quality,
)
from dragoman.extract.statements.pleas import find_plea
from dragoman.extract.statements.predicatives import (
    find_predicative,
    find_quoted_predicate,
)
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.said import is_said, is_withheld
from dragoman.extract.statements.set_off import (
    described_source,
    find_inverted,
    find_set_off,
)
from dragoman.extract.statements.sources import (
    container_of,
    governor,
    is_let_known,
    source_of,
    verb_lemma,
)
from dragoman.extract.statements.ultimatums import find_ultimatum
from dragoman.model.annotation import Schema
from dragoman.model.syntax import THINGS, Sentence

_FULL = frozenset({"clause", "obj-inf"})
_OF_PERSONS = ("ist", "man", "men", "woman", "women", "ian", "person", "people", "crat")
_PHONED = frozenset(
    {"say", "tell", "ask", "complain", "congratulate", "inform", "report", "thank"}
    | {"offer", "express", "discuss", "apologise", "apologize", "check", "invite"}
)
_PERSONAL = frozenset({"assure"})
_VERBAL = frozenset({"VERB", "AUX"})
_HUNG = frozenset({"csubj", "advcl", "xcomp", "acl", "amod", "ccomp"})
# In this order: the more of the sentence a frame explains, the sooner it is tried.
_FRAMES: tuple[tuple[str, Callable[[Sentence, int], Found | None]], ...] = (
    ("clause", find_clause),
    ("obj-inf", find_object_infinitive),
    ("inf", find_infinitive),
    ("gerund", find_gerund),
)


def find_verb_attributions(
    reading: Reading, index: int, used: frozenset[int]
) -> Iterator[Attribution]:
    """Yield what the reporting verbs of a sentence attribute.

    Args:
        reading: The document.
        index: Index of the sentence.
        used: Tokens of cues that quotations have taken already.
    """
    sentence = reading.sentences[index]
    for verb, token in enumerate(sentence):
        if token.upos not in _VERBAL or verb in used or token.tag == "NN":
            continue
        idiom = find_idiom(sentence, verb, reading.lexicon)
        frames = frames_of(reading, sentence, verb) if idiom is None else idiom[0]
        if not frames or reading.quotation_at(token.start) is not None:
            continue
        if is_filler(sentence, verb) or _is_from_office(sentence, verb):
            continue
        if _is_to_a_fate(sentence, verb):
            continue
        if not is_said(sentence, verb, reading.lexicon):
            if not is_withheld(sentence, verb):
                continue
            # What somebody does not say tells his mind, but is no statement.
            frames = dict.fromkeys(frames)
        elif token.lemma == "want" and _is_of_body(reading, index, verb):
            # "The union wants an inquiry": what a body wants, it has demanded.
            frames = {**frames, **dict.fromkeys(("object", "obj-inf"), "demand")}
        found = _content(reading, sentence, verb, frames) if idiom is None else idiom[1]
        if found is not None:
            act = act_by_object(reading, index, verb, found, frames[found.frame])
            frames = {**frames, found.frame: act}
            yield from _made(attribute(reading, index, verb, frames, found))


def _made(attribution: Attribution | None) -> tuple[Attribution, ...]:
    return () if attribution is None else (attribution,)


def _is_of_body(reading: Reading, index: int, verb: int) -> bool:
    """Tell whether a verb is done by a named body, or by a state."""
    source = source_of(reading.sentences[index], verb)
    if source is None:
        return False
    mention = reading.annotations.mention_headed(index, source)
    bodies = {Schema.ORGANIZATION, Schema.PLACE}
    return mention is not None and mention.schema in bodies


def _is_from_office(sentence: Sentence, verb: int) -> bool:
    """Tell "dismissed Prime Minister X", from office, from "dismissed the claim"."""
    dismissed = sentence.child(verb, "obj", "nsubj:pass")
    if sentence[verb].lemma.lower() != "dismiss" or dismissed is None:
        return False
    as_what = any(sentence.case_of(c) == "as" for c in sentence.children(verb, "obl"))
    named = (dismissed, *sentence.children(dismissed, "appos"))  # "his aide, X"
    person = any(sentence[one].entity.endswith("PERSON") for one in named)
    return person and not as_what


def _is_to_a_fate(sentence: Sentence, verb: int) -> bool:
    """Tell "condemned the clerk to death" from "condemned the attack"."""
    return sentence[verb].lemma.lower() == "condemn" and any(
        sentence.case_of(child) == "to" for child in sentence.children(verb, "obl")
    )


def is_filler(sentence: Sentence, verb: int) -> bool:
    """Tell "I quote" and "having said that, ...", which only lead over."""
    if verb == 0:
        return False
    before = sentence[verb - 1].text
    after = [token.text.lower() for token in sentence.tokens[verb + 1 : verb + 3]]
    return (before == "I" and sentence[verb].lemma == "quote") or (
        before.lower() == "having" and after == ["that", ","]
    )


def attribute(
    reading: Reading, index: int, verb: int, frames: Frames, found: Found
) -> Attribution | None:
    """Make an attribution of what a frame found, ``None`` where nobody can mean it."""
    sentence = reading.sentences[index]
    source = _source(reading, sentence, verb)
    if found.frame == "clause":
        described = described_source(sentence, verb)
        source = source if described is None else described
    relay = _relay(reading, sentence, verb, source)
    teller = _teller(sentence, verb) if found.frame == "clause" else None
    if teller is not None and source is not None:
        source, relay = teller, source
    # "Lawsuits seeking files" mean nothing by it.
    weak = sentence[verb].deprel == "acl" and found.frame not in _FULL
    if weak and source is not None and not may_mean(reading, sentence, source):
        return None
    if source is not None and _is_anybody(sentence, verb, source):
        return None
    hung = sentence[verb].deprel in _HUNG and not sentence.is_passive(verb)
    if source is None and hung:
        # "It is worth noting that", "let us focus on": nobody says it.
        return None
    tokens = extent_of(reading, sentence, verb, found, frames[found.frame])
    if source in tokens and source == final_source(sentence, verb):
        start = source_start(sentence, verb) or 0
        tokens = frozenset(token for token in tokens if token < start)
    if source is not None and source in tokens and source < verb < found.core:
        tokens -= frozenset(sentence.subtree(source))
    content = reading.stretches(sentence, tokens)
    if not content or source in tokens:
        return None
    last = verb if found.preposition != verb + 1 else verb + 1
    return Attribution(
        sentence=index,
        cue=verb,
        cue_span=(sentence[verb].start, sentence[last].end),
        source=source,
        source_sentence=index,
        content=content,
        frame=found.frame,
        act=frames[found.frame],
        addressees=found.told,
        core=found.core,
        relay=relay,
    )


def _is_anybody(sentence: Sentence, verb: int, source: int) -> bool:
    """Tell "a neighbour who complains should move": nobody in particular complains."""
    token = sentence[verb]
    if token.deprel != "acl:relcl" or token.head != source or token.tag != "VBZ":
        return False
    articles = {sentence[c].text.lower() for c in sentence.children(source, "det")}
    above = sentence[source].head
    unreal = above >= 0 and any(
        sentence[c].tag == "MD" for c in sentence.children(above, "aux")
    )
    return unreal and bool(articles & {"a", "an", "any", "every", "no"})


def may_mean(reading: Reading, sentence: Sentence, source: int) -> bool:
    """Tell whether a source can have a mind: "lawsuits seeking files" have none."""
    token = sentence[source]
    if token.upos == "PRON":
        return token.text.lower() not in THINGS
    if token.upos != "NOUN" or token.entity:
        return True
    lemma = token.lemma.lower()
    lexicon = reading.lexicon
    return (
        lemma in lexicon.speakers
        or lemma in lexicon.documents
        or lemma.endswith(_OF_PERSONS)
        or (token.tag == "NNS" and lemma.endswith(("er", "or")))
        or sentence.child(source, "appos") is not None
    )


def _source(reading: Reading, sentence: Sentence, verb: int) -> int | None:
    """Find who speaks; words inside a quotation do not govern those outside.

    A participle after a badly closed quotation is often parsed as part of it.
    """
    current = sentence[verb].head if is_let_known(sentence, verb) else verb
    while reading.quotation_at(sentence[current].start) is not None or (
        current == verb
        and sentence[verb].head >= 0
        and sentence.child(verb, "nsubj", "nsubj:pass") is None
        and reading.quotation_at(sentence[sentence[verb].head].start) is not None
    ):
        current = sentence[current].head
        if current < 0:
            return None
    if current != verb:
        while sentence[current].upos not in _VERBAL and sentence[current].head >= 0:
            current = sentence[current].head
    return source_of(sentence, current)


def _teller(sentence: Sentence, verb: int) -> int | None:
    """Return who told what somebody "heard from" him, or "learned from"."""
    if sentence[verb].lemma not in {"hear", "learn"}:
        return None
    for child in sentence.children(verb, "obl"):
        person = sentence[child].upos in {"PROPN", "PRON"}
        if person and sentence.case_of(child) == "from":
            return child
    return None


def _relay(
    reading: Reading, sentence: Sentence, verb: int, source: int | None
) -> int | None:
    """Find who brought it: "she delivered a letter in which he asked ..."."""
    noun = container_of(sentence, verb, reading.lexicon.documents)
    above = None if noun is None else governor(sentence, noun)
    if above is None or not is_said(sentence, above, reading.lexicon):
        return None
    if verb_lemma(sentence, above) not in reading.lexicon.relays:
        return None
    bearer = source_of(sentence, above)
    return None if bearer == source else bearer


def _content(
    reading: Reading, sentence: Sentence, verb: int, frames: Frames
) -> Found | None:
    found = find_plea(sentence, verb) if "plea" in frames else None
    if found is None:
        found = _clausal(reading, sentence, verb, frames)
    if found is not None:
        return found
    for finder in (
        find_prepositional_infinitive,
        find_object_and_phrase,
        find_ultimatum,
    ):
        found = finder(sentence, verb, frames)
        if found is not None:
            return found
    if "as" in frames:
        found = find_predicative(sentence, verb) or find_quoted_predicate(
            reading, sentence, verb
        )
        if sentence[verb].lemma == "give":
            return found if found is not None and _is_figure(sentence, found) else None
        if found is not None:
            return found
    found = find_object(sentence, verb) if "object" in frames else None
    if found is not None and sentence[verb].lemma in _PERSONAL:
        # "assured the safety of the guests" pledges it; "assured the guests" nothing.
        found = found if is_quality(sentence, found.core) else None
    if found is None or _is_trap(reading, sentence, verb, found):
        return find_phrase(sentence, verb, frames)
    heard = _is_voiced(reading, sentence, verb, found.core) or _speaks_itself(
        reading, sentence, verb, found.core
    )
    return None if heard else found


def _is_figure(sentence: Sentence, found: Found) -> bool:
    """Tell "gives the flow as 305" from "gave it as a present"."""
    return any(sentence[token].upos == "NUM" for token in found.tokens)


def _clausal(
    reading: Reading, sentence: Sentence, verb: int, frames: Frames
) -> Found | None:
    early: tuple[Callable[[Sentence, int], Found | None], ...] = (
        *((find_announced, find_open_question) if frames.get("clause") else ()),
        *((find_raised,) if "clause" in frames else ()),
        *((find_set_off, find_inverted, find_contact) if frames.get("clause") else ()),
    )
    for finder in early:
        found = finder(sentence, verb)
        if found is not None:
            return found
    for frame, find in _FRAMES:
        if frame in frames:
            found = find(sentence, verb)
            if found is None or _is_trap(reading, sentence, verb, found):
                continue
            if frame != "inf" or not _is_visit(sentence, verb, found.core):
                return found
    return None


def _is_visit(sentence: Sentence, verb: int, infinitive: int) -> bool:
    """Tell "called to say that", "called on Mali to pay" from "called to stop it"."""
    bare = verb + 1 < len(sentence) and sentence[verb + 1].tag == "TO"
    phoned = sentence[infinitive].lemma in _PHONED
    return sentence[verb].lemma == "call" and (phoned or not bare)


def _is_voiced(reading: Reading, sentence: Sentence, verb: int, noun: int) -> bool:
    """Tell whether the object is a noun of saying, read by rules of its own."""
    lexicon = reading.lexicon
    lemma = sentence[noun].lemma.lower()
    frames = lexicon.nouns.get(lemma) or lexicon.nouns.get(sentence[noun].text.lower())
    return (
        frames is not None
        and "self" in frames
        and sentence[verb].lemma in lexicon.supports
    )


def _speaks_itself(reading: Reading, sentence: Sentence, verb: int, text: int) -> bool:
    """Tell "issued a statement condemning the raid", where it tells the words."""
    if sentence[text].lemma.lower() not in reading.lexicon.documents:
        return False
    if verb_lemma(sentence, verb) not in reading.lexicon.supports:
        return False
    if any(sentence[c].lemma == "follow" for c in sentence.children(text, "amod")):
        return True  # "issued the following statement:"
    return any(
        (sentence[clause].tag == "VBG" or sentence[clause].deprel == "acl:relcl")
        and bool(frames_of(reading, sentence, clause))
        for clause in sentence.children(text, "acl", "acl:relcl")
    )


def _is_trap(reading: Reading, sentence: Sentence, verb: int, found: Found) -> bool:
    if found.frame != "object":
        return False
    nouns = reading.lexicon.not_said.get(sentence[verb].lemma)
    return nouns is not None and sentence[found.core].lemma.lower() in nouns
