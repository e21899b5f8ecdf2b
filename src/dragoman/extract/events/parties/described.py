"""The words that describe a party without a name."""

from dragoman.extract.parties import CUT
from dragoman.model.syntax import Sentence

# Verbs whose "for" says why: "blamed the army for the attack".
_BECAUSE = frozenset(
    {"blame", "thank", "praise", "condemn", "criticize", "criticise", "punish", "fault"}
)
# What a noun has as a predicate, and not as somebody: "it was the miners who struck".
_CLAUSAL = frozenset({"nsubj", "csubj", "expl", "cop", "aux", "mark", "advcl", "ccomp"})
_JOINTLY = frozenset({"jointly", "together", "along"})
_BRACKETS = frozenset({"(", "["})


def describe(tree: Sentence, token: int) -> tuple[int, int]:
    """Return the extent of a description: its words up to "of", no further phrases."""
    start, end = tree[token].start, tree[token].end
    above = tree[token].head
    blamed = above >= 0 and tree[above].lemma.lower() in _BECAUSE
    kept = {"of"} if blamed else {"of", "for"}
    for child in tree.children(token):
        relation = tree[child].deprel
        plain = relation.partition(":")[0]
        if _is_its_name(tree, token, child):
            end = max(end, tree[child].end)
            continue
        if plain in CUT or plain in _CLAUSAL or tree[child].tag == "WP":
            continue  # "whom the militia abducted": the parse makes it "whose"
        if relation == "advmod" and tree[child].text.lower() in _JOINTLY:
            continue  # "the army, jointly with the police"
        if relation == "amod" and (child > token or _is_of_verb(tree, token, child)):
            continue  # "left three guards dead", "shot dead a guard"
        if relation == "nmod" and tree.case_of(child) not in kept:
            continue
        low, high = tree.extent(child, without=CUT - {"case"})
        start, end = min(start, low), max(end, min(high, tree.seat_inside(child)))
    # What hangs on it from inside a bracket is of that: "the envoys (Lee of Chad".
    opened = (w.start for w in tree.tokens[token:] if w.text in _BRACKETS)
    return start, min(end, next(opened, end))


def _is_its_name(tree: Sentence, token: int, child: int) -> bool:
    """Tell whether a bare name is what a thing is called: "the ferry Ana Ruiz"."""
    if tree[child].deprel != "appos" or tree[child].upos != "PROPN":
        return False
    return tree[token].upos == "NOUN" and tree.reach(child)[0] == token + 1


def _is_of_verb(tree: Sentence, token: int, adjective: int) -> bool:
    """Tell whether an adjective stands before the article or number of its noun."""
    if tree[adjective].lemma.lower() != "dead":
        return False
    return any(child > adjective for child in tree.children(token, "det", "nummod"))
