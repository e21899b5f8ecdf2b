"""Where who did it, or to whom, is left out: what tells an event all the same."""

from dragoman.extract.clauses.predicates import is_state
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.syntax import Sentence


def is_someones(tree: Sentence, match: Match) -> bool:
    """Tell whether a passive is no event where it is not told who does it.

    Somebody talks, asks and gives in; "was honoured to be there" is how one feels,
    and "people accused of theft" says what people.
    """
    kind, frame = match.trigger.type, match.trigger.frame
    if kind in {"CONSULT", "REQUEST"} or any("two" in need for need in frame.needs):
        return True
    if kind in {"AGREE", "AID"} and match.noun is None:
        return True  # "steps undertaken to save it", "a statement delivered to them"
    if kind in {"AGREE", "SUPPORT"}:
        return is_state(tree, match.head)
    if kind in {"AID", "COOPERATE"}:
        return frame.name == "act"  # "the guests were escorted out", "was trained"
    if kind == "REJECT":  # "the offer to Chad was turned down": by Chad
        around = () if match.noun is None else tree.children(match.noun, "nmod")
        return any(tree.case_of(child) == "to" for child in around)
    if kind == "ACCUSE":
        return not tree.is_passive(match.head)
    return (kind, frame.name) == ("CONCEDE", "yielding")


def is_aimless(match: Match) -> bool:
    """Tell "the engine was not firing", which keeps nobody from losing an office."""
    clause, needs = match.clause, match.trigger.frame.needs
    if clause is None or clause.passive or clause.objects or match.noun is not None:
        return False
    return frozenset({"recipient"}) in needs
