"""Words of force: those that tell an attack by themselves."""

from functools import cache

from dragoman.schema.loader import Trigger, load_events


@cache
def force_lemmas() -> frozenset[str]:
    """Return the words of force: verbs and nouns that tell an attack by themselves."""
    ontology = load_events()
    return frozenset(
        trigger.lemma
        for triggers in (*ontology.verbs.values(), *ontology.nouns.values())
        for trigger in triggers
        if trigger.type == "ASSAULT" and _stands_alone(trigger)
    )


def _stands_alone(trigger: Trigger) -> bool:
    """Tell whether a trigger means force without further words: no "open fire"."""
    return not (
        trigger.words or trigger.prepositions or trigger.objects or trigger.subjects
    )
