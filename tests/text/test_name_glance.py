import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.name_features import surely_differ
from dragoman.text.name_glance import NameGlance
from dragoman.text.person_names import split_person

WORDS = st.sampled_from(
    [
        *("Hossein", "Hussein", "Amir", "Tabrizi", "Amirtabrizi", "Abd al-Karim"),
        *("Karim", "Kareem", "Bill", "William", "Lapshin", "Lapschin", "Lapshina"),
        *("J.", "Haddad", "Haddat", "Nakhala", "Nakhaleh", "حسن", "Лапшин", "Lee"),
        *("Wang", "Jian", "Hua", "Jianhua", "O", "Lyu", "Salim", "Salma", "Ivanov"),
    ]
) | st.text("abdehiklmnorsu", min_size=1, max_size=9)
NAMES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PAIRS = st.lists(st.tuples(NAMES, NAMES), max_size=12)


@given(PAIRS)
def test_many_pairs_are_decided_as_each_is(
    pairs: list[tuple[str, str]],
) -> None:
    names = [split_person(name) for pair in pairs for name in pair]
    places = np.arange(len(names))

    found = NameGlance(names).surely_differ(places[::2], places[1::2])

    for differ, one, other in zip(found, names[::2], names[1::2], strict=True):
        assert differ == surely_differ(one, other)
