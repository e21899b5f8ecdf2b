"""Lines that tell somebody's words behind a colon, and such as tell none."""

import pytest

from reading import names_of, read_statements

LEAD = "The talks went on in Gao.¶"
LINES = [
    (
        f"{LEAD}The Lake Front: no talks while the siege lasts.¶Rain fell on Monday.",
        "Lake Front: no talks while the siege lasts",
    ),
    (
        f"{LEAD}Orlan Party statement, 3 May: Its members will stay at home.",
        "Orlan Party: Its members will stay at home",
    ),
    (
        f"{LEAD}Norway's foreign ministry, in a communiqué: the border stays closed.",
        "Norway's foreign ministry: the border stays closed",
    ),
    (
        "Joint communiqué of the two ministers on 4 May: the border stays shut.",
        "the two ministers: the border stays shut",
    ),
    (
        f"{LEAD}Ministry of Roads (وزارة الطرق) statement: the dam holds.",
        "Ministry of Roads: the dam holds",
    ),
]


@pytest.mark.parametrize(("text", "told"), LINES)
def test_a_colon_behind_who_speaks_tells_words(text: str, told: str) -> None:
    assert told in [
        f"{names_of(claim.speakers)}: {claim.content}"
        for claim in read_statements(text)
    ]


@pytest.mark.parametrize(
    "line",
    [
        # A part of a digest, a work, a number, what is no speaker.
        "Norway: floods kill nine in the north.",
        "Lake Union: Talks on the debt opened in Lund.",
        "Ana Ruiz: a life in pictures.",
        "The hospital: two doctors, no light.",
        "Two things are clear to all: the road is shut and the rain has come.",
    ],
)
def test_other_colons_tell_no_words_of_whoever_stands_before(line: str) -> None:
    told = read_statements(f"{LEAD}{line}")

    assert "assert" not in {claim.act for claim in told}


def test_what_is_listed_behind_a_demand_is_demanded() -> None:
    text = "Statement of the Lake Front¶We demand:¶- an open road;¶- a free press."

    told = read_statements(text)

    assert [(claim.act, claim.content) for claim in told] == [
        ("demand", "an open road"),
        ("demand", "a free press."),
    ]


def test_whose_communique_it_is_stands_before_its_kind() -> None:
    text = "LAKE FRONT - COMMUNIQUÉ No. 14¶Two men fell.¶We warn the fishers to stay."

    (claim,) = read_statements(text)

    assert names_of(claim.speakers) == "LAKE FRONT"
