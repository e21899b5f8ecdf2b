"""The prepositional phrases of a verb or noun."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.clauses.later import LATER, is_later, is_named_later
from dragoman.model.syntax import Sentence, noted

_FOR = frozenset({"for", "to"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
# Nouns that only say that there are several of what follows: "a series of sanctions".
SEVERAL = frozenset(
    {"series", "round", "number", "set", "batch", "package", "couple", "string", "wave"}
    | {"raft", "slew", "spate", "flurry", "host", "range"}
)


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional phrase of a clause.

    Attributes:
        case: Preposition in lower case.
        token: Head of the phrase.
        apart: Whether it is told as an occasion of its own ("and later with B").
    """

    case: str
    token: int
    apart: bool = False


@noted
def find_obliques(tree: Sentence, head: int) -> tuple[Oblique, ...]:
    """Return the prepositional phrases of a verb or noun, coordinated ones too."""
    return tuple(_obliques(tree, head))


def _obliques(tree: Sentence, head: int) -> Iterator[Oblique]:
    for child in tree.children(head, "obl", "nmod", "conj"):
        token = tree[child]
        relation = token.deprel
        if relation.startswith(("obl", "nmod")) and relation != "nmod:poss":
            case = tree.case_of(child)
            if case or relation == "obl:agent":
                apart = is_later(tree, child) or _is_set_apart(tree, head, child)
                yield Oblique(case or "by", antecedent(tree, child, head), apart)
                yield from _coordinated(tree, child)
                if case == "of" and tree[head].lemma.lower() in SEVERAL:
                    yield from _obliques(tree, child)
                if case == "of" and tree.child(child, "nummod") is not None:
                    # "a loan of 40 million dollars for Chad"
                    yield from (
                        Oblique(tree.case_of(inner), inner)
                        for inner in tree.children(child, "nmod")
                        if tree.case_of(inner) in _FOR and inner > child
                    )
                if token.entity.endswith(("DATE", "TIME")):  # "on Monday of Lee"
                    yield from (
                        Oblique(tree.case_of(inner), inner)
                        for inner in tree.children(child, "nmod")
                        if tree.case_of(inner) == "of"
                        and not tree[inner].entity.endswith(("DATE", "TIME"))
                    )
        elif relation == "conj" and token.upos == "ADP":
            later = is_later(tree, child)
            for inner in tree.children(child, "obl", "nmod", "obj"):
                yield Oblique(token.text.lower(), inner, later or is_later(tree, inner))


def _coordinated(tree: Sentence, token: int) -> Iterator[Oblique]:
    """Yield conjuncts with a preposition of their own: "with A and with B"."""
    for child in tree.children(token, "conj"):
        case = tree.case_of(child)
        if case:
            yield Oblique(case, child, is_later(tree, child))
        elif is_named_later(tree, child):  # "with A and, a day later, B"
            yield Oblique(tree.case_of(token), child, apart=True)


def _is_set_apart(tree: Sentence, head: int, token: int) -> bool:
    """Tell whether "separately" stands before a phrase: "and, separately, with"."""
    if LATER.isdisjoint(tree.words):
        return False
    marker = tree.child(token, "case")
    first = token if marker is None else marker
    return any(
        tree[child].text.lower() in LATER
        and tree[child].text.lower() != "also"
        and head < child < first
        and all(
            tree[index].upos in {"PUNCT", "CCONJ"} for index in range(child + 1, first)
        )
        for child in tree.children(head, "advmod")
    )


def antecedent(tree: Sentence, token: int, verb: int) -> int:
    """Return the noun behind a relative pronoun, or the token itself."""
    if tree[token].tag not in RELATIVE_TAGS:
        return token
    current = verb
    while current >= 0 and tree[current].deprel != "acl:relcl":
        current = tree[current].head
    head = tree[current].head if current >= 0 else -1
    return head if head >= 0 else token


def find_shared(tree: Sentence, noun: int) -> Iterator[Oblique]:
    """Yield the phrases of a noun and those of the last one that "and" joins to it.

    "A travel ban and an asset freeze on Lee" are both on Lee.
    """
    own = find_obliques(tree, noun)
    yield from own
    last = tree.conjuncts(noun)[-1]
    if last != noun:
        told = {one.case for one in own}
        yield from (one for one in find_obliques(tree, last) if one.case not in told)
