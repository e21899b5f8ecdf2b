"""What somebody else answers in the same breath: "proposed to go, but he refused"."""

from dragoman.extract.clauses.predicates import is_negated
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence
from dragoman.text.embedding import DEMANDED, DENIED, HYPOTHETICAL, PLANNED

_CONSENT = frozenset({"accept", "agree", "consent", "assent", "oblige", "comply"})
DECLINE = frozenset(
    {"decline", "refuse", "reject", "rebuff", "spurn", "turn down", "ignore", "defy"}
    | {"dismiss", "resist"}
)


def _is_refused(tree: Sentence, verb: int) -> bool:
    """Tell whether somebody else refuses what a clause proposes, in the same breath."""
    return any(
        tree[child].lemma.lower() in DECLINE
        and tree.child(child, "nsubj") is not None
        and tree.child(child, "xcomp", "ccomp") is None
        and not is_negated(tree, child)
        for child in tree.children(verb, "conj")
        if child > verb
    )


def _is_accepted(tree: Sentence, verb: int) -> bool:
    """Tell whether somebody else accepts what a clause asks for, in the same breath."""
    return any(
        tree[child].lemma.lower() in _CONSENT
        and tree.child(child, "nsubj") is not None
        and child > verb
        and not is_negated(tree, child)
        for child in tree.children(verb, "conj", "parataxis")
    )


def find_answer(tree: Sentence, verb: int, level: Modality | None) -> Modality | None:
    """Return what an answer in the same breath makes of what is asked or proposed.

    "Proposed to go, but the king refused"; "invited her to visit; she accepted".
    """
    if level in {HYPOTHETICAL, DEMANDED, PLANNED} and _is_refused(tree, verb):
        return DENIED
    return PLANNED if level is DEMANDED and _is_accepted(tree, verb) else None
