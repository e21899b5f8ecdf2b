"""Laws of Universal Dependencies restored where a sentence has two predicates.

What opens a sentence without a subject of its own, or behind "after", is no main
clause where one follows behind a comma.
"""

from dragoman.annotate.encoder_draft import SUBJECTS, Tree
from dragoman.model.syntax import FINITE, TENSED

_MARKERS = frozenset({"after", "before", "since", "until", "when", "while", "as"})
# What can open a sentence before its main clause, among lemmas and tags.
OPENERS = _MARKERS | {"VBG"}
_JOINED = frozenset({"parataxis", "conj", "ccomp"})
_ALLEGED = frozenset({"NOUN", "PROPN"})


def crown_main_clause(tree: Tree) -> None:
    """Make "left" the root of "Stressing that it was a threat, Lee left".

    So too in "A day after a bomb tore through the hall, nobody knew who did it".
    """
    if "root" not in tree.relation:
        return
    first = tree.relation.index("root")
    if tree.words[first].upos != "VERB" or not _is_opening(tree, first):
        return
    for main in tree.children(first):
        if main < first or tree.relation[main] not in _JOINED:
            continue
        subject = _own_subject(tree, main)
        if subject is None or not _is_finite(tree, main):
            continue
        own = tree.children(main)
        comma = tree.left(subject) - 1
        if any(tree.relation[c] in {"cc", "mark"} for c in own if c < subject):
            continue
        if not first < comma or tree.words[comma].lemma != ",":
            continue
        tree.move(main, -1, "root")
        for child in tree.children(first):
            if child > main:
                tree.hang(child, main)
        tree.move(first, main, "advcl")
        return


def _is_opening(tree: Tree, verb: int) -> bool:
    """Tell whether a verb can only open a sentence: a participle, or marked."""
    own = tree.children(verb)
    if any(tree.relation[c] == "mark" and c < verb for c in own):
        return tree.marker(verb, "mark").lower() in _MARKERS
    bare = not any(
        tree.relation[c] in SUBJECTS or tree.relation[c] in {"aux", "aux:pass", "cop"}
        for c in own
    )
    return bare and tree.words[verb].xpos == "VBG"


def _own_subject(tree: Tree, verb: int) -> int | None:
    return next(
        (c for c in tree.children(verb) if tree.relation[c] in SUBJECTS and c < verb),
        None,
    )


def _is_finite(tree: Tree, verb: int) -> bool:
    return tree.words[verb].xpos in TENSED or any(
        tree.relation[c] in {"aux", "aux:pass", "cop"} and tree.words[c].xpos in FINITE
        for c in tree.children(verb)
    )


def crown_denial(tree: Tree) -> None:
    """Make "denied" the root of "The allegation that the army shot Lee is denied".

    A finite verb is nobody's subject: it tells what the noun before "that" is about.
    """
    noun = tree.relation.index("root") if "root" in tree.relation else -1
    if noun < 0 or tree.words[noun].upos not in _ALLEGED:
        return
    for verb in tree.children(noun):
        if verb < noun or tree.relation[verb] not in {"acl", "acl:relcl"}:
            continue
        told = _own_subject(tree, verb)
        if told is None or tree.words[told].xpos not in TENSED:
            continue
        that = next((c for c in tree.children(verb) if tree.relation[c] == "mark"), -1)
        if tree.words[that].lemma != "that" or not noun < that < told:
            continue
        relation = tree.relation[told]
        tree.move(verb, -1, "root")
        for child in tree.children(noun):
            if child > verb:
                tree.hang(child, verb)
        tree.move(noun, verb, relation)
        tree.move(told, noun, "acl")
        tree.hang(that, told)
        for child in tree.children(told):
            if that < child < told and tree.relation[child] == "obj":
                tree.relation[child] = "nsubj"
        return


def hang_behind_cue(tree: Tree) -> None:
    """Hang "because of the heat" of "It was put off, Lee said, because of the heat".

    What follows a cue between commas goes on with what is told.
    """
    for said, word in enumerate(tree.words):
        if word.upos != "VERB" or said + 1 >= len(tree.words):
            continue
        told = next(
            (c for c in tree.children(said) if tree.relation[c] == "ccomp"), said
        )
        teller = _own_subject(tree, said)
        if told == said or teller is None or not told < teller:
            continue
        before = tree.words[tree.left(teller) - 1].lemma
        if before != "," or tree.words[said + 1].lemma != ",":
            continue
        for late in tree.children(said):
            opened = tree.left(late) in {said + 1, said + 2}
            if opened and tree.relation[late] in {"obl", "advcl"}:
                tree.hang(late, told)
