"""Sentences turned round, read as they would be told straight.

"It was in Gao that they met", "Present at the talks were A and B", "Among those
killed was Lee": what the sentence is about stands at its end.
"""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree

CLEFT = frozenset({"/advcl:relcl", "/acl:relcl", "/ccomp", "/advcl", "/csubj"})
_CLAUSES = frozenset(sign.removeprefix("/") for sign in CLEFT)
_PRESENT = frozenset({"present", "absent", "missing"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
# How what stands before the copula may hang on who stands behind it.
_BEFORE = SUBJECTS | {"csubj", "advcl", "obl", "nmod"}
_PARTICIPLES = frozenset({"VBN", "VBG"})
# What stays with who stands behind the copula.
_KEPT = frozenset(
    {"case", "det", "compound", "amod", "appos", "conj", "nmod", "nummod", "flat"}
    | {"acl", "acl:relcl", "nmod:poss"}
)
_PHRASES = frozenset({"obl", "obl:unmarked", "obl:agent", "nmod"})


def straighten_cleft(tree: Tree) -> None:
    """Read "It was in Gao, on 3 May, that they met" as "They met in Gao on 3 May"."""
    place = tree.root()
    if place < 0 or not tree.case(place) or tree.words[place].upos not in _NOMINAL:
        return
    below = tree.children(place)
    it = [c for c in below if tree.words[c].lemma.lower() == "it" and c < place]
    copula = [c for c in below if tree.relation[c] == "cop" and c < place]
    clauses = [
        c
        for c in below
        if c > place and tree.relation[c] in _CLAUSES and tree.has_below(c, SUBJECTS)
    ]
    if not (it and copula and len(clauses) == 1):
        return
    clause = clauses[0]
    if not any(tree.words[c].lemma.lower() == "that" for c in tree.children(clause)):
        return
    tree.move(clause, -1, "root")
    tree.move(place, clause, "obl")
    for child in below:
        if child in {*it, *copula} or tree.relation[child] in _PHRASES:
            tree.hang(child, clause)
    for child in (*it, *copula):
        tree.relation[child] = "discourse"


def straighten_inverted(tree: Tree) -> None:
    """Read "Present at the talks was Lee", "Among those killed was Lee" straight."""
    root = tree.root()
    who = root if root < 0 or tree.words[root].upos in _NOMINAL else _who(tree, root)
    if who < 0:
        return
    copula = tree.first_below(who, "cop")
    told = [c for c in tree.children(who) if c < copula and tree.relation[c] in _BEFORE]
    told = told if who == root else [root]
    if copula < 0 or len(told) != 1 or copula > who or tree.left(told[0]) != 0:
        return
    first = told[0]
    word = tree.words[first]
    deed = first
    if tree.case(first).lower() in {"among", "amongst"}:
        deed = tree.first_below(first, "acl")
        if word.lemma.lower() not in {"that", "those"} or deed < 0:
            return
    elif word.lemma.lower() in _PRESENT:
        tree.words[first] = word._replace(upos="ADJ", xpos="JJ")
    elif word.xpos not in _PARTICIPLES or tree.has_below(first, SUBJECTS):
        return
    if deed != first and tree.words[deed].xpos != "VBN":
        return
    _crown(tree, who, deed, copula)


def _who(tree: Tree, root: int) -> int:
    """Return Lee of "Detained in Gao were Lee and Kim", or -1."""
    for child in tree.children(root):
        bare = child > root and tree.words[child].upos in _NOMINAL
        if bare and tree.first_below(child, "cc") < 0 <= tree.first_below(child, "cop"):
            return child
    return -1


def _crown(tree: Tree, who: int, deed: int, copula: int) -> None:
    """Make a deed the predicate of who stands behind the copula."""
    passive = tree.words[deed].xpos == "VBN"
    for child in tree.children(who):
        if child != deed and (child < copula or tree.relation[child] not in _KEPT):
            tree.hang(child, deed)
    tree.move(deed, -1, "root")
    for child in tree.children(deed):
        if tree.relation[child] == "nmod":
            tree.relation[child] = "obl"
    tree.move(who, deed, "nsubj:pass" if passive else "nsubj")
    helper = "aux:pass" if passive else "aux"
    if tree.words[deed].upos == "ADJ":
        helper = "cop"
    tree.move(copula, deed, helper)
