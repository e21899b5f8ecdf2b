"""Who is met later, in the clause that tells a first meeting."""

import pytest

from reading import read_events, tell_event

CASES = [
    (
        "On January 19 Lina Haddad flew to Jakarta. There she met Omar Karam and, two"
        " days later, chairman Ziad Nasr.",
        ("Omar Karam", "2024-01-19"),
        ("Ziad Nasr", "2024-01-21"),
    ),
    (
        "On March 12 Lina Haddad flew to Ankara. There she was received by Minister"
        " Omar Karam and, a day later, by Vice President Ziad Nasr.",
        ("Omar Karam", "2024-03-12"),
        ("Ziad Nasr", "2024-03-13"),
    ),
]


@pytest.mark.parametrize(("text", "first", "later"), CASES)
def test_a_later_meeting_has_its_own_day(
    text: str, first: tuple[str, str], later: tuple[str, str]
) -> None:
    told = [tell_event(one) for one in read_events(text) if one.mode == "meeting"]

    assert len(told) == 2
    for one, (name, day) in zip(told, (first, later), strict=True):
        assert name in one
        assert day in one
        assert "Lina Haddad" in one


def test_the_ministers_are_those_who_met() -> None:
    text = (
        "Foreign Minister Lina Haddad met in Rome with her Georgian counterpart, Omar"
        " Karam. The ministers signed a protocol on customs."
    )

    signed = next(one for one in read_events(text) if one.type == "AGREE")

    assert {one.party.name for one in signed.participants} == {
        "Lina Haddad",
        "Omar Karam",
    }


def test_the_year_of_another_meeting_is_not_this_ones() -> None:
    text = "She met Omar Karam for the first time since the 2021 Lagos summit."

    assert all(one.time is None for one in read_events(text) if one.mode == "meeting")
