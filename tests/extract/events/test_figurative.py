import pytest

from reading import read_events


def told(text: str) -> set[str]:
    """Return the types of the events of a text."""
    return {event.type for event in read_events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Voleska and Hanek clashed over the border in a televised debate on Tuesday.",
        "Prime Minister Ivo Straka clashed with Marta Ilves on Monday.",
        "Ambassador Huang Xiling rejected the protest.",
        "The paper attacked Ivo Straka, saying he had lied about the river.",
    ],
)
def test_a_fight_of_words_is_no_attack(text: str) -> None:
    assert not told(text) & {"ASSAULT", "PROTEST"}


def test_police_clash_with_more_than_words() -> None:
    assert told("Police clashed with students in Lima on Monday.") == {"ASSAULT"}


def test_what_has_not_been_since_is_denied_from_then_on() -> None:
    (event,) = read_events("The Council has not met since May 2021.", "2024-06-15")
    assert event.time is not None
    assert event.modality == "denied"
    assert event.time.value == "2021-05/2024-06-15"


def test_without_a_day_of_report_since_tells_no_time() -> None:
    (event,) = read_events("The Council has not met since May 2021.", None)
    assert event.time is None


def test_who_drives_others_visits_nobody() -> None:
    assert not told("Ivo Straka had driven five men to Lima.")
    assert told("Ivo Straka drove to Lima on Monday.") == {"CONSULT"}


def test_what_ended_something_past_has_happened() -> None:
    (event,) = read_events("Marek ruled until he was shot dead in Lima in 1999.")
    assert event.modality == "asserted"


def test_several_hundred_are_two_hundred_at_least() -> None:
    (event,) = read_events("Several hundred women marched in Lima on Friday.")
    (count,) = event.quantities
    assert (count.low, count.high, count.text) == (200, None, "Several hundred")


def test_what_is_past_does_not_come_after_the_report() -> None:
    *_, event = read_events(
        "Omar Tal met Ana Vogel on Monday. Gendarmes freed Ivo Straka four days later.",
        "2024-08-20",
    )
    assert (event.type, event.modality) == ("RETREAT", "asserted")
    assert event.time is None


def test_a_protest_that_is_called_is_no_strike() -> None:
    (event,) = read_events("Protests have been called for Friday in Lima.")
    assert (event.type, event.mode, event.modality) == ("PROTEST", "demo", "planned")


def test_commanders_clash_in_a_town() -> None:
    text = "General al-Burhan and General Dagalo clashed in Khartoum on Monday."
    assert told(text) == {"ASSAULT"}


@pytest.mark.parametrize(
    "text",
    [
        "The boy's relatives are fighting to keep him in the country.",
        "The relatives are fighting for permanent custody of the boy.",
        "Ana Ruiz hit Omar Tal hard at the convention on his business record.",
        "Omar Tal offered no proof that Ana Ruiz had paid the judge.",
        "Omar Tal offered some pointed advice to Ana Ruiz on Friday.",
    ],
)
def test_striving_and_words_are_no_deeds(text: str) -> None:
    assert not [e for e in read_events(text) if e.type in {"ASSAULT", "AGREE"}]


def test_a_fight_for_a_bridge_and_an_attack_over_the_weekend_are() -> None:
    (battle,) = read_events("Militia fighters battled to hold the bridge at Gao.")
    (attack,) = read_events("Gunmen attacked a convoy over the weekend near Gao.")

    assert (battle.type, attack.type) == ("ASSAULT", "ASSAULT")


@pytest.mark.parametrize(
    "text",
    [
        "Hanek shot himself in the foot.",
        "Hanek flawlessly executed the plan.",
        "Hanek tortured himself over the choice.",
        "The union fought for higher wages.",
        "No one was hurt.",
    ],
)
def test_figures_of_speech_attack_nobody(text: str) -> None:
    assert "ASSAULT" not in told(text)


def test_captives_are_executed() -> None:
    assert "ASSAULT" in told("The rebels executed nine captives in Gao.")


@pytest.mark.parametrize(
    "text",
    [
        "Hanek insisted that Chad was ready.",
        "Hanek insisted on staying in Gao.",
        "An official requested anonymity from the Gazette.",
        "Ana Hanek asked Tom Lee about the river.",
    ],
)
def test_who_insists_that_it_is_so_asks_nothing(text: str) -> None:
    assert "REQUEST" not in told(text)


def test_who_insists_that_it_be_so_asks_for_it() -> None:
    assert "REQUEST" in told("Ana Hanek insisted that Chad withdraw its troops.")


def test_who_sacks_somebody_is_not_sacked() -> None:
    (event,) = read_events(
        "President Ivo Hanek's sacking of General Ana Voleska ignited a war."
    )
    parts = {one.party.name: one.part for one in event.participants}
    assert parts == {"Ivo Hanek": "actor", "Ana Voleska": "recipient"}


def test_what_an_attack_did_not_do_leaves_it_done() -> None:
    (event,) = read_events(
        "The bombing of the market in Gao on 3 May did not cause a panic."
    )
    assert event.modality == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Hanek launched a scathing attack on Tom Lee on Monday.",
        "Tom Lee was shot down in the debate on Sunday.",
        "The remark wounded Tom Lee.",
        "Ana Hanek besieged the ministry with letters.",
    ],
)
def test_what_is_done_by_words_is_no_force(text: str) -> None:
    assert {"ASSAULT", "COERCE"}.isdisjoint(told(text))


def test_gunmen_in_a_parliament_do_not_speak() -> None:
    assert "ASSAULT" in told("Gunmen attacked lawmakers in parliament on Monday.")
