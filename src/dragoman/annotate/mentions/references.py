"""References of a document: all its mentions, in chains, by the reading model."""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
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
        prose: Iterable[bool],
    ) -> list[Reference]:
        """Return the references of a document in order of the text.

        Args:
            sentences: Sentences of the document.
            states: States of the words of each, ``(words, hidden)``.
            prose: Whether each is a sentence of the prose, which are counted by
                themselves; others, as those of headings, have the number -1.
        """
        count = itertools.count()
        numbers = [next(count) if one else -1 for one in prose]
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
