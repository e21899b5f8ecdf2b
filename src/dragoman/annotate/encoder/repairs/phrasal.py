"""Laws of Universal Dependencies restored between a verb, its particle and object."""

from collections.abc import Iterator

from dragoman.annotate.encoder.draft import Tree
from dragoman.annotate.encoder.repairs.joined import is_person
from dragoman.annotate.encoder.repairs.subjects import is_deed
from dragoman.model.syntax import NOMINAL

# Verbs with the particles that make another verb of them and take its object.
PHRASAL: dict[str, frozenset[str]] = {
    "hand": frozenset({"over", "in", "out"}),
    "turn": frozenset({"over", "down"}),
    "take": frozenset({"over"}),
    "give": frozenset({"up"}),
    "call": frozenset({"off", "up"}),
    "put": frozenset({"off", "down"}),
    "set": frozenset({"up", "off"}),
    "carry": frozenset({"out"}),
    "blow": frozenset({"up"}),
    "shoot": frozenset({"down"}),
    "gun": frozenset({"down"}),
    "lay": frozenset({"down"}),
    "break": frozenset({"up", "off"}),
    "round": frozenset({"up"}),
    "lock": frozenset({"up"}),
    "wipe": frozenset({"out"}),
    "rule": frozenset({"out"}),
    "throw": frozenset({"out"}),
    "kick": frozenset({"out"}),
    "drive": frozenset({"out", "off"}),
    "pick": frozenset({"up"}),
    "pass": frozenset({"on"}),
    "read": frozenset({"out"}),
    "step": frozenset({"up"}),
    "cut": frozenset({"off"}),
    "shut": frozenset({"down"}),
    "tear": frozenset({"up", "down"}),
    "burn": frozenset({"down"}),
    "vote": frozenset({"down"}),
    "seal": frozenset({"off"}),
}
# Verbs of talking over something with somebody.
TALKING = frozenset(
    {"discuss", "review", "raise", "debate", "explore", "tackle", "examine", "address"}
    | {"weigh", "settle", "negotiate", "arrange", "coordinate"}
)
# What is held with somebody, so that he belongs to it.
_HELD = frozenset(
    {"talk", "meeting", "negotiation", "relation", "tie", "agreement", "deal", "treaty"}
    | {"accord", "pact", "contract", "truce", "ceasefire", "dialogue", "contact"}
    | {"cooperation", "conversation", "dispute", "conflict", "war", "border", "visit"}
    | {"trade", "interview", "partnership", "row", "link", "alliance", "peace"}
)

_UNDER = frozenset({"nmod", "conj"})


def free_particles(tree: Tree) -> None:
    """Read the particles of phrasal verbs as parts of them."""
    for verb, word in enumerate(tree.words[:-1]):
        if word.lemma in PHRASAL and tree.relation[verb + 1] == "case":
            _free_particle(tree, verb + 1)


def _free_particle(tree: Tree, case: int) -> None:
    """Read "over" of "handed over Lee and Tod" as part of the verb.

    Whom one hands over is its object, no place.
    """
    noun = tree.head[case]
    verb = tree.head[noun]
    if verb != case - 1 or noun < case or tree.words[verb].upos != "VERB":
        return
    particle = tree.words[case].lemma.lower()
    if particle not in PHRASAL.get(tree.words[verb].lemma.lower(), ()):
        return
    if not tree.relation[noun].startswith("obl") or tree.has_below(verb, {"obj"}):
        return
    if particle == "in" and not tree.has_below(noun, {"nmod:poss"}):
        return  # "handed in Rome a note to Lee"
    tree.move(case, verb, "compound:prt")
    tree.relation[noun] = "nsubj:pass" if tree.has_below(verb, {"aux:pass"}) else "obj"


def lift_partners(tree: Tree) -> None:
    """Hang with whom something is discussed on the discussing."""
    for partner in _opened_by(tree, "with"):
        _lift_partner(tree, partner)


def _opened_by(tree: Tree, preposition: str) -> Iterator[int]:
    """Yield the heads of phrases on nouns that a preposition opens."""
    for case, word in enumerate(tree.words):
        if word.lemma == preposition and tree.relation[case] == "case":
            head = tree.head[case]
            if head > case and tree.relation[head] == "nmod":
                yield head


def _lift_partner(tree: Tree, index: int) -> None:
    """Hang "with Lee" of "discussed the closures with Lee" on "discussed"."""
    noun = tree.head[index]
    verb = tree.head[noun]
    if verb < 0 or tree.relation[noun] != "obj" or not verb < noun < index:
        return
    if tree.words[verb].lemma.lower() not in TALKING or tree.case(index) != "with":
        return
    held = tree.words[noun].lemma.lower() in _HELD
    named = (
        is_person(tree, child)
        for child in tree.children(index)
        if tree.relation[child] == "appos"
    )
    if not held and (is_person(tree, index) or any(named)):
        tree.move(index, verb, "obl")


def is_behind_companion(tree: Tree, index: int, verb: int) -> bool:
    """Tell whether a phrase follows "with them": "had taken with them the mayor"."""
    first = tree.left(index)
    return (
        first == verb + 3
        and tree.words[verb + 1].upos == "ADP"
        and tree.words[verb + 2].upos == "PRON"
        and tree.words[index].upos in NOMINAL
    )


def lift_doers(tree: Tree) -> None:
    """Hang who did it on the deed wherever "by" says so."""
    for doer in _opened_by(tree, "by"):
        _lift_doer(tree, doer)


def _lift_doer(tree: Tree, index: int) -> None:
    """Hang "by the navy" of "the detention of the ship by the navy" on the detention.

    Who did a deed does not hang on whom it was done to.
    """
    noun = tree.head[index]
    deed = tree.head[noun]
    if deed < 0 or tree.case(index) != "by" or tree.relation[noun] not in _UNDER:
        return
    if tree.relation[noun] == "conj":
        deed = tree.head[deed]
        if deed < 0:
            return
    if tree.words[deed].upos != "NOUN" or not deed < noun < index:
        return
    done_to = not is_deed(tree.words[noun].lemma.lower())
    if done_to and is_deed(tree.words[deed].lemma.lower()):
        tree.hang(index, deed)
