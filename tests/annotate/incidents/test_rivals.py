"""Wordings weighed against each other, on stories made by hand."""

from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.incidents import rivals as incidents_rivals
from dragoman.annotate.incidents.known import ALL, KnownWords
from dragoman.annotate.incidents.rivals import (
    LEAST,
    IncidentRivals,
    Story,
    find_cases,
    gather_figures,
)
from dragoman.model.syntax import Sentence, Token

ROLES, KINDS = 6, 5
WEAPON, BOMBING = 4, 1
LIKELY, NEVER = 1.0, -8.0
KNOWN = KnownWords({ALL: np.array([[1] * ROLES, [9] * ROLES])})
WORDS = ("the", "powerful", "car", "bomb", "of", "حركة", "الغد")
PHRASES = {
    "bomb": (3, 3),
    "car bomb": (2, 3),
    "powerful car bomb": (1, 3),
    "حركة الغد": (5, 6),
}


@pytest.fixture(scope="module")
def rivals() -> IncidentRivals:
    folder = files("dragoman.data").joinpath("model")
    return IncidentRivals(
        folder.joinpath("incident_rivals.npz"), folder.joinpath("incident_known.tsv.gz")
    )


def sentence() -> Sentence:
    tokens = []
    start = 0
    for word in WORDS:
        end = start + len(word)
        tokens.append(Token(start, end, word, word, "NOUN", "NN", -1, "root", "", ""))
        start = end + 1
    return Sentence(tokens, 0)


def story(weapons: dict[str, float], bombing: float = LIKELY) -> Story:
    scores = np.full((len(weapons), ROLES + KINDS), NEVER, np.float32)
    scores[:, WEAPON] = list(weapons.values())
    scores[:, ROLES + BOMBING] = LIKELY
    kinds = np.full(KINDS, NEVER, np.float32)
    kinds[BOMBING] = bombing
    places = [(0, *PHRASES[key]) for key in weapons]
    rows = np.arange(len(weapons))
    return Story([sentence()], places, rows, list(weapons), scores, scores, kinds)


def test_where_no_kind_is_told_nobody_plays_a_part(rivals: IncidentRivals) -> None:
    odds = rivals.weigh(story({"bomb": LIKELY}, bombing=NEVER))

    assert odds.shape == (1, ROLES, KINDS)
    assert np.isneginf(odds).all()


def test_without_a_wording_there_is_nothing_to_weigh(rivals: IncidentRivals) -> None:
    assert rivals.weigh(story({})).shape == (0, ROLES, KINDS)


def test_only_what_is_told_and_likely_enough_is_weighed(rivals: IncidentRivals) -> None:
    odds = rivals.weigh(story({"bomb": LIKELY, "car bomb": LEAST - 1}))

    assert np.argwhere(np.isfinite(odds)).tolist() == [[0, WEAPON, BOMBING]]


def test_a_longer_wording_of_the_same_is_a_rival(rivals: IncidentRivals) -> None:
    alone = rivals.weigh(story({"bomb": LIKELY}))
    beside = rivals.weigh(story({"bomb": LIKELY, "car bomb": 3.0}))

    assert beside[0, WEAPON, BOMBING] < alone[0, WEAPON, BOMBING]


@given(
    st.permutations(list(PHRASES)),
    st.lists(st.integers(-3, 4), min_size=4, max_size=4, unique=True),
)
def test_order_of_the_phrases_does_not_matter(
    order: list[str], scores: list[int]
) -> None:
    weapons = dict(zip(PHRASES, map(float, scores), strict=True))

    again = story({key: weapons[key] for key in order})
    figures = gather_figures(story(weapons), KNOWN)
    moved = gather_figures(again, KNOWN)

    keys = list(PHRASES)
    back = [keys.index(order[row]) for row, _, _ in find_cases(again).tolist()]
    assert np.allclose(moved, figures[back], atol=1e-5)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3), st.integers(0, 5), st.integers(0, 2), st.integers(0, 4)
        ),
        min_size=1,
        max_size=30,
    )
)
def test_words_are_shared_within_a_sentence_only(
    told: list[tuple[int, int, int, int]],
) -> None:
    told = sorted(told)
    places = [(number, first, first + more) for number, first, more, _ in told]
    wordings = np.array([one for *_, one in told])
    scores = np.zeros((5, ROLES + KINDS), np.float32)
    kinds = np.zeros(KINDS, np.float32)
    keys = ["a", "b", "c", "d", "حركة"]
    told_of = Story([], places, wordings, keys, scores, scores, kinds)
    rows = np.unique(wordings)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(incidents_rivals, "_STRETCH", 3)
        found = incidents_rivals._overlapping(told_of, rows, np.array(places))

    expected = np.zeros_like(found)
    for one, (number, first, last) in zip(wordings, places, strict=True):
        for two, (other, low, high) in zip(wordings, places, strict=True):
            if one != two and number == other and first <= high and low <= last:
                expected[np.searchsorted(rows, one), np.searchsorted(rows, two)] = True
    assert (found == expected).all()
