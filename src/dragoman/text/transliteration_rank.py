"""Which reading of a word is likeliest, from what speaks for each.

What speaks for a reading counts beside what speaks for the others: the best of a bad
lot is no sure reading, and that a list has a name says more where it has few. So the
evidence is completed by these relations and weighed by a network of one small layer
beside a plain sum; ``training/transliteration_rank.py`` fits both.
"""

import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# Columns of the evidence that relations are made of.
READ, SPELLED, KNOWN = 0, 1, slice(2, 5)
_FURTHEST = np.float32(-8)


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights for F kinds of evidence and H inner values.

    Attributes:
        mean: What is usual, (F,).
        scale: How far it strays, (F,).
        plain: Weights of the sum, (F,).
        inner: Weights of the inner values, (F, H).
        inner_bias: Added to these, (H,).
        outer: What they count, (H,).
    """

    mean: Floats
    scale: Floats
    plain: Floats
    inner: Floats
    inner_bias: Floats
    outer: Floats

    def scores(self, table: Floats) -> Floats:
        """Return a log chance, but for a constant, for each row of a table (n, F)."""
        rows: Floats = (table - self.mean) / self.scale
        inner: Floats = np.tanh(rows @ self.inner + self.inner_bias)
        scores: Floats = rows @ self.plain + inner @ self.outer
        return scores


@cache
def load_ranker() -> Ranker:
    """Read the weights from the data of the package."""
    packed = files("dragoman.data").joinpath("transliteration_rank.npz").read_bytes()
    with np.load(io.BytesIO(packed), allow_pickle=False) as stored:
        return Ranker(**{name: stored[name].astype(np.float32) for name in stored})


def complete(evidence: Floats, letters: int, *, hebrew: bool) -> Floats:
    """Add to what speaks for each reading what it is beside the others.

    Args:
        evidence: One row a reading, (n, 13), of which the first five columns are log
            probabilities of reading and spelling and whether three lists have it.
        letters: Number of letters of the word.
        hebrew: Whether it is of Hebrew script.

    Returns:
        A table (n, 20): both probabilities beside the best ones, the letters, the
        script, whether any list has the name, the share of such readings, and the
        probability of the spelling beside the best one for these.
    """
    read, spelled = evidence[:, READ], evidence[:, SPELLED]
    known = (evidence[:, KNOWN].sum(1) > 0).astype(np.float32)
    behind = spelled - spelled.max()
    same = np.ones(len(evidence), np.float32)
    columns = (
        *(read - read.max(), behind, letters * same, hebrew * same),
        *(known, known.mean() * same, known * np.maximum(behind, _FURTHEST)),
    )
    table: Floats = np.column_stack([evidence, *columns]).astype(np.float32)
    return table
