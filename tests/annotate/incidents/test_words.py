"""Kinds of incidents by words, with a table made by hand."""

import gzip
from pathlib import Path

import pytest

from dragoman.annotate.incidents.words import IncidentWords, features
from dragoman.model.syntax import Sentence, Token

TABLE = """attack\tbombing
-1.0\t-2.0
bomb\t0.5\t0.5\t2.0\t1.0
shoot\t2.0\t1.0\t-1.0\t1.0
bomb<explode\t0.0\t0.0\t1.0\t1.0
"""


@pytest.fixture
def words(tmp_path: Path) -> IncidentWords:
    file = tmp_path / "words.tsv.gz"
    file.write_bytes(gzip.compress(TABLE.encode()))
    return IncidentWords(file)


def read(*rows: tuple[str, str, int]) -> Sentence:
    """Make a sentence of lemma, part of speech and head."""
    return Sentence(
        tuple(
            Token(8 * n, 8 * n + len(lemma), lemma, lemma, upos, "", head, "dep")
            for n, (lemma, upos, head) in enumerate(rows)
        ),
        0,
    )


EXPLOSION = read(("bomb", "NOUN", 1), ("explode", "VERB", -1), (".", "PUNCT", 1))


def test_features_are_words_and_pairs_without_punctuation() -> None:
    assert list(features([EXPLOSION])) == ["bomb", "bomb<explode", "explode"]


def test_score_adds_weighted_ratios_of_a_common_length(words: IncidentWords) -> None:
    attack, bombing = words.score([EXPLOSION])

    # By hand: 0.5 x 0.5 x 3 / 0.5 - 1, and (2 + 1) x 3 / sqrt(5) - 2.
    assert attack == pytest.approx(0.5)
    assert bombing == pytest.approx(9 / 5**0.5 - 2, abs=1e-5)


def test_words_that_nobody_knows_leave_the_bias(words: IncidentWords) -> None:
    assert words.score([read(("заседание", "NOUN", -1))]).tolist() == [-1.0, -2.0]


def test_a_word_counts_once_however_often_it_stands_there(words: IncidentWords) -> None:
    assert (
        words.score([EXPLOSION, EXPLOSION]).tolist()
        == words.score([EXPLOSION]).tolist()
    )
