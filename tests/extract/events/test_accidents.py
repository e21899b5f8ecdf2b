import pytest

from reading import read_events


def told(text: str) -> set[str]:
    """Return the types of the events of a text."""
    return {event.type for event in read_events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Hurricane Rosa killed nine people in Tessin.",
        "Her clinic was battered by Hurricane Rosa in 1998.",
        "A gale caused a crane to fall onto the mosque, killing nine.",
        "Nine pilgrims were killed when the Hotel Nur collapsed.",
        "A boat wreck that killed his mother and ten others was found in May.",
        "A bus hit a cyclist in Tessin on Monday.",
        "A woman was struck in the crosswalk on Monday.",
        "Firefighters fought the blaze in Tessin.",
        "Ninety people were detained in hospital.",
        "The earthquake shook Tessin on Monday. Four villages were destroyed and three "
        "people killed. The quake struck at noon.",
    ],
)
def test_weather_fire_wrecks_and_traffic_attack_nobody(text: str) -> None:
    assert not told(text) & {"ASSAULT", "COERCE"}


@pytest.mark.parametrize(
    "text",
    [
        "Nine soldiers were killed by artillery fire near Tessin.",
        "A truck ploughed into the crowd in Tessin, killing nine people.",
        "Nine people were killed when a bomb exploded in Tessin.",
        "The gunman opened fire on the crowd in Tessin.",
        "Chad and Mali exchanged artillery fire on Monday.",
        "Rebels attacked Tessin on Monday, killing three people.",
    ],
)
def test_who_means_harm_does_it(text: str) -> None:
    assert "ASSAULT" in told(text)
