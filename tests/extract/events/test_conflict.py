"""Attacks as agencies, digests and situation reports tell them."""

from dataclasses import replace

import pytest

from dragoman.model.claim import EventClaim
from reading import read_events, tell_event

SENTENCES = [
    # Who did it and who suffered.
    (
        "Gunmen suspected to be bandits on Friday killed seven herders and abducted 40"
        " others.",
        [
            "ASSAULT/ asserted: a Gunmen, r seven herders 2024-05-03",
            "ASSAULT/abduct asserted: a Gunmen, r 40 others 2024-05-03",
        ],
    ),
    (
        "The envoy Oren Vashti was shot dead by one of his bodyguards.",
        [
            "ASSAULT/firearms asserted: a one of his bodyguards, r Oren Vashti",
        ],
    ),
    (
        "Armed men shot dead Chad's Forestry Minister Oren Vashti in Gao, police said.",
        ["ASSAULT/firearms asserted: a Armed men, r Oren Vashti @ Gao"],
    ),
    (
        "The soldiers whom the militia abducted on Monday were released.",
        [
            "ASSAULT/abduct asserted: a the militia, r The soldiers 2024-05-06",
            "RETREAT/release asserted: r The soldiers",
        ],
    ),
    (
        "Oren Vashti was killed in Gao on Monday by gunmen who ambushed his car.",
        ["ASSAULT/ asserted: a gunmen, r Oren Vashti, r his car @ Gao 2024-05-06"],
    ),
    # Days without a preposition, as digests write them.
    (
        "In the north, gunmen 8 April killed eleven herders near Gao.",
        ["ASSAULT/ asserted: a gunmen, r eleven herders @ Gao 2024-04-08"],
    ),
    # What tells of force without a verb of force.
    (
        "A clash between herders and farmers on Monday left nine people dead in Gao.",
        [
            "ASSAULT/ asserted: a herders, a farmers, r nine people @ Gao 2024-05-06",
        ],
    ),
    (
        "Nine people died in an attack on two camps near Gao on Monday.",
        ["ASSAULT/ asserted: r Nine people, r two camps @ Gao 2024-05-06"],
    ),
    (
        "A suicide bomber targeted a police post in Gao on Monday.",
        ["ASSAULT/ asserted: a A suicide bomber, r a police post @ Gao 2024-05-06"],
    ),
    (
        "Nine people were killed by the shelling of the market in Gao on Monday.",
        [
            "ASSAULT/heavy-weapons asserted: r Nine people, r the market"
            " @ Gao 2024-05-06",
        ],
    ),
    (
        "Shelling was reported in Gao on Monday.",
        ["ASSAULT/heavy-weapons asserted:  @ Gao 2024-05-06"],
    ),
    # The day after: only the toll is news, and its day is not that of the attack.
    (
        "The death toll from a blast at a mosque in Gao rose to 59 on Monday.",
        ["ASSAULT/explosives asserted: r a mosque @ Gao"],
    ),
    (
        "The death toll from Saturday's attack on the market rose to 14.",
        ["ASSAULT/ asserted: r the market 2024-05-04"],
    ),
    (
        "The Chad bomb blast on Monday killed nine people.",
        ["ASSAULT/ asserted: r nine people 2024-05-06"],
    ),
    (
        "The artillery strike of rebel forces at a checkpoint near Gao on Monday took"
        " the lives of two guards.",
        [
            "ASSAULT/heavy-weapons asserted: a rebel forces, r a checkpoint,"
            " r two guards @ Gao 2024-05-06",
        ],
    ),
    (
        "A second attack took place at a mosque in the city of Gao and claimed the"
        " lives of five people.",
        ["ASSAULT/ asserted: r five people @ Gao"],
    ),
    (  # who was taken is not what was stormed
        "Anna Holt was at home in Gao. Gunmen stormed a house and abducted her.",
        [
            "ASSAULT/ asserted: a Gunmen, r a house",
            "ASSAULT/abduct asserted: a Gunmen, r Anna Holt",
        ],
    ),
    (
        "Three nurses kidnapped in Gao two weeks ago were released on Tuesday.",
        [
            "ASSAULT/abduct asserted: r Three nurses @ Gao 2024-04-22/2024-04-28",
            "RETREAT/release asserted: r Three nurses 2024-05-07",
        ],
    ),
    # Whom a group released is not the group.
    (
        "Front fighters 22 April kidnapped 40 women, released them three days later.",
        [
            "ASSAULT/abduct asserted: a Front fighters, r 40 women 2024-04-22",
            "RETREAT/release asserted: a Front fighters, r 40 women 2024-04-25",
        ],
    ),
    # A clause with "but" is another one.
    (
        "At least 27 people were killed in an attack on the camp, but a coalition that"
        " rules the air denied any role.",
        ["ASSAULT/ asserted: r At least 27 people, r the camp"],
    ),
    # Accidents and disasters are no attacks.
    ("The floods left 17 people dead.", []),
    ("A bus crash left 17 people dead and took the lives of two nurses.", []),
    ("The number of attacks on the market rose to 14 last year.", []),
]


@pytest.mark.parametrize(("text", "told"), SENTENCES)
def test_attacks_of_one_sentence(text: str, told: list[str]) -> None:
    found = [tell_event(_without_weapons(claim)) for claim in read_events(text)]
    assert found == told


def _without_weapons(claim: EventClaim) -> EventClaim:
    kept = tuple(one for one in claim.participants if one.part != "weapon")
    return replace(claim, participants=kept)


NUMBERS = [
    (
        "Fighters attacked a base near Gao on Monday, killing three soldiers, and later"
        " shot ten farmers dead in Dervan.",
        [{("killed", 3)}, {("killed", 10)}],
    ),
    (
        "Gunmen attacked a bus near Gao, leaving three guards dead and two wounded.",
        [{("killed", 3), ("wounded", 2)}],
    ),
    (
        "Two missiles hit a market in Gao on Monday. A resident said 12 women, eight"
        " children and seven men had died in the attack.",
        [{("killed", 27)}],
    ),
    (
        "A blast in Gao on Monday claimed the lives of five traders.",
        [{("killed", 5)}],
    ),
    (
        "Fighters attacked a camp near Gao on Monday. They also kidnapped 40 women. In"
        " all, 82 were reported dead.",
        [{("killed", 82)}, {("abducted", 40)}],
    ),
    (
        "Rebels took the town of Gao on Monday. There 100 people were killed and 200"
        " injured.",
        [set(), {("killed", 100), ("wounded", 200)}],
    ),
]


@pytest.mark.parametrize(("text", "tolls"), NUMBERS)
def test_each_attack_has_its_own_numbers(
    text: str, tolls: list[set[tuple[str, int]]]
) -> None:
    found = [
        {(one.kind, one.low) for one in claim.quantities} for claim in read_events(text)
    ]
    assert found == tolls


def test_an_incident_goes_on_in_the_next_paragraph() -> None:
    """On most pages each sentence is a paragraph."""
    text = "A bomb hit the market.\n\nThe attack took place on Sunday in Gao."
    (claim,) = read_events(text)
    assert (claim.place_name, claim.time and claim.time.value) == ("Gao", "2024-05-05")


def test_what_took_place_here_was_at_the_dateline() -> None:
    text = "GENEVA: Oren Vashti was shot dead by gunmen near his house here on Monday."
    (claim,) = read_events(text)
    assert (claim.place_name or "").casefold() == "geneva"


def test_who_speaks_for_a_body_did_not_do_what_it_claims() -> None:
    text = (
        "Taliban spokesman Qari Yusofi claimed responsibility for the bombing of a"
        " market in Gao."
    )
    (claim,) = read_events(text)
    told = [(one.part, one.party.name) for one in claim.participants]
    assert ("actor", "Taliban") in told
    assert all(name != "Qari Yusofi" for _, name in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Courts and police.
        (
            "A court in Gao adjourned the trial of Oren Vashti.",
            "COERCE/ cancelled: a A court, r Oren Vashti @ Gao",
        ),
        (
            "A judge ordered Oren Vashti held without bail.",
            "COERCE/arrest asserted: a A judge, r Oren Vashti",
        ),
        (
            "A court upheld the conviction of Oren Vashti.",
            "SANCTION/convict asserted: a A court, r Oren Vashti",
        ),
        (
            "A judge ordered the arrest of Oren Vashti.",
            "COERCE/arrest asserted: r Oren Vashti, a A judge",
        ),
        (
            "During his trial in May, Oren Vashti stabbed a guard in Gao.",
            "ASSAULT/beat asserted: a Oren Vashti, r a guard @ Gao 2024-05",
        ),
        (
            "The two ministers quit the government on Monday.",
            "RETREAT/resign asserted: a The two ministers 2024-05-06",
        ),
        # Towns by their names, and whose they were.
        (
            "Rebels took the town from the army.",
            "ASSAULT/ asserted: a Rebels, r the town, r the army",
        ),
        (
            "The garrison surrendered Goma.",
            "RETREAT/withdraw asserted: a The garrison @ Goma",
        ),
        # Those who change sides.
        (
            "Colonel Oren Vashti defected to the rebels.",
            "RETREAT/withdraw asserted: a Oren Vashti, r the rebels",
        ),
        # What is ordered, seen and found is so.
        (
            "Soldiers were seen massing near Gao.",
            "MOBILIZE/troops asserted: a Soldiers @ Gao",
        ),
        (
            "The panel finds that soldiers burned a clinic.",
            "ASSAULT/ asserted: a soldiers, r a clinic",
        ),
        (
            "An explosion shook the market.",
            "ASSAULT/explosives asserted: r the market",
        ),
    ],
)
def test_families_of_words_and_who_acts(text: str, told: str) -> None:
    assert told in [tell_event(one) for one in read_events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Oren Vashti left Gao for good.",
        "The judge had the file copied.",
        "The company gave up Gao as its seat.",
        "The ministry closed its eyes to the report.",
        "Attempts to infiltrate the scheme were made by people with money.",
    ],
)
def test_words_of_force_without_force_tell_nothing(text: str) -> None:
    assert [tell_event(one) for one in read_events(text)] == []
