"""What the form of a word forbids, and what some words take, put right."""

from dragoman.annotate.encoder.draft import SUBJECTS, Tree
from dragoman.annotate.encoder.repairs.joined import is_person
from dragoman.annotate.encoder.repairs.subjects import TIMES
from dragoman.data.tables import name_words
from dragoman.model.syntax import TENSED

# Who face each other in a readout, and what shows that they are counted.
_FACING = frozenset({"side", "party", "delegation", "country", "leader", "government"})
_COUNTED = frozenset({"det", "nummod", "det:predet"})
NUMBERED = frozenset({"NNP", "NNPS"})
NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})
_MODIFYING = frozenset({"compound", "det", "amod", "nmod:poss"})
# How a number is tagged, by mistake too.
_COUNTING = frozenset({"CD", "NN", "NNS"})
MARKERS = frozenset({"after", "before", "since", "until"})
# Verbs that take whom something is put down to.
ASCRIBING = frozenset({"attribute", "ascribe", "impute", "credit"})
PROVISOS = frozenset(
    {"provided", "provide", "providing", "if", "unless", "because", "although"}
)
# Nouns with the preposition that belongs to them: of coming into an office and
# leaving it, and of standing by something or against it.
TAKING = {
    "as": frozenset(
        {"resignation", "appointment", "election", "nomination", "dismissal"}
        | {"removal", "retirement", "departure", "reelection", "re-election"}
        | {"ouster", "confirmation"}
    ),
    "to": frozenset(
        {"commitment", "adherence", "loyalty", "allegiance", "fidelity", "devotion"}
        | {"dedication", "attachment", "opposition", "objection", "hostility"}
        | {"resistance", "obstacle", "alternative"}
    ),
}
MINDED = frozenset({"willing", "ready", "prepared", "able", "eager", "unwilling"})
ASIDE = frozenset({"away", "aside", "apart", "ahead", "clear"})


def lower_plurals(tree: Tree) -> None:
    """Read "the two Ministers" and "both Sides" as the common nouns that they are."""
    for index, word in enumerate(tree.words):
        if word.upos != "PROPN" or word.lemma[-1:] != "s" or word.name != "O":
            continue
        lower = word.lemma.lower()
        lemma = f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")
        known = lemma in _FACING or lemma in name_words().titles
        if known and tree.has_below(index, _COUNTED):
            tree.words[index] = word._replace(upos="NOUN", xpos="NNS", lemma=lemma)


def settle_forms(tree: Tree) -> None:
    """Read as another form what cannot be the one that it was read as."""
    for index, word in enumerate(tree.words):
        if word.xpos == "VBP" and _has_singular(tree, index):
            # "demanded that Lee resign": no third person of the present
            tree.words[index] = word._replace(xpos="VB")
        elif word.xpos == "VBZ" and tree.relation[index] == "xcomp":
            if not tree.has_below(index, SUBJECTS):  # "calling them lies"
                tree.words[index] = word._replace(upos="NOUN", xpos="NNS")
        elif word.xpos == "VBG" and word.upos == "VERB":
            # "in her telling"
            owned = tree.has_below(index, {"nmod:poss"}) and tree.case(index)
            if owned and not tree.has_below(index, {"obj", "aux", "ccomp"}):
                tree.words[index] = word._replace(upos="NOUN")
                if tree.relation[index] == "advcl":
                    tree.relation[index] = "obl"


def seat_before_adverb(tree: Tree) -> None:
    """Read "Lee" of "Lee falsely claimed" as the subject: no adverb is one."""
    for adverb in range(1, len(tree.words)):
        word, before = tree.words[adverb], adverb - 1
        if word.xpos != "RB" or tree.relation[adverb] not in SUBJECTS:
            continue
        verb = tree.head[adverb]
        if tree.head[before] != adverb or tree.words[before].upos != "PROPN":
            continue
        tree.move(before, verb, tree.relation[adverb])
        for child in tree.children(adverb):
            tree.hang(child, before)
        tree.relation[adverb] = "advmod"


def _has_singular(tree: Tree, verb: int) -> bool:
    """Tell whether one person or thing alone is the subject of a bare form."""
    if tree.relation[verb] != "ccomp" or tree.has_below(verb, {"aux", "cop"}):
        return False
    subject = tree.first_below(verb, "nsubj")
    if subject < 0 or tree.words[subject].xpos not in {"NN", "NNP"}:
        return False
    # Names and bodies of several may be plural: "the Greens want".
    person = tree.words[subject].name.endswith("PER")
    common = tree.words[subject].xpos == "NN" and tree.has_below(subject, {"det"})
    return (person or common) and not tree.has_below(subject, {"conj"})


def part_from_pronoun(tree: Tree) -> None:
    """Read "the court" of "told the court she would go" as who was told.

    A personal pronoun in the nominative has no modifier.
    """
    for pronoun, word in enumerate(tree.words):
        verb = tree.head[pronoun]
        if word.lemma.lower() not in NOMINATIVE or verb < 0:
            continue
        if tree.relation[pronoun] not in SUBJECTS:
            continue
        above = tree.head[verb]
        noun = pronoun - 1
        if not 0 <= above < noun or tree.words[above].upos != "VERB":
            continue
        drawn = tree.head[noun] == pronoun and tree.relation[noun] in _MODIFYING
        doubled = tree.head[noun] == verb and tree.relation[noun] in SUBJECTS
        if not drawn and not doubled:
            continue
        for child in tree.children(pronoun):
            if child < noun and tree.relation[child] in _MODIFYING:
                tree.hang(child, noun)
        tree.move(noun, above, "obj")


def mark_clauses(tree: Tree) -> None:
    """Read "after a court refused" as a clause: a finite verb has a subject."""
    for case, relation in enumerate(tree.relation):
        noun = tree.head[case]
        if relation != "case" or tree.words[case].lemma.lower() not in MARKERS:
            continue
        verb = tree.head[noun]
        if not case < noun < verb or tree.words[verb].xpos not in TENSED:
            continue
        if tree.relation[verb] != "advcl" or tree.relation[noun] != "obl":
            continue
        if tree.has_below(verb, SUBJECTS) or tree.left(verb) < case - 1:
            continue
        tree.move(case, verb, "mark")
        tree.relation[noun] = "nsubj"


def part_provisos(tree: Tree) -> None:
    """Read "provided the hull is delivered" behind a comma as no conjunct."""
    for mark, relation in enumerate(tree.relation):
        verb = tree.head[mark]
        if relation != "mark" or tree.words[mark].lemma.lower() not in PROVISOS:
            continue
        joined = tree.has_below(verb, {"cc"})
        if tree.relation[verb] == "conj" and mark < verb and not joined:
            tree.relation[verb] = "advcl"


def join_guest(tree: Tree, index: int) -> None:
    """Join "Lee" of "met Omar on Monday and Lee on Tuesday" to Omar, not to Monday."""
    day = tree.head[index]
    verb = tree.head[day]
    if verb < 0 or tree.words[day].lemma.lower() not in TIMES or day > index:
        return
    guest = tree.first_below(verb, "obj")
    if is_person(tree, index) and verb < guest < day:
        tree.hang(index, guest)


def lift_from_aside(tree: Tree, index: int) -> None:
    """Hang "from the talks" of "stayed away from the talks" on the staying."""
    adverb = tree.head[index]
    verb = tree.head[adverb]
    if verb < 0 or tree.words[adverb].upos != "ADV" or not verb < adverb < index:
        return
    if tree.words[adverb].lemma.lower() in ASIDE and tree.words[verb].upos == "VERB":
        tree.hang(index, verb)


def sink_complement(tree: Tree, index: int) -> None:
    """Hang "as minister" of "announced her resignation as minister" on that.

    So "to its strategy" of "reiterated a commitment to its strategy".
    """
    verb = tree.head[index]
    nouns = TAKING.get(tree.case(index))
    if not nouns or verb < 0:
        return
    noun = tree.left(index) - 1
    if noun < 0 or tree.head[noun] != verb or tree.relation[noun] != "obj":
        return
    if tree.words[noun].lemma.lower() in nouns:
        tree.move(index, noun, "nmod")


def lift_blamed(tree: Tree, index: int) -> None:
    """Hang "to the army" of "attributed the raid to the army" on the attributing."""
    noun = tree.head[index]
    while noun >= 0 and tree.relation[noun] == "nmod":
        noun = tree.head[noun]
    verb = tree.head[noun] if noun >= 0 else -1
    if verb < 0 or tree.case(index) != "to" or tree.relation[noun] != "obj":
        return
    if tree.words[verb].lemma.lower() in ASCRIBING and verb < noun < index:
        tree.move(index, verb, "obl")


def free_predicates(tree: Tree) -> None:
    """Read "State television aired films" as a clause: a modifier has no subject."""
    for verb, relation in enumerate(tree.relation):
        noun = tree.head[verb]
        if relation != "amod" or noun < verb or tree.words[verb].upos != "VERB":
            continue
        subjects = [c for c in tree.children(verb) if tree.relation[c] in SUBJECTS]
        if not subjects or subjects[0] > verb:
            continue
        stop = [c for c in tree.children(noun) if tree.relation[c] == "punct"]
        tree.move(verb, tree.head[noun], tree.relation[noun])
        tree.move(noun, verb, "obj")
        for child in stop:
            tree.hang(child, verb)


def crown_behind_noun(tree: Tree) -> None:
    """Read "looted" of "found that the units looted clinics" as the predicate.

    What "that" opens is a clause, and a noun has no object.
    """
    for noun, relation in enumerate(tree.relation):
        told = tree.head[noun]
        if relation != "ccomp" or not 0 <= told < noun:
            continue
        verb = noun + 1
        if tree.words[noun].upos != "NOUN" or verb >= len(tree.words):
            continue
        marked = tree.marker(noun, "mark") == "that"
        taken = tree.has_below(noun, {"cop"} | SUBJECTS)
        thing = tree.first_below(noun, "obj")
        if not marked or taken or thing < verb:
            continue
        if tree.head[verb] not in {noun, thing} or tree.words[verb].upos != "VERB":
            continue
        tree.move(verb, told, relation)
        tree.words[verb] = tree.words[verb]._replace(xpos="VBD")
        for child in tree.children(noun):
            if child > verb or tree.relation[child] == "mark":
                tree.hang(child, verb)
        tree.move(noun, verb, "nsubj")


def fill_expletive(tree: Tree) -> None:
    """Read "it" of "says it is willing to withdraw" as a subject."""
    for it, relation in enumerate(tree.relation):
        if relation == "expl" and tree.words[tree.head[it]].lemma in MINDED:
            tree.relation[it] = "nsubj"


def count_object(tree: Tree, index: int) -> None:
    """Read "eleven" of "killed eleven of the rebels" as whom, which is no adverb."""
    verb = tree.head[index]
    counted = tree.first_below(index, "nmod")
    if verb < 0 or not verb < index < counted or tree.case(counted) != "of":
        return
    if tree.words[index].xpos not in _COUNTING or tree.has_below(verb, {"obj"}):
        return
    tree.relation[index] = "obj"
    tree.words[index] = tree.words[index]._replace(upos="NUM", xpos="CD")
