"""Where fire comes from: "shelled the market from its base at Gao".

Gao is neither hit nor where the attack took place; whose base it is may be who did it.
"""

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.syntax import Sentence

_FIRING = frozenset(
    {"fire", "launch", "shell", "bombard", "bomb", "pound", "rocket", "lob", "rain"}
    | {"shoot", "strike", "hit", "attack", "target", "drop", "shelling", "bombardment"}
)
_MUNITIONS = frozenset(
    {"rocket", "shell", "missile", "mortar", "bomb", "mine", "grenade", "projectile"}
    | {"munition", "shrapnel", "bullet", "explosive"}
)
# What is told to attack for somebody: the deed itself, and what carries it.
_BLOWS = frozenset(
    {"strike", "airstrike", "raid", "shelling", "bombardment", "bombing", "attack"}
    | {"fire", "gunfire", "barrage", "salvo", "blast", "explosion", "offensive"}
)
_CRAFT = frozenset(
    {"drone", "jet", "warplane", "aircraft", "plane", "helicopter", "gunship", "bomber"}
    | {"artillery", "tank", "warship", "gunboat", "submarine", "sniper", "gunner"}
    | {"frigate", "destroyer", "corvette", "cutter"}
)
# What may stand between "from" and the word before "at Gao".
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "PART"})


def is_source(tree: Sentence, deed: str, token: int) -> bool:
    """Tell whether a phrase is part of where the fire of a deed came from.

    By the order of words: parsers hang "at Gao" on the verb as often as on the base.

    Args:
        tree: Sentence.
        deed: Base form of the word that tells the deed.
        token: Head of the phrase.
    """
    if deed not in _FIRING:
        return False
    marker = tree.child(token, "case")
    if marker is None:
        return False
    if tree[marker].text.lower() == "from":
        return True
    for index in range(marker - 1, -1, -1):
        word = tree[index]
        if word.lemma.lower() == deed:
            return False  # "the toll from the attack on the market"
        if word.text.lower() == "from":
            return index < marker - 1
        if word.upos not in _PHRASE and word.text.lower() != "of":
            return False
    return False


def find_base(tree: Sentence, match: Match) -> int | None:
    """Return the noun of the place from where fire came, ``None`` if not said."""
    if match.trigger.lemma not in _FIRING:
        return None
    clause = match.clause
    if clause is None:
        around = [*find_obliques(tree, match.head)]
    else:  # "shelling from the Front's positions struck the station"
        around = [
            *clause.obliques,
            *(one for token in clause.subjects for one in find_obliques(tree, token)),
        ]
    return next((one.token for one in around if one.case == "from"), None)


def is_blow(lemma: str) -> bool:
    """Tell whether a word is of a deed of force, which is nobody: "shelling killed"."""
    return lemma.lower() in _BLOWS


def is_craft(lemma: str) -> bool:
    """Tell whether a word is of what attacks for somebody whose it is."""
    return lemma.lower() in _CRAFT or is_munition(lemma)


def is_munition(lemma: str) -> bool:
    """Tell whether a word is of what is fired, which attacks for somebody."""
    return lemma.lower().removesuffix("s") in _MUNITIONS
