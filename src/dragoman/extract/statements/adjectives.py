"""Adjectives of a mind: "confident that", "willing to", "critical of".

They tell what somebody thinks or wants without his saying it: attributions, but no
statements.
"""

from collections.abc import Iterator

from dragoman.extract.statements.clauses import is_infinitive, subtree
from dragoman.extract.statements.frames import frames_of
from dragoman.extract.statements.lexicon import tells_clause
from dragoman.extract.statements.order import first_word, lead_in
from dragoman.extract.statements.raised import raised_to
from dragoman.extract.statements.reading import Attribution, Reading, Stretch
from dragoman.extract.statements.said import is_said
from dragoman.model.syntax import QUESTIONS, Sentence

_OPENING = QUESTIONS | {"if", "that"}
_ASKING = frozenset({"whether", "if"})
_CLAUSES = ("ccomp", "advcl", "xcomp", "csubj")


def find_adjective_attributions(reading: Reading, index: int) -> Iterator[Attribution]:
    """Yield what the adjectives of a sentence attribute."""
    sentence = reading.sentences[index]
    adjectives, impersonal = reading.lexicon.adjectives, reading.lexicon.impersonal
    minds = {*sentence.find_words(adjectives.keys()), *sentence.find_words(impersonal)}
    for place in sorted(minds):
        token = sentence[place]
        if token.upos not in {"ADJ", "VERB"}:
            continue
        word = token.text.lower()
        if word in impersonal:
            yield from _impersonal(reading, index, place)
        frames = adjectives.get(word)
        if frames is None or reading.quotation_at(token.start) is not None:
            continue
        source = _holder(sentence, place)
        if source is None:
            continue
        found = _content(reading, sentence, place, frames)
        if found is None:
            continue
        tokens, core = found
        content = reading.stretches(sentence, tokens)
        if content and source not in tokens:
            yield _attribute(index, sentence, place, source, content, core)


def _impersonal(reading: Reading, index: int, place: int) -> Iterator[Attribution]:
    """Read "it is unclear whether they will come": nobody's, but no plain fact."""
    sentence = reading.sentences[index]
    if reading.quotation_at(sentence[place].start) is not None:
        return
    for child in sentence.children(place, "csubj", "ccomp", "advcl"):
        opening = sentence[first_word(sentence, child)].text.lower()
        if child < place or opening not in _OPENING:
            continue
        content = reading.stretches(sentence, subtree(sentence, child))
        if content:
            yield _attribute(index, sentence, place, None, content, child)
            return


def _attribute(
    index: int,
    sentence: Sentence,
    place: int,
    source: int | None,
    content: tuple[Stretch, ...],
    core: int,
) -> Attribution:
    return Attribution(
        sentence=index,
        cue=place,
        cue_span=(sentence[place].start, sentence[place].end),
        source=source,
        source_sentence=index,
        content=content,
        frame="adjective",
        act=None,
        core=core,
    )


def _holder(sentence: Sentence, adjective: int) -> int | None:
    """Return of whom it is said: "Ruiz is confident", "leaders wary of"."""
    subject = sentence.child(adjective, "nsubj", "nsubj:pass")
    if subject is not None:
        if sentence[subject].text.lower() in {"it", "that", "this", "there", "what"}:
            return None
        if sentence[subject].tag in {"WP", "WDT"}:
            head = sentence[adjective].head
            relative = sentence[adjective].deprel == "acl:relcl" and head >= 0
            return head if relative else None
        return subject
    head, relation = sentence[adjective].head, sentence[adjective].deprel
    if head < 0:
        return None
    if relation == "xcomp":
        return sentence.child(head, "nsubj")
    if relation in {"amod", "acl"} and head < adjective:
        return head
    return None


def _own(sentence: Sentence, adjective: int, tokens: frozenset[int]) -> frozenset[int]:
    """Cut ", and plans to open a school" behind "is sure that they will come"."""
    for index in sorted(tokens):
        if index in tokens and raised_to(sentence, index) == adjective:
            tokens -= subtree(sentence, index)
    return tokens


def _content(
    reading: Reading, sentence: Sentence, adjective: int, frames: frozenset[str]
) -> tuple[frozenset[int], int] | None:
    for child in sentence.children(adjective, *_CLAUSES):
        if child < adjective:
            continue
        marks = {sentence[c].text.lower() for c in sentence.children(child, "mark")}
        infinitive = is_infinitive(sentence, child)
        if infinitive and "inf" in frames:
            if is_said(sentence, child, reading.lexicon) and tells_clause(
                frames_of(reading, sentence, child)
            ):
                # "was keen to stress that": she stressed it.
                continue
            return subtree(sentence, child), child
        subject = sentence.child(child, "nsubj", "nsubj:pass", "csubj")
        plain = subject is not None and "," not in lead_in(sentence, child)
        told = "that" in marks or (
            sentence[child].deprel == "ccomp" and marks <= _ASKING
        )
        if "clause" in frames and not infinitive and plain and told:
            return _own(sentence, adjective, subtree(sentence, child)), child
    for child in sentence.children(adjective, "obl", "advcl"):
        cases = sentence.children(child, "case", "mark")
        if child < adjective or not cases:
            continue
        if sentence[cases[0]].text.lower() in frames:
            return subtree(sentence, child) - {cases[0]}, child
    return None
