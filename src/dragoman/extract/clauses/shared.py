"""What stands behind the last of several verbs and belongs to all of them.

"Police arrested and later released the envoy": the parse hangs the envoy on the
release. "The post was attacked and burned by rebels" has its rebels likewise.
"""

from collections.abc import Iterator

from dragoman.model.syntax import Sentence

_BETWEEN = frozenset({"cc", "punct", "advmod", "compound:prt"})
_OWN = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "mark", "aux", "aux:pass"})


def shared_objects(tree: Sentence, verb: int) -> list[int]:
    """Return the objects of the next verb that has any, for one without.

    Args:
        tree: Sentence.
        verb: A verb that has none of its own.
    """
    for other in verbs_behind(tree, verb):
        found = tree.children(other, "obj")
        if found:
            return found
    return []


def verbs_behind(tree: Sentence, verb: int) -> Iterator[int]:
    """Yield the verbs that go on right behind a verb that has nothing of its own."""
    head = tree[verb].head if tree[verb].deprel == "conj" else verb
    last = verb
    for other in tree.children(head, "conj"):
        if other <= verb:
            continue
        if tree[other].upos != "VERB" or tree.child(other, *_OWN) is not None:
            return
        between = (tree[index] for index in range(last + 1, other))
        if any(
            one.deprel not in _BETWEEN or one.head not in {head, last, other}
            for one in between
        ):
            return
        yield other
        last = other
