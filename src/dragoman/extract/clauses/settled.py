"""What a verb over a clause says by itself: that it is so, or only wished for."""

from dragoman.extract.clauses.made import find_made
from dragoman.extract.clauses.predicates import is_definite
from dragoman.model.syntax import Sentence

# What is perceived is so.
_PERCEIVED = frozenset(
    {"see", "spot", "observe", "sight", "find", "film", "catch", "watch", "hear"}
    | {"photograph", "record", "notice", "discover"}
)
_SEEK = frozenset(
    {"aim", "hope", "plan", "intend", "wish", "seek", "want", "propose", "consider"}
    | {"demand", "envisage", "pursue", "suggest", "favor", "favour", "push"}
)
_OF_THINGS = frozenset({"which", "that", "whereby"})


def is_so(tree: Sentence, clause: int) -> bool:
    """Tell whether a verb says by itself that what hangs on it is so.

    "Ordered Lee held", "was found shot", "were seen massing".
    """
    lemma = tree[tree[clause].head].lemma.lower()
    if lemma == "order":
        return find_made(tree, clause) is not None
    return lemma in _PERCEIVED and tree[clause].tag in {"VBG", "VBN"}


def is_sought(tree: Sentence, clause: int) -> bool:
    """Tell whether a clause describes what is but wished for: "seeks a deal in which".

    Not whom somebody seeks: "a man who shot nine" did so.
    """
    noun = tree[clause].head
    verb = tree[noun].head
    return (
        verb >= 0
        and tree[verb].lemma.lower() in _SEEK
        and tree[noun].deprel in {"obj", "obl"}
        and not is_definite(tree, noun)
        and any(
            tree[child].text.lower() in _OF_THINGS
            for child in tree.children(clause, "nsubj", "nsubj:pass", "obj", "obl")
        )
    )
