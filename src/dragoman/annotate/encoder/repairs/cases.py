"""Laws of Universal Dependencies restored in what prepositions open."""

from dragoman.annotate.encoder.draft import Tree
from dragoman.annotate.encoder.repairs.lifted import LIFTED
from dragoman.annotate.encoder.repairs.phrasal import is_behind_companion
from dragoman.annotate.encoder.repairs.subjects import FILLED, is_given, is_time

_PLAIN = frozenset({"by", "with", "to", "at", "in", "on", "from", "for"})


def move_inner_cases(tree: Tree) -> None:
    """Give a preposition that hangs on a part of a name to the whole name.

    "by Ambassadors Lund": the preposition stood on the title. In "the President of
    the Republic Lee" it belongs to a phrase on the title before it.
    """
    for case, relation in enumerate(tree.relation):
        part = tree.head[case]
        if relation != "case" or part < 0 or case > part:
            continue
        if tree.relation[part] not in {"compound", "flat"}:
            continue
        if tree.words[case].xpos == "POS":
            continue
        whole = tree.head[part]
        before = case - 1
        titled = before >= 0 and tree.words[before].upos in {"PROPN", "NOUN"}
        if tree.left(whole) == case or not titled:
            if not tree.case(whole):
                tree.hang(case, whole)
        elif before != whole:
            if tree.is_below(before, part):
                tree.move(before, whole, tree.relation[part])
            tree.move(part, before, "nmod")


def open_late_phrases(tree: Tree) -> None:
    """Open the phrase of a preposition that stands behind the name it hangs on.

    "met in Rome with Lee": no preposition follows its noun, so "with Lee" is a phrase
    of the verb, whatever "with" and Lee were made of Rome.
    """
    for case, relation in enumerate(tree.relation):
        name = tree.head[case]
        if (
            relation != "case"
            or not 0 <= name < case
            or tree.words[name].upos != "PROPN"
        ):
            continue
        if tree.words[case].lemma.lower() not in LIFTED:
            continue
        verb = tree.head[name]
        if verb < 0 or verb > name or tree.words[verb].upos != "VERB":
            continue
        late = [
            index
            for index in range(case + 1, len(tree.words))
            if tree.head[index] == name and tree.relation[index] in {"appos", "nmod"}
        ]
        if late and tree.left(late[0]) == case + 1:
            tree.move(late[0], verb, "obl")
            tree.hang(case, late[0])


def mark_obliques(tree: Tree) -> None:
    """Read what has a preposition as no object, and "by" in the active as no agent."""
    for index, relation in enumerate(tree.relation):
        verb = tree.head[index]
        if verb < 0 or tree.words[verb].upos != "VERB":
            continue
        if (relation == "obj" and tree.case(index) in _PLAIN and index > verb) or (
            relation == "obl:agent" and tree.words[verb].xpos != "VBN"
        ):
            tree.relation[index] = "obl"
        elif is_time(tree, index) and tree.has_below(verb, {"aux:pass"}):
            if is_given(tree, index, verb):
                tree.relation[index] = "obj"  # "was given four years in prison"
            elif relation == "obj":
                tree.relation[index] = "obl:unmarked"  # "was received that evening"
        elif relation in {"obl", "obl:unmarked"} and _is_object(tree, index, verb):
            tree.relation[index] = "obj"


def _is_object(tree: Tree, index: int, verb: int) -> bool:
    """Tell whether a bare phrase right behind an active verb is its object."""
    if index < verb or tree.case(index) or is_time(tree, index):
        return False
    if tree.words[index].upos not in {"NOUN", "PROPN", "PRON"}:
        return False
    # "received at his office Lee": a person is no circumstance.
    near = tree.left(index) == verb + 1 or tree.words[index].name.endswith("PER")
    near = near or is_behind_companion(tree, index, verb)
    return near and not tree.has_below(verb, FILLED)


def open_participles(tree: Tree) -> None:
    """Read "between the ruling party and X" as a phrase, not as a clause."""
    for case, relation in enumerate(tree.relation):
        verb = tree.head[case]
        if relation != "case" or verb < 0 or tree.words[verb].xpos != "VBG":
            continue
        noun = tree.first_below(verb, "obj")
        if noun <= verb or tree.relation[verb] not in {"acl", "nmod", "obl", "advcl"}:
            continue
        verbal = tree.head[verb] >= 0 and tree.words[tree.head[verb]].upos == "VERB"
        tree.crown(verb, noun)
        tree.move(noun, tree.head[noun], "obl" if verbal else "nmod")
        tree.relation[verb] = "amod"
