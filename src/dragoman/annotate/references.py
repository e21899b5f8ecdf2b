"""References of a document: all its mentions, in chains, by the reading model."""

from collections import Counter
from collections.abc import Sequence
from importlib.resources.abc import Traversable

import numpy as np

from dragoman.annotate.mentions import Floats, FoundMention, MentionFinder, join, narrow
from dragoman.annotate.mentions_links import Linker
from dragoman.annotate.mentions_notes import FIRST_PRONOUN, Noted, note
from dragoman.model.annotation import MentionKind, Reference
from dragoman.model.syntax import Sentence

# What is meant once has to be surer than what is meant again: a mention that is missed
# cannot be linked, and what is no mention rarely is.
_LEAST_ALONE = 0.4


class References:
    """Finds and links mentions; loaded once, used for any number of documents."""

    def __init__(self, folder: Traversable) -> None:
        self._finder = MentionFinder(folder)
        self._linker = Linker(folder)

    def find(
        self, sentences: Sequence[Sentence], states: Sequence[Floats]
    ) -> list[Reference]:
        """Return the references of a document in order of the text.

        Args:
            sentences: Sentences of the document.
            states: States of the words of each, ``(words, hidden)``.
        """
        mentions = narrow(self._finder.find(states), sentences)
        mentions = join(mentions, sentences)
        if not mentions:
            return []
        noted = note(mentions, sentences)
        chains = self._linker.link(noted, np.concatenate(list(states)))
        counts = Counter(chains)
        return [
            _reference(mention, noted, row, sentences[mention.sentence], chains[row])
            for row, mention in enumerate(mentions)
            if counts[chains[row]] > 1 or mention.odds >= _LEAST_ALONE
        ]


def _reference(
    mention: FoundMention, noted: Noted, row: int, sentence: Sentence, chain: int
) -> Reference:
    if noted.kind[row] >= FIRST_PRONOUN:
        kind = MentionKind.PRONOUN
    else:
        kind = MentionKind.NOMINAL if noted.kind[row] else MentionKind.NAME
    return Reference(
        start=sentence[mention.start].start,
        end=sentence[mention.end - 1].end,
        kind=kind,
        type=mention.type,
        sentence=mention.sentence,
        head=int(noted.head[row] - noted.start[row] + mention.start),
        chain=chain,
    )
