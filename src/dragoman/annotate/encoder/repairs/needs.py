"""Which repairs a sentence may need, by its words: one look at them tells all."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from dragoman.annotate.encoder.draft import Tree

Mend: TypeAlias = Callable[[Tree], None]


class Needs:
    """What repairs need of a sentence, a bit for each set of signs.

    Args:
        repairs: In their order, each with sets of signs; a sentence must have one of
            every set. Signs are lemmas in lower case, tags, and relations behind a
            stroke.
    """

    def __init__(
        self, repairs: Sequence[tuple[Mend, Sequence[frozenset[str]]]]
    ) -> None:
        numbers: dict[frozenset[str], int] = {}
        for _, needs in repairs:
            for need in needs:
                numbers.setdefault(need, 1 << len(numbers))
        self._repairs = [
            (mend, sum({numbers[need] for need in needs})) for mend, needs in repairs
        ]
        self._bits: dict[str, int] = {}
        for need, number in numbers.items():
            for sign in need:
                self._bits[sign] = self._bits.get(sign, 0) | number

    def met_by(self, tree: Tree) -> list[Mend]:
        """Return the repairs whose needs a sentence meets, in their order."""
        met = 0
        bits = self._bits.get
        for word in tree.words:
            met |= bits(word.lemma.lower(), 0) | bits(word.xpos, 0)
        for relation in set(tree.relation):
            met |= bits(f"/{relation}", 0)
        return [mend for mend, needs in self._repairs if needs & met == needs]
