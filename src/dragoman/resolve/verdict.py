"""What comparing two claims comes to."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.model.judgement import Edge, Judgement, make_edge

# Where nothing else fits at all; as a rule; with something that speaks for it.
LENT, COMMON, BACKED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement on two claims that has not been weighed against others yet.

    Attributes:
        judgement: The same, not the same, or cannot tell.
        score: Likeness in [0, 1].
        reasons: Features that led to it, most important first.
        weak: Claim that says less than the other ("Nasrallah"); the verdict holds
            only while a single cluster fits it.
        grade: How good a weak verdict is: only what is best fits a claim.
        silent: Keeps clusters apart where it matters, but is not worth an edge:
            nobody would take the two for one.
    """

    judgement: Judgement
    score: float
    reasons: tuple[str, ...]
    weak: str | None = None
    grade: int = COMMON
    silent: bool = False

    def edge(self, one: str, other: str, judge: str) -> Edge:
        """Make the edge on two claims."""
        return make_edge(
            one,
            other,
            self.judgement,
            score=round(self.score, 3),
            judge=judge,
            reasons=self.reasons,
        )


def same(
    score: float, *reasons: str, weak: str | None = None, grade: int = COMMON
) -> Verdict:
    """Judge two claims to speak of the same thing."""
    return Verdict(Judgement.POSITIVE, score, reasons, weak, grade)


@lru_cache(maxsize=4096)
def different(score: float, *reasons: str, silent: bool = False) -> Verdict:
    """Judge two claims to speak of different things."""
    return Verdict(Judgement.NEGATIVE, score, reasons, silent=silent)


def unsure(score: float, *reasons: str) -> Verdict:
    """Leave two claims to a person."""
    return Verdict(Judgement.UNSURE, score, reasons)
