"""Events that take place or time from another event named in their clause."""

import pytest

from reading import read_events

TALKS = (
    "The fourth round of talks between Norland and the River Column opened on 20"
    " November 2024 in the convent of Santa Lucia in Arroyo.\n\n"
)


@pytest.mark.parametrize(
    ("text", "kind", "time", "place"),
    [
        (
            "On the sidelines of the talks Lucia Ferrante and Saro Metekian signed a"
            " protocol on transit.",
            "AGREE",
            "2024-11-20",
            True,
        ),
        (
            "The night before the talks opened, gunmen killed Hilario Ccora.",
            "ASSAULT",
            "2024-11-19",
            False,
        ),
        (
            "Two days before the talks, gunmen killed Hilario Ccora in Puerto Real.",
            "ASSAULT",
            "2024-11-18",
            True,
        ),
        ("Gunmen killed Hilario Ccora at dawn.", "ASSAULT", None, False),
        (
            "During a visit to Lima, Lucia Ferrante and Saro Metekian signed a protocol.",
            "AGREE",
            None,
            None,
        ),
    ],
)
def test_time_and_place_of_the_occasion(
    text: str, kind: str, time: str | None, place: bool | None
) -> None:
    (told,) = (claim for claim in read_events(TALKS + text) if claim.type == kind)

    assert (told.time.value if told.time else None) == time
    if place is not None:
        assert (told.place_name is not None) == place
    if time is not None:
        assert told.time is not None
        assert "date from context" in told.time.inferred
