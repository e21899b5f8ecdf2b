import pytest

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


def test_a_name_is_not_its_own_adjective() -> None:
    assert "lusara" not in adjectives_of("lusara")
