"""Wordings weighed against each other, on stories made by hand."""

from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.incidents_known import ALL, KnownWords
from dragoman.annotate.incidents_rivals import (
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
