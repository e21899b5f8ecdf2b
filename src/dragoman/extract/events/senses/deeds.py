"""What one side does to another, judged by the words between and around the two.

A log-linear model over the parse: the predicate that both sides hang on, what governs
it, the words on the way from it to each side, its other dependents, and how it is put.
Learned from sentences that were written for this project (``training/deeds.py``).
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dragoman.model.syntax import Sentence
from dragoman.schema.codes import load_codes
from dragoman.schema.loader import EventOntology, load_events
from dragoman.text.families import stem

_HELPERS = frozenset({"aux", "mark", "advmod", "case", "cop", "neg"})
_ARGUMENTS = frozenset(
    {"obj", "iobj", "xcomp", "ccomp", "obl", "nmod", "acl", "advcl", "compound"}
)
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PART", "AUX"})
_AHEAD = frozenset({"will", "would", "shall", "going", "wo", "'ll", "’ll"})
_LONGEST = 40
# Kinds that say how a deed is put, promised or refused, and not which deed it is.
_PUT = frozenset({"AGREE.promise", "REJECT.refuse", "REQUEST.demand", "THREATEN.words"})
# Kinds whose type in the ontology is another.
_ELSEWHERE = {"ACCUSE.convict": "SANCTION"}
# Quad classes up to this one are cooperation, the others conflict.
_COOPERATION = 2
_VERBAL_CONFLICT = 3
_SURE = 0.9
_UNLIKELY = 0.05


def observe(tree: Sentence, source: int, target: int) -> set[str]:
    """Return what can be seen of a pair: names of features.

    Args:
        tree: The sentence.
        source: Head of the side that acts.
        target: Head of the other side.
    """
    return set(_Pair(tree, source, target).features())


class _Pair:
    """Two tokens of a sentence and the way between them."""

    def __init__(self, tree: Sentence, source: int, target: int) -> None:
        self.tree, self.source, self.target = tree, source, target
        up, over = _upward(tree, source), _upward(tree, target)
        above = set(over)
        meeting = next((token for token in up if token in above), tree.root)
        self.up = up[1 : up.index(meeting)] if meeting in up else []
        self.over = over[1 : over.index(meeting)] if meeting in above else []
        if meeting in {source, target} and tree[meeting].head >= 0:
            meeting = tree[meeting].head
        self.pivot = meeting

    def features(self) -> Iterator[str]:
        tree, pivot = self.tree, self.pivot
        sides = {self.source, self.target}
        below = [
            child
            for child in tree.children(pivot)
            if child not in sides and tree[child].deprel != "punct"
        ]
        arguments = [token for token in below if _relation(tree, token) in _ARGUMENTS]
        yield from self._pivot(arguments)
        for child in below:
            if _relation(tree, child) in _HELPERS:
                yield f"help={_word(tree, child)}"
        for child in arguments:
            yield from self._argument(child, sides)
        yield from self._way(sides)
        for token in (pivot, *self.up, *self.over, *arguments):
            if tree.is_negated(token):
                yield "negated"
        for name, token in (("source", self.source), ("target", self.target)):
            yield from self._side(name, token)
        yield from self._around(sides)

    def _pivot(self, arguments: list[int]) -> Iterator[str]:
        tree, pivot = self.tree, self.pivot
        word = _word(tree, pivot)
        yield f"pivot={_with_particle(tree, pivot)}"
        yield f"pivot={word}"
        yield from _kin("pivot", word)
        above = tree[pivot].head
        if above >= 0:
            yield f"above={_word(tree, above)}"
        for token in (*self.over, *arguments):
            yield f"pivot+={word}+{_word(tree, token)}"
        order = (
            self.source < self.target,
            self.source < pivot,
            self.target < pivot,
            tree.is_passive(pivot),
        )
        yield "order=" + "".join(str(int(one)) for one in order)

    def _argument(self, child: int, sides: set[int]) -> Iterator[str]:
        tree = self.tree
        word = _word(tree, child)
        yield f"{_relation(tree, child)}={word}"
        yield f"near={word}"
        yield from _kin("near", word)
        for inner in tree.children(child):
            if inner not in sides and tree[inner].upos in _TELLING:
                yield f"inner={_word(tree, inner)}"

    def _way(self, sides: set[int]) -> Iterator[str]:
        tree = self.tree
        for name, tokens in (("up", self.up), ("over", self.over)):
            for token in tokens:
                word = _word(tree, token)
                yield f"{name}={_with_particle(tree, token)}"
                yield f"near={word}"
                yield from _kin("near", word)
        for token in (self.pivot, *self.up, *self.over):
            for child in tree.children(token):
                if child in sides:
                    continue
                if tree[child].lemma.lower() in _AHEAD:
                    yield "ahead"
                if tree[child].upos in {"NOUN", "VERB", "ADJ", "ADV"}:
                    yield f"beside={_word(tree, child)}"

    def _side(self, name: str, token: int) -> Iterator[str]:
        tree = self.tree
        yield f"{name}-case={tree.case_of(token)}"
        yield f"{name}-rel={tree[token].deprel}"
        if tree[token].upos != "PROPN":
            word = _word(tree, token)
            yield f"{name}={word}"
            yield from _kin(name, word)
        above = tree[token].head
        if above >= 0:
            word = _word(tree, above)
            yield f"{name}-above={word}"
            yield f"{name}-above={word}+{tree.case_of(token)}"

    def _around(self, sides: set[int]) -> Iterator[str]:
        """Yield every telling word of the sentence, near the pair in long ones."""
        tree = self.tree
        first = max(0, min(self.pivot, *sides) - _LONGEST)
        last = min(len(tree), max(self.pivot, *sides) + _LONGEST)
        for token in range(first, last):
            if tree[token].upos in {"VERB", "NOUN", "ADJ"} and token not in sides:
                yield f"around={_word(tree, token)}"


def _upward(tree: Sentence, token: int) -> list[int]:
    found: list[int] = []
    while token >= 0 and token not in found:
        found.append(token)
        token = tree[token].head
    return found


def _relation(tree: Sentence, token: int) -> str:
    return tree[token].deprel.partition(":")[0]


def _word(tree: Sentence, token: int) -> str:
    word = tree[token].lemma.lower()
    if word.endswith("ise"):  # "criticise" and "criticize" are one
        return f"{word[:-2]}ze"
    return word.replace("defence", "defense").replace("favour", "favor")


def _with_particle(tree: Sentence, token: int) -> str:
    particle = tree.child(token, "compound:prt")
    word = _word(tree, token)
    return word if particle is None else f"{word}_{tree[particle].text.lower()}"


@cache
def _kin(name: str, word: str) -> tuple[str, ...]:
    """Return what a word shares with its kin: its stem, its types in the ontology."""
    ontology = load_events()
    return (f"{name}-stem={stem(word)}", *_types(ontology, name, word))


def _types(ontology: EventOntology, name: str, word: str) -> Iterator[str]:
    """Yield the type that a word tells, if it tells but one.

    "Announce" goes with things of many types and tells none of them by itself.
    """
    triggers = (*ontology.verbs.get(word, ()), *ontology.nouns.get(word, ()))
    alone = {trigger.type for trigger in triggers if trigger.stands_alone}
    kinds = alone or {trigger.type for trigger in triggers}
    if len(kinds) == 1:
        yield f"{name}-type={kinds.pop()}"


class DeedJudge:
    """Judges pairs with the weights that ship."""

    def __init__(self) -> None:
        with files("dragoman.data").joinpath("model", "deeds.npz").open("rb") as stored:
            arrays = np.load(stored, allow_pickle=False)
            names = bytes(arrays["features"]).decode().split("\n")
            self.kinds = tuple(bytes(arrays["kinds"]).decode().split("\n"))
            self._weights: NDArray[np.int8] = arrays["weights"]
            self._scale = float(arrays["scale"])
            self._bias: NDArray[np.float32] = arrays["bias"]
        self._rows = {name: row for row, name in enumerate(names)}

    def judge(self, tree: Sentence, source: int, target: int) -> NDArray[np.float32]:
        """Return the probability of each of ``kinds`` for what source does to target.

        Args:
            tree: The sentence.
            source: Head of the side that acts.
            target: Head of the other side.
        """
        known = self._rows
        rows = [known[name] for name in observe(tree, source, target) if name in known]
        # Added as whole numbers: eight bits turned into floats on the way take longer.
        counts = self._weights.take(np.array(rows, np.intp), axis=0).sum(0)
        scores = counts.astype(np.float32) * self._scale + self._bias
        odds = np.exp(scores - scores.max())
        found: NDArray[np.float32] = odds / odds.sum()
        return found

    def find_type(
        self, tree: Sentence, source: int, target: int, own: str
    ) -> str | None:
        """Return the PLOVER type that is surely meant in place of ``own``, or ``None``.

        Args:
            tree: The sentence.
            source: Head of the side that acts.
            target: Head of the other side.
            own: The type that a single word tells.
        """
        odds = self.judge(tree, source, target)
        best = int(odds.argmax())
        kind = self.kinds[best]
        root = _root(kind)
        if kind in _PUT or root in {own, "NONE"} or odds[best] < _SURE:
            return None
        if _is_conflict(root) != _is_conflict(own):
            return None  # "opened fire on the guards" is no opening of relations
        if _is_by_words(root) and own == "ASSAULT":
            return None  # whom gunmen abduct they do not accuse
        own_odds = sum(
            float(p) for k, p in zip(self.kinds, odds, strict=True) if _root(k) == own
        )
        return root if own_odds < _UNLIKELY else None


def _is_conflict(kind: str) -> bool:
    return load_codes().quads[kind] > _COOPERATION


def _is_by_words(kind: str) -> bool:
    return load_codes().quads[kind] == _VERBAL_CONFLICT


def _root(kind: str) -> str:
    return _ELSEWHERE.get(kind) or kind.partition(".")[0]


@cache
def load_judge() -> DeedJudge:
    """Return the judge that ships, read once."""
    return DeedJudge()
