"""Nicknames told beside a name, by an alias word, or as somebody's name for another."""

import pytest

from reading import read_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Salma Idrin, “the Bulldozer”, won the vote in Qara.",
            ("the Bulldozer", "Salma Idrin", []),
        ),
        (
            "General Piro Vask – “the Plumber” to his troops – was buried on Monday.",
            ("the Plumber", "Piro Vask", ["his troops"]),
        ),
        (
            "The front of Libardo Cuas, alias “Mediasuela”, robs.",
            ("Mediasuela", "Libardo Cuas", []),
        ),
        (
            "Colonel Ade “Ironside” Bello took command of the brigade.",
            ("Ironside", "Ade “Ironside” Bello", []),
        ),
        (
            "Known in the camps as “the Tailor”, Yusuf Kand supplied the rebels.",
            ("the Tailor", "Yusuf Kand", []),
        ),
        (
            "Rina Holt, a former teacher whom her men call “Chalk”, leads the group.",
            ("Chalk", "Rina Holt", ["her men"]),
        ),
        (
            "The mayor, Tom Abbot, is “the Clerk” in Prairie League bulletins.",
            ("the Clerk", "Tom Abbot", ["Prairie League"]),
        ),
        (
            "Tom Abbot remains “the lodger” for the Prairie League.",
            ("the lodger", "Tom Abbot", ["Prairie League"]),
        ),
        (
            "Radio Mussan speaks of “the barefoot party” when it means the Oko League.",
            ("the barefoot party", "Oko League", ["Radio Mussan"]),
        ),
        (
            "“Lady Invoice”, the Prairie League's name for the mayor, Mara Dune.",
            ("Lady Invoice", "Mara Dune", ["Prairie League"]),
        ),
        (
            "At a rally in Linden Carl Braith attacked the President, Devika Ramna, as "
            "“the oil widow”.",
            ("the oil widow", "Devika Ramna", ["Carl Braith"]),
        ),
        (
            "Mara Dune is mocked on social media as “Lady Invoice”.",
            ("Lady Invoice", "Mara Dune", ["social media"]),
        ),
    ],
)
def test_a_nickname_beside_a_name_is_an_epithet(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    assert expected in read_named(text)


@pytest.mark.parametrize(
    "text",
    [
        "The film about Lena Storm is called “The Bridge”.",
        "Lena Storm said she was “very tired”.",
        # A translation of the name.
        "Ahmad al-Jazzar (“the watchmaker”) led them.",
        "The film shows the coronation of King Osman, known as “Bright Day”.",
        "Lena Storm is “the heart” of the team.",
        "He attacked the budget as “a bad joke”.",
    ],
)
def test_what_stands_beside_a_name_and_is_no_nickname(text: str) -> None:
    assert read_named(text) == []
