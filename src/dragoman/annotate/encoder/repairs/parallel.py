"""Laws of Universal Dependencies restored in phrases that go with one told before."""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.annotate.encoder.repairs.joined import is_person
from dragoman.annotate.encoder.repairs.subjects import TIMES
from dragoman.data.tables import name_words
from dragoman.model.syntax import NOMINAL
from dragoman.schema.loader import load_events

# How a phrase hangs that goes with one on a predicate further up.
_CLAUSES = frozenset(
    {"acl", "advcl", "ccomp", "xcomp", "conj", "root", "obl", "obj", "nmod", "appos"}
)
_HUNG = frozenset({"acl", "acl:relcl"})
_POINTING = frozenset({"this", "that", "same", "next", "following", "previous", "late"})
# Prepositions of those who take part; "said in a statement that it fell in Gao and in
# Osk" has three places, of which the first is no fellow of the others.
_FELLOWS = frozenset({"with", "by", "between", "to", "against"})
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
# What one is not to a namesake.
_KIN = frozenset({"relation", "relative", "kin", "namesake"})
_WHO = frozenset({"who", "whom"})
RELATIVES = frozenset({"who", "which"})
_OTHER_CLAUSES = frozenset({"advcl", "ccomp", "xcomp", "parataxis", "conj"})
# What a participle that describes a noun has none of.
_FINITE = SUBJECTS | {"aux", "aux:pass", "obj", "ccomp"}
_SINGULAR = frozenset({"NN", "NNP"})


def crown_behind_time(tree: Tree) -> None:
    """Make "met" the root of "That evening he met with Lee, to whom he spoke".

    A time is no sentence: where a clause with a subject of its own follows it, without
    a relative, the time is when that was.
    """
    time = tree.root()
    if time < 0 or tree.words[time].lemma.lower() not in TIMES or tree.left(time):
        return
    children = tree.children(time)
    pointing = any(
        tree.words[c].lemma.lower() in _POINTING for c in children if c < time
    )
    if not pointing or tree.has_below(time, SUBJECTS | {"cop", "case"}):
        return
    for verb in children:
        if verb < time or tree.relation[verb] not in _HUNG:
            continue
        subjects = [c for c in tree.children(verb) if tree.relation[c] in SUBJECTS]
        if not subjects or subjects[0] > verb:
            return
        first = tree.left(subjects[0])
        if first not in {time + 1, time + 2} or tree.words[first].xpos in _RELATIVE:
            return
        tree.move(verb, -1, "root")
        tree.move(time, verb, "obl:unmarked")
        for child in children:
            if child > verb and tree.relation[child] not in _HUNG:
                tree.hang(child, verb)
            elif child > verb:
                tree.hang(child, _before_relative(tree, child, verb))
        return


def _before_relative(tree: Tree, clause: int, verb: int) -> int:
    """Return the noun right before a relative clause, or the verb if there is none."""
    noun = tree.left(clause) - 1
    while noun > verb and tree.words[noun].upos not in NOMINAL:
        noun -= 1
    while verb < tree.head[noun] and tree.right(tree.head[noun]) == tree.right(noun):
        noun = tree.head[noun]
    return noun


def free_relative(tree: Tree, index: int) -> None:
    """Read "whom" of "Lee, whom the Speaker had received" as whom he received.

    Only "whose" says whose somebody is.
    """
    noun = tree.head[index]
    if tree.words[index].lemma.lower() not in {"whom", "who"} or index > noun:
        return
    if any(tree.relation[c] == "case" for c in tree.children(index)):
        return
    verb = tree.head[noun]
    if verb > noun and tree.relation[noun] in SUBJECTS:
        tree.move(index, verb, "obj")


def join_bare(tree: Tree, index: int) -> None:
    """Read "and Lee" of "between him and Lee" as joined, not as a further phrase."""
    if not tree.has_below(index, {"cc"}) or tree.case(index):
        return
    above = tree.head[index]
    for phrase in reversed(tree.children(above)):
        if not phrase < index or phrase < above:
            continue
        alike = tree.relation[phrase] == tree.relation[index]
        adjacent = tree.right(phrase) == tree.left(index) - 1
        if alike and adjacent and tree.case(phrase):
            tree.move(index, phrase, "conj")
        return


def raise_parallel(tree: Tree, index: int) -> None:
    """Hang "and later with Tod" of "met with Lee, who said it held, and with Tod" high.

    What "and" opens with a preposition goes with a phrase like it: where the clause it
    was hung on has none, with that of a clause around it.
    """
    verb = tree.head[index]
    if verb > index or tree.words[index].upos not in NOMINAL:
        return
    if "cc" not in tree.relation:
        return
    case = tree.case(index)
    if case not in _FELLOWS or not _is_added(tree, index):
        return
    inner = verb
    while tree.words[verb].upos != "VERB" or not _has_phrase(tree, verb, index, case):
        above = tree.head[verb]
        relation = tree.relation[verb].partition(":")[0]
        if above < 0 or relation not in _CLAUSES:
            return
        verb = above
    if verb != inner and tree.words[inner].upos == "VERB":
        tree.move(index, verb, "obl")


def _is_added(tree: Tree, index: int) -> bool:
    """Tell whether "and" or "and later," stands before a phrase."""
    before = tree.first_below(index, "case") - 1
    while before > 0 and tree.words[before].upos in {"ADV", "PUNCT"}:
        before -= 1
    return before > 0 and tree.words[before].lemma.lower() in {"and", "but"}


def _has_phrase(tree: Tree, verb: int, index: int, case: str) -> bool:
    """Tell whether a verb has a phrase with a preposition before a word."""
    return any(
        verb < phrase < index
        and tree.relation[phrase].startswith("obl")
        and tree.case(phrase) == case
        for phrase in tree.children(verb)
    )


def join_people(tree: Tree, index: int) -> None:
    """Join Kim to the head in "the head of the League, Lee, and Kim", not the League.

    Between commas a person says who the one is that stands over a body.
    """
    body = tree.head[index]
    office = tree.head[body]
    if tree.relation[body] != "nmod" or not is_person(tree, index) or office > body:
        return
    if is_person(tree, body) or tree.words[office].xpos not in _SINGULAR:
        return
    people = [c for c in tree.children(body) if tree.relation[c] == "conj"]
    comma = tree.left(index)
    first = people[:1] == [index] and tree.words[comma].lemma == ","
    if not first or tree.has_below(index, {"cc"}) or len(people) == 1:
        return
    place = tree.words[body].name.endswith("LOC")  # none in a row with people
    if place or all(is_person(tree, one) for one in people[1:]):
        tree.move(index, office, "appos")
        for one in people[1:]:
            tree.hang(one, office)


def join_compound(tree: Tree, index: int) -> None:
    """Read "and minister" of "Lee and Chad's minister, Kim, left" as another one."""
    name = tree.head[index]
    if name < index and tree.marker(index, "cc"):
        tree.relation[index] = "conj"
    elif name < index and tree.case(index):
        tree.relation[index] = "nmod"  # "the party in Gao"


def raise_holder(tree: Tree, index: int) -> None:
    """Set Lee beside the lawyer in "a lawyer for the League, Lee", not the League.

    A person's name between commas is no other name of a body or a place.
    """
    body = tree.head[index]
    office = tree.head[body]
    if tree.relation[body] != "nmod" or not is_person(tree, index):
        return
    if not 0 <= office < body < index or is_person(tree, body):
        return
    named = tree.words[body].upos == "PROPN"
    comma = tree.left(index)
    apart = "," in {tree.words[comma].lemma, tree.words[comma - 1].lemma}
    if named and apart and tree.words[office].xpos == "NN":
        tree.hang(index, office)


def sink_gapped(tree: Tree, index: int) -> None:
    """Join Tod to Lee in "met Lee on Monday and, the next day, Tod", not to "met".

    Who is no predicate is no fellow of one.
    """
    verb = tree.head[index]
    if tree.words[index].upos != "PROPN" or tree.words[verb].upos != "VERB":
        return
    if not is_person(tree, index) or not verb < index:
        return
    if tree.has_below(index, SUBJECTS | {"case", "cop", "aux", "mark", "obj"}):
        return
    before = [c for c in tree.children(verb) if verb < c < index]
    objects = [c for c in before if tree.relation[c] == "obj"]
    others = any(tree.relation[c] in {"conj", "ccomp", "xcomp"} for c in before)
    if objects and not others and is_person(tree, objects[-1]):
        tree.hang(index, objects[-1])


def crown_titled(tree: Tree, index: int) -> bool:
    """Make Lee the head of "Dawn Front Deputy Leader Lee", not the Front.

    What stands before somebody's title and name is what he stands for, no name of his.

    Returns:
        Whether the name was one with a title before it.
    """
    body = tree.head[index]
    if not is_person(tree, index) or index < body or tree.words[body].name == "O":
        return False
    titles = [
        child
        for child in tree.children(index)
        if tree.relation[child] == "compound"
        and tree.words[child].name == "O"
        and tree.words[child].upos in NOMINAL
    ]
    beside = [
        child
        for child in tree.children(body)
        if tree.relation[child] == "appos" and tree.right(child) + 1 == tree.left(index)
    ]
    if titles and titles[0] == tree.left(index) == body + 1:
        tree.crown(body, index)
        tree.relation[body] = "compound"
        return True
    if beside and tree.left(beside[0]) == body + 1:
        tree.crown(body, index)
        tree.relation[body] = tree.relation[beside[0]] = "compound"
        return True
    return False


def free_from_infinitive(tree: Tree, index: int) -> None:
    """Hang "in Rome" of "received Lee, in Rome to discuss" on "received".

    Nothing but an adverb stands before the "to" of an infinitive that it belongs to.
    """
    verb = tree.head[index]
    if index > verb or tree.words[verb].xpos != "VB" or not tree.case(index):
        return
    above = tree.head[verb]
    to = next((c for c in tree.children(verb) if tree.words[c].xpos == "TO"), -1)
    governed = 0 <= above < index < to and tree.relation[verb] in {"advcl", "xcomp"}
    if governed and tree.words[above].upos == "VERB":
        tree.hang(index, above)


def name_who(tree: Tree, clause: int) -> None:
    """Hang "who was killed" on Lee in "the funeral of Lee, who was killed".

    No thing is "who": a clause that tells of somebody belongs to whom it names inside.
    """
    thing = tree.head[clause]
    kin = tree.head[thing] if tree.relation[thing] == "nmod" else thing
    if tree.words[kin].lemma in _KIN:
        # "Lee, no relation of the admiral, who left"
        while tree.relation[kin] in {"appos", "conj"} and tree.head[kin] < kin:
            kin = tree.head[kin]
        if tree.words[kin].upos == "PROPN":
            tree.hang(clause, kin)
            return
    if tree.words[thing].upos != "NOUN" or _is_somebody(tree, thing):
        return
    who = next(
        (c for c in tree.children(clause) if tree.words[c].lemma.lower() in _WHO), -1
    )
    for child in reversed(tree.children(thing)):
        if child < who and tree.relation[child] == "nmod" and _is_somebody(tree, child):
            tree.hang(clause, child)
            return


def hang_relative(tree: Tree) -> None:
    """Hang ", who added" on Lee in "it fell, said Lee, who added", as his clause.

    Behind a comma no other clause has "who" or "which" for its subject, and none has
    "in which" behind a noun: "a war in which nine died".
    """
    for clause, relation in enumerate(tree.relation):
        if relation not in _OTHER_CLAUSES or tree.words[clause].upos != "VERB":
            continue
        name = _word_before_clause(tree, clause)
        nominal = name >= 0 and tree.words[name].upos in {"PROPN", "NOUN"}
        if nominal and not tree.is_below(name, clause):
            tree.move(clause, name, "acl:relcl")


def _word_before_clause(tree: Tree, clause: int) -> int:
    """Return the word before ", who" or "in which" that opens a clause, or -1."""
    who = tree.first_below(clause, "nsubj")
    if 0 < who < clause and tree.words[who].lemma.lower() in RELATIVES:
        return who - 2 if tree.words[who - 1].xpos == "," else -1
    case = tree.left(clause)
    which = tree.head[case]
    opened = tree.relation[case] == "case" and tree.words[which].xpos == "WDT"
    return case - 1 if opened and tree.head[which] == clause else -1


def _is_somebody(tree: Tree, index: int) -> bool:
    lemma = tree.words[index].lemma.lower()
    people = lemma in load_events().words["people"] or lemma in name_words().titles
    return people or is_person(tree, index)


def share_participle(tree: Tree, index: int) -> None:
    """Read "abducted in May and killed in June" behind a noun as two participles.

    What is joined to a participle, with neither a subject nor an object, was done to
    the same.
    """
    first, word = tree.head[index], tree.words[index]
    if word.xpos != "VBD" or tree.relation[first] != "acl" or index < first:
        return
    if tree.words[first].xpos == "VBN" and not tree.has_below(index, _FINITE):
        tree.words[index] = word._replace(xpos="VBN")
