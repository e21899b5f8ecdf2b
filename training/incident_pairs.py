"""Learn who belongs to the same incident (``extract.incidents_apart``).

From pairs of those who do play a part, by what is told of documents *not* learned from.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from dragoman.annotate.incidents.reader import list_parts
from dragoman.annotate.incidents.rivals import Story
from dragoman.extract.incidents.pairs import PairFigures
from dragoman.extract.incidents.parts import find_parts
from dragoman.extract.incidents.records import TOLD
from dragoman.model.annotation import Annotations
from dragoman.model.incident import IncidentKind, IncidentRole
from dragoman.text.wording import wording
from incident_net import KINDS
from incident_rivals import Played, Recipe, learn_nets

# Also those whom the reader would not believe, for more to learn from.
LEAST = -3.0
RECIPE = Recipe(hidden=16, nets=6, epochs=8, decay=0.05)
_COLUMNS = {role: column for column, role in enumerate(IncidentRole)}


@dataclass(frozen=True)
class Told:
    """A document, what is told of it, and what is true."""

    text: str
    story: Story
    odds: np.ndarray
    played: Played

    def annotate(self) -> Annotations:
        """Return what the reader would note."""
        kinds = [
            IncidentKind(kind, float(score))
            for kind, score in zip(KINDS, self.story.kinds, strict=True)
        ]
        read = Annotations("muc").with_(sentences=self.story.sentences)
        return read.with_incidents(kinds, list_parts(self.story, self.odds))


def learn_pairs(documents: Sequence[Told]) -> dict[str, np.ndarray]:
    """Return the weights."""
    pairs = [pair for one in documents for pair in find_pairs(one)]
    figures, same = zip(*pairs, strict=True)
    return learn_nets(np.stack(figures), np.array(same, np.float32), RECIPE)


def find_pairs(document: Told) -> Iterator[tuple[np.ndarray, bool]]:
    """Yield figures of pairs that play a part in known incidents, and if in the same."""
    annotations = document.annotate()
    figures = PairFigures(annotations, document.text)
    numbers = {key: row for row, key in enumerate(document.story.keys)}
    for kind, one in enumerate(annotations.incident_kinds):
        if one.score <= TOLD[one.kind]:
            continue
        found = find_parts(annotations, kind, document.text, LEAST)
        those = []
        for part, _ in found:
            key = wording(document.text[part.start : part.end].split())
            case = (numbers.get(key, -1), _COLUMNS[part.role], kind)
            those.append(document.played.get(case, set()))
        for (first, second), row in zip(
            combinations(those, 2), figures.gather(kind, found), strict=True
        ):
            if first and second:
                yield row, bool(first & second)
