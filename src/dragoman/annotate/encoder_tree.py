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
    np.fill_diagonal(own, _NEVER)
    heads = own.argmax(1)
    # How much better each word is as the root than under its best head.
    gain = scores[:, 0] - own[np.arange(size), heads]
    root = int(gain.argmax())
    tree: list[int] = heads.tolist()
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
        if any(not low <= inner <= high for inner in heads[low + 1 : high]):
            return True
    return False


def decode_projective(scores: Scores) -> list[int]:
    """Return the heads of the best tree in which no arcs cross, -1 for its root.

    Spans are put together from short to long. One is *closed* when the word at one
    end has all its dependents inside, *linked* when its ends are joined by an arc;
    tables hold spans by their first word and, in another copy, by their last, each
    with the spans of one word in slices.

    Args:
        scores: As for ``decode_heads``.
    """
    size = len(scores)
    # Column ``width`` of a row: the span that begins or ends at the row's word.
    rightward = _Spans(size)  # headed by its first word
    leftward = _Spans(size)  # headed by its last word
    linked_right, linked_left = _Spans(size), _Spans(size)
    middles = np.zeros((size, size), np.intp)
    cuts_right = np.zeros((size, size), np.intp)
    cuts_left = np.zeros((size, size), np.intp)
    arcs = scores[:, 1:]
    for width in range(1, size):
        rows = np.arange(size - width)
        halves = rightward.first[:-width, :width]
        halves = halves + leftward.last[width:, width - 1 :: -1]
        middle = halves.argmax(1)
        best = halves[rows, middle]
        middles[:-width, width] = middle
        linked_right.put(width, best + arcs.diagonal(-width))
        linked_left.put(width, best + arcs.diagonal(width))
        halves = linked_right.first[:-width, 1 : width + 1]
        halves = halves + rightward.last[width:, width - 1 :: -1]
        cut = halves.argmax(1)
        cuts_right[:-width, width] = cut + 1
        rightward.put(width, halves[rows, cut])
        halves = leftward.first[:-width, :width]
        halves = halves + linked_left.last[width:, width:0:-1]
        cut = halves.argmax(1)
        cuts_left[:-width, width] = cut
        leftward.put(width, halves[rows, cut])
    whole = scores[:, 0] + leftward.first[0] + rightward.last[size - 1, ::-1]
    root = int(whole.argmax())
    heads = [-1] * size
    # Closed spans still to be taken apart: first word, last word, headed by its last.
    open_spans = [(0, root, True), (root, size - 1, False)]
    while open_spans:
        first, last, by_last = open_spans.pop()
        if first == last:
            continue
        if by_last:
            cut = first + int(cuts_left[first, last - first])
            open_spans.append((first, cut, True))
            low, high = cut, last
            heads[low] = high
        else:
            cut = first + int(cuts_right[first, last - first])
            open_spans.append((cut, last, False))
            low, high = first, cut
            heads[high] = low
        middle_word = low + int(middles[low, high - low])
        open_spans.append((low, middle_word, False))
        open_spans.append((middle_word + 1, high, True))
    return heads


class _Spans:
    """Scores of spans by their first word and their width, and by their last."""

    def __init__(self, size: int) -> None:
        self.first = np.full((size, size), _NEVER, np.float32)
        self.last = self.first.copy()
        self.first[:, 0] = self.last[:, 0] = 0

    def put(self, width: int, scores: Scores) -> None:
        self.first[:-width, width] = scores
        self.last[width:, width] = scores


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
