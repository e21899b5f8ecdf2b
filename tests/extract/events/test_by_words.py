import pytest

from reading import read_events


def told(text: str) -> set[str]:
    """Return the types of the events of a text."""
    return {event.type for event in read_events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz attacked Tom Lee as a fraud.",
        "Tom Lee hit Ana Ruiz for not paying taxes.",
        "A new ad attacks Ana Ruiz.",
        "There are good reasons to attack and criticise Ana Ruiz.",
        "Ana Ruiz attacked Tom Lee in a debate on Monday.",
        "Ana Ruiz's attacks on the treaty took place in May.",
        "The campaign opened in May. Candidate Ana Ruiz has been pounding Tom Lee.",
    ],
)
def test_who_attacks_by_words_lifts_no_hand(text: str) -> None:
    assert "ASSAULT" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Lee attacked Ana Ruiz with a knife in Tessin.",
        "Gunmen attacked the village for sheltering rebels.",
        "Rebels attacked the convoy as a reprisal.",
        "The campaign opened in May. Gunmen attacked voters in Tessin.",
    ],
)
def test_who_attacks_with_arms_does(text: str) -> None:
    assert "ASSAULT" in told(text)
