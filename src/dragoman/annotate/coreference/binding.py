"""Whom a pronoun cannot mean: those who stand beside it in its clause."""

from collections.abc import Iterator

from dragoman.annotate.coreference.discourse import Referent
from dragoman.model.syntax import Sentence

_POSSESSIVE = frozenset({"his", "her", "its", "their", "whose"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})


def bound_by(sentence: Sentence, token: int) -> set[int]:
    """Return head tokens that a pronoun cannot stand for: arguments of its verb.

    Principle B of binding; possessives and reflexives are free of it.
    """
    if sentence[token].text.lower() in _POSSESSIVE and sentence[
        token
    ].deprel.startswith("nmod:poss"):
        return set()
    if sentence[token].text.lower().endswith(("self", "selves")):
        return set()
    verb = sentence[token].head
    if verb < 0:
        return set()
    found = set(_arguments(sentence, verb, token))
    if sentence[token].deprel in _SUBJECTS:
        for clause in _controlled(sentence, verb):
            found.update(_arguments(sentence, clause, token))
    for aside in sentence.children(verb, "parataxis"):
        found.update(sentence.children(aside, "nsubj"))  # "an aide says, warned her"
    subject = _understood_subject(sentence, verb)
    if subject is not None and subject != token:
        found.update(sentence.conjuncts(subject))
    return found


def _understood_subject(sentence: Sentence, verb: int) -> int | None:
    """Return the subject of a verb, or that of the clause it is added to.

    "Lee met her, nicknamed him ...", "Lee left after calling him": neither is Lee. In
    "Lee quoted her as having told him" it is she who told.
    """
    for _ in range(len(sentence)):
        subject = sentence.subject(verb)
        above = sentence[verb].head
        if subject is not None or above < 0 or sentence[verb].deprel != "advcl":
            return subject
        if any(sentence[one].text == "as" for one in sentence.children(verb, "mark")):
            return None
        verb = above
    return None


def _arguments(sentence: Sentence, verb: int, token: int) -> Iterator[int]:
    for child in sentence.children(verb):
        # "According to Lee, Kim told him": who is cited is no party to what is told.
        cited = sentence.case_of(child) == "according to"
        if sentence[child].deprel in _CORE and child != token and not cited:
            yield from sentence.conjuncts(child)


def _controlled(sentence: Sentence, verb: int) -> Iterator[int]:
    """Yield the clauses whose subject is that of a verb: "having met Lee, he left"."""
    for child in sentence.children(verb):
        if sentence[child].deprel not in {"advcl", "xcomp", "conj"}:
            continue
        if all(
            sentence[one].deprel not in _SUBJECTS for one in sentence.children(child)
        ):
            yield child
            yield from _controlled(sentence, child)


def is_free(referent: Referent, number: int, bound: set[int]) -> bool:
    """Tell whether a pronoun of a sentence may mean somebody."""
    return referent.sentence != number or not any(h in bound for h in referent.heads)
