"""The phrases that may play a part in an event."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dragoman.extract.clauses.clause import Clause, find_subjects, read_clause
from dragoman.extract.clauses.obliques import Oblique, find_obliques, find_shared
from dragoman.extract.events.setting.anchors import find_destinations
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import Frame

_DRAWS = frozenset({"draw", "attract", "gather", "involve", "unite", "pit"})
_ARRANGED = frozenset(
    {"arrange", "organize", "organise", "broker", "mediate", "hold", "schedule", "plan"}
    | {"announce", "call", "lead", "stage"}
)
# How somebody comes by a meeting: "an audience granted to Lee".
GRANTED = frozenset({"grant", "accord", "offer", "promise", "give", "allow"})

# Who has the say orders these, and they are done.
ORDERING = frozenset({"order", "decree"})
ORDERED = frozenset(
    {"arrest", "detention", "closure", "expulsion", "deportation", "eviction"}
    | {"seizure", "confiscation", "dissolution", "demolition", "imprisonment"}
    | {"suspension", "mobilisation", "mobilization", "blockade", "crackdown", "purge"}
    | {"nationalisation", "nationalization", "shutdown", "internment"}
)
# How somebody comes to have done a deed: "an attack claimed by the Front".
_DONE = frozenset(
    {"claim", "carry", "launch", "stage", "perpetrate", "commit", "mount"}
)
# Whom and whose forces a manoeuvre is held with.
_FIELDED = frozenset({"with", "between", "involving", "alongside", "by"})
_WHOSE = frozenset({"from", "of"})
_GIFTS = frozenset({"to", "from", "for"})
_DISCUSSING = frozenset(
    {"talk", "negotiation", "meeting", "session", "conference", "panel", "committee"}
    | {"commission", "dialogue", "debate", "discussion"}
)
_SHUNNING = frozenset({"US", "EU", "UN", "UK", "USA", "Union", "Council", "Treasury"})
# What somebody is made: "took Lee hostage".
_MADE = frozenset({"hostage", "captive", "prisoner"})
# What goes in somebody's favour without anybody's meaning it.
_TILTING = frozenset(
    {"tilt", "rule", "decide", "find", "swing", "sway", "shift", "rig"}
    | {"skew", "be", "influence", "settle", "resolve", "weigh", "lean"}
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A phrase by what it is to the word of the event: subject, preposition.

    Attributes:
        name: Its slot in the frame.
        token: Head of the phrase.
        apart: Whether it is told of another occasion.
    """

    name: str
    token: int
    apart: bool = False


def find_on_verb(tree: Sentence, noun: int, frame: Frame) -> Iterator[Slot]:
    """Yield phrases of a noun that the parse hangs on its verb."""
    if "between" in frame.noun and tree[noun].deprel == "nsubj":
        yield from (  # "clashes broke out in Gao between A and B"
            Slot(one.case, one.token)
            for one in find_obliques(tree, tree[noun].head)
            if one.case == "between"
        )
    if tree[noun].deprel in {"nsubj", "nsubj:pass"}:
        yield from (  # "a march by workers to the embassy is planned"
            Slot(one.case, one.token)
            for one in find_obliques(tree, tree[noun].head)
            if noun < one.token < tree[noun].head and one.case == "by"
        )
    ordered = tree[noun].deprel == "obj" and tree[noun].lemma.lower() in ORDERED
    if ordered and tree[tree[noun].head].lemma.lower() in ORDERING:
        yield from (  # "a judge ordered the arrest of Lee"
            Slot("by", token) for token in find_subjects(tree, tree[noun].head)
        )
    if frame.name in {"visit", "tour"}:
        yield from (Slot("to", token) for token in find_destinations(tree, noun))
    if tree[noun].deprel == "obj" and "of" in frame.noun:
        yield from (  # "secured the release on Monday of Lee"
            Slot("of", one.token)
            for one in find_obliques(tree, tree[noun].head)
            if one.case == "of" and tree[tree[one.token].head].upos == "PROPN"
        )


def find_phrases(tree: Sentence, noun: int) -> Iterator[Slot]:
    """Yield the phrases on a noun: "a truce between A and B"."""
    for one in find_obliques(tree, noun):
        yield Slot(one.case, one.token)


def find_in_clause(tree: Sentence, clause: int, frame: Frame) -> Iterator[Slot]:
    """Yield what a clause on a noun adds: "talks arranged between A and B"."""
    lemma = tree[clause].lemma.lower()
    if lemma in GRANTED:
        yield from _find_granted(tree, clause)
    elif lemma in _ARRANGED:
        if frame.name == "crowd":  # "the rally that the League had announced"
            for token in tree.children(clause, "nsubj"):
                if tree[token].tag not in {"WDT", "WP"}:
                    yield Slot("by", token)
        for one in find_obliques(tree, clause):
            yield Slot(one.case, one.token)
    elif lemma in {"join", "attend", "claim"}:
        for inner in tree.children(clause, "obl:agent"):
            yield Slot("by", inner)
    elif lemma in {"involve", "target", "include"}:
        name = f"{lemma.rstrip('e')}ing"
        yield from (Slot(name, inner) for inner in tree.children(clause, "obj"))


def _find_granted(tree: Sentence, clause: int) -> Iterator[Slot]:
    """Yield who takes part in "an audience granted to Lee by the king"."""
    if tree[clause].tag == "VBN":
        for one in find_obliques(tree, clause):
            yield Slot("with" if one.case == "to" else one.case, one.token)


def find_charged(tree: Sentence, verb: int) -> Iterator[Slot]:
    """Yield who is said to have done it: "says that Chad rigged the vote"."""
    for child in tree.children(verb, "ccomp"):
        yield from (Slot("doer", one) for one in read_clause(tree, child).subjects)


def find_on_subject(tree: Sentence, clause: Clause, frame: Frame) -> Iterator[Slot]:
    """Yield the phrases on a subject: "a truce between A and B took effect".

    And where it came to: "a request by A reached the court".
    """
    for token in clause.subjects:
        yield from find_phrases(tree, token)
        for child in tree.children(token, "nmod:poss"):
            whose = tree[child].tag == "WP$" and tree[clause.verb].head >= 0
            yield Slot("possessor", tree[clause.verb].head if whose else child)
    if "object" in frame.verb:
        yield from (Slot("object", token) for token in clause.objects)
        yield from (Slot(one.case, one.token) for one in clause.obliques)


def find_inner(tree: Sentence, noun: int) -> Iterator[Oblique]:
    """Yield phrases on what is exchanged: "an exchange of notes between A and B"."""
    for child in tree.children(noun, "nmod"):
        if tree.case_of(child) == "of":
            yield from find_obliques(tree, child)


def find_inside(tree: Sentence, noun: int) -> Iterator[Oblique]:
    """Yield the phrases on the noun that a verb goes with: "a ban on Lee"."""
    # "expelled from talks on Mali": nothing befalls Mali
    matter = tree[noun].lemma.lower() in _DISCUSSING
    yield from (o for o in find_shared(tree, noun) if not (matter and o.case == "on"))
    yield from find_measured(tree, noun)


def find_measured(tree: Sentence, noun: int) -> Iterator[Oblique]:
    """Yield who gives and gets what is measured: "a loan of ten euros from Chad"."""
    yield from (one for one in find_inner(tree, noun) if one.case in _GIFTS)


def find_behind_particle(words: Collection[str], clause: Clause) -> Iterator[Slot]:
    """Yield the object of "took in 60 families", its particle read as preposition."""
    if words and not clause.objects and not clause.passive:
        last = tuple(words)[-1]
        yield from (Slot("object", o.token) for o in clause.obliques if o.case == last)


def find_beside(tree: Sentence, noun: int, frame: Frame) -> Iterator[Slot]:
    """Yield who does what a noun is told beside: "marched in support of Lee"."""
    if "subject" not in frame.noun:
        return
    verb = tree[noun].head
    if verb > noun and tree.case_of(noun) == "in":
        return  # "in his favour, she said, it would cost less"
    while verb >= 0 and tree[verb].upos not in {"VERB", "AUX"}:
        if not tree[verb].deprel.startswith(("nmod", "obj", "obl")):
            return
        verb = tree[verb].head
    if verb >= 0 and tree[verb].lemma.lower() not in _TILTING:
        clause = read_clause(tree, verb)
        doers = () if clause.passive else clause.subjects
        yield from (Slot("subject", one) for one in doers)


def find_drawn(tree: Sentence, noun: int) -> Iterator[Slot]:
    """Yield the crowd of "a protest drew 300 people"."""
    verb = tree[noun].head
    if tree[noun].deprel == "nsubj" and tree[verb].lemma.lower() in _DRAWS:
        yield from (Slot("by", child) for child in tree.children(verb, "obj"))


def find_callers(tree: Sentence, noun: int) -> Iterator[Slot]:
    """Yield who called for an event: "a rally announced by A was not held"."""
    for clause in tree.children(noun, "acl"):
        if tree[clause].lemma.lower() in _ARRANGED:
            yield from (
                Slot("subject", agent) for agent in tree.children(clause, "obl:agent")
            )


def find_honoured(tree: Sentence, clause: Clause) -> Iterator[int]:
    """Yield who is meant by "in his honour", "in honour of Lee"."""
    for one in clause.obliques:
        if one.case == "in" and tree[one.token].lemma.lower() in {"honour", "honor"}:
            yield from tree.children(one.token, "nmod:poss", "nmod")


def find_perpetrators(tree: Sentence, noun: int) -> Iterator[Slot]:
    """Yield who did "were killed in an attack carried out by the Front"."""
    for clause in tree.children(noun, "acl"):
        if tree[clause].tag == "VBN" and tree[clause].lemma.lower() in _DONE:
            yield from (
                Slot("subject", agent) for agent in tree.children(clause, "obl:agent")
            )


def is_made(tree: Sentence, clause: Clause, token: int) -> bool:
    """Tell whether a second object says what the first is made: "took Lee hostage"."""
    first = clause.objects[0]
    return (
        first != token
        and token not in tree.conjuncts(first)
        and tree[token].tag == "NN"
        and not tree.children(token, "det", "nummod", "amod")
    )


def taken_hostage(tree: Sentence, noun: int) -> int:
    """Return whom "took two officers hostage" means, parsed as one phrase."""
    made = tree[noun].lemma.lower() in _MADE and tree[noun].tag == "NN"
    inside = [
        child
        for child in tree.children(noun, "compound")
        if made and tree[child].tag in {"NNS", "NNP", "NNPS"}
    ]
    return inside[0] if inside else noun


def is_shunned(tree: Sentence, noun: int, token: int) -> bool:
    """Tell "Iran sanctions", which hit Iran, from "U.S. sanctions"."""
    return (
        tree[noun].lemma.lower() in {"sanction", "embargo"}
        and tree[token].deprel == "compound"
        and tree[token].text.replace(".", "") not in _SHUNNING
    )


def find_phrases_of(tree: Sentence, noun: int, frame: Frame) -> list[Oblique]:
    """Return the phrases that say who takes part in what a noun tells."""
    if frame.name == "manoeuvres":
        return list(_find_fielded(tree, noun))
    inner = find_inner(tree, noun) if frame.name == "notes" else ()
    return [*find_obliques(tree, noun), *inner]


def _find_fielded(tree: Sentence, noun: int) -> Iterator[Oblique]:
    """Yield whose ships and troops a manoeuvre is held with, wherever that hangs.

    "The exercise opened on Friday with ships from A and B": A's and B's.
    """
    verb = tree[noun].head
    heads = (noun, verb) if tree[noun].deprel.startswith("nsubj") else (noun,)
    for head in heads:
        for one in find_obliques(tree, head):
            if one.case in _FIELDED:
                whose = [c for c in find_obliques(tree, one.token) if c.case in _WHOSE]
                yield from whose or (one,)
