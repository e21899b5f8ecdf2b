"""Clauses that a colon without quotation marks opens, or "whether"."""

from dragoman.extract.statements.clauses import Found, find_told, subtree
from dragoman.model.syntax import FINITE, SUBJECTS, Sentence
from dragoman.text.sayings import TELLING

_TELLS = TELLING | {
    "announce",
    "caution",
    "declare",
    "promise",
    "swear",
    "vow",
    "write",
}
_QUOTES = frozenset({"``", "''"})
_CLAUSAL = frozenset({"VERB", "AUX", "SCONJ"})
# Behind a colon that near marks are looked for.
_NEAR = 3


def find_announced(sentence: Sentence, verb: int) -> Found | None:
    """Read "We warn the lackeys of the king: unless you leave, ...", without marks.

    Whoever stands between a cue and its colon is told.
    """
    if sentence[verb].lemma not in _TELLS or sentence[verb].deprel == "acl:relcl":
        return None
    stop = len(sentence)
    colon = next((i for i in range(verb + 1, stop) if sentence[i].text == ":"), stop)
    if colon + _NEAR > stop or sentence.child(verb, *SUBJECTS) is None:
        return None
    if any(token.tag in _QUOTES for token in sentence.tokens[colon : colon + _NEAR]):
        return None
    if any(token.upos in _CLAUSAL for token in sentence.tokens[verb + 1 : colon]):
        return None
    behind = range(colon + 1, stop)
    ordered = sentence[colon + 1].tag == "VB"
    if not ordered and not any(sentence[i].tag in FINITE for i in behind):
        return None
    told = tuple(child for child in find_told(sentence, verb) if child < colon)
    return Found("clause", frozenset(behind), -1, told)


def find_open_question(sentence: Sentence, verb: int) -> Found | None:
    """Read "Whether the king fled, as Mali says, is unknown": that he fled."""
    marks = {sentence[c].text.lower() for c in sentence.children(verb, "mark")}
    if sentence[verb].deprel != "advcl" or marks != {"as"}:
        return None
    for clause in range(verb):
        opening = [
            mark
            for mark in sentence.children(clause, "mark")
            if sentence[mark].text.lower() == "whether"
        ]
        if opening:
            tokens = subtree(sentence, clause) - subtree(sentence, verb)
            inside = frozenset(t for t in tokens if opening[0] < t < verb)
            return Found("clause", inside, clause)
    return None
