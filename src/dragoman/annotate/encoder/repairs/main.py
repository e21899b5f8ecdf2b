"""Laws of Universal Dependencies restored where another word is the main predicate.

What opens a sentence without a subject of its own, or behind "after", is no main
clause where one follows behind a comma.
"""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.annotate.encoder.repairs.subjects import TIMES
from dragoman.model.syntax import FINITE, PAST, TENSED
from dragoman.text.sayings import SAYING

_MARKERS = frozenset({"after", "before", "since", "until", "when", "while", "as"})
# What can open a sentence before its main clause, among lemmas and tags.
OPENERS = _MARKERS | {"VBG"}
_JOINED = frozenset({"parataxis", "conj", "ccomp"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_TELLING = frozenset({"VBD", "VBN", "VBZ"})


# What somebody is said to be or do: in the passive, if anything follows with "to".
_REPUTED = frozenset({"allege", "believe", "know", "report", "say", "suspect", "think"})
_CROWNED = frozenset({"root", "ccomp", "conj", "parataxis"})
_HELPERS = frozenset({"aux", "aux:pass"})


def crown_main_clause(tree: Tree) -> None:
    """Make "left" the root of "Stressing that it was a threat, Lee left".

    So too in "A day after a bomb tore through the hall, nobody knew who did it".
    """
    first = tree.root()
    if first < 0 or tree.words[first].upos != "VERB" or not _is_opening(tree, first):
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


def crown_behind_hour(tree: Tree) -> None:
    """Make "left" the root of "09.30 Lee, back from Gao, left": no hour is one."""
    hour = tree.root()
    if hour != 0 or tree.words[hour].xpos != "CD":
        return
    for verb in tree.children(hour):
        if tree.has_below(verb, SUBJECTS) and _is_finite(tree, verb):
            tree.crown(hour, verb)
            tree.relation[hour] = "obl:unmarked"
            return


def crown_teller(tree: Tree) -> None:
    """Make "stated" the root of "Lee, amid reports that he is ill, stated, “I am”".

    A sentence that opens with a name has a predicate: a verb of telling that a comma
    parts from what is before it, right in front of words in quotation marks.
    """
    first = tree.root()
    if first < 0 or tree.words[first].upos not in _NOUNS:
        return
    own = tree.children(first)
    if any(tree.relation[child] in {"cop", "case"} | SUBJECTS for child in own):
        return
    for verb in range(first + 2, len(tree.words) - 3):
        word = tree.words[verb]
        if word.lemma not in SAYING or word.xpos not in _TELLING:
            continue
        if tree.words[verb + 1].lemma != "," or tree.words[verb + 2].xpos != "``":
            continue
        before = verb - 1
        while before > first and tree.words[before].upos == "ADV":
            before -= 1
        if tree.words[before].lemma != "," or tree.has_below(verb, SUBJECTS):
            continue
        tree.words[verb] = word._replace(upos="VERB", xpos="VBD")
        tree.move(verb, -1, "root")
        tree.move(first, verb, "nsubj")
        for child in tree.children(first):
            if child > verb:
                tree.hang(child, verb)
        _part_quoted(tree, verb)
        return


def _part_quoted(tree: Tree, verb: int) -> None:
    """Hang quoted words on the verb before them, and nothing else on them.

    What hung on them and stands before the verb goes on what else is a predicate there.
    """
    quoted = next(
        (
            word
            for word in range(verb + 3, len(tree.words))
            if tree.head[word] <= verb and tree.words[word].upos != "PUNCT"
        ),
        verb,
    )
    outer = [child for child in tree.children(quoted) if child < verb]
    clause = next(
        (one for one in outer if tree.relation[one] in {"csubj", "advcl"}), -1
    )
    if quoted == verb or (outer and clause < 0):
        return
    if outer:
        tree.move(clause, tree.head[quoted], tree.relation[quoted])
        for child in outer:
            if child != clause:
                tree.hang(child, clause)
    tree.move(quoted, verb, "ccomp")


def crown_denial(tree: Tree) -> None:
    """Make "denied" the root of "The allegation that the army shot Lee is denied".

    A finite verb is nobody's subject: it tells what the noun before "that" is about.
    """
    noun = tree.root()
    if noun < 0 or tree.words[noun].upos not in _NOUNS:
        return
    for verb in tree.children(noun):
        if verb < noun or tree.relation[verb] not in {"acl", "acl:relcl"}:
            continue
        told = _own_subject(tree, verb)
        if told is None or tree.words[told].xpos not in TENSED:
            continue
        that = tree.first_below(verb, "mark")
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


def crown_predicate(tree: Tree) -> None:
    """Make the finite verb the root of "The claim that he left is denied"."""
    noun = tree.root()
    if noun < 0 or tree.words[noun].upos not in _NOUNS:
        return
    children = tree.children(noun)
    if any(tree.relation[c] in {"cop", "nsubj"} or c < noun - 9 for c in children):
        return
    clauses = [c for c in children if tree.relation[c] == "acl" and c > noun]
    if not clauses:
        return
    verb = clauses[-1]
    own = tree.children(verb)
    if any(tree.relation[c] in SUBJECTS for c in own):
        return
    auxiliaries = [
        c
        for c in own
        if tree.relation[c] in {"aux", "aux:pass"} and tree.words[c].xpos in FINITE
    ]
    if not auxiliaries:
        return
    for mark in own:
        if tree.relation[mark] == "mark" and mark < auxiliaries[0] - 1:
            inner = [c for c in clauses[:-1] if c > mark]
            tree.hang(mark, inner[0] if inner else noun)
    tree.move(verb, -1, "root")
    tree.move(noun, verb, tree.subject_kind(verb))
    for child in children:
        if tree.relation[child] == "punct" and child > verb:
            tree.hang(child, verb)


def crown_participle(tree: Tree) -> None:
    """Make a verb of "A court in Gao on Monday sentenced opposition leader Lee".

    A sentence has a predicate: where none is finite, the participle between two noun
    phrases, that nothing but the second one's adjective would be, is in the past.
    """
    noun = tree.root()
    told = any(word.xpos in FINITE for word in tree.words)
    if noun < 0 or told or tree.words[-1].lemma != ".":
        return
    if tree.words[noun].upos not in _NOUNS:
        return
    for verb in range(noun + 2, len(tree.words)):
        second, day = tree.head[verb], verb - 1
        shaped = tree.relation[verb] == "amod" and second > verb
        if not shaped or tree.words[day].lemma.lower() not in TIMES:
            continue
        if tree.words[verb].xpos != "VBN" or not tree.is_below(second, noun):
            continue
        cases = [c for c in tree.children(second) if tree.relation[c] == "case"]
        if any(case > day for case in cases):
            continue
        tree.move(verb, -1, "root")
        tree.move(noun, verb, "nsubj")
        tree.move(second, verb, "obj")
        tree.move(day, verb, "obl")
        for case in cases:
            tree.hang(case, day)
        tree.words[verb] = tree.words[verb]._replace(upos="VERB", xpos="VBD")
        return


def crown_behind_reduced(tree: Tree) -> None:
    """Make "fired" the predicate of "Guards hired by the mine fired at the strikers".

    A passive has an auxiliary; a participle without one describes its noun, and the
    verb right behind its phrase, that was hung on the phrase, is what its noun did.
    """
    for verb, word in enumerate(tree.words):
        noun = verb - 1
        if noun < 0 or word.xpos not in PAST or tree.has_below(verb, _HELPERS):
            continue
        if tree.relation[noun] == "root" and tree.relation[verb] == "acl":
            _crown_headless(tree, noun, verb)
            continue
        if tree.relation[verb] not in _CROWNED or tree.head[noun] != verb:
            continue
        if tree.relation[noun] not in SUBJECTS:
            continue
        # "Guards fired by the gate": that would be done in the active
        passive = tree.relation[noun] == "nsubj:pass" or (
            word.lemma.lower() in _REPUTED and tree.has_below(verb, {"xcomp"})
        )
        done = _done_behind(tree, verb) if passive else None
        if done is not None:
            _crown_done(tree, noun, verb, done)


def _crown_headless(tree: Tree, noun: int, verb: int) -> None:
    """Do the same where the noun was taken for all that the sentence has."""
    if tree.has_below(noun, SUBJECTS | {"cop"}) or tree.head[verb] != noun:
        return
    if tree.words[-1].lemma == "." and (done := _done_behind(tree, verb)) is not None:
        for child in tree.children(noun):
            if child > done or tree.relation[child].startswith("obl"):
                tree.hang(child, verb)
        tree.move(noun, verb, "nsubj")
        tree.move(verb, -1, "root")
        _crown_done(tree, noun, verb, done)


def _done_behind(tree: Tree, verb: int) -> int | None:
    """Return the past verb hung on the last word of a participle's phrase."""
    for done in range(verb + 2, len(tree.words)):
        if tree.words[done].xpos not in PAST or tree.relation[done] != "acl":
            continue
        beside = tree.head[done] == done - 1 and tree.is_below(done, verb)
        own = tree.has_below(done, SUBJECTS | _HELPERS | {"obl:agent", "mark"})
        if beside and not own:
            return done
    return None


def _crown_done(tree: Tree, noun: int, verb: int, done: int) -> None:
    relation = tree.relation[verb]
    tree.move(done, tree.head[verb], relation)
    later = [c for c in tree.children(verb) if c > done or c < noun]
    later += [c for c in tree.children(noun) if tree.left(c) > done]
    tree.move(noun, done, "nsubj")
    tree.move(verb, noun, "acl")
    for child in later:
        tree.hang(child, done)
    tree.words[done] = tree.words[done]._replace(xpos="VBD")
    tree.words[verb] = tree.words[verb]._replace(xpos="VBN")


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
