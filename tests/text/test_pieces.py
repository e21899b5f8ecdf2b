import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.pieces import Pieces


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
