"""Attributions by cues that no list holds, as the reading model hints at them.

Rules come first: where they read a cue, or give its content to another one, a hint
adds nothing. What is found is an attitude, no act of speech: the model tells that
somebody says or wants something, not what he does by it.
"""

from collections.abc import Iterable, Iterator

from dragoman.extract.statements.clauses import (
    Found,
    find_clause,
    is_infinitive,
    subtree,
)
from dragoman.extract.statements.infinitives import (
    find_gerund,
    find_infinitive,
    find_object_infinitive,
)
from dragoman.extract.statements.nouns import has_lost_its_verb, owner_of
from dragoman.extract.statements.phrases import find_object
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.said import is_said
from dragoman.extract.statements.verbs import attribute, is_filler
from dragoman.model.syntax import Sentence

# What is believed to be an attribution; chosen on two thirds of the development half
# of PolNeAR, where lower odds cost more precision than they find.
LEAST = 0.5

# Other phrases ("weighed in on Friday about") are attributions less than one time in
# three there.
RELATIONS = frozenset({"obj", "ccomp", "acl", "nmod", "nsubj:pass"})

_OPEN = frozenset({"xcomp", "advcl", "acl"})


def find_hinted(
    reading: Reading, index: int, known: Iterable[Attribution]
) -> Iterator[Attribution]:
    """Yield what hints add to the attributions of a sentence.

    Args:
        reading: The document.
        index: Index of the sentence.
        known: What rules have found up to this sentence.
    """
    hints = reading.hints_by_sentence.get(index)
    if hints is None:
        return
    sentence = reading.sentences[index]
    here = [one for one in known if one.sentence == index]
    cues = {one.cue for one in here}
    cores = cues | {one.core for one in here}
    for hint in hints:
        if hint.odds < LEAST or hint.cue in cues or hint.core in cores:
            continue
        if sentence[hint.core].deprel not in RELATIONS:
            continue
        if reading.quotation_at(sentence[hint.cue].start) is not None:
            continue
        found = _attribute(reading, index, hint.cue, hint.core)
        if found is not None:
            cues.add(hint.cue)
            cores.add(hint.core)
            yield found


def _attribute(reading: Reading, index: int, cue: int, core: int) -> Attribution | None:
    sentence = reading.sentences[index]
    if sentence[cue].upos == "NOUN":
        return _of_noun(reading, index, cue, core)
    if is_filler(sentence, cue) or not is_said(sentence, cue, reading.lexicon):
        return None
    found = _content(sentence, cue, core)
    made = attribute(reading, index, cue, {found.frame: None}, found)
    return None if made is None or made.source is None else made


def _content(sentence: Sentence, cue: int, core: int) -> Found:
    """Read the content by the frame that fits, else take what hangs on the core."""
    relation = sentence[core].deprel
    found: Found | None = None
    if relation == "ccomp" and not is_infinitive(sentence, core):
        found = find_clause(sentence, cue)
    elif relation in _OPEN or relation == "ccomp":
        for find in (find_object_infinitive, find_infinitive, find_gerund):
            found = find(sentence, cue)
            if found is not None:
                break
    elif relation == "obj":
        found = find_object(sentence, cue)
    if found is not None and found.core == core:
        return found
    cases = sentence.children(core, "case")
    tokens = subtree(sentence, core) - frozenset(cases)
    if relation in _OPEN:
        tokens = frozenset(token for token in tokens if token > cue)
    return Found("hinted", tokens, core, (), cases[0] if cases else None)


def _of_noun(reading: Reading, index: int, cue: int, core: int) -> Attribution | None:
    sentence = reading.sentences[index]
    source = owner_of(sentence, cue)
    tokens = subtree(sentence, core) - frozenset(sentence.children(core, "case"))
    content = reading.stretches(sentence, tokens)
    if source is None or source in tokens or not content:
        return None
    if has_lost_its_verb(sentence, cue):
        return None
    return Attribution(
        sentence=index,
        cue=cue,
        cue_span=(sentence[cue].start, sentence[cue].end),
        source=source,
        source_sentence=index,
        content=content,
        frame="noun-hinted",
        act=None,
        core=core,
    )
