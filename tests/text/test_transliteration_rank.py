"""Readings are weighed beside one another, not each by itself."""

import numpy as np
import pytest

from dragoman.text.transliteration import evidence, letters_of
from dragoman.text.transliteration_rank import Ranker, complete, load_ranker


def make_table(*rows: tuple[float, float, int]) -> np.ndarray:
    """Rows of log probabilities of reading and spelling, and whether a list has it."""
    table = np.zeros((len(rows), 13), np.float32)
    for at, (read, spelled, known) in enumerate(rows):
        table[at, :3] = read, spelled, known
    return table


def test_evidence_is_completed_by_what_the_others_have() -> None:
    table = complete(
        make_table((-1.0, -9.5, 1), (-3.0, -0.5, 0)), letters=4, hebrew=True
    )

    assert table.shape == (2, 20)
    assert table[0, 13:].tolist() == pytest.approx([0, -9, 4, 1, 1, 0.5, -8])
    assert table[1, 13:].tolist() == pytest.approx([-2, 0, 4, 1, 0, 0.5, 0])


def test_a_sum_and_an_inner_layer_make_the_score() -> None:
    one = np.ones(1, np.float32)
    ranker = Ranker(2 * one, 4 * one, 3 * one, one[:, None], 0 * one, 5 * one)

    (score,) = ranker.scores(np.array([[6.0]], np.float32)).tolist()

    assert score == pytest.approx(3 + 5 * np.tanh(1), abs=1e-5)


@pytest.mark.parametrize(("word", "hebrew"), [("كريم", False), ("דניאל", True)])
def test_shipped_weights_fit_the_evidence(word: str, *, hebrew: bool) -> None:
    letters = letters_of(word)
    rows = evidence(letters, "he" if hebrew else "ar")
    table = complete(
        np.array(list(rows.values()), np.float32), len(letters), hebrew=hebrew
    )

    scores = load_ranker().scores(table)

    assert scores.shape == (len(rows),)
    assert np.isfinite(scores).all()
