"""Whom a name is for, where a pronoun or an office stands for him."""

import pytest

from reading import read_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nadia Ferro, a former teacher whom her fighters call “Thimble”, leads "
            "the group.",
            ("Thimble", "Nadia Ferro", ["her fighters"]),
        ),
        (
            "Colonel Karim Salah, the man his troops call “Chalk”, has left.",
            ("Chalk", "Karim Salah", ["his troops"]),
        ),
        (
            "Orlov was in town. His rivals call him “the accountant”.",
            ("the accountant", "Orlov", ["His rivals"]),
        ),
        (
            "Energy Minister Ana Ruiz resigned. Radio Sova calls the minister “the "
            "landlady”.",
            ("the landlady", "Ana Ruiz", ["Radio Sova"]),
        ),
    ],
)
def test_names_are_found_with_bearer_and_users(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    assert read_named(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The network opened in May. Ana Ruiz calls it “the last bridge”.",
    ],
)
def test_what_names_nobody_is_none(text: str) -> None:
    assert read_named(text) == []
