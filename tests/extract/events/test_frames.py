"""What an act by words is aimed at, and who is nobody."""

import pytest

from reading import read_events, tell_event

AIMED = [
    (
        "President Dragosh had agreed in principle to a joint commission of inquiry.",
        ["AGREE/ asserted: a Dragosh"],
    ),
    (
        "The ministers agreed that a common gauge will be placed at the Dervan bridge.",
        ["AGREE/ asserted: a The ministers"],
    ),
    ("Chad rejected the Sudanese offer.", ["REJECT/ asserted: a Chad, r Sudan"]),
    (
        "Kenya pledged to send troops to Haiti.",
        [
            "AGREE/promise planned: a Kenya, r Haiti",
            "MOBILIZE/troops planned: a Kenya, r Haiti",
        ],
    ),
    ("Their government guaranteed that no journalists would come along.", []),
    (
        "The rebels will hand over no fighter.",
        ["RETREAT/release denied: a The rebels, r no fighter"],
    ),
    ("Saleem Haddad has not been seen in public since the spring.", []),
    ("She received no answer.", []),
    (
        "Omar Tal had promised Ana Ruiz that the gates would never be closed.",
        ["AGREE/promise planned: a Omar Tal, r Ana Ruiz"],
    ),
]


@pytest.mark.parametrize(("text", "told"), AIMED)
def test_acts_by_words_are_aimed_at_parties(text: str, told: list[str]) -> None:
    assert [tell_event(claim) for claim in read_events(text)] == told


def test_who_received_a_guest_a_day_later_met_him_apart() -> None:
    text = (
        "President Tan was received by King Omar and, a day later, by "
        "Prime Minister Said."
    )

    told = [
        sorted(one.party.name for one in claim.participants)
        for claim in read_events(text)
    ]
    assert told == [["Omar", "Tan"], ["Said", "Tan"]]


def test_an_attacker_is_not_where_the_attack_takes_place() -> None:
    claims = read_events("If Iran attacks Israel, the strait will be closed.")

    assert "Iran" not in {claim.place_name for claim in claims}


def test_a_pattern_that_two_groups_repeat_is_tried_once() -> None:
    # Patterns of "refused entry" stand around those of "refused the appointment".
    text = "The rain refused entry and the appointment. Chad attacked Gao on Monday."

    assert [claim.type for claim in read_events(text)] == ["ASSAULT"]


SHARED = [
    (
        "Two officers were injured and about 20 protesters arrested.",
        [
            "ASSAULT/ asserted: r Two officers",
            "COERCE/arrest asserted: r about 20 protesters",
        ],
    ),
    (
        "The leader was jailed for life and his brother freed.",
        [
            "SANCTION/convict asserted: r The leader",
            "RETREAT/release asserted: r his brother",
        ],
    ),
    (
        "Three men were arrested and the army seized four lorries.",
        [
            "COERCE/arrest asserted: r Three men",
            "COERCE/seize asserted: a the army, r four lorries",
        ],
    ),
]


@pytest.mark.parametrize(("text", "told"), SHARED)
def test_a_helper_that_is_told_once_serves_two_passives(
    text: str, told: list[str]
) -> None:
    assert [tell_event(claim) for claim in read_events(text)] == told


def test_what_does_not_fire_dismisses_nobody() -> None:
    assert read_events("One of the cylinders was not firing.") == []
