import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.pieces import Pieces, cut_lines


@given(st.lists(st.text("ab\0é", max_size=20), min_size=1, max_size=12), st.data())
def test_pieces_are_unlike_where_their_letters_are(
    texts: list[str], data: st.DataObject
) -> None:
    parts = [text.encode() for text in texts]
    sizes = np.array([len(part) for part in parts], dtype=np.int64)
    numbers = st.lists(
        st.tuples(*[st.integers(0, len(texts) - 1)] * 2), min_size=1, max_size=30
    )
    pairs = data.draw(numbers)
    ones, others = np.array(pairs, dtype=np.int64).T

    pieces = Pieces(parts, np.cumsum(sizes) - sizes, sizes)

    assert pieces.unlike(ones, others).tolist() == [
        n for n, (one, other) in enumerate(pairs) if texts[one] != texts[other]
    ]
    assert pieces.texts(ones) == [texts[one] for one, _ in pairs]


@given(st.lists(st.text("ab\0é\n", max_size=20), min_size=1, max_size=12, unique=True))
def test_the_first_in_the_alphabet_is_found(texts: list[str]) -> None:
    half = len(texts) // 2
    groups = [group for group in (texts[:half], texts[half:]) if group]
    starts = np.cumsum([0, *map(len, groups)])[:-1]

    found = cut_lines(texts).least(np.arange(len(texts)), starts)

    assert [texts[place] for place in found] == [min(group) for group in groups]
