import pytest

from dragoman.text.names import (
    is_part_of,
    may_abbreviate,
    sound_key,
    sound_words,
    words_of,
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Al-Arouri", "Al-Aruri"),
        ("Nakhala", "al-Nakhala"),
        ("Yousef", "Yusif"),
        ("Kadhafi", "Kaddafi"),
        ("Óscar", "Oscar"),
        ("Nasrullah", "Nasrulah"),
    ],
)
def test_spellings_of_one_sound_have_one_key(left: str, right: str) -> None:
    skeletons = [
        ["".join(c for c in word if c not in "aeiou") for word in sound_words(name)]
        for name in (left, right)
    ]

    assert skeletons[0] == skeletons[1]


@pytest.mark.parametrize(
    ("left", "right"),
    [("khamenei", "khomeini"), ("salatierra", "salvatierra"), ("sharif", "sharon")],
)
def test_names_that_differ_in_sound_have_different_keys(left: str, right: str) -> None:
    assert sound_key(left) != sound_key(right)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ("Salvatierra", "Rodrigo Salvatierra Ibáñez", True),
        ("Salvatierra Ibáñez", "Rodrigo Salvatierra Ibáñez", True),
        ("Ximena Salvatierra", "Rodrigo Salvatierra Ibáñez", False),
        ("A. S. Dzhumabekov", "Azamat Sultanovich Dzhumabekov", True),
        ("N. Dzhumabekov", "Azamat Sultanovich Dzhumabekov", False),
        ("Duarte", "Óscar Duarte Riquelme", True),
        ("A.", "Azamat Dzhumabekov", False),
        ("Merov", "A. M. Kostan", False),
    ],
)
def test_shorter_name_is_part_of_longer_one(
    part: str,
    whole: str,
    expected: bool,  # noqa: FBT001  # a column of the table
) -> None:
    assert is_part_of(sound_words(part), sound_words(whole)) is expected


@pytest.mark.parametrize(
    ("acronym", "name", "expected"),
    [
        ("HLA", "Highland Liberation Army", True),
        ("OSS", "Organisation for Steppe Security", True),
        ("ECVB", "Economic Community of the Volta Basin", True),
        ("Bakamla", "Maritime Security Agency", False),
        ("UN", "Union of Youth", False),
    ],
)
def test_acronym_stands_for_the_initials(
    acronym: str,
    name: str,
    expected: bool,  # noqa: FBT001  # a column of the table
) -> None:
    assert may_abbreviate(acronym, name) is expected


def test_words_of_a_name_open_hyphens_and_drop_marks() -> None:
    assert words_of("Sana’a al-Ḥusaynī") == ("sanaa", "al", "husayni")


def test_name_in_another_script_keeps_its_words() -> None:
    assert words_of("حسن نصر الله") == ("حسن", "نصر", "الله")
