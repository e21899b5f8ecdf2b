"""Names of persons joined into chains, without any text around them."""

from itertools import count, product

import pytest

from dragoman.annotate.names import persons
from dragoman.annotate.names.drafts import ChainDraft, Name
from dragoman.annotate.names.persons import join_persons, may_be_same
from dragoman.annotate.names.types import Evidence
from dragoman.model.annotation import Schema
from dragoman.text.names import sound_words, words_of

Aliases = list[tuple[str, str]]


def make_names(*texts: str, apart: int = 100) -> list[Name]:
    places = count(0, apart)
    return [
        Name(text.lower(), text, words_of(text), Evidence(), next(places))
        for text in texts
    ]


def join(
    names: list[Name], aliases: Aliases | None = None
) -> tuple[list[ChainDraft], dict[str, list[int]]]:
    chains: list[ChainDraft] = []
    homes: dict[str, list[int]] = {}
    join_persons(names, aliases or [], (set(), set()), chains, homes)
    return chains, homes


def told(*texts: str, apart: int = 100) -> list[list[str]]:
    chains, _ = join(make_names(*texts, apart=apart))
    return sorted(sorted(name.text for name in chain.names) for chain in chains)


def test_a_surname_and_another_spelling_join_the_full_name() -> None:
    assert told("Ziad al-Nakhala", "Nakhala", "Ziad Nakhaleh", "زياد") == [
        ["Nakhala", "Ziad Nakhaleh", "Ziad al-Nakhala"],
        ["زياد"],
    ]


def test_a_surname_of_two_belongs_to_either_and_to_no_chain() -> None:
    chains, homes = join(make_names("Ana Lindqvist", "Karl Lindqvist", "Lindqvist"))

    assert len(homes["lindqvist"]) == 2
    assert all(len(chain.names) == 1 for chain in chains)


def test_father_and_son_named_beside_one_another_are_two() -> None:
    assert len(told("Robert Marsh", "Robert Marsh Jr.", apart=40)) == 2
    assert len(told("Robert Marsh", "Robert Marsh Jr.", apart=400)) == 1
    assert len(told("Robert Marsh Sr.", "Robert Marsh Jr.", apart=400)) == 2


def test_the_father_of_yazan_is_not_yazan() -> None:
    assert told("Abu Yazan al-Dumani", "Yazan al-Dumani", "Abu Yazan") == [
        ["Abu Yazan", "Abu Yazan al-Dumani"],
        ["Yazan al-Dumani"],
    ]


def test_names_of_syllables_are_told_by_their_vowels() -> None:
    assert len(told("Đặng Quốc Thịnh", "Đặng Quốc Thành")) == 2
    assert len(told("Ziad Haddad", "Zeyad Haddad")) == 1


def test_what_stands_in_brackets_is_another_name_of_the_same() -> None:
    names = make_names("Omar Haddad", "Abu Salim")

    chains, homes = join(names, [("omar haddad", "abu salim")])

    assert homes["abu salim"] == homes["omar haddad"]
    assert [len(chain.names) for chain in chains if chain.names] == [2]
    assert all(chain.schema is Schema.PERSON for chain in chains)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Ana Lindqvist", "f"),
        ("Fatima bint Salim", "f"),
        ("Zoltar Petrovich Gorn", "m"),
        ("Qwerin Gorn", None),
        ("Gorn", None),
    ],
)
def test_gender_is_what_given_name_patronymic_or_kinship_show(
    name: str, gender: str | None
) -> None:
    (chain,), _ = join(make_names(name))

    assert chain.gender == gender


@pytest.mark.parametrize(
    ("part", "whole", "same"),
    [
        ("Lindqvist", "Ana Lindqvist", True),
        ("F. Rahmonzoda", "Firdavs Rahmonzoda", True),
        ("Ximena Salvatierra", "Rodrigo Salvatierra", False),
        ("Hossein Tabrizi", "Hussein Tabrizi", True),
        ("Salim Haddad", "Karim Haddad", False),
    ],
)
def test_names_may_be_forms_of_one(part: str, whole: str, *, same: bool) -> None:
    assert may_be_same(sound_words(part), sound_words(whole)) is same


@pytest.mark.parametrize(
    ("full", "bare"),
    [
        ("Hassan al-Sarraji", "Al-Serraji"),
        ("Serik Dzhanabaev", "Dzhanabayev"),
        ("Mahmoud Qureshi", "Qureishi"),
    ],
)
def test_bare_surname_spelt_another_way_joins(full: str, bare: str) -> None:
    assert told(full, bare) == [sorted([full, bare])]


@pytest.mark.parametrize(
    ("full", "bare"),
    [
        ("Omar Hamid", "Hamad"),
        ("Ali Khamenei", "Khomeini"),
        ("Ivan Petrov", "Petrova"),
        ("Nils Larsen", "Larson"),
    ],
)
def test_bare_surname_of_another_person_stays_apart(full: str, bare: str) -> None:
    assert told(full, bare) == sorted([[full], [bare]])


def test_names_are_compared_with_those_alone_that_they_may_be_a_form_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0

    def compare(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
        nonlocal compared
        compared += 1
        return may_be_same(part, whole)

    monkeypatch.setattr(persons, "may_be_same", compare)
    surnames = [f"{one}{two}ov" for one, two in product(("Bal", "Dor", "Gim"), "bdgkp")]
    full = [
        f"{given} {name}" for given in ("Anna", "Ivan", "Luka") for name in surnames
    ]
    chains, homes = join(make_names(*full, *surnames))

    assert len(chains) == len(full)
    assert all(len(homes[name.lower()]) == 3 for name in surnames)
    # Bare and full ones with those of the surname alone.
    assert compared <= 2 * 3 * len(surnames)


def test_every_form_of_a_name_is_found_among_those_compared() -> None:
    words = ("anna", "ana", "a", "karim", "kareem", "merov", "mirov", "m", "bin")
    names = [*product(words), *product(words, words), *product(words, words, words)]
    spellings = persons._Spellings()
    for chain, name in enumerate(names):
        spellings.add(chain, name)
    for part in names[::7]:
        expected = [
            chain
            for chain, whole in enumerate(names)
            if len(part) <= len(whole) and may_be_same(part, whole)
        ]
        found = [n for n in spellings.find(part) if len(part) <= len(names[n])]
        assert sorted(found) == expected
