"""Pairs of mentions and chains from their scores."""

from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.mentions import links as mentions_links
from dragoman.annotate.mentions.finder import FoundMention
from dragoman.annotate.mentions.links import (
    ALIKE,
    NEAREST,
    Linker,
    make_chains,
    pair_up,
    trace,
)
from dragoman.annotate.mentions.notes import Noted, note
from dragoman.annotate.mentions.pairs import PAIR_SIZE, compare
from dragoman.model.syntax import Sentence, Token

_WORDS = {
    "he": ("PRON", "PRP"),
    "she": ("PRON", "PRP"),
    "they": ("PRON", "PRP"),
    "Haddad": ("PROPN", "NNP"),
    "envoy": ("NOUN", "NN"),
    "envoys": ("NOUN", "NNS"),
    "वार्ता": ("NOUN", "NN"),
    "محادثات": ("NOUN", "NN"),
}


def noted_of(words: list[str]) -> Noted:
    """Note mentions of one word each, every one in a sentence of its own."""
    sentences, mentions = [], []
    start = 0
    for number, word in enumerate(words):
        upos, tag = _WORDS[word]
        token = Token(start, start + len(word), word, word, upos, tag, -1, "root")
        sentences.append(Sentence((token,), 0))
        mentions.append(FoundMention(number, 0, 0, 1, "person"))
        start += len(word) + 1
    return note(mentions, sentences)


words_of_texts = st.lists(st.sampled_from(sorted(_WORDS)), min_size=1, max_size=200)


@given(words_of_texts)
def test_pairs_look_back_and_grow_with_the_text(words: list[str]) -> None:
    noted = noted_of(words)

    later, earlier = pair_up(noted)

    assert (earlier < later).all()
    assert len(set(zip(later.tolist(), earlier.tolist(), strict=True))) == len(later)
    assert len(later) <= len(words) * (NEAREST + 4 * ALIKE)


@given(words_of_texts)
def test_every_flag_is_nought_or_one(words: list[str]) -> None:
    noted = noted_of(words)
    later, earlier = pair_up(noted)

    flags = compare(noted, later, earlier)

    assert flags.shape == (PAIR_SIZE, len(later))
    assert set(np.unique(flags)) <= {0, 1}


def test_like_words_are_compared_however_far_apart() -> None:
    words = ["Haddad", *["envoy"] * (NEAREST + 20), "Haddad"]

    later, earlier = pair_up(noted_of(words))

    pairs = set(zip(later.tolist(), earlier.tolist(), strict=True))
    assert (len(words) - 1, 0) in pairs


def test_best_antecedent_makes_the_chain() -> None:
    noted = noted_of(["Haddad", "envoy", "he"])
    later, earlier = np.array([1, 2, 2]), np.array([0, 0, 1])
    scores = np.array([-9, 3, 1], np.float32)

    assert make_chains(noted, later, earlier, scores) == [0, 1, 0]


def test_chain_of_a_man_takes_in_no_she() -> None:
    noted = noted_of(["Haddad", "he", "she"])
    later, earlier = np.array([1, 2, 2]), np.array([0, 0, 1])
    scores = np.array([5, 4, 3], np.float32)

    assert make_chains(noted, later, earlier, scores) == [0, 0, 1]


def test_he_is_whom_all_ways_lead_to() -> None:
    noted = noted_of(["Haddad", "envoy", "he", "he"])
    later = np.array([1, 2, 2, 3, 3, 3])
    earlier = np.array([0, 0, 1, 0, 1, 2])
    scores = np.array([0, 1, 1, -9, -9, 9], np.float32)

    meant = trace(noted, later, earlier, scores)

    # Half of what leads to the envoy leads on to Haddad.
    assert sorted(meant) == [2, 3]
    assert meant[3][0] == pytest.approx(0.42 * 1.5, abs=0.01)
    assert meant[3][1] == pytest.approx(0.42 * 0.5, abs=0.01)
    assert sum(meant[3].values()) == pytest.approx(1.0, abs=0.01)


@given(words_of_texts, st.integers(0, 9))
def test_shares_of_who_is_meant_sum_to_one_at_most(words: list[str], seed: int) -> None:
    noted = noted_of(words)
    later, earlier = pair_up(noted)
    scores = np.random.default_rng(seed).normal(scale=4.0, size=len(later))

    for shares in trace(noted, later, earlier, scores.astype(np.float32)).values():
        assert all(0 < share <= 1.0001 for share in shares.values())
        assert sum(shares.values()) <= 1.001


def test_lone_mention_is_a_chain_of_its_own() -> None:
    noted = noted_of(["envoy"])
    later, earlier = pair_up(noted)

    assert make_chains(noted, later, earlier, np.zeros(0, np.float32)) == [0]


def test_a_long_text_is_scored_in_stretches_as_it_would_be_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    noted = noted_of(sorted(_WORDS) * 9)
    states = np.random.default_rng(5).normal(size=(len(noted), 384)).astype(np.float32)
    linker = Linker(files("dragoman.data").joinpath("model"))
    later, earlier = pair_up(noted)
    whole = linker.score(noted, states, later, earlier)

    monkeypatch.setattr(mentions_links, "_MOST_PAIRS", 2 * NEAREST)
    stretches = list(mentions_links._stretches(later))

    assert len(stretches) > 10
    assert [later[low] > later[low - 1] for low, _ in stretches[1:]] == [True] * (
        len(stretches) - 1
    )
    np.testing.assert_allclose(
        linker.score(noted, states, later, earlier), whole, atol=1e-4
    )
