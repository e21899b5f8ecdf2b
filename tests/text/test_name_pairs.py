import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.name_features import surely_differ
from dragoman.text.name_pairs import NamePairs
from dragoman.text.name_score import compare_words_of_persons
from dragoman.text.name_table import NameTable
from dragoman.text.person_names import split_person

WORDS = st.sampled_from(
    [
        *("Hossein", "Hussein", "Amir", "Tabrizi", "Amirtabrizi", "Abd al-Karim"),
        *("Karim", "Kareem", "Bill", "William", "Lapshin", "Lapschin", "Lapshina"),
        *("J.", "Haddad", "Haddat", "Nakhala", "Nakhaleh", "حسن", "Лапшин", "Lee"),
        *("Wang", "Jian", "Hua", "Jianhua", "O", "Lyu", "Salim", "Salma", "Ivanov"),
        *("Tsai", "Cai", "Dai", "Samir", "Samer", "Haldor", "V", "IV", "U", "Giorgi"),
        *("bin", "Jr", "Dr.", "Mrs", "Khalid", "Khalida", "Peter", "Pedro", "Anna"),
        *("Abdelkarim", "Abdulla", "Abdullah", "Abdel Nasser", "Abdo", "Dulla", "Ab"),
    ]
) | st.text("abdehiklmnorsu", min_size=1, max_size=9)
NAMES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@st.composite
def like_names(draw: st.DrawFn) -> tuple[str, str]:
    """Return a name and the same in another order, with a slip, or another name."""
    words = draw(st.lists(WORDS, min_size=1, max_size=5))
    others = list(draw(st.permutations(words)))[draw(st.integers(0, 1)) :] or words
    at = draw(st.integers(0, len(others) - 1))
    word, place = others[at], draw(st.integers(0, 8))
    if draw(st.booleans()):
        letter = draw(st.sampled_from(["", "a", "h", "kk"]))
        others[at] = word[:place] + letter + word[place + 1 :] or word
    return " ".join(words), " ".join(others)


@given(st.lists(like_names() | st.tuples(NAMES, NAMES), min_size=1, max_size=12))
def test_many_pairs_are_compared_as_each_is(pairs: list[tuple[str, str]]) -> None:
    names = list(dict.fromkeys(name for pair in pairs for name in pair))
    places = np.array([[names.index(name) for name in pair] for pair in pairs])

    found = NamePairs(NameTable(names)).compare(places[:, 0], places[:, 1])

    for apart, which, pair in zip(found.apart, found.which, pairs, strict=True):
        one, other = map(split_person, pair)
        assert apart == surely_differ(one, other)
        assert apart == (which == -1)
        if not apart:
            compared = compare_words_of_persons(one, other)
            assert found.comparisons[which].found == compared.found
            assert found.comparisons[which].probability == compared.probability
