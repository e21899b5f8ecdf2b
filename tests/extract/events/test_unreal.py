"""Threats, plans, denials, wishes and figures of speech never come out as done.

A demand or a refusal is an act by words itself, and done; what it is about is not.
"""

from pathlib import Path

import pytest

from dragoman.extract.events.extractor import WORDS
from reading import read_events, tell_event

TEXTS = [
    line
    for line in (Path(__file__).parent / "unreal_events.txt").read_text().splitlines()
    if line and not line.startswith("#")
]


def test_there_are_a_hundred_cases() -> None:
    assert len(TEXTS) >= 100


@pytest.mark.parametrize("text", TEXTS)
def test_what_has_not_happened_is_not_asserted(text: str) -> None:
    told = [tell_event(claim) for claim in read_events(text) if claim.type not in WORDS]
    assert [one for one in told if " asserted: " in one] == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("President Amara Diallo will visit Cairo on Thursday.", "planned"),
        ("President Amara Diallo cancelled his visit to Cairo.", "cancelled"),
        ("The trip of Minister Yusuf Karam to Ankara did not take place.", "cancelled"),
        ("Minister Yusuf Karam has not met Ines Vogel.", "denied"),
        ("President Amara Diallo denied that he had visited Khartoum.", "denied"),
        ("President Diallo and President Karam may meet in Geneva.", "hypothetical"),
        ("Lucia Ferrante invited Yusuf Karam to visit Rome.", "demanded"),
        ("The visit of Ines Vogel to Rome was moved to April.", "cancelled"),
        ("The talks between Oman and Chad were not postponed.", "planned"),
        ("Envoy Marta Quispe is expected in Bogotá on Sunday.", "planned"),
    ],
)
def test_how_an_event_is_put(text: str, modality: str) -> None:
    assert [claim.modality.value for claim in read_events(text)] == [modality]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Ana Vogel cancelled a visit to Baku planned for May 20.", "cancelled"),
        ("Ana Vogel prepared a visit to Baku planned for May 20.", "planned"),
        (
            "A clip that claimed to show army soldiers executing prisoners in Homs was "
            "shared by the account.",
            "hypothetical",
        ),
    ],
)
def test_plans_called_off_and_films_that_claim(text: str, modality: str) -> None:
    (event,) = read_events(text)
    assert event.modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (
            "Amara Diallo plans to meet Ines Vogel in June, but the summit might be "
            "called off.",
            "planned",
        ),
        (
            "The visit of Amara Diallo to Chad could be called off if rain falls.",
            "planned",
        ),
        ("The talks between Chad and Oman may yet be postponed.", "planned"),
        (
            "No meeting between Amara Diallo and Ines Vogel has taken place since May.",
            "denied",
        ),
        ("No talks were held between Chad and Oman.", "denied"),
        (
            "A crowd gathered at noon to call for the resignation of Amara Diallo.",
            "demanded",
        ),
        (
            "Experts are skeptical that Chad would give up its nuclear weapons.",
            "hypothetical",
        ),
        ("Chad no longer needs to test nuclear weapons, Ines Vogel said.", "denied"),
    ],
)
def test_what_may_come_and_what_is_no_more(text: str, modality: str) -> None:
    put = {
        claim.modality.value
        for claim in read_events(text)
        if claim.type not in {"PROTEST", "REQUEST"}
    }
    assert put == {modality}


@pytest.mark.parametrize(
    "text",
    [
        "Chad was aiming for a pact in which Oman agreed to give up its rockets.",
        "It is possible that we won't have the meetings, Ines Vogel said.",
        "Chad and Oman might sign a deal before Amara Diallo met Ines Vogel.",
    ],
)
def test_what_is_only_sought_or_possible_is_not_told_as_done(text: str) -> None:
    put = {claim.modality.value for claim in read_events(text)}
    assert put.isdisjoint({"asserted", "denied"})


def test_what_was_before_something_that_will_be_is_told_as_done() -> None:
    text = "Oman will close the port after Amara Diallo met Ines Vogel."
    (event,) = (claim for claim in read_events(text) if claim.type == "CONSULT")
    assert event.modality == "asserted"


def test_who_is_sought_did_what_is_told_of_him() -> None:
    text = "Police are seeking a man who shot nine farmers in Gao."
    (event,) = (claim for claim in read_events(text) if claim.type == "ASSAULT")
    assert event.modality == "asserted"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Amara Diallo agreed that Chad was a problem.", []),
        ("The analysts agreed it was relevant.", []),
        ("Chad and Oman agreed that the border was unsafe.", ["AGREE"]),
        ("Amara Diallo agreed that talks with Chad would resume in May.", ["AGREE"]),
    ],
)
def test_who_shares_a_view_makes_no_agreement(text: str, told: list[str]) -> None:
    assert [c.type for c in read_events(text) if c.type == "AGREE"] == told
