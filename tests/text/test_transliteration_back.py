import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.transliteration_back import spelling_chances
from dragoman.text.transliteration_net import WordNet, load_net


@pytest.fixture(scope="module")
def net() -> WordNet:
    return load_net("transliteration_back.npz")


def test_a_name_is_spelled_with_its_own_letters(net: WordNet) -> None:
    names = ["merkel", "karim", "mahmoud"]
    chances = spelling_chances(net, "toar", names, tuple("محمود"))

    assert max(zip(chances, names, strict=True))[1] == "mahmoud"


def test_spellings_of_a_name_have_chances_that_are_less_than_one(net: WordNet) -> None:
    spellings = ["كريم", "كارم", "قريم", "خريم", "كاريم", "كرم"]
    total = sum(
        math.exp(spelling_chances(net, "toar", ["karim"], tuple(spelling))[0])
        for spelling in spellings
    )

    assert 0.5 < total <= 1.0


@given(st.lists(st.text("abkmrz", min_size=1, max_size=12), min_size=1, max_size=6))
def test_names_do_not_change_the_chances_of_others(
    net: WordNet, names: list[str]
) -> None:
    letters = tuple("כרמ")
    together = spelling_chances(net, "tohe", names, letters)
    alone = [spelling_chances(net, "tohe", [name], letters)[0] for name in names]

    assert together == pytest.approx(alone, abs=1e-3)


def test_no_names_have_no_chances(net: WordNet) -> None:
    assert spelling_chances(net, "toar", [], tuple("كريم")) == []
