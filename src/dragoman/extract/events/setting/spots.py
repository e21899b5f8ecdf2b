"""Places of an event that stand in its clause, but not where phrases of place stand.

As what an upheaval grips ("a strike that paralysed Gao"), by the talks that somebody
left ("the Geneva talks"), in the clause that tells what the victim did then ("as he
left a mosque in Gao"), with who acts ("the ministers, meeting in Gao").
"""

from collections.abc import Iterator

from dragoman.extract.clauses.clause import clause_head
from dragoman.extract.clauses.nearby import clause_tokens, tenses
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.syntax import Sentence

# Of what befalls a whole town: "a blast rocked Gao".
_GRIPPING = frozenset(
    {"rock", "shake", "grip", "paralyse", "paralyze", "sweep", "engulf", "hit", "jolt"}
    | {"cripple", "convulse", "roil", "disrupt", "strike", "target", "overrun", "rip"}
)
_MEANWHILE = frozenset({"as", "when", "while"})
# Who came back from a place was elsewhere.
_AWAY = frozenset({"from", "to", "for", "into", "of"})
_PERSONS = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})
# Not by their tags: parsers take "meeting" for a noun.
_SITTING = frozenset(
    {"meeting", "gathering", "gathered", "speaking", "sitting", "assembled", "convened"}
    | {"attending", "visiting", "addressing", "campaigning", "touring", "appearing"}
    | {"talking", "testifying", "preaching", "rallying", "marching", "convening"}
    | {"arriving", "landing", "assembling", "seated"}
)
_UP = 3


def gripped(tree: Sentence, anchor: int) -> tuple[int, ...]:
    """Return what a verb of the event befalls: "protests that rocked Gao"."""
    if tree[anchor].lemma.lower() not in _GRIPPING:
        return ()
    return tuple(tree.children(anchor, "obj"))


def named_occasions(
    tree: Sentence, match: Match, occasions: frozenset[str]
) -> Iterator[int]:
    """Yield what the talks are called by that a clause is about: "the Geneva talks"."""
    for token in clause_tokens(tree, match.head):
        if tree[token].lemma.lower() in occasions:
            yield from tree.children(token, "compound")


def attendant(tree: Sentence, match: Match) -> tuple[int, ...]:
    """Return the words of what a victim did just then: "shot as he left a mosque".

    Args:
        tree: Sentence.
        match: An act of force.
    """
    verb = clause_head(tree, match.head)
    found: list[int] = []
    for child in tree.children(verb, "advcl"):
        openers = tree.children(child, "mark", "advmod")
        if child < verb or not any(
            tree[one].text.lower() in _MEANWHILE for one in openers
        ):
            continue
        subject = tree.child(child, "nsubj", "nsubj:pass")
        if subject is None or _is_theirs(tree, subject):
            found.extend(
                token
                for token in clause_tokens(tree, child)
                if not _is_away(tree, child, token)
            )
    return tuple(found)


def _is_theirs(tree: Sentence, subject: int) -> bool:
    """Tell whether a clause is about somebody known: "as he", "when their car"."""
    owners = tree.children(subject, "nmod:poss")
    words = {tree[one].text.lower() for one in (subject, *owners)}
    return not words.isdisjoint(_PERSONS)


def find_sittings(tree: Sentence, match: Match) -> Iterator[int]:
    """Yield what tells where those who act were just then, before or behind them.

    "Meeting in Gao on Monday, the ministers agreed", "the ministers, gathered in Gao,
    agreed".
    """
    verb = clause_head(tree, match.head)
    for _ in range(_UP):
        for child in tree.children(verb, "advcl"):
            if tree[child].text.lower() in _SITTING:
                yield child
        subjects = tree.children(verb, "nsubj", "nsubj:pass")
        for subject in subjects:
            for child in tree.children(subject, "acl", "appos", "amod"):
                if child > subject and tree[child].text.lower() in _SITTING:
                    yield child
        if subjects or tree[verb].deprel not in {"xcomp", "conj"}:
            return
        verb = tree[verb].head


def told_beside(tree: Sentence, head: int) -> int | None:
    """Return the clause that one of the same tense is set beside.

    "Police fired on a march in Gao; three were killed", "and three were killed".
    """
    verb = clause_head(tree, head)
    above = tree[verb].head
    if above < 0 or tree[verb].deprel not in {"parataxis", "conj"} or above > verb:
        return None
    first = tree.reach(verb)[0]
    marks = {tree[index].text for index in range(max(first - 1, 0), first + 1)}
    beside = tree[verb].deprel == "conj" or ";" in marks
    return above if beside and tenses(tree, verb) & tenses(tree, above) else None


def _is_away(tree: Sentence, verb: int, token: int) -> bool:
    """Tell whether a phrase lies in one that leads away: "flew from talks in Gao"."""
    current = tree[token].head
    while current >= 0 and current != verb:
        if tree.case_of(current) in _AWAY:
            return True
        current = tree[current].head
    return False
