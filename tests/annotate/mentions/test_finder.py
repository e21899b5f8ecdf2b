"""What is named together, on trees made by hand."""

from importlib.resources import files

import numpy as np
import pytest
from tests.annotate.mentions.test_notes import TWO, make_sentence

from dragoman.annotate.mentions import finder
from dragoman.annotate.mentions.finder import FoundMention, MentionFinder, join

AMAL = FoundMention(0, 0, 0, 1, "person", 0.9)
OLGA = FoundMention(0, 2, 2, 3, "person", 0.8)


def test_names_in_a_row_are_also_one_mention() -> None:
    found = join([AMAL, OLGA], [make_sentence(TWO)])

    assert [(one.start, one.end) for one in found] == [(0, 3), (0, 1), (2, 3)]
    assert found[0].head == AMAL.head
    assert found[0].odds < min(AMAL.odds, OLGA.odds)


def test_a_row_that_is_known_is_not_added() -> None:
    whole = FoundMention(0, 3, 0, 3, "person")

    assert join([whole, AMAL, OLGA], [make_sentence(TWO)]) == [whole, AMAL, OLGA]


def test_nothing_is_added_where_nothing_stands_in_a_row() -> None:
    assert join([AMAL], [make_sentence(TWO)]) == [AMAL]


def test_a_long_text_is_looked_at_in_parts_as_it_would_be_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sentences = [make_sentence(TWO)] * 5
    words = len(sentences[0])
    draw = np.random.default_rng(3).normal
    states = [draw(size=(words, 384)).astype(np.float32) for _ in sentences]
    mentions = MentionFinder(files("dragoman.data").joinpath("model"))
    whole = mentions.find(states, sentences)

    monkeypatch.setattr(finder, "_AT_ONCE", 7)

    assert mentions.find(states, sentences) == whole
