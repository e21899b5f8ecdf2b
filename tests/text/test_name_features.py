from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.name_features import describe_pair, surely_differ
from dragoman.text.name_words import compare_words, far_apart, read_word
from dragoman.text.person_names import split_person

WORDS = st.sampled_from(
    [
        *("Hossein", "Hussein", "Amir", "Tabrizi", "Amirtabrizi", "Abd al-Karim"),
        *("Karim", "Kareem", "Bill", "William", "Lapshin", "Lapschin", "Lapshina"),
        *("J.", "Haddad", "Haddat", "Nakhala", "Nakhaleh", "حسن", "نصر", "Лапшин"),
        *("Khamenei", "Khomeini", "bin", "Jr.", "Wang", "Jian", "Hua", "Jianhua", "O"),
    ]
) | st.text("abdehiklmnorsu", min_size=1, max_size=9)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@given(NAMES, NAMES)
def test_what_differs_at_a_glance_is_described_as_a_conflict(
    one: str, other: str
) -> None:
    left, right = split_person(one), split_person(other)

    if surely_differ(left, right):
        assert "conflict_1" in dict(describe_pair(left, right))


@given(NAMES, NAMES)
def test_features_do_not_depend_on_which_name_comes_first(one: str, other: str) -> None:
    left, right = split_person(one), split_person(other)

    assert dict(describe_pair(left, right)) == dict(describe_pair(right, left))
    assert surely_differ(left, right) == surely_differ(right, left)


@given(WORDS.map(str.lower), WORDS.map(str.lower))
def test_words_far_apart_at_a_glance_have_no_likeness(one: str, other: str) -> None:
    left, right = read_word(one), read_word(other)

    if left.plain and right.plain and far_apart(left, right):
        assert compare_words(one, other).score == 0
