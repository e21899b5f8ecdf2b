"""References of a document: all its mentions, in chains, by the reading model."""

from collections import Counter
from collections.abc import Sequence
from importlib.resources.abc import Traversable

import numpy as np

from dragoman.annotate.mentions.finder import Floats, MentionFinder, join, narrow
from dragoman.annotate.mentions.links import Linker
from dragoman.annotate.mentions.notes import FIRST_PRONOUN, KINDS, note
from dragoman.model.annotation import MentionKind, Reference
from dragoman.model.syntax import Sentence

# What is meant once has to be surer than what is meant again: a mention that is missed
# cannot be linked, and what is no mention rarely is.
_LEAST_ALONE = 0.4
# By the number of a kind: names come first, pronouns last.
_KINDS = [
    MentionKind.NAME,
    *[MentionKind.NOMINAL] * (FIRST_PRONOUN - 1),
    *[MentionKind.PRONOUN] * (len(KINDS) - FIRST_PRONOUN),
]


class References:
    """Finds and links mentions; loaded once, used for any number of documents."""

    def __init__(self, folder: Traversable) -> None:
        self._finder = MentionFinder(folder)
        self._linker = Linker(folder)

    def find(
        self,
        sentences: Sequence[Sentence],
        states: Sequence[Floats],
        asides: tuple[Sequence[Sentence], Sequence[Floats]] = ((), ()),
    ) -> list[Reference]:
        """Return the references of a document in order of the text.

        Args:
            sentences: Sentences of the document.
            states: States of the words of each, ``(words, hidden)``.
            asides: Sentences beside them, as those of headings, and their states.
        """
        numbers: Sequence[int] = range(len(sentences))
        if asides[0]:
            sentences, states, numbers = _merge((sentences, states), asides)
        mentions = narrow(self._finder.find(states, sentences), sentences)
        mentions = join(mentions, sentences)
        if not mentions:
            return []
        noted = note(mentions, sentences)
        chains, meant = self._linker.link(noted, np.concatenate(list(states)))
        counts = Counter(chains)
        heads = (noted.head - noted.start).tolist()
        places = [
            (numbers[one.sentence], one.start + head)
            for one, head in zip(mentions, heads, strict=True)
        ]
        found: list[Reference] = []
        for row, (one, kind, chain) in enumerate(
            zip(mentions, noted.kind.tolist(), chains, strict=True)
        ):
            number, _, start, end, what, odds = one
            if counts[chain] > 1 or odds >= _LEAST_ALONE:
                sentence = sentences[number]
                found.append(
                    Reference(
                        sentence[start].start,
                        sentence[end - 1].end,
                        _KINDS[kind],
                        what,
                        *places[row],
                        chain,
                        tuple(
                            (*places[stop], share)
                            for stop, share in meant.get(row, {}).items()
                        ),
                    )
                )
        return found


def _merge(
    prose: tuple[Sequence[Sentence], Sequence[Floats]],
    asides: tuple[Sequence[Sentence], Sequence[Floats]],
) -> tuple[list[Sentence], list[Floats], list[int]]:
    """Return sentences in order of the text, states, numbers; -1 beside the prose."""
    sentences = [*prose[0], *asides[0]]
    states = [*prose[1], *asides[1]]
    order = sorted(range(len(sentences)), key=lambda number: sentences[number].start)
    return (
        [sentences[number] for number in order],
        [states[number] for number in order],
        [number if number < len(prose[0]) else -1 for number in order],
    )
