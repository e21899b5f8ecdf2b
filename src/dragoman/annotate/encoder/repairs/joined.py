"""Laws of Universal Dependencies restored in what "and" joins."""

from dragoman.annotate.encoder.draft import INSIDE, SUBJECTS, Tree
from dragoman.text.sayings import DENYING, REQUIRING, SAYING, TELLING

_SAYS = SAYING | TELLING
# How one reaches somebody with words.
_CALLING = frozenset(
    {"call", "contact", "email", "message", "phone", "radio", "ring", "telephone"}
    | {"text", "write"}
)
_TELLING = SAYING | TELLING | DENYING | REQUIRING
# "Its men" are those of who speaks, and goes on speaking; his deputy may himself tell.
_OWNERS = frozenset({"its", "their", "his", "her"})


def raise_conjunctions(tree: Tree) -> None:
    """Hang "and" on the whole phrase that it opens, not on a part of it."""
    for cc, relation in enumerate(tree.relation):
        top = tree.head[cc]
        if relation != "cc" or top < cc:
            continue
        while (
            tree.relation[top] in INSIDE
            and tree.head[top] > cc
            and tree.left(tree.head[top]) == cc
        ):
            top = tree.head[top]
        if top != tree.head[cc]:
            tree.hang(cc, top)


def free_companion(tree: Tree, subject: int) -> None:
    """Hang "with Lee" of "had lunch with Lee and asked for help" on "had".

    No subject has a preposition, and none stands before the "and" of its clause.
    """
    verb = tree.head[subject]
    above = tree.head[verb]
    if tree.relation[verb] != "conj" or not 0 <= above < subject < verb:
        return
    joined = tree.first_below(verb, "cc")
    if joined > subject and tree.case(subject) and tree.words[above].upos == "VERB":
        tree.move(subject, above, "obl")


def turn_apposition(tree: Tree, index: int) -> None:
    """Read Lee of "the head of the League, Lee, and Kim met" as the head, not as Kim.

    An apposition stands behind what it says again: none stands before an "and".
    """
    second = tree.head[index]
    body = tree.head[second]
    if not index < second or tree.relation[second] != "conj" or not 0 <= body < index:
        return
    joined = tree.first_below(second, "cc")
    if not index < joined < second:
        return
    office = tree.head[body]
    over = tree.relation[body] == "nmod" and not is_person(tree, body)
    if over and is_person(tree, second) and 0 <= office < body:
        tree.hang(index, office)
        tree.hang(second, office)
    else:
        tree.hang(index, body)


def part_conjunct(tree: Tree, index: int) -> None:
    """Read a late conjunct without "and": an apposition, or a further phrase."""
    first = tree.head[index]
    if is_person(tree, index) and tree.words[first].name.endswith("LOC"):
        person = tree.left(first) - 1
        while is_person(tree, person) and is_person(tree, tree.head[person]):
            person = tree.head[person]
        if is_person(tree, person):
            tree.hang(index, person)  # "A for Kosovo and B for Serbia"
            return
    if tree.has_below(index, {"cc", "conj"}):
        _join_phrase(tree, index)
        return
    if index < first or tree.words[index].upos != "PROPN":
        return
    if _name_holders(tree, index):
        return
    earlier = [
        c
        for c in tree.children(first)
        if tree.relation[c] == "conj" and c < index and tree.has_below(c, {"cc"})
    ]
    case = tree.case(index)
    if case and case != tree.case(first):  # "between A and B, in Rome"
        above = tree.head[first]
        if above >= 0 and tree.words[above].upos in {"VERB", "AUX", "NOUN"}:
            verbal = tree.words[above].upos != "NOUN"
            tree.move(index, above, "obl" if verbal else "nmod")
    elif earlier and not case and tree.words[earlier[-1]].upos == "NOUN":
        tree.move(index, earlier[-1], "appos")  # "A and the minister, B"


def _name_holders(tree: Tree, index: int) -> bool:
    """Read "the heads of Gao and Kidal, Lee and Kim" as who the heads are.

    Behind the last of those of whom several hold an office a comma opens the row of
    the holders, which has an "and" of its own.
    """
    first = tree.head[index]
    group = tree.head[first]
    if group < 0 or tree.relation[first] != "nmod" or tree.case(first) != "of":
        return False
    comma = {tree.left(index), tree.left(index) - 1}
    if tree.words[group].xpos != "NNS" or all(tree.words[c].xpos != "," for c in comma):
        return False
    row = [c for c in tree.children(first) if tree.relation[c] == "conj"]
    places = [one for one in row if one < index]
    holders = [one for one in row if one > index]
    if not places or not tree.has_below(places[-1], {"cc"}):
        return False
    if len(holders) != len(places) or not tree.has_below(holders[-1], {"cc"}):
        return False
    tree.move(index, group, "appos")
    for one in holders:
        tree.hang(one, index)
    return True


def name_second(tree: Tree, index: int) -> None:
    """Read "the envoy and the minister, Lee, met" as who the minister is.

    A name between commas is that of the phrase right before it, where that has an
    article or an owner of its own; "the president and commander, Lee" is one person.
    """
    first = tree.head[index]
    if not is_person(tree, index) or tree.words[first].upos not in {"NOUN", "PRON"}:
        return
    comma = tree.left(index) - 1
    if tree.words[tree.left(index)].lemma == ",":
        comma += 1
    for second in tree.children(first):
        if tree.relation[second] != "conj" or not first < second < index:
            continue
        alone = tree.words[second].xpos == "NN" and comma - tree.right(second) in {0, 1}
        owned = tree.has_below(second, {"det", "nmod:poss"})
        if alone and owned and not tree.has_below(second, {"appos"}):
            tree.hang(index, second)
            return


def is_person(tree: Tree, index: int) -> bool:
    """Tell whether a word is part of a person's name; none stands before the first."""
    return index >= 0 and tree.words[index].name.endswith("PER")


def raise_finite(tree: Tree, index: int) -> None:
    """Join "and called" to "urged" in "urged those who can to help and called on".

    A form of the past is no fellow of an infinitive with "to" or a modal; nor, behind a
    comma, of a participle with "had" ("said that X had left, and thanked Y"); nor does
    what is his tell things ("denied that his men had left and said he knew").
    """
    above = tree.head[index]
    form = tree.words[above].xpos
    if tree.words[index].xpos != "VBD" or form not in {"VB", "VBN"}:
        return
    before = {tree.words[c].xpos for c in tree.children(above) if c < above}
    if form == "VB" and before.isdisjoint({"TO", "MD"}):
        return
    told = tree.relation[above] == "ccomp" and "VBD" in before
    goes_on = told and (_behind_comma(tree, index) or _is_owned(tree, above, index))
    if form == "VBN" and not goes_on:
        return
    if tree.has_below(index, SUBJECTS):
        return
    while above >= 0 and tree.words[above].xpos != "VBD":
        above = tree.head[above]
    if 0 <= above < index:
        tree.hang(index, above)


def sink_call(tree: Tree, index: int) -> None:
    """Join "and said" to "phoned" in "told us that Lee had phoned him and said".

    Who calls or writes to somebody does so to tell him something.
    """
    told = tree.head[index]
    if tree.words[index].lemma not in _TELLING or tree.words[told].lemma not in _SAYS:
        return
    if tree.has_below(index, SUBJECTS | {"mark"}):
        return
    for clause in reversed(tree.children(told)):
        if tree.relation[clause] == "ccomp" and told < clause < index:
            if tree.words[clause].lemma in _CALLING and tree.has_below(
                clause, SUBJECTS
            ):
                tree.hang(index, clause)
            return


def _is_owned(tree: Tree, told: int, index: int) -> bool:
    """Tell whether a verb of telling goes with what somebody's own people had done."""
    return tree.words[index].lemma in _TELLING and any(
        tree.relation[owner] == "nmod:poss"
        and tree.words[owner].lemma.lower() in _OWNERS
        for subject in tree.children(told)
        if tree.relation[subject] in SUBJECTS and tree.words[subject].xpos == "NNS"
        for owner in tree.children(subject)
    )


def _behind_comma(tree: Tree, index: int) -> bool:
    """Tell whether ", and" opens a conjunct."""
    cc = tree.first_below(index, "cc")
    return cc > 0 and tree.words[cc - 1].xpos == ","


def sink_infinitive(tree: Tree, index: int) -> None:
    """Join "and let" to "speak" in "said she wanted to speak to them and let them go".

    A bare infinitive is no fellow of a form of the past or the present.
    """
    above = tree.head[index]
    if tree.words[index].xpos != "VB" or tree.words[above].xpos not in {"VBD", "VBZ"}:
        return
    if tree.has_below(index, SUBJECTS | {"aux", "mark"}) or index < above:
        return
    fellows = [
        verb
        for verb in range(above + 1, index)
        if tree.words[verb].xpos == "VB"
        and tree.is_below(verb, above)
        and any(tree.words[c].xpos in {"TO", "MD"} for c in tree.children(verb))
    ]
    if fellows:
        tree.hang(index, fellows[0])


def _join_phrase(tree: Tree, index: int) -> None:
    """Hang "by Lee" on the phrase like it: "received by Tan and, later, by Lee"."""
    verb, case = tree.head[index], tree.case(index)
    if case and tree.words[verb].upos == "VERB" and tree.words[index].upos == "PROPN":
        for phrase in tree.children(verb):
            oblique = tree.relation[phrase].startswith("obl")
            if verb < phrase < index and oblique and tree.case(phrase) == case:
                tree.hang(index, phrase)
                return


def raise_over_quote(tree: Tree, index: int) -> None:
    """Join "and agreed" to "declared" in "declared “no base can be let” and agreed".

    What stands behind a closing mark goes on with what stands before the opening one.
    """
    first = tree.head[index]
    if index < first or tree.words[index].upos != "VERB":
        return
    marks = [place for place in range(index) if tree.words[place].xpos in {"``", "''"}]
    closed = [place for place in marks if first < place < index]
    opened = [place for place in marks if place < first]
    if len(closed) != 1 or not opened or len(opened) % 2 == 0:
        return
    above = first
    while above > opened[-1]:
        above = tree.head[above]
    if above >= 0 and tree.words[above].upos == "VERB":
        tree.move(index, above, "conj")
        for child in tree.children(first):
            if closed[0] < child and tree.relation[child] == "cc":
                tree.hang(child, index)
