"""Which claims speak of the same thing: edges beside the claims, never in them."""

from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """Four values: the same, not the same, cannot tell, nobody has looked."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"
    NO_JUDGEMENT = "no_judgement"


# The first reason of a negative judgement on two versions of one thing, of which only
# one can be right: readers see them side by side.
CONTRADICTS = "they contradict one another"


@dataclass(frozen=True, slots=True)
class Edge:
    """A resolver's judgement on two identifiers of claims of one kind.

    Append-only: the latest edge of a pair holds, unless a person decided on the pair
    (``decision``).

    Attributes:
        left: Lesser identifier of the pair.
        right: Greater identifier of the pair.
        judgement: What was judged.
        score: Likeness in [0, 1], ``None`` if there is none.
        judge: ``auto:NAME`` of a resolver.
        reasons: Features that led to the judgement, most important first.
    """

    left: str
    right: str
    judgement: Judgement
    score: float | None
    judge: str
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.left < self.right:
            raise ValueError(f"edge {self.left!r}, {self.right!r}: need left < right")


def make_edge(
    one: str,
    other: str,
    judgement: Judgement,
    *,
    score: float | None,
    judge: str,
    reasons: tuple[str, ...] = (),
) -> Edge:
    """Make an edge from two identifiers in any order."""
    left, right = sorted((one, other))
    return Edge(left, right, judgement, score, judge, reasons)
