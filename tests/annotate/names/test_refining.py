"""Names that stand inside other words, and adjectives that are part of a name."""

import pytest

from naming import tell_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Hezbollah-provoked war went on.", {"Hezbollah"}),
        ("A UN-brokered truce held in the north.", {"UN"}),
        ("The US-Mexico border was shut for a day.", {"US", "Mexico"}),
        ("The Israel-Hamas war went on for a year.", {"Israel", "Hamas"}),
        ("A storm crossed the Gulf of Mexico.", {"Gulf of Mexico"}),
    ],
)
def test_known_names_are_found_at_hyphens_and_of(text: str, names: set[str]) -> None:
    assert tell_names(text).keys() == names


def test_names_of_persons_that_end_like_participles_stay_whole() -> None:
    told = tell_names("Sidi Ould-Ahmed met Faisal al-Majeed in Cairo on Monday.")

    assert {"Sidi Ould-Ahmed", "Faisal al-Majeed"} <= told.keys()


def test_states_with_a_hyphen_stay_whole() -> None:
    assert "Guinea-Bissau" in tell_names("Voters in Guinea-Bissau went to the polls.")
