"""Denials and other numbers of an event told just before."""

import pytest

from dragoman.model.claim import Modality
from reading import read_events, tell_event

ATTACK = (
    "The Asha River Front attacked the pumping station at Lower Ketra on 3 May 2024. "
)


@pytest.mark.parametrize(
    "denial",
    [
        "The Ministry of Defence denied that any attack took place.",
        "The Ministry of Defence denies that there was one.",
        "No attack took place, the Ministry of Defence said.",
    ],
)
def test_a_denial_takes_over_the_event_that_it_denies(denial: str) -> None:
    attack, denied = read_events(ATTACK + denial)

    assert attack.modality is Modality.ASSERTED
    assert denied.modality is Modality.DENIED
    assert tell_event(denied) == tell_event(attack).replace("asserted", "denied")
    assert denied.citations[0].quote == denial


@pytest.mark.parametrize(
    "denial",
    [
        "The Northern Front denied being behind the attack.",
        "The Northern Front has denied any role in the attack.",
        "The Northern Front rejected accusations that it was behind the attack.",
    ],
)
def test_who_denies_a_part_does_not_deny_the_deed(denial: str) -> None:
    told = read_events(ATTACK + denial)

    assert {claim.modality for claim in told} == {Modality.ASSERTED}
    assert not any("Northern" in tell_event(claim) for claim in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Northern Front denied any role in the killing of Governor Omar Keld.",
            ["ASSAULT/ asserted: r Omar Keld"],
        ),
        (
            "The army denied involvement in Monday's bombing of the market in Сараево.",
            ["ASSAULT/explosives asserted: r the market @ Сараево 2024-05-06"],
        ),
        (
            "The army denied bombing the market in Osk on Monday.",
            ["ASSAULT/explosives denied: a The army, r the market @ Osk 2024-05-06"],
        ),
        ("The army denied any role in an attack on the market.", []),
    ],
)
def test_what_is_denied_is_the_part_or_the_deed(text: str, told: list[str]) -> None:
    assert [tell_event(claim) for claim in read_events(text)] == told


def test_a_denial_of_something_else_leaves_the_event_alone() -> None:
    told = read_events(ATTACK + "The Ministry of Defence denied that food was short.")

    assert [claim.modality for claim in told] == [Modality.ASSERTED]


def test_who_denies_having_called_somebody_names_denies_no_telephone_call() -> None:
    told = read_events(
        "The minister, Ana Brik, spoke by telephone with Tom Rask on Monday. "
        "Brik denied that she had ever called Norland a jailer."
    )

    assert [one.modality for one in told if one.mode == "call"] == [Modality.ASSERTED]


def test_another_number_of_a_crowd_is_kept_beside_the_first() -> None:
    (march,) = read_events(
        "About 6,000 people marched in Сараево on 3 May 2024. The organisers spoke of"
        " 40,000."
    )

    assert [one.low for one in march.quantities] == [6_000, 40_000]
