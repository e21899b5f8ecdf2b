"""Who is meant again: antecedents by a learned scorer, chains from them.

Each mention is compared with the nearest mentions before it and with the latest ones
of the same head or name, however far away; so the work grows with the length of the
text and no faster.
"""

from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder.session import open_session
from dragoman.annotate.mentions.notes import KINDS, TYPES, Ints, Noted
from dragoman.annotate.mentions.pairs import compare

Floats = NDArray[np.float32]
# Share of each mention that may be meant, by its row.
Odds = dict[int, float]

# Antecedents that are compared: the nearest, and those of like words.
NEAREST = 50
ALIKE = 6
# The network is shy, as most of what it is shown is new, though it learned that to miss
# an antecedent costs more: tuned on documents that it did not learn from.
_LEAST_SCORE = -0.5
_MASCULINE, _FEMININE = 0, 1
# Descriptions of these are traced as well: TYPES begins with them.
_SOMEBODY = TYPES.index("place")
# "The minister", "her minister", "this minister", "both ministers".
_POINTING = [
    KINDS.index(kind) for kind in ("definite", "possessive", "demonstrative", "counted")
]
# What is less likely meant is not followed.
_LEAST_SHARE = 0.01
# Pairs that are scored at once; more than a mention has at most, so that a stretch
# holds one mention at least.
_MOST_PAIRS = 20_000


def pair_up(noted: Noted) -> tuple[Ints, Ints]:
    """Return the pairs to compare: rows of later and of earlier mentions.

    Sorted by the later one.
    """
    rows = np.arange(len(noted))
    nearest = np.minimum(rows, NEAREST)
    own, other = _find_alike(noted)
    farther = np.bincount(own, minlength=len(rows))
    counts = farther + nearest
    later = np.repeat(rows, counts)
    # Those of like words lie before the nearest, in the row of a mention as well.
    ends = counts.cumsum()
    earlier = np.arange(len(later)) - np.repeat(ends - rows, counts)
    steps = np.arange(len(own)) - np.repeat(farther.cumsum() - farther, farther)
    earlier[(ends - counts)[own] + steps] = other
    return later, earlier


def _find_alike(noted: Noted) -> tuple[Ints, Ints]:
    """Return the latest mentions of like words, those farther than the nearest.

    Rows of later and of earlier mentions, each pair once, sorted.
    """
    count = len(noted)
    columns = (noted.text, noted.lemma, noted.last, noted.acronym)
    # The columns one behind the other, each with numbers of its own; what is like
    # another stands beside it then, in order of the text.
    values = np.concatenate(
        [column * len(columns) + place for place, column in enumerate(columns)]
    )
    order = np.flatnonzero(np.concatenate(columns) >= 0)
    order = order[values[order].argsort(kind="stable")]
    values, rows = values[order], order % max(count, 1)
    pairs = []
    for back in range(1, ALIKE + 1):
        own, other = rows[back:], rows[:-back]
        far = (values[back:] == values[:-back]) & (other < own - NEAREST)
        pairs.append(own[far] * count + other[far])
    found = np.unique(np.concatenate(pairs))
    return found // max(count, 1), found % max(count, 1)


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
        scores = np.empty(len(later), np.float32)
        for low, high in _stretches(later):
            own, other = later[low:high], earlier[low:high]
            rows: Ints | None = None
            if len(own) < len(later):
                compared = np.zeros(len(noted), np.bool_)
                compared[own] = compared[other] = True
                rows = np.flatnonzero(compared)
                places = compared.cumsum() - 1
                own, other = places[own], places[other]
            (scores[low:high],) = self._scorer.run(
                None,
                {
                    "mentions": describe(noted, states, rows),
                    "later": own,
                    "earlier": other,
                    "pairs": compare(noted, later[low:high], earlier[low:high]),
                },
            )
        return scores

    def link(self, noted: Noted, states: Floats) -> tuple[list[int], dict[int, Odds]]:
        """Return chains and who may be meant by "he", "she" and descriptions.

        The number of each mention's chain, from 0 in order of the text; and by row
        what ``trace`` tells.
        """
        later, earlier = pair_up(noted)
        if not len(later):
            return list(range(len(noted))), {}
        scores = self.score(noted, states, later, earlier)
        chains = make_chains(noted, later, earlier, scores)
        return chains, trace(noted, later, earlier, scores)


def _stretches(later: Ints) -> Iterator[tuple[int, int]]:
    """Yield stretches of pairs, each with all pairs of its later mentions.

    The pairs of a document of common length are one. Of a longer one not all are
    compared at once: how alike all their mentions are is kept meanwhile. What the
    network makes of that comes in shorter stretches within its graph.
    """
    low = 0
    while low < len(later):
        high = len(later)
        if high - low > _MOST_PAIRS:
            high = int(np.searchsorted(later, later[low + _MOST_PAIRS]))
        yield low, high
        low = high


def describe(noted: Noted, states: Floats, rows: Ints | None = None) -> Floats:
    """Return what the scorer sees of each mention: states of three words, flags.

    Args:
        noted: Mentions of the document.
        states: States of all words of the document.
        rows: Which mentions, by default all.
    """
    chosen = slice(None) if rows is None else rows
    columns = (noted.head, noted.start, noted.end - 1)
    parts = [states[column[chosen]] for column in columns]
    return np.concatenate([*parts, noted.flags[chosen]], 1)


def trace(noted: Noted, later: Ints, earlier: Ints, scores: Floats) -> dict[int, Odds]:
    """Return who may be meant by "he", "she" and descriptions, with their shares.

    An antecedent that is a pronoun again, or a description that means somebody named,
    is followed until a name is reached or a description that is the first of its
    kind. So "he" is as likely a name as all ways that lead to it together.
    """
    bounds = np.searchsorted(later, np.arange(len(noted) + 1)).tolist()
    pronoun = (noted.kind == KINDS.index("he")) | (noted.kind == KINDS.index("she"))
    somebody = noted.type <= _SOMEBODY
    followed = pronoun | (somebody & (noted.kind > 0))
    told = pronoun | (somebody & np.isin(noted.kind, _POINTING))
    asked = np.flatnonzero(told).tolist()
    # From the last one back, so that only what these lead to is looked at.
    wanted = set(asked)
    leads: dict[int, tuple[float, list[int], list[float]]] = {}
    for row in np.flatnonzero(followed)[::-1].tolist():
        if row in wanted:
            low, high = bounds[row], bounds[row + 1]
            weights = np.exp(scores[low:high])
            weights /= weights.sum() + 1.0
            likely = np.flatnonzero(weights > _LEAST_SHARE)
            others = earlier[low + likely].tolist()
            leads[row] = float(1.0 - weights.sum()), others, weights[likely].tolist()
            wanted.update(others)
    ways: dict[int, Odds] = {}
    for row, (alone, others, shares) in reversed(leads.items()):
        odds: Odds = {row: alone}
        for other, share in zip(others, shares, strict=True):
            for stop, part in ways.get(other, {other: 1.0}).items():
                odds[stop] = odds.get(stop, 0.0) + share * part
        ways[row] = {
            stop: share for stop, share in odds.items() if share > _LEAST_SHARE
        }
    return {row: ways[row] for row in asked}


def make_chains(
    noted: Noted, later: Sequence[int] | Ints, earlier: Ints, scores: Floats
) -> list[int]:
    """Link every mention to its best antecedent that its chain agrees with.

    A chain that is a man's takes in no "she", and the other way round.
    """
    later = np.asarray(later)
    likely = np.flatnonzero(scores > _LEAST_SCORE)
    # By later mention, the best first, the farther of two as good.
    likely = likely[np.lexsort((-scores[likely], later[likely]))]
    bounds = np.searchsorted(later[likely], np.arange(len(noted) + 1)).tolist()
    antecedents = earlier[likely].tolist()
    chains: list[int] = []
    # The gender that a chain holds, -1 as long as it may take in either.
    genders: list[int] = []
    for row, gender in enumerate(noted.gender.tolist()):
        own = gender if gender in {_MASCULINE, _FEMININE} else -1
        for other in antecedents[bounds[row] : bounds[row + 1]]:
            chosen = chains[other]
            if own < 0 or genders[chosen] in {-1, own}:
                break
        else:
            chosen = len(genders)
            genders.append(-1)
        chains.append(chosen)
        if own >= 0:
            genders[chosen] = own
    return chains
