"""Who is to do what "appealed to Chad to withdraw" asks: not the one who asks."""

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.model.syntax import Sentence

# Verbs whose other side stands behind a preposition, and does what follows.
_BEHIND = {
    frozenset({"to", "for"}): frozenset({"appeal", "cry"}),
    frozenset({"with", "for"}): frozenset({"plead"}),
    frozenset({"on", "upon", "for"}): frozenset(
        {"call", "prevail", "rely", "count", "depend", "lean", "bank"}
    ),
    frozenset({"to", "at", "for"}): frozenset(
        {"signal", "gesture", "shout", "yell", "scream", "motion", "look", "pray"}
    ),
    frozenset({"for"}): frozenset(
        {"push", "press", "campaign", "lobby", "ask", "beg", "arrange", "wait", "argue"}
        | {"vote", "hope", "clamour", "clamor", "petition", "opt", "provide", "long"}
    ),
}
_ASKING = {verb: cases for cases, verbs in _BEHIND.items() for verb in verbs}
_TOWARDS = frozenset({"to", "on", "upon", "for", "with"})
# Nouns that ask: "put pressure on Chad to withdraw", "a call on Chad to withdraw".
_CALLS = frozenset(
    {"pressure", "call", "appeal", "order", "instruction", "plea", "request", "demand"}
    | {"ultimatum", "permission", "command", "entreaty", "directive", "exhortation"}
    | {"authorization", "authorisation", "summons", "advice", "invitation", "mandate"}
)


def asked_of(tree: Sentence, phrase: int) -> bool:
    """Tell whether a phrase is the second that is asked: "and on Mali to stay"."""
    case = tree.case_of(phrase)
    above = tree[phrase].head
    if not case or above < 0 or tree[phrase].deprel != "conj":
        return False
    verb = above
    while verb >= 0 and tree[verb].lemma.lower() not in _ASKING:
        verb = tree[verb].head
    return verb >= 0 and case in _ASKING[tree[verb].lemma.lower()]


def find_asked(tree: Sentence, above: int, verb: int) -> int | None:
    """Return who is asked to do what an infinitive tells, ``None`` if nobody.

    Args:
        tree: Sentence.
        above: What the infinitive hangs on: a verb, or a noun that asks.
        verb: The infinitive.
    """
    lemma = tree[above].lemma.lower()
    cases = _TOWARDS if lemma in _CALLS and tree[above].upos == "NOUN" else None
    if tree[above].upos == "VERB":
        cases = _ASKING.get(lemma)
        if cases is None:
            return _asked_by_noun(tree, above, verb)
    if cases is None:
        return None
    found = [
        one.token
        for one in find_obliques(tree, above)
        if one.case in cases and above < one.token < verb
    ]
    return found[-1] if found else _asked_by_noun(tree, above, verb)


def _asked_by_noun(tree: Sentence, above: int, verb: int) -> int | None:
    """Return who is asked in "put pressure on Chad to withdraw"."""
    for noun in tree.children(above, "obj"):
        if tree[noun].lemma.lower() in _CALLS and noun < verb:
            found = [
                one.token
                for head in (noun, above)
                for one in find_obliques(tree, head)
                if one.case in _TOWARDS and noun < one.token < verb
            ]
            if found:
                return found[-1]
    return None
