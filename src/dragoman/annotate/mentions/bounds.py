"""Where a mention starts and ends by the tree: at the edges of what hangs on its head.

The heads of the reading model point at first and last words by their states and know
nothing of the tree; the tree alone does not tell what belongs to a mention either. So
the words where a dependent of the head begins or ends get something added to their
scores, by what is taken in there and what is left out (``mention_bounds.json``).
"""

import json
from functools import cache
from importlib.resources.abc import Traversable

from dragoman.model.syntax import Sentence

Edge = tuple[int, str, str]

NOTHING = "none"
# What is added where the mention starts or ends with its head.
ALONE = "self"
_KEPT = frozenset({"nmod:poss", "acl:relcl"})


class Bounds:
    """What is added to the scores of words, learned with the heads.

    Attributes:
        starts: To words where a mention may start, by what ``edges_before`` tells.
        ends: To words that may be its last one, by what ``edges_after`` tells.
    """

    def __init__(self, folder: Traversable) -> None:
        file = folder.joinpath("mention_bounds.json")
        tables = json.loads(file.read_text(encoding="utf-8"))
        self.starts = Worth(tables["starts"])
        self.ends = Worth(tables["ends"])


class Worth(dict[tuple[str, str], float]):
    """What an edge adds, by the relations within and outside, once it was asked for."""

    def __init__(self, table: dict[str, dict[str, float]]) -> None:
        super().__init__()
        self._within, self._outside = table["within"], table["outside"]

    def __missing__(self, edge: tuple[str, str]) -> float:
        taken_in, left_out = edge
        found = self._within.get(taken_in, 0.0) + self._outside.get(left_out, 0.0)
        self[edge] = found
        return found


def edges_before(sentence: Sentence, head: int) -> list[Edge]:
    """Return where a mention may start: word, first relation within, next outside."""
    children = sentence.children(head)
    if not children or children[0] > head:
        return [(head, ALONE, NOTHING)]
    found: list[Edge] = []
    word, taken_in = head, ALONE
    for child in reversed(children):
        if child < head:
            relation = relation_of(sentence[child].deprel)
            found.append((word, taken_in, relation))
            word, taken_in = sentence.reach(child)[0], relation
    found.append((word, taken_in, NOTHING))
    return found


def edges_after(sentence: Sentence, head: int) -> list[Edge]:
    """Return where a mention may end: word, last relation within, next outside."""
    children = sentence.children(head)
    if not children or children[-1] < head:
        return [(head, ALONE, NOTHING)]
    found: list[Edge] = []
    word, taken_in = head, ALONE
    for child in children:
        if child > head:
            relation = relation_of(sentence[child].deprel)
            found.append((word, taken_in, relation))
            word, taken_in = sentence.reach(child)[1], relation
    found.append((word, taken_in, NOTHING))
    return found


@cache
def relation_of(deprel: str) -> str:
    """Return a relation as the tables have it."""
    return deprel if deprel in _KEPT else deprel.partition(":")[0]
