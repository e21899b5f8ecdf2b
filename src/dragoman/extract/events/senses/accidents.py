"""Harm that nobody does to anybody: storms, fires, collapses, traffic."""

from collections.abc import Collection, Mapping, Sequence

from dragoman.extract.clauses.clause import Clause, find_subjects
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.syntax import Sentence
from dragoman.schema.force import HURTING

_GUNS = frozenset(
    {"artillery", "mortar", "rocket", "gun", "sniper", "shell", "tank", "missile"}
    | {"small-arms", "machine-gun", "anti-aircraft", "cannon", "rifle", "enemy"}
    | {"heavy", "intense", "friendly", "hostile", "automatic", "covering", "small"}
)
_AMID = frozenset({"in", "by", "during", "from", "when", "after"})
# What gives way under people, without anybody's doing it.
_FAILS = frozenset(
    {"collapse", "crash", "sink", "capsize", "overturn", "derail", "collide", "topple"}
    | {"plunge", "skid", "flip", "erupt", "flood"}
)
_TRAFFIC = frozenset(
    {"car", "truck", "train", "bus", "van", "lorry", "motorcycle", "tram", "suv"}
    | {"taxi", "minibus", "motorbike", "pickup", "tractor"}
)
_DRIVERS = frozenset({"motorist", "driver"})
# Said where a vehicle was the weapon.
_MEANT = frozenset(
    {"ram", "plough", "plow", "crowd", "attack", "attacker", "deliberately", "bomb"}
    | {"terrorist", "intentionally", "mow"}
)
_ON_FOOT = frozenset({"crosswalk", "crossing", "intersection", "hit-and-run"})
_RUN_INTO = frozenset({"hit", "strike"})
# What shakes, burns or drowns a country, so that its dead are nobody's victims.
_DISASTERS = frozenset(
    {"earthquake", "quake", "hurricane", "tsunami", "cyclone", "typhoon", "tornado"}
    | {"landslide", "avalanche", "stampede", "wildfire", "eruption", "magnitude"}
    | {"flood", "aftershock", "mudslide", "derailment", "shipwreck"}
)
_ABOVE = ("advcl", "xcomp", "ccomp", "conj", "acl")
_OFTEN = 2


def is_accident(
    tree: Sentence, match: Match, clause: Clause, words: Mapping[str, frozenset[str]]
) -> bool:
    """Tell whether a clause of harm tells of weather, fire, a wreck or traffic.

    Args:
        tree: The sentence.
        match: What tells of harm.
        clause: Its clause.
        words: Word sets of the ontology.
    """
    harm = words["nature"] | words["mishaps"]
    doers = set(clause.subjects)
    if match.trigger.frame.name == "hit":
        doers.update(_causes(tree, match.head))
        if any(_is_force_of_nature(tree, token, harm) for token in doers):
            return True
        if _is_traffic(tree, match, clause):
            return True
    if not clause.passive:
        return False
    return any(
        one.case in _AMID
        and one.token != match.noun
        and _is_force_of_nature(tree, one.token, words["mishaps"])
        for one in clause.obliques
    ) or _is_in_collapse(tree, match)


def is_gunfire(tree: Sentence, token: int) -> bool:
    """Tell "artillery fire" and "heavy fire" from a fire that burns."""
    return any(
        tree[child].lemma.lower() in _GUNS
        for child in tree.children(token, "compound", "amod")
    )


def is_of_disaster(sentences: Sequence[Sentence], blows: Collection[str]) -> bool:
    """Tell whether a document tells of an earthquake or the like, and of no attack.

    Args:
        sentences: Those of the document.
        blows: Base forms of nouns that tell an attack.
    """
    struck = sum(not one.lemmas.isdisjoint(_DISASTERS) for one in sentences)
    if struck < _OFTEN:
        return False
    return struck > sum(not one.lemmas.isdisjoint(blows) for one in sentences)


def _is_force_of_nature(tree: Sentence, token: int, words: Collection[str]) -> bool:
    """Tell "a storm", "Hurricane Ida" and "a boat wreck"; not "heavy fire"."""
    if is_gunfire(tree, token):
        return False
    if tree[token].lemma.lower() in words:
        return True
    return tree[token].upos == "PROPN" and any(
        tree[child].lemma.lower() in words
        for child in tree.children(token, "compound", "flat")
    )


def _causes(tree: Sentence, verb: int) -> list[int]:
    """Return who does what a participle goes on with: "caused it to fall, killing"."""
    found: list[int] = []
    while tree[verb].tag == "VBG" or tree[verb].deprel == "xcomp":
        if tree[verb].deprel not in _ABOVE or tree[verb].head < 0:
            break
        verb = tree[verb].head
        found.extend(find_subjects(tree, verb))
    return found


def _is_traffic(tree: Sentence, match: Match, clause: Clause) -> bool:
    """Tell "was struck in the crosswalk", "killed by a bus", "hit two vehicles"."""
    lemma = match.trigger.lemma
    if lemma not in _RUN_INTO | HURTING or not match.trigger.stands_alone:
        return False
    if not tree.lemmas.isdisjoint(_MEANT):
        return False
    subjects = {tree[token].lemma.lower() for token in clause.subjects}
    ran = _TRAFFIC | _DRIVERS if lemma in _RUN_INTO else _TRAFFIC
    if subjects & ran:
        return True
    around = {tree[one.token].lemma.lower() for one in clause.obliques}
    return lemma in _RUN_INTO and bool(around & _ON_FOOT)


def _is_in_collapse(tree: Sentence, match: Match) -> bool:
    """Tell "were killed when the roof collapsed", of which nobody is the cause."""
    return match.trigger.lemma in HURTING and any(
        tree[child].lemma.lower() in _FAILS and tree.child(child, "obj") is None
        for child in tree.children(match.head, "advcl")
    )
