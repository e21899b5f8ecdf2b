"""Whom somebody makes out to have done a deed: "blames the army for the attack".

The deed is told as a fact; who did it is the word of whoever accuses, so that the
culprit stands with that telling alone.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from dragoman.extract.clauses.clause import find_subjects
from dragoman.extract.clauses.disowned import is_disowned
from dragoman.extract.clauses.predicates import is_negated
from dragoman.model.annotation import TimeExpression
from dragoman.model.syntax import Sentence
from dragoman.text.embedding import ACCUSING, CHARGE
from dragoman.text.governors import is_none

# Of these the noun of the deed tells it as a fact, whoever did it.
_CHARGE = ACCUSING | {"convict"}
_ASCRIBE = frozenset({"attribute", "blame", "pin", "ascribe", "trace"})
_CLAIM = frozenset({"claim", "take", "admit", "accept", "assume"})
_HOLD = frozenset({"hold", "deem", "consider", "declare"})
_WORK = frozenset({"work", "doing", "handiwork"})
_FOR = frozenset({"for", "of", "over", "with"})
_PRESENT = frozenset({"VBZ", "VBP"})

Times = Sequence[tuple[TimeExpression, int]]


@dataclass(frozen=True, slots=True)
class Blame:
    """An accusation around a deed.

    Attributes:
        verb: Head of the clause that accuses.
        culprits: Who is said to have done it.
        accusers: Who says so, if the clause itself tells.
    """

    verb: int
    culprits: tuple[int, ...]
    accusers: tuple[int, ...]


def find_blame(tree: Sentence, deed: int) -> Blame | None:
    """Return the accusation around the word of an attack, ``None`` if there is none."""
    if tree[deed].upos == "VERB":
        return _of_doing(tree, deed)
    if is_disowned(tree, deed):
        return None
    return (
        _for(tree, deed)
        or _to(tree, deed)
        or _behind(tree, deed)
        or _claimed(tree, deed)
    )


def without_charged(tree: Sentence, verb: int, times: Times) -> Times:
    """Leave out dates behind a verb that blames somebody now: they are of the deed."""
    return [one for one in times if one[1] < verb] if _is_now(tree, verb) else times


def find_charged_time(
    tree: Sentence, blame: Blame, deed: int, times: Times
) -> TimeExpression | None:
    """Return the time behind an attack that somebody blames another for now."""
    if not _is_now(tree, blame.verb):
        return None
    behind = [time for time, head in times if head > deed]
    return behind[0] if len(behind) == 1 else None


def _is_now(tree: Sentence, verb: int) -> bool:
    return tree[verb].lemma.lower() in _CHARGE and tree[verb].tag in _PRESENT


def _of_doing(tree: Sentence, verb: int) -> Blame | None:
    """Read "accused the army of shelling the market"."""
    token = tree[verb]
    marks = {tree[child].text.lower() for child in tree.children(verb, "mark", "case")}
    doing = token.tag == "VBG" or (
        token.tag == "VBN"
        and any(tree[c].text == "having" for c in tree.children(verb, "aux"))
    )
    if not doing or not marks & _FOR or token.head < 0:
        return None
    return _charge(tree, _charging(tree, token.head), CHARGE.keys())


def _charging(tree: Sentence, token: int) -> int:
    """Return the verb that something hangs on, by its object or agent if need be."""
    if tree[token].upos == "VERB" or tree[token].head < 0:
        return token
    inside = tree[token].deprel in {"obj", "obl:agent", "nsubj:pass"}
    return tree[token].head if inside else token


def _for(tree: Sentence, noun: int) -> Blame | None:
    """Read "blamed the army for it", "claimed responsibility for the attack"."""
    head = tree[noun].head
    if head < 0 or tree.case_of(noun) not in _FOR:
        return None
    lemma = tree[head].lemma.lower()
    if lemma == "responsibility":
        return _claimed(tree, head)
    if lemma == "responsible":
        above = tree[head].head
        if above >= 0 and tree[above].lemma.lower() in _HOLD:
            return _charge(tree, above, _HOLD)
        if tree.child(head, "cop") is not None:
            return Blame(head, find_subjects(tree, head), ())
        return None
    blame = _charge(tree, _charging(tree, head))
    if blame is None or blame.accusers or tree[blame.verb].lemma.lower() == "convict":
        return blame
    return Blame(blame.verb, (), ())  # "was indicted over it": by whose word?


def _charge(tree: Sentence, verb: int, words: Set[str] = _CHARGE) -> Blame | None:
    if verb < 0 or tree[verb].lemma.lower() not in words:
        return None
    agents = tuple(tree.children(verb, "obl:agent"))
    if tree.is_passive(verb):
        return Blame(verb, find_subjects(tree, verb), agents)
    culprits = tuple(tree.children(verb, "obj"))
    return Blame(verb, culprits, find_subjects(tree, verb)) if culprits else None


def _to(tree: Sentence, noun: int) -> Blame | None:
    """Read "attributed the attack to the Front", "blamed it on the Front"."""
    verb = tree[noun].head
    if tree[noun].deprel not in {"obj", "nsubj:pass"} or verb < 0:
        return None
    if tree[verb].lemma.lower() not in _ASCRIBE:
        return None
    culprits = tuple(
        child
        for child in tree.children(verb, "obl")
        if tree.case_of(child) in {"to", "on"}
    )
    passive = tree[noun].deprel == "nsubj:pass"
    accusers = tree.children(verb, "obl:agent" if passive else "nsubj")
    return Blame(verb, culprits, tuple(accusers)) if culprits else None


def _claimed(tree: Sentence, noun: int) -> Blame | None:
    """Read "the Front claimed the attack", "responsibility was claimed by the Front".

    Nobody may have: what was not claimed took place all the same.
    """
    verb, relation = tree[noun].head, tree[noun].deprel
    words = _CLAIM if tree[noun].lemma.lower() == "responsibility" else {"claim"}
    if verb < 0 or tree[verb].lemma.lower() not in words or is_negated(tree, verb):
        return None
    if relation == "nsubj:pass":
        culprits = tuple(tree.children(verb, "obl:agent"))
    else:
        culprits = find_subjects(tree, verb) if relation == "obj" else ()
    if not culprits or any(is_none(tree, token) for token in culprits):
        return None
    return Blame(verb, culprits, ())


def _behind(tree: Sentence, noun: int) -> Blame | None:
    """Read "the army was behind the attack", "the attack was the work of the Front"."""
    if tree.case_of(noun) == "behind" and tree.child(noun, "cop") is not None:
        return Blame(noun, find_subjects(tree, noun), ())
    work = tree[noun].head
    done = tree[noun].deprel == "nsubj" and tree[work].lemma.lower() in _WORK
    if not done or tree.child(work, "cop") is None:
        return None
    culprits = tuple(
        child for child in tree.children(work, "nmod") if tree.case_of(child) == "of"
    )
    return Blame(work, culprits, ()) if culprits else None
