"""Passives that do not say who did it."""

import pytest

from reading import read_events, tell_event


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Sanctions were imposed on Haddad.",
            "SANCTION/discontinue asserted: r Haddad",
        ),
        ("Tents were delivered to refugees.", "AID/ asserted: r refugees"),
        ("Asylum was granted to Omar Haddad.", "AID/ asserted: r Omar Haddad"),
        (
            "The charges against Haddad were dropped.",
            "CONCEDE/ asserted: r Haddad",
        ),
        ("Haddad was accused of theft.", "ACCUSE/ asserted: r Haddad"),
        (
            "Relations between Chad and Sudan were restored.",
            "SUPPORT/ asserted: a Chad, a Sudan",
        ),
    ],
)
def test_what_was_done_to_somebody_is_told(text: str, told: str) -> None:
    assert [tell_event(claim) for claim in read_events(text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "She was honoured to visit the school.",
        "He was prepared to face emergencies.",
        "The lawyer defended people accused of theft.",
        "The plan will reduce trade between the two nations.",
    ],
)
def test_how_somebody_feels_or_is_called_is_no_event(text: str) -> None:
    assert all(claim.modality.value != "asserted" for claim in read_events(text))


def test_nobody_gives_in_where_a_rally_is_called_off() -> None:
    claims = read_events("A rally of the Renewal Party in Gao was called off.")

    assert {claim.type for claim in claims} == {"PROTEST"}
