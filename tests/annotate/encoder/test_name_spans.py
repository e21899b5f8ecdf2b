"""The heads that find names, on sentences of our own with invented names."""

from importlib.resources import files

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.annotate.test_sentences import names, read

from dragoman.annotate.encoder.name_clues import Clues
from dragoman.annotate.encoder.name_spans import Floats, _part_outlets
from dragoman.annotate.encoder.session import open_session
from dragoman.annotate.sentences import EncoderAnnotator


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Munir Qabbani left for Amman on Sunday.", ("Munir Qabbani", "PERSON")),
        ("munir qabbani left for amman on sunday.", ("munir qabbani", "PERSON")),
        ("Gennady Vorontsov refused to speak.", ("Gennady Vorontsov", "PERSON")),
        ("Delegates met at the Ministry of Water.", ("Ministry of Water", "ORG")),
        ("Troops entered Şanlıurfa before dawn.", ("Şanlıurfa", "GPE")),
    ],
)
def test_names_are_found_with_their_kind(
    annotator: EncoderAnnotator, text: str, name: tuple[str, str]
) -> None:
    assert name in names(read(annotator, text))


def test_every_word_of_a_name_has_its_finer_type(annotator: EncoderAnnotator) -> None:
    (sentence,) = read(annotator, "She flew from Buenos Aires to Nairobi.")

    found = {token.text: token.subtype for token in sentence if token.entity}

    assert found == {"Buenos": "city", "Aires": "city", "Nairobi": "city"}


@pytest.mark.parametrize(
    "text",
    ["x" * 10_000, "🙂 🙂", "\u200f\u202eabc\u202c", "a\u00adb " * 40, "| a | b |"],
)
def test_odd_input_is_read_with_one_label_a_word(
    annotator: EncoderAnnotator, text: str
) -> None:
    for sentence in read(annotator, text):
        assert all(token.end > token.start for token in sentence)


def test_what_stands_before_the_kind_of_an_outlet_is_no_part_of_its_name() -> None:
    inside = ("I-ORG", "media")
    found = [("O", ""), ("B-ORG", "media"), inside, inside, inside, ("O", "")]
    words = ["the", "Zürich", "daily", "Neue", "Post", "that"]

    _part_outlets(words, found, 1, 5)

    assert found == [*[("O", "")] * 3, ("B-ORG", "media"), inside, ("O", "")]


def test_a_name_that_ends_in_its_kind_stays_whole() -> None:
    found = [("B-ORG", "media"), ("I-ORG", "media")]

    _part_outlets(["Haaretz", "daily"], found, 0, 2)

    assert found == [("B-ORG", "media"), ("I-ORG", "media")]


def test_texts_that_are_searched_together_do_not_see_each_other() -> None:
    heads = open_session(files("dragoman.data").joinpath("model", "names.onnx"))
    texts = [["Nairobi"], ["York", "said", "Ana", "Vogel"], ["Vogel", "left"]]
    drawn = np.random.default_rng(7)
    states = [drawn.normal(0, 1, (len(text), 384)) for text in texts]
    gap = np.zeros((2, 384))
    row = [states[0], gap, states[1], gap, states[2]]
    words = [*texts[0], "", "", *texts[1], "", "", *texts[2]]

    together, _ = heads.run(None, _feed(words, np.concatenate(row)))

    for start, text, own in zip((0, 3, 9), texts, states, strict=True):
        alone, _ = heads.run(None, _feed(text, own))
        assert np.allclose(together[start : start + len(text)], alone, atol=1e-6)


def _feed(words: list[str], states: NDArray[np.float64]) -> dict[str, Floats]:
    return {"states": states.astype(np.float32), "clues": Clues().of(words)}
