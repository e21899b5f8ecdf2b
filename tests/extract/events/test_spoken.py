"""Acts by words that only their statement tells, and families of ways to say them."""

import pytest

from dragoman.model.claim import EventClaim, Modality
from reading import read_events

SPOKEN = [
    (
        "The ministry asked the mining company to stop the works.",
        "REQUEST",
        {"The ministry", "the mining company"},
    ),
    (
        "We urge the government of Chad to free Musa Bello, the Bar Association wrote"
        " on Tuesday.",
        "REQUEST",
        {"Bar Association", "the government of Chad"},
    ),
    (
        '"We thank Norway for the tents," Mayor Ana Ruiz said.',
        "SUPPORT",
        {"Ana Ruiz", "Norway"},
    ),
    (
        "The minister said Chad would pay a price if it let the ship in.",
        "THREATEN",
        {"The minister", "Chad"},
    ),
    (
        "Chad's president must not sign the bill, twelve editors wrote.",
        "REQUEST",
        {"twelve editors", "Chad's president"},
    ),
]

FAMILIES = [
    ("Senator Paul Adeyemi threw his weight behind Musa Bello.", "SUPPORT"),
    ("The Clerics' Council put itself behind President Lund.", "SUPPORT"),
    ("President Lund won praise from Chad for his patience.", "SUPPORT"),
    ("Norway became the first country to recognise Samara on 3 May.", "SUPPORT"),
    ("Endorsed by the Farmers' Union, Karl Berg now leads in the polls.", "SUPPORT"),
    ("Amnesty Watch pinned the attack on the Northern Front.", "ACCUSE"),
    ("Mayor Ruiz branded the general a liar.", "ACCUSE"),
    ("Rebuffed by General Bello, the envoy Lise Holm left Faya.", "REJECT"),
    ("The Northern Front stayed away from the talks in Nairobi.", "REJECT"),
    ("The curfew in Faya was lifted on Monday.", "CONCEDE"),
    ("The company met every one of the workers' demands.", "CONCEDE"),
    ("The government withdrew its draft law on the press.", "CONCEDE"),
    ("Chad and Niger opened a joint border post at Daboua.", "COOPERATE"),
    ("Chad and Niger exchanged the remains of nine men.", "COOPERATE"),
    ("The Greens put their signatures to a pact.", "AGREE"),
    ("Norway will send 30 instructors to Chad in May.", "AID"),
    ("Danish gunsmiths delivered the first 8 of 20 cannons to Chad.", "AID"),
    ("The mayor paid a call on the bishop, Ana Okoro.", "CONSULT"),
    ("The governor gave the miners until Friday to leave the pit.", "REQUEST"),
]

# What a reader would not call one of these acts.
NOTHING = [
    "The team put itself in danger on the ridge.",
    "She asked whether the road was open.",
    "Karl Berg asked reporters to wait.",
    "The soldiers are not to carry arms to the market.",
    "He called on Monday and left a message.",
    "Chad has yet to become the first country to recognise Samara.",
    "The witness declined to comment.",
    "She gave the dough two hours to rise.",
]


def _asserted(text: str) -> list[EventClaim]:
    return [one for one in read_events(text) if one.modality is Modality.ASSERTED]


@pytest.mark.parametrize(("text", "kind", "names"), SPOKEN)
def test_statements_are_events(text: str, kind: str, names: set[str]) -> None:
    found = [one for one in _asserted(text) if one.type == kind]
    assert [{each.party.name for each in one.participants} for one in found] == [names]


@pytest.mark.parametrize(("text", "kind"), FAMILIES)
def test_families(text: str, kind: str) -> None:
    assert kind in {one.type for one in read_events(text)}


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_done(text: str) -> None:
    assert _asserted(text) == []


UNTOLD = [
    "Karl Brandt is suspected of opposing the government of Chad.",
    "Karl Brandt has been accused of ordering the killing of relatives of Musa Bello.",
    "Karl Brandt told his advisers to find out how to rule without the Senate of Chad.",
    '"Tell that to the miners," President Brandt said.',
    "Karl Brandt pleaded guilty to smuggling.",
    "Karl Brandt encouraged his supporters to visit the polling stations.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_not_said_to_anybody_else_is_no_act(text: str) -> None:
    assert not [e for e in read_events(text) if e.type in {"REQUEST", "REJECT"}]
    assert not [e for e in read_events(text) if e.type == "SUPPORT"]


def test_who_is_asked_in_a_passive_is_the_subject() -> None:
    text = (
        "The court in Oslo has been asked by the government of Chad to suspend a ruling"
        " that prevents the removal of Ali Omar."
    )
    (event,) = [e for e in read_events(text) if e.type == "REQUEST"]
    sides = {one.part: one.party.name for one in event.participants}
    assert sides["recipient"] == "The court"
