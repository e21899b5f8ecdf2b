"""How far a name goes on."""

import pytest

from naming import tell_names
from reading import read_document


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Soldiers of the Golani Brigade of the Israeli army left.", "Golani Brigade"),
        ("The General Staff of the Malian armed forces met.", "General Staff"),
        ("He leads the 4th Brigade of the Qasiri army.", "4th Brigade"),
        ("The Ministry of the Interior was closed.", "Ministry of the Interior"),
        ("He runs the Ministry of Defence.", "Ministry of Defence"),
        (
            "She taught at the University of the Western Cape.",
            "University of the Western Cape",
        ),
    ],
)
def test_an_adjective_before_its_noun_is_no_part_of_a_name(
    text: str, name: str
) -> None:
    _, annotations = read_document(text)

    bodies = [chain.name for chain in annotations.chains if chain.name is not None]

    assert name in bodies


def test_party_and_state_of_a_member_are_no_name() -> None:
    _, annotations = read_document("Sen. Omar Karam (R-N.C.) met Lena Orb, D-Utah.")

    assert {chain.name for chain in annotations.chains} == {"Omar Karam", "Lena Orb"}


@pytest.mark.parametrize(
    ("text", "described"),
    [
        (
            "Two members of the Lusaran delegation left.",
            "Two members of the Lusaran delegation",
        ),
        (
            "A resident of the Talvari quarter, who asked not to be named, left.",
            "A resident of the Talvari quarter",
        ),
    ],
)
def test_a_description_ends_with_a_whole_phrase(text: str, described: str) -> None:
    _, annotations = read_document(text)

    assert described in [mention.text for mention in annotations.mentions]


def test_an_owner_inside_a_row_is_no_end_of_a_name() -> None:
    text = "The Bread and Roses Women's Union marched in Gao."
    assert "Bread and Roses Women's Union" in tell_names(text)
