"""Names as the reading model sees them, by the units that they cover.

The model decides where a name begins and ends, and mostly what it names; tables
and the words around add what it cannot know. Where it sees nothing, capitals and
titles are still read (``names_sequences``): a report writes of people and bodies
that no model has met.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.annotate.names_units import Unit, read_units
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence

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
    """

    first: int
    last: int
    start: int
    end: int
    kind: Schema | None
    label: str
    plural: bool


def read_hints(sentence: Sentence, units: list[Unit]) -> list[Hint]:
    """Return the names of a sentence in order."""
    found: list[Hint] = []
    tokens = sentence.tokens
    unit = 0
    for index, token in enumerate(tokens):
        label = token.entity
        if label[:2] != "B-" or label[2:] not in _KINDS:
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
        found.append(
            Hint(
                first=unit,
                last=final,
                start=token.start,
                end=tokens[last].end,
                kind=_KINDS[label[2:]],
                label=label[2:],
                plural=tokens[last].tag == "NNPS",
            )
        )
    return found


def find_event_names(sentences: Iterable[Sentence]) -> list[tuple[int, int]]:
    """Return where events are called by a name: "the 2014 World Cup"."""
    return [
        (hint.start, hint.end)
        for sentence in sentences
        for hint in read_hints(sentence, read_units(sentence))
        if hint.label == "EVENT"
    ]
