"""The heads that find names, on sentences of our own with invented names."""

import pytest
from tests.annotate.test_encoder import names, read

from dragoman.annotate.encoder import EncoderAnnotator
from dragoman.annotate.names_finder import _part_outlets


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
