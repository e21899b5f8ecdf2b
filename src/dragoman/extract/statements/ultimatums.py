"""Terms that are set: "gave the mayor until Friday to resign"."""

from dragoman.extract.statements.clauses import Found, is_infinitive, subtree
from dragoman.extract.statements.lexicon import Frames
from dragoman.model.syntax import OBJECTS, Sentence

_SPANS = frozenset({"minute", "hour", "day", "week", "fortnight", "month", "year"})
_UNTIL = frozenset({"until", "till"})
# What one is given time for, without having to.
_LEAVES = frozenset({"live", "appeal", "prepare", "recover", "rest", "enjoy"})
_HUNG = ("xcomp", "advcl", "acl", "ccomp")


def find_ultimatum(sentence: Sentence, verb: int, frames: Frames) -> Found | None:
    """Read "gave Mali two days to pay", "gave Mali until Friday to pay"."""
    if "term-inf" not in frames:
        return None
    objects = [c for c in sentence.children(verb, *OBJECTS) if c > verb]
    spans = [c for c in objects if sentence[c].lemma in _SPANS]
    untils = [
        c
        for c in sentence.children(verb, "obl", "obl:unmarked", "advmod")
        if c > verb and sentence.case_of(c) in _UNTIL
    ]
    told = [c for c in objects if c not in spans]
    terms = spans[:1] or untils[:1]
    if len(told) != 1 or not terms or told[0] > terms[0]:
        return None
    holders = (verb, terms[0], *sentence.children(terms[0], "nmod"))
    for clause in (c for h in holders for c in sentence.children(h, *_HUNG)):
        if clause > terms[0] and is_infinitive(sentence, clause):
            whole = sentence.child(clause, "obj") is not None
            if sentence[clause].lemma in _LEAVES and not whole:
                return None
            tokens = subtree(sentence, terms[0]) | subtree(sentence, clause)
            return Found("term-inf", tokens, clause, (told[0],))
    return None
