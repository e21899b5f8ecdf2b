"""Scores of games in running text."""

from collections.abc import Sequence

_DASHES = frozenset({"-", "–"})
_LONG = 3  # figures of a year


def has_score(words: Sequence[str]) -> bool:
    """Tell whether words hold something like "2-1".

    >>> has_score(["beat", "them", "2", "-", "1"])
    True
    >>> has_score(["in", "1991", "-", "92"])
    False
    """
    return any(
        dash in _DASHES
        and left.isdecimal()
        and right.isdecimal()
        and max(len(left), len(right)) < _LONG
        for left, dash, right in zip(words, words[1:], words[2:], strict=False)
    )
