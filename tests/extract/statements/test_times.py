"""When a statement was made is not when what it tells of takes place."""

import pytest

from dragoman.model.claim import StatementClaim
from reading import read_claims


def when(text: str) -> str | None:
    (claim,) = [
        claim
        for claim in read_claims(text, "2024-06-15")
        if isinstance(claim, StatementClaim)
    ]
    return None if claim.time is None else claim.time.value


@pytest.mark.parametrize(
    "text",
    [
        "The Front has announced a congress in Tinzawaten on 20 June 2024.",
        "Abu Salim claimed responsibility for the attack on the garrison on 28 May.",
        "Ivo Straka, mayor from 2010 to 2014, rejected the plan.",
    ],
)
def test_a_day_of_what_is_told_is_not_taken(text: str) -> None:
    assert when(text) is None


def test_a_day_before_the_cue_is_taken() -> None:
    assert when("On 7 June the group warned the Corps that it would attack.") == (
        "2024-06-07"
    )


@pytest.mark.parametrize(
    "terms",
    [
        "on condition that he not be quoted by name that",
        "on the understanding that he would not be identified that",
    ],
)
def test_terms_of_not_being_named_are_no_content(terms: str) -> None:
    (claim,) = [
        claim
        for claim in read_claims(f"An official said {terms} the talks had failed.")
        if isinstance(claim, StatementClaim)
    ]
    assert claim.content == "the talks had failed"
