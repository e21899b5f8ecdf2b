"""On what the sources of one event differ, and how their counts of the dead grew."""

from collections.abc import Sequence
from itertools import pairwise

from dragoman.dossier.material import Material
from dragoman.dossier.prose import date_words, group_digits, join_words
from dragoman.dossier.telling_events import name_event
from dragoman.model.assembly_event import COUNTED
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Disagreement, Event, Variant

_DIFFERENCES = {
    "actor": "question who did it",
    "time": "date",
    "occurrence": "question whether it took place",
}


def tell_disagreements(material: Material, event: Event) -> CitedSentence:
    """Tell everything on which the sources of one event differ."""
    citations = dict.fromkeys(
        citation
        for disagreement in event.disagreements
        for variant in disagreement.variants
        for citation in variant.citations
    )
    documents = {citation.span.document_id for citation in citations}
    who = "The sources differ" if len(documents) > 1 else "One source differs in itself"
    points = [_tell_difference(material, one) for one in event.disagreements]
    dated = all(one.property != "time" for one in event.disagreements)
    what = name_event(material, event, dated=dated)
    text = f"{who} on the {'. On the '.join(points)}. The event: {what}."
    return CitedSentence(text, tuple(citations), (event.id,))


def _tell_difference(material: Material, disagreement: Disagreement) -> str:
    """Return what is told differently, with each version and who tells it."""
    about = disagreement.property
    name = _DIFFERENCES.get(about, about.replace("_", " "))
    if about in COUNTED:
        name = f"number of {'those ' * (about != 'participants')}{name}"
    variants = disagreement.variants
    rising = _in_rising_order(material, variants) if about in COUNTED else ()
    if rising:
        name = f"{name}, which rose from report to report"
    parts = []
    if about in COUNTED:
        variants = tuple(sorted(variants, key=_lowest))
    for variant in rising or variants:
        told = material.outlets(c.span.document_id for c in variant.citations)
        value = date_words(variant.value) if about == "time" else variant.value
        if about in COUNTED:
            value = group_digits(value)
        if rising:
            told.append(date_words(_first_told(material, variant)))
        parts.append(f"{value} ({', '.join(told) if rising else join_words(told)})")
    return f"{name}: {'; '.join(parts)}"


def _in_rising_order(
    material: Material, variants: Sequence[Variant]
) -> tuple[Variant, ...]:
    """Return counts by the day on which each was first told, if they grow with it.

    A toll that rises from day to day is no contradiction.
    """
    ordered = sorted(
        variants, key=lambda one: (_first_told(material, one), _lowest(one))
    )
    first, last = (_first_told(material, ordered[at]) for at in (0, -1))
    counts = [_lowest(one) for one in ordered]
    grows = all(one < other for one, other in pairwise(counts))
    return tuple(ordered) if first and first < last and grows else ()


def _lowest(variant: Variant) -> float:
    """Return the least number that "70 or more" or "12 to 15" allows."""
    return float(variant.value.split()[0])


def _first_told(material: Material, variant: Variant) -> str:
    """Return the day of the earliest report of a count, ``""`` if any has no date."""
    return material.first_published(variant.citations) or ""
