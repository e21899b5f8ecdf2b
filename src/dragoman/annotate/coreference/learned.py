"""What the reading model links, asked beside the rules.

The model's chains hold every noun phrase; those of the rules only what has a name or
an office. An expression takes the chain that the nearest member of its model chain
belongs to, if kind, gender, number and syntax agree. Where a chain of the model holds
two who have names of their own, the model wavers, and nothing is said.
"""

from bisect import bisect_left
from collections.abc import Callable
from operator import attrgetter

from dragoman.annotate.coreference.binding import bound_by, is_free
from dragoman.annotate.coreference.choice import may_be_called
from dragoman.annotate.coreference.discourse import Discourse
from dragoman.annotate.names.kin import KIN
from dragoman.model.annotation import Annotations, MentionKind, Reference, Schema
from dragoman.model.syntax import DEFINITE

_SCHEMAS = {
    "person": frozenset({Schema.PERSON}),
    "organization": frozenset({Schema.ORGANIZATION, Schema.PLACE}),
    "place": frozenset({Schema.PLACE}),
}
# Bodies of people, whatever the model takes them for.
_BODIES = frozenset({"leadership", "command", "regime", "government", "establishment"})
_LANDS = frozenset({"country", "homeland", "nation"})
_POINTING = DEFINITE | {"such"}
# Every state has one: which is meant is told by the state, not by the nearest name.
_COMMON = frozenset(
    {"army", "military", "government", "police", "parliament", "court", "ministry"}
    | {"presidency", "palace", "judiciary", "senate", "gendarmerie", "secretariat"}
    | {"navy", "council", "cabinet", "opposition", "committee", "administration"}
)
_PLURALS = frozenset({"NNS", "NNPS"})
_FARTHEST = 8
_start = attrgetter("start")


class Learned:
    """Looks up antecedents in the chains of the reading model.

    Args:
        discourse: What is known so far; it grows while the text is read.
        annotations: With references, or without: then nothing is found.
    """

    def __init__(self, discourse: Discourse, annotations: Annotations) -> None:
        self.discourse = discourse
        self._annotations = annotations
        self._by_head = annotations.reference_by_head
        self._by_chain = annotations.references_by_chain

    def shares(self, number: int, token: int) -> dict[int | None, float] | None:
        """Return how likely each chain is meant by "he" or "she".

        ``None`` among the chains stands for all who have none: "a neighbour said that
        he"; who is told of between quotation marks is nobody who says so: "“One man
        left,” he said". Nothing without references.
        """
        own = self._by_head.get((number, token))
        if own is None:
            return None
        found: dict[int | None, float] = {}
        quoted = self._is_quoted(number, token)
        for sentence, head, share in own.meant:
            if (sentence, head) != (number, token):
                chain = self._chain_at((sentence, head))
                unnamed = chain is None and sentence >= 0 and not quoted
                if unnamed and self._is_quoted(sentence, head):
                    continue
                found[chain] = found.get(chain, 0.0) + share
        return found

    def _is_quoted(self, sentence: int, token: int) -> bool:
        start = self.discourse.sentences[sentence][token].start
        return self._annotations.is_quoted(start)

    def told(self, number: int, token: int) -> dict[int | None, float]:
        """Return how likely each chain is meant by a description.

        ``None`` stands for itself, told of for the first time, and for all who have no
        chain but are of its type; what is of another type is not counted.
        """
        found: dict[int | None, float] = {}
        own = self._by_head.get((number, token))
        if own is None:
            return found
        for sentence, head, share in own.meant:
            chain = None
            if (sentence, head) != (number, token):
                if sentence < 0:
                    continue  # in a heading, which is read for nothing else
                chain = self._chain_at((sentence, head))
                if chain is None:
                    chain = self._named_beside(sentence, head)
                other = self._by_head.get((sentence, head))
                if chain is None and other is not None and own.type != other.type:
                    continue
            found[chain] = found.get(chain, 0.0) + share
        return found

    def _named_beside(self, number: int, token: int) -> int | None:
        """Return whom "coach" names in "coach Ivo Marek", "the coach, Ivo Marek"."""
        sentence = self.discourse.sentences[number]
        beside = sentence.children(token, "appos", "flat")
        if sentence[token].deprel in {"compound", "appos", "flat", "amod"}:
            beside.append(sentence[token].head)
        for one in beside:
            chain = self.discourse.named.get((number, one))
            if chain is not None:
                return chain
        return None

    def thing(self, number: int, token: int) -> int | None:
        """Return the body or state that "it" means, as a subject or a possessor."""
        relation = self.discourse.sentences[number][token].deprel
        if not relation.startswith(("nsubj", "nmod:poss")):
            return None
        return self._free(
            number,
            token,
            lambda chain: (
                self.discourse.chains[chain].schema
                in {Schema.ORGANIZATION, Schema.PLACE}
                and not self._is_several(chain)
            ),
        )

    def several(self, number: int, token: int) -> int | None:
        """Return who is meant by "they": a body, a group, some described."""
        return self._free(
            number,
            token,
            lambda chain: (
                self._is_several(chain)
                or self.discourse.chains[chain].schema is Schema.ORGANIZATION
            ),
        )

    def nominal(self, number: int, token: int) -> int | None:
        """Return what "the veteran diplomat" or "the oil giant" means.

        Only phrases that point back by their article or their possessor.
        """
        reference = self.points_back(number, token)
        if reference is None:
            return None
        sentence = self.discourse.sentences[number]
        lemma = sentence[token].lemma.lower()
        if lemma in _LANDS:
            return self._land(number, token)
        schemas = _SCHEMAS[reference.type]
        plural = sentence[token].tag in _PLURALS
        capital = sentence[token].text[:1].isupper()
        kinds = self.discourse.words.describes.get(lemma)

        def agrees(chain: int) -> bool:
            draft = self.discourse.chains[chain]
            if draft.schema not in schemas or self._is_several(chain) != plural:
                return False
            if capital and not may_be_called(self.discourse, chain, lemma):
                return False
            if not kinds:
                return lemma not in _BODIES or draft.schema is not Schema.PERSON
            # "the channel" is a body, whatever the model takes it for.
            fits = not draft.types or bool(set(kinds) & set(draft.types))
            return fits and draft.schema is not Schema.PERSON

        return self._find(reference, agrees)

    def points_back(self, number: int, token: int) -> Reference | None:
        """Return the phrase that a noun heads if it may mean somebody named before.

        Whatever was said so far: without one, ``nominal`` finds nothing.
        """
        reference = self._by_head.get((number, token))
        if reference is None or reference.kind is not MentionKind.NOMINAL:
            return None
        sentence = self.discourse.sentences[number]
        lemma = sentence[token].lemma.lower()
        if reference.type not in _SCHEMAS or lemma in _COMMON:
            return None
        if lemma in KIN and self._has_named_owner(number, token):
            return None
        if lemma in _LANDS:
            return reference
        first = sentence[bisect_left(sentence, reference.start, key=_start)]
        points = first.text.lower() in _POINTING or first.tag == "PRP$"
        return reference if points else None

    def _has_named_owner(self, number: int, token: int) -> bool:
        """Tell of "the grandmother of Olt": she is nobody who was merely named."""
        sentence = self.discourse.sentences[number]
        owners = sentence.children(token, "nmod", "nmod:poss")
        return any(sentence[owner].upos == "PROPN" for owner in owners)

    def _land(self, number: int, token: int) -> int | None:
        """Return the state that "his country" means: the one he holds an office of."""
        discourse = self.discourse
        for child in discourse.sentences[number].children(token, "nmod:poss"):
            owner = discourse.headed.get((number, child))
            if owner is None:
                continue
            states = {
                fact.country
                for fact in discourse.referents[owner].facts
                if fact.country is not None
            }
            if len(states) == 1:
                return discourse.by_country.get(states.pop())
        reference = self._by_head[number, token]
        return self._find(
            reference, lambda chain: discourse.chains[chain].types == ("state",)
        )

    def _is_several(self, chain: int) -> bool:
        members = self.discourse.chains[chain].members
        return bool(members) or self.discourse.referents[chain].plural

    def _free(
        self, number: int, token: int, agrees: Callable[[int], bool]
    ) -> int | None:
        own = self._by_head.get((number, token))
        if own is None:
            return None
        bound = bound_by(self.discourse.sentences[number], token)
        referents = self.discourse.referents
        return self._find(
            own,
            lambda chain: agrees(chain) and is_free(referents[chain], number, bound),
        )

    def _find(self, own: Reference, agrees: Callable[[int], bool]) -> int | None:
        """Return the named chain of the nearest member before, if all agree on it."""
        found: int | None = None
        for other in self._before(own):
            chain = self._chain(other)
            if chain is None or not self.discourse.chains[chain].names:
                continue
            if found is None and agrees(chain):
                found = chain
            elif found is not None and chain != found:
                return None
        return found

    def _before(self, own: Reference) -> list[Reference]:
        """Return the members before one, the nearest first."""
        members = self._by_chain[own.chain]
        at = bisect_left(members, own.start, key=_start)
        found: list[Reference] = []
        while at and len(found) < _FARTHEST:
            at -= 1
            if members[at].sentence >= 0:
                found.append(members[at])
        return found

    def _chain(self, reference: Reference) -> int | None:
        return self._chain_at((reference.sentence, reference.head))

    def _chain_at(self, place: tuple[int, int]) -> int | None:
        chain = self.discourse.headed.get(place)
        return self.discourse.named_heads.get(place) if chain is None else chain
