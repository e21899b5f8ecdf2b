"""An event while it is being read: filled by one sentence, completed by the next."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Self

from dragoman.model.claim import Modality, Participant, Party, Quantity, Time
from dragoman.model.syntax import Sentence

# Types of force and pressure, and of giving way to them.
FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "RETREAT", "CONCEDE"})
_TWO = 2
# Types that are acts by words; statements tell them too.
WORDS = frozenset({"THREATEN", "ACCUSE", "REQUEST", "REJECT"})


@dataclass(slots=True)
class Draft:
    """A telling of an event before it becomes a claim.

    Attributes:
        type: PLOVER type.
        mode: Mode, ``None`` if not said.
        participants: Parties and their parts.
        modality: How it is put.
        place: Entity (or ``None``) and name of the place.
        time: When.
        topics: What it was about.
        quantities: Numbers.
        attribution: Who vouches, outermost first.
        spans: Passages that tell it, the main one first.
        sentence: Index of the sentence of the trigger.
        block: Index of its block.
        head: Token of the trigger in its sentence.
        verbal: Whether a verb tells it.
        past: Whether it is told as over.
        fresh: Whether it is said to be another one ("a separate meeting").
        lemma: Base form of the trigger.
        recalled: Whether it is older, what is told is measured by it: "the deadliest
            attack since the 1998 bombing".
        parted: Whether its clause tells the time of a later occasion.
        dated: Index of the sentence that named its day, if that is another one.
        last: Index of the last sentence that told more of it, if that is another one.
    """

    type: str
    mode: str | None
    participants: list[Participant]
    modality: Modality
    sentence: int
    block: int
    head: int
    lemma: str
    place: tuple[str | None, str] | None = None
    time: Time | None = None
    topics: list[str] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    attribution: list[Party] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    verbal: bool = True
    past: bool = False
    fresh: bool = False
    recalled: bool = False
    parted: bool = False
    dated: int | None = None
    last: int = -1

    def again(self, participants: list[Participant]) -> Self:
        """Return another occasion told by the same words, with its own participants."""
        return replace(
            self,
            participants=participants,
            topics=list(self.topics),
            quantities=list(self.quantities),
            attribution=list(self.attribution),
            spans=list(self.spans),
            fresh=True,
        )

    def again_in(
        self, number: int, tree: Sentence, head: int, participants: list[Participant]
    ) -> Self:
        """Return such an event told by another sentence, which points back at this.

        Args:
            number: Index of the sentence.
            tree: The sentence.
            head: The word in it that tells the event.
            participants: Who takes part in it.
        """
        made = self.again(participants)
        made.sentence, made.block, made.head = number, tree.block, head
        made.spans, made.quantities = [(tree.start, tree.end)], []
        return made

    @property
    def latest(self) -> int:
        """Return the index of the last sentence that told of it."""
        return max(self.sentence, self.last)

    def parties(self) -> list[Party]:
        """Return the parties without their parts."""
        return [one.party for one in self.participants]

    def add(self, party: Party, part: str) -> None:
        """Add a participant unless the party is there already."""
        if party not in self.parties():
            self.participants.append(Participant(party, part))

    def shares(self, other: "Draft") -> bool:
        """Tell whether two drafts have a known party in common."""
        known = {party.entity for party in self.parties()} - {None}
        return any(party.entity in known for party in other.parties())

    @property
    def is_exchange(self) -> bool:
        """Tell whether parties talk in it, face to face or by telephone."""
        return self.type == "CONSULT" and self.mode not in {"visit", "mediation"}

    @property
    def is_meeting(self) -> bool:
        """Tell whether parties sit together in it."""
        return self.type == "CONSULT" and self.mode in {"meeting", "multilateral"}


@dataclass(slots=True)
class Filled:
    """A frame with its phrases.

    Attributes:
        participants: Parties with their parts, in order of the text of the slots.
        apart: Recipients told as a further occasion ("and later with B"), with
            the token of their phrase.
        places: Tokens that fill the part ``place``.
        called: Tokens of the city that an occasion is called by: "the Geneva talks".
        topics: Tokens that fill the part ``topic``.
        tokens: Heads of all participants, for numbers and places on them.
        plural: Whether one unnamed phrase stands for several parties.
    """

    participants: list[Participant] = field(default_factory=list)
    apart: list[tuple[int, tuple[Participant, ...]]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    called: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    tokens: list[tuple[int, str]] = field(default_factory=list)
    plural: bool = False

    def add(self, party: Party, part: str) -> None:
        """Add a participant unless the party is there already."""
        if all(one.party != party for one in self.participants):
            self.participants.append(Participant(party, part))

    def satisfies(self, needs: Iterable[frozenset[str]]) -> bool:
        """Tell whether a frame has all the parts that it needs."""
        parts = {one.part for one in self.participants}
        if self.places:
            parts.add("place")
        for choice in needs:
            if "two" in choice:
                if len(self.participants) < _TWO and not self.plural:
                    return False
            elif not parts & choice:
                return False
        return True
