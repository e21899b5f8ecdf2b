"""Laws of Universal Dependencies restored where a phrase hangs too deep.

Names take few phrases: no companion, no day, and a person's name no place. What was
hung on them belongs to the verb, or to the noun that tells what the person did.
"""

from dragoman.annotate.encoder_draft import SUBJECTS, Tree
from dragoman.annotate.encoder_repairs_subjects import TIMES, is_deed, is_time

# What names set a person beside, not a property of: "in Rome with Lee".
LIFTED = frozenset({"with", "by", "between"})
_AT = frozenset({"in", "at", "on"})
_PHRASES = SUBJECTS | {"obj", "obl", "obl:agent"}


def name_apposition(tree: Tree, index: int) -> None:
    """Read "met the head of the mission, Lee, in Rome" as who that head is.

    Nobody is spoken to by name between commas right behind a phrase.
    """
    first, verb = tree.left(index), tree.head[index]
    comma = first if tree.words[first].lemma == "," else first - 1
    if comma < 1 or tree.words[comma].lemma != "," or verb > comma:
        return
    for phrase in tree.children(verb):
        told = tree.relation[phrase] in _PHRASES and verb < phrase < comma
        if told and tree.right(phrase) in {comma, comma - 1}:
            tree.move(index, phrase, "appos")
            return


def lift_from_name(tree: Tree, index: int) -> None:
    """Hang "with Lee" of "met in Rome with Lee" on the verb.

    No name has a companion or a day, and no person's name a place.
    """
    name = tree.head[index]
    if index < name or tree.words[name].upos != "PROPN":
        return
    case = tree.case(index)
    dated = case in _AT and tree.words[index].lemma.lower() in TIMES
    aside = tree.words[tree.left(index) - 1].lemma == ","
    housed = case in _AT and (aside or tree.words[name].name.endswith("PER"))
    if case not in LIFTED and not dated and not housed:
        return
    above = name
    while tree.relation[above] in {"appos", "obl", "obj", "conj", "nsubj", "nmod"}:
        if tree.relation[above] == "nmod" and not (dated or housed):
            return
        above = tree.head[above]
        if tree.words[above].upos == "VERB" and above < index:
            tree.move(index, above, "obl")
            return


def lift_from_subject(tree: Tree, index: int) -> None:
    """Hang "on Friday" of "the government on Friday lifted" on the verb."""
    noun = tree.head[index]
    verb = tree.head[noun]
    if tree.relation[noun] not in SUBJECTS or not noun < index < verb:
        return
    day = tree.words[index].lemma.lower() in TIMES and tree.case(index) in _AT
    last = tree.right(noun) == tree.right(index)
    deed = is_deed(tree.words[noun].lemma.lower())
    if day and last and not deed and tree.words[verb].upos == "VERB":
        tree.move(index, verb, "obl")


def lift_from_place(tree: Tree, index: int) -> None:
    """Hang "in Rome" of "took place in Rome" on the verb: "place" has no place."""
    place = tree.head[index]
    verb = tree.head[place]
    light = verb >= 0 and tree.words[verb].lemma == "take" and verb < place < index
    if light and tree.words[place].lemma == "place" and tree.relation[place] == "obj":
        tree.move(index, verb, "obl")


def lift_behind_name(tree: Tree, index: int) -> None:
    """Hang "to Rome" of "the visit of the envoy Lee to Rome" on the visit.

    What stands right behind somebody's name is told of what he did.
    """
    person = tree.head[index]
    deed = tree.head[person]
    if deed < 0 or not deed < person < index or tree.relation[person] != "nmod":
        return
    named = any(
        person < name < index
        and tree.relation[name] == "appos"
        and tree.words[name].upos == "PROPN"
        and tree.right(name) == tree.left(index) - 1
        for name in tree.children(person)
    )
    if named and is_deed(tree.words[deed].lemma.lower()):
        tree.hang(index, deed)


def part_from_day(tree: Tree, index: int) -> None:
    """Part place and day in "In Banja Luka last Saturday": two phrases.

    No part of a name stands before the article of what it is a part of.
    """
    day = tree.head[index]
    if index > day or not is_time(tree, day) or tree.words[index].upos != "PROPN":
        return
    between = [
        child
        for child in tree.children(day)
        if index < child < day and tree.relation[child] in {"det", "amod"}
    ]
    above = tree.head[day]
    case = next((c for c in tree.children(day) if tree.relation[c] == "case"), -1)
    if between and above >= 0 and 0 <= case < index:
        tree.move(index, above, "obl")
        tree.hang(case, index)


__all__ = [
    "LIFTED",
    "lift_behind_name",
    "lift_from_name",
    "lift_from_place",
    "lift_from_subject",
    "name_apposition",
    "part_from_day",
]
