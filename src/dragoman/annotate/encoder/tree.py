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
# How many times as long the longest of the sentences is that are decoded together.
_ALIKE = 4


def decode_heads(sentences: Sequence[Scores]) -> list[list[int]]:
    """Return the head of every word of sentences, -1 for the root; each is a tree.

    Args:
        sentences: Scores of heads, shape ``(words, 1 + words)``; the first column is
            the root, column ``j + 1`` is word ``j``. Left as they are.
    """
    trees = [_best_tree(scores) for scores in sentences]
    crossed = [
        number
        for number, tree in enumerate(trees)
        if len(tree) <= _LONGEST and has_crossing(tree)
    ]
    crossed.sort(key=lambda number: len(trees[number]))
    while crossed:
        # Together only with those of like length, as all are made as long as one.
        most = _ALIKE * len(trees[crossed[0]])
        count = sum(len(trees[number]) <= most for number in crossed)
        together, crossed = crossed[:count], crossed[count:]
        found = decode_projective([sentences[number] for number in together])
        for number, tree in zip(together, found, strict=True):
            trees[number] = tree
    return trees


def _best_tree(scores: Scores) -> list[int]:
    """Return the best heads, circles opened; arcs may cross."""
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


def decode_projective(sentences: Sequence[Scores]) -> list[list[int]]:
    """Return the heads of the best trees in which no arcs cross, -1 for the root.

    Spans are put together from short to long. One is *closed* when the word at one
    end has all its dependents inside, *linked* when its ends are joined by an arc.
    Tables hold spans by their width, then by their first or their last word, so that
    all spans of one width are put together at once, and both kinds of closed ones,
    headed by their first or by their last word, too; and so are those of all sentences.

    Args:
        sentences: As for ``decode_heads``.
    """
    size, count = max(map(len, sentences)), len(sentences)
    arcs = np.zeros((size, size, count), np.float32)
    for number, scores in enumerate(sentences):
        arcs[: len(scores), : len(scores), number] = scores[:, 1:]
    flat = arcs.reshape(size * size, count)
    # Closed spans headed by their first word, by that; by their last word, by that.
    rightward = np.zeros((size, size, count), np.float32)
    leftward = np.zeros((size, size, count), np.float32)
    # Linked to their last word and, the other way round, to their first one, a row
    # less than their width; each with the closed spans that they are joined with.
    lefts = np.zeros((size, 2, size, count), np.float32)
    rights = np.zeros((size, 2, size, count), np.float32)
    most = np.maximum.reduce
    for width in range(1, size):
        rest = size - width
        best = most(rightward[:width, :rest] + leftward[width - 1 :: -1, width:])
        # Diagonals below and above the middle one.
        below, above = flat[width * size :: size + 1], flat[width :: size + 1]
        np.add(best, below[:rest], lefts[width - 1, 0, :rest])
        np.add(best, above[:rest], rights[width - 1, 1, width:])
        best = most(lefts[:width, :, :rest] + rights[width - 1 :: -1, :, width:])
        rightward[width, :rest] = rights[width, 0, width:] = best[0]
        leftward[width, width:] = lefts[width, 1, :rest] = best[1]
    closed, linked = (rightward, leftward), (lefts, rights)
    return [
        _take_apart(
            scores[:, 0],
            [table[..., number] for table in closed],
            [table[..., number] for table in linked],
        )
        for number, scores in enumerate(sentences)
    ]


def _take_apart(
    roots: Scores, closed: Sequence[Scores], linked: Sequence[Scores]
) -> list[int]:
    """Return the heads of the best tree.

    Where a span was put together is looked up again: it is asked of few.

    Args:
        roots: Score of each word as the root.
        closed: Tables of closed spans, ``rightward`` and ``leftward``.
        linked: Tables of linked spans, ``lefts`` and ``rights``.
    """
    size = len(roots)
    rightward, leftward = closed
    lefts, rights = linked
    whole = roots + lefts[:size, 1, 0] + rights[size - 1 :: -1, 0, size - 1]
    root = int(whole.argmax())
    heads = [-1] * size
    # Closed spans still to be taken apart: first word, last word, 1 if headed by its
    # last one.
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
