"""Words that tell an event, and the company in which they tell none or another one."""

import pytest

from reading import read_events, tell_event


def told(text: str) -> list[tuple[str, str | None]]:
    """Return type and mode of the events of a text."""
    return [(event.type, event.mode) for event in read_events(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police raided a bakery in Lima on Monday.", ("COERCE", "raid")),
        ("Gunmen raided a village near Lima on Monday.", ("ASSAULT", None)),
        ("Students occupied the ministry on Monday.", ("PROTEST", "obstruct")),
        ("Rebels occupied the town of Orba on Monday.", ("ASSAULT", None)),
        ("Ivo Straka went on trial on Monday.", ("COERCE", None)),
        ("The trial of Ivo Straka began on Monday.", ("COERCE", None)),
        ("Ivo Straka was condemned to death on Monday.", ("SANCTION", "convict")),
        ("The army liberated the town of Orba on Monday.", ("ASSAULT", None)),
        ("The rebels released Ivo Straka on Monday.", ("RETREAT", "release")),
        ("The navy fired two missiles into the sea.", ("MOBILIZE", "weapons")),
        ("The town fell to the rebels on Sunday.", ("ASSAULT", None)),
        ("Gunmen set the town hall ablaze on Monday.", ("ASSAULT", None)),
        (
            "Ivo Straka blew himself up at the market in Lima on Monday.",
            ("ASSAULT", "suicide-attack"),
        ),
        ("Chad supplied the rebels with rifles.", ("AID", None)),
        ("Chad's veto of the resolution came on Monday.", ("REJECT", None)),
        ("Chad's annexation of Orba began on Monday.", ("COERCE", "seize")),
        ("Ivo Straka gave himself up on Monday.", ("RETREAT", "disarm")),
        ("Chad shot down a Kenyan plane on Monday.", ("ASSAULT", "heavy-weapons")),
    ],
)
def test_the_company_of_a_word_tells_what_it_means(
    text: str, kind: tuple[str, str | None]
) -> None:
    assert told(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Five people were killed in a crash near Lima on Monday.",
        "A shop in Lima was destroyed by fire on Friday.",
        "Two pilgrims were injured in a stampede on Friday.",
        "The Korun Offensive weakened support for the war.",
        "Ivo Straka hung out with Marta Ilves in Lima on Monday.",
        "Ivo Straka gathered up his papers and left the room.",
        "The company moved into a new office in Lima.",
    ],
)
def test_what_nobody_did_to_anybody_is_no_event(text: str) -> None:
    assert told(text) == []


def test_a_bus_that_is_set_on_fire_is_no_mishap() -> None:
    assert told("Two buses were set on fire by rioters in Lima.")[0][0] in {
        "ASSAULT",
        "PROTEST",
    }


def test_who_comes_on_a_stage_attacks_nothing() -> None:
    assert told("The candidates hit the stage in Lima on Monday.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("M23 entered Goma.", ["MOBILIZE/troops asserted: a M23 @ Goma"]),
        ("Boko Haram came under fire.", ["ASSAULT/ asserted: r Boko Haram"]),
        ("Goma came under fire.", ["ASSAULT/ asserted: r Goma @ Goma"]),
        ("Goma fell to the M23.", ["ASSAULT/ asserted: r Goma, a M23 @ Goma"]),
        ("M23 took Goma.", ["ASSAULT/ asserted: a M23, r Goma @ Goma"]),
        ("Hezbollah left the coalition.", ["RETREAT/resign asserted: a Hezbollah"]),
        ("Washington is under fire over its policy.", []),
    ],
)
def test_names_are_what_they_refer_to(text: str, told: list[str]) -> None:
    assert [tell_event(claim) for claim in read_events(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "The week saw clashes between farmers and herders in Lima.",
        "The convoy was the target of an attack by the Front on Monday.",
        "The attack on the base was claimed by the Front.",
        "No group has claimed responsibility for the bombing of a bus on Monday.",
    ],
)
def test_deeds_that_are_seen_suffered_and_claimed_took_place(text: str) -> None:
    assert "ASSAULT" in {kind for kind, _ in told(text)}


def test_who_is_found_guilty_is_convicted() -> None:
    (claim,) = read_events("A court in Lima found Ana Ruiz guilty of theft.")

    assert tell_event(claim).startswith("SANCTION/convict asserted: a A court, r Ana")


@pytest.mark.parametrize(
    "text",
    [
        "Two documents of the ministry were cleared for publication.",
        "The body was delivered to the police.",
        "The singer hails from Galway.",
        "Authorities obtained an arrest warrant for Ana Ruiz.",
        "They took measures undertaken to safeguard their interests.",
    ],
)
def test_other_senses_of_words_of_events_tell_none(text: str) -> None:
    assert told(text) == []


def test_who_captured_a_town_that_others_mean_to_retake() -> None:
    claims = read_events("France hopes to retake the town that rebels captured in May.")

    assert [claim.modality.value for claim in claims] == ["hypothetical", "asserted"]


def test_whom_an_attack_killed_is_not_condemned_for_it() -> None:
    claims = read_events("Mexico condemned the attack in Lima that killed nine people.")

    assert {claim.type for claim in claims} == {"ASSAULT"}


def test_rebels_do_not_act_for_their_state() -> None:
    text = "Rebels in Sudan moved on Monday. Sudanese rebels attacked a post in Gao."
    names = {party.name for claim in read_events(text) for party in claim.parties}

    assert "Sudan" not in names
