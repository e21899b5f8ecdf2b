import numpy as np
import pytest

from dragoman.annotate.encoder.name_clues import Clues, shape_of


@pytest.fixture(scope="module")
def clues() -> Clues:
    return Clues()


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("harbour", "lower"),
        ("Kyiv", "capital"),
        ("NATO", "capitals"),
        ("J.", "initial"),
        ("McCain", "mixed"),
        ("al-Nusra", "mixed"),
        ("Jean-Luc", "capital"),
        ("2024", "digits"),
        ("F-16", "coded"),
        ("—", "mark"),
        ("القاهرة", "lower"),
        ("Россия", "capital"),
    ],
)
def test_shape_tells_how_a_word_is_written(word: str, shape: str) -> None:
    assert shape_of(word) == shape


def test_rows_do_not_depend_on_what_was_read_before(clues: Clues) -> None:
    words = ["Addis", "Ababa", "and", "Nairobi"]

    first = clues.of(words)
    clues.of(["Something", "else", "entirely"])

    assert np.array_equal(first, clues.of(words))


def test_known_names_of_several_words_are_seen_in_lower_case_too(
    clues: Clues,
) -> None:
    upper, lower = clues.of(["Saudi", "Arabia"]), clues.of(["saudi", "arabia"])

    inside = upper.shape[1] - 8
    assert upper[:, inside:].any(1).all()
    assert np.array_equal(upper[:, inside:], lower[:, inside:])


def test_no_words_give_no_rows(clues: Clues) -> None:
    assert clues.of([]).shape == (0, clues.size)


def test_an_empty_word_has_no_clue_and_parts_names(clues: Clues) -> None:
    rows = clues.of(["New", "", "York"])

    assert not rows[1].any()
    assert (rows[0] == clues.of(["New"])[0]).all()
    assert (rows[2] == clues.of(["York"])[0]).all()
