"""Further occasions in one clause: "met A and, two days later, B".

Who is named behind a word of later time was met by himself, on a day of his own.
"""

from collections.abc import Iterator, Sequence

from dragoman.model.annotation import TimeExpression
from dragoman.model.syntax import Sentence

# Words of time and order that set what follows them apart.
LATER = frozenset(
    {"later", "then", "afterwards", "afterward", "subsequently", "separately", "also"}
)
_NEXT = frozenset({"next", "following", "follow", "later", "after"})
_WHILES = frozenset(
    {"day", "week", "month", "morning", "afternoon", "evening", "night", "hour", "year"}
)
_SET_APART = LATER | _WHILES | {"and"}
_BARE = ("nmod:unmarked", "obl:unmarked", "nmod")
_SKIPPED = frozenset({"PUNCT", "CCONJ", "ADP"})


def is_later(tree: Sentence, token: int) -> bool:
    """Tell whether "later" stands on a phrase or right before its preposition."""
    if _is_on_next_day(tree, token):
        return True
    if _SET_APART.isdisjoint(tree.words):
        return False
    if any(
        tree[child].text.lower() in LATER for child in tree.children(token, "advmod")
    ):
        return True
    inside = tree.children(token, "case", "compound", "det", "amod")
    place = min(token, *inside) - 1 if inside else token - 1
    while place >= 0 and tree[place].text == ",":
        place -= 1
    if place < 0:
        return False
    # "and, on Tuesday, Lee"
    dated = tree[place].entity.endswith("DATE") and tree.child(place, "cc") is not None
    later = tree[place].text.lower() in LATER - {"also"}
    return later or dated or _is_next(tree, place)


def _is_on_next_day(tree: Sentence, token: int) -> bool:
    """Tell whether a day stands before a phrase: "and, the next day, Lee"."""
    return any(
        child < token
        and (
            tree[child].entity.endswith("DATE")
            if tree.case_of(child) == "on"
            else not tree.case_of(child) and _is_next(tree, child)
        )
        for child in tree.children(token, *_BARE)
    )


def _is_next(tree: Sentence, time: int) -> bool:
    """Tell whether a word heads "the next day", "a week later"."""
    return tree[time].lemma.lower() in _WHILES and any(
        tree[word].lemma.lower() in _NEXT
        for word in tree.children(time, "amod", "advmod")
    )


def is_named_later(tree: Sentence, token: int) -> bool:
    """Tell whether a conjunct without a preposition is a name met later.

    "The minister and later president" tells two offices of one man: no name heads it.
    """
    titled = any(tree[one].upos == "PROPN" for one in tree.children(token, "appos"))
    owned = tree.child(token, "det", "nmod:poss") is not None
    named = tree[token].upos == "PROPN" or (titled and owned)
    return named and is_later(tree, token)


def later_objects(tree: Sentence, token: int) -> Iterator[int]:
    """Yield who is named later with an object, wherever the parse hangs the name."""
    for child in tree.children(token, "conj", "nmod", "appos"):
        if tree[child].deprel != "conj":
            yield from later_objects(tree, child)
        elif is_named_later(tree, child):
            yield child


def time_of_later(
    tree: Sentence, token: int, times: Sequence[tuple[TimeExpression, int]]
) -> TimeExpression | None:
    """Return the time right before a phrase: "and, two days later, with B"."""
    place = min(tree.subtree(token))
    for time, head in times:
        if time.start < tree[token].start and head in tree.subtree(token):
            return time
    while place > 0 and tree[place - 1].upos in _SKIPPED:
        place -= 1
    end = tree[place - 1].end if place else 0
    return next((time for time, _ in times if time.start < end <= time.end), None)
