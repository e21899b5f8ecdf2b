"""Which incident somebody belongs to, in texts of our own read by the shipped model."""

from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_document
from dragoman.annotate.sentences import EncoderAnnotator
from dragoman.extract.incidents.apart import _TOGETHER, _group, _join_doers
from dragoman.extract.incidents.records import read_incidents
from dragoman.model.annotation import Annotations

TWO = (
    "Gunmen shot dead the mayor of Ostrava Nueva, Rafael Lindo, on Monday morning as "
    "he left his home. Police said two men on a motorcycle fired at him with pistols. "
    "The mayor had received threats for months. The government condemned the killing. "
    "In another attack, guerrillas of the Tarvik Liberation Front killed the judge "
    "Elena Marosz on Saturday in the port of Belmira. They opened fire on her car."
)
ONE = TWO[: TWO.index(" In another attack")]


def who(annotator: EncoderAnnotator, text: str) -> list[set[str]]:
    document = make_document(text)
    annotations = annotator.annotate(document, Annotations(document.id))
    return [
        {text[one.start : one.end] for one in record.parts}
        for record in read_incidents(annotations, text)
    ]


def test_those_of_one_attack_stand_in_one_record(annotator: EncoderAnnotator) -> None:
    (attack,) = who(annotator, ONE)

    assert attack >= {"Gunmen", "Rafael Lindo"}


@pytest.mark.parametrize(
    "text", [TWO, TWO.replace("Rafael Lindo", "راشد المرّي"), TWO.replace("car", "نورا")]
)
def test_another_attack_is_another_record(
    annotator: EncoderAnnotator, text: str
) -> None:
    records = who(annotator, text)

    (judge,) = [one for one in records if "Elena Marosz" in one]
    assert "Tarvik Liberation Front" in judge
    assert "Gunmen" not in judge


@st.composite
def symmetric(draw: st.DrawFn) -> np.ndarray:
    count = draw(st.integers(1, 7))
    cells = st.lists(st.floats(-4, 4, width=32), min_size=count**2, max_size=count**2)
    odds = np.array(draw(cells), np.float32).reshape(count, count)
    return odds + odds.T


@given(symmetric())
def test_each_is_in_one_group_and_none_is_with_whom_he_cannot_be(
    odds: np.ndarray,
) -> None:
    groups = _group(odds, range(len(odds)))

    assert sorted(chain(*groups)) == list(range(len(odds)))
    assert all(
        odds[one, two] >= _TOGETHER
        for group in groups
        for one in group
        for two in group
        if one != two
    )


@given(symmetric(), st.sets(st.integers(0, 6)))
def test_no_second_incident_is_told_by_culprits_alone(
    odds: np.ndarray, suffering: set[int]
) -> None:
    apart = sorted(_group(odds, range(len(odds))), key=min)

    groups = _join_doers(apart, suffering, odds)

    assert sorted(chain(*groups)) == list(range(len(odds)))
    assert all(suffering & set(group) for group in groups if 0 not in group)


def test_culprits_go_to_whom_they_fit_best() -> None:
    odds = np.full((4, 4), -3.0, np.float32)
    odds[2, 3] = odds[3, 2] = -1.0

    groups = _join_doers([[0], [1], [2], [3]], {0, 1, 2}, odds)

    assert groups == [[0], [1], [2, 3]]


def test_many_of_one_incident_are_joined_without_looking_at_all_pairs_again() -> None:
    many = 400  # a minute or two, if every pair were looked at for each join
    (group,) = _group(np.ones((many, many), np.float32), range(many))

    assert sorted(group) == list(range(many))
