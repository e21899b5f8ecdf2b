"""What a name is by what stands around it."""

import pytest

from naming import tell_names


@pytest.mark.parametrize(
    "text",
    [
        "Someone in the CPA sat down and thought up ways to stop it.",
        "How did the CPA get to the point where it turned down the offer?",
    ],
)
def test_capital_letters_with_an_article_are_a_body(text: str) -> None:
    assert tell_names(text)["CPA"] == "Organization"


def test_letters_of_things_are_no_body() -> None:
    assert not tell_names("The GDP fell, and the RFP was sent out before the IPO.")


def test_a_town_stands_before_what_befalls_it() -> None:
    told = tell_names("They threatened him if the Fallujah offensive was not stopped.")

    assert told == {"Fallujah": "Place"}
