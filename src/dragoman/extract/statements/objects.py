"""What the object makes of a cue: one accepts a plan in words, refugees in deed."""

from dragoman.extract.statements.clauses import Found
from dragoman.extract.statements.phrase_parties import names_somebody
from dragoman.extract.statements.reading import Reading
from dragoman.extract.statements.sources import source_of
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence

# "A raft of updates" is of updates.
_AMOUNTS = frozenset(
    {"number", "raft", "series", "lot", "couple", "list", "range", "host", "handful"}
    | {"set", "string", "group", "majority", "dozen", "kind", "sort", "bit", "bunch"}
)
_SUMS = ("MONEY",)
_OFFERING = frozenset({"offer"})
_BLAME = frozenset({"responsibility", "blame", "fault", "liability", "guilt"})
_COURTS = frozenset({"court", "circuit", "tribunal", "judge", "panel"})
_GOT_TO_KNOW = frozenset({"hear", "learn"})
_MEASURES = frozenset({"degree", "extent"})


def act_by_object(
    reading: Reading, index: int, verb: int, found: Found, act: str | None
) -> str | None:
    """Return the act of a cue in the light of its object, ``None`` for a deed."""
    if act is None or found.core < 0:
        return act
    sentence = reading.sentences[index]
    lemma = sentence[verb].lemma.lower()
    if found.frame == "object":
        return _of_object(reading, index, lemma, found.core, act)
    if found.frame == "clause" and lemma in _GOT_TO_KNOW:
        return act if _is_publisher(reading, index, verb) else None
    if lemma == "suspect" and found.frame == "obj-of":
        return None if _is_of_one(reading, index, verb) else act
    if found.frame in {"to", "for"}:
        return None if _is_done(reading, index, verb, found) else act
    return act


def _is_publisher(reading: Reading, index: int, verb: int) -> bool:
    """Tell "the Post has learned that", "heard from Ruiz that" from what one learns."""
    sentence = reading.sentences[index]
    if any(sentence.case_of(c) == "from" for c in sentence.children(verb, "obl")):
        return True
    if any(sentence[c].tag == "VB" for c in sentence.children(verb, "ccomp")):
        return True  # "heard him tell the men to wait"
    source = source_of(sentence, verb)
    if source is None or sentence[verb].lemma != "learn":
        return False
    mention = reading.annotations.mention_headed(index, source)
    return mention is not None and mention.schema is Schema.ORGANIZATION


def _is_of_one(reading: Reading, index: int, verb: int) -> bool:
    """Tell what somebody suspects in his mind from what the police let be known."""
    sentence = reading.sentences[index]
    source = source_of(sentence, verb)
    if source is None:
        return False
    mention = reading.annotations.mention_headed(index, source)
    person = mention is not None and mention.schema is Schema.PERSON
    one = sentence[source].tag in {"NN", "PRP", "WP"} and sentence[verb].tag != "VBP"
    return person or one


def _of_object(
    reading: Reading, index: int, cue: str, core: int, act: str
) -> str | None:
    sentence, lexicon = reading.sentences[index], reading.lexicon
    noun = _counted(sentence, core)
    word = sentence[noun].lemma.lower()
    if cue == "accept" and word in _BLAME:
        return "assert"
    said = lexicon.only_said.get(cue)
    if said is not None:
        sum_offered = cue in _OFFERING and _is_sum(sentence, core)
        pointed = sentence[noun].upos in {"PRON", "DET"}
        quoted = reading.quotation_at(sentence[noun].start) is not None
        return act if word in said or sum_offered or pointed or quoted else None
    if cue in lexicon.done_to_persons and names_somebody(reading, index, noun):
        return None
    return act


def _counted(sentence: Sentence, noun: int) -> int:
    """Return the updates of "a raft of faulty updates"."""
    if sentence[noun].lemma.lower() not in _AMOUNTS:
        return noun
    for child in sentence.children(noun, "nmod"):
        if sentence.case_of(child) == "of":
            return child
    return noun


def _is_sum(sentence: Sentence, token: int) -> bool:
    return sentence[token].entity.endswith(_SUMS) or sentence[token].tag == "$"


def _is_done(reading: Reading, index: int, verb: int, found: Found) -> bool:
    """Tell "campaigned for the mayor", "appealed to the court" from calls for help.

    Whoever is appealed to is told something, but not in these words.
    """
    sentence = reading.sentences[index]
    cue, word = sentence[verb].lemma.lower(), sentence[found.core].lemma.lower()
    if found.frame == "for":
        return cue == "campaign" and names_somebody(reading, index, found.core)
    if cue == "appeal":
        return word in _COURTS or names_somebody(reading, index, found.core)
    if cue == "commit":
        mention = reading.annotations.mention_headed(index, found.core)
        place = mention is not None and mention.schema is not Schema.PERSON
        return place or word in _MEASURES
    return False
