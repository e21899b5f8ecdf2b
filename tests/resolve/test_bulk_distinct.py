from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.bulk import cluster_names
from dragoman.resolve.bulk_distinct import find_distinct


class Hashed(str):
    """A text of which many have one hash."""

    __slots__ = ()

    def __hash__(self) -> int:
        return len(self) % 3


# Of more than eight bytes, of several scripts, and in two lines.
PARTS = st.sampled_from(
    ["Ana", "Lee", "Sergei", "Сергей", "حسن", "\n", "\0", "😀", " "]
)
NAMES = st.lists(st.lists(PARTS, max_size=5).map("".join), max_size=20)


@given(NAMES, st.booleans())
def test_different_names_are_found_whatever_their_hashes(
    names: list[str],
    meet: bool,  # noqa: FBT001  # drawn
) -> None:
    given_names = [Hashed(name) for name in names] if meet else names

    firsts, which = find_distinct(given_names)

    distinct = list(dict.fromkeys(names))
    assert [names[place] for place in firsts] == distinct
    assert [distinct[number] for number in which] == names


def test_names_of_one_hash_are_not_joined() -> None:
    names = [Hashed(name) for name in ("Ana Lee", "Eva Sol", "Ana Lee", "Bo Lundin")]

    assert cluster_names(names) == [0, 1, 0, 3]
