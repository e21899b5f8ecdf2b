"""Kinds of incidents once the parts are known: a bombing without a bomb is unlikely.

Logistic regression, kind by kind, over what the network tells of the document and how
sure the likeliest wording of each role is to play it in an incident of the kind.
"""

import json
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# Words of a document of common length.
_COMMON = 300
_LEAST = 1e-6


class IncidentKinds:
    """Weighs the evidence; loaded once."""

    def __init__(self, file: Traversable) -> None:
        about = json.loads(file.read_text(encoding="utf-8"))
        self._weights = np.array(about["weights"], np.float32)
        self._biases = np.array(about["biases"], np.float32)

    def weigh(self, told: Floats, wordings: Floats, words: int) -> Floats:
        """Return log odds of each kind, ``(kinds,)``; see ``gather_evidence``."""
        evidence = gather_evidence(told, wordings, words)
        weighed: Floats = (evidence * self._weights).sum(1) + self._biases
        return weighed


def gather_evidence(told: Floats, wordings: Floats, words: int) -> Floats:
    """Return what speaks for each kind, ``(kinds, evidence)``.

    Args:
        told: Log odds of the kinds for the document as a whole, ``(kinds,)``.
        wordings: Log odds of roles, then of kinds, of each wording.
        words: How many words the document has.
    """
    kinds = len(told)
    odds = 1 / (1 + np.exp(-wordings))
    roles, parts = odds[:, :-kinds], odds[:, -kinds:]
    rows = []
    for kind in range(kinds):
        playing = roles * parts[:, kind : kind + 1]
        surest = playing.max(0)
        rows.append(
            [
                told[kind],
                max(told[other] for other in range(kinds) if other != kind),
                *np.log(surest / (1 - surest) + _LEAST),
                np.log(words / _COMMON),
                np.log1p(playing.sum()),
            ]
        )
    return np.array(rows, np.float32)
