"""Source, cue and content of attributions, statements and attitudes alike."""

import pytest

from reading import tell_attributions as tell

CASES = [
    (
        "Omar Karam promised gas on condition that Mali freezes talks.",
        ["Omar Karam", "promised", "gas on condition that Mali freezes talks"],
    ),
    (
        "Donors pledged $35 million to the city.",
        ["Donors", "pledged", "$35 million to the city"],
    ),
    (
        "Police held 23 marchers, according to the Lake Council, which said that two "
        "had been beaten.",
        ["the Lake Council", "according to", "Police held 23 marchers"],
    ),
    (
        "The Front signed it after a war in which, by the Front's count, 9,000 died.",
        ["the Front", "by", "9,000 died"],
    ),
    (
        "The bridge was shut, said Ana Ruiz, who added that it might fall.",
        ["Ana Ruiz", "added", "it might fall"],
    ),
    # An apposition between a name and its cue, and a noun right behind the cue.
    (
        "Senator Ana Ruiz, a liberal from Harsted, said the transit plan has failed "
        "three towns.",
        ["Ana Ruiz", "said", "the transit plan has failed three towns"],
    ),
    # Each holds the other's cue: the last word is the broker's.
    (
        "The Courier reports that the bank lost half its savers, according to a "
        "broker in Harsted.",
        ["a broker", "according to", "The Courier reports that the bank lost half"],
    ),
    (
        "“The road is shut,” said Paul Idowu, who lives beside it.",
        ["Paul Idowu", "said", "“The road is shut,”"],
    ),
    (
        "Lena Okafor told the court that the camera had failed, but she said the "
        "guards saw the car.",
        ["she", "said", "the guards saw the car"],
    ),
    (
        "Omar Tal said the bridge was unsafe and that the ferry would stop on Monday.",
        ["Omar Tal", "said", "the ferry would stop on Monday"],
    ),
    (
        "According to Lena Okafor, “the port is lost. Nobody will pay for it.”",
        ["Lena Okafor", "According to", "“the port is lost. Nobody will pay for it.”"],
    ),
    # What is not said tells a mind all the same.
    (
        "The ministry has not said when the bridge will open.",
        ["The ministry", "said", "when the bridge will open"],
    ),
    (
        "The rebels are believed to hold the bridge.",
        ["", "believed", "The rebels ... to hold the bridge"],
    ),
    (
        "Farmers are confident that the dam will hold.",
        ["Farmers", "confident", "the dam will hold"],
    ),
    (
        "The mayor is willing to meet the strikers on Friday.",
        ["The mayor", "willing", "to meet the strikers on Friday"],
    ),
    (
        "Lena Okafor has been critical of the new toll.",
        ["Lena Okafor", "critical", "the new toll"],
    ),
    (
        "“This is a bad year for the valley!” Ana Ruiz, the last ferryman's widow, "
        "shouted to the crowd.",
        ["Ana Ruiz", "shouted", "“This is a bad year for the valley!”"],
    ),
    (
        "“The pier is gone,” read a statement from the harbour board.",
        ["a statement", "read", "“The pier is gone,”"],
    ),
    # What follows a phrase belongs to it, wherever the parser hung it.
    (
        "Ana Ruiz compared Omar Tal to a coach at a game in the rain.",
        ["Ana Ruiz", "compared", "Omar Tal to a coach at a game"],
    ),
    # Neither when nor where it was said does.
    (
        "Omar Tal accused Ana Ruiz of theft in an interview on Monday.",
        ["Omar Tal", "accused", "Ana Ruiz of theft"],
    ),
    ("It was unclear whether the ferry had sunk.", ["", "unclear", "whether the fer"]),
    (
        "Ana Ruiz lost because of her decision to close the baths.",
        ["her", "decision", "to close the baths"],
    ),
    # What the report adds behind a comma is no part of a phrase.
    (
        "The bakers called for a lower toll, filling the square with their carts.",
        ["The bakers", "called for", "a lower toll"],
    ),
    (
        "Omar Tal compared the flood to the last one, which had cost him a barn.",
        ["Omar Tal", "compared", "the flood to the last one"],
    ),
    (
        "Omar Tal rejected that argument in a ruling released on Thursday.",
        ["Omar Tal", "rejected", "that argument"],
    ),
    # A letter that urges is its sender's; who is forced to admit admits.
    (
        "They sent a letter on Thursday to the leaders opposing the plan.",
        ["They", "opposing", "the plan"],
    ),
    (
        "The senator forced Omar Tal to admit that no manager had been punished.",
        ["Omar Tal", "admit", "that no manager had been punished"],
    ),
    (
        "The port is shut, according to a speech Ana Ruiz gave at the club.",
        ["Ana Ruiz", "according to", "The port is shut"],
    ),
    (
        "The port is busy, as Ana Ruiz put it in a letter.",
        ["Ana Ruiz", "put", "The port is busy"],
    ),
    (
        "Tal railed at the toll, and he’s sought to keep the ferry.",
        ["he", "sought", "to keep the ferry"],
    ),
    (
        "He has called the strike a moment like no other.",
        ["He", "called", "the strike a moment like no other"],
    ),
    (
        "One of them, a baker, said soldiers had beaten the night editor.",
        ["One of them", "said", "soldiers had beaten the night editor"],
    ),
]


@pytest.mark.parametrize(("text", "parts"), CASES)
def test_attributions(text: str, parts: list[str]) -> None:
    told = tell(text)
    source, cue, content = parts
    assert any(
        source in one.split(" | ")[0]
        and one.split(" | ")[1] == cue
        and content in one.split(" | ")[2]
        for one in told
    ), told


NONE = [
    "Having said that, the bridge is old.",
    "It is worth noting that the bridge is old.",
    "The port is shut - and nobody knows why.",
]


@pytest.mark.parametrize("text", NONE)
def test_nobody_says_it(text: str) -> None:
    assert [one for one in tell(text) if not one.startswith("nobody")] == []


def test_what_others_say_meanwhile_is_no_cue_of_a_quotation() -> None:
    told = tell(
        "Only half of the voters agreed that Omar Tal is “fit enough to serve as "
        "mayor,” while a third said the same of Ana Ruiz."
    )
    assert any(" voters | agreed | " in f" {one}" for one in told), told
    assert not any(" | said | Only half" in one for one in told), told
