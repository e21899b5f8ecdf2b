"""From scores of heads to a tree.

Every word takes its best head; then one word is made the root, and what goes
round in circles is opened where that costs least.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = np.float32(-1e9)


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
    return tree


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
