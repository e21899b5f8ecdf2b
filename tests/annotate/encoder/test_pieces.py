import json
import unicodedata
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dragoman.annotate.encoder.pieces import (
    MAX_LETTERS,
    MAX_PIECES,
    SPACE,
    PieceVocabulary,
)

PIECES = [
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "\u2581",
    "\u2581Bei",
    "rut",
    "\u2581وزير",
    ".",
]


@pytest.fixture(scope="module")
def vocabulary() -> PieceVocabulary:
    table = [[piece, -float(number)] for number, piece in enumerate(PIECES)]
    model = {"type": "Unigram", "unk_id": 3, "vocab": table, "byte_fallback": False}
    return PieceVocabulary(json.dumps({"version": "1.0", "model": model}))


def test_first_piece_tells_whether_a_space_stood_before(
    vocabulary: PieceVocabulary,
) -> None:
    assert vocabulary.pieces("Beirut", glued=False) == (5, 6)
    assert vocabulary.pieces(".", glued=True) == (8,)
    assert vocabulary.pieces(".", glued=False) == (4, 8)


def test_text_has_the_place_of_every_word(vocabulary: PieceVocabulary) -> None:
    words = [("وزير", False), ("Beirut", False), (".", True)]

    pieces, firsts = vocabulary.encode(words)

    assert pieces == [0, 7, 5, 6, 8, 2]
    assert firsts == [1, 2, 4]


@pytest.mark.parametrize("word", ["\u00ad", "\u200d", "漢字", "😀", "\u0301"])
def test_word_without_known_letters_has_a_piece(
    vocabulary: PieceVocabulary, word: str
) -> None:
    assert len(vocabulary.pieces(word, glued=True)) >= 1


def test_endless_word_has_few_pieces(vocabulary: PieceVocabulary) -> None:
    assert len(vocabulary.pieces("." * 10_000, glued=True)) == MAX_PIECES


def test_vocabulary_without_specials_is_refused() -> None:
    model = {"type": "Unigram", "unk_id": 0, "vocab": [["a", -1.0]]}

    with pytest.raises(ValueError, match="vocabulary without '<s>'"):
        PieceVocabulary(json.dumps({"version": "1.0", "model": model}))


SHIPPED = files("dragoman.data").joinpath("model", "pieces.json")
NATURAL = [
    *("Beirut", "government", "Khamenei", "al-Sha'bi", "n't", "2024", "the"),
    *("وزير", "الخارجية", "שר", "החוץ", "Министр", "министерство", "會談", "の"),
    *("￼", "ﷺ", "İstanbul", "s\u0323\u0307", "🏳\u200d🌈", "<s>", "<unk>"),
]


@pytest.fixture(scope="module")
def shipped() -> PieceVocabulary:
    return PieceVocabulary(SHIPPED.read_bytes())


@pytest.fixture(scope="module")
def reference() -> Tokenizer:
    return Tokenizer.from_str(SHIPPED.read_text("utf-8"))


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.sampled_from(NATURAL), st.text(min_size=1, max_size=MAX_LETTERS - 1))
)
def test_pieces_are_those_of_the_library(
    shipped: PieceVocabulary, reference: Tokenizer, word: str
) -> None:
    text = unicodedata.normalize("NFKC", SPACE + word).replace("\u00ad", "")
    expected = reference.encode(text, add_special_tokens=False).ids[:MAX_PIECES]

    assert list(shipped.pieces(word, glued=False)) == expected
