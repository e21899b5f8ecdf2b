from typing import NamedTuple

from dragoman.model.rows import fill


class Pair(NamedTuple):
    left: str
    right: int = 0


def test_rows_become_named_tuples() -> None:
    first, second = fill(Pair, zip("ab", (1, 2), strict=True))

    assert isinstance(first, Pair)
    assert (first.left, first.right) == ("a", 1)
    assert second == Pair("b", 2)
