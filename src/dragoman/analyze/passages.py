"""How alike passages of a sentence or two are in their words."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.resolve.statements import content_words
from dragoman.text.families import find_family


def compare_passages(passages: Sequence[str]) -> NDArray[np.float32]:
    """Return cosines of the words of passages, each weighed by its rarity.

    Common words count for nothing, kin ("killed", "killing") as one.

    Args:
        passages: ``n`` passages; memory grows with ``n`` and with their words, 30 MB
            for a thousand sentences.

    Returns:
        Cosines of shape ``(n, n)``, from 0 to 1.
    """
    told = [{find_family(word) for word in content_words(one)} for one in passages]
    common = Counter(word for words in told for word in words)
    column = {word: place for place, word in enumerate(sorted(common))}
    rarity = [math.log((1 + len(told)) / common[word]) for word in column]
    columns = [column[word] for words in told for word in words]
    rows = np.repeat(np.arange(len(told)), [len(words) for words in told])
    vectors = np.zeros((len(told), max(1, len(column))), dtype=np.float32)
    vectors[rows, columns] = np.array(rarity)[columns]
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.maximum(lengths, np.float32(1e-9))
    likeness: NDArray[np.float32] = vectors @ vectors.T
    return likeness
