"""Who speaks in a statement: by his office, by what he did, by going on."""

import pytest

from dragoman.model.claim import StatementClaim
from reading import read_claims, read_statements, tell_statement


def speak(text: str) -> list[str]:
    """``speakers via relays > addressees: content`` of each statement."""
    return [
        f"{', '.join(p.name for p in claim.speakers)} via "
        f"{', '.join(p.name for p in claim.via)} > "
        f"{', '.join(p.name for p in claim.addressees)}: {claim.content}"
        for claim in read_claims(text)
        if isinstance(claim, StatementClaim)
    ]


CASES = [
    # Its kind may stand behind the name of a body.
    (
        "Kataib Noor is an armed faction in Iraq. The Kataib Noor militia said that "
        "it would leave.",
        "Kataib Noor via  > : it would leave",
    ),
    # Whose a statement is may be left open.
    (
        "The army withdrew. “We denounce the attack,” said a statement released on "
        "Monday.",
        "a statement via  > : We denounce the attack",
    ),
    # What is fronted has no subject of its own, and towns praise nobody.
    (
        "Commenting on the visit to Lomé, Omar Bakri, professor of law, told the "
        "Herald that the trip was over.",
        "Omar Bakri via  > the Herald: the trip was over",
    ),
    (
        "During talks in the Qatari capital, Doha, the Iranian Foreign Minister "
        "praised the attack.",
        "the Iranian Foreign Minister via  > : the attack",
    ),
    # "US" is no pronoun.
    ("Iran warned the US that it would respond.", "Iran via  > US: it would respond"),
    # Who faces each other is told by "between".
    (
        "Riyadh and Cairo welcomed the talks between Chad and Mali. Both sides said "
        "that the road was open.",
        "Chad, Mali via  > : the road was open",
    ),
    (
        "Talks between Chad and the rebels began in Doha. Both sides said that the "
        "road was open.",
        "Chad, the rebels via  > : the road was open",
    ),
    (
        "Omar Bakri, the deputy spokesman of the Defence Ministry, said that the road "
        "was open.",
        "Defence Ministry via Omar Bakri > : the road was open",
    ),
    (
        "Top military spokesman Major General Omar Bakri said that the raid was over.",
        "military via Omar Bakri > : the raid was over",
    ),
    # The press is no body that a press secretary speaks for.
    (
        "The council met.¶“There is one poll that matters,” press secretary Cole "
        "Dunning said. “The press will see.”",
        "Cole Dunning via  > : There is one poll that matters",
    ),
    (
        "“The fee will stay,” government press officer Ida Kroll said on Monday.",
        "government via Ida Kroll > : The fee will stay",
    ),
    # She said it, though it tells her own mind.
    (
        "Marisol Vega said she had complained about the heaters twice.",
        "Marisol Vega via  > : she had complained about the heaters twice",
    ),
    # Who nods is about to speak; a question in between says nothing.
    (
        "Captain Omar Tal laughed.¶“Better than theirs.”",
        "Omar Tal via  > : Better than theirs.",
    ),
    (
        "“Feel that,” Lena Orb said.¶What does she write to him?¶“I write: still.”",
        "Lena Orb via  > : I write: still.",
    ),
    (
        "“The senator has a dry sense of humor,” offered spokeswoman Bree Latham.",
        "Bree Latham via  > : The senator has a dry sense of humor",
    ),
    # Who was only talked to on the occasion does not go on speaking.
    (
        "In an interview with radio host Dale Rumsey on Monday, Secretary Harcourt "
        "claimed that the letters were never opened.¶“Not one of them,” she said.",
        "Harcourt via  > : Not one of them",
    ),
    (
        "Moreno countered that the course was unsafe.¶“You built it,” she said.",
        "Moreno via  > : You built it",
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_who_speaks(text: str, told: str) -> None:
    assert told in speak(text.replace("¶", "\n\n"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The regime's spokesman, General Omar Tal, said that rebels had used it.",
            ["assert indirect: The regime via Omar Tal | rebels had used it"],
        ),
        (
            "A spokesman for the army said the bridge was safe.",
            ["assert indirect: the army via A spokesman | the bridge was safe"],
        ),
        (
            "Chad and Mali exchanged fire on Monday. Both governments denied the raid.",
            ["deny indirect: Chad, Mali | the raid"],
        ),
    ],
)
def test_bodies_without_a_name_and_pairs_speak(text: str, told: list[str]) -> None:
    assert list(map(tell_statement, read_statements(text))) == told


def test_two_speak_though_one_is_told_by_what_he_is() -> None:
    (claim,) = read_statements(
        "The Gao Front and its ally, the Unity League, accused Chad of theft."
    )
    assert [one.name for one in claim.speakers] == ["Gao Front", "Unity League"]


def test_a_body_speaks_by_the_name_that_it_is_known_by() -> None:
    (claim,) = read_statements(
        "The electoral authority, known as Zarif Kom, said that it had no ballots."
    )
    assert [one.name for one in claim.speakers] == ["Zarif Kom"]
