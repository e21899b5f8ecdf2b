"""A name within a longer one: one person, or two of whom the text tells."""

import time
from itertools import product

import pytest

from dragoman.annotate.names.kin import find_relatives
from dragoman.annotate.names.sequences import Sequence
from reading import read_document


def persons(text: str) -> list[str]:
    """Return all names of each person, those of one joined by a stroke."""
    _, annotations = read_document(text)
    named: dict[str, set[str]] = {}
    for mention in annotations.mentions:
        if mention.schema.value == "Person" and mention.kind.value == "name":
            named.setdefault(mention.chain, set()).add(mention.text)
    return sorted("/".join(sorted(names)) for names in named.values())


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Tekle Woldu, governor of Amhar, opened a bridge. His son Yared Tekle "
            "Woldu, an engineer, had drawn the plans.",
            "Tekle Woldu",
            "Yared Tekle Woldu",
        ),
        (
            "General Haroun Yusuf Kalbo sent a message on Monday. He succeeded his "
            "father, former President Yusuf Kalbo, who was killed in 2021.",
            "Haroun Yusuf Kalbo",
            "Yusuf Kalbo",
        ),
        (
            "Yusuf Kalbo's son took over on Tuesday. General Haroun Yusuf Kalbo, 37, "
            "was the head of the guard.",
            "Haroun Yusuf Kalbo",
            "Yusuf Kalbo",
        ),
        (
            "Samir Nabil Darwazi said on Monday that the charge was unjust. No blame "
            "belongs to Nabil Darwazi or his sons.",
            "Nabil Darwazi",
            "Samir Nabil Darwazi",
        ),
        (
            "Interior Minister Daniel Kipruto Chebet denied it. Chebet's brother "
            "Daniel Chebet had bought the land.",
            "Daniel Chebet",
            "Daniel Kipruto Chebet",
        ),
        (
            "The court in Eldara heard that Nabil Darwazi had sold the ship to Nabil "
            "Aziz Darwazi.",
            "Nabil Aziz Darwazi",
            "Nabil Darwazi",
        ),
    ],
)
def test_relatives_and_two_of_one_sentence_are_two(
    text: str, one: str, other: str
) -> None:
    found = [set(names.split("/")) for names in persons(text)]

    assert any(one in names and other not in names for names in found)
    assert any(other in names and one not in names for names in found)


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Mohammad Javad Rastani left. Javad Rastani said he would "
        "return. His brother was with him.",
        "Mohammad Javad Rastani, better known as Javad Rastani, left on Monday.",
        "Samir Nabil Darwazi, a father of three, was freed. Nabil Darwazi thanked "
        "his lawyers.",
        "His wife said Samir Nabil Darwazi was ill. Samir Darwazi was freed later.",
        "Envoy Steven de Vries said that the talks between de Vries and the rebels "
        "would go on.",
        "President Han Geun Sook said on Monday that Geun Sook would not stand.",
    ],
)
def test_a_shorter_name_is_the_same_person_otherwise(text: str) -> None:
    assert any("/" in names for names in persons(text))


def test_thousands_of_one_surname_are_not_held_against_one_another() -> None:
    middle = ("ara", "ilo", "ume", "ako", "eni", "oru", "isa", "una", "eba", "imo")
    given = [
        "".join(one) for one in product("BDFGKLMN", middle, "bdfgklmn", ("a", "o"))
    ]
    full = [f"{one} {two}" for one in given for two in ("Sarvat", "Sirovel", "Sunyet")]
    names = [f"{name} Nazari" for name in (*given, *full)]
    names += [f"{name[::-1].capitalize()} Nazari" for name in given]
    raw = [
        Sequence(n, [], 0, 0, 0, 0, name, tuple(name.lower().split()), name.lower())
        for n, name in enumerate(names)
    ]
    begun = time.process_time()

    assert find_relatives(raw, "") == set()

    # Thirty times what it takes; every name against every other takes a hundred times.
    assert time.process_time() - begun < 5
