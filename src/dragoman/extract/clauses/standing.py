"""How an event is put, and what the words that govern it make of that."""

from dataclasses import dataclass, field

from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence
from dragoman.text.embedding import (
    ASSERTED,
    DOING,
    weigh,
)
from dragoman.text.governors import find_signature


@dataclass(slots=True)
class Standing:
    """How an event is put, and who vouches for it as the sentence says.

    Attributes:
        modality: ``None`` if the sentence does not say clearly.
        vouchers: Tokens of those who report it, outermost first.
        past: Whether it is told as over (past tense or participle).
        report: Base form of the verb that reports it, empty if none does.
        settled: Whether those who were asked for it have said yes.
        top: The highest word that governs it, -1 if none does.
    """

    modality: Modality | None
    vouchers: list[int] = field(default_factory=list)
    past: bool = False
    report: str = ""
    settled: bool = False
    top: int = -1

    def combine(self, outer: Modality | None) -> None:
        """Let what stands outside weigh on what stands inside."""
        self.modality = weigh(outer, self.modality)


def find_level(tree: Sentence, verb: int) -> Modality | None:
    """Return how a verb puts a deed by its meaning; ``None`` if it is put as the verb.

    "Called off", "planned", "refused", "asked for", "considered".
    """
    signature = find_signature(tree, verb, DOING)
    return None if signature is None or signature.holds is ASSERTED else signature.holds
