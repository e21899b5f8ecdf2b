"""The words of a content, each with its sentence."""

from dataclasses import dataclass
from functools import cached_property

from dragoman.extract.statements.reading import Stretch
from dragoman.model.syntax import Sentence

# A sentence and a word of it.
Place = tuple[Sentence, int]


@dataclass(frozen=True)
class Said:
    """The words of a content.

    Attributes:
        content: Offsets.
        sentences: Those that it touches.
    """

    content: Stretch
    sentences: tuple[Sentence, ...]

    @cached_property
    def tokens(self) -> list[Place]:
        """The words that begin in it, each with its sentence."""
        start, end = self.content
        return [
            (sentence, index)
            for sentence in self.sentences
            for index, token in enumerate(sentence)
            if start <= token.start < end
        ]

    def may_have(self, words: frozenset[str]) -> bool:
        """Tell whether one of some words is in the sentences that it touches."""
        return any(not words.isdisjoint(one.words) for one in self.sentences)
