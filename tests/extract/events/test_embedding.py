"""Deeds under what governs them: "failed to", "denied that", "a plan to", "almost".

What was not done never comes out as done; a share of all is put as it should be.
"""

from functools import cache
from pathlib import Path

import pytest

from dragoman.model.claim import EventClaim
from reading import read_events

_PUT = {
    "asserted": {"asserted"},
    "undone": {"denied", "cancelled"},
    "ahead": {"planned", "hypothetical"},
    "open": {"hypothetical"},
}
CASES = [
    tuple(line.split(" ", 2))
    for line in (Path(__file__).parent / "embedding_cases.txt").read_text().splitlines()
    if line and not line.startswith("#")
]
LEAST_PUT_RIGHT = 204  # of 270


@cache
def told(text: str) -> tuple[EventClaim, ...]:
    return tuple(read_events(text))


def modalities(kind: str, text: str) -> set[str]:
    """Return how the events of a type are put."""
    return {
        str(claim.modality)
        for claim in told(text)
        if claim.type == kind or (kind == "COERCE" and claim.mode == "release")
    }


@pytest.mark.parametrize(("put", "kind", "text"), CASES)
def test_what_is_not_done_never_comes_out_as_done(
    put: str, kind: str, text: str
) -> None:
    found = modalities(kind, text)
    assert ("asserted" in found) <= (put == "asserted")


def test_most_are_put_as_they_should() -> None:
    right = [bool(modalities(kind, text) & _PUT[put]) for put, kind, text in CASES]
    assert sum(right) >= LEAST_PUT_RIGHT
