import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.encoder_tree import decode_heads, find_circle


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
    assert decode_heads(scores_for([[0.0, 9.0]])) == [-1]


def test_clear_scores_are_followed() -> None:
    # "Ministers met": the root is the second word.
    scores = scores_for([[0, 0, 5], [5, 0, 0]])

    assert decode_heads(scores) == [1, -1]


def test_best_of_two_roots_is_taken() -> None:
    scores = scores_for([[5, 0, 4], [9, 1, 0]])

    assert decode_heads(scores) == [1, -1]


def test_circle_is_opened_where_it_costs_least() -> None:
    # Words 0 and 1 point at each other; word 1 nearly prefers the root, word 2.
    scores = scores_for([[0, 0, 9, 1], [0, 9, 0, 8], [9, 0, 0, 0]])

    assert decode_heads(scores) == [1, 2, -1]


def test_no_word_hangs_on_itself() -> None:
    scores = scores_for([[0, 99, 1], [5, 0, 99]])

    assert decode_heads(scores) == [1, -1]


@given(st.integers(1, 25), st.integers(0, 2**32 - 1))
@settings(max_examples=150, deadline=None)
def test_any_scores_make_a_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1))

    assert is_tree(decode_heads(scores.astype(np.float32)))


@pytest.mark.parametrize("size", [2, 60])
def test_equal_scores_make_a_tree(size: int) -> None:
    assert is_tree(decode_heads(np.zeros((size, size + 1), np.float32)))


def test_heads_that_lead_in_a_circle_are_seen() -> None:
    assert find_circle([1, 2, 1, -1]) is not None
    assert find_circle([0]) is not None
    assert find_circle([1, -1, 1, 2]) is None
