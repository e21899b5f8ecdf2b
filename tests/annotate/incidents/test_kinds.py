"""Kinds of incidents weighed with the parts that were found."""

import json
from pathlib import Path

import numpy as np
import pytest

from dragoman.annotate.incidents.kinds import IncidentKinds, gather_evidence

WORDS = np.array([1.0, -2.0], np.float32)
# One wording: surely a weapon (the last of two roles), in the second kind.
WORDINGS = np.array([[-9.0, 9.0, -9.0, 9.0]], np.float32)


def test_evidence_of_a_kind_is_its_words_its_rivals_and_its_parts() -> None:
    attack, bombing = gather_evidence(WORDS, WORDINGS, 300)

    assert attack[:2].tolist() == [1.0, -2.0]
    assert bombing[:2].tolist() == [-2.0, 1.0]
    assert bombing[3] > 5 > -5 > attack[3]
    assert bombing[4] == 0  # a document of common length


def test_no_wording_at_all_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="zero-size array"):
        gather_evidence(WORDS, WORDINGS[:0], 300)


def test_weighing_is_a_weighted_sum(tmp_path: Path) -> None:
    file = tmp_path / "kinds.json"
    rows = [[1, 0, 0, 0, 0, 0], [0, 2, 0, 0, 0, 0]]
    file.write_text(json.dumps({"weights": rows, "biases": [0.5, 0]}))

    weighed = IncidentKinds(file).weigh(WORDS, WORDINGS, 300)

    assert weighed.tolist() == [1.5, 2.0]
