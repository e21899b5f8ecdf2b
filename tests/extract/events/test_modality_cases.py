"""A hundred and fifty constructed cases of what did not happen, or not yet.

What is named in a case may be missed, but never comes out as asserted; a share that
grows with the rules must be put exactly as the case says.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.model.claim import EventClaim
from reading import read_events

FILES = ("modality_cases.yaml", "modality_cases_later.yaml")
CASES: list[dict[str, Any]] = [
    case
    for file in FILES
    for case in yaml.safe_load((Path(__file__).parent / file).read_text("utf-8"))[
        "cases"
    ]
]
LEAST_PUT_RIGHT = 112  # of 156


@cache
def told(text: str) -> tuple[EventClaim, ...]:
    return tuple(read_events(text))


def find(case: dict[str, Any], wanted: dict[str, str]) -> list[EventClaim]:
    """Return the events of a case that are of the kind of one that it names."""
    kind, _, mode = wanted["type"].partition(".")
    return [
        claim
        for claim in told(case["text"])
        if claim.type == kind and (not mode or claim.mode in {mode, None, "meeting"})
    ]


def test_there_are_a_hundred_and_fifty_cases() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_what_is_named_never_comes_out_as_asserted(case: dict[str, Any]) -> None:
    wrong = [
        claim.type
        for wanted in case["events"]
        for claim in find(case, wanted)
        if claim.modality == "asserted" and wanted["modality"] != "asserted"
    ]
    assert wrong == []


def test_most_are_put_as_they_should() -> None:
    right = sum(
        any(claim.modality == wanted["modality"] for claim in find(case, wanted))
        for case in CASES
        for wanted in case["events"]
    )
    assert right >= LEAST_PUT_RIGHT
