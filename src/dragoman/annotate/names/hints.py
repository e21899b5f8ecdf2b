"""Names as the reading model sees them, by the units that they cover.

The model decides where a name begins and ends, and mostly what it names; tables
and the words around add what it cannot know. Where it sees nothing, capitals and
titles are still read (``names.sequences``): a report writes of people and bodies
that no model has met.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.annotate.names.growing import DATED, is_foreign_month
from dragoman.annotate.names.units import Unit, read_units
from dragoman.data.tables import demonyms, name_words
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence, Token
from dragoman.text.calendar_names import MONTHS

_KINDS = {
    "PERSON": Schema.PERSON,
    "ORG": Schema.ORGANIZATION,
    "GPE": Schema.PLACE,
    "LOC": Schema.PLACE,
    "FAC": Schema.PLACE,
    "EVENT": None,
    "MISC": None,
    "NORP": None,
}


@dataclass(slots=True)
class Hint:
    """A name that the model sees.

    Attributes:
        first: Index of the first unit that it touches.
        last: Index of the last one.
        start: First code point.
        end: Code point after the last one.
        kind: What it names, ``None`` for events, peoples and the like.
        label: Label of the model in OntoNotes terms.
        plural: Whether its last word is in the plural: "Bolsheviks".
        subtype: Finer type, empty if the model is not sure.
    """

    first: int
    last: int
    start: int
    end: int
    kind: Schema | None
    label: str
    plural: bool
    subtype: str = ""


def read_hints(sentence: Sentence, units: list[Unit]) -> list[Hint]:
    """Return the names of a sentence in order."""
    found: list[Hint] = []
    tokens = sentence.tokens
    unit = 0
    for index, token in enumerate(tokens):
        label = token.entity
        if not label or label[:2] != "B-" or label[2:] not in _KINDS:
            continue
        last = index
        inside = f"I-{label[2:]}"
        while last + 1 < len(tokens) and tokens[last + 1].entity == inside:
            last += 1
        while units[unit].last < index:
            unit += 1
        final = unit
        while units[final].last < last:
            final += 1
        start = token.start
        if unit < final and _is_dated(units, unit):
            unit += 1  # "In June Radio Zabor said so"
            start = units[unit].start
        elif unit == final and is_foreign_month(units, unit):
            continue
        found.append(
            Hint(
                first=unit,
                last=final,
                start=start,
                end=tokens[last].end,
                kind=_KINDS[label[2:]],
                label=label[2:],
                plural=tokens[last].tag == "NNPS",
                subtype=token.subtype,
            )
        )
    members = [n for n in range(len(units)) if _leads_members(units, n, tokens)]
    if members:
        told = {index for hint in found for index in range(hint.first, hint.last + 1)}
        found += [_members(n, units[n], tokens) for n in members if n not in told]
    return sorted(found, key=lambda hint: hint.start)


def _is_dated(units: list[Unit], index: int) -> bool:
    """Tell whether a month belongs to the word before it, not to a name behind."""
    return index > 0 and units[index].key in MONTHS and units[index - 1].key in DATED


def _members(index: int, unit: Unit, tokens: Sequence[Token]) -> Hint:
    start, end = tokens[unit.first].start, tokens[unit.last].end
    return Hint(index, index, start, end, Schema.ORGANIZATION, "ORG", plural=True)


def _leads_members(units: list[Unit], index: int, tokens: Sequence[Token]) -> bool:
    """Tell whether members stand for their party: "the Socialists' leader"."""
    unit = units[index]
    if not unit.capital or tokens[unit.last].tag != "NNPS" or index + 2 >= len(units):
        return False
    return (
        units[index + 1].possessive
        and units[index + 2].key in name_words().titles
        and unit.key not in demonyms()
    )


# Heads of events that the model tends to leave out, and those it takes for bodies.
_HEADS = frozenset(
    {"election", "elections", "campaign", "referendum", "war", "crisis", "uprising",
     "rebellion", "revolt", "offensive", "championship", "festival", "summit"}
)  # fmt: skip
_NEVER_BODIES = frozenset({"campaign", "war", "rebellion", "revolt", "uprising"})
_VOTES = frozenset({"election", "elections", "referendum"})
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def find_event_names(sentences: Iterable[Sentence]) -> list[tuple[int, int]]:
    """Return where events are called by a name: "the 2014 World Cup".

    With the year before, the head behind, and the place of a vote: "the June 2006
    Senate election in Vermont".
    """
    found = []
    for sentence in sentences:
        units = read_units(sentence)
        hints = read_hints(sentence, units)
        places = {h.first: h for h in hints if h.kind is Schema.PLACE}
        for hint in hints:
            body = hint.label == "ORG" and hint.last > hint.first
            if hint.label == "EVENT" or (
                body and units[hint.last].key in _NEVER_BODIES
            ):
                found.append(_whole_event(hint, units, places))
    return found


def _whole_event(
    hint: Hint, units: list[Unit], places: dict[int, Hint]
) -> tuple[int, int]:
    first, last = hint.first, hint.last
    if first and _YEAR.fullmatch(units[first - 1].text):
        first -= 1
    if first and units[first - 1].key in MONTHS and _YEAR.fullmatch(units[first].text):
        first -= 1
    after = units[last + 1] if last + 1 < len(units) else None
    headed = units[last].key in _HEADS
    if after is not None and after.key in _HEADS and not headed:
        last += 1
    place = places.get(last + 2)
    if (
        units[last].key in _VOTES
        and place is not None
        and units[last + 1].key == "in"
        and _YEAR.fullmatch(units[first].text)
    ):
        last = place.last
    start = hint.start if first == hint.first else units[first].start
    end = hint.end if last == hint.last else units[last].end
    return start, end
