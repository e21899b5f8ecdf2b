"""Who struck and what was hit, from the words around a noun: "the market blast".

Prepositions aside, it stands in front of the noun, in a clause on it, or with the toll
that is told of it.
"""

from collections.abc import Iterator, Mapping

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.clauses.predicates import toll_of
from dragoman.extract.events.triggers.sources import is_blow, is_craft
from dragoman.model.syntax import Sentence

_HITTING = frozenset({"rip", "tear", "hit", "strike", "rock", "target", "shake"})
_RAIDS = frozenset({"ambush", "assault", "incursion", "raid"})
# A "police bombing" is one of the police.
_POLICE = frozenset({"police", "policeman", "officer", "security", "authority"})

Phrase = tuple[str, int]


def find_blow_phrases(
    tree: Sentence, noun: int, words: Mapping[str, frozenset[str]]
) -> Iterator[Phrase]:
    """Yield phrases of a noun of force, each with the preposition that it is like.

    Args:
        tree: The sentence.
        noun: The noun: "blast", "ambush".
        words: Word sets of the ontology: ``forces``, ``sites`` and ``targets``.
    """
    yield from _in_front(tree, noun, words)
    if tree[noun].deprel == "nsubj":  # "explosions shook the market"
        yield from _in_clause(tree, tree[noun].head)
    # In "the toll from the blast in Gao" the parse hangs all of it on the toll.
    counted = toll_of(tree, noun)
    toll = () if counted is None else (counted,)
    for head in (noun, *toll):
        for clause in tree.children(head, "acl:relcl"):
            yield from _in_clause(tree, clause)
    for head in toll:  # "the toll in the attack by A on B"
        for one in find_obliques(tree, head):
            if one.token != noun:
                yield one.case, one.token
                yield from (
                    (two.case, two.token) for two in find_obliques(tree, one.token)
                )


def _in_front(
    tree: Sentence, noun: int, words: Mapping[str, frozenset[str]]
) -> Iterator[Phrase]:
    """Yield "the market" of "the market blast", "rebel" of "a rebel ambush"."""
    sites = words["targets"] & words["sites"]
    by_force = is_blow(tree[noun].lemma) or tree[noun].lemma in _RAIDS
    for child in tree.children(noun, "compound"):
        lemma = tree[child].lemma.lower()
        if lemma in sites:
            yield "on", child
        elif by_force and lemma in words["forces"] - _POLICE and not is_craft(lemma):
            yield "by", child


def _in_clause(tree: Sentence, clause: int) -> Iterator[Phrase]:
    """Yield what "a blast that ripped through a mosque" hit."""
    if tree[clause].lemma.lower() not in _HITTING or tree.is_passive(clause):
        return
    yield from (("on", hit) for hit in tree.children(clause, "obj"))
    for one in find_obliques(tree, clause):
        if one.case == "through":
            yield "on", one.token
