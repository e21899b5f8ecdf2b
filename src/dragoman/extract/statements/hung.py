"""Clauses that the parse hung on the wrong word: premises, what a video tells."""

from dragoman.extract.statements.order import first_word
from dragoman.model.syntax import SUBJECTS, Sentence
from dragoman.text.sayings import GROUNDS

# What is done to a text: "in a video that it posted".
_PUBLISHED = frozenset(
    {"post", "publish", "release", "send", "write", "record", "broadcast", "share"}
    | {"air", "give", "make", "issue", "sign", "see", "obtain", "circulate", "deliver"}
    | {"read", "upload", "film", "describe", "call", "host", "attend", "hold", "hear"}
)


def is_premise(sentence: Sentence, verb: int, clause: int) -> bool:
    """Tell "should it stay" of "threatened to leave should it stay" from what is said.

    An infinitive stands before it, and its auxiliary before its subject.
    """
    first, _ = sentence.reach(clause)
    subject = sentence.child(clause, *SUBJECTS)
    inverted = (
        subject is not None
        and sentence[first].text.lower() in {"should", "were", "had"}
        and sentence[first].head == clause
        and first < subject
    )
    return inverted and any(
        verb < other < first
        and any(sentence[c].tag == "TO" for c in sentence.children(other, "mark"))
        for other in sentence.children(verb, "xcomp", "advcl")
    )


def is_told_there(sentence: Sentence, clause: int) -> bool:
    """Tell "in a video that more would follow" from "in a video that he posted"."""
    if sentence[clause].deprel != "acl:relcl" or sentence[clause].lemma in _PUBLISHED:
        return False
    that = sentence.child(clause, "obj", "nsubj", "mark")
    subjects = sentence.children(clause, *SUBJECTS)
    first = first_word(sentence, clause)
    return (
        that == first
        and sentence[first].text.lower() == "that"
        and any(subject > first for subject in subjects)
    )


def is_ground(sentence: Sentence, noun: int) -> bool:
    """Tell "on condition that Mali leave", behind which no other "that" opens it."""
    if sentence[noun].lemma not in GROUNDS:
        return False
    return [token.small for token in sentence.tokens[noun:]].count("that") == 1
