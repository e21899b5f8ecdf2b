"""What stands between a cue and its content, and where a content begins."""

import pytest

from reading import read_statements, tell_statement


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A Western diplomat, speaking on condition that she not be named, said "
            "Niger was to blame.",
            ["assert indirect: A Western diplomat | Niger was to blame"],
        ),
        (
            "Minister Omar Tal, in Lima to talk to leaders, said the truce would hold.",
            ["assert indirect: Omar Tal | the truce would hold"],
        ),
        (
            "They met Omar Tal, an aide at the Union, who said the gate was shut.",
            ["assert indirect: Omar Tal | the gate was shut"],
        ),
        (
            "Protests against the Voice of Gao led to its closure, said Omar Tal.",
            [
                "assert indirect: Omar Tal | Protests against the Voice of Gao led to "
                "its closure"
            ],
        ),
        ("Asked whether he would resign, Tal said no.", []),
        ("The ministry neither confirmed nor denied that the pilot was alive.", []),
        (
            "The Kremlin said Monday it had no information about the flight.",
            ["assert indirect: Kremlin | it had no information about the flight"],
        ),
        (
            "Tal said tomorrow he would sign.",
            ["assert indirect: Tal | tomorrow he would sign"],
        ),
        (
            "The port authority said in a statement, released late on Monday, that no "
            "ship had been searched.",
            ["assert indirect: The port authority | no ship had been searched"],
        ),
        (
            "Doctors at the Belin hospital put the number of wounded at 40.",
            [
                "assert indirect: Doctors at the Belin hospital | the number of "
                "wounded at 40"
            ],
        ),
        (
            "The mayor told residents: boil your water until Friday.",
            ["assert indirect: The mayor to residents | boil your water until Friday"],
        ),
        (
            "The general, whom Tal called a traitor, said he would appeal.",
            [
                "condemn indirect: Tal | a traitor",
                "assert indirect: The general | he would appeal",
            ],
        ),
    ],
)
def test_what_stands_between_cue_and_content_is_neither(
    text: str, told: list[str]
) -> None:
    assert [tell_statement(claim) for claim in read_statements(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Mali's ministry asked permission from President Tal to resume raids.",
            ["request indirect: Mali's ministry | permission from President Tal to "
             "resume raids"],
        ),
        (
            "In a letter, her doctor made a point of stating that she is well.",
            ["assert indirect: her doctor | she is well"],
        ),
        (
            "A guard told AFP via telephone that the wing was burned.",
            ["assert indirect: A guard to AFP in AFP | the wing was burned"],
        ),
        ("Each wrongly believes he is right.", []),
    ],
)  # fmt: skip
def test_things_neither_speak_nor_hear(text: str, told: list[str]) -> None:
    assert [tell_statement(claim) for claim in read_statements(text)] == told
