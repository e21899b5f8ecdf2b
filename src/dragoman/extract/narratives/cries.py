"""Cries of a document itself: "Long live the Union!", "Land or death!".

A paragraph that ends with "!" is a columnist's aside nearly always. A cry opens like
one, or it closes what a body says in its own voice, and is no sentence.
"""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.narratives.carriers import CarrierReader
from dragoman.extract.narratives.found import Found
from dragoman.extract.statements.own_voice import find_own_voice
from dragoman.model.claim import Party
from dragoman.model.document import PROSE, Block, BlockKind
from dragoman.model.syntax import FINITE
from dragoman.schema.loader import NarrativeOntology

_TRAILING = " \t\n,;.:!"
_LEAST, _MOST = 3, 14  # words
_LONGEST = 140
_QUOTED = "\"“«'"
# A column and a letter to an editor end with a sigh as well.
_PERSONAL = frozenset({"column", "letter", "testimony", "remarks", "interview"})
# Of an aside, not of a cry: "What a surprise!", "Good luck with that!"
_ASIDE = frozenset(
    {"what", "how", "that", "this", "it", "you", "your", "so", "please", "thank", "oh"}
)
# A headline may open like this as well: "Death to smoking, says minister".
_TITLED = BlockKind.TITLE


class CryReader:
    """Reads the paragraphs and headlines of one document that are cries themselves."""

    def __init__(
        self, carriers: CarrierReader, words: NarrativeOntology, source: Party
    ) -> None:
        self.document = carriers.document
        self.annotations = carriers.annotations
        self._source = source
        self._opening = _read_openings(words["cries"])
        self._selling = tuple(sorted(words["selling"]))

    def read(self) -> Iterator[Found]:
        """Yield every cry, pushed by the source."""
        for block in self.document.blocks:
            if block.kind not in PROSE or block.end - block.start > _LONGEST:
                continue
            line = self.document.text[block.start : block.end]
            if line[:1] in _QUOTED or self.annotations.sentence_at(block.start) is None:
                continue
            titled = block.kind is _TITLED
            if self._opening.match(line) is not None:
                cried = titled or line[-1:] == "!"
            else:
                cried = not titled and self._closes(block, line)
            if cried:
                span = (block.start, block.end)
                label = line.strip(_TRAILING)
                yield Found(label, "slogan", (self._source,), None, span)

    def _closes(self, block: Block, line: str) -> bool:
        """Tell "Land or death!" below what a body declares."""
        words = line.lower().split()
        if line[-1:] != "!" or not _LEAST <= len(words) <= _MOST:
            return False
        if any(word in line.lower() for word in self._selling):
            return False
        number = self.annotations.sentence_at(block.start)
        tree = None if number is None else self.annotations.sentences[number]
        if tree is None or not tree.words.isdisjoint(_ASIDE):
            return False
        if any(token.tag in FINITE for token in tree):
            return False
        voice = find_own_voice(self.document, self.annotations)
        return voice is not None and voice.kind not in _PERSONAL


@cache
def _read_openings(cries: frozenset[str]) -> re.Pattern[str]:
    either = "|".join(sorted(map(re.escape, cries), key=lambda one: (-len(one), one)))
    return re.compile(rf"(?:{either})\b", re.IGNORECASE)
