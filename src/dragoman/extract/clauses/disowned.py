"""Deeds that somebody denies to have done: "denied being behind the attack".

Who denies his part in a deed does not deny that it was done.
"""

from dragoman.extract.clauses.predicates import is_definite
from dragoman.model.syntax import Sentence
from dragoman.text.sayings import DENYING

_PART = frozenset(
    {"authorship", "complicity", "connection", "hand", "involvement", "link", "part"}
    | {"participation", "responsibility", "role"}
)
_CHARGE = frozenset({"accusation", "allegation", "charge", "claim", "report"})
_INTO = frozenset({"for", "in", "to", "with", "of", "behind"})


def is_disowned(tree: Sentence, deed: int) -> bool:
    """Tell whether somebody denies his part in what a noun tells, not the deed.

    Args:
        tree: The sentence.
        deed: A noun of an event.
    """
    if not is_definite(tree, deed) or tree.case_of(deed) not in _INTO:
        return False
    return denies_part(tree, tree[deed].head) or _is_behind(tree, deed)


def denies_part(tree: Sentence, token: int) -> bool:
    """Tell "denied any role", from the noun or from the verb."""
    if token < 0:
        return False
    if tree[token].lemma.lower() in _PART:
        verb = tree[token].head
        return tree[token].deprel == "obj" and _denies(tree, verb)
    return _denies(tree, token) and any(
        tree[child].lemma.lower() in _PART for child in tree.children(token, "obj")
    )


def _denies(tree: Sentence, verb: int) -> bool:
    return (
        verb >= 0 and tree[verb].lemma.lower() in DENYING and not tree.is_negated(verb)
    )


def _is_behind(tree: Sentence, deed: int) -> bool:
    """Read "denied being behind it", "rejected claims that it was behind it"."""
    if tree.case_of(deed) != "behind" or tree.child(deed, "cop") is None:
        return False
    above = tree[deed].head
    if above >= 0 and tree[above].lemma.lower() in _CHARGE:
        above = tree[above].head
    return _denies(tree, above)
