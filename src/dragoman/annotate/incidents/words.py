"""Of what kind of incident a document tells, by its words.

Naive Bayes and logistic regression in one (S. Wang, C. Manning, "Baselines and
Bigrams", 2012): features are what words there are and which hangs on which; each is
worth its log ratio of counts times a weight, the ratios scaled to a common length.
"""

import gzip
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from dragoman.model.syntax import Sentence

Floats = NDArray[np.float32]

# The length to which the ratios of a document are scaled, as in training.
LENGTH = 3.0
_UNCOUNTED = frozenset({"PUNCT", "NUM"})
_DEPENDENTS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_HEADS = frozenset({"NOUN", "PROPN", "VERB"})


class IncidentWords:
    """Tells kinds of incidents by a table of words; loaded once."""

    def __init__(self, file: Traversable) -> None:
        lines = gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()
        self.kinds: list[str] = lines[0].split("\t")
        self._bias = np.array(lines[1].split("\t"), np.float32)
        words, figures = zip(*(line.split("\t", 1) for line in lines[2:]), strict=True)
        self._rows = {word: number for number, word in enumerate(words)}
        values = np.fromstring("\t".join(figures), np.float32, sep="\t")
        values = values.reshape(len(words), -1)
        # Columns: ratio and weight of the first kind, of the second ...
        self._ratios, weights = values[:, ::2], values[:, 1::2]
        self._worth = self._ratios * weights

    def score(self, sentences: Sequence[Sentence]) -> Floats:
        """Return log odds of each kind, ``(kinds,)``."""
        found = {
            row
            for feature in features(sentences)
            if (row := self._rows.get(feature)) is not None
        }
        rows = sorted(found)
        length = np.sqrt((self._ratios[rows] ** 2).sum(0))
        worth: Floats = self._worth[rows].sum(0) * LENGTH / np.maximum(length, 1e-6)
        return worth + self._bias


def features(sentences: Iterable[Sentence]) -> Iterator[str]:
    """Yield the words of a document in their base form, and pairs "bomb<explode"."""
    for sentence in sentences:
        lemmas = sentence.bases
        for lemma, token in zip(lemmas, sentence, strict=True):
            if token.upos in _UNCOUNTED:
                continue
            yield lemma
            if (
                token.head >= 0
                and token.upos in _DEPENDENTS
                and sentence[token.head].upos in _HEADS
            ):
                yield f"{lemma}<{lemmas[token.head]}"
