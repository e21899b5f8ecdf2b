"""Who is meant again: antecedents by a learned scorer, chains from them.

Each mention is compared with the nearest mentions before it and with the latest ones
of the same head or name, however far away; so the work grows with the length of the
text and no faster.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder_session import open_session
from dragoman.annotate.mentions_notes import Ints, Noted
from dragoman.annotate.mentions_pairs import compare

Floats = NDArray[np.float32]

# Antecedents that are compared: the nearest, and those of like words.
NEAREST = 50
ALIKE = 6
# The network is shy, as most of what it is shown is new, though it learned that to miss
# an antecedent costs more: tuned on documents that it did not learn from.
_LEAST_SCORE = -0.5
_MASCULINE, _FEMININE = 0, 1
# Pairs that are scored at once; more than a mention has at most, so that a stretch
# holds one mention at least.
_MOST_PAIRS = 50_000


def pair_up(noted: Noted) -> tuple[Ints, Ints]:
    """Return the pairs to compare: rows of later and of earlier mentions.

    Sorted by the later one.
    """
    counts: list[int] = []
    earlier: list[int] = []
    seen: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    columns = [
        (name, getattr(noted, name).tolist())
        for name in ("text", "lemma", "last", "acronym")
    ]
    for row in range(len(noted)):
        first = max(0, row - NEAREST)
        farther: set[int] = set()
        for name, values in columns:
            if values[row] < 0:
                continue
            group = seen[name, values[row]]
            if group and group[0] < first:
                farther.update(one for one in group[-ALIKE:] if one < first)
            group.append(row)
        earlier.extend(sorted(farther))
        earlier.extend(range(first, row))
        counts.append(len(farther) + row - first)
    later = np.repeat(np.arange(len(counts)), counts)
    return later, np.array(earlier, np.int64)


class Linker:
    """Scores antecedents with a small network of its own (``links.onnx``)."""

    def __init__(self, folder: Traversable) -> None:
        self._scorer = open_session(folder.joinpath("links.onnx"))

    def score(self, noted: Noted, states: Floats, later: Ints, earlier: Ints) -> Floats:
        """Return a score for each pair; above 0 rather the same than not.

        Args:
            noted: Mentions of the document.
            states: States of all words of the document, ``(words, hidden)``.
            later: Rows of mentions, rising.
            earlier: Rows of mentions before them.
        """
        mentions = describe(noted, states)
        scores = np.empty(len(later), np.float32)
        for low, high in _stretches(later):
            rows, places = np.unique(
                np.concatenate([later[low:high], earlier[low:high]]),
                return_inverse=True,
            )
            (scores[low:high],) = self._scorer.run(
                None,
                {
                    "mentions": mentions[rows],
                    "later": places[: high - low],
                    "earlier": places[high - low :],
                    "pairs": compare(noted, later[low:high], earlier[low:high]),
                },
            )
        return scores

    def link(self, noted: Noted, states: Floats) -> list[int]:
        """Return the number of each mention's chain, from 0 in order of the text."""
        later, earlier = pair_up(noted)
        if not len(later):
            return list(range(len(noted)))
        scores = self.score(noted, states, later, earlier)
        return make_chains(noted, later, earlier, scores)


def _stretches(later: Ints) -> Iterator[tuple[int, int]]:
    """Yield stretches of pairs, each with all pairs of its later mentions.

    The pairs of a document of common length are one. Of a longer one not all are
    compared at once: what is seen of each takes some 0.6 kB meanwhile. What the
    network makes of that comes in shorter stretches within its graph.
    """
    low = 0
    while low < len(later):
        high = len(later)
        if high - low > _MOST_PAIRS:
            high = int(np.searchsorted(later, later[low + _MOST_PAIRS]))
        yield low, high
        low = high


def describe(noted: Noted, states: Floats) -> Floats:
    """Return what the scorer sees of each mention: states of three words, flags."""
    parts = (states[noted.head], states[noted.start], states[noted.end - 1])
    return np.concatenate([*parts, noted.flags], 1)


def _best_first(scores: Floats, low: int, high: int) -> Iterator[int]:
    """Yield the places of a row by their scores; the first is nearly always taken."""
    if low < high:
        best = low + int(scores[low:high].argmax())
        yield best
        order = low + np.argsort(-scores[low:high], kind="stable")
        yield from (place for place in order.tolist() if place != best)


def make_chains(
    noted: Noted, later: Sequence[int] | Ints, earlier: Ints, scores: Floats
) -> list[int]:
    """Link every mention to its best antecedent that its chain agrees with.

    A chain that is a man's takes in no "she", and the other way round.
    """
    chains: list[int] = []
    genders: list[set[int]] = []
    bounds = np.searchsorted(np.asarray(later), np.arange(len(noted) + 1))
    for row in range(len(noted)):
        low, high = int(bounds[row]), int(bounds[row + 1])
        own = int(noted.gender[row])
        chosen = -1
        for place in _best_first(scores, low, high):
            if scores[place] <= _LEAST_SCORE:
                break
            chain = chains[int(earlier[place])]
            if {own, *genders[chain]} >= {_MASCULINE, _FEMININE}:
                continue
            chosen = chain
            break
        if chosen < 0:
            chosen = len(genders)
            genders.append(set())
        chains.append(chosen)
        if own in {_MASCULINE, _FEMININE}:
            genders[chosen].add(own)
    return chains
