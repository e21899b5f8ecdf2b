"""Reporting verbs: which frame of a verb fits, and how far its content goes."""

from collections.abc import Callable, Iterator

from dragoman.extract.statements.clauses import Found, find_clause, subtree
from dragoman.extract.statements.infinitives import (
    find_gerund,
    find_infinitive,
    find_object_infinitive,
    find_raised,
)
from dragoman.extract.statements.lexicon import Frames, tells_clause
from dragoman.extract.statements.order import final_source, lead_in, source_start
from dragoman.extract.statements.phrases import (
    find_object,
    find_object_and_phrase,
    find_phrase,
    find_predicative,
    find_prepositional_infinitive,
    find_quoted_predicate,
)
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.run_on import find_run_on, runs_on
from dragoman.extract.statements.said import is_said, is_withheld
from dragoman.extract.statements.set_off import described_source, find_set_off
from dragoman.extract.statements.sources import (
    container_of,
    governor,
    is_let_known,
    raised_to,
    source_of,
    verb_lemma,
)
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence

_FULL = frozenset({"clause", "obj-inf"})
_NO_MINDS = frozenset({"it", "which", "that", "what", "this", "these"})
_OF_PERSONS = ("ist", "man", "men", "woman", "women", "ian", "person", "people", "crat")
_RAISED = frozenset({"VBG", "VBD", "VBN", "VBZ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBAL = frozenset({"VERB", "AUX"})
_CONDITIONAL = frozenset({"if", "unless", "provided", "providing"})
_HUNG = frozenset({"csubj", "advcl", "xcomp", "acl", "amod", "ccomp"})
_MEANWHILE = frozenset({"as", "while", "although", "though", "whereas"})
_TIMED = frozenset({"demand", "request", "pledge", "direct", "agree"})
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
        frames = frames_of(reading, sentence, verb)
        if not frames or reading.quotation_at(token.start) is not None:
            continue
        if is_filler(sentence, verb) or _is_from_office(sentence, verb):
            continue
        if not is_said(sentence, verb, reading.lexicon):
            if not is_withheld(sentence, verb):
                continue
            # What somebody does not say tells his mind, but is no statement.
            frames = dict.fromkeys(frames)
        elif token.lemma == "want" and _is_of_body(reading, index, verb):
            # "The union wants an inquiry": what a body wants, it has demanded.
            frames = {**frames, **dict.fromkeys(("object", "obj-inf"), "demand")}
        found = _content(reading, sentence, verb, frames)
        if found is None:
            continue
        attribution = attribute(reading, index, verb, frames, found)
        if attribution is not None:
            yield attribution


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
    dismissed = sentence.child(verb, "obj")
    if sentence[verb].lemma.lower() != "dismiss" or dismissed is None:
        return False
    as_what = any(sentence.case_of(c) == "as" for c in sentence.children(verb, "obl"))
    named = (dismissed, *sentence.children(dismissed, "appos"))  # "his aide, X"
    person = any(sentence[one].entity.endswith("PERSON") for one in named)
    return person and not as_what


def is_filler(sentence: Sentence, verb: int) -> bool:
    """Tell "I quote" and "having said that, ...", which only lead over."""
    if verb == 0:
        return False
    before = sentence[verb - 1].text
    after = [token.text.lower() for token in sentence.tokens[verb + 1 : verb + 3]]
    return (before == "I" and sentence[verb].lemma == "quote") or (
        before.lower() == "having" and after == ["that", ","]
    )


def frames_of(reading: Reading, sentence: Sentence, verb: int) -> Frames | None:
    """Return the frames of a verb, its particle counted in."""
    lemma = sentence[verb].lemma.lower()
    particle = sentence.child(verb, "compound:prt")
    if particle is not None:
        lemma = f"{lemma}_{sentence[particle].text.lower()}"
    elif is_let_known(sentence, verb):
        lemma = "let_know"
    elif lemma == "know" and sentence[verb].deprel == "xcomp":
        if sentence[sentence[verb].head].lemma in {"want", "wish", "demand", "ask"}:
            lemma = "want_to_know"
    elif lemma == "put" and verb + 1 < len(sentence):
        if sentence[verb + 1].text.lower() == "it":
            lemma = "put_it"
    elif lemma in {"make", "speak"} and verb + 1 < len(sentence):
        after = sentence[verb + 1].text.lower()
        if after in {"clear", "out"}:
            lemma = f"{lemma}_{after}"
    return reading.lexicon.verbs.get(lemma)


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
    if weak and source is not None and not _may_mean(reading, sentence, source):
        return None
    if source is not None and _is_anybody(sentence, verb, source):
        return None
    hung = sentence[verb].deprel in _HUNG and not sentence.is_passive(verb)
    if source is None and hung:
        # "It is worth noting that", "let us focus on": nobody says it.
        return None
    tokens = _extent(reading, sentence, verb, found, frames[found.frame])
    if source in tokens and source == final_source(sentence, verb):
        start = source_start(sentence, verb) or 0
        tokens = frozenset(token for token in tokens if token < start)
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


def _may_mean(reading: Reading, sentence: Sentence, source: int) -> bool:
    """Tell whether a source can have a mind: "lawsuits seeking files" have none."""
    token = sentence[source]
    if token.upos == "PRON":
        return token.text.lower() not in _NO_MINDS
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


def _extent(
    reading: Reading, sentence: Sentence, verb: int, found: Found, act: str | None
) -> frozenset[int]:
    """Return the tokens of a content: what is strayed added, what is aside cut."""
    tokens = found.tokens - {verb}
    if found.frame == "clause":
        tokens = _without_raised(reading, sentence, verb, tokens)
    else:
        tokens = _without_clauses(reading, sentence, tokens)
    after = found.frame != "clause" and found.core > verb
    if after and not sentence.is_passive(verb):
        tokens = frozenset(token for token in tokens if token > verb)
    if found.core >= 0 and (found.frame == "clause" or found.core > verb):
        tokens -= _aside(sentence, found.core)
    tokens = _without_cues(reading, sentence, found, tokens)
    if found.frame != "clause" and found.core > verb:
        tokens = _within_quotation(reading, sentence, found.core, tokens)
    if found.core > verb:
        if act in _TIMED and found.frame != "clause":
            tokens |= _deadline(sentence, verb, found.core)
        tokens |= _conditions(sentence, verb, found.core)
        if tokens and runs_on(found.frame):
            tokens |= find_run_on(sentence, verb, tokens)
        if found.frame != "clause":
            tokens |= _quoted_rest(reading, sentence, tokens)
    return tokens


def _quoted_rest(
    reading: Reading, sentence: Sentence, tokens: frozenset[int]
) -> frozenset[int]:
    """Return a quotation right behind: 'ruled out a truce "with men without word"'."""
    after = max(tokens, default=len(sentence)) + 1
    if after + 1 >= len(sentence):
        return frozenset()
    quotation = reading.quotation_at(sentence[after + 1].start)
    if quotation is None or sentence[after].start != quotation.outer_start:
        return frozenset()
    return frozenset(
        index
        for index in range(after, len(sentence))
        if sentence[index].start < quotation.end
    )


def _conditions(sentence: Sentence, verb: int, core: int) -> frozenset[int]:
    """Return conditions that the parser hung on the cue: "threatened to ... if"."""
    found: set[int] = set()
    for child in sentence.children(verb, "advcl", "advmod"):
        marks = {sentence[c].text.lower() for c in sentence.children(child, "mark")}
        marks.add(sentence[child].text.lower())
        if child > core and marks & _CONDITIONAL:
            found.update(sentence.subtree(child))
    return frozenset(found)


def _deadline(sentence: Sentence, verb: int, core: int) -> frozenset[int]:
    """Return the term of a demand: "asked for answers by Friday"."""
    found: set[int] = set()
    for child in sentence.children(verb, "obl"):
        if child > core and sentence.case_of(child) in {"by", "before", "within"}:
            found.update(sentence.subtree(child))
    return frozenset(found)


def _aside(sentence: Sentence, core: int) -> frozenset[int]:
    """Return what the report adds after a comma: ", as the North threatened ..."."""
    found: set[int] = set()
    for child in sentence.subtree(core):
        if child < core or sentence[child].deprel != "advcl":
            continue
        marks = {sentence[c].text.lower() for c in sentence.children(child, "mark")}
        comma = "," in lead_in(sentence, child)
        own = sentence.child(child, "nsubj") is not None
        near = sentence[child].head == core or marks & {"though", "although"}
        if comma and marks & _MEANWHILE and own and near:
            found.update(sentence.subtree(child))
    return frozenset(found)


def _within_quotation(
    reading: Reading, sentence: Sentence, core: int, tokens: frozenset[int]
) -> frozenset[int]:
    """End a quoted object with its quotation: 'regrets “the shot,” as if ...'."""
    quotation = reading.quotation_at(sentence[core].start)
    if quotation is None or not quotation.balanced:
        return tokens
    if reading.document.text[quotation.end - 1] not in ",.":
        return tokens
    return frozenset(t for t in tokens if sentence[t].start < quotation.end)


def _without_cues(
    reading: Reading, sentence: Sentence, found: Found, tokens: frozenset[int]
) -> frozenset[int]:
    """Cut what is said further: ", saying that ..." behind a content."""
    for index in sorted(tokens):
        token = sentence[index]
        if index <= found.core or token.tag != "VBG" or index not in tokens:
            continue
        comma = index > 0 and sentence[index - 1].text == ","
        quoted = reading.quotation_at(token.start) is not None
        if not comma or quoted or token.deprel not in {"advcl", "acl", "parataxis"}:
            continue
        frames = frames_of(reading, sentence, index)
        cue = tells_clause(frames)
        if cue:
            tokens -= frozenset(t for t in sentence.subtree(index) if t >= index)
    return tokens


def _without_clauses(
    reading: Reading, sentence: Sentence, tokens: frozenset[int]
) -> frozenset[int]:
    """Cut main clauses that were hung on a phrase: "called it void, and he left"."""
    for index in sorted(tokens):
        token = sentence[index]
        if index not in tokens or token.deprel not in {"conj", "parataxis"}:
            continue
        if token.tag not in _FINITE or sentence.child(index, "nsubj") is None:
            continue
        quoted = reading.quotation_at(token.start) is not None
        if not quoted and {",", ";"} & set(lead_in(sentence, index)):
            tokens -= subtree(sentence, index)
    return tokens


def _without_raised(
    reading: Reading, sentence: Sentence, verb: int, tokens: frozenset[int]
) -> frozenset[int]:
    """Cut further cues that belong to the same speaker: ", adding that ..."."""
    for index in sorted(tokens):
        if sentence[index].tag not in _RAISED or index not in tokens:
            continue
        raised = raised_to(sentence, index) == verb and bool(
            frames_of(reading, sentence, index)
        )
        if raised or _is_second_cue(reading, sentence, verb, index):
            tokens -= subtree(sentence, index)
    return tokens


def _is_second_cue(reading: Reading, sentence: Sentence, verb: int, index: int) -> bool:
    """Tell ", but he said that ..." behind what was said: a cue of its own."""
    token = sentence[index]
    if token.deprel != "conj" or index < verb or token.tag != sentence[verb].tag:
        return False
    if "," not in lead_in(sentence, index):
        return False
    subject = sentence.child(index, "nsubj")
    frames = frames_of(reading, sentence, index)
    speaks = frames is not None and frames.get("clause") in {"assert", "announce"}
    return (
        speaks
        and subject is not None
        and sentence[subject].text.lower() in {"he", "she", "they", "it"}
        and sentence.child(index, "ccomp") is not None
        and reading.quotation_at(token.start) is None
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
    found = _clausal(reading, sentence, verb, frames)
    if found is not None:
        return found
    for finder in (find_prepositional_infinitive, find_object_and_phrase):
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
    if found is None or _is_trap(reading, sentence, verb, found):
        return find_phrase(sentence, verb, frames)
    return None if _is_voiced(reading, sentence, verb, found.core) else found


def _is_figure(sentence: Sentence, found: Found) -> bool:
    """Tell "gives the flow as 305" from "gave it as a present"."""
    return any(sentence[token].upos == "NUM" for token in found.tokens)


def _clausal(
    reading: Reading, sentence: Sentence, verb: int, frames: Frames
) -> Found | None:
    if "clause" in frames:
        found = find_raised(sentence, verb)
        if found is not None:
            return found
    if frames.get("clause") is not None:
        found = find_set_off(sentence, verb)
        if found is not None:
            return found
    for frame, find in _FRAMES:
        if frame in frames:
            found = find(sentence, verb)
            if found is not None and not _is_trap(reading, sentence, verb, found):
                return found
    return None


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


def _is_trap(reading: Reading, sentence: Sentence, verb: int, found: Found) -> bool:
    if found.frame != "object":
        return False
    nouns = reading.lexicon.not_said.get(sentence[verb].lemma)
    return nouns is not None and sentence[found.core].lemma.lower() in nouns
