"""Whose the deed or the word is that somebody answers: "rejected the offer".

An offer, a charge or a raid that was told before is somebody's, so that whoever
rejects, welcomes or condemns it by a bare noun has the other side in the text before.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import itemgetter

from dragoman.extract.clauses.clause import clause_head
from dragoman.extract.clauses.predicates import is_definite
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.parties.people import base_of_people
from dragoman.model.annotation import Annotations
from dragoman.model.claim import (
    Claim,
    EventClaim,
    Modality,
    Participant,
    Party,
    StatementClaim,
)

# Sentences over which a deed or a word is still spoken of.
_NEAR = 3
_CHARGES = frozenset(
    {"accusation", "charge", "allegation", "claim", "criticism", "assertion", "account"}
    | {"remark", "comment", "suggestion", "insinuation"}
)
_OFFERS = frozenset({"offer", "proposal", "invitation", "promise", "initiative"})
_ASKED = frozenset({"demand", "request", "appeal", "call", "ultimatum", "plea"})
_ACTS = {
    "charge": frozenset({"accuse", "condemn", "assert", "warn", "assess", "deny"}),
    "offer": frozenset({"pledge", "announce", "request", "agree", "demand"}),
    "asked": frozenset({"demand", "request", "direct", "threaten", "warn"}),
}
# Types of what a noun tells, by the noun.
_TYPES: dict[str, frozenset[str]] = {
    word: kinds
    for words, kinds in (
        (_CHARGES, frozenset({"ACCUSE"})),
        (_OFFERS, frozenset({"AGREE", "AID", "CONCEDE", "COOPERATE", "CONSULT"})),
        ({"invitation"}, frozenset({"REQUEST", "CONSULT"})),
        (_ASKED, frozenset({"REQUEST", "THREATEN"})),
        (
            {"attack", "raid", "strike", "airstrike", "assault", "shelling", "bombing"}
            | {"bombardment", "killing", "massacre", "shooting", "ambush", "incursion"},
            frozenset({"ASSAULT"}),
        ),
        (
            {"arrest", "detention", "closure", "seizure", "ban", "crackdown", "verdict"}
            | {"expulsion", "deportation", "blockade", "suspension", "dismissal"},
            frozenset({"COERCE", "SANCTION"}),
        ),
        ({"threat", "ultimatum"}, frozenset({"THREATEN"})),
        (
            {"agreement", "deal", "accord", "memorandum", "pact", "treaty", "truce"}
            | {"ceasefire", "protocol"},
            frozenset({"AGREE", "RETREAT"}),
        ),
        ({"release", "withdrawal"}, frozenset({"RETREAT", "CONCEDE"})),
        (
            {"move", "decision", "step", "gesture", "measure"},
            frozenset({"SANCTION", "COERCE", "CONCEDE", "RETREAT", "AGREE"})
            | {"MOBILIZE", "COOPERATE", "AID"},
        ),
    )
    for word in words
}
# What the ontology has among forces, and nobody blames.
_MACHINES = frozenset({"jet", "drone", "aircraft", "warplane", "plane", "helicopter"})
_BESIDE = ("nmod", "nmod:poss", "acl", "acl:relcl", "appos")
# Only what is offered lies ahead.
_HELD = frozenset({Modality.ASSERTED, Modality.ASSESSED})
_UNREAL = frozenset({Modality.DENIED, Modality.CANCELLED})


class Answers:
    """Knows who did and said what was told so far in one document.

    Attributes:
        drafts: The events told so far, in order of the text.
    """

    def __init__(
        self,
        annotations: Annotations,
        claims: Iterable[Claim],
        people: Collection[str],
    ) -> None:
        self.drafts: Sequence[Draft] = ()
        self._annotations = annotations
        self._people = people
        self._said: list[tuple[int, StatementClaim]] = []
        self._charged: list[tuple[int, EventClaim]] = []
        for claim in claims:
            start = claim.citations[0].span.start
            if isinstance(claim, StatementClaim):
                self._said.append((start, claim))
            elif isinstance(claim, EventClaim):
                self._charged.append((start, claim))
        self._said.sort(key=itemgetter(0))
        self._charged.sort(key=itemgetter(0))

    def whose(
        self, sentence: int, noun: int, answering: Sequence[Party]
    ) -> tuple[Party, ...]:
        """Return whose the deed or word is that a bare noun goes back to.

        Args:
            sentence: Index of the sentence.
            noun: What is answered.
            answering: Who answers, who answers nobody but others.
        """
        tree = self._annotations.sentences[sentence]
        lemma = tree[noun].lemma.lower()
        if lemma not in _TYPES or not is_definite(tree, noun):
            return ()
        if tree.child(noun, *_BESIDE) is not None:
            return ()  # "the offer of the mayor" says whose it is
        for parties in self._told(sentence, noun, lemma):
            others = tuple(one for one in parties if one not in answering)
            if len(others) == len(parties):
                return others
        return ()

    def _told(
        self, sentence: int, noun: int, lemma: str
    ) -> Iterator[tuple[Party, ...]]:
        """Yield who may have done or said it, the last one first."""
        sentences = self._annotations.sentences
        tree = sentences[sentence]
        # "Chad invited both to Gao; Mali rejected the invitation": not by the answer.
        clause = clause_head(tree, noun)
        whole = tree[clause].head < 0
        before = tree.start if whole else tree[tree.reach(clause)[0]].start
        first = sentences[max(0, sentence - _NEAR)].start
        kinds = _TYPES[lemma]
        offered = lemma in _OFFERS
        for draft in reversed(self.drafts):
            here = sentences[draft.sentence][draft.head].start
            if not first <= here < before:
                continue
            if offered and draft.modality in _UNREAL:
                continue  # "no dialogue" is no offer
            held = draft.modality in _HELD or draft.type == "THREATEN"
            if draft.type in kinds and (held != offered or draft.type == "REQUEST"):
                yield self._actors(draft.participants)
                return
        for start, event in reversed(self._charged):
            if first <= start < before and event.type in kinds:
                yield self._actors(event.participants)
                return
        acts = _acts_of(lemma)
        for start, claim in reversed(self._said):
            if first <= start < before and claim.act in acts:
                yield claim.speakers

    def _actors(self, participants: Iterable[Participant]) -> tuple[Party, ...]:
        """Return who acted, by name or people: aircraft answer for nothing."""
        return tuple(
            one.party
            for one in participants
            if one.part == "actor"
            and (one.party.entity is not None or self._are_people(one.party.name))
        )

    def _are_people(self, description: str) -> bool:
        words = description.lower().split()
        if any(word.rstrip("s") in _MACHINES for word in words):
            return False
        return any(base_of_people(word) in self._people for word in words) or any(
            word.endswith("s") and word[:-1] in self._people for word in words
        )


def _acts_of(lemma: str) -> frozenset[str]:
    if lemma in _CHARGES:
        return _ACTS["charge"]
    if lemma in _OFFERS:
        return _ACTS["offer"]
    return _ACTS["asked"] if lemma in _ASKED else frozenset()
