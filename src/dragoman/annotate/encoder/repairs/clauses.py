"""Laws of Universal Dependencies restored where one clause runs into the next words.

An auxiliary belongs to its participle, a subject to the verb behind it, and what a
colon opens is a clause of its own.
"""

from dragoman.annotate.encoder.draft import INSIDE, SUBJECTS, Tree
from dragoman.data.tables import name_words
from dragoman.model.syntax import NOMINAL, TENSED
from dragoman.text.sayings import GROUNDS

COMPASS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast"}
    | {"southwest"}
)
# Participles that count as adjectives elsewhere.
_BASES = {"injured": "injure", "wounded": "wound"}
APPEALS = frozenset(
    {"appeal", "call", "demand", "invitation", "order", "plea", "request", "ultimatum"}
    | {"instruction", "warning", "advice"}
)
CALLING = frozenset({"brand", "call", "consider", "deem", "dub", "label", "term"})
CHOOSING = frozenset({"appoint", "choose", "elect", "make", "name", "nominate"})
_GROUNDED = frozenset({"for", "in", "on", "out", "under", "with"})
_FRONTED = frozenset({"obl", "obl:unmarked", "advmod"})
# Behind a number, those who came out of it so.
VICTIMS = frozenset({"dead", "wounded", "injured", "missing", "hurt"})


def join_having(tree: Tree) -> None:
    """Give "accused him of having taken two boats" its participle back.

    It stood on the object as an adjective, and the auxiliary for the verb.
    """
    for verb in range(1, len(tree.words)):
        helper = verb - 1
        noun = tree.head[verb]
        if tree.words[helper].lemma != "have" or tree.words[helper].xpos != "VBG":
            continue
        inside = tree.relation[verb] in {"amod", "acl"} and noun > verb
        if not inside or tree.relation[helper] in {"aux", "root"}:
            continue
        above, relation = tree.head[helper], tree.relation[helper]
        for child in tree.children(helper):
            tree.hang(child, verb)
        tree.move(verb, above, relation)
        tree.move(helper, verb, "aux")
        tree.move(noun, verb, "obj")
        tree.words[verb] = tree.words[verb]._replace(upos="VERB", xpos="VBN")


def join_perfect(tree: Tree) -> None:
    """Hang "having" of "denied having taken two boats" on "taken".

    Between a verb and a participle right behind it there is no other clause.
    """
    for verb in range(2, len(tree.words)):
        helper = verb - 1
        if tree.words[helper].upos == "ADV":
            helper -= 1
        word, cue = tree.words[helper], tree.head[helper]
        if word.lemma != "have" or word.xpos != "VBG" or not 0 <= cue < helper:
            continue
        beside = tree.head[verb] in {cue, helper} and tree.words[verb].xpos == "VBN"
        if not beside or tree.relation[verb] not in {"xcomp", "ccomp"}:
            continue
        for child in tree.children(helper):
            tree.hang(child, verb)
        tree.move(verb, cue, "xcomp")
        tree.move(helper, verb, "aux")


def give_predicate(tree: Tree) -> None:
    """Read "an affair" of "calls the ruling an affair" as what the ruling is called.

    A noun has no object.
    """
    for second, relation in enumerate(tree.relation):
        first = tree.head[second]
        if relation != "obj" or not 0 <= first < second:
            continue
        verb = tree.head[first]
        held = tree.relation[first] in {"obj", "xcomp"} and tree.has_below(
            first, {"det"}
        )
        called = verb >= 0 and tree.words[verb].lemma in CALLING
        if held and called and verb < first and not tree.case(second):
            tree.move(second, verb, "xcomp")
            tree.relation[first] = "obj"
            tree.words[first] = tree.words[first]._replace(upos="NOUN", xpos="NN")


def open_infinitive(tree: Tree) -> None:
    """Read "march" of "vowed to march on the capital" as a verb: it has that form."""
    for verb, relation in enumerate(tree.relation):
        to, vowed = verb - 1, tree.head[verb]
        if relation != "obl" or tree.words[verb].xpos != "VB" or vowed < 0:
            continue
        led = tree.head[to] == verb and tree.words[to].lemma == "to"
        takes = tree.words[vowed].upos == "VERB" and tree.words[vowed].lemma != "say"
        if led and takes and vowed < to:
            tree.make_verb(verb)
            tree.relation[verb] = "xcomp"
            tree.words[to] = tree.words[to]._replace(upos="PART", xpos="TO")
            tree.relation[to] = "mark"


def join_hyphened(tree: Tree) -> None:
    """Read "test" of "Gao test-fired a missile" as part of the verb, Gao as subject.

    And "in" of "held an in-depth exchange" as part of a word, no preposition.
    """
    _open_hyphened(tree)
    for hyphen in range(1, len(tree.words) - 1):
        part, verb = hyphen - 1, hyphen + 1
        if tree.words[hyphen].xpos != "HYPH" or tree.words[verb].upos != "VERB":
            continue
        noun = tree.words[part].upos == "NOUN" and tree.head[part] == verb
        if not noun or tree.words[verb].xpos not in TENSED:
            continue
        known = any(
            tree.relation[c] in SUBJECTS and c != part for c in tree.children(verb)
        )
        below = [c for c in tree.children(part) if tree.words[c].upos in NOMINAL]
        tree.relation[part] = "compound"
        if below and not known:
            for child in tree.children(part):
                if child != below[-1]:
                    tree.hang(child, below[-1])
            tree.move(below[-1], verb, "nsubj")


def _open_hyphened(tree: Tree) -> None:
    for hyphen in range(1, len(tree.words) - 1):
        part = hyphen - 1
        if tree.words[hyphen].xpos != "HYPH" or tree.relation[part] != "case":
            continue
        noun = tree.head[part]
        if noun <= hyphen + 1:
            continue
        tree.relation[part] = "compound"
        verb = tree.head[noun]
        taken = verb >= 0 and tree.first_below(verb, "obj") >= 0
        if tree.relation[noun] == "obl" and not tree.case(noun) and not taken:
            tree.relation[noun] = "obj"


def show_doing(tree: Tree) -> None:
    """Read "soldiers" of "show soldiers firing" as what is shown."""
    for verb, relation in enumerate(tree.relation):
        shown = tree.head[verb]
        if relation != "ccomp" or tree.words[verb].xpos != "VBG" or shown > verb:
            continue
        own = tree.children(verb)
        if any(tree.relation[c] in {"aux", "mark", "cop"} for c in own):
            continue
        doer = next((c for c in own if tree.relation[c] == "nsubj"), -1)
        seen = [c for c in tree.children(shown) if tree.relation[c] == "obj"]
        if not seen and 0 <= shown < doer < verb:
            tree.move(doer, shown, "obj")
            tree.move(verb, doer, "acl")
        elif seen and doer < 0 and seen[0] < verb:
            tree.move(verb, seen[0], "acl")


def join_office(tree: Tree) -> None:
    """Hang "leader" on "elected" in "until he was elected leader of the Front"."""
    for verb, word in enumerate(tree.words[:-1]):
        noun = verb + 1
        if word.lemma not in CHOOSING or word.upos != "VERB":
            continue
        while noun + 1 < len(tree.words) and tree.relation[noun] in INSIDE:
            noun += 1
        if tree.words[noun].upos != "NOUN" or tree.left(noun) != verb + 1:
            continue
        office = tree.words[noun].lemma in name_words().titles
        if office and tree.head[noun] != verb and not tree.is_below(verb, noun):
            tree.move(noun, verb, "xcomp")


def hang_appeal(tree: Tree) -> None:
    """Hang "to leave" of "the appeal of Lee to the rebels to leave" on the appeal."""
    for verb, relation in enumerate(tree.relation):
        asked = tree.head[verb]
        if relation != "acl" or tree.words[verb].xpos != "VB" or asked < 0:
            continue
        appeal = tree.head[asked]
        if tree.relation[asked] != "nmod" or tree.case(asked) not in {
            "to",
            "on",
            "for",
        }:
            continue
        if tree.words[appeal].lemma.lower() in APPEALS and appeal < asked < verb:
            tree.hang(verb, appeal)


def part_compass(tree: Tree) -> None:
    """Free the object of "struck a depot south of Gao" from the compass."""
    for compass, word in enumerate(tree.words):
        noun = compass - 1
        verb = tree.head[compass]
        if word.lemma.lower() not in COMPASS or noun < 0 or verb < 0:
            continue
        drawn = tree.head[noun] == compass and tree.relation[noun] == "compound"
        if not drawn or tree.words[verb].upos != "VERB" or noun < verb:
            continue
        if tree.words[noun].upos not in {"NOUN", "PROPN"}:
            continue
        if tree.first_below(verb, "obj") not in {-1, compass}:
            continue
        for child in tree.children(compass):
            if child < noun:
                tree.hang(child, noun)
        tree.move(noun, verb, "obj")
        tree.move(compass, noun, "advmod")


def count_second(tree: Tree) -> None:
    """Give "nine were killed and twenty wounded" its second subject."""
    for number, word in enumerate(tree.words):
        verb = tree.head[number]
        if word.upos != "NUM" or verb != number + 1 or tree.relation[verb] != "conj":
            continue
        if tree.words[verb].xpos not in {"VBN", "VBD", "JJ"}:
            continue
        first = tree.head[verb]
        below = {tree.relation[child] for child in tree.children(first)}
        if "nummod" in below and tree.words[first].xpos == "VBN":
            tree.relation[verb] = "acl"  # "84 killed and 284 injured": of them
        elif "nsubj:pass" in below:
            tree.relation[number] = "nsubj:pass"
            lemma = _BASES.get(tree.words[verb].lemma, tree.words[verb].lemma)
            tree.words[verb] = tree.words[verb]._replace(
                upos="VERB", xpos="VBN", lemma=lemma
            )


def count_victims(tree: Tree) -> None:
    """Read "19 dead and 46 wounded" as phrases: numbers count what is behind."""
    before = -1
    for index, word in enumerate(tree.words):
        number = index - 1
        if word.lemma.lower() not in VICTIMS or number < 0:
            continue
        if tree.words[number].upos != "NUM":
            continue
        if before >= 0 and tree.relation[index] == "conj":
            tree.hang(index, before)
        if tree.head[number] == index:
            tree.relation[number] = "nummod"
        elif tree.head[number] == tree.head[index] >= 0:
            tree.relation[index] = tree.relation[number]
            for child in tree.children(number):
                tree.hang(child, index)
            tree.move(number, index, "nummod")
        before = index


def name_fighting(tree: Tree) -> None:
    """Make a noun of "Fighting between A and B went on": it has no object."""
    for index, word in enumerate(tree.words):
        if word.lemma.lower() != "fight" or word.xpos != "VBG":
            continue
        children = tree.children(index)
        if tree.relation[index] not in {"nsubj", "csubj", "advcl"} or any(
            tree.relation[child] in {"obj", "nsubj", "punct"} for child in children
        ):
            continue
        verb = tree.head[index]
        if tree.relation[index] == "advcl" and (
            verb < index or tree.has_below(verb, SUBJECTS)
        ):
            continue
        tree.words[index] = word._replace(upos="NOUN", xpos="NN", lemma="fighting")
        tree.relation[index] = "nsubj"
        sides = [child for child in children if tree.relation[child] == "obl"]
        for child in children:
            if child in sides:
                tree.relation[child] = "nmod"
            elif tree.relation[child] == "conj" and sides:
                tree.hang(child, sides[-1])  # "between A and B"


def open_behind_colon(tree: Tree) -> None:
    """Give a clause behind a colon what stands between them: "it broke: on Monday"."""
    for colon, word in enumerate(tree.words):
        verb = _clause_behind(tree, colon) if word.lemma == ":" else None
        if verb is None:
            continue
        for phrase in range(colon + 1, verb):
            outside = 0 <= tree.head[phrase] < colon
            if outside and tree.relation[phrase] in _FRONTED:
                tree.hang(phrase, verb)


def _clause_behind(tree: Tree, colon: int) -> int | None:
    """Return the predicate that a colon opens, if it hangs on what is before it."""
    return next(
        (
            verb
            for verb in range(colon + 1, len(tree.words))
            if 0 <= tree.head[verb] < colon
            and tree.relation[verb] in {"ccomp", "parataxis", "appos", "conj"}
            and tree.words[verb].upos == "VERB"
        ),
        None,
    )


def open_due_to(tree: Tree) -> None:
    """Read "was due to meet" as an adjective with its open clause."""
    for due, word in enumerate(tree.words):
        verb = tree.head[due]
        if word.lemma != "due" or tree.relation[due] not in {"mark", "case"}:
            continue
        if verb < due or not _takes_object(tree, verb):
            continue
        to = tree.first_below(due, "fixed")
        copula = [
            c
            for c in tree.children(verb)
            if tree.relation[c] in {"cop", "aux", "aux:pass"} and c < due
        ]
        if to < 0 or not copula:
            continue
        tree.make_verb(verb)
        tree.move(due, tree.head[verb], tree.relation[verb])
        for child in tree.children(verb):
            if child < due or tree.relation[child] in {"punct", "conj"}:
                tree.hang(child, due)
            tree.relation[child] = tree.relation[child].removesuffix(":outer")
        tree.move(verb, due, "xcomp")
        for child in tree.children(verb):
            if tree.relation[child] in {"flat", "appos"} and child > verb:
                tree.relation[child] = "obj"
        tree.move(to, verb, "mark")
        for child in copula:
            tree.relation[child] = "cop"


def _takes_object(tree: Tree, verb: int) -> bool:
    """Tell whether a word is a verb, or a noun with a bare name after it."""
    if tree.words[verb].upos == "VERB" or tree.words[verb].lemma == "open":
        return True
    following = next((c for c in tree.children(verb) if c > verb), -1)
    return (
        following > 0
        and tree.words[verb].xpos == "NN"
        and tree.words[following].upos == "PROPN"
        and not tree.case(following)
        and tree.left(following) == verb + 1
    )


def hang_on_noun(tree: Tree) -> None:
    """Hang "that Mali left" on the condition in "promised gas on condition that".

    Behind "on condition", "in the hope" a clause tells which, and not what was said.
    """
    for clause, relation in enumerate(tree.relation):
        if relation not in {"ccomp", "advcl", "acl"}:
            continue
        that = tree.left(clause)
        noun = that - 1
        if noun < 1 or tree.words[that].lemma.lower() != "that":
            continue
        if tree.head[that] != clause or tree.words[noun].lemma.lower() not in GROUNDS:
            continue
        if tree.head[clause] != noun and tree.case(noun) in _GROUNDED:
            tree.move(clause, noun, "acl")
