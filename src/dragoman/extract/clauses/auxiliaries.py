"""How a predicate is put by its own clause: auxiliaries, adverbs, negation."""

from collections.abc import Container

from dragoman.extract.clauses.predicates import (
    has_would,
    is_habit,
    is_impossible,
    is_infinitive,
    is_inverted,
    is_negated,
    is_set,
)
from dragoman.extract.clauses.standing import Standing
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import EventOntology
from dragoman.text.embedding import (
    ADVERBS,
    ASSERTED,
    DEMANDED,
    DENIED,
    HYPOTHETICAL,
    PLANNED,
)
from dragoman.text.governors import is_none
from dragoman.text.sayings import REQUIRING

_SO_FAR = frozenset({"yet", "still"})
_IF = frozenset({"if", "unless", "whether", "lest", "should"})
_OUGHT = frozenset({"should", "must", "ought", "shall"})


class ClauseModality:
    """Reads clauses of a document by themselves, with the words of an ontology."""

    def __init__(self, ontology: EventOntology, dated: Container[int]) -> None:
        """Keep the words.

        Args:
            ontology: Kinds of events with their words.
            dated: Blocks that go under a day: "3 June: Fishermen seize a boat".
        """
        self.words = ontology.words
        self.dated = dated
        # How words are put that govern others, once it was asked.
        self._governors: dict[tuple[Sentence, int], Standing] = {}

    def own(
        self, tree: Sentence, verb: int, *, stance: bool = False
    ) -> Modality | None:
        """Return the modality of a predicate by its own auxiliaries and negation."""
        if is_inverted(tree, verb) or self._is_condition(tree, verb):
            return HYPOTHETICAL
        adverbs = [
            ADVERBS[lemma].holds
            for child in tree.children(verb, "advmod")
            if (lemma := tree[child].lemma.lower()) in ADVERBS
        ]
        if None in adverbs:
            return None
        modality = self._by_auxiliaries(tree, verb, stance=stance)
        if is_negated(tree, verb):
            settled = modality in {ASSERTED, PLANNED, DEMANDED}
            if settled or is_impossible(tree, verb) or _will_not(tree, verb):
                modality = DENIED
        elif modality is ASSERTED and DENIED in adverbs:
            modality = DENIED
        if modality in {ASSERTED, PLANNED} and HYPOTHETICAL in adverbs:
            modality = HYPOTHETICAL
        subject = tree.child(verb, "nsubj", "nsubj:pass")
        if subject is not None and is_none(tree, subject) and modality is ASSERTED:
            modality = DENIED
        return modality

    def _by_auxiliaries(
        self, tree: Sentence, verb: int, *, stance: bool
    ) -> Modality | None:
        words = self.words
        told = (stance and not _is_ruled(tree, verb)) or tree.block in self.dated
        habit = not told and is_habit(tree, verb)
        if habit and _is_required(tree, verb):
            return DEMANDED
        modality: Modality | None = None if habit else ASSERTED
        for child in tree.children(verb, "aux", "cop", "aux:pass"):
            text = tree[child].text.lower()
            if text in words["future_auxiliaries"]:
                modality = PLANNED
            elif text in words["possible_auxiliaries"]:
                modality = HYPOTHETICAL
            elif text in words["required_auxiliaries"]:
                modality = DEMANDED
        if modality is ASSERTED and (is_set(tree, verb) or _is_to_be(tree, verb)):
            late = any(
                tree[child].text.lower() in _SO_FAR
                for child in tree.children(verb, "advmod")
            )
            return DENIED if late else PLANNED  # "is yet to meet her"
        return modality

    def _is_condition(self, tree: Sentence, verb: int) -> bool:
        """Tell whether a clause in the present is the condition of another."""
        return is_habit(tree, verb) and any(
            tree[child].text.lower() in _IF
            for child in tree.children(verb, "mark", "advmod")
        )

    def of_clause(
        self, tree: Sentence, verb: int, *, stance: bool = False
    ) -> Modality | None:
        """Return how a predicate is put by its own clause; rules say nothing."""
        own = self.own(tree, verb, stance=stance)
        # "should not go", "does not talk to rebels"; a chronicle tells of one day
        rule = _is_rule(tree, verb) and tree.block not in self.dated
        return None if own is DENIED and rule else own


def _is_to_be(tree: Sentence, verb: int) -> bool:
    """Tell "Lee to visit Rome", and "is yet to go", whose "is" may hang on "yet"."""
    return tree[verb].head < 0 and is_infinitive(tree, verb)


def _is_required(tree: Sentence, verb: int) -> bool:
    """Tell whether somebody asks for it: "proposed that both armies leave"."""
    token = tree[verb]
    return (
        token.deprel == "ccomp"
        and token.tag in {"VB", "VBP"}
        and tree[token.head].lemma.lower() in REQUIRING - {"suggest"}
        and any(tree[c].text.lower() == "that" for c in tree.children(verb, "mark"))
    )


def _is_ruled(tree: Sentence, verb: int) -> bool:
    """Tell whether an auxiliary before it holds for a verb: "may meet and propose"."""
    token = tree[verb]
    return (
        token.deprel == "conj"
        and tree.child(verb, "nsubj", "nsubj:pass") is None
        and any(tree[aux].tag == "MD" for aux in tree.children(token.head, "aux"))
    )


def _is_rule(tree: Sentence, verb: int) -> bool:
    """Tell whether a negated clause says what ought not to be, or never is done."""
    for child in tree.children(verb, "aux"):
        word = tree[child]
        if word.text.lower() in _OUGHT:
            return True
        if word.lemma.lower() == "do" and word.tag in {"VBZ", "VBP"}:
            return not any(
                tree[other].entity.endswith(("DATE", "TIME"))
                for other in tree.children(verb, "obl", "advmod", "nmod")
            )
    return False


def _will_not(tree: Sentence, verb: int) -> bool:
    """Tell "said it would not meet them", no condition in sight."""
    return (
        has_would(tree, verb)
        and tree[verb].tag == "VB"
        and not any(token.text.lower() in _IF for token in tree.tokens)
        and not tree.children(verb, "advcl")
    )
