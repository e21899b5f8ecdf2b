"""Laws of Universal Dependencies restored in plain clauses read as one noun phrase."""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.annotate.encoder.repairs.subjects import FILLED, TIMES
from dragoman.model.syntax import FINITE, PAST, TENSED

# How somebody comes out of what is done to him: "shot dead her son".
RESULTS = frozenset({"dead", "free", "open", "bare", "loose", "alight", "ablaze"})
# What says of somebody what he is: "found Lee guilty".
JUDGING = frozenset(
    {"call", "consider", "declare", "deem", "find", "hold", "judge", "leave", "make"}
    | {"pronounce", "prove", "rule", "think"}
)
# What says of its subject what he is, is called or becomes.
_LINKING = frozenset(
    {"appear", "be", "become", "call", "declare", "deem", "elect", "end", "look"}
    | {"name", "prove", "rank", "remain", "seem", "serve", "sound", "start", "stay"}
    | {"turn", "appoint", "crown", "dub", "nominate", "style", "feel", "go", "come"}
)
_IN_PHRASE = frozenset({"acl", "compound", "appos", "nmod"})
_SHOT = frozenset({"shot", "shoot"})
_VERDICTS = frozenset({"guilty", "innocent", "liable", "responsible"})
_MODIFIERS = frozenset({"det", "nmod:poss", "nummod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_JOINED = SUBJECTS | {"conj"}
_MANY = frozenset({"NNS", "NNPS"})
_MEASURES = TIMES | {"bit", "lot", "deal", "while", "little", "way", "time", "size"}


def crown_shot_dead(tree: Tree) -> None:
    """Read "men on a motorbike shot dead Lee" as what the men did: no shot is dead."""
    for shot in range(1, len(tree.words) - 1):
        word, doer = tree.words[shot], tree.head[shot]
        if word.lemma.lower() not in _SHOT or tree.words[shot + 1].lemma != "dead":
            continue
        if tree.relation[shot] not in _IN_PHRASE or not 0 <= doer < shot:
            continue
        hit = tree.head[doer]  # "men ... shot dead Lee" as a phrase of Lee's
        if tree.relation[doer if hit < shot else hit] == "root":
            tree.words[shot] = word._replace(upos="VERB", xpos="VBD", lemma="shoot")
            _crown_shot(tree, shot, doer, hit)


def _crown_shot(tree: Tree, shot: int, doer: int, hit: int) -> None:
    """Make a shot the predicate of who fired it and of whom it hit."""
    tree.move(shot, -1, "root")
    tree.move(doer, shot, "nsubj")
    if hit > shot:
        tree.move(hit, shot, "obj")
    tree.move(shot + 1, shot, "xcomp")
    between = [c for c in tree.children(shot) if doer < c < shot]
    if between:  # "on a motorbike"
        tree.move(between[-1], doer, "nmod")
        for child in between[:-1]:
            tree.hang(child, between[-1])
    for child in tree.children(doer):
        if child < doer and tree.case(child):
            tree.move(child, shot, "obl")
        elif child > shot and tree.words[child].upos in _NOUNS:
            tree.move(child, shot, "obj")


def free_result(tree: Tree) -> None:
    """Hang "dead" of "shot dead her son" on the verb.

    No adjective that modifies a noun stands before its article or number.
    """
    for index, relation in enumerate(tree.relation):
        noun, verb = tree.head[index], index - 1
        if relation != "amod" or noun < index or verb < 0:
            continue
        if tree.words[index].lemma.lower() not in RESULTS:
            continue
        if tree.words[verb].upos == "VERB" and any(
            index < child < noun and tree.relation[child] in _MODIFIERS
            for child in tree.children(noun)
        ):
            tree.move(index, verb, "xcomp")


def give_object(tree: Tree, index: int) -> None:
    """Read "the post" of "burned the post at Osk" as the object: no adverb.

    A common noun with its article behind a verb without an object, but no time
    ("left the next day") and no measure ("grew a bit").
    """
    word, verb = tree.words[index], tree.head[index]
    if word.upos != "NOUN" or index < verb or verb < 0:
        return
    if tree.words[tree.left(index)].upos != "DET":
        return
    if tree.words[verb].upos != "VERB" or tree.has_below(verb, FILLED):
        return
    if word.lemma.lower() not in _MEASURES and not tree.case(index):
        tree.relation[index] = "obj"


def give_late_object(tree: Tree, index: int) -> None:
    """Read "the envoy" of "received in Rome the envoy" as whom she received.

    Behind a phrase of place no verb that takes an object tells what its subject is.
    """
    verb = tree.head[index]
    if tree.words[index].upos not in _NOUNS or not 0 <= verb < index:
        return
    if tree.words[verb].lemma in _LINKING or tree.has_below(verb, {"obj", "ccomp"}):
        return
    between = any(
        verb < phrase < index and tree.relation[phrase] == "obl" and tree.case(phrase)
        for phrase in tree.children(verb)
    )
    if between and not tree.has_below(index, {"case", "cop", "mark", "aux"}):
        tree.relation[index] = "obj"


def part_verdict(tree: Tree) -> None:
    """Read "Lee" of "found Lee guilty" as the object: no name ends in an adjective."""
    for index, relation in enumerate(tree.relation):
        name, verb = index - 1, tree.head[index]
        word = tree.words[index]
        said = word.upos == "ADJ" or word.lemma.lower() in _VERDICTS
        if relation not in {"obj", "xcomp"} or not said:
            continue
        if not 0 <= verb < name or tree.words[verb].lemma.lower() not in JUDGING:
            continue
        if (tree.relation[name], tree.head[name]) == ("compound", index) and (
            tree.words[name].upos == "PROPN"
        ):
            tree.move(name, verb, "obj")
            tree.relation[index] = "xcomp"
            tree.words[index] = word._replace(upos="ADJ", xpos="JJ")
            for child in tree.children(index):
                if child < name and tree.relation[child] in _MODIFIERS | {"compound"}:
                    tree.hang(child, name)
                elif tree.relation[child] == "nmod" and tree.case(child) != "of":
                    tree.move(child, verb, "obl")  # "guilty of theft on Monday"


def crown_clash(tree: Tree) -> None:
    """Make "flared" the root of "Clashes between A and B flared in Gao".

    What "and" joins to the phrase of "between" is no subject of the verb behind it.
    """
    noun = tree.root()
    if noun < 0 or tree.words[noun].upos not in _NOUNS:
        return
    sides = [c for c in tree.children(noun) if tree.case(c) == "between"]
    for verb in tree.children(noun):
        if tree.relation[verb] != "conj" or tree.words[verb].xpos not in TENSED:
            continue
        for second in tree.children(verb):
            joined = tree.relation[second] in SUBJECTS and any(
                tree.relation[child] == "cc" for child in tree.children(second)
            )
            if joined and sides and sides[0] < second < verb:
                _crown(tree, noun, verb)
                tree.move(second, sides[0], "conj")
                return


def join_second_side(tree: Tree) -> None:
    """Join B to A in "talks between miners and the ministry": "between" asks for two.

    Where the first are several, "and the ministry" may come out as a second subject.
    """
    for case, relation in enumerate(tree.relation):
        if relation != "case" or tree.words[case].lemma.lower() != "between":
            continue
        side = tree.head[case]
        noun = tree.head[side]
        if noun < 0 or tree.has_below(side, {"conj"}):
            continue
        behind = tree.right(side) + 1
        verb = tree.head[noun]
        for second in (
            *tree.children(noun),
            *(tree.children(verb) if verb >= 0 else ()),
        ):
            joined = tree.relation[second] in _JOINED and tree.has_below(second, {"cc"})
            nominal = tree.words[second].upos in _NOUNS and not tree.case(second)
            if joined and nominal and tree.left(second) == behind:
                tree.move(second, side, "conj")
                break


def crown_outbreak(tree: Tree) -> None:
    """Make "erupted" the root of "Fighting erupted in Gao"."""
    noun, verb = tree.root(), tree.root() + 1
    if noun != 0 or verb >= len(tree.words) or tree.words[noun].xpos != "VBG":
        return
    shaped = tree.head[verb] == noun and tree.relation[verb] in {"xcomp", "ccomp"}
    if shaped and tree.words[verb].xpos in TENSED:
        tree.words[noun] = tree.words[noun]._replace(upos="NOUN", xpos="NN")
        _crown(tree, noun, verb)


def crown_plain_past(tree: Tree) -> None:
    """Make a verb of "Militants looted clinics in Gao".

    A sentence has a predicate: where none is finite, the participle between two nouns
    in the plural is one in the past.
    """
    noun = tree.root()
    if noun < 0 or tree.words[noun].xpos not in _MANY or tree.words[-1].lemma != ".":
        return
    if any(word.xpos in FINITE for word in tree.words):
        return
    for verb in tree.children(noun):
        if verb > noun or tree.relation[verb] != "amod":
            continue
        first = verb - 1
        doer = first >= 0 and tree.words[first].xpos in _MANY
        if tree.words[verb].xpos != "VBN" or not doer:
            continue
        if tree.head[first] == noun and tree.relation[first] == "compound":
            tree.words[verb] = tree.words[verb]._replace(upos="VERB", xpos="VBD")
            _crown(tree, noun, verb)
            tree.relation[noun] = "obj"
            for child in tree.children(noun):
                if child < first:
                    tree.hang(child, first)
            tree.move(first, verb, "nsubj")
            return


# What an occasion does by itself at a place.
OPENINGS = frozenset(
    {"open", "start", "resume", "end", "close", "continue", "conclude", "reopen"}
)


def crown_opening(tree: Tree) -> None:
    """Make "opened" the root of "The conference on fishing opened in Osk on Monday".

    A sentence has a predicate; an occasion that opens somewhere does so by itself.
    """
    noun = tree.root()
    if noun < 0 or tree.words[noun].upos != "NOUN" or tree.words[-1].lemma != ".":
        return
    for verb in tree.children(noun):
        if verb < noun or tree.relation[verb] != "acl":
            continue
        word = tree.words[verb]
        if word.lemma.lower() not in OPENINGS or word.xpos not in PAST:
            continue
        placed = any(tree.case(c) in {"in", "at", "on"} for c in tree.children(verb))
        if placed and not any(
            word.xpos in FINITE and not _is_relative(tree, index)
            for index, word in enumerate(tree.words)
            if index != verb
        ):
            tree.words[verb] = word._replace(xpos="VBD")
            _crown(tree, noun, verb)
            return


def _is_relative(tree: Tree, index: int) -> bool:
    """Tell whether a word lies in a relative clause."""
    while index >= 0:
        if tree.relation[index] == "acl:relcl":
            return True
        index = tree.head[index]
    return False


def name_doer(tree: Tree, index: int) -> None:
    """Make the subject of "Chad" in "Chad massed troops": a verb has no compounds."""
    verb = tree.head[index]
    if index > verb or tree.words[verb].upos != "VERB":
        return
    if tree.words[verb].xpos in TENSED and not tree.has_below(verb, SUBJECTS):
        tree.move(index, verb, tree.subject_kind(verb))


def crown_modifier(tree: Tree, index: int) -> None:
    """Make a verb of "downed" in "Nurses downed tools".

    A noun has no subject without a copula: what stands between the two tells the deed.
    """
    noun = tree.head[index]
    if index > noun or tree.words[index].xpos not in PAST:
        return
    if tree.relation[noun] not in {"root", "ccomp", "conj", "parataxis"}:
        return
    children = tree.children(noun)
    doers = [c for c in children if tree.relation[c] in SUBJECTS and c < index]
    shaped = doers and tree.right(doers[-1]) == index - 1
    if not shaped or any(tree.relation[c] in {"cop", "aux"} for c in children):
        return
    tree.words[index] = tree.words[index]._replace(upos="VERB", xpos="VBD")
    tree.move(index, tree.head[noun], tree.relation[noun])
    for child in children:
        if child < index or tree.relation[child] == "punct":
            tree.hang(child, index)
    tree.move(noun, index, "obj")
    tree.relation[doers[-1]] = "nsubj"


def open_station(tree: Tree, index: int) -> None:
    """Make a verb of "is to station 300 soldiers": no noun has "to" and an object."""
    noun = tree.head[index]
    if noun != index + 1 or tree.words[noun].xpos != "NN":
        return
    if tree.words[index].xpos != "TO" or not tree.has_below(noun, {"obj"}):
        return
    tree.make_verb(noun)
    for child in tree.children(noun):
        if tree.relation[child] == "cop":
            tree.relation[child] = "aux"


def _crown(tree: Tree, noun: int, verb: int) -> None:
    """Make a verb the root, the former root its subject, what follows its own."""
    tree.move(verb, -1, "root")
    for child in tree.children(noun):
        if child > max(noun, verb) and tree.relation[child] != "nmod":
            tree.hang(child, verb)
    tree.move(noun, verb, tree.subject_kind(verb))
