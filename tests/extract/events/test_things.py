"""Words that tell an event only of the right things."""

import pytest

from reading import read_events


@pytest.mark.parametrize(
    "text",
    [
        "Ember & Ash released the album as a download in May.",
        "Hostile Weather was released on vinyl in 2016 by Blue Pier Records.",
        "Brandt Foods released the report on Monday.",
        "The maker demonstrated its new engine in Tallinn on Tuesday.",
        "Anna Lindqvist demonstrated that the method works.",
        "Anna Lindqvist was trained in music by Karl Brandt.",
        "Karl Brandt is credited with the reforms of 1899.",
        "Anna Lindqvist was recognized as a promising author.",
        "Anna Lindqvist received the Nansen Prize in 1999.",
        "Anna Lindqvist hosted the 79th Academy Awards in 2016.",
        "The company adopted a bonus plan for its managers.",
        "Brandt Foods will pay 27 dollars a share in cash.",
        "Brandt Foods brought in a new chief executive officer in January.",
        "The stock market closed higher on Wednesday.",
        "Speaking for the club, Karl Brandt said that it had rained.",
        "Karl Brandt was taken to hospital and released in the evening.",
        "A tree struck his car near Gao on Monday.",
        "The pack killed four deer on Monday.",
        "Karl Brandt could no longer meet the expectations of the fans.",
    ],
)
def test_other_senses_tell_no_event(text: str) -> None:
    assert read_events(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The militia released nine hostages on Monday.", "RETREAT"),
        ("Karl Brandt was released on Monday.", "RETREAT"),
        ("A militia released Karl Brandt, who is now in hospital.", "RETREAT"),
        ("Students demonstrated in Gao on Tuesday.", "PROTEST"),
        ("Chad trained 400 recruits of the Front.", "COOPERATE"),
        ("Anna Lindqvist recognized Karl Brandt as interim president.", "SUPPORT"),
        ("The minister praised Karl Brandt on Monday.", "SUPPORT"),
        ("Anna Lindqvist received the envoy Karl Brandt on Monday.", "CONSULT"),
        ("Chad and Mali adopted a plan to end the war.", "AGREE"),
        ("The government brought in soldiers on Monday.", "MOBILIZE"),
        ("Police closed the market in Tarvik on Wednesday.", "COERCE"),
        ("The fund will pay 27 million dollars in aid to Chad.", "AID"),
    ],
)
def test_the_same_words_of_the_right_things_tell_one(text: str, kind: str) -> None:
    assert kind in {one.type for one in read_events(text)}
