"""Who it was that an office spoke, where the name follows in the next sentence."""

import pytest

from naming import tell_referents


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        (
            "The premier of Togo has said that the troops must leave. Kofi Adjei made "
            "the comments in a speech in Lomé on Monday.",
            "The premier of Togo",
            "Kofi Adjei",
        ),
        (
            "The foreign minister of Chad said that the border was shut. Ali Saleh "
            "made these remarks after a raid.",
            "The foreign minister of Chad",
            "Ali Saleh",
        ),
        (
            "The secretary general of the Lebanese Cedar movement stated that it would "
            "win. Sayyed Omar Karam made the remarks in Beirut. The Cedar chief "
            "thanked Togo.",
            "The Cedar chief",
            "Omar Karam",
        ),
    ],
)
def test_name_of_who_spoke_follows(text: str, office: str, name: str) -> None:
    assert name in tell_referents(text, office)


def test_another_who_speaks_does_not_hold_the_office() -> None:
    text = "The premier of Togo said that troops must leave. Kofi Adjei told us more."
    assert "Kofi Adjei" not in tell_referents(text, "The premier of Togo")


@pytest.mark.parametrize(
    ("text", "office", "other"),
    [
        (
            "The president said the war would end. Foreign Minister Ali Saleh made the "
            "remarks in Doha.",
            "The president",
            "Ali Saleh",
        ),
        (
            "The president said the war would end. Ali Saleh made the remarks public.",
            "The president",
            "Ali Saleh",
        ),
        (
            "The governor said the dam was safe. Karl Brun's comments on the dam "
            "angered many.",
            "The governor",
            "Karl Brun",
        ),
    ],
)
def test_who_remarks_on_it_does_not_hold_the_office(
    text: str, office: str, other: str
) -> None:
    assert other not in tell_referents(text, office)
