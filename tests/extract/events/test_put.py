"""Whose an act is, and how it is put, where the wording misleads."""

import pytest

from reading import read_events, tell_event

CASES = [
    # whom a state recalls is its own man
    (
        "Chad on Tuesday recalled its ambassador to Sudan, Brahim Tarik, for"
        " consultations.",
        ["SANCTION/withdraw asserted: a Chad, r Sudan 2024-05-07"],
    ),
    # a state that one is in is no place
    (
        "The court on Monday sentenced Anton Grell to 12 years in prison for fraud.",
        ["SANCTION/convict asserted: a The court, r Anton Grell 2024-05-06"],
    ),
    # support of whom it is, for whom it is
    (
        "Deputy Minister Selin Kaya underlined Chad's support for the unity of Sudan.",
        ["SUPPORT/ asserted: a Chad, r Sudan"],
    ),
    (
        "Minister Abel Moss conveyed the greetings of President Omar Dill to President"
        " Rolf Agard.",
        ["SUPPORT/ asserted: a Omar Dill, r Rolf Agard"],
    ),
    # proposed and refused in the same breath
    (
        "Defence Minister Abel Moss proposed to send troops to the border, but the"
        " president refused.",
        ["MOBILIZE/troops denied: a Abel Moss"],
    ),
    # a plan beside another one that was called off
    (
        "Anna Lee and Karim Haddad are to meet in Riga today, six days after the"
        " meeting was cancelled.",
        ["CONSULT/meeting planned: a Anna Lee, a Karim Haddad @ Riga 2024-05-08"],
    ),
    # what should not be, or never is done, is no denial of an event
    ("Norway should not lift sanctions on Chad.", []),
    ("Norway must not send troops to Mali.", []),
    ("The army has not ruled out an attack on the town of Riga.", []),
    ("The government does not negotiate with terrorists.", []),
    ("An estimated 3,200 people were displaced by the fighting.", []),
    (
        "Suppose it had been Riga that was shelled.",
        ["ASSAULT/heavy-weapons hypothetical: r Riga @ Riga"],
    ),
    (
        "General Otto Lenz inspected troops at Narva on Tuesday and met the mayor, Ada"
        " Kern.",
        [
            "CONSULT/visit asserted: a Otto Lenz @ Narva 2024-05-07",
            "CONSULT/meeting asserted: a Otto Lenz, r Ada Kern @ Narva 2024-05-07",
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_events_are_put_as_the_words_put_them(text: str, wanted: list[str]) -> None:
    assert [tell_event(event) for event in read_events(text)] == wanted


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("the Thursday before last", "2024-04-25"),
        ("the week before last", "2024-04-22/2024-04-28"),
        ("the Wednesday before last", None),  # written on a Wednesday
        ("on 31 February 2024", None),
    ],
)
def test_days_before_the_last_and_days_that_never_were(
    when: str, day: str | None
) -> None:
    (event,) = read_events(f"Dana Orvik met Pavel Strom in Riga {when}.")

    assert (None if event.time is None else event.time.value) == day


def test_what_an_entry_of_a_diary_goes_on_to_tell_is_of_its_day() -> None:
    text = (
        "3 May: Shells struck the market of Narva.\n\n"
        "4 May: Governor Ada Kern imposed a curfew in Narva. The traders' union called"
        " a one-day strike.\n\n5 May: Anna Lee met Karim Haddad in Riga.\n"
    )

    strike = next(event for event in read_events(text) if event.type == "PROTEST")

    assert strike.time is not None
    assert strike.time.value == "2024-05-04"
