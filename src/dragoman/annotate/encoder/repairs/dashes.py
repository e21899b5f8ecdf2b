"""The law that what two dashes enclose is one phrase, restored.

Only its head hangs on a word outside, and no word outside hangs on one inside:
"marched round the arena - where the Bulls were playing - while chanting".
"""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.model.syntax import DASHES, FINITE, NOMINAL, TENSED

# Lemmas of the marks; a hyphen inside a word has a tag of its own.
_OF_NOUNS = frozenset({"acl", "acl:relcl", "appos", "conj", "nmod"})
_OF_CLAUSES = frozenset(
    {"advcl", "advmod", "ccomp", "conj", "obl", "obl:unmarked", "parataxis", "punct"}
    | {"xcomp", "obl:agent"}
)
_PAIR = 2


def part_parenthesis(tree: Tree) -> None:
    """Lift what stands behind two dashes out of what they enclose."""
    marks = [
        index
        for index, word in enumerate(tree.words)
        if word.lemma in DASHES and word.xpos != "HYPH" and word.upos == "PUNCT"
    ]
    if len(marks) != _PAIR:
        return
    opens, closes = marks
    tops = [
        index
        for index in range(opens + 1, closes)
        if tree.words[index].upos != "PUNCT" and not opens < tree.head[index] < closes
    ]
    if len(tops) != 1 or not 0 <= tree.head[tops[0]] < opens:
        return
    around = tree.head[tops[0]]
    for index in range(closes + 1, len(tree.words)):
        if opens < tree.head[index] < closes:
            _lift(tree, index, around, opens)


def _lift(tree: Tree, index: int, around: int, opens: int) -> None:
    """Hang a word on what stands before the dashes, as what it is."""
    relation = tree.relation[index]
    root = tree.root()
    if _is_finite(tree, index) and 0 <= root < opens and not _is_predicate(tree, root):
        # "The dam - a wall of clay - has burst": the main clause.
        tree.move(index, -1, "root")
        if not tree.has_below(index, SUBJECTS):
            tree.move(root, index, tree.subject_kind(index))
        return
    if relation in _OF_NOUNS and tree.words[index].upos in NOMINAL | {"VERB"}:
        noun = _noun(tree, around, opens)
        joined = relation != "conj" or tree.words[index].upos in NOMINAL
        if noun >= 0 and joined:
            tree.hang(index, noun)
            return
    if relation in _OF_CLAUSES or tree.words[index].upos == "PUNCT":
        tree.hang(index, _predicate(tree, around))


def _noun(tree: Tree, around: int, opens: int) -> int:
    """Return the noun before the dashes that can take a phrase, or -1."""
    if tree.words[around].upos in NOMINAL:
        return around
    nouns = [
        child
        for child in tree.children(around)
        if child < opens and tree.words[child].upos in NOMINAL
    ]
    return nouns[-1] if nouns else -1


def _predicate(tree: Tree, index: int) -> int:
    """Return the predicate of the clause that a word stands in."""
    while not _is_predicate(tree, index) and tree.head[index] >= 0:
        index = tree.head[index]
    return index


def _is_predicate(tree: Tree, index: int) -> bool:
    verbal = tree.words[index].upos in {"VERB", "AUX"}
    return verbal or tree.has_below(index, SUBJECTS | {"cop"})


def _is_finite(tree: Tree, verb: int) -> bool:
    return tree.words[verb].xpos in TENSED or any(
        tree.relation[child] in {"aux", "aux:pass", "cop"}
        and tree.words[child].xpos in FINITE
        for child in tree.children(verb)
    )
