"""What titles tell of the walk of life of those who bear them."""

import pytest

from dragoman.data.callings import are_apart


@pytest.mark.parametrize(
    ("titles", "others", "apart"),
    [
        (["foreign minister"], ["head surgeon"], True),
        (["commander"], ["poet"], True),
        (["striker"], ["baker"], True),
        (["foreign minister"], ["prime minister"], False),
        (["foreign minister", "physician"], ["surgeon"], False),
        (["chairman"], ["poet"], False),
        ([], ["poet"], False),
    ],
)
def test_walks_of_life_are_told_apart_where_both_are_known(
    titles: list[str], others: list[str], *, apart: bool
) -> None:
    assert are_apart(titles, others) is apart
    assert are_apart(others, titles) is apart
