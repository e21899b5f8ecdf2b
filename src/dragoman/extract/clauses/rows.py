"""Which words of a row belong together: "A and B", but not "and later with C"."""

from dragoman.extract.clauses.later import is_later, is_named_later
from dragoman.extract.parties import ALONG
from dragoman.model.syntax import FINITE, Sentence

_PARTING = frozenset({"on", "upon", "to", "for", "against"})
_TOGETHER = frozenset({"along", "together"})


def find_counted(tree: Sentence, token: int) -> int | None:
    """Return what a number word counts: "scores of refugees"."""
    for child in tree.children(token, "nmod"):
        if tree.case_of(child) == "of":
            return child
    return None


def stands_apart(tree: Sentence, token: int) -> bool:
    """Tell whether a conjunct is of another occasion, or B of "A, not B".

    Also where only B has a preposition: "asked him to free A and on B to leave".
    """
    if _is_of_next_clause(tree, token) or _is_other_phrase(tree, token):
        return True
    later = tree.child(token, "case") is not None and is_later(tree, token)
    later = later or is_named_later(tree, token)
    return later or tree.is_ruled_out(token)


def _is_other_phrase(tree: Sentence, token: int) -> bool:
    """Tell whether "on B" was joined to a subject or object, which have no "on"."""
    first = tree[token].head
    case = tree.case_of(token)
    return (
        case in _PARTING
        and first >= 0
        and not tree.case_of(first)
        and tree[first].deprel in {"obj", "nsubj", "nsubj:pass"}
    )


def _is_of_next_clause(tree: Sentence, token: int) -> bool:
    """Tell whether "but" opens a clause of its own: "killed 27, but the army denied".

    Taken for a conjunct, its subject would be hit too.
    """
    opens = any(
        tree[child].text.lower() == "but" for child in tree.children(token, "cc")
    )
    return opens and any(
        tree[child].tag in FINITE or tree[child].tag == "VBN"
        for child in tree.children(token, "acl", "acl:relcl")
    )


def _alongside(tree: Sentence, token: int) -> list[int]:
    """Return who goes with a phrase as if by "and": "Lee, along with her deputy"."""
    found = [c for c in tree.children(token, "nmod") if tree.case_of(c) in ALONG]
    for adverb in tree.children(token, "advmod"):
        if tree[adverb].text.lower() in _TOGETHER:
            found += [c for c in tree.children(adverb, "obl") if c > adverb > token]
    return [child for child in found if child > token]


def coordinated(tree: Sentence, token: int) -> list[int]:
    """Return a phrase and its conjuncts; "and later with Lee" is another occasion."""
    found = [token]
    for child in _alongside(tree, token):
        found.extend(coordinated(tree, child))
    for child in tree.children(token, "conj"):
        if not stands_apart(tree, child):
            found.extend(coordinated(tree, child))
    return found
