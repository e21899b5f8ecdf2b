"""Those who are counted first and named later.

"The three mediators left. Lee, Kim and Roe flew to Gao. The mediators had failed."
"""

from typing import NamedTuple

from dragoman.annotate.coreference.discourse import Discourse
from dragoman.annotate.coreference.several import fits, kind_of
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.syntax import Sentence

NUMBERS = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "2": 2,
    "3": 3,
    "4": 4,
}
# Sentences after which those who were counted are no longer named.
_REACH = 2


class _Several(NamedTuple):
    sentence: int
    chain: int
    size: int
    lemma: str
    definite: bool


class Counted:
    """Who were counted and not named so far."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._open: list[_Several] = []

    def read_sentence(self, number: int) -> None:
        """Name those who were counted before, and note who are counted here."""
        self._open = [one for one in self._open if number - one.sentence <= _REACH]
        sentence = self._discourse.sentences[number]
        for index in sentence.find_relation("nsubj") if self._open else ():
            self._name(number, sentence, index)
        for draft in reversed(self._discourse.drafts):
            if draft.sentence != number:
                return
            counted = [
                NUMBERS[sentence[child].text.lower()]
                for child in sentence.children(draft.head, "nummod")
                if sentence[child].text.lower() in NUMBERS
            ]
            chain = self._discourse.chains[draft.chain]
            new = chain.schema is Schema.PERSON and not (chain.members or chain.names)
            if new and counted and draft.kind is MentionKind.NOMINAL:
                definite = any(
                    sentence[child].text.lower() == "the"
                    for child in sentence.children(draft.head, "det")
                )
                lemma = sentence.bases[draft.head]
                self._open.append(
                    _Several(number, draft.chain, counted[0], lemma, definite)
                )

    def _name(self, number: int, sentence: Sentence, subject: int) -> None:
        """Read a subject of so many persons, none told of earlier, as who they are."""
        discourse = self._discourse
        start, end = sentence.extent(subject)
        members: list[int] = []
        for index, token in enumerate(sentence):
            chain = discourse.headed.get((number, index))
            if chain is None or chain in members or not start <= token.start < end:
                continue
            draft = discourse.chains[chain]
            if draft.schema is Schema.PERSON and draft.names:
                if draft.first < sentence[0].start:
                    return
                members.append(chain)
        for several in reversed(self._open):
            kind = kind_of(discourse, several.lemma)
            if several.size != len(members) or kind is None:
                continue
            # "Two envoys left. The governor, Lee, and Kim wept": nobody says so.
            if several.definite or all(
                fits(discourse, one, kind)
                > (1 if discourse.referents[one].facts else 0)
                for one in members
            ):
                discourse.chains[several.chain].members = tuple(members)
                self._open.remove(several)
                return
