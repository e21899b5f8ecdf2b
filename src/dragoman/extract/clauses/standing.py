"""How an event is put, and what the words that govern it make of that."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.model.claim import Modality

Words = Mapping[str, frozenset[str]]
Levels = tuple[tuple[str, Modality], ...]

ASSERTED = Modality.ASSERTED
DENIED = Modality.DENIED
PLANNED = Modality.PLANNED
CANCELLED = Modality.CANCELLED
HYPOTHETICAL = Modality.HYPOTHETICAL
DEMANDED = Modality.DEMANDED

LEVELS = (
    ("cancelled_governors", CANCELLED),
    ("planned_governors", PLANNED),
    ("denied_governors", DENIED),
    ("demanded_governors", DEMANDED),
    ("hypothetical_governors", HYPOTHETICAL),
)
NOUN_LEVELS = (
    ("cancelled_nouns", CANCELLED),
    ("planned_nouns", PLANNED),
    ("denied_nouns", DENIED),
    ("demanded_nouns", DEMANDED),
    ("hypothetical_nouns", HYPOTHETICAL),
)


@dataclass(slots=True)
class Standing:
    """How an event is put, and who vouches for it as the sentence says.

    Attributes:
        modality: ``None`` if the sentence does not say clearly.
        vouchers: Tokens of those who report it, outermost first.
        past: Whether it is told as over (past tense or participle).
        report: Base form of the verb that reports it, empty if none does.
        settled: Whether those who were asked for it have said yes.
    """

    modality: Modality | None
    vouchers: list[int] = field(default_factory=list)
    past: bool = False
    report: str = ""
    settled: bool = False

    def combine(self, outer: Modality | None) -> None:
        """Let what stands outside weigh on what stands inside."""
        inner = self.modality
        if outer is None or inner is None:
            self.modality = None
        elif inner is DENIED and outer in {DEMANDED, PLANNED, HYPOTHETICAL}:
            self.modality = None  # "urged them not to": neither done nor undone
        elif inner is ASSERTED or outer in {CANCELLED, HYPOTHETICAL}:
            self.modality = outer
        elif inner is DENIED and outer is DENIED:
            self.modality = None
        elif outer is DENIED and inner in {DEMANDED, PLANNED}:
            self.modality = DENIED  # "did not order his men to fire"


def find_level(words: Words, lemma: str, levels: Levels) -> Modality | None:
    """Return what the first word set that holds a word stands for."""
    for name, modality in levels:
        if lemma in words[name]:
            return modality
    return None
