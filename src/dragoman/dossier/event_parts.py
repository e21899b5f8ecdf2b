"""A sentence on an event in parts, so that it can be told alone or with others."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.dossier.prose import capitalize
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Event


@dataclass(frozen=True, slots=True)
class EventParts:
    """What a sentence tells of an event.

    Attributes:
        event: The event.
        sentence: The whole sentence.
        name: "a ban", or a clause: "Ana Vogel visited Gao".
        put: "was reported", "" behind a clause.
        words: The words of the source in quotation marks, "" if none stand for it.
        extras: What is added in brackets.
    """

    event: Event
    sentence: CitedSentence
    name: str
    put: str
    words: str
    extras: tuple[str, ...]


def put_together(head: str, words: str, extras: Iterable[str]) -> str:
    """Return a sentence without its full stop."""
    sentence = ": ".join(part for part in (capitalize(head), words) if part)
    added = "; ".join(extras)
    return f"{sentence} ({added})" if added else sentence
