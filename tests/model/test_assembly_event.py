from dataclasses import replace
from itertools import permutations

import pytest

from builders import count, make_document, make_entity, make_event
from dragoman.model.assembly_event import assemble_event
from dragoman.model.claim import EventClaim, Modality, Participant, Party, Quantity
from dragoman.model.directory import Directory, make_card

TEXT = (
    "Anna Lindqvist met two envoys in Tbilisi, Georgia. Lindqvist saw Omar Badawi "
    "and Lia Chen in Batumi. The meeting was held. Officials denied it. "
    "The blast left 12 dead. At least 15 died in the blast."
)
DOCUMENT = make_document(TEXT)
LINDQVIST = make_entity(DOCUMENT, "Anna Lindqvist")
BADAWI = make_entity(DOCUMENT, "Omar Badawi")
CHEN = make_entity(DOCUMENT, "Lia Chen")
TBILISI = make_entity(DOCUMENT, "Tbilisi", schema="Place", types=("city",))
BATUMI = make_entity(DOCUMENT, "Batumi", schema="Place", types=("city",))
GEORGIA = make_entity(DOCUMENT, "Georgia", schema="Place", types=("state",))
EVERYBODY = (LINDQVIST, BADAWI, CHEN, TBILISI, BATUMI, GEORGIA)
DIRECTORY = Directory(
    {},
    {claim.id: make_card([claim]) for claim in EVERYBODY},
    {DOCUMENT.id: "2024-05-12"},
)
FIRST, SECOND, THIRD = "met two envoys", "saw Omar Badawi", "The meeting was held"


def names(claims: list[EventClaim]) -> list[str]:
    event = assemble_event("v", claims, DIRECTORY)
    return [one.party.name for one in event.participants]


def test_unnamed_party_goes_when_another_telling_names_somebody() -> None:
    vague = make_event(DOCUMENT, FIRST, LINDQVIST, "two envoys")
    named = make_event(DOCUMENT, SECOND, LINDQVIST, BADAWI, CHEN)

    assert names([vague, named]) == ["Anna Lindqvist", "Omar Badawi", "Lia Chen"]
    assert names([named, vague]) == ["Anna Lindqvist", "Omar Badawi", "Lia Chen"]


def test_unnamed_party_stays_when_nobody_names_it() -> None:
    vague = make_event(DOCUMENT, FIRST, LINDQVIST, "two envoys")
    again = make_event(DOCUMENT, THIRD, LINDQVIST, "Two envoys")

    assert names([vague, again]) == ["Anna Lindqvist", "two envoys"]


def test_unnamed_attacker_stays_when_another_telling_names_the_victim() -> None:
    vague = make_event(DOCUMENT, FIRST, "an armed gang", kind="ASSAULT")
    victim = make_event(DOCUMENT, SECOND, BADAWI, kind="ASSAULT")
    victim = replace(
        victim, participants=(replace(victim.participants[0], part="recipient"),)
    )

    assert names([vague, victim]) == ["Omar Badawi", "an armed gang"]


@pytest.mark.parametrize(
    ("times", "shown", "disputed"),
    [
        (["2024-05", "2024-05-10"], "2024-05-10", []),
        (["2024-05-10", "2024-05-11"], None, ["2024-05-10", "2024-05-11"]),
        (
            ["2024-05-10", "2024-05-11", "2024-05-11"],
            "2024-05-11",
            ["2024-05-10", "2024-05-11"],
        ),
        ([None, "XXXX-05-10", "2024-05-10"], "2024-05-10", []),
        ([None, None], None, []),
    ],
)
def test_sharpest_time_is_shown_and_contradictions_are_kept(
    times: list[str | None], shown: str | None, disputed: list[str]
) -> None:
    places = [FIRST, SECOND, THIRD]
    claims = [
        make_event(DOCUMENT, words, LINDQVIST, time=time)
        for words, time in zip(places, times, strict=False)
    ]

    event = assemble_event("v", claims, DIRECTORY)

    values = [one.value for found in event.disagreements for one in found.variants]
    assert sorted(values) == disputed
    if shown is not None:
        assert event.time is not None
        assert event.time.value == shown


def test_two_cities_disagree_but_a_city_and_its_state_do_not() -> None:
    one = make_event(DOCUMENT, FIRST, LINDQVIST, place=GEORGIA)
    two = make_event(DOCUMENT, SECOND, LINDQVIST, place=TBILISI)
    three = make_event(DOCUMENT, THIRD, LINDQVIST, place=BATUMI)

    agreed = assemble_event("v", [one, two], DIRECTORY)
    disputed = assemble_event("v", [one, two, three], DIRECTORY)

    assert (agreed.place_name, agreed.disagreements) == ("Tbilisi", ())
    assert [one.property for one in disputed.disagreements] == ["place"]


def test_numbers_that_cannot_both_hold_are_a_disagreement() -> None:
    exact = make_event(
        DOCUMENT, "12 dead", quantities=(count("killed", 12),), kind="ASSAULT"
    )
    more = make_event(
        DOCUMENT,
        "At least 15 died",
        quantities=(count("killed", 15, None),),
        kind="ASSAULT",
    )

    event = assemble_event("v", [exact, more], DIRECTORY)

    (disagreement,) = event.disagreements
    assert disagreement.property == "killed"
    assert [one.value for one in disagreement.variants] == ["12", "15 or more"]


def test_a_toll_that_a_later_report_outgrows_is_another_count() -> None:
    """It "may hold", but who reads wants both: 70 in the evening, 147 next day."""
    early, late, vague = (
        make_event(DOCUMENT, words, quantities=(number,), kind="ASSAULT")
        for words, number in (
            (FIRST, count("killed", 70, None)),
            (SECOND, count("killed", 147)),
            (THIRD, replace(count("killed", 24, None), text="dozens")),
        )
    )

    event = assemble_event("v", [early, late, vague], DIRECTORY)

    (disagreement,) = event.disagreements
    assert [one.value for one in disagreement.variants] == ["147", "70 or more"]


def hit_by(words: str, hit: str, number: Quantity) -> EventClaim:
    event = make_event(DOCUMENT, words, quantities=(number,), kind="ASSAULT")
    return replace(event, participants=(Participant(Party(None, hit), "recipient"),))


def test_counts_of_those_hit_are_left_to_the_numbers() -> None:
    first, second = (
        hit_by(words, hit, number)
        for words, hit, number in (
            (FIRST, "at least 70 people", count("killed", 70)),
            (SECOND, "147", count("killed", 147)),
        )
    )

    alone = assemble_event("v", [first], DIRECTORY)
    both = assemble_event("v", [first, second], DIRECTORY)

    assert [one.party.name for one in alone.participants] == ["at least 70 people"]
    assert both.participants == ()


def test_counts_of_different_people_stay_whom_it_happened_to() -> None:
    told = [
        hit_by(words, hit, number)
        for words, hit, number in (
            (FIRST, "7 persons", count("killed", 7)),
            (SECOND, "150 others", count("abducted", 150)),
        )
    ]

    event = assemble_event("v", told, DIRECTORY)

    assert [one.party.name for one in event.participants] == ["7 persons", "150 others"]


def test_a_town_is_no_attacker_of_whom_sources_disagree() -> None:
    told = [
        replace(
            make_event(DOCUMENT, words, kind="ASSAULT"),
            participants=(Participant(party, "actor"),),
        )
        for words, party in (
            (FIRST, Party(None, "rebels")),
            (SECOND, Party(TBILISI.id, "Tbilisi")),
            (THIRD, Party(None, "the army")),
        )
    ]

    event = assemble_event("v", told, DIRECTORY)

    (dispute,) = event.disagreements
    assert sorted(one.value for one in dispute.variants) == ["army", "rebels"]


def test_two_numbers_of_one_telling_are_no_disagreement() -> None:
    twice = make_event(
        DOCUMENT,
        "12 dead",
        quantities=(count("killed", 2), count("killed", 12)),
        kind="ASSAULT",
    )

    assert assemble_event("v", [twice], DIRECTORY).disagreements == ()


def test_the_telling_that_names_most_stands_first() -> None:
    vague = make_event(DOCUMENT, FIRST, "two envoys")
    full = make_event(DOCUMENT, THIRD, LINDQVIST, time="2024-05-10")

    event = assemble_event("v", [vague, full], DIRECTORY)

    assert [citation.quote for citation in event.citations] == [THIRD, FIRST]


def test_numbers_that_fit_become_the_tightest_one() -> None:
    exact = make_event(DOCUMENT, "12 dead", quantities=(count("killed", 12),))
    more = make_event(
        DOCUMENT, "At least 15 died", quantities=(count("killed", 10, None),)
    )

    event = assemble_event("v", [more, exact], DIRECTORY)

    assert (event.quantities[0].low, event.disagreements) == (12, ())


def test_asserted_and_denied_event_is_asserted_with_its_vouchers() -> None:
    told = make_event(DOCUMENT, THIRD, LINDQVIST, attribution=(CHEN,))
    denied = make_event(
        DOCUMENT, "Officials denied it", LINDQVIST, modality=Modality.DENIED
    )

    event = assemble_event("v", [denied, told], DIRECTORY)

    assert event.modality is Modality.ASSERTED
    assert [party.name for party in event.attribution] == ["Lia Chen"]
    (differing,) = event.disagreements
    assert differing.property == "occurrence"
    assert [one.value for one in differing.variants] == ["asserted", "denied"]


def test_reports_of_one_document_are_one_with_the_telling_passages_first() -> None:
    claims = [make_event(DOCUMENT, words, LINDQVIST) for words in (THIRD, FIRST)]

    event = assemble_event("v", claims, DIRECTORY)

    (report,) = event.reports
    assert [citation.quote for citation in report.citations] == [FIRST, THIRD]


def test_order_of_tellings_with_sorted_identifiers_is_all_that_counts() -> None:
    claims = [
        make_event(DOCUMENT, FIRST, LINDQVIST, "two envoys", time="2024-05"),
        make_event(DOCUMENT, SECOND, BADAWI, LINDQVIST, time="2024-05-10"),
        make_event(DOCUMENT, THIRD, CHEN, place=TBILISI),
    ]

    events = {
        assemble_event("v", sorted(order, key=lambda one: one.id), DIRECTORY)
        for order in permutations(claims)
    }

    assert len(events) == 1


def test_at_least_a_number_beside_others_is_none_of_them() -> None:
    tolls = ((12, 12), (15, 15), (17, 17), (12, None), (10, None))
    claims = [
        make_event(
            DOCUMENT,
            "The blast left 12 dead",
            quantities=(count("killed", low, high),),
            kind="ASSAULT",
            time=f"2024-05-{day:02d}",
        )
        for day, (low, high) in enumerate(tolls, start=1)
    ]

    found = {
        variant.value: len(variant.citations)
        for one in assemble_event("v", claims, DIRECTORY).disagreements
        if one.property == "killed"
        for variant in one.variants
    }

    assert set(found) == {"12", "15", "17", "10 or more"}


def test_a_large_number_is_told_to_the_last_digit() -> None:
    claims = [
        make_event(
            DOCUMENT,
            "The blast left 12 dead",
            quantities=(count("displaced", number, number),),
            kind="ASSAULT",
            time=f"2024-05-{day:02d}",
        )
        for day, number in enumerate((1_300_001, 450_000), start=1)
    ]

    found = {
        variant.value
        for one in assemble_event("v", claims, DIRECTORY).disagreements
        if one.property == "displaced"
        for variant in one.variants
    }

    assert found == {"1300001", "450000"}


def test_what_was_hit_is_named_once_and_who_did_it_may_differ() -> None:
    claims = [
        make_event(DOCUMENT, words, who, kind="ASSAULT")
        for words, who in (("The blast", LINDQVIST), ("left 12 dead", BADAWI))
    ]
    hit = ("THE MARKET", "the livestock market", "12 people")
    claims = [
        replace(
            claim,
            participants=(
                *claim.participants,
                *(Participant(Party(None, name), "recipient") for name in hit[n:]),
            ),
            quantities=(count("killed", 12),),
        )
        for n, claim in enumerate(claims)
    ]

    event = assemble_event("v", claims, DIRECTORY)
    (disagreement,) = event.disagreements

    told = [one.party.name for one in event.participants if one.part == "recipient"]
    assert told == ["the livestock market"]
    assert disagreement.property == "actor"
    assert {one.value for one in disagreement.variants} == {
        "Anna Lindqvist",
        "Omar Badawi",
    }
