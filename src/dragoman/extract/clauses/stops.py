"""Journeys that are broken for a purpose: "stopped in Rome for talks with Lee"."""

from dragoman.model.syntax import Sentence

_STOPS = frozenset({"stop", "pause", "halt"})
_BREAKS = frozenset({"break", "interrupt", "cut", "shorten"})
_ROUTES = frozenset({"journey", "trip", "tour", "travel", "flight", "voyage", "return"})


def stops(tree: Sentence, verb: int) -> bool:
    """Tell whether somebody stopped on his way, which he did for what follows.

    "Stopped in Rome for talks", "broke her journey for a meeting": they were held, or
    there would have been no stop.
    """
    lemma = tree[verb].lemma.lower()
    if lemma in _BREAKS:
        return any(
            tree[child].lemma.lower() in _ROUTES for child in tree.children(verb, "obj")
        )
    return lemma in _STOPS
