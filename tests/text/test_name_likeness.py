import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.name_likeness import (
    SURE,
    compare_persons,
    latin,
    parse_person,
    person_keys,
    word_likeness,
)


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


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Sheikh Ziad al-Nakhala", ("ziad", "nakhala")),
        ("Lavrov, Sergey", ("sergey", "lavrov")),
        ("Robert Marsh Jr.", ("robert", "marsh")),
        ("Mohammed bin Sultan", ("mohammed", "sultan")),
        ("Сергей Лавров", ("sergey", "lavrov")),
        ("王毅", ("wang", "yi")),
        ("Ngũgĩ Kamau", ("ngugi", "kamau")),
    ],
)
def test_a_name_is_taken_apart_without_titles_and_articles(
    name: str, words: tuple[str, ...]
) -> None:
    assert parse_person(name).words == words


def test_arabic_without_vowels_meets_latin_with_short_ones() -> None:
    hassan, hussein = parse_person("حسن نصر الله"), parse_person("حسين نصر الله")
    full = parse_person("Hassan Nasrallah")

    assert compare_persons(hassan, full).score >= SURE
    assert compare_persons(hussein, full).score < SURE


def test_a_line_of_descent_is_not_turned_round() -> None:
    one, other = parse_person("Sultan bin Zayed"), parse_person("Zayed bin Sultan")

    assert compare_persons(one, other).differ


def test_latin_names_stay_as_they_are() -> None:
    assert latin("Óscar Duarte") == "Óscar Duarte"


# At least one word that is no initial.
WORDS = st.sampled_from(
    [
        "ali",
        "hassan",
        "hussein",
        "karim",
        "haddad",
        "tabrizi",
        "lee",
        "wang",
        "sergey",
        "lapshin",
        "al",
        "bin",
        "j",
    ]
)
NAMES = (
    st.lists(WORDS, min_size=1, max_size=4)
    .filter(lambda words: max(map(len, words)) > 1)
    .map(" ".join)
)


@given(NAMES, NAMES)
def test_comparing_does_not_depend_on_the_order_of_the_two(
    one: str, other: str
) -> None:
    left, right = parse_person(one), parse_person(other)

    assert compare_persons(left, right) == compare_persons(right, left)


@given(NAMES)
def test_a_name_is_like_itself_and_shares_its_keys(name: str) -> None:
    parsed = parse_person(name)

    assert compare_persons(parsed, parsed).score == 1
    assert person_keys(parsed) == person_keys(parsed)


@given(NAMES, NAMES)
def test_names_that_are_surely_one_share_a_key(one: str, other: str) -> None:
    left, right = parse_person(one), parse_person(other)
    likeness = compare_persons(left, right)

    if likeness.score >= SURE and min(len(left.words), len(right.words)) > 1:
        assert set(person_keys(left)) & set(person_keys(right))
