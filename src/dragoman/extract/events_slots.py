"""The phrases that may play a part in an event."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.events_anchors import find_destinations
from dragoman.extract.events_obliques import find_obliques
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import Frame


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
