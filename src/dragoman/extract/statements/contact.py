"""Clauses without "that" which parsers hang on whoever is told."""

from dragoman.extract.statements.clauses import Found, subtree
from dragoman.extract.statements.order import first_word
from dragoman.model.syntax import OBJECTS, SUBJECTS, Sentence
from dragoman.text.sayings import TELLING

# What a predicate has that is whole: a clause about the hearer would lack it.
_WHOLE = ("obj", "ccomp", "xcomp", "cop", "aux:pass", "obl", "advcl")
_THINGS = frozenset({"story", "truth", "tale", "lie", "joke", "news", "secret"})


def find_contact(sentence: Sentence, verb: int) -> Found | None:
    """Read "told the channel he saw no danger", taken for "the channel he saw".

    Who is told something is told a clause; whoever is told has no other office in a
    clause that lacks nothing.
    """
    if sentence[verb].lemma not in TELLING or sentence.is_passive(verb):
        return None
    if sentence.child(verb, "ccomp", "xcomp") is not None:
        return None
    for hearer in sentence.children(verb, *OBJECTS):
        if hearer < verb or sentence[hearer].lemma in _THINGS:
            continue
        for clause in sentence.children(hearer, "acl:relcl", "acl", "ccomp"):
            subject = sentence.child(clause, *SUBJECTS)
            if subject is None or sentence.child(clause, *_WHOLE) is None:
                continue
            relative = sentence[first_word(sentence, clause)].tag in {"WP", "WDT"}
            first = first_word(sentence, clause) == sentence.subtree(subject)[0]
            if first and not relative and hearer < subject < clause:
                told = subtree(sentence, clause)
                return Found("clause", told, clause, (hearer,))
    return None
