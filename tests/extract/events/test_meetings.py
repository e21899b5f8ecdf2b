"""Who met whom in the ways that readouts and agencies write it."""

import pytest

from dragoman.model.claim import EventClaim, Modality
from reading import read_events


def _told(text: str, kind: str = "CONSULT") -> list[EventClaim]:
    return [one for one in read_events(text) if one.type == kind]


def _names(claim: EventClaim) -> set[str]:
    return {one.party.name for one in claim.participants}


MET = [
    # a body sits by itself
    (
        "The Executive Committee of the Cedar Front met in Gao on Monday.",
        {"The Executive Committee of the Cedar Front"},
    ),
    # the visited is the host
    (
        "The leader of the Reform Party Tomas Havel visited on Wednesday Speaker of"
        " Parliament Lena Okoye at Bar Elias.",
        {"Tomas Havel", "Lena Okoye"},
    ),
    # a late object, told beside the place
    (
        "Okoye received in Oslo, MP Tomas Havel and the ambassador of Chile, Wim Daan.",
        {"Okoye", "Tomas Havel", "Wim Daan"},
    ),
    # titles are nobody besides their holder
    (
        "Minister Lena Okoye met on Thursday with Brunei's Second Minister of Foreign"
        " Affairs and Trade Tomas Havel Dan, who was in Kenya for the summit.",
        {"Lena Okoye", "Tomas Havel Dan"},
    ),
    (
        "The envoys met with Secretary General Wim Daan and the Under-Secretary-General"
        " for Political Affairs Lena Okoye.",
        {"The envoys", "Wim Daan", "Lena Okoye"},
    ),
    # the short name belongs to the second of a row
    (
        "The Norwegian government and the guerrillas of the National Army (NAT) held a"
        " meeting on Wednesday in Lima.",
        {"The Norwegian government", "National Army"},
    ),
    # a meeting in the clause of those who speak
    (
        "The minister said this at a meeting with Lena Okoye in Oslo on Monday.",
        {"The minister", "Lena Okoye"},
    ),
    (
        "Havel and Okoye discussed the border during a meeting in Oslo on 3 May.",
        {"Havel", "Okoye"},
    ),
    # a day of its own makes a fact, whatever governs it
    (
        "The visit was linked to a meeting a few days ago between Prime Minister Tomas"
        " Havel and Foreign Minister Lena Okoye in Abu Dhabi.",
        {"Tomas Havel", "Lena Okoye"},
    ),
    # one side alone, where place and day are told
    ("The envoy held talks in Doha on Tuesday.", {"The envoy"}),
    (
        "They hailed the outcome of the second meeting of the Border Commission, held"
        " last February in Hanoi.",
        {"Border Commission"},
    ),
    (
        "Envoy Tomas Havel has been undertaking consultations with the stakeholders.",
        {"Tomas Havel", "the stakeholders"},
    ),
]


@pytest.mark.parametrize(("text", "names"), MET)
def test_all_who_met_are_told_and_nobody_else(text: str, names: set[str]) -> None:
    (met,) = _told(text)

    assert met.modality is Modality.ASSERTED
    assert _names(met) == names


@pytest.mark.parametrize(
    "text",
    [
        "The minister held a news conference in Doha on Tuesday.",
        "The premier agreed to mediation in the final status talks with the League.",
        "The minister met with protests in Oslo.",
    ],
)
def test_no_meeting_is_made_of_a_noun(text: str) -> None:
    assert [one for one in _told(text) if one.modality is Modality.ASSERTED] == []


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Havel is on an official visit to Oslo.",
        "Tomas Havel, who is on a two-day visit to Oslo, praised the dam.",
        "President Tomas Havel is in Oslo on a private visit.",
    ],
)
def test_who_is_on_a_visit_visits(text: str) -> None:
    (visit,) = _told(text)

    assert (visit.mode, visit.place_name) == ("visit", "Oslo")
    assert _names(visit) == {"Tomas Havel"}


def test_who_is_somewhere_for_talks_will_hold_them() -> None:
    text = "Envoy Lena Okoye will be in Paris for meetings with Chilean officials."

    (met,) = (one for one in _told(text) if one.mode == "meeting")

    assert (met.modality, met.place_name) == (Modality.PLANNED, "Paris")
    assert _names(met) == {"Lena Okoye", "Chilean officials"}


def test_a_round_of_talks_is_told_once() -> None:
    text = (
        "It was agreed that a subsequent round of negotiations would be held in Lima on"
        " June 13."
    )

    (met,) = _told(text)

    assert (met.modality, met.place_name) == (Modality.PLANNED, "Lima")


def test_states_that_put_off_talks_would_have_held_them() -> None:
    text = (
        "Chile, Kenya and Peru have postponed a round of talks in Norway on"
        " Libya, which Algiers had proposed to hold in June."
    )

    (off,) = _told(text)

    assert off.modality is Modality.CANCELLED
    assert _names(off) == {"Chile", "Kenya", "Peru"}
    assert (off.place_name, off.topics) == ("Norway", ("Libya",))
    assert _told(text, "AGREE") == []


def test_the_day_of_another_meeting_is_not_this_ones() -> None:
    text = (
        "In the context of the meeting between the presidents of Chile and Peru on 19"
        " March in Vienna the envoys continued discussions with Minister Lena Okoye."
    )

    going_on = next(one for one in _told(text) if "Lena Okoye" in _names(one))

    assert (going_on.time, going_on.place_name) == (None, None)


def test_what_was_discussed_is_a_topic_in_the_passive_too() -> None:
    text = (
        "Okoye met Havel on Monday. Border trade and the dam were discussed during the"
        " meeting."
    )

    (met,) = _told(text)

    assert met.topics == ("Border trade", "the dam")


def test_what_they_speak_about_may_be_a_ground_that_somebody_stands_on() -> None:
    about, on = _told(
        "Okoye met Havel on Monday about the fishing grounds. Havel met Anna Lund on "
        "Tuesday on the grounds of a clinic."
    )

    assert about.topics == ("the fishing grounds",)
    assert on.topics == ()


def test_the_document_that_was_signed_is_the_one_just_told() -> None:
    text = (
        "Havel and Okoye signed a joint declaration on Monday. The document was signed"
        " in Oslo after their talks."
    )

    (signed,) = _told(text, "AGREE")

    assert (_names(signed), signed.place_name) == ({"Havel", "Okoye"}, "Oslo")
    assert len(signed.citations) == 2


def test_an_agreement_is_between_those_behind_its_place() -> None:
    text = (
        "A peace agreement was signed in March 2022 in Lima between the Chilean"
        " government and the rebels of this northern region."
    )

    (signed,) = _told(text, "AGREE")

    assert _names(signed) == {
        "the Chilean government",
        "the rebels of this northern region",
    }


def test_what_is_agreed_is_not_done_by_that() -> None:
    text = "The parties agreed that both armies withdraw from the pass by 20 June."

    assert _told(text, "RETREAT") == []


def test_a_field_of_cooperation_is_no_other_side() -> None:
    text = "The ministers pledged to work for cooperation in food, security and energy."

    assert _told(text, "AGREE") == []


def test_with_behind_a_place_opens_the_phrase_of_who_was_met() -> None:
    text = (
        "Speaker Okoye later met at Bar Elias with Caretaker Minister of Tourism, Wim"
        " Daan, with whom she discussed political developments."
    )

    (met,) = _told(text)

    assert (_names(met), met.place_name) == ({"Okoye", "Wim Daan"}, "Bar Elias")


def test_what_a_call_was_about_may_follow_it() -> None:
    text = (
        "Tomas Havel spoke by phone with Lena Okoye on Monday. The two leaders also"
        " discussed border trade."
    )

    (call,) = _told(text)

    assert (call.mode, call.topics) == ("call", ("border trade",))


def test_who_attends_the_signing_joins_the_agreement() -> None:
    text = (
        "Havel and Okoye signed a truce in Oslo. The signing, which was attended by Wim"
        " Daan, took place at the closing of the congress."
    )

    (signed,) = _told(text, "AGREE")

    assert _names(signed) == {"Havel", "Okoye", "Wim Daan"}


def test_what_was_put_off_is_put_off_once() -> None:
    text = (
        "Chile and Peru have postponed talks on Libya in Norway. The meeting was"
        " postponed because the delegations were not prepared."
    )

    (off,) = _told(text)

    assert len(off.citations) == 2


def test_a_meeting_beside_a_greater_one_is_where_that_is() -> None:
    text = (
        "Havel and Okoye held discussions on the sidelines of the League's meeting in"
        " Oslo."
    )

    held = next(one for one in _told(text) if "Havel" in _names(one))

    assert held.place_name == "Oslo"


def test_who_was_talked_with_after_the_arrival_was_met_there() -> None:
    text = (
        "Okoye arrived in Oslo on Sunday on an official visit and met and talked with"
        " the prime minister and the president of Chile."
    )

    talked = next(one for one in _told(text) if one.mode != "visit")

    assert talked.place_name == "Oslo"
    assert talked.time is not None
    assert talked.time.value == "2024-05-05"


def test_the_town_of_x_is_x_after_another_town() -> None:
    text = (
        "The envoy met Havel in Kyiv. Earlier, the envoy visited the town of Borod and"
        " expressed sadness."
    )

    visit = next(one for one in _told(text) if one.mode == "visit")

    assert visit.place_name == "Borod"


def test_who_witnessed_the_signing_after_they_met_signed() -> None:
    text = (
        "Tomas Havel and Lena Okoye met in Oslo on Monday. The two leaders witnessed"
        " the signing of an agreement on transit."
    )

    (signed,) = _told(text, "AGREE")

    assert _names(signed) == {"Tomas Havel", "Lena Okoye"}


def test_a_signing_that_is_urged_is_none() -> None:
    assert _told("The minister urged the signing of a new accord.", "AGREE") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Havel will travel to Oslo on Sunday to meet Lena Okoye.",
        "Tomas Havel is set to fly to Oslo on Sunday to meet Lena Okoye.",
        "Tomas Havel is due in Oslo on Sunday to meet Lena Okoye.",
        "Tomas Havel is in Oslo to meet Lena Okoye.",
        "Tomas Havel flew to Oslo on Sunday to meet Lena Okoye.",
    ],
)
def test_whom_one_travels_to_meet_one_is_to_meet(text: str) -> None:
    met = next(one for one in _told(text) if one.mode == "meeting")

    assert met.modality is Modality.PLANNED
    assert _names(met) == {"Tomas Havel", "Lena Okoye"}


def test_a_purpose_of_something_else_is_no_plan() -> None:
    text = "Tomas Havel wrote a book to meet Lena Okoye."

    assert _told(text) == []


def test_whom_one_joins_at_whose_meeting() -> None:
    text = (
        "The envoy arrived in Lviv where, tomorrow, he will join President Tomas Havel"
        " in a meeting hosted by President Lena Okoye."
    )

    (met,) = (one for one in _told(text) if one.mode == "meeting")

    assert (met.modality, met.place_name) == (Modality.PLANNED, "Lviv")
    assert _names(met) == {"The envoy", "Tomas Havel", "Lena Okoye"}


def test_a_venue_is_no_topic() -> None:
    text = "The two leaders met over a range of issues at Crown House on Sunday."

    (met,) = _told(text)

    assert (met.place_name, met.topics) == ("Crown House", ("a range of issues",))


def test_during_the_trip_speaks_of_the_visit_told_before() -> None:
    text = (
        "Tomorrow the envoy will fly to Brussels. Later during the trip in Brussels, he"
        " is scheduled to meet Tomas Havel."
    )

    visits = [one for one in _told(text) if one.mode == "visit"]

    assert [one.modality for one in visits] == [Modality.PLANNED]


def test_a_body_that_meets_its_targets_meets_nobody() -> None:
    assert not _told("The committee met its targets in May.")


def test_what_was_signed_on_another_day_is_not_signed_by_those_who_meet() -> None:
    told = (
        "President Omar Karam received Ana Ruiz on Monday. The two sides discussed the"
        " agreement signed in Brussels on 9 November 2022."
    )

    (signed,) = [one for one in read_events(told) if one.type == "AGREE"]

    assert not signed.participants
