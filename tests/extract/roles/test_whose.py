"""Whose office is told, and whether it really is: kin and aides have none of his."""

import pytest

from dragoman.model.claim import EntityClaim, RoleClaim
from reading import read_claims


def statuses(text: str) -> dict[str, set[str]]:
    """Return the statuses of the offices that are told, by holder."""
    claims = read_claims(text, published="2024-05-12")
    names = {one.id: one.name for one in claims if isinstance(one, EntityClaim)}
    found: dict[str, set[str]] = {}
    for one in claims:
        if isinstance(one, RoleClaim):
            found.setdefault(names[one.entity], set()).add(one.status)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "An aide to Finance Minister Ana Petrova resigned on Tuesday.",
        "The chief of staff of Finance Minister Ana Petrova stepped down on Monday.",
        "Finance Minister Ana Petrova's deputy resigned on Monday.",
        "The widow of President Ana Petrova resigned as mayor of Lima.",
        "No one has said that Finance Minister Ana Petrova resigned.",
        "Reports that Finance Minister Ana Petrova had resigned were false.",
        "It is not true that Finance Minister Ana Petrova resigned on Monday.",
        "Finance Minister Ana Petrova almost resigned on Sunday.",
        "Finance Minister Ana Petrova stopped short of resigning.",
        "Finance Minister Ana Petrova offered to resign on Sunday.",
        "Parliament failed to dismiss Finance Minister Ana Petrova on Sunday.",
        "A motion to dismiss Finance Minister Ana Petrova was defeated.",
        "Finance Minister Ana Petrova said she would not resign.",
        "Finance Minister Ana Petrova resigned as party leader.",
    ],
)
def test_who_did_not_leave_is_no_former_holder(text: str) -> None:
    found = statuses(text)
    if "party leader" in text:
        assert found == {"Ana Petrova": {"current", "former"}}
    else:
        assert "former" not in found.get("Ana Petrova", set())


@pytest.mark.parametrize(
    "text",
    [
        "Finance Minister Ana Petrova resigned on Tuesday.",
        "Deputy Prime Minister and Finance Minister Ana Petrova resigned on Sunday.",
        "Officials said that Finance Minister Ana Petrova had resigned.",
        "Finance Minister Ana Petrova was succeeded by Goran Pavic.",
        "Ana Petrova, who resigned as finance minister on Sunday, left for Lima.",
    ],
)
def test_who_left_is_a_former_holder_of_all_that_is_told_at_once(text: str) -> None:
    assert statuses(text)["Ana Petrova"] == {"former"}


@pytest.mark.parametrize(
    "text",
    [
        "Self-declared president Ana Petrova spoke in Sofia on Tuesday.",
        "The would-be president Ana Petrova spoke in Sofia.",
        "Ana Petrova denied that she had been appointed finance minister.",
        "Ana Petrova turned down the post of finance minister.",
        "Rumours that Ana Petrova would become finance minister were false.",
        "No one expects Ana Petrova to be named finance minister.",
        "The plan to appoint Ana Petrova as finance minister was scrapped.",
        "Ana Petrova, who was to become finance minister, left for Lima.",
    ],
)
def test_what_is_only_claimed_offered_or_refused_is_no_office(text: str) -> None:
    assert "Ana Petrova" not in statuses(text)
