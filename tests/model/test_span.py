from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.span import Shelves

PLACES = st.integers(0, 3000)


@given(st.lists(st.tuples(PLACES, st.integers(1, 1500))), PLACES)
def test_shelves_hold_all_that_covers_a_place_in_the_order_it_was_put(
    stretches: list[tuple[int, int]], place: int
) -> None:
    shelves: Shelves[int] = Shelves()
    for number, (start, length) in enumerate(stretches):
        shelves.put(start, start + length, number)

    near = shelves.near(place)

    covering = [
        n for n, (low, size) in enumerate(stretches) if low <= place < low + size
    ]
    assert [number for number in near if number in covering] == covering
    assert list(near) == sorted(set(near))
