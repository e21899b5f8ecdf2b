import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.name_grams import NameGrams
from dragoman.text.transliteration_net import NameList

NAMES = ["karim", "karima", "karin", "marika", "marin", "rami", "amir"]


@pytest.fixture(scope="module")
def grams() -> NameGrams:
    return NameGrams(NameList(NAMES))


def test_what_looks_like_the_names_is_likelier(grams: NameGrams) -> None:
    like, unlike = grams.chances(["marim", "xqzrk"])

    assert like > unlike + 5


def test_chances_of_all_words_add_up_to_less_than_one(grams: NameGrams) -> None:
    words = [
        "".join(letters)
        for size in (1, 2, 3)
        for letters in product("abkmnir", repeat=size)
    ]

    assert 0 < sum(map(math.exp, grams.chances(words))) < 1


@given(st.lists(st.text("akmr", min_size=1, max_size=9), min_size=1, max_size=5))
def test_words_do_not_change_the_chances_of_others(
    grams: NameGrams, words: list[str]
) -> None:
    alone = [grams.chances([word])[0] for word in words]

    assert grams.chances(words) == pytest.approx(alone)
