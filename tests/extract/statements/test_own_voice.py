"""Documents in which their author speaks, and posts of channels."""

import pytest

from dragoman.model.claim import StatementClaim
from reading import names_of, read_claims

COMMUNIQUE = """Communique no. 14 of the Tarsa Valley Brigades

8 March 2025

We warn the garrison of Belin that our patience is at an end. Unless the prisoners
of Harun are released by Friday, no convoy will pass the bridge.

We deny the lies of the ministry that our commander Idris Vale was killed. We reject
the offer of the governor, Sana Okur, as an insult.

The Brigades have no quarrel with the doctors."""

LETTER = """Open letter to President Milan Drury

4 May 2024

Mr President,

We, the undersigned teachers, urge you to withdraw the school bill. You promised us
in 2021 that no school would be closed.

If the bill is passed, we shall not teach.

Hana Pell, for the Teachers' Committee of Osk"""

ADDRESS = """Address by Prime Minister Nadia Orlov to the nation

11 November 2023

Last night our border posts at Kamen were shelled. I promise you that those who did
this will not sleep well. Sarmia denies that its army fired.

We do not want war. But if one more shell falls on Kamen, we will close the canal."""

COLUMN = """The price of a bridge

By Tarek Odeh

The Belin Courier, 9 June 2022

Nobody asked the ferrymen. Minister Olga Brandt says that the bridge will pay. I urge
the minister to read her own audit. In my view the ferry has won.

I accuse nobody of theft. The mayor said: "I urge the ferrymen to wait." """

CHANNELS = """Voice of Tarsa

3 March 21:14

Our lads have burned two of their trucks on the Belin road.

Voice of Tarsa

3 March 22:40

Tomorrow it will be too late.

Belin Garrison Online

4 March 07:05

There were no trucks on the Belin road."""


def tell(text: str) -> list[str]:
    return [
        f"{names_of(one.speakers)} > {names_of(one.addressees)}: {one.act}: "
        + " ".join(one.content.split())
        for one in read_claims(text, source=None)
        if isinstance(one, StatementClaim)
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            COMMUNIQUE,
            "Tarsa Valley Brigades > the garrison of Belin: warn: our patience",
        ),
        (
            COMMUNIQUE,
            "Tarsa Valley Brigades > : threaten: Unless the prisoners of Harun",
        ),
        (COMMUNIQUE, "Tarsa Valley Brigades > : deny: our commander Idris Vale was"),
        (COMMUNIQUE, "Tarsa Valley Brigades > : reject: the offer of the governor"),
        (LETTER, "Teachers' Committee of Osk > Milan Drury: request: to withdraw"),
        (LETTER, "Milan Drury > Teachers' Committee of Osk: pledge: no school would"),
        (LETTER, "Teachers' Committee of Osk > Milan Drury: announce: If the bill"),
        (ADDRESS, "Nadia Orlov > : pledge: those who did this will not sleep well"),
        (ADDRESS, "Sarmia > : deny: its army fired"),
        (ADDRESS, "Nadia Orlov > : threaten: But if one more shell falls on Kamen"),
        (COLUMN, "Olga Brandt > : assert: the bridge will pay"),
        (COLUMN, "Tarek Odeh > Olga Brandt: request: to read her own audit"),
        (COLUMN, "Tarek Odeh > : assess: the ferry has won"),
        (CHANNELS, "Voice of Tarsa > : assert: Our lads have burned two of their"),
        (CHANNELS, "Belin Garrison Online > : assert: There were no trucks on the"),
    ],
)
def test_an_author_speaks_in_his_own_text(text: str, line: str) -> None:
    told = tell(text)

    assert any(one.startswith(line) for one in told), told


def test_to_accuse_nobody_accuses_nobody() -> None:
    assert not any("accuse" in one for one in tell(COLUMN))


def test_what_is_quoted_is_not_said_by_the_author() -> None:
    told = tell(COLUMN)

    assert not any(one.startswith("Tarek Odeh") and "to wait" in one for one in told)


def test_a_report_has_no_author_who_speaks() -> None:
    told = tell(
        "Salt tax divides Marno\n\nMARNO, 4 May 2024 - We warn the mayor, a banner "
        "over the road read on Monday. The town council has set a tax on salt, and "
        "traders shut their stalls in the market for a day."
    )

    assert not any("warn" in one for one in told), told


def test_times_of_a_live_page_are_no_channels() -> None:
    told = tell(
        "Marno live\n\nShips leave\n\n14:05\n\nThe harbour master said that four ships "
        "had left.\n\nRain stops\n\n15:10\n\nA baker said that the rain had stopped."
    )

    assert [one.partition(" >")[0] for one in told] == ["The harbour master", "A baker"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Communique of the Tarsa Valley Brigades\n\nWe warn the friends of the "
            "king in "
            "Osk: unless you release our men, the next blow will fall upon the palace. "
            "We bought no rockets from anyone.",
            "Tarsa Valley Brigades > the friends of the king in Osk: warn: unless you",
        ),
        (
            "Communique of the Tarsa Valley Brigades\n\nWe bought no rockets from "
            "anyone.",
            "Tarsa Valley Brigades > : deny: We bought no rockets",
        ),
        (
            "Digest\n\n@tarsa_voice (unverified account of Gen. Josef Kral, chief of "
            "the "
            "northern command of the Tarsa army), 4 March 11:40: “Belin is ours.”\n\n"
            "@belin_now, 4 March 12:00: “It is not.”",
            "@tarsa_voice > : assert: Belin is ours",
        ),
        (
            "Whether the market was hit by rockets, as Norway says, cannot be told "
            "from "
            "the picture.",
            "Norway > : assert: the market was hit by rockets",
        ),
        (
            "Two of the dead were children, according to the head surgeon of the "
            "district "
            "hospital, Olga Brandt.",
            "Olga Brandt > : assert: Two of the dead were children",
        ),
    ],
)
def test_words_that_no_verb_holds(text: str, line: str) -> None:
    told = tell(text)

    assert any(one.startswith(line) for one in told), told


def test_a_name_is_no_content() -> None:
    told = tell("President Anton Sova dismissed her and named General Oskar Belan.")

    assert not any(one.endswith(": General Oskar Belan") for one in told), told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Letter from Senator Hilde Marsh to Secretary Owen Pratt\n\nDear Mr "
            "Secretary,"
            "\n\nI write to ask you to suspend the delivery of the drones.",
            "Hilde Marsh > Owen Pratt: request: to suspend the delivery of the drones",
        ),
        (
            "Letter from Senator Hilde Marsh to Secretary Owen Pratt\n\nDear Mr "
            "Secretary,"
            "\n\nI was told by two officers that the drones flew on Monday.",
            "two officers > Hilde Marsh: assert: the drones flew on Monday",
        ),
        (
            "Declaration of the Council of Lake Fishers\n\nWe have met in Orsk. If the "
            "first fence is built, our boats will block the harbour.",
            "Council of Lake Fishers > : threaten: If the first fence is built",
        ),
        (
            "PRESS STATEMENT\nEmbassy of Norland in Velmar\n14 May 2024\n\nThe Embassy "
            "takes note of the remarks of Minister Gero Platz. It rejects the "
            "allegation "
            "that its staff photographed the bridge.",
            "Embassy of Norland in Velmar > : reject: its staff photographed the "
            "bridge",
        ),
        (
            "Omar Tal met Lena Orb in Velmar on Friday. Orb promised him an answer by "
            "Monday.",
            "Lena Orb > Omar Tal: pledge: an answer by Monday",
        ),
        (
            "General Iva Stolz said the army would stay. She told them that the "
            "enemy had "
            "no time.",
            "Iva Stolz > : assert: the enemy had no time",
        ),
    ],
)
def test_forms_of_addressing_somebody(text: str, line: str) -> None:
    told = tell(text)

    assert any(one.startswith(line) for one in told), told


def test_who_signs_an_interview_does_not_say_its_answers() -> None:
    told = tell(
        "The new minister on her plans\n\nBy Klara Benes\n\nThe Velin Observer, 9 June "
        "2022\n\nDefence Minister Olga Brandt spoke to the Observer on Friday. An "
        "interview.\n\nWho fired the rockets?\n\nI warn everybody who says that he "
        "knows. I urge the army to wait.\n\nWill you resign?\n\nI deny that I was "
        "asked."
    )

    assert not any(one.startswith("Klara Benes") for one in told), told
    assert any(one.startswith("Olga Brandt") for one in told), told


def test_a_headline_about_a_speech_is_no_speech() -> None:
    text = (
        "Speech by Viktor Tal angers Brussels\n\n4 May 2024\n\n"
        "Ministers must never be allowed to meet rebels. The claim is false."
    )
    assert not [c for c in read_claims(text) if isinstance(c, StatementClaim)]
