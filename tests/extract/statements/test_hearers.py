"""Who is spoken to: in calls and letters, by whom one was asked, the writer."""

import pytest

from dragoman.model.claim import StatementClaim
from reading import read_claims


def hear(text: str) -> list[str]:
    """``act: speakers > addressees: content`` of each statement."""
    return [
        f"{claim.act}: {', '.join(p.name or '' for p in claim.speakers)} > "
        f"{', '.join(p.name or '' for p in claim.addressees)}: {claim.content}"
        for claim in read_claims(text)
        if isinstance(claim, StatementClaim)
    ]


HEARD = [
    (  # a problem hears nothing
        "Addressing another problem, the leaders told the junta to release ten men.",
        "request: the leaders > the junta: to release ten men",
    ),
    (
        "“We will not leave,” Colonel Omar Tal said in a call with General Lena Orb.",
        "pledge: Omar Tal > Lena Orb: We will not leave",
    ),
    (
        "Asked by a reporter whether he would stay, General Omar Tal replied: “No.”",
        "Omar Tal > a reporter: No.",
    ),
    (
        "The leader sent word to the farmers: “Bring your goats down by dusk.”",
        "> the farmers: Bring your goats down by dusk.",
    ),
    ("Lena Orb told us that the bridge was mined.", "Lena Orb > Herald: the bridge"),
    (
        "Lena Orb told this newspaper that the bridge was mined.",
        "Lena Orb > Herald: the bridge",
    ),
]


@pytest.mark.parametrize(("text", "heard"), HEARD)
def test_who_is_spoken_to_is_found(text: str, heard: str) -> None:
    told = hear(text)

    assert any(heard in line for line in told), told


def test_us_within_an_interview_is_not_its_writer() -> None:
    text = (
        "TAL: The miners told us that the shaft is dry.\n\n"
        "ORB: And you believed them?\n\nTAL: We believed them for a year."
    )

    told = hear(text)

    assert not any("Herald" in line for line in told), told


def test_what_somebody_says_of_his_own_mind_is_one_statement() -> None:
    told = hear("The ministers said in a joint statement that they regretted the raid.")

    assert len(told) == 1, told


def test_records_that_a_speaker_cites_are_no_statement() -> None:
    told = hear("The harbour police, citing radar records, said the tug had turned.")

    assert len(told) == 1, told


def test_both_are_those_named_together() -> None:
    told = hear(
        "Minister Dana Orvik spoke with General Hugo Varga of the army and with Halima "
        "Dresa of the Belin Front, and urged both to show restraint."
    )
    assert told == ["request: Dana Orvik > Hugo Varga, Halima Dresa: to show restraint"]


def test_a_letter_and_an_address_have_readers() -> None:
    assert hear(
        "Osman Terzi told the council in a letter dated 9 April that the fuel was "
        "lost. He addressed the miners, saying their wages were safe."
    ) == [
        "assert: Osman Terzi > the council: the fuel was lost",
        "assert: Osman Terzi > the miners: their wages were safe",
    ]
