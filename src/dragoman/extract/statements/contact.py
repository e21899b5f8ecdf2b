"""Clauses without "that" which parsers hang on whoever is told."""

from dragoman.extract.statements.clauses import Found, subtree
from dragoman.extract.statements.order import first_word
from dragoman.model.syntax import OBJECTS, SUBJECTS, Sentence
from dragoman.text.sayings import TELLING

# Without a clause they tell nothing: "told the court" wants to know what.
_BARE = frozenset({"tell", "assure", "inform", "notify", "remind", "reassure"})
# What a predicate has that is whole: a clause about the hearer would lack it.
_WHOLE = ("obj", "ccomp", "xcomp", "cop", "aux:pass", "obl", "advcl")
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_THINGS = frozenset({"story", "truth", "tale", "lie", "joke", "news", "secret"})


def find_contact(sentence: Sentence, verb: int) -> Found | None:
    """Read "told the channel he saw no danger", taken for "the channel he saw".

    Who is told something is told a clause; whoever is told has no other office in a
    clause that lacks nothing.
    """
    if sentence[verb].lemma not in TELLING or sentence.is_passive(verb):
        return None
    if sentence.child(verb, "ccomp", "xcomp") is not None:
        return _swallowed(sentence, verb)
    sole = sentence[verb].tag == "VBD" and not sentence.children(verb, "obl", "advcl")
    for hearer in sentence.children(verb, *OBJECTS):
        if hearer < verb or sentence[hearer].lemma in _THINGS:
            continue
        for clause in sentence.children(hearer, "acl:relcl", "acl", "ccomp"):
            subject = sentence.child(clause, *SUBJECTS)
            whole = sentence.child(clause, *_WHOLE) is not None
            # "Told the court she would appeal": else the court would be told nothing.
            modal = sole and sentence.child(clause, "aux") is not None
            if subject is None or not (whole or modal):
                continue
            relative = sentence[first_word(sentence, clause)].tag in {"WP", "WDT"}
            first = first_word(sentence, clause) == sentence.subtree(subject)[0]
            if first and not relative and hearer < subject < clause:
                told = subtree(sentence, clause)
                return Found("clause", told, clause, (hearer,))
    return None


def _swallowed(sentence: Sentence, verb: int) -> Found | None:
    """Read "told the court her client was ill", where "the court" is in the clause.

    Who tells tells somebody: where nobody is told and a clause follows at once, its
    first noun phrase is who is told, and the next one is its subject.
    """
    first = verb + 1
    if sentence[verb].lemma not in _BARE or sentence.child(verb, *OBJECTS) is not None:
        return None
    clause = sentence.child(verb, "ccomp")
    if clause is None or clause < first or sentence.child(clause, "mark") is not None:
        return None
    subjects = [c for c in sentence.children(clause, *SUBJECTS) if first < c < clause]
    if not subjects or first_word(sentence, clause) != first:
        return None
    subject = subjects[-1]
    start, _ = sentence.reach(subject)
    if start == first:
        start = _second_name(sentence, first, subject)
    hearer = _hearer_before(sentence, first, start)
    if len(subjects) > 1 and sentence.reach(subjects[0]) == (first, start - 1):
        hearer = subjects[0]
    if hearer is None or sentence[hearer].lemma in _THINGS:
        return None
    tokens = frozenset(t for t in sentence.subtree(clause) if t >= start)
    return Found("clause", tokens, clause, (hearer,))


def _second_name(sentence: Sentence, first: int, subject: int) -> int:
    """Return where a second phrase begins in "the Courier police", "lawmakers talks".

    ``first`` itself if all of it is one phrase: "the police officer" is no officer
    without an article, but officers would be.
    """
    token = sentence[subject]
    if token.upos == "PRON":
        return subject
    for place in range(subject - 1, first - 1, -1):
        goes_on = sentence[place + 1].entity.startswith("I")
        if sentence[place].entity and not goes_on:
            return place + 1
    bare = token.tag in {"NNS", "NNPS"} or token.text.endswith("ing")
    nouns = sentence[subject - 1].upos in {"NOUN", "PROPN"} and subject > first
    return subject if bare and nouns else first


def _hearer_before(sentence: Sentence, first: int, start: int) -> int | None:
    """Return the noun before a subject if nothing but its phrase stands there."""
    last = start - 1
    if last < first or sentence[last].upos not in {"NOUN", "PROPN", "PRON"}:
        return None
    between = sentence.tokens[first:last]
    plain = all(token.upos in _IN_PHRASE or token.tag == "POS" for token in between)
    return last if plain else None
