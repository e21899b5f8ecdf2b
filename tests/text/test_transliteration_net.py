import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.transliteration_net import (
    NameList,
    WordNet,
    cut_up,
    load_net,
    times,
    write_word,
)


@pytest.fixture(scope="module")
def net() -> WordNet:
    return load_net("transliteration.npz")


def test_names_of_a_list_are_found_though_free_writing_does_not_find_them(
    net: WordNet,
) -> None:
    letters = tuple("תשרציל")
    free = write_word(net, "he", letters, NameList(["zzz"]), 4)
    led = write_word(net, "he", letters, NameList(["churchill", "zzz"]), 4)

    assert "churchill" not in free
    assert "churchill" in led
    assert free.keys() - {"zzz"} <= led.keys()


def test_chances_of_readings_add_up_to_less_than_one(net: WordNet) -> None:
    found = write_word(net, "ar", tuple("كريم"), NameList(["karim", "kareem"]), 20)

    assert 0.1 < sum(math.exp(chance) for chance in found.values()) <= 1.0


def test_letters_that_the_network_does_not_know_are_skipped(net: WordNet) -> None:
    names = NameList(["karim"])

    assert write_word(net, "ar", tuple("كر☃يم"), names, 5) == write_word(
        net, "ar", tuple("كريم"), names, 5
    )


@given(st.sets(st.text("abz", min_size=1, max_size=5), min_size=1))
def test_every_name_of_a_list_is_reached_letter_by_letter(names: set[str]) -> None:
    listed = NameList(names)

    for name in names:
        low, high = 0, len(listed)
        for depth, letter in enumerate(name):
            bounds = listed.branches(low, high, depth)
            at = ord(letter) - ord("a")
            low, high = int(bounds[at]), int(bounds[at + 1])
            assert low < high
        assert listed.branches(low, high, len(name))[0] == low + 1


@given(st.integers(1, 30), st.sampled_from([29, 256, 480]), st.integers(1, 5))
def test_products_with_cut_matrices_are_products(
    rows: int, width: int, count: int
) -> None:
    rng = np.random.default_rng(rows * width)
    matrix = rng.normal(size=(rows, width)).astype(np.float32)
    left = rng.normal(size=(count, rows)).astype(np.float32)

    assert np.allclose(times(left, cut_up(matrix)), left @ matrix, atol=1e-4)
    assert np.allclose(times(left[0], cut_up(matrix)), left[0] @ matrix, atol=1e-4)
