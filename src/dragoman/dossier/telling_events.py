"""Sentences that tell one event."""

from dragoman.analyze.timeline import day_range
from dragoman.dossier.material import Material, end_sentence, quote, shorten
from dragoman.dossier.nouns import join_sides, noun_of
from dragoman.dossier.prose import (
    capitalize,
    choose,
    count_words,
    join_words,
    when_phrase,
)
from dragoman.dossier.telling_offices import add_glosses, cite_glosses
from dragoman.model.claim import Modality, Quantity
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Disagreement, Event

QUOTE_CHARS = 220

# One wording for each, so that nobody looks for a difference where there is none.
_MODALITY = {
    Modality.ASSERTED: "was reported",
    Modality.DENIED: "was said not to have taken place",
    Modality.PLANNED: "was planned",
    Modality.CANCELLED: "was called off",
    Modality.HYPOTHETICAL: "was mentioned as a possibility",
    Modality.DEMANDED: "was demanded",
    Modality.ASSESSED: "was assessed by the source",
}
MEETING_MODES = frozenset({"meeting", "multilateral", "mediation", "call"})


def tell_event(
    material: Material, event: Event, *, dated: bool = True
) -> CitedSentence:
    """Tell an event in one sentence.

    Args:
        material: The case.
        event: The event.
        dated: Whether to say when; ``False`` where the date stands before it.
    """
    if event.type == "CONSULT" and event.mode == "visit":
        text = _tell_visit(material, event, dated=dated)
    elif event.type == "CONSULT" and len(event.participants) > 1:
        text = _tell_meeting(material, event, dated=dated)
    else:
        text = _tell_other(material, event, dated=dated)
    text = add_glosses(text, event.described)
    citations = event.citations + cite_glosses(event.described)
    return CitedSentence(text, tuple(dict.fromkeys(citations)), (event.id,))


def participants(material: Material, event: Event, *parts: str) -> list[str]:
    """Return the names of those who take part, of the named parts if any."""
    return [
        material.name(participant.party)
        for participant in event.participants
        if not parts or participant.part in parts
    ]


def _tell_meeting(material: Material, event: Event, *, dated: bool) -> str:
    actors = participants(material, event, "actor")
    others = [material.name(p.party) for p in event.participants if p.part != "actor"]
    everyone = actors + others
    tail = _place(material, event) + (_when(event) if dated else "")
    if event.modality is Modality.ASSERTED:
        # Without a mode nobody says that they sat together.
        verb = {
            "": "spoke with",
            "call": "spoke by telephone with",
            "mediation": "held mediated talks with",
        }
        if actors and others:
            by_mode = verb.get(event.mode or "")
            said = by_mode or choose(("met", "met with", "held talks with"), event.id)
            core = f"{join_words(actors)} {said} {join_words(others)}"
        else:
            talked = {"": "spoke", "call": "spoke by telephone"}.get(event.mode or "")
            core = f"{join_words(everyone)} " + (
                talked or choose(("met", "held a meeting"), event.id)
            )
        text = f"{core}{tail}"
    else:
        text = f"{name_event(material, event, dated=dated)} {_put(material, event)}"
    return _finish(material, event, text)


def _tell_visit(material: Material, event: Event, *, dated: bool) -> str:
    travelers = join_words(participants(material, event, "actor")) or "an unnamed party"
    hosts = participants(material, event, "recipient")
    place = _place_name(material, event)
    when = _when(event) if dated else ""
    hosted = f", received by {join_words(hosts)}" if hosts else ""
    if event.modality is Modality.ASSERTED:
        if place:
            verb = choose(("visited", "travelled to"), event.id)
            text = f"{travelers} {verb} {place}{when}{hosted}"
        elif hosts:
            text = f"{travelers} paid a visit to {join_words(hosts)}{when}"
        else:
            text = f"{travelers} made a visit{when}"
    else:
        text = f"{name_event(material, event, dated=dated)} {_put(material, event)}"
    return _finish(material, event, text)


def _tell_other(material: Material, event: Event, *, dated: bool) -> str:
    rest = [
        f"{material.name(p.party)} ({p.part.replace('_', ' ')})"
        for p in event.participants
        if p.part not in {"actor", "recipient", "weapon"}
    ]
    involving = f", involving {join_words(rest)}" if rest else ""
    named = _name_other(material, event, dated=dated)
    text = f"{named}{involving} {_put(material, event)}"
    told = quote(shorten(event.citations[0].quote, QUOTE_CHARS))
    return _finish(material, event, text, told=told)


def name_event(material: Material, event: Event, *, dated: bool = True) -> str:
    """Return an event as a noun phrase: "a visit of Ana Vogel to Gao"."""
    if event.type != "CONSULT" or (event.mode != "visit" and not event.participants):
        return _name_other(material, event, dated=dated)
    when = _when(event) if dated else ""
    if event.mode == "visit":
        travelers = participants(material, event, "actor")
        place = _place_name(material, event)
        target = f" to {place}" if place else ""
        return f"a visit of {join_words(travelers) or 'an unnamed party'}{target}{when}"
    noun = {"": "a conversation", "call": "a telephone call"}.get(
        event.mode or "", "a meeting"
    )
    actors = participants(material, event, "actor")
    others = [material.name(p.party) for p in event.participants if p.part != "actor"]
    everyone = join_words(actors + others)
    return f"{noun} of {everyone}{_place(material, event)}{when}"


def _name_other(material: Material, event: Event, *, dated: bool) -> str:
    targets = participants(material, event, "recipient")
    # Each account has its own culprit and weapon: under the disagreements they stand.
    agreed = all(one.property != "actor" for one in event.disagreements)
    actors = participants(material, event, "actor") if agreed else []
    weapons = participants(material, event, "weapon") if agreed else []
    noun = noun_of(event.type, event.mode)
    sides = join_sides(event.type, event.mode, join_words(actors), join_words(targets))
    armed = f" with {join_words(weapons)}" if weapons else ""
    when = _when(event) if dated else ""
    return f"{noun}{sides}{armed}{_place(material, event)}{when}"


def _put(material: Material, event: Event) -> str:
    """Return how an event is put; what lies ahead cannot have taken place."""
    days = day_range(event.time.value) if event.time is not None else None
    if event.modality is Modality.DENIED and days is not None:
        cited = {citation.span.document_id for citation in event.citations}
        reported = [material.document_by_id[one].published or "9999" for one in cited]
        if f"{days[0]:%Y-%m-%d}" > min(reported, default="9999"):
            return "was ruled out"
    return _MODALITY[event.modality]


def _place_name(material: Material, event: Event) -> str:
    if event.place is not None and event.place in material.entity_by_id:
        return material.entity_name(material.entity_by_id[event.place])
    return quote(event.place_name) if event.place_name else ""


def _place(material: Material, event: Event) -> str:
    """Say where, unless who was hit says it: "an attack on Gao in Gao"."""
    name = _place_name(material, event)
    told = name in participants(material, event, "recipient")
    return f" in {name}" if name and not told else ""


def _when(event: Event) -> str:
    phrase = when_phrase(event.time)
    return f" {phrase}" if phrase else ""


def _finish(material: Material, event: Event, text: str, told: str = "") -> str:
    """Add numbers, topics, vouchers and the count of reports."""
    extras: list[str] = []
    differing = {one.property: one for one in event.disagreements}
    numbers = [
        _both(differing[quantity.kind])
        if quantity.kind in differing
        else _quantity(quantity)
        for quantity in event.quantities
    ]
    if numbers:
        extras.append(join_words(numbers))
    if "actor" in differing:
        extras.append(_both_sides(differing["actor"]))
    if event.topics:
        words = [quote(shorten(topic, QUOTE_CHARS)) for topic in event.topics]
        extras.append(f"{'topics' if len(words) > 1 else 'topic'}: {join_words(words)}")
    if event.attribution:
        vouchers = [material.name(party) for party in event.attribution]
        extras.append(f"according to {join_words(vouchers)}")
    if len(event.reports) > 1:
        origins = count_words(material.origins(event.reports), "origin")
        extras.append(f"{len(event.reports)} reports of {origins}")
    sentence = capitalize(text)
    if told:
        sentence = f"{sentence}: {told}"
    if extras:
        sentence = f"{sentence} ({'; '.join(extras)})"
    return end_sentence(sentence)


def _both(disagreement: Disagreement) -> str:
    values = " or ".join(variant.value for variant in disagreement.variants)
    return f"{values} {disagreement.property.replace('_', ' ')} (the sources differ)"


def _both_sides(disagreement: Disagreement) -> str:
    names = " or ".join(variant.value for variant in disagreement.variants)
    return f"who did it: {names} (the sources differ)"


def _quantity(quantity: Quantity) -> str:
    if quantity.unit or quantity.kind == "amount":
        said = quote(quantity.text)
        unit = quantity.unit
        return said if unit is None or unit in quantity.text else f"{said} {unit}"
    number = f"{quantity.low:g}"
    if quantity.high is None:
        number = f"at least {number}"
    elif quantity.high != quantity.low:
        number = f"{number} to {quantity.high:g}"
    return f"{number} {quantity.kind.replace('_', ' ')}"
