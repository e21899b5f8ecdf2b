"""Names that are given by other words than "A calls B “X”"."""

import pytest

from reading import read_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Colonel Ivan Petrov, known to his supporters as “the Lion of Sova”, "
            "resigned on Monday.",
            ("the Lion of Sova", "Ivan Petrov", ["his supporters"]),
        ),
        (
            "Ivan Petrov, dubbed by state media “the accountant of terror”, was "
            "arrested in Sova.",
            ("the accountant of terror", "Ivan Petrov", ["state media"]),
        ),
        (
            "Ivan Petrov won the nickname “the bulldozer” among his soldiers.",
            ("the bulldozer", "Ivan Petrov", ["his soldiers"]),
        ),
        (
            "His harshness earned Colonel Ivan Petrov the nickname “the butcher of "
            "Sova”.",
            ("the butcher of Sova", "Ivan Petrov", []),
        ),
        (
            "Radio Sova gave Pavel Orlov the nickname “little tsar”.",
            ("little tsar", "Pavel Orlov", ["Radio Sova"]),
        ),
        (
            "The nickname “the little tsar” for Pavel Orlov was coined by Radio Sova.",
            ("the little tsar", "Pavel Orlov", ["Radio Sova"]),
        ),
        (
            "“The butcher of Sova,” as villagers call General Ivan Petrov, denied "
            "the charge.",
            ("The butcher of Sova", "Ivan Petrov", ["villagers"]),
        ),
        (
            "“Clerk with a crown” is what Radio Sova calls Pavel Orlov.",
            ("Clerk with a crown", "Pavel Orlov", ["Radio Sova"]),
        ),
        (
            "As for the man whom the people already call “the butcher of Sova”, "
            "General Pavel Orlov will answer for his acts.",
            ("the butcher of Sova", "Pavel Orlov", ["the people"]),
        ),
        (
            "Supporters hail Pavel Orlov as “the father of the nation”.",
            ("the father of the nation", "Pavel Orlov", ["Supporters"]),
        ),
    ],
)
def test_how_a_name_is_given(text: str, expected: tuple[str, str, list[str]]) -> None:
    assert read_named(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # How somebody is judged is no name of his.
        "Supporters hailed Pavel Orlov as “fearless and fair”.",
        "Debutantes of the Sova Ball have been dubbed “preppy” by Radio Sova.",
        # What a deed is called is not what who did it is called.
        "Two boats were rammed, in what Defence Minister Ana Brik branded “piracy in "
        "uniform”.",
        # The name within the phrase is not what is called so.
        "General Ehud Barkan calls the American bases in Iraq “a shooting gallery”.",
        # The quotation is what was said, not how the State is called.
        "The coalition striking the so-called Islamic State has said it has "
        "“definitively determined” the cause.",
    ],
)
def test_what_names_nobody(text: str) -> None:
    assert read_named(text) == []


def test_names_in_a_row_are_of_who_is_called_so() -> None:
    text = (
        "Amin Sadr denounced Bola Okafor as a “madman,” nicknamed him “Little Boat "
        "Man,” and derided him as “short and fat”."
    )
    found = {(who, name) for name, who, _ in read_named(text)}
    assert found == {
        ("Bola Okafor", "madman"),
        ("Bola Okafor", "Little Boat Man"),
        ("Bola Okafor", "short and fat"),
    }


def test_name_of_a_thing_is_nobodys() -> None:
    text = (
        "First is the water treaty, which Amin Sadr has referred to as “the worst deal "
        "ever struck.”"
    )
    assert read_named(text) == []
