"""Whom the label of a transcript means."""

import pytest

from reading import read_statements

TURNS = [
    (
        "Press briefing by Deputy Spokeswoman Dana Orvik¶MS. ORVIK: The road is open."
        "¶QUESTION: Since when?¶MS. ORVIK: Since Monday.",
        ["Dana Orvik", "the questioner", "Dana Orvik"],
    ),
    (
        "Remarks by President Ismail Vadu (إسماعيل فادو) in Gao¶THE PRESIDENT: We "
        "signed it.¶QUESTION: Do you trust them?¶THE PRESIDENT: I do not.",
        ["Ismail Vadu", "the questioner", "Ismail Vadu"],
    ),
    # Nobody is named who has the chair.
    (
        "Debate on the dam¶THE SPEAKER: The member has the floor.¶MR. QUIST (Gao): It "
        "leaks.¶THE SPEAKER: Thank you. The next one, please.",
        ["THE SPEAKER", "QUIST", "THE SPEAKER"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), TURNS)
def test_a_label_means_the_one_person_whom_it_fits(
    text: str, speakers: list[str]
) -> None:
    told = sorted(read_statements(text), key=lambda one: one.citations[0].span.start)

    assert [claim.speakers[0].name for claim in told] == speakers
