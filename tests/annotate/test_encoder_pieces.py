import json

import pytest

from dragoman.annotate.encoder_pieces import MAX_PIECES, PieceVocabulary

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
