import pytest
from tests.annotate.test_names import tell_names

from dragoman.annotate.names_states import adjectives_of


@pytest.mark.parametrize(
    ("land", "adjective"),
    [
        ("talvar", "talvari"),
        ("qasira", "qasiri"),
        ("lusara", "lusaran"),
        ("merov", "merovian"),
        ("sudan", "sudanese"),
    ],
)
def test_adjectives_of_lands_are_formed_regularly(land: str, adjective: str) -> None:
    assert adjective in adjectives_of(land)


@pytest.mark.parametrize("name", ["lusara", "talvari"])
def test_a_name_is_not_its_own_adjective(name: str) -> None:
    assert name not in adjectives_of(name)


def test_land_in_no_table_is_told_by_its_adjective() -> None:
    text = (
        "Talvar rejected the offer. The Talvari government said so on Monday, and "
        "Talvari officers left. Talvar wants the road."
    )

    assert tell_names(text) == {"Talvar": "Place"}
