"""Words of force: those that tell an attack by themselves, and of what kind it is."""

from collections.abc import Iterable
from functools import cache

from dragoman.model.claim import Participant
from dragoman.schema.loader import load_events

# Types of what happens to people in a place: force, pressure, crowds.
INCIDENTS = frozenset({"ASSAULT", "COERCE", "PROTEST"})
# Who does it, by a noun that tells no more of him.
ATTACKERS = frozenset(
    {"attacker", "assailant", "gunman", "bomber", "shooter", "hijacker", "raider"}
    | {"perpetrator", "kidnapper"}
)
# What is done to people: they are hurt, they die, many are killed.
HURTING = frozenset({"kill", "wound", "injure", "hurt", "maim"})
DYING = HURTING | {"die", "perish"}
KILLING = DYING | {"leave", "massacre", "murder"}
_KINDS = {
    "explosives": "bombing",
    "suicide-attack": "bombing",
    "abduct": "kidnapping",
}
# What a clause can tell of an attack.
KINDS_OF_ATTACKS = frozenset({"attack", *_KINDS.values()})
_EXPLOSIVE = ("bomb", "dynamite", "explosive", "grenade", "mine")


@cache
def force_lemmas() -> frozenset[str]:
    """Return the words of force: verbs and nouns that tell an attack by themselves."""
    ontology = load_events()
    return frozenset(
        trigger.lemma
        for triggers in (*ontology.verbs.values(), *ontology.nouns.values())
        for trigger in triggers
        if trigger.type == "ASSAULT" and trigger.stands_alone
    )


def kind_of_attack(mode: str | None, participants: Iterable[Participant]) -> str:
    """Return ``bombing``, ``kidnapping`` or ``attack``, by mode or by weapon."""
    if mode in _KINDS:
        return _KINDS[mode]
    weapons = " ".join(one.party.name for one in participants if one.part == "weapon")
    exploded = any(word in weapons.lower() for word in _EXPLOSIVE)
    return "bombing" if exploded else "attack"
