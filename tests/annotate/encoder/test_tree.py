from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.encoder.tree import (
    decode_heads,
    decode_projective,
    find_circle,
    has_crossing,
)


def scores_for(rows: list[list[float]]) -> np.ndarray:
    return np.array(rows, np.float32)


def is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for word in range(len(heads)):
        seen = set()
        while heads[word] >= 0 and word not in seen:
            seen.add(word)
            word = heads[word]
        if heads[word] >= 0:
            return False
    return True


def test_single_word_is_the_root() -> None:
    assert decode_heads([scores_for([[0.0, 9.0]])])[0] == [-1]


def test_clear_scores_are_followed() -> None:
    # "Ministers met": the root is the second word.
    scores = scores_for([[0, 0, 5], [5, 0, 0]])

    assert decode_heads([scores])[0] == [1, -1]


def test_best_of_two_roots_is_taken() -> None:
    scores = scores_for([[5, 0, 4], [9, 1, 0]])

    assert decode_heads([scores])[0] == [1, -1]


def test_circle_is_opened_where_it_costs_least() -> None:
    # Words 0 and 1 point at each other; word 1 nearly prefers the root, word 2.
    scores = scores_for([[0, 0, 9, 1], [0, 9, 0, 8], [9, 0, 0, 0]])

    assert decode_heads([scores])[0] == [1, 2, -1]


def test_no_word_hangs_on_itself() -> None:
    scores = scores_for([[0, 99, 1], [5, 0, 99]])

    assert decode_heads([scores])[0] == [1, -1]


@given(st.integers(1, 25), st.integers(0, 2**32 - 1))
@settings(max_examples=150, deadline=None)
def test_any_scores_make_a_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1))

    assert is_tree(decode_heads([scores.astype(np.float32)])[0])


@pytest.mark.parametrize("size", [2, 60])
def test_equal_scores_make_a_tree(size: int) -> None:
    assert is_tree(decode_heads([np.zeros((size, size + 1), np.float32)])[0])


def test_heads_that_lead_in_a_circle_are_seen() -> None:
    assert find_circle([1, 2, 1, -1]) is not None
    assert find_circle([0]) is not None
    assert find_circle([1, -1, 1, 2]) is None


def test_arcs_that_cross_are_seen() -> None:
    assert has_crossing([2, 3, 3, -1])  # 0 -> 2 and 1 -> 3
    assert has_crossing([2, -1, 1])  # an arc over the root
    assert not has_crossing([1, -1, 1, 2])


def test_crossing_arcs_give_way_to_the_best_tree_without() -> None:
    # "headed by Lee, member of ...": "by" would rather hang behind "of" (word 4).
    scores = np.full((5, 6), -9, np.float32)
    scores[0, 0] = 9  # headed
    scores[1, 5], scores[1, 3] = 5, 4  # by
    scores[2, 1] = 9  # Lee
    scores[3, 5] = 9  # of
    scores[4, 1] = 9  # bureau

    assert decode_heads([scores])[0] == [-1, 2, 0, 4, 0]


@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_no_tree_without_crossings_is_better(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1))
    scores = scores.astype(np.float32)

    def worth(heads: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))

    best = max(
        worth(heads)
        for heads in product(range(-1, size), repeat=size)
        if is_tree(list(heads)) and not has_crossing(list(heads))
    )
    found = decode_projective([scores])[0]

    assert is_tree(found)
    assert not has_crossing(found)
    assert worth(found) == pytest.approx(best, abs=1e-4)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=8), st.integers(0, 2**32 - 1))
@settings(max_examples=40, deadline=None)
def test_sentence_has_one_tree_in_any_company(sizes: list[int], seed: int) -> None:
    chance = np.random.default_rng(seed)
    sentences = [
        chance.normal(size=(size, size + 1)).astype(np.float32) for size in sizes
    ]

    found = decode_heads(sentences)

    assert found == [decode_heads([scores])[0] for scores in sentences]
