"""Who tells it behind the verb: "Two died, confirmed police"."""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.data.tables import name_words
from dragoman.model.syntax import PAST, TENSED
from dragoman.text.sayings import SAYING, TELLING

# "Told journalists": behind that verb stands who hears it.
_SAYING = SAYING - {"tell"}
_FORMS = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_TOLD = frozenset({"ccomp", "xcomp", "advcl", "parataxis"})
_CONTENT = frozenset({"ccomp", "xcomp", "obj"})
_BEHIND = frozenset({"obl", "advmod", "punct", "nmod", "appos", "acl", "acl:relcl"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NOMINATIVE = frozenset({"he", "she", "they"})
_FINITE = frozenset({"aux", "aux:pass", "mark", "cop", "obj"})
_BESIDE = frozenset({"advcl", "conj", "dep"})
_LONG_ASIDE = 2
# Who tells things and is in no list of offices and bodies.
_TELLERS = frozenset({"source", "medium", "media", "witness", "resident", "report"})


def turn_teller(tree: Tree) -> None:
    """Give a verb of telling behind a comma at the end its subject and its content.

    Behind "said" the parser expects who said it, behind "confirmed" what was confirmed.
    """
    for verb in range(3, len(tree.words) - 1):
        word = tree.words[verb]
        if word.lemma not in _SAYING or word.xpos not in _FORMS:
            continue
        if tree.words[verb - 1].lemma != ",":
            continue
        teller = _find_teller(tree, verb)
        clause = None if teller is None else _find_clause(tree, verb)
        if teller is None or clause is None:
            continue
        if tree.head[verb] >= 0:
            tree.words[verb] = word._replace(upos="VERB", xpos="VBD")
            tree.move(verb, -1, "root")
        for child in tree.children(clause):
            if child > verb:
                tree.hang(child, verb)
        for child in tree.children(verb):
            if clause < child < verb and tree.relation[child] == "obl":
                tree.hang(child, clause)  # "was shot on Monday, confirmed police"
        tree.move(clause, verb, "ccomp")
        tree.move(teller, verb, "nsubj")
        return


def part_aside(tree: Tree) -> None:
    """Read "he goes on" of "if it stays shut, he goes on, police will come" as aside.

    A pronoun and its verb between two commas are part of no other clause; nor is
    whoever says something, as in "met Lee and, an aide says, warned him".
    """
    for verb in range(2, len(tree.words) - 1):
        if tree.relation[verb] not in _BESIDE or tree.words[verb].xpos not in TENSED:
            continue
        alone = tree.words[verb - 1].lemma in _NOMINATIVE
        told = tree.words[verb].lemma in _SAYING and tree.head[verb] > verb
        doer = tree.first_below(verb, "nsubj")
        if doer != verb - 1 or not (alone or (told and tree.right(verb) <= verb + 1)):
            continue
        start = doer if alone else tree.left(doer)
        if start < 1 or tree.words[start - 1].lemma != ",":
            continue
        if tree.right(verb) - verb <= _LONG_ASIDE:
            tree.relation[verb] = "parataxis"
            around = tree.head[verb]
            for child in tree.children(verb):
                if tree.relation[child] == "cc":
                    tree.hang(child, around)
            joined = tree.has_below(around, {"cc"}) and tree.head[around] >= 0
            if joined and tree.relation[around] == "ccomp":
                tree.relation[around] = "conj"  # "met Lee and, he says, warned her"


def join_around_aside(tree: Tree) -> None:
    """Read "The truce signed in May, she warned, “is dead”" as a truce that is dead.

    What is told lacks its subject where another clause before the aside has one.
    """
    for saying in range(2, len(tree.words) - 1):
        if tree.words[saying].lemma not in _SAYING or tree.words[saying].xpos != "VBD":
            continue
        below = tree.children(saying)
        told = [c for c in below if tree.relation[c] == "ccomp" and c > saying]
        if len(told) != 1 or tree.has_below(told[0], SUBJECTS):
            continue
        above = tree.head[saying]
        doers = [c for c in below if c < saying and tree.relation[c] in SUBJECTS]
        if len(doers) > 1 and tree.words[tree.left(doers[-1]) - 1].lemma == ",":
            tree.move(doers[0], told[0], tree.subject_kind(told[0]))
            continue
        before = [c for c in below if c < saying and tree.relation[c] in _TOLD]
        if tree.relation[saying] == "parataxis" and above < saying:
            before = [above]
        if before and _is_reduced(tree, before[-1], saying):
            signed = before[-1]
            thing = next(
                c for c in tree.children(signed) if tree.relation[c] in SUBJECTS
            )
            if signed == above:
                tree.move(saying, tree.head[signed], tree.relation[signed])
                for child in tree.children(signed):
                    if child > saying:
                        tree.hang(child, saying)
            tree.words[signed] = tree.words[signed]._replace(xpos="VBN")
            tree.move(thing, told[0], tree.subject_kind(told[0]))
            tree.move(signed, thing, "acl")


def _is_reduced(tree: Tree, verb: int, saying: int) -> bool:
    """Tell whether "the truce signed in May" before an aside is no clause."""
    things = [c for c in tree.children(verb) if tree.relation[c] in SUBJECTS]
    if len(things) != 1 or not things[0] < verb < saying or tree.case(things[0]):
        return False
    finite = tree.has_below(verb, _FINITE) or tree.words[verb].xpos not in PAST
    teller = tree.left(tree.first_below(saying, "nsubj"))
    return not finite and teller > 0 and tree.words[teller - 1].lemma == ","


def name_speaker(tree: Tree) -> None:
    """Read "the Emir" of "It took days, said the Emir, before ..." as who said it.

    What stands right behind a verb of telling that a comma parts from what is told, and
    that has no subject, is no clause.
    """
    for verb in range(3, len(tree.words) - 1):
        word = tree.words[verb]
        if word.lemma not in _SAYING or word.xpos not in _FORMS:
            continue
        if tree.words[verb - 1].lemma != "," and tree.words[verb - 1].xpos != "''":
            continue
        children = tree.children(verb)
        behind = next((c for c in children if c > verb), -1)
        if behind < 0 or tree.relation[behind] not in _CONTENT:
            continue
        if any(tree.relation[c] in SUBJECTS for c in children):
            continue
        own = {tree.relation[c] for c in tree.children(behind)}
        bare = not own & (SUBJECTS | {"cop", "mark", "aux"})
        if bare and tree.left(behind) == verb + 1 and _can_tell(tree, behind):
            tree.relation[behind] = "nsubj"


def name_hearer(tree: Tree) -> None:
    """Read "the king" of "flew home and, Lee said, warned the king that" as who hears.

    Behind "and" no subject follows its verb, least of all before what he is told.
    """
    for verb, relation in enumerate(tree.relation):
        if relation != "conj" or tree.words[verb].lemma not in TELLING:
            continue
        below = tree.children(verb)
        joined = any(tree.relation[c] == "cc" and c < verb for c in below)
        told = any(tree.relation[c] == "ccomp" and c > verb for c in below)
        subjects = [c for c in below if tree.relation[c] == "nsubj"]
        if joined and told and len(subjects) == 1:
            behind = tree.left(subjects[0]) == verb + 1
            tree.relation[subjects[0]] = "obj" if behind else "nsubj"


def _find_teller(tree: Tree, verb: int) -> int | None:
    """Return the noun right behind a verb that ends the sentence, if it can tell."""
    if any(tree.relation[c] in SUBJECTS for c in tree.children(verb) if c < verb):
        return None
    above = tree.head[verb]
    if tree.relation[verb] == "amod" and above > verb:
        teller = above
    else:
        behind = [c for c in tree.children(verb) if c > verb]
        if not behind and above >= 0:
            behind = [c for c in tree.children(above) if c > verb][:1]
        if not behind or tree.left(behind[0]) != verb + 1:
            return None
        teller = behind[0]
        if any(tree.relation[other] not in _BEHIND for other in behind[1:]):
            return None
    last = len(tree.words) - 1
    ends = all(
        tree.words[at].upos == "PUNCT"
        for at in range(max(tree.right(teller), tree.right(verb)) + 1, last + 1)
    )
    return teller if ends and _can_tell(tree, teller) else None


def _can_tell(tree: Tree, noun: int) -> bool:
    word, words = tree.words[noun], name_words()
    if word.upos not in _NOUNS or tree.case(noun):
        return False
    lemma = word.lemma.lower()
    return (
        word.upos == "PROPN"
        or lemma in words.titles
        or lemma in words.humans
        or lemma in _TELLERS
        or lemma in words.describes
        or lemma in words.organizations
    )


def _find_clause(tree: Tree, verb: int) -> int | None:
    """Return the clause before a verb, if it is one: with a subject of its own."""
    if tree.head[verb] >= 0:
        clause = tree.relation.index("root")
    else:
        told = [c for c in tree.children(verb) if tree.relation[c] in _TOLD]
        clause = told[0] if told else verb
    if clause >= verb:
        return None
    own = {tree.relation[child] for child in tree.children(clause)}
    return clause if own & (SUBJECTS | {"expl"}) else None
