"""Who acts where only the adjective or the name of a nation says so."""

import pytest

from reading import read_events, tell_event

ADJECTIVES = [
    (
        "American sanctions on Iran took effect.",
        ["SANCTION/discontinue asserted: r Iran, a United States"],
    ),
    (
        "The Kenyan deployment to Haiti began.",
        ["MOBILIZE/troops asserted: r Haiti, a Kenya"],
    ),
    (
        "Turkish talks with Egypt were held.",
        ["CONSULT/meeting asserted: r Egypt, a Turkey"],
    ),
]
PAIRS = [
    "EU-Turkey talks resumed in Ankara on Monday.",
    "The Turkey–EU talks in Brussels were called off.",
]


@pytest.mark.parametrize(("text", "told"), ADJECTIVES)
def test_a_nation_acts_where_the_noun_says_on_whom(text: str, told: list[str]) -> None:
    assert [tell_event(claim) for claim in read_events(text)] == told


@pytest.mark.parametrize("text", PAIRS)
def test_a_hyphen_joins_two_sides(text: str) -> None:
    (claim,) = read_events(text)

    assert {party.name for party in claim.parties} == {"EU", "Turkey"}


def test_adjectives_of_two_nations_are_both_sides() -> None:
    (claim,) = read_events("Greek-Turkish talks were held in Athens on Tuesday.")

    assert [party.name for party in claim.parties] == ["Greece", "Turkey"]


def test_persons_that_a_hyphen_joins_keep_their_own_names() -> None:
    (claim,) = read_events("The Haddad-Okoye summit took place in Hanoi in February.")

    assert {party.name for party in claim.parties} == {"Haddad", "Okoye"}


def test_who_makes_a_proposal_does_not_reject_it() -> None:
    text = "An Egyptian proposal to Hamas was turned down."

    assert all(claim.type != "REJECT" for claim in read_events(text))


def test_what_an_adjective_only_places_is_done_by_nobody() -> None:
    for text in ("Georgian protests went on.", "Syrian aid is needed."):
        assert read_events(text) == []
