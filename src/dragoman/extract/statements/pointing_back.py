"""Cues that point back at the sentence before: "This is what the minister said"."""

from collections.abc import Sequence

from dragoman.extract.statements.frames import frames_of
from dragoman.extract.statements.lexicon import tells_clause
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.said import is_said
from dragoman.extract.statements.sources import source_of
from dragoman.model.syntax import Sentence

_POINTS = frozenset({"this", "that", "these"})
_SAYINGS = frozenset({"remark", "statement", "comment", "announcement", "point"})
_MAKES = frozenset({"make", "give", "issue"})


def find_pointing_back(
    reading: Reading, index: int, found: Sequence[Attribution]
) -> Attribution | None:
    """Return who said the sentence before, if this sentence tells only that.

    "The road is open. This was announced by Ana Ruiz", "This is what she said in
    Lima", "She made the remarks on Monday".

    Args:
        reading: The document.
        index: Index of the sentence that may point back.
        found: What is attributed so far.
    """
    if index == 0 or reading.own_voice is not None:
        return None
    sentence, before = reading.sentences[index], reading.sentences[index - 1]
    if sentence.block != before.block:
        return None
    verb = _pointing(reading, sentence)
    if verb is None:
        verb = _making(sentence)
        if verb is None or any(
            one.sentence == index - 1 and one.act is not None for one in found[-24:]
        ):
            return None
    source = source_of(sentence, verb)
    if source is None or reading.quotation_at(sentence[verb].start) is not None:
        return None
    frames = frames_of(reading, sentence, verb) or {}
    start = reading.story_start(index - 1)
    tokens = (i for i, token in enumerate(before) if token.start >= start)
    content = reading.stretches(before, tokens)
    if not content or not is_said(sentence, verb, reading.lexicon):
        return None
    return Attribution(
        sentence=index,
        cue=verb,
        cue_span=(sentence[verb].start, sentence[verb].end),
        source=source,
        source_sentence=index,
        content=content,
        frame="clause",
        act=frames.get("clause") or "assert",
    )


def _pointing(reading: Reading, sentence: Sentence) -> int | None:
    """Return the cue of "This is what she said" and "This was stated by Ruiz"."""
    if sentence[0].text.lower() not in _POINTS:
        return None
    what = len(sentence) > 3 and sentence[2].text.lower() == "what"
    for verb, token in enumerate(sentence):
        if token.upos != "VERB" or not tells_clause(frames_of(reading, sentence, verb)):
            continue
        passive = sentence.is_passive(verb) and sentence.child(verb, "nsubj:pass") == 0
        if what or (passive and sentence.child(verb, "obl:agent") is not None):
            return verb
        return None
    return None


def _making(sentence: Sentence) -> int | None:
    """Return "made" of "Ruiz made the remarks in Lima"."""
    verb = sentence.root
    if verb < 0 or sentence[verb].lemma not in _MAKES or sentence[verb].tag != "VBD":
        return None
    made = sentence.child(verb, "obj")
    if made is None or sentence[made].lemma.lower() not in _SAYINGS:
        return None
    articles = {sentence[c].text.lower() for c in sentence.children(made, "det")}
    bare = not sentence.children(made, "amod", "nmod", "acl", "acl:relcl", "nmod:poss")
    return verb if bare and articles & {"the", "this", "these"} else None
