"""Whose words an event stands in, and what those words make of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extract.clauses.standing import Standing
from dragoman.extract.parties import QUESTIONER
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Claim, Manner, Modality, Party, StatementClaim

_WISHES = frozenset({"demand", "request", "direct"})
_DENIALS = frozenset({"deny", "reject"})


@dataclass(frozen=True, slots=True)
class Voucher:
    """Who vouches for an event.

    Attributes:
        parties: Relays and speakers, outermost first.
        covered: Whether the event stands in somebody's words at all.
    """

    parties: tuple[Party, ...]
    covered: bool


class StatementIndex:
    """Finds the statements whose content covers an offset."""

    def __init__(self, annotations: Annotations, claims: Sequence[Claim]) -> None:
        self._annotations = annotations
        self._by_sentence: dict[int, list[StatementClaim]] = {}
        self._bounds = [(one.start, one.end) for one in annotations.sentences]
        for claim in claims:
            if not isinstance(claim, StatementClaim):
                continue
            span = claim.citations[0].span
            first = annotations.sentence_at(span.start)
            last = annotations.sentence_at(span.end - 1)
            if first is None or last is None:
                continue
            for sentence in range(first, last + 1):
                self._by_sentence.setdefault(sentence, []).append(claim)

    def covering(self, sentence: int, offset: int) -> list[StatementClaim]:
        """Return the statements around an offset, the widest first."""
        found = [
            claim
            for claim in self._by_sentence.get(sentence, ())
            if claim.citations[0].span.start <= offset < claim.citations[0].span.end
        ]
        return sorted(
            found,
            key=lambda claim: (
                claim.citations[0].span.start - claim.citations[0].span.end,
                claim.id,
            ),
        )

    def speaking(self, sentence: int, offset: int, word: str) -> tuple[Party, ...]:
        """Return who "I" and "we" are: whoever's own words stand there.

        A spokesman's "I" is himself, and "we" whom he speaks for; the "we" of a
        person means others besides, so that it is nobody.
        """
        own = [
            claim
            for claim in self.covering(sentence, offset)
            if claim.manner is not Manner.INDIRECT or claim.content[:2] in {"I ", "We"}
        ]
        if not own:
            return ()
        claim = own[-1]
        persons = [
            party
            for party in (*claim.speakers, *claim.via)
            if party.entity is not None and self._is_person(party.entity)
        ]
        if word in {"i", "me"}:
            return tuple(persons[-1:])
        return () if set(claim.speakers) & set(persons) else claim.speakers

    def _is_person(self, chain: str) -> bool:
        known = self._annotations.chain_by_id.get(chain)
        return known is not None and known.schema is Schema.PERSON

    def weigh(
        self, sentence: int, offset: int, standing: Standing, type_: str, *, main: bool
    ) -> Voucher:
        """Let the statements around an event weigh on how it is put.

        A threat or a wish is no event; what somebody denies is denied, unless the
        document says it in a main clause of its own.

        Args:
            sentence: Index of the sentence.
            offset: Where the trigger stands.
            standing: How the sentence puts the event; changed in place.
            type_: Type of the event.
            main: Whether the trigger stands in the main clause of the sentence.
        """
        parties: list[Party] = []
        covering = [
            claim
            for claim in self.covering(sentence, offset)
            if not (main and claim.act in _DENIALS and claim.manner == "indirect")
        ]
        for claim in _without_answers(covering, sentence, self._bounds):
            self._act(claim, standing, type_)
            for party in (*claim.via, *claim.speakers):
                if party not in parties and party != QUESTIONER:
                    parties.append(party)
        return Voucher(tuple(parties), bool(covering))

    def _act(self, claim: StatementClaim, standing: Standing, type_: str) -> None:
        told = standing.modality
        if told is None:
            return
        # A judgement is a whole sentence: of what a condition holds, its clauses tell.
        conditional = claim.condition is not None and claim.act != "assess"
        if claim.act == "threaten" or conditional:
            standing.modality = _conditional(told)
        elif claim.act in _WISHES and told in {Modality.ASSERTED, Modality.PLANNED}:
            kept = standing.past or standing.settled
            standing.modality = told if kept else Modality.DEMANDED
        elif claim.act in _DENIALS and told is Modality.ASSERTED:
            standing.modality = Modality.DENIED
        elif claim.act == "agree" and told is Modality.PLANNED and type_ != "CONSULT":
            standing.modality = None  # the agreement itself is the event
        elif claim.act == "warn" and told is Modality.PLANNED:
            standing.modality = Modality.HYPOTHETICAL


def _without_answers(
    covering: Sequence[StatementClaim],
    sentence: int,
    bounds: Sequence[tuple[int, int]],
) -> list[StatementClaim]:
    """Leave out the denial that answers somebody's word in a sentence of its own.

    "The army said the Front had attacked. The Front denied this.": the army says so.
    """
    first, last = bounds[sentence]
    told = [claim for claim in covering if claim.act not in _DENIALS]
    if not told:
        return list(covering)
    return [
        claim
        for claim in covering
        if claim.act not in _DENIALS
        or any(first <= one.span.start < last for one in claim.citations[1:2])
    ]


def _conditional(told: Modality) -> Modality:
    return Modality.HYPOTHETICAL if told is Modality.PLANNED else told
