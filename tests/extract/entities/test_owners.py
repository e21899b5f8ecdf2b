"""Whose a ministry is, where its name does not say it."""

import pytest

from dragoman.extract.entities.owners import read_owners
from reading import read_document


def owners(text: str) -> list[str]:
    document, annotations = read_document(text)
    return sorted(read_owners(document, annotations).values())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Togo's Ministry of the Interior called it unfriendly on Thursday.", ["TG"]),
        ("The Interior Ministry in Lusaka said that trucks were moving.", ["ZM"]),
        (
            "Togo's Ministry of Defence denied it. Mali's Ministry of Defence did not.",
            [],
        ),
        ("The Ministry of Defence said on Monday that it was quiet in Togo.", []),
        ("Togo's Kara Coffee Company said on Monday that it was sold.", []),
        ("The Togolese Interior Ministry denied it.", []),
    ],
)
def test_possessor_and_capital_tell_whose_a_ministry_is(
    text: str, codes: list[str]
) -> None:
    assert owners(text) == codes
