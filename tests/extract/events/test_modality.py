"""Deeds that are told by what governs them."""

import pytest

from reading import read_events, tell_event


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Haddad's arrest caused anger.", "COERCE/arrest asserted: r Haddad"),
        ("Police confirmed the arrest of Haddad.", "COERCE/arrest asserted: r Haddad"),
        (
            "Haddad is said to have met Ana Okoye.",
            "CONSULT/meeting asserted: a Haddad, r Ana Okoye",
        ),
        (
            "Haddad is believed to have met Ana Okoye.",
            "CONSULT/meeting hypothetical: a Haddad, r Ana Okoye",
        ),
        (
            "The council proposed that both armies leave Gao.",
            "RETREAT/withdraw demanded: a both armies @ Gao",
        ),
        (
            "Chad vowed to retaliate for the attack.",
            "THREATEN/ hypothetical: a Chad",
        ),
    ],
)
def test_deeds_by_what_governs_them(text: str, told: str) -> None:
    assert told in [tell_event(claim) for claim in read_events(text)]


def test_what_is_sparked_takes_place() -> None:
    claims = read_events("The arrest of Haddad sparked protests in Dakar on Monday.")

    assert {claim.type for claim in claims} == {"COERCE", "PROTEST"}
