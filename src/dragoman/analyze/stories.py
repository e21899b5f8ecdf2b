"""Stories: which documents are about the same matter.

Documents are compared by their words, names twice as heavy as other words, and
grouped by average linkage. So forty articles fall into a handful of stories, and two
tellings of "the arrest" are known to be of one story or of two.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.model.document import Document
from dragoman.text.families import find_family

# Cosine below which groups stay apart. On ECB+ (topics 1 to 35) anything from .10 to
# .20 gives the same score within .003; reports with nothing in common reach .06.
THRESHOLD = 0.12
NAME_WEIGHT = 2.0
# Average linkage looks at every pair: 4,000 documents take 130 MB and some seconds.
MOST = 4000
_LONGEST = 5000
_MANY_TERMS = 5
_WORD = re.compile(r"[^\W\d_][^\W_'’-]+|\d{2,}")

Matrix = NDArray[np.float32]
# Stem or family to how often it stands, names counted twice.
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about one matter.

    Attributes:
        documents: Identifiers, in the order in which they came.
        terms: Words that set the story apart, heaviest first, five at most.
    """

    documents: tuple[str, ...]
    terms: tuple[str, ...]


def list_stories(documents: Sequence[Document]) -> list[Story]:
    """Group documents into stories, largest first.

    Raises:
        ValueError: More than ``MOST`` documents.
    """
    counts = [_count(document.text) for document in documents]
    common = Counter(word for count in counts for word in count)
    groups: dict[int, list[int]] = {}
    for index, label in enumerate(_group(counts)):
        groups.setdefault(label, []).append(index)
    ordered = sorted(groups.values(), key=lambda members: (-len(members), members))
    stories = []
    for members in ordered:
        inside = [counts[index] for index in members]
        heads = _pick_heads(inside, common, len(documents))
        texts = [documents[index].text for index in members]
        terms = tuple(_spell(head, texts) for head in heads)
        stories.append(Story(tuple(documents[index].id for index in members), terms))
    return stories


def group_texts(texts: Sequence[str]) -> list[int]:
    """Give each text the number of its story.

    Returns:
        As many numbers as texts; equal ones mean one story. They are the position of
        the first text of the story, so they do not depend on anything else.

    Raises:
        ValueError: More than ``MOST`` texts.
    """
    return _group([_count(text) for text in texts])


def _group(counts: Sequence[Weights]) -> list[int]:
    if len(counts) > MOST:
        raise ValueError(f"{len(counts)} texts, at most {MOST} can be grouped")
    if not counts:
        return []
    vectors = _weigh(counts)
    return _link(vectors @ vectors.T)


def _count(text: str) -> Weights:
    count: defaultdict[str, float] = defaultdict(float)
    for word in _WORD.findall(text[: _LONGEST * 10])[:_LONGEST]:
        weight = NAME_WEIGHT if word[0].isupper() else 1.0
        count[find_family(word)] += weight
    return count


def _weigh(counts: Sequence[Weights]) -> Matrix:
    """Return vectors of TF-IDF weights, shape ``(texts, shared words)``.

    Each has the share of length one that its shared words have in all of its words:
    texts that share little are unlike, however alike that little is.
    """
    common = Counter(word for count in counts for word in count)
    shared = sorted(word for word, number in common.items() if number > 1)
    place = {word: index for index, word in enumerate(shared)}
    vectors = np.zeros((len(counts), max(1, len(shared))), dtype=np.float32)
    for row, count in enumerate(counts):
        square = 0.0
        for word, weight in count.items():
            rarity = math.log(len(counts) / common[word])
            value = (1 + math.log(max(weight, 1))) * rarity
            square += value * value
            if word in place:
                vectors[row, place[word]] = value
        vectors[row] /= max(math.sqrt(square), 1e-9)
    return vectors


def _link(likeness: Matrix) -> list[int]:
    """Join the two most alike groups until none are alike enough.

    Source:
        Unweighted average linkage: R. Sokal, C. Michener, "A statistical method for
        evaluating systematic relationships", 1958.
    """
    np.fill_diagonal(likeness, -1)
    size = np.ones(len(likeness))
    label = list(range(len(likeness)))
    while True:
        first, second = sorted(divmod(int(likeness.argmax()), len(likeness)))
        if likeness[first, second] < THRESHOLD:
            break
        total = size[first] + size[second]
        joined = likeness[first] * size[first] + likeness[second] * size[second]
        likeness[first] = likeness[:, first] = joined / total
        likeness[first, first] = -1
        likeness[second] = likeness[:, second] = -1
        size[first] = total
        label = [first if one == second else one for one in label]
    return label


def _pick_heads(
    counts: Sequence[Weights], common: Counter[str], total: int
) -> list[str]:
    """Return the stems that set a story apart: frequent in it, rare elsewhere."""
    inside: defaultdict[str, float] = defaultdict(float)
    spread = Counter(word for count in counts for word in count)
    for count in counts:
        for word, weight in count.items():
            inside[word] += weight * math.log((1 + total) / common[word])
    told = [word for word in inside if spread[word] > len(counts) // 2]
    return sorted(told, key=lambda word: (-inside[word], word))[:_MANY_TERMS]


def _spell(head: str, texts: Sequence[str]) -> str:
    """Return the commonest word of the texts with this stem."""
    forms = Counter(
        word
        for text in texts
        for word in _WORD.findall(text)
        if find_family(word) == head
    )
    best: str = min(forms, key=lambda word: (-forms[word], word))
    return best
