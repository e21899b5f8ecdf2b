"""From scores of heads to a tree.

Every word takes its best head; then one word is made the root, and what goes
round in circles is opened where that costs least. Where arcs of that tree cross,
which they do in one sentence of fourteen here and in one of forty that people
annotate, the best tree without crossings takes its place (Eisner 1996, "Three new
probabilistic models for dependency parsing").
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = np.float32(-1e9)
# Words of a sentence whose crossings are undone; time grows with their cube.
_LONGEST = 150


def decode_heads(scores: Scores) -> list[int]:
    """Return the head of every word, -1 for the root; the result is a tree.

    Args:
        scores: Scores of heads, shape ``(words, 1 + words)``; the first column is
            the root, column ``j + 1`` is word ``j``. Left as it is.
    """
    size = len(scores)
    if size == 1:
        return [-1]
    own = scores[:, 1:].copy()
    own.ravel()[:: size + 1] = _NEVER
    heads = own.argmax(1)
    tree: list[int] = heads.tolist()
    # How much better each word is as the root than under its best head.
    gain = scores[:, 0] - own.take(heads + np.arange(0, size * size, size))
    root = int(gain.argmax())
    tree[root] = -1
    while (circle := find_circle(tree)) is not None:
        _open_circle(tree, circle, own)
    if size <= _LONGEST and has_crossing(tree):
        return decode_projective(scores)
    return tree


def has_crossing(heads: Sequence[int]) -> bool:
    """Tell whether two arcs of a tree cross, or one spans the root."""
    for word, head in enumerate(heads):
        if head < 0:
            continue
        low, high = (word, head) if word < head else (head, word)
        if high - low > 1:
            inner = heads[low + 1 : high]
            if min(inner) < low or max(inner) > high:
                return True
    return False


def decode_projective(scores: Scores) -> list[int]:
    """Return the heads of the best tree in which no arcs cross, -1 for its root.

    Spans are put together from short to long. One is *closed* when the word at one
    end has all its dependents inside, *linked* when its ends are joined by an arc.
    Tables hold spans by their width, then by their first or their last word, so that
    all spans of one width are put together at once, and both kinds of closed ones,
    headed by their first or by their last word, too.

    Args:
        scores: As for ``decode_heads``.
    """
    size = len(scores)
    arcs = scores[:, 1:]
    # Closed spans headed by their first word, by that; by their last word, by that.
    rightward = np.zeros((size, size), np.float32)
    leftward = np.zeros((size, size), np.float32)
    # Linked to their last word and, the other way round, to their first one, a row
    # less than their width; each with the closed spans that they are joined with.
    lefts = np.zeros((size, 2, size), np.float32)
    rights = np.zeros((size, 2, size), np.float32)
    most = np.maximum.reduce
    for width in range(1, size):
        best = most(rightward[:width, :-width] + leftward[width - 1 :: -1, width:])
        np.add(best, arcs.diagonal(-width), lefts[width - 1, 0, :-width])
        np.add(best, arcs.diagonal(width), rights[width - 1, 1, width:])
        best = most(lefts[:width, :, :-width] + rights[width - 1 :: -1, :, width:])
        rightward[width, :-width] = rights[width, 0, width:] = best[0]
        leftward[width, width:] = lefts[width, 1, :-width] = best[1]
    whole = scores[:, 0] + lefts[:, 1, 0] + rights[::-1, 0, size - 1]
    root = int(whole.argmax())
    heads = [-1] * size
    # Closed spans still to be taken apart: first word, last word, 1 if headed by its
    # last one. Where each was put together is looked up again: it is asked of few.
    spans = [(0, root, 1), (root, size - 1, 0)]
    while spans:
        first, last, side = spans.pop()
        width = last - first
        if not width:
            continue
        joined = lefts[:width, side, first] + rights[width - 1 :: -1, side, last]
        cut = first + int(joined.argmax())
        if side:
            spans.append((first, cut, 1))
            low, high = cut, last
            heads[low] = high
        else:
            cut += 1
            spans.append((cut, last, 0))
            low, high = first, cut
            heads[high] = low
        width = high - low
        halves = rightward[:width, low] + leftward[width - 1 :: -1, high]
        middle = low + int(halves.argmax())
        spans.append((low, middle, 0))
        spans.append((middle + 1, high, 1))
    return heads


def find_circle(heads: Sequence[int]) -> list[int] | None:
    """Return the words of one circle, ``None`` if there is none."""
    seen = [0] * len(heads)
    for start in range(len(heads)):
        word = start
        while word >= 0 and not seen[word]:
            seen[word] = start + 1
            word = heads[word]
        if word >= 0 and seen[word] == start + 1:
            circle = [word]
            following = heads[word]
            while following != word:
                circle.append(following)
                following = heads[following]
            return circle
    return None


def _open_circle(heads: list[int], circle: list[int], scores: Scores) -> None:
    """Hang one word of a circle on a word that does not depend on the circle."""
    members = _below(heads, circle)
    outside = np.array([i for i in range(len(heads)) if i not in members])
    own = np.array(circle)
    losses = (
        scores[own, [heads[word] for word in circle]][:, None]
        - scores[own[:, None], outside[None, :]]
    )
    row, column = np.unravel_index(int(losses.argmin()), losses.shape)
    heads[circle[int(row)]] = int(outside[int(column)])


def _below(heads: list[int], words: list[int]) -> set[int]:
    """Return the words and all that depend on them."""
    found = set(words)
    grown = True
    while grown:
        fresh = {i for i, head in enumerate(heads) if head in found} - found
        found |= fresh
        grown = bool(fresh)
    return found
