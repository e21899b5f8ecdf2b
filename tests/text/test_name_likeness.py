import pytest

from dragoman.text.name_likeness import SURE, latin, word_likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hossein", "hussein"),
        ("mohammed", "muhamad"),
        ("khalid", "khaled"),
        ("zelensky", "zelenskyy"),
        ("andrej", "andrei"),
        ("schroder", "schroeder"),
        ("abdurrahman", "abdelrahman"),
        ("nakhala", "nakhaleh"),
        ("gaddafi", "qadhafi"),
    ],
)
def test_spellings_of_one_name_are_sure_or_like(one: str, other: str) -> None:
    assert word_likeness(one, other) >= 0.8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("khamenei", "khomeini"),
        ("hassan", "hussein"),
        ("karim", "karam"),
        ("hamid", "hamad"),
        ("kim", "kam"),
        ("salman", "sulaiman"),
        ("li", "lei"),
    ],
)
def test_names_that_share_consonants_only_are_not_sure(one: str, other: str) -> None:
    assert word_likeness(one, other) < SURE


def test_latin_names_stay_as_they_are() -> None:
    assert latin("Óscar Duarte") == "Óscar Duarte"
