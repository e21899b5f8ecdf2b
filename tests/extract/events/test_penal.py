"""What a court gives, apart from what the police do."""

import pytest

from reading import read_events, read_statements, tell_event

SENTENCED = "SANCTION/convict asserted: "
CASES = [
    # Years are a sentence, whatever verb gives them, and so is what a court does.
    ("Omar Tal was jailed for six years.", f"{SENTENCED}r Omar Tal"),
    ("Omar Tal was sent to prison for six years.", f"{SENTENCED}r Omar Tal"),
    ("Omar Tal is serving six years in prison.", f"{SENTENCED}r Omar Tal"),
    ("The tribunal jailed Omar Tal.", f"{SENTENCED}a The tribunal, r Omar Tal"),
    (
        "A judge gave the banker Omar Tal six years in prison.",
        f"{SENTENCED}a A judge, r Omar Tal",
    ),
    (
        "The tribunal condemned Omar Tal to six years in prison.",
        f"{SENTENCED}a The tribunal, r Omar Tal",
    ),
    # Without either somebody is only locked up.
    ("The junta jailed Omar Tal.", "COERCE/arrest asserted: a The junta, r Omar Tal"),
    ("Omar Tal spent two nights in jail.", "COERCE/arrest asserted: r Omar Tal"),
    (
        "Police detained Omar Tal (عمر طال) for six hours.",
        "COERCE/arrest asserted: a Police, r Omar Tal",
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_years_in_prison_are_a_sentence(text: str, told: str) -> None:
    assert [tell_event(claim) for claim in read_events(text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        # Nobody yields who finds somebody innocent.
        "The jury acquitted Omar Tal of fraud.",
        "The court cleared Omar Tal of all charges.",
        "Omar Tal was found not guilty of fraud.",
        "Dana Orvik welcomed the acquittal of the clerk.",
        # Nor is it told here how somebody came to prison.
        "Omar Tal spent six years in prison.",
        "Omar Tal faces six years in prison.",
        # "to" opens no punishment here.
        "The drought condemned the herders to years of poverty.",
    ],
)
def test_no_verdict_is_a_concession_and_no_years_an_arrest(text: str) -> None:
    wrong = {"CONCEDE", "COERCE", "SANCTION"}
    assert wrong.isdisjoint(claim.type for claim in read_events(text))


def test_who_is_condemned_to_something_is_not_spoken_of() -> None:
    assert read_statements("The tribunal condemned Omar Tal to death.") == []


def test_what_is_argued_is_asserted_not_judged() -> None:
    (claim,) = read_statements("The defence argued that the letter was forged.")

    assert claim.act == "assert"


def test_a_total_of_years_is_a_sentence() -> None:
    told = "Three men were jailed for a total of 41 years on Thursday."

    assert [one.type for one in read_events(told)] == ["SANCTION"]
