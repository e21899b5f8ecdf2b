"""Laws of Universal Dependencies that a parser breaks, restored.

The model names the head of every word by itself and so breaks laws that hold for
the phrase as a whole: a predicate has one subject, a preposition stands at the edge
of its phrase, the agent of a passive does not hang on the place. Each repair
restores one such law and changes nothing where it holds.
"""

from dragoman.annotate.encoder_draft import Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_PREDICATES = frozenset({"root", "conj", "ccomp", "advcl", "acl:relcl", "parataxis"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# What names set a person beside, not a property of: "in Rome with Lee".
_LIFTED = frozenset({"with", "by"})
_TIMES = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"january", "february", "march", "april", "may", "june", "july", "august"}
    | {"september", "october", "november", "december", "today", "yesterday"}
    | {"tomorrow", "day", "week", "weekend", "month", "year", "morning", "evening"}
    | {"night", "afternoon", "noon", "hour", "minute", "time", "moment", "decade"}
    | {"tonight", "mile", "kilometre", "kilometer", "km", "meter", "metre", "way"}
    | {"spring", "summer", "autumn", "winter", "century", "eve", "date", "percent"}
)


def repair(tree: Tree) -> None:
    """Restore the laws in a sentence, the inner ones first."""
    relations = set(tree.relation)
    _move_inner_cases(tree)
    _open_participles(tree)
    _free_predicates(tree)
    if "fixed" in relations:
        _open_due_to(tree)
    for verb, word in enumerate(tree.words):
        if word.upos in {"VERB", "AUX"} and tree.relation[verb] != "aux":
            _keep_one_subject(tree, verb)
            _find_subject(tree, verb)
            _find_agent(tree, verb)
    for index, relation in enumerate(tree.relation):
        if relation == "conj":
            _part_conjunct(tree, index)
        elif relation == "nmod":
            _lift_from_name(tree, index)


def _move_inner_cases(tree: Tree) -> None:
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
        elif tree.words[before].upos in {"PROPN", "NOUN"} and before != whole:
            tree.move(part, before, "nmod")


def _open_participles(tree: Tree) -> None:
    """Read "between the ruling party and X" as a phrase, not as a clause."""
    for case, relation in enumerate(tree.relation):
        verb = tree.head[case]
        if relation != "case" or verb < 0 or tree.words[verb].xpos != "VBG":
            continue
        noun = next((c for c in tree.children(verb) if tree.relation[c] == "obj"), -1)
        if noun <= verb or tree.relation[verb] not in {"acl", "nmod", "obl", "advcl"}:
            continue
        verbal = tree.head[verb] >= 0 and tree.words[tree.head[verb]].upos == "VERB"
        tree.crown(verb, noun)
        tree.move(noun, tree.head[noun], "obl" if verbal else "nmod")
        tree.relation[verb] = "amod"


def _free_predicates(tree: Tree) -> None:
    """Read "State television aired films" as a clause: a modifier has no subject."""
    for verb, relation in enumerate(tree.relation):
        noun = tree.head[verb]
        if relation != "amod" or noun < verb or tree.words[verb].upos != "VERB":
            continue
        subjects = [c for c in tree.children(verb) if tree.relation[c] in _SUBJECTS]
        if not subjects or subjects[0] > verb:
            continue
        stop = [c for c in tree.children(noun) if tree.relation[c] == "punct"]
        tree.move(verb, tree.head[noun], tree.relation[noun])
        tree.move(noun, verb, "obj")
        for child in stop:
            tree.hang(child, verb)


def _open_due_to(tree: Tree) -> None:
    """Read "was due to meet" as an adjective with its open clause."""
    for due, word in enumerate(tree.words):
        verb = tree.head[due]
        if word.lemma != "due" or tree.relation[due] not in {"mark", "case"}:
            continue
        if verb < 0 or verb < due or tree.words[verb].upos != "VERB":
            continue
        to = next((c for c in tree.children(due) if tree.relation[c] == "fixed"), -1)
        copula = [
            c
            for c in tree.children(verb)
            if tree.relation[c] in {"cop", "aux", "aux:pass"} and c < due
        ]
        if to < 0 or not copula:
            continue
        tree.move(due, tree.head[verb], tree.relation[verb])
        for child in tree.children(verb):
            if child < due or tree.relation[child] == "punct":
                tree.hang(child, due)
        tree.move(verb, due, "xcomp")
        tree.move(to, verb, "mark")
        for child in copula:
            tree.relation[child] = "cop"


def _keep_one_subject(tree: Tree, verb: int) -> None:
    """Join or move what stands as a second subject of a verb."""
    found = [c for c in tree.children(verb) if tree.relation[c] in _SUBJECTS]
    if len(found) < 2:
        return
    first = found[0]
    for second in found[1:]:
        joined = any(tree.relation[c] == "cc" for c in tree.children(second))
        if joined and (first > verb) == (second > verb):
            tree.move(second, first, "conj")
            for between in found:
                if first < between < second and tree.head[between] == verb:
                    tree.move(between, first, "conj")
        elif second == first + 1:  # "party insiders", "A. Lee"
            for child in tree.children(first):
                tree.hang(child, second)
            tree.move(first, second, "compound")
        else:
            _give_subject(tree, verb, second)


def _give_subject(tree: Tree, verb: int, second: int) -> None:
    """Give "He said the page concerned flags" its inner subject."""
    for clause in tree.children(verb):
        if tree.relation[clause] not in {"ccomp", "xcomp", "conj", "advcl"}:
            continue
        own = any(tree.relation[c] in _SUBJECTS for c in tree.children(clause))
        if verb < second < clause and not own:
            tree.move(second, clause, "nsubj")
            if tree.relation[clause] == "xcomp":
                tree.relation[clause] = "ccomp"
            return


def _find_subject(tree: Tree, verb: int) -> None:
    """Find the subject of a finite verb in the phrase right before it."""
    if tree.relation[verb] not in _PREDICATES - {"conj"}:
        return
    children = tree.children(verb)
    kinds = {tree.relation[child] for child in children}
    if kinds & {"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"}:
        return
    finite = tree.words[verb].xpos in _FINITE or any(
        tree.relation[c] in {"aux", "cop", "aux:pass"}
        and tree.words[c].xpos in _FINITE | {"MD"}
        for c in children
    )
    if not finite:
        return
    passive = "aux:pass" in kinds
    relation = "nsubj:pass" if passive else "nsubj"
    before = [c for c in children if c < verb and tree.words[c].upos in _NOMINAL]
    for phrase in reversed(before):
        if tree.relation[phrase] == "obl:unmarked" and not _is_time(tree, phrase):
            tree.move(phrase, verb, relation)
            return
        if not tree.relation[phrase].startswith("obl"):
            continue
        # "In Rome, the Commission held": taken for an apposition to Rome.
        apposed = [c for c in tree.children(phrase) if tree.relation[c] == "appos"]
        if apposed and apposed[-1] > phrase:
            last = apposed[-1]
            edge = range(tree.right(last) + 1, verb)
            loose = all(
                tree.relation[i] in {"aux", "aux:pass", "advmod", "cop"} for i in edge
            )
            if loose and tree.words[last].upos in _NOMINAL:
                tree.move(last, verb, relation)
        return


def _is_time(tree: Tree, index: int) -> bool:
    if tree.words[index].lemma.lower() in _TIMES or tree.words[index].upos == "NUM":
        return True
    return any(
        tree.words[child].lemma.lower() in _TIMES for child in tree.children(index)
    )


def _find_agent(tree: Tree, verb: int) -> None:
    """Find the agent of a passive that hangs on a name inside of the clause."""
    children = tree.children(verb)
    passive = any(tree.relation[c] == "aux:pass" for c in children) or (
        tree.words[verb].xpos == "VBN" and tree.relation[verb] == "acl"
    )
    if not passive or any(
        tree.relation[c].startswith("obl") and tree.case(c) == "by" for c in children
    ):
        return
    for phrase in children:
        if phrase < verb or not tree.relation[phrase].startswith("obl"):
            continue
        place = tree.words[phrase].upos == "PROPN" or _is_time(tree, phrase)
        for inner in tree.children(phrase):
            if place and tree.relation[inner] == "nmod" and tree.case(inner) == "by":
                tree.move(inner, verb, "obl:agent")
                return


def _part_conjunct(tree: Tree, index: int) -> None:
    """Read a late conjunct without "and": an apposition, or a further phrase."""
    first = tree.head[index]
    if any(tree.relation[c] in {"cc", "conj"} for c in tree.children(index)):
        return
    if index < first or tree.words[index].upos != "PROPN":
        return
    earlier = [
        c
        for c in tree.children(first)
        if tree.relation[c] == "conj"
        and c < index
        and any(tree.relation[d] == "cc" for d in tree.children(c))
    ]
    case = tree.case(index)
    if case and case != tree.case(first):  # "between A and B, in Rome"
        above = tree.head[first]
        if above >= 0 and tree.words[above].upos in {"VERB", "AUX", "NOUN"}:
            verbal = tree.words[above].upos != "NOUN"
            tree.move(index, above, "obl" if verbal else "nmod")
    elif earlier and not case and tree.words[earlier[-1]].upos == "NOUN":
        tree.move(index, earlier[-1], "appos")  # "A and the minister, B"


def _lift_from_name(tree: Tree, index: int) -> None:
    """Hang "with Lee" of "met in Rome with Lee" on the verb."""
    name = tree.head[index]
    above = tree.head[name]
    if above < 0 or index < name or tree.words[name].upos != "PROPN":
        return
    if tree.words[above].upos != "VERB" or tree.relation[name] not in {"obl", "obj"}:
        return
    lower = tree.words[index].lemma.lower()
    case = tree.case(index)
    dated = case in {"on", "in", "at"} and lower in _TIMES
    if case in _LIFTED or dated:
        tree.move(index, above, "obl")
