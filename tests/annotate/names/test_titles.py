"""Title phrases and the words that names are made of."""

import pytest

from dragoman.annotate.names.titles import find_titles
from dragoman.annotate.names.units import read_units
from dragoman.data.tables import name_words
from naming import tell_names, tell_offices
from reading import read_sentences


def titles(text: str) -> list[str]:
    (sentence,) = read_sentences(text)
    phrases = find_titles(0, read_units(sentence), text, name_words())
    return [phrase.text for phrase in phrases]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Deputy Foreign Minister Oo.", ["Deputy Foreign Minister"]),
        ("The Minister of National Defence left.", ["Minister of National Defence"]),
        ("The Secretary-General left.", ["Secretary-General"]),
        ("The Secretary of State Ana Vogel left.", ["Secretary of State"]),
        ("She spoke to the army chief General Desta.", ["army chief", "General"]),
        ("The acting president left.", ["acting president"]),
        ("The former foreign minister left.", ["foreign minister"]),
        (
            "IDF Chief of Staff Lt. Gen. Eyal Barak left.",
            ["Chief of Staff", "Lt. Gen."],
        ),
        ("Defence Minister General Osman left.", ["Defence Minister", "General"]),
        ("The chargé d'affaires left.", ["chargé d'affaires"]),
        ("The Workers' League met.", []),
        ("The Union of Journalists met.", []),
        ("A general strike began.", []),
        ("Deputy minister Ana Vogel left.", ["Deputy minister"]),
        ("Justice minister Ana Vogel left.", ["Justice minister"]),
        ("Ruth King left.", []),
        ("Prime Minister Chan Sen left.", ["Prime Minister"]),
        ("Sen. Ana Vogel left.", ["Sen."]),
        ("Sultan bin Ali left.", []),
    ],
)
def test_title_is_found_with_what_belongs_to_it(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saleh Al-Arouri’s aide", ["Saleh", "Al-Arouri", "’s", "aide"]),
        ("from N'Djamena to Abu Ja'far", ["from", "N'Djamena", "to", "Abu", "Ja'far"]),
        ("the A30M rebels", ["the", "A30M", "rebels"]),
        ("Хасан аль-Масри", ["Хасан", "аль-Масри"]),
    ],
)
def test_units_are_words_as_names_have_them(text: str, expected: list[str]) -> None:
    (sentence,) = read_sentences(text)

    assert [unit.text for unit in read_units(sentence)] == expected


def test_the_party_of_the_workers_is_no_part_of_an_office() -> None:
    told = tell_names("The Workers' Party leader Karim Haddad spoke on Monday.")

    assert told == {"Workers' Party": "Organization", "Karim Haddad": "Person"}


def test_a_known_body_is_not_of_what_its_envoy_is_for() -> None:
    told = tell_names("He is the new envoy of the African Union for Chad.")

    assert {"African Union", "Chad"} <= told.keys()


def test_what_came_then_makes_no_office_a_former_one() -> None:
    assert tell_offices("Then President Idris Halloran received her.") == [
        "Idris Halloran: President"
    ]
    assert tell_offices("Then-President Idris Halloran received her.") == [
        "Idris Halloran: President (former)"
    ]
