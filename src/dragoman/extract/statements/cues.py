"""Where the cues of attributions stand, and which content holds which cue.

A long transcript has thousands of turns: what lies at a place is looked up, never
looked for among all of them.
"""

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.extract.statements.reading import Attribution
from dragoman.model.span import Shelves
from dragoman.model.syntax import Sentence

# Contents that may hold many sentences.
_LONG = frozenset({"turn", "quote"})


class Cues:
    """Attributions of a document in the order of their cues."""

    def __init__(
        self, attributions: Sequence[Attribution], sentences: Sequence[Sentence]
    ) -> None:
        placed = sorted((one.cue_span[0], n) for n, one in enumerate(attributions))
        self._places = [place for place, _ in placed]
        self._numbers = [number for _, number in placed]
        self._sentences = sentences
        # A label stands before the first sentence of its turn.
        before = (
            sentences[one.sentence].start - one.cue_span[0] for one in attributions
        )
        self._lead = max(before, default=0)

    def within(self, start: int, end: int) -> list[int]:
        """Return the attributions whose cue begins in a stretch, in their order."""
        low, high = (bisect_left(self._places, place) for place in (start, end))
        return sorted(self._numbers[low:high])

    def near(self, sentence: int, end: int) -> list[int]:
        """Return those whose cue begins before ``end``, in their order.

        Those of sentences before ``sentence`` are left out as far as that is known.
        """
        start = self._sentences[max(sentence, 0)].start - max(self._lead, 0)
        return self.within(start, end)


def find_enclosing(attributions: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution the smallest one whose content holds its cue."""
    by_sentence: dict[int, list[int]] = {}
    turns: Shelves[int] = Shelves()
    for index, one in enumerate(attributions):
        by_sentence.setdefault(one.sentence, []).append(index)
        for start, end in one.content if one.frame in _LONG else ():
            turns.put(start, end, index)
    found: list[int | None] = []
    for index, one in enumerate(attributions):
        best: int | None = None
        size = 0
        for other in (*by_sentence[one.sentence], *turns.near(one.cue_span[0])):
            around = attributions[other]
            if other == index or around.act is None:
                continue
            if around.frame == "quote" and not one.inside:
                continue  # a cue that splits a quotation
            if around.act == "deny" and around.core < 0:
                # "A accused B of theft, a charge B denied": A's words stand.
                continue
            for start, end in around.content:
                holds = start <= one.cue_span[0] < end
                around_it = holds and not _same(around, one)
                if around_it and (best is None or end - start < size):
                    best, size = other, end - start
        found.append(best)
    return found


def _same(left: Attribution, right: Attribution) -> bool:
    """Tell whether two contents hold each other's cue: neither encloses the other."""
    return right.holds(left.cue_span[0])
