"""One document as the rules of reported speech see it, and what they find in it."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dragoman.extract.statements.labels import Label, are_turns, find_labels, goes_on
from dragoman.extract.statements.lexicon import Lexicon, load_lexicon
from dragoman.extract.statements.own_voice import OwnVoice, find_own_voice
from dragoman.model.annotation import Annotations, CueHint, Quotation
from dragoman.model.document import PROSE, Document
from dragoman.model.syntax import Sentence
from dragoman.text.datelines import find_dateline

Stretch = tuple[int, int]

# What is cut from the ends of a content; a closing mark is put back by ``fit``.
_EDGE = frozenset({"PUNCT", "SPACE", "SYM"})
_TAIL = _EDGE | {"CCONJ"}
_MONEY = frozenset("$€£¥₹₽₺₦₩")
# How far from the head of a paragraph a dateline ends.
_DATELINE_CHARS = 100
# What may stand behind a question mark.
_AFTER = "*_”\"’' "


# Frames whose content is a whole clause, so that another statement can lie in it.
CLAUSAL = frozenset({"clause", "according", "quote", "turn", "noun-clause"})
# How long a cited cue with its speaker may be, and how far back "it" refers.
MAX_PASSAGE = 240


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says in a transcript from one label to the next.

    Attributes:
        label: Who has the word.
        parts: Offsets of its paragraphs, the label left out.
        before: The label of who spoke before.
    """

    label: Label
    parts: tuple[Stretch, ...]
    before: Label | None

    def asks(self, text: str) -> bool:
        """Tell whether the turn ends with a question."""
        return text[self.parts[-1][0] : self.parts[-1][1]].rstrip(_AFTER).endswith("?")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words or mind, told in a text.

    Attributes:
        sentence: Index of the sentence of the cue.
        cue: Token of the cue; -1 for a bare colon.
        cue_span: Offsets of the cue.
        source: Token of the source, ``None`` if the text names none.
        source_sentence: Index of the sentence of the source.
        content: Offsets of what is attributed, quotation marks included.
        frame: Frame of the cue in the lexicon, or ``quote`` or ``according``.
        act: Act of the cue, ``None`` for an attitude.
        addressees: Tokens of those who are told, in the sentence of the cue.
        core: Token that heads the content, -1 if it has no single head.
        quotations: The quotations that are the content of direct speech.
        relay: Token of who passes it on, ``None`` if nobody does.
        asker: Sentence and token of who is answered in a transcript.
        own: Whether the author of the document says it without a cue.
        inside: Whether it is told inside of the quotation of somebody else.
    """

    sentence: int
    cue: int
    cue_span: Stretch
    source: int | None
    source_sentence: int
    content: tuple[Stretch, ...]
    frame: str
    act: str | None
    addressees: tuple[int, ...] = ()
    core: int = -1
    quotations: tuple[Quotation, ...] = ()
    relay: int | None = None
    asker: tuple[int, int] | None = None
    own: bool = False
    inside: bool = False

    def holds(self, offset: int) -> bool:
        """Tell whether an offset lies in the content."""
        return any(start <= offset < end for start, end in self.content)


class Reading:
    """A document with its annotations and the look-ups that the rules share."""

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self.document = document
        self.annotations = annotations
        self.sentences = annotations.sentences
        self.lexicon: Lexicon = load_lexicon()
        self.quotations = _outermost(annotations.quotations)
        self._datelines: dict[int, int] = {}
        self._starts = [quotation.outer_start for quotation in self.quotations]

    @cached_property
    def hints_by_sentence(self) -> dict[int, list[CueHint]]:
        """Cues of each sentence by the reading model, the likeliest first."""
        found: dict[int, list[CueHint]] = {}
        for hint in sorted(self.annotations.cues, key=lambda hint: -hint.odds):
            found.setdefault(hint.sentence, []).append(hint)
        return found

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns of a transcript or an interview, in which "I" is its speaker."""
        return _read_turns(self.document)

    @cached_property
    def own_voice(self) -> OwnVoice | None:
        """Who says "we" outside quotation marks, if the whole document is his."""
        if self.turns:
            return None
        return find_own_voice(self.document, self.annotations)

    @cached_property
    def turn_by_mark(self) -> dict[Stretch, Turn]:
        """Turns by the offsets of the colon behind their label."""
        return {turn.label.mark: turn for turn in self.turns}

    @cached_property
    def _introductions(self) -> dict[str, Label]:
        """Labels that name in brackets who has an office: "MODERATOR (Ana Ruiz)"."""
        found: dict[str, Label] = {}
        for turn in self.turns:
            label = turn.label
            if label.groups[1] and not label.inquires:
                found.setdefault(label.name, label)
        return found

    def introduced(self, label: Label) -> Label:
        """Return the label that named who has the word again: "MODERATOR:"."""
        return label if label.groups[1] else self._introductions.get(label.name, label)

    def turn_at(self, offset: int) -> Turn | None:
        """Return the turn in whose label or words an offset lies."""
        starts = self._turn_starts
        index = bisect_right(starts, offset) - 1
        if index < 0 or offset >= self.turns[index].parts[-1][1]:
            return None
        return self.turns[index]

    @cached_property
    def _turn_starts(self) -> list[int]:
        return [turn.label.start for turn in self.turns]

    def story_start(self, index: int) -> int:
        """Return where a sentence begins, its dateline left out."""
        sentence = self.sentences[index]
        block = self.document.blocks[sentence.block]
        if sentence.start - block.start > _DATELINE_CHARS:
            return sentence.start
        if block.start not in self._datelines:
            end = min(block.end, block.start + _DATELINE_CHARS)
            found = find_dateline(self.document.text[block.start : end])
            self._datelines[block.start] = block.start + (found or 0)
        return max(sentence.start, self._datelines[block.start])

    def sentences_of(self, quotation: Quotation) -> range:
        """Return the indices of the sentences that a quotation touches."""
        starts = self._sentence_starts
        first = max(bisect_right(starts, quotation.start) - 1, 0)
        last = max(bisect_right(starts, quotation.end - 1) - 1, first)
        return range(first, last + 1)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the outermost quotation whose words cover an offset."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self.quotations[index].end:
            return self.quotations[index]
        return None

    def stretches(
        self, sentence: Sentence, tokens: Iterable[int]
    ) -> tuple[Stretch, ...]:
        """Turn tokens into stretches of text, bridged over punctuation only."""
        found: list[Stretch] = []
        group: list[int] = []
        for index in sorted(set(tokens)):
            apart = group and index - group[-1] > 1
            if apart and any(
                sentence[between].upos not in _EDGE
                for between in range(group[-1] + 1, index)
            ):
                found.extend(self._trim(sentence, group))
                group = []
            group.append(index)
        found.extend(self._trim(sentence, group))
        return tuple(found)

    def _trim(self, sentence: Sentence, group: list[int]) -> list[Stretch]:
        while group and sentence[group[0]].upos in _EDGE:
            if len(group) > 1 and sentence[group[0]].text in _MONEY:
                break  # "$35 million"
            group = group[1:]
        while group and sentence[group[-1]].upos in _TAIL:
            group = group[:-1]
        if not group:
            return []
        return [self.fit(sentence[group[0]].start, sentence[group[-1]].end)]

    def fit(self, start: int, end: int) -> Stretch:
        """Widen a stretch over quotation marks and brackets that belong to it."""
        text = self.document.text
        for quotation in self.quotations_in(start, end):
            if quotation.outer_start < start <= quotation.start < end:
                start = quotation.outer_start
            elif quotation.start < start < quotation.end and not any(
                c.isalnum() for c in text[quotation.start : start]
            ):
                # A bracket stands between: "[I]t is over."
                start = quotation.outer_start
            if start <= quotation.start and end <= quotation.end:
                if end > quotation.start:
                    end = quotation.outer_end
            elif start <= quotation.start and end < quotation.outer_end:
                end = quotation.outer_end
            elif start <= quotation.start and not quotation.balanced:
                return start, min(end, quotation.end)
            elif quotation.start < start < quotation.end < end:
                start = quotation.outer_start
        if text[end : end + 1] == ")" and "(" in text[start:end]:
            opened = text.count("(", start, end) - text.count(")", start, end)
            end += opened > 0
        return start, end

    def quotations_in(self, start: int, end: int) -> list[Quotation]:
        """Return the outermost quotations of a stretch, and the last one before it."""
        last = bisect_right(self._starts, end)
        first = max(bisect_right(self._starts, start) - 1, 0)
        return self.quotations[first:last]


def _read_turns(document: Document) -> tuple[Turn, ...]:
    text = document.text
    labels = find_labels(document)
    if not labels:
        return ()
    taken = are_turns(labels, document)
    kept = {
        label.block.start: label
        for label, turn in zip(labels, taken, strict=True)
        if turn
    }
    last = max(kept, default=0)
    found: list[tuple[Label, list[Stretch]]] = []
    for block in document.blocks:
        label = kept.get(block.start)
        if label is not None and label.posted:
            found.append((label, []))
        if block.kind not in PROSE or (label is not None and label.posted):
            continue
        if label is not None:
            found.append((label, [(label.words, block.end)]))
        elif found and found[-1][0].posted:
            if block.start >= found[-1][0].words:
                found[-1][1].append((block.start, block.end))
        elif found and block.end <= last and goes_on(block, text):
            found[-1][1].append((block.start, block.end))
    found = [one for one in found if one[1]]
    before = (None, *(label for label, _ in found))
    return tuple(
        Turn(label, tuple(parts), earlier)
        for (label, parts), earlier in zip(found, before, strict=False)
    )


def _outermost(quotations: Iterable[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    for quotation in quotations:
        if not found or quotation.outer_start >= found[-1].outer_end:
            found.append(quotation)
    return found


def cue_lemma(reading: Reading, one: Attribution) -> str:
    """Return the lemma of a cue, ``""`` for a bare colon."""
    if one.cue < 0:
        return ""
    return reading.sentences[one.sentence][one.cue].lemma.lower()
