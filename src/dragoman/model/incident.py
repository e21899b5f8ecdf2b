"""What a reader makes of an incident of violence: its kinds, and who plays a part."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class IncidentRole(StrEnum):
    """Part in an incident of violence; a victim is a person who is named.

    Whoever else suffered ("two policemen") has a part of its own.
    """

    PERPETRATOR = "perpetrator"
    ORGANIZATION = "organization"
    TARGET = "target"
    VICTIM = "victim"
    WEAPON = "weapon"
    UNNAMED = "unnamed victim"


@dataclass(frozen=True, slots=True)
class IncidentKind:
    """How likely a document tells an incident of a kind.

    Attributes:
        kind: ``attack``, ``bombing``, ``kidnapping``, ``arson``, ``robbery`` or
            ``forced work stoppage``.
        score: Log odds.
    """

    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class IncidentPart:
    """A phrase that may play a part in an incident that the document tells.

    Attributes:
        start: First code point, the article left out.
        end: Code point after the last one.
        sentence: Index in ``Annotations.sentences``.
        head: Index of the head token in the sentence.
        role: The part.
        score: Log odds by all places in the document with this wording.
        here: Log odds by this place alone.
        kinds: Log odds of its playing this part in an incident of each kind, all other
            phrases considered, in the order of ``Annotations.incident_kinds``.
    """

    start: int
    end: int
    sentence: int
    head: int
    role: IncidentRole
    score: float
    here: float
    kinds: tuple[float, ...]


# Kinds of incidents and who plays a part in them, weighed against each other.
Incidents = tuple[Sequence[IncidentKind], Sequence[IncidentPart]]
