"""Sentences that tell one event."""

import re

from dragoman.analyze.timeline import day_range
from dragoman.dossier.event_parts import EventParts, put_together
from dragoman.dossier.material import Material, end_sentence, quote, says, shorten
from dragoman.dossier.nouns import join_sides, noun_of
from dragoman.dossier.prose import (
    count_words,
    date_words,
    group_digits,
    join_words,
    number_words,
    when_phrase,
)
from dragoman.dossier.telling_offices import add_glosses, cite_glosses
from dragoman.model.claim import Modality, Party, Quantity
from dragoman.model.descriptions import head_word
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Disagreement, Event

QUOTE_CHARS = 220
# Two groups of one party and number are one group.
_NUMBER = re.compile(r"(?:the |all )?(\d{2,})\b", re.IGNORECASE)
_TWO = 2

# One wording for each, so that nobody looks for a difference where there is none.
MODALITY_WORDS = {
    Modality.ASSERTED: "was reported",
    Modality.DENIED: "was said not to have taken place",
    Modality.PLANNED: "was planned",
    Modality.CANCELLED: "was called off",
    Modality.HYPOTHETICAL: "was mentioned as a possibility",
    Modality.DEMANDED: "was demanded",
    Modality.ASSESSED: "was assessed by the source",
}
# "On the road between Gao and Kidal", but in all other places.
_ALONG = re.compile(
    r"(?:the )?(?:[\w-]+ ){0,3}?(?:roads?|highways?|streets?|bridges?|borders?|coasts?)"
    r"(?: (?:between|to|from|of|near|with|at)\b.*)?",
    re.IGNORECASE,
)
_TOLLS = frozenset({"killed", "wounded"})
MEETING_MODES = frozenset({"meeting", "multilateral", "mediation", "call"})


def tell_event(
    material: Material, event: Event, *, dated: bool = True
) -> CitedSentence:
    """Tell an event in one sentence.

    Args:
        material: The case.
        event: The event.
        dated: Whether to say when, or at least when it was reported; ``False`` where
            the date stands before it.
    """
    return tell_in_parts(material, event, dated=dated).sentence


def tell_in_parts(
    material: Material, event: Event, *, dated: bool = True
) -> EventParts:
    """Tell an event in one sentence and hand over its parts; see ``tell_event``."""
    before = material.events_told.get((event.id, dated))
    if before is not None and before.event is event:
        return before
    told = _tell(material, event, dated=dated)
    material.events_told[event.id, dated] = told
    return told


def _tell(material: Material, event: Event, *, dated: bool) -> EventParts:
    words = ""
    if is_quoted(event):
        words = quoted_words(event)
        name, put = _tell_other(material, event, dated=dated), _put(material, event)
    elif event.modality is not Modality.ASSERTED:
        name = name_event(material, event, dated=dated)
        put = _put(material, event)
    elif event.mode == "visit":
        name, put = _tell_visit(material, event, dated=dated), ""
    else:
        name, put = _tell_meeting(material, event, dated=dated), ""
    extras = _extras(material, event, dated=dated, told=words)
    quoted = quote(words) if words else ""
    text = put_together(f"{name} {put}".rstrip(), quoted, extras)
    text = add_glosses(end_sentence(text), event.described)
    citations = event.citations + cite_glosses(event.described)
    sentence = CitedSentence(text, tuple(dict.fromkeys(citations)), (event.id,))
    return EventParts(event, sentence, name, put, quoted, extras)


def is_quoted(event: Event) -> bool:
    """Tell whether an event is told by words of its source, not by a sentence of ours.

    Visits and meetings of some are told by us.
    """
    return event.type != "CONSULT" or (
        event.mode != "visit" and len(event.participants) < _TWO
    )


def is_toll(event: Event) -> bool:
    """Tell whether an event is no more than a count of dead and wounded so far.

    Each report of a war gives one, with no day, nobody who did it and nobody by name.
    """
    return (
        event.type == "ASSAULT"
        and event.modality is Modality.ASSERTED
        and event.time is None
        and any(one.kind in _TOLLS for one in event.quantities)
        and all(
            one.part == "recipient" and one.party.entity is None
            for one in event.participants
        )
    )


def tell_toll(material: Material, event: Event) -> CitedSentence:
    """Tell a count of dead and wounded by the words of its source."""
    words = quoted_words(event)
    extras = _extras(material, event, dated=False, told=words)
    text = end_sentence(put_together("", quote(words), extras))
    return CitedSentence(text, event.citations, (event.id,))


def participants(
    material: Material, event: Event, *parts: str, told: str = ""
) -> list[str]:
    """Return the names of those who take part, of the named parts if any.

    Args:
        material: The case.
        event: The event.
        parts: Parts that are asked for; all if none is.
        told: Words of the source that stand beside the names; who is only described,
            and by these very words, is left out.
    """
    fit = [
        participant.party
        for participant in event.participants
        if not parts or participant.part in parts
    ]
    return [
        material.name(party)
        for party in _one_of_each(fit)
        if party.entity is not None or not says(told, party.name)
    ]


def _one_of_each(parties: list[Party]) -> list[Party]:
    """Leave out who is described again: "23 of them" beside "23 pirates"."""
    kept: list[Party] = []
    known: set[str] = set()
    for party in parties:
        if party.entity is None:
            number = _NUMBER.match(party.name)
            marks = {head_word(party.name), *((number[1],) if number else ())} - {""}
            if not known.isdisjoint(marks):
                continue
            known |= marks
        kept.append(party)
    return kept


def _tell_meeting(material: Material, event: Event, *, dated: bool) -> str:
    actors = participants(material, event, "actor")
    others = [material.name(p.party) for p in event.participants if p.part != "actor"]
    tail = _place(material, event) + (_when(event) if dated else "")
    if actors and others:
        core = f"{join_words(actors)} {meeting_verb(event)} {join_words(others)}"
    else:
        talked = {"": "spoke", "call": "spoke by telephone"}.get(event.mode or "")
        core = f"{join_words(actors + others)} {talked or 'met'}"
    return f"{core}{tail}"


def meeting_verb(event: Event) -> str:
    """Return how somebody met somebody; without a mode nobody says that they sat."""
    verbs = {
        "": "spoke with",
        "call": "spoke by telephone with",
        "mediation": "held mediated talks with",
    }
    return verbs.get(event.mode or "", "met")


def _tell_visit(material: Material, event: Event, *, dated: bool) -> str:
    travelers = join_words(participants(material, event, "actor")) or "an unnamed party"
    hosts = participants(material, event, "recipient")
    place = place_words(material, event)
    when = _when(event) if dated else ""
    if place:
        hosted = f", received by {join_words(hosts)}" if hosts else ""
        return f"{travelers} visited {place}{when}{hosted}"
    if hosts:
        return f"{travelers} paid a visit to {join_words(hosts)}{when}"
    return f"{travelers} made a visit{when}"


def _tell_other(material: Material, event: Event, *, dated: bool) -> str:
    rest = [
        f"{material.name(p.party)} ({p.part.replace('_', ' ')})"
        for p in event.participants
        if p.part not in {"actor", "recipient", "weapon"}
    ]
    involving = f", involving {join_words(rest)}" if rest else ""
    told = quoted_words(event)
    return f"{_name_other(material, event, dated=dated, told=told)}{involving}"


def quoted_words(event: Event) -> str:
    """Return the words of the source that stand for an event without a sentence."""
    return shorten(event.citations[0].quote, QUOTE_CHARS)


def name_event(material: Material, event: Event, *, dated: bool = True) -> str:
    """Return an event as a noun phrase: "a visit of Ana Vogel to Gao"."""
    if event.type != "CONSULT" or (event.mode != "visit" and not event.participants):
        return _name_other(material, event, dated=dated)
    when = _when(event) if dated else ""
    if event.mode == "visit":
        travelers = participants(material, event, "actor")
        place = place_words(material, event)
        target = f" to {place}" if place else ""
        return f"a visit of {join_words(travelers) or 'an unnamed party'}{target}{when}"
    noun = {"": "a conversation", "call": "a telephone call"}.get(
        event.mode or "", "a meeting"
    )
    actors = participants(material, event, "actor")
    others = [material.name(p.party) for p in event.participants if p.part != "actor"]
    everyone = join_words(actors + others)
    return f"{noun} of {everyone}{_place(material, event)}{when}"


def _name_other(
    material: Material, event: Event, *, dated: bool, told: str = ""
) -> str:
    targets = participants(material, event, "recipient", told=told)
    # Each account has its own culprit and weapon: under the disagreements they stand.
    agreed = all(one.property != "actor" for one in event.disagreements)
    actors = participants(material, event, "actor", told=told) if agreed else []
    weapons = participants(material, event, "weapon", told=told) if agreed else []
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
    return MODALITY_WORDS[event.modality]


def place_words(material: Material, event: Event) -> str:
    """Return how prose names the place of an event, "" if there is none."""
    if event.place is not None and event.place in material.entity_by_id:
        return material.entity_name(material.entity_by_id[event.place])
    return quote(event.place_name) if event.place_name else ""


def _place(material: Material, event: Event) -> str:
    """Say where, unless who was hit says it: "an attack on Gao in Gao"."""
    name = place_words(material, event)
    told = name in participants(material, event, "recipient")
    along = event.place is None and _ALONG.fullmatch(event.place_name or "")
    return f" {'on' if along else 'in'} {name}" if name and not told else ""


def _when(event: Event) -> str:
    phrase = when_phrase(event.time)
    return f" {phrase}" if phrase else ""


def _extras(
    material: Material, event: Event, *, dated: bool, told: str
) -> tuple[str, ...]:
    """Return numbers, topics, vouchers, the count of reports and the day of the first.

    What the words of the source say (``told``) is not said again.
    """
    extras: list[str] = []
    differing = {one.property: one for one in event.disagreements}
    numbers = [
        _both(differing[quantity.kind])
        if quantity.kind in differing
        else _quantity(quantity)
        for quantity in sorted(event.quantities, key=lambda one: one.kind != "killed")
        if quantity.kind in differing or not says(told, quantity.text)
    ]
    if numbers:
        extras.append(join_words(numbers))
    if "actor" in differing:
        extras.append(_both_sides(differing["actor"]))
    topics = [one for one in event.topics if not says(told, one)]
    if topics:
        words = [quote(shorten(topic, QUOTE_CHARS)) for topic in topics]
        extras.append(f"{'topics' if len(words) > 1 else 'topic'}: {join_words(words)}")
    if not all(_is_told(material, party, told) for party in event.attribution):
        vouchers = [material.name(party) for party in event.attribution]
        extras.append(f"according to {join_words(vouchers)}")
    if len(event.reports) > 1:
        origins = count_words(material.origins(event.reports), "origin")
        extras.append(f"{len(event.reports)} reports of {origins}")
    day = material.first_published(event.citations)
    if dated and day is not None and event.time is None:
        extras.append(f"reported on {date_words(day)}")
    return tuple(extras)


def _is_told(material: Material, party: Party, told: str) -> bool:
    """Tell whether the words of the source name a party themselves."""
    return any(says(told, name) for name in material.names_of(party))


def _both(disagreement: Disagreement) -> str:
    told = [group_digits(one.value) for one in disagreement.variants]
    values = join_words(told, "or")
    return f"{values} {disagreement.property.replace('_', ' ')} (the sources differ)"


def _both_sides(disagreement: Disagreement) -> str:
    names = join_words([one.value for one in disagreement.variants], "or")
    return f"who did it: {names} (the sources differ)"


def _quantity(quantity: Quantity) -> str:
    if quantity.unit or quantity.kind == "amount":
        said = quote(quantity.text)
        unit = quantity.unit
        return said if unit is None or unit in quantity.text else f"{said} {unit}"
    number = number_words(quantity.low)
    if quantity.high is None:
        number = f"at least {number}"
    elif quantity.high != quantity.low:
        number = f"{number} to {number_words(quantity.high)}"
    return f"{number} {quantity.kind.replace('_', ' ')}"
