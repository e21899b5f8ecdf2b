"""What somebody's words are: "his message was that ...", "what she said was that ...".

The content is the predicate, or what a colon spells out behind it: "Ana Ruiz's answer
was blunt: no pay, no work".
"""

from collections.abc import Iterator

from dragoman.extract.statements.clauses import find_told, subtree
from dragoman.extract.statements.frames import frames_of
from dragoman.extract.statements.lexicon import tells_clause
from dragoman.extract.statements.nouns import owner_of
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.sources import source_of
from dragoman.model.syntax import FINITE, Sentence

_BE = frozenset({"be"})
_CLEFTS = frozenset({"what", "all"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no"})
# The shortest that is told behind a colon, in words.
_SHORTEST = 2


def find_copular(reading: Reading, index: int) -> Iterator[Attribution]:
    """Yield what the predicates of a sentence tell for somebody's words."""
    sentence = reading.sentences[index]
    for copula in sentence.find_lemmas(_BE):
        predicate = sentence[copula].head
        if sentence[copula].deprel != "cop" or sentence[copula].tag not in FINITE:
            continue
        before = [c for c in sentence.children(predicate, "nsubj") if c < copula]
        if not before or reading.quotation_at(sentence[copula].start) is not None:
            continue
        found = _told(reading, sentence, before[-1], copula)
        if found is not None:
            attribution = _attribute(reading, index, found, copula, predicate)
            if attribution is not None:
                yield attribution


def _told(
    reading: Reading, sentence: Sentence, subject: int, copula: int
) -> tuple[int, int, str, tuple[int, ...]] | None:
    """Return cue, who speaks, act and who is told, ``None`` if nobody says it."""
    if sentence[subject].text.lower() in _CLEFTS:
        for verb in sentence.children(subject, "acl:relcl"):
            frames = frames_of(reading, sentence, verb)
            within = subject < verb < copula
            if frames is None or not tells_clause(frames) or not within:
                continue
            denied = any(
                sentence[c].text.lower() in _NOT for c in sentence.children(verb)
            )
            own = sentence.child(verb, "nsubj")
            source = None if own is None else source_of(sentence, verb)
            if source is not None and not denied:
                told = tuple(c for c in find_told(sentence, verb) if c < copula)
                return verb, source, frames["clause"] or "assert", told
        return None
    act = reading.lexicon.words_of.get(sentence[subject].lemma.lower())
    owner = None if act is None else owner_of(sentence, subject)
    if act is None or owner is None or owner > copula:
        return None
    if any(sentence[c].tag == "JJS" for c in sentence.children(subject, "amod")):
        return None  # "her best argument is that": nobody says she used it
    told = tuple(
        child
        for child in sentence.children(subject, "nmod")
        if sentence.case_of(child) == "to" and child < copula
    )
    return subject, owner, act, told


def _attribute(
    reading: Reading,
    index: int,
    told: tuple[int, int, str, tuple[int, ...]],
    copula: int,
    predicate: int,
) -> Attribution | None:
    sentence = reading.sentences[index]
    cue, source, act, hearers = told
    if copula + 1 < len(sentence) and sentence[copula + 1].text.lower() in _NOT:
        return None
    tokens, core = _content(sentence, copula, predicate)
    content = reading.stretches(sentence, tokens)
    if not content:
        return None
    return Attribution(
        sentence=index,
        cue=cue,
        cue_span=(sentence[cue].start, sentence[cue].end),
        source=source,
        source_sentence=index,
        content=content,
        frame="noun-clause",
        act=act,
        addressees=hearers,
        core=core,
    )


def _content(
    sentence: Sentence, copula: int, predicate: int
) -> tuple[frozenset[int], int]:
    """Return the tokens of what is told and their head."""
    opening = sentence[copula + 1] if copula + 1 < len(sentence) else None
    if opening is None:
        return frozenset(), -1
    clause = opening.text.lower() == "that" and opening.deprel == "mark"
    if predicate > copula and (clause or opening.tag == "TO"):
        inside = subtree(sentence, predicate)
        return frozenset(t for t in inside if t > copula), predicate
    colon = predicate + 1
    quality = sentence[predicate].upos == "ADJ" or sentence[predicate].lemma == "this"
    if predicate < copula or not quality or colon >= len(sentence):
        return frozenset(), -1
    rest = range(colon + 1, len(sentence))
    words = [place for place in rest if sentence[place].upos != "PUNCT"]
    if sentence[colon].text != ":" or len(words) < _SHORTEST:
        return frozenset(), -1
    tops = [place for place in words if sentence[place].head not in words]
    return frozenset(rest), tops[0] if len(tops) == 1 else -1
