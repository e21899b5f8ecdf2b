"""Deeds told by "-ing": "accused Lee of shelling villages, killing nine"."""

from dragoman.annotate.encoder.draft import Tree
from dragoman.text.sayings import DENYING, REQUIRING, SAYING, TELLING

# Who is said to have done what, with the preposition before the deed.
CHARGING = frozenset(
    {"accuse", "blame", "charge", "condemn", "convict", "criticise", "criticize"}
    | {"denounce", "suspect"}
)
# What one says of, begins or ends a deed of one's own.
OWNED = frozenset(
    {"admit", "avoid", "begin", "continue", "deny", "halt", "resume", "start", "stop"}
)
# Tagged as nouns before another, these tell as well what is done to it.
DEEDS = {
    "arming": "arm",
    "backing": "back",
    "beating": "beat",
    "blocking": "block",
    "bombing": "bomb",
    "financing": "finance",
    "funding": "fund",
    "hacking": "hack",
    "kidnapping": "kidnap",
    "killing": "kill",
    "looting": "loot",
    "raiding": "raid",
    "shelling": "shell",
    "shooting": "shoot",
    "smuggling": "smuggle",
    "targeting": "target",
    "torturing": "torture",
    "trafficking": "traffic",
    "training": "train",
}
# Such participles tell how things are, not what is done to them.
_STATES = frozenset(
    {"emerge", "exist", "fly", "follow", "go", "grow", "lead", "live", "mount"}
    | {"mine", "pend", "remain", "rise", "surround", "work"}
)
# What a deed ends in, and words do not.
OUTCOMES = frozenset(
    {"burn", "crush", "damage", "destroy", "displace", "flatten", "injure", "kill"}
    | {"level", "maim", "trap", "uproot", "wound"}
)
_SAID = SAYING | TELLING | DENYING | REQUIRING | CHARGING | {"admit", "confirm"}
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "obl"})


def crown_gerund(tree: Tree) -> None:
    """Read "shelling" of "accused Lee of shelling villages" as what he is accused of.

    So in "denied shelling villages", "stopped bombing hospitals".
    """
    for deed, relation in enumerate(tree.relation):
        if relation not in {"amod", "compound"} or not _may_be_done(tree, deed):
            continue
        noun = tree.head[deed]
        verb = tree.head[noun]
        if verb >= 0 and tree.relation[verb] == "obj":  # "accused Lee | of shelling"
            verb = tree.head[verb]
        if noun != deed + 1 or tree.words[noun].xpos != "NNS" or not 0 <= verb < deed:
            continue
        lemma, case = tree.words[verb].lemma, tree.case(noun)
        charged = lemma in CHARGING and case in {"of", "for", "with"}
        owned = lemma in OWNED and tree.relation[noun] == "obj" and verb == deed - 1
        if not (charged or owned) or tree.left(noun) != deed - charged:
            continue
        word = tree.words[deed]
        tree.words[deed] = word._replace(
            upos="VERB", xpos="VBG", lemma=DEEDS.get(word.lemma, word.lemma)
        )
        tree.crown(noun, deed)
        tree.relation[noun] = "obj"
        tree.move(deed, verb, "advcl" if charged else "xcomp")
        for child in tree.children(deed):
            if tree.relation[child] == "case":
                tree.relation[child] = "mark"
            elif tree.relation[child] == "nmod" and child > noun:
                tree.hang(child, noun)


def _may_be_done(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    if word.xpos == "VBG":
        return word.lemma not in _STATES
    return word.lemma in DEEDS


def hang_outcome(tree: Tree) -> None:
    """Hang "killing nine" on the bombing in "denied it had bombed us, killing nine".

    Nobody kills by what he says; who is said to have done something did.
    """
    for outcome, relation in enumerate(tree.relation):
        word = tree.words[outcome]
        if relation != "advcl" or word.xpos != "VBG" or word.lemma not in OUTCOMES:
            continue
        said, comma = tree.head[outcome], tree.left(outcome)
        if tree.words[said].lemma not in _SAID or tree.words[comma].xpos != ",":
            continue
        clauses = [
            child
            for child in tree.children(said)
            if tree.relation[child] in _CLAUSES
            and said < child < comma
            and tree.words[child].upos == "VERB"
        ]
        if clauses:
            tree.hang(outcome, clauses[-1])
