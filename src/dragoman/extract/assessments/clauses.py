"""Clauses in which an author weighs, supposes or foresees, by their form."""

from dragoman.model.syntax import Sentence

_OUTCOMES = frozenset(
    {"weaker", "stronger", "weakened", "strengthened", "divided", "victorious"}
    | {"diminished", "isolated", "emboldened"}
)
_SCARCELY = frozenset({"hardly", "scarcely", "barely"})
_PERHAPS = frozenset({"may", "might"})
_ANY = frozenset({"a", "an", "any"})
_TIMELESS = frozenset({"VBZ", "VBP", "MD"})
_SUPPOSED = frozenset({"Should", "Were", "Had"})
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_OUTCOME = frozenset({"would", "will", "could", "might"})


def may_do(tree: Sentence, head: int) -> bool:
    """Tell whether the author only thinks it possible that somebody acts."""
    if _PERHAPS.isdisjoint(tree.words):
        return False
    subject = any(tree[c].upos == "PROPN" for c in tree.children(head, "nsubj"))
    return subject and any(
        tree[child].text.lower() in _PERHAPS and tree[child].tag == "MD"
        for child in tree.children(head, "aux")
    )


def is_doubted(tree: Sentence, head: int) -> bool:
    """Read "the text can hardly survive"."""
    if _SCARCELY.isdisjoint(tree.words):
        return False
    able = any(tree[child].tag == "MD" for child in tree.children(head, "aux"))
    return able and any(
        tree[child].text.lower() in _SCARCELY for child in tree.children(head, "advmod")
    )


def is_of_any(tree: Sentence, head: int) -> bool:
    """Read "a king who trusts nobody will not last": what holds for any such king."""
    if not any(tree[child].tag == "MD" for child in tree.children(head, "aux")):
        return False
    for subject in tree.children(head, "nsubj", "nsubj:pass"):
        articles = {tree[c].text.lower() for c in tree.children(subject, "det")}
        open_kind = "no" in articles or (articles & _ANY and tree.is_negated(head))
        for clause in tree.children(subject, "acl:relcl") if open_kind else ():
            forms = (clause, *tree.children(clause, "aux", "aux:pass", "cop"))
            if any(tree[form].tag in _TIMELESS for form in forms):
                return True
    return False


def supposes(tree: Sentence, head: int) -> bool:
    """Read "Should the king die, the house would split": nobody told of it."""
    opening = tree[0]
    if opening.text not in _SUPPOSED or opening.deprel not in _HELPING:
        return False
    return opening.head < head and any(
        tree[child].text.lower() in _OUTCOME for child in tree.children(head, "aux")
    )


def comes_out(tree: Sentence, head: int) -> bool:
    """Tell "the league emerged weaker" from "the envoy emerged from the hall"."""
    return tree[head].lemma == "emerge" and any(
        tree[child].text.lower() in _OUTCOMES
        for child in tree.children(head, "obj", "xcomp", "advmod", "advcl", "acl")
    )
