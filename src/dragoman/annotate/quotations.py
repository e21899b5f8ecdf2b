"""Quotation marks paired, whatever their kind and however badly they were set.

A mark opens or closes by its shape and by what stands around it. Three faults of
real text are healed: a quotation closed by another opening mark, one that is
opened twice and closed once, and one that is never closed. A healed quotation is
not ``balanced``, and ends where its sentence ends at the latest, so that it never
runs on over the rest of a report.

By the custom of the press a quotation over several paragraphs opens in each of
them and closes in the last. Each paragraph becomes a quotation of its own;
``outer_end == end`` together with ``balanced`` says that the next one goes on.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from dragoman.model.annotation import Annotations, Quotation
from dragoman.model.document import PROSE, Block, Document

# Two straight single marks, or two back-ticks, are a double mark typed by hand.
_DOUBLE = re.compile(r"[“”„‟«»\"「」『』《》〈〉]|``|''")
_OPENING = frozenset({"“", "„", "‟", "«", "「", "『", "《", "〈", "``"})
_CLOSING = frozenset({"”", "»", "」", "』", "》", "〉", "''"})
_FAMILY = {"«": "angle", "»": "angle", "「": "corner", "」": "corner"} | {
    "『": "white",
    "』": "white",
    "《": "title",
    "》": "title",
    "〈": "title",
    "〉": "title",
}

_SINGLE = re.compile(r"[‘‚‛’'‹›]")
_SINGLE_CLOSING = frozenset({"’", "'", "›", "‘"})
_BEFORE_OPENING = frozenset("([{<—–-/…:;,“„«\"‘'")
_AFTER_CLOSING = frozenset(".,;:!?)]}>—–-/…”»\"’'")

# An apostrophe at the head of a word: elisions, decades, and the ayin of
# transliterated Semitic names ('Abd al-Rahman, 'Ain al-Hilweh).
_ELISION = re.compile(
    r"(?:\d0s|em\b|til\b|tis\b|twas\b|n\b|cause\b|bout\b|round\b|cos\b|s\b|"
    r"A(?:bd|li\b|in\b|yn\b|mr\b|sir\b|rab|laa\b|ttar|jman|mm?an\b|fula|qaba|kka)|"
    r"U(?:mar|thman|bayd|day)|I(?:sa\b|mad|raq\b|zz|ssam))"
)

_MAX_SINGLE = 1_500

# Where the words of a quotation end that was never closed: ", he said in a letter".
_SAID = r"(?:said|says|added|told|stated|declared|warned|wrote|insisted|noted|replied)"
_WHO = r"(?:he|she|they|it|(?:[Tt]he )?(?:\w+ )?[\w’'-]+(?: [A-Z][\w’'-]+)?)"
_TAG = re.compile(
    rf",\s(?:{_WHO} {_SAID}\b|{_SAID} (?:he|she|they|the|[A-Z]))",
)
# A cue that ends its sentence, or with its speaker behind it: the quotation is over.
_CLOSED_BY = re.compile(
    rf",\s(?:{_WHO} {_SAID}(?=[.\n]|\Z)|{_SAID} (?:he|she|they|the|[A-Z]))",
)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    opens: bool
    closes: bool

    @property
    def family(self) -> str:
        return _FAMILY.get(self.text, "double")


class QuotationsAnnotator:
    """Pairs quotation marks in every prose block."""

    name = "quotations"
    version = "1"
    requires = frozenset({"sentences"})
    provides = frozenset({"quotations"})

    def annotate(self, document: Document, annotations: Annotations) -> Annotations:
        """Pair the quotation marks of the document."""
        blocks = [block for block in document.blocks if block.kind in PROSE]
        found: list[Quotation] = []
        continued = False
        for block, after in zip_longest(blocks, blocks[1:]):
            pairing = _Pairing(document.text, block, annotations, continued=continued)
            reopening = None if after is None else _opening_of(document.text, after)
            found.extend(pairing.run(reopening))
            continued = pairing.continues
        return annotations.with_(
            quotations=sorted(found, key=lambda q: (q.outer_start, -q.outer_end))
        )


def _opening_of(text: str, block: Block) -> str | None:
    """Return the mark with which a paragraph opens a quotation."""
    mark = _DOUBLE.match(text, block.start, block.end)
    return None if mark is None or mark.group() in _CLOSING else mark.group()


class _Pairing:
    """The pairing of one block."""

    def __init__(
        self, text: str, block: Block, annotations: Annotations, *, continued: bool
    ) -> None:
        self.text = text
        self.block = block
        self.annotations = annotations
        self.continued = continued
        self.continues = False
        self.stack: list[_Mark] = []
        self.found: list[Quotation] = []

    def run(self, reopening: str | None) -> list[Quotation]:
        """Pair the marks.

        Args:
            reopening: The mark with which the next block opens a quotation.
        """
        marks = [
            self._mark(match)
            for match in _DOUBLE.finditer(self.text, self.block.start, self.block.end)
        ]
        for index, mark in enumerate(marks):
            if self._is_opening(mark):
                self._open(mark, marks[index + 1 :])
            else:
                self._close(mark)
        self._finish(reopening)
        self.found.extend(self._singles())
        return self.found

    def _mark(self, match: re.Match[str]) -> _Mark:
        start, end = match.span()
        before = self.text[start - 1] if start > self.block.start else " "
        after = self.text[end] if end < self.block.end else " "
        free_before = before.isspace() or before in _BEFORE_OPENING
        free_after = after.isspace() or after in _AFTER_CLOSING
        return _Mark(
            start=start,
            end=end,
            text=match.group(),
            opens=free_before and not after.isspace(),
            closes=free_after and not before.isspace(),
        )

    def _is_opening(self, mark: _Mark) -> bool:
        is_open = any(other.family == mark.family for other in self.stack)
        if mark.text in _OPENING:
            return not (is_open and mark.closes and not mark.opens)
        if mark.text in _CLOSING:
            return not is_open and mark.opens and not mark.closes
        if mark.opens != mark.closes:
            return mark.opens
        # 5'10" and the like: a mark after a figure opens nothing.
        figure = self.text[mark.start - 1 : mark.start].isdigit()
        return not is_open and not figure

    def _open(self, mark: _Mark, later: Sequence[_Mark]) -> None:
        if not (self.stack and self.stack[-1].family == mark.family):
            self.stack.append(mark)
            return
        outer = self.stack[-1]
        closers = [not self._looks_opening(m) for m in later if m.family == mark.family]
        if closers[:2] == [True, True]:
            self.stack.append(mark)
        elif closers[:1] == [True]:
            end = self._last_sentence_end(outer.end, mark.start)
            if end is None:
                self.stack.append(mark)
            else:
                self.stack.pop()
                end = self._before_cue(outer.end, end)
                self._keep(outer, end, end, balanced=False)
                self.stack.append(mark)
        else:
            # Nothing closes the new one: the mark was meant to close the old one.
            self.stack.pop()
            self._keep(outer, mark.start, mark.end, balanced=False)

    def _looks_opening(self, mark: _Mark) -> bool:
        if mark.text in _OPENING:
            return not (mark.closes and not mark.opens)
        return mark.text not in _CLOSING and mark.opens and not mark.closes

    def _close(self, mark: _Mark) -> None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].family == mark.family:
                opening = self.stack[depth]
                del self.stack[depth:]
                self._keep(opening, mark.start, mark.end, balanced=True)
                return

    def _finish(self, reopening: str | None) -> None:
        if not self.stack:
            return
        opening = self.stack[0]
        # A quotation goes on with the mark that it began with.
        reopens = opening.text == reopening
        inner = [q for q in self.found if q.outer_start > opening.start]
        if reopens and not _CLOSED_BY.search(self.text, opening.end, self.block.end):
            self.continues = True
            self._keep(opening, self.block.end, self.block.end, balanced=True)
        elif self.continued and opening.start == self.block.start:
            self._keep(opening, self.block.end, self.block.end, balanced=False)
        else:
            end = self._before_cue(opening.end, self._sentence_end(opening.end))
            if inner and inner[0].outer_start < end:
                end = max(end, inner[0].end)
            self._keep(opening, end, end, balanced=False)

    def _keep(
        self, opening: _Mark, end: int, outer_end: int, *, balanced: bool
    ) -> None:
        start = opening.end
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            outer_end = max(outer_end, end)
            quotation = Quotation(start, end, opening.start, outer_end, balanced)
            self.found.append(quotation)

    def _before_cue(self, start: int, end: int) -> int:
        tag = _TAG.search(self.text, start, end)
        return end if tag is None else tag.start() + 1

    def _sentence_end(self, offset: int) -> int:
        index = self.annotations.sentence_at(offset)
        if index is None:
            return self.block.end
        return min(self.annotations.sentences[index].end, self.block.end)

    def _last_sentence_end(self, start: int, end: int) -> int | None:
        ends = [m.end() for m in re.finditer(r"[.!?…](?=\s)", self.text[start:end])]
        return start + ends[-1] if ends else None

    def _singles(self) -> list[Quotation]:
        """Find quotations in single marks, telling them from apostrophes."""
        found: list[Quotation] = []
        marks = list(_SINGLE.finditer(self.text, self.block.start, self.block.end))
        taken = self.block.start
        for index, match in enumerate(marks):
            if match.start() < taken or not self._opens_single(match):
                continue
            closing = self._single_closing(marks[index + 1 :], match.end())
            if closing is None:
                continue
            quotation = Quotation(
                match.end(), closing, match.start(), closing + 1, balanced=True
            )
            if not any(_cross(quotation, other) for other in self.found):
                found.append(quotation)
                taken = closing + 1
        return found

    def _opens_single(self, match: re.Match[str]) -> bool:
        start, end = match.span()
        before = self.text[start - 1] if start > self.block.start else " "
        after = self.text[end] if end < self.block.end else " "
        if match.group() == "›" or after.isspace() or after in ".,;:!?)]”»":
            return False
        if after == '"' and before in ",.":
            return False  # both close: "He said: 'Go,'"
        if self.text[start - 1 : end + 1].count("'") > 1:
            return False
        if not (before.isspace() or before in _BEFORE_OPENING):
            return False
        return _ELISION.match(self.text, end) is None

    def _single_closing(self, later: Sequence[re.Match[str]], start: int) -> int | None:
        """Return the start of the closing mark; a plural's apostrophe comes last."""
        doubtful: int | None = None
        for match in later:
            place = match.start()
            if place - start > _MAX_SINGLE:
                break
            if place > start and self._opens_single(match):
                break
            after = self.text[place + 1 : place + 3] + "  "
            before = self.text[place - 1]
            free = after[0].isspace() or after[0] in _AFTER_CLOSING
            if match.group() not in _SINGLE_CLOSING or before.isspace() or not free:
                continue
            if before == "s" and after[0].isspace() and after[1].islower():
                doubtful = place if doubtful is None else doubtful
                continue
            return place
        return doubtful


def _cross(left: Quotation, right: Quotation) -> bool:
    inside = right.start <= left.outer_start and left.outer_end <= right.outer_end
    around = left.start <= right.outer_start and right.outer_end <= left.outer_end
    apart = left.outer_end <= right.outer_start or right.outer_end <= left.outer_start
    return not (inside or around or apart)
