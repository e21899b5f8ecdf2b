import pytest

from dragoman.data.tables import (
    capitals,
    countries,
    country_names,
    demonyms,
    find_organization,
    fold_key,
    given_names,
    name_words,
    places,
)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("bolivian", "BO"),
        ("congolese", "CD"),
        ("south african", "ZA"),
        ("swedes", "SE"),
        ("nigerien", "NE"),
        ("nigerian", "NG"),
    ],
)
def test_word_of_nationality_gives_the_state(word: str, code: str) -> None:
    assert demonyms()[word] == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Lao PDR", "LA"),
        ("Türkiye", "TR"),
        ("Côte d’Ivoire", "CI"),
        ("Plurinational State", "BO"),
        ("DPRK", "KP"),
    ],
)
def test_other_names_of_a_state_are_known(name: str, code: str) -> None:
    assert country_names()[fold_key(name)] == code


@pytest.mark.parametrize(
    ("city", "code"),
    [("Asunción", "PY"), ("N’Djamena", "TD"), ("Kyiv", "UA"), ("Nay Pyi Taw", "MM")],
)
def test_capitals_are_known_with_and_without_marks(city: str, code: str) -> None:
    assert capitals()[fold_key(city)] == code


def test_alternate_spelling_of_a_city_lies_in_the_right_country() -> None:
    assert places()["jenin"].country == "PS"


def test_every_state_has_a_name_that_leads_back_to_it() -> None:
    for code, country in countries().items():
        assert country_names()[fold_key(country.name)] == code


def test_short_name_of_an_organisation_must_match_in_case() -> None:
    assert find_organization("Is", "is") is None
    assert find_organization("IS", "is") is not None


def test_no_given_name_is_both_of_men_and_of_women() -> None:
    assert set(given_names().values()) == {"m", "f"}


def test_words_are_folded_and_without_blanks_at_their_ends() -> None:
    words = name_words()

    for word in (*words.titles, *words.organizations, *words.places, *words.modifiers):
        assert word == fold_key(word).strip()


def test_folding_leaves_other_scripts_alone() -> None:
    assert fold_key("Бишкек") == "бишкек"
