"""How often words have played a part in incidents elsewhere: "dynamite" mostly does.

Counted over the training documents, for whole wordings, their first and their last
word: how many documents make it likely that such a wording plays a part, and in how
many of these it does.
"""

import gzip
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Counts = NDArray[np.int64]

# Words are known that so many documents make likely to play some part.
LEAST_SEEN = 4
# The mean over all words weighs as much as so many documents.
_PRIOR = 2
_RAREST = 1e-4
# The key of the counts over all wordings.
ALL = ""


class KnownWords:
    """Tells how often a wording plays a part.

    Args:
        counts: By what ``name_forms`` yields and by ``ALL``: in how many documents it
            plays each role, and how many make it likely, ``(2, roles)``.
    """

    def __init__(self, counts: Mapping[str, Counts]) -> None:
        self._counts = counts
        played, seen = counts[ALL]
        self._mean = played / np.maximum(seen, 1)
        self._told: dict[str, Floats] = {}
        self._nothing = self._weigh(np.zeros((2, len(self._mean)), np.int64))

    def tell(
        self, keys: Sequence[str], without: Mapping[str, Counts] | None = None
    ) -> Floats:
        """Return what is known of wordings, ``(keys, 2 for each form, roles)``.

        Log odds that it plays the role, and the logarithm of one plus the documents
        that this is told from.

        Args:
            keys: The wordings.
            without: Counts of one document, to be left out.
        """
        told = [self._tell(form, without) for key in keys for form in name_forms(key)]
        return np.array(told, np.float32).reshape(len(keys), -1, len(self._mean))

    def _tell(self, form: str, without: Mapping[str, Counts] | None) -> Floats:
        counts = self._counts.get(form)
        if counts is None:
            return self._nothing
        if without is not None:
            return self._weigh(counts - without.get(form, 0))
        known = self._told.get(form)
        if known is None:
            known = self._told[form] = self._weigh(counts)
        return known

    def _weigh(self, counts: Counts) -> Floats:
        if counts[1].max() < LEAST_SEEN:
            counts = np.zeros_like(counts)
        rate = (counts[0] + _PRIOR * self._mean) / (counts[1] + _PRIOR)
        rate = np.clip(rate, _RAREST, 1 - _RAREST)
        told = np.stack([np.log(rate / (1 - rate)), np.log1p(counts[1])])
        return told.astype(np.float32)


def name_forms(key: str) -> Iterator[str]:
    """Yield a wording, and marks of its last and its first word."""
    words = key.split()
    yield key
    yield f"..{words[-1]}"
    yield f"{words[0]}.." if len(words) > 1 else ".."


def read_known(file: Traversable) -> KnownWords:
    """Read the table: a form, then the counts, played before seen."""
    lines = gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()
    forms, rows = zip(*(line.split("\t", 1) for line in lines), strict=True)
    values = np.fromstring("\t".join(rows), np.int64, sep="\t")
    return KnownWords(dict(zip(forms, values.reshape(len(forms), 2, -1), strict=True)))


def write_known(counts: Mapping[str, Counts]) -> bytes:
    """Return the table, words that are too rare left out."""
    lines = [
        "\t".join([form, *map(str, counts[form].ravel().tolist())])
        for form in sorted(counts)
        if form == ALL or counts[form][1].max() >= LEAST_SEEN
    ]
    return gzip.compress(("\n".join(lines) + "\n").encode("utf-8"), mtime=0)


def count_parts(
    keys: Sequence[str], cases: Counts, played: Sequence[bool], roles: int
) -> dict[str, Counts]:
    """Count one document.

    Args:
        keys: Its wordings.
        cases: What may be, as wording, role and kind, ``(cases, 3)``.
        played: Whether it is so.
        roles: How many roles there are.
    """
    does: dict[tuple[int, int], bool] = {}
    for (row, role, _), one in zip(cases.tolist(), played, strict=True):
        does[row, role] = does.get((row, role), False) or bool(one)
    counts: dict[str, Counts] = {ALL: np.zeros((2, roles), np.int64)}
    for (row, role), one in does.items():
        for form in (ALL, *name_forms(keys[row])):
            found = counts.setdefault(form, np.zeros((2, roles), np.int64))
            found[:, role] += (int(one), 1)
    return counts
