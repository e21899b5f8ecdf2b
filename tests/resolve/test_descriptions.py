"""Descriptions that can, or cannot, be of the same people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.descriptions import compare_described, describe, share_side
from dragoman.resolve.levels import AGAINST, EQUAL, FITS, OPEN

NOUNS = ("soldiers", "rebels", "hostages", "prisoners", "smugglers", "people", "nurses")
WORDS = st.tuples(
    st.sampled_from(("", "3", "27", "several", "a 34-year-old", "the")),
    st.sampled_from(("", "Russian", "German", "Zhelian", "suspected", "foreign")),
    st.sampled_from((*NOUNS, "minister", "man", "diplomats")),
).map(lambda words: " ".join(filter(None, words)))


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("27 Russian diplomats", "27 German diplomats", AGAINST),
        ("27 Russian diplomats", "27 diplomats", EQUAL),
        ("21 soldiers", "21 rebels", AGAINST),
        ("21 militants", "21 rebels", FITS),
        ("33 hostages", "33 prisoners", AGAINST),
        ("33 hostages", "33 schoolgirls", OPEN),
        ("37 smugglers", "37 of them", FITS),
        ("37 smugglers", "a smuggler", AGAINST),
        ("four teachers", "four policemen", AGAINST),
        ("a 34-year-old man", "a 52-year-old man", AGAINST),
        ("a 34-year-old man", "a 34-year-old suspect", FITS),
        ("the French ambassador", "the German ambassador", AGAINST),
        ("the French ambassador", "the ambassador", FITS),
        ("the foreign minister", "the defence minister", AGAINST),
        ("South Korean sailors", "North Korean sailors", AGAINST),
        ("Zhelian forces", "Kardanian forces", AGAINST),
        ("two senators", "lawmakers", OPEN),
    ],
)
def test_lands_sorts_ages_and_sizes_exclude(one: str, other: str, level: int) -> None:
    assert compare_described(describe(one), describe(other)) == level


@given(WORDS, WORDS)
def test_a_comparison_is_the_same_both_ways_round(one: str, other: str) -> None:
    mine, theirs = describe(one), describe(other)

    assert compare_described(mine, theirs) == compare_described(theirs, mine)
    assert share_side(mine, theirs) == share_side(theirs, mine)


@given(WORDS)
def test_nothing_excludes_itself(words: str) -> None:
    assert compare_described(describe(words), describe(words)) >= OPEN
