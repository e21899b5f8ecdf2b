"""Headline, bylines, headings, captions and footers among the pieces of a text.

Plain text shows only where its paragraphs lie; markup shows more, but wrongly
often. So both end here: the pieces are looked at in their order, with what the
layout says of them as a hint.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.model.document import Block, BlockKind
from dragoman.read.furniture import (
    Look,
    find_trailer,
    has_finite_verb,
    is_opener,
    is_service,
    look,
    matches,
    share_terminal,
)
from dragoman.read.layout import find_stretches
from dragoman.read.lines import (
    is_above_title,
    is_byline,
    is_caption,
    is_credit,
    is_date_line,
    is_dated_name,
    is_heading,
    is_name_line,
    is_numbered_heading,
    is_quoted,
    is_turn,
    names_occasion,
    resembles,
)
from dragoman.read.masthead import TITLE_LABEL, Piece
from dragoman.read.nameplate import (
    find_communique_body,
    is_name,
    is_nameplate,
    is_release_label,
)

_OPEN = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})
_MAX_TITLE_CHARS = 250
_MAX_HEADING_WORDS = 12
_MAX_DECK_WORDS = 40
_MAX_TEASER_WORDS = 16
_MAX_SIGNATURE_WORDS = 8
_LEAD_WORDS = 20
_HEAD_PIECES = 12
_MIN_TERMINAL_SHARE = 0.5
_MIN_TURNS = 2
_DATELINE = re.compile(
    r"[^\W\d_][^.!?\n]{1,60}?(?:\([^)]{2,40}\)|,? \d{1,2} \w+|\w+ \d{1,2}|/[A-Z]+/)"
    r"[^.!?\n]{0,30}?\s?[–—:-]{1,2} "
)


def find_blocks(text: str, title: str | None = None) -> list[Block]:
    """Find the blocks of a plain text.

    Args:
        text: Line ends normalized.
        title: Headline where it is known already.
    """
    spans: list[tuple[int, int]] = []
    hints: list[BlockKind] = []
    for stretch in find_stretches(text):
        kind = BlockKind.LIST_ITEM if stretch.item else BlockKind.PARAGRAPH
        piece = text[stretch.start : stretch.end]
        cut = find_trailer(piece)
        if cut is not None:
            head = stretch.start + len(piece[:cut].rstrip())
            spans.append((stretch.start, head))
            hints.append(kind)
            kind = BlockKind.BOILERPLATE
        spans.append((stretch.start + (cut or 0), stretch.end))
        hints.append(kind)
    pieces = [
        (hint, text[start:end]) for hint, (start, end) in zip(hints, spans, strict=True)
    ]
    kinds = settle(pieces, title, guess_title=title is None)
    return [
        Block(kind, start, end) for kind, (start, end) in zip(kinds, spans, strict=True)
    ]


def settle_pieces(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Settle the kinds of pieces that come from markup; put the headline first."""
    parted: list[Piece] = []
    for kind, text in pieces:
        cut = find_trailer(text) if kind in _OPEN else None
        if cut is None:
            parted.append((kind, text))
        else:
            parted.append((kind, text[:cut].rstrip()))
            parted.append((BlockKind.BOILERPLATE, text[cut:]))
    kinds = settle(parted, title, guess_title=title is None)
    settled = [(kind, text) for kind, (_, text) in zip(kinds, parted, strict=True)]
    if title and BlockKind.TITLE not in kinds:
        settled.insert(0, (BlockKind.TITLE, title))
    return settled


def settle(
    pieces: Sequence[Piece], title: str | None, *, guess_title: bool
) -> list[BlockKind]:
    """Settle the kind of each piece.

    Args:
        pieces: What the layout or markup says of each piece, and its text.
        title: Headline where it is known.
        guess_title: Whether to take the first line that looks like one for it.
    """
    return _Settler(pieces, title, guess_title=guess_title).settle()


class _Settler:
    def __init__(
        self, pieces: Sequence[Piece], title: str | None, *, guess_title: bool
    ) -> None:
        self._kinds = [kind for kind, _ in pieces]
        self._looks = [look(text) for _, text in pieces]
        self._title = " ".join((title or "").split()).casefold()
        self._guess_title = guess_title
        # Where paragraphs go without full stops, a missing one says nothing.
        self._punctuated = share_terminal(self._looks) >= _MIN_TERMINAL_SHARE

    def settle(self) -> list[BlockKind]:
        self._mark_certain()
        start = self._settle_head()
        self._mark_tail(start)
        self._mark_below_openers(start)
        self._mark_headings(start)
        return self._kinds

    def _is_open(self, index: int) -> bool:
        return self._kinds[index] in _OPEN

    def _mark_certain(self) -> None:
        """Mark furniture and captions that their words give away."""
        for index, seen in enumerate(self._looks):
            if self._kinds[index] is BlockKind.CAPTION:
                if is_credit(seen):
                    self._kinds[index] = BlockKind.BOILERPLATE
            elif self._is_open(index):
                if seen.furniture > 0.8 or seen.furniture >= 0.5 <= seen.shape / 4:
                    self._kinds[index] = BlockKind.BOILERPLATE
                elif is_caption(seen):
                    credit = is_credit(seen)
                    self._kinds[index] = (
                        BlockKind.BOILERPLATE if credit else BlockKind.CAPTION
                    )

    def _settle_head(self) -> int:
        """Settle what stands before the first paragraph; return its index."""
        start = self._find_lead()
        found = self._find_title(start)
        if found is not None:
            self._kinds[found] = BlockKind.TITLE
            start = max(start, found + 1)
        for index in range(start):
            if index != found and self._kinds[index] in _OPEN:
                self._kinds[index] = self._judge_head_line(index, found)
        return start

    def _find_lead(self) -> int:
        for index, seen in enumerate(self._looks[:_HEAD_PIECES]):
            if self._kinds[index] not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
                continue
            if is_byline(seen) or is_nameplate(seen.text):
                continue
            if self._title and resembles(seen.text, self._title):
                continue
            if seen.words >= _LEAD_WORDS and (seen.terminal or not self._punctuated):
                return index
            if seen.words >= _MAX_DECK_WORDS or _DATELINE.match(seen.text):
                return index
            if seen.terminal and index and seen.words > 3:
                return index
        return min(len(self._looks), _HEAD_PIECES) if self._guess_title else 0

    def _find_title(self, start: int) -> int | None:
        """Find the headline among the first pieces."""
        if BlockKind.TITLE in self._kinds:
            return self._kinds.index(BlockKind.TITLE)
        if self._title:
            for index in range(min(max(start, 1), len(self._looks))):
                if resembles(self._looks[index].text, self._title):
                    return index
            return None
        if not self._guess_title or len(self._looks) < 2:
            return None
        for index in range(min(max(start, 1), len(self._looks))):
            seen = self._looks[index]
            if TITLE_LABEL.match(seen.text):
                return index
        found = [
            index
            for index in range(min(max(start, 1), len(self._looks)))
            if self._is_headline(index, start)
        ]
        for index, after in pairwise([*found, -1]):
            if after < 0 or not self._is_above(index, after):
                return index
        return self._find_communique(start)

    def _find_communique(self, start: int) -> int | None:
        """Find "Communiqué no. 9 of the Wadi Brigades", a headline if no other is."""
        for index in range(min(max(start, 1), len(self._looks))):
            if find_communique_body(self._looks[index].text):
                return index
        return None

    def _is_above(self, index: int, after: int) -> bool:
        """Tell whether a line that may be the headline stands over the true one."""
        seen, below = self._looks[index], self._looks[after]
        between = self._looks[index + 1 : after]
        released = any(is_release_label(line.text) for line in between)
        return is_above_title(seen, below) or (released and is_name(seen.text))

    def _is_headline(self, index: int, start: int) -> bool:
        seen = self._looks[index]
        if self._kinds[index] not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            return False
        if len(seen.text) > _MAX_TITLE_CHARS or seen.shape > 2:
            return False
        if index == 0 and self._heads_transcript(seen):
            return True
        if is_turn(seen.text) and any(
            is_turn(after.text) for after in self._looks[index + 1 : index + 3]
        ):
            return False
        # "Basin Update, 21 September 2025" is how bulletins are headed.
        if is_byline(seen) and not (index == 0 and is_dated_name(seen)):
            return False
        if index and seen.words < 2 and not seen.text.isupper():
            return False
        if not seen.terminal or seen.text[-1] in "?!…" or seen.text.isupper():
            return index < start or seen.words < _LEAD_WORDS
        after = self._looks[index + 1 : index + 2]
        return index == 0 and bool(after) and bool(_DATELINE.match(after[0].text))

    def _heads_transcript(self, seen: Look) -> bool:
        """Tell "Press Briefing by Ana Ruiz" over the turns of a transcript.

        Over a report such a line would say who wrote it, or when.
        """
        turns = sum(is_turn(one.text) for one in self._looks[1:])
        return turns >= _MIN_TURNS and not seen.terminal and names_occasion(seen.text)

    def _judge_head_line(self, index: int, title: int | None) -> BlockKind:
        seen = self._looks[index]
        if seen.text[0] == "@" and is_turn(seen.text):
            return self._kinds[index]
        if is_byline(seen) or seen.shape or is_nameplate(seen.text):
            return BlockKind.BYLINE
        if is_turn(seen.text):
            return self._kinds[index]
        if self._kinds[index] is BlockKind.LIST_ITEM and is_numbered_heading(seen):
            return BlockKind.HEADING
        if seen.terminal or self._kinds[index] is not BlockKind.PARAGRAPH:
            return self._kinds[index]
        if title is None or (seen.text[-1] == ":" and not is_heading(seen)):
            short = title is None and seen.words <= 3 and is_name_line(seen)
            return BlockKind.BYLINE if short and index else BlockKind.PARAGRAPH
        if is_name_line(seen):
            return BlockKind.BYLINE
        if index < title:
            return BlockKind.BYLINE
        return (
            BlockKind.HEADING if seen.words <= _MAX_DECK_WORDS else self._kinds[index]
        )

    def _mark_tail(self, start: int) -> None:
        """Mark unfinished lines at the end: teasers, signatures, imprints."""
        if not self._punctuated:
            return
        marked: list[int] = []
        footer = False
        for index in range(len(self._looks) - 1, start, -1):
            if self._kinds[index] is BlockKind.BOILERPLATE:
                footer = True
            elif self._is_open(index) and self._is_leftover(index, footer=footer):
                marked.append(index)
            elif self._kinds[index] in {BlockKind.BYLINE, BlockKind.CAPTION}:
                continue
            else:
                break
        # A text that consists of such lines is a list or a poem, not a footer.
        words = sum(self._looks[index].words for index in marked)
        if words * 2 < sum(seen.words for seen in self._looks):
            for index in marked:
                self._kinds[index] = BlockKind.BOILERPLATE

    def _is_leftover(self, index: int, *, footer: bool) -> bool:
        seen = self._looks[index]
        if seen.text[0] == "@" and is_turn(seen.text):
            return False
        if matches("slogan", seen.text.lstrip("\"'“‘¡")) or is_quoted(seen.text):
            return False
        if self._kinds[index] is BlockKind.LIST_ITEM:
            # A single dash before a word signs a dispatch: "- Bernama".
            alone = self._kinds[index - 1] is not BlockKind.LIST_ITEM
            signed = alone and seen.words <= 2
            return (seen.shape >= 2 or signed) and not seen.terminal
        if seen.furniture >= 0.5 or (seen.shape >= 2 and seen.plain_words <= 8):
            return True
        if seen.terminal:
            bare = look(seen.text.rstrip(".")) if seen.words <= _LEAD_WORDS else seen
            return is_service(seen.text) or is_date_line(bare)
        if footer:
            return seen.words <= _MAX_TEASER_WORDS
        return seen.words <= _MAX_SIGNATURE_WORDS and not has_finite_verb(seen.text)

    def _mark_below_openers(self, start: int) -> None:
        below = False
        for index in range(start, len(self._looks)):
            seen = self._looks[index]
            if is_opener(seen.text):
                below = True
                self._kinds[index] = BlockKind.BOILERPLATE
            elif self._is_teaser(index):
                self._kinds[index] = BlockKind.BOILERPLATE
            elif below and self._is_open(index):
                if seen.terminal and seen.words > _MAX_HEADING_WORDS:
                    below = False
                elif not (seen.terminal and self._kinds[index] is BlockKind.PARAGRAPH):
                    self._kinds[index] = BlockKind.BOILERPLATE

    def _is_teaser(self, index: int) -> bool:
        """Tell whether a label stands before another story's headline."""
        seen = self._looks[index]
        return (
            self._kinds[index] is BlockKind.PARAGRAPH
            and not seen.terminal
            and seen.words <= _LEAD_WORDS
            and matches("label", seen.text)
        )

    def _mark_headings(self, start: int) -> None:
        limit = _MAX_HEADING_WORDS if self._punctuated else _MAX_HEADING_WORDS // 2
        for index in range(start, len(self._looks) - 1):
            seen = self._looks[index]
            after = self._kinds[index + 1]
            if self._kinds[index] is BlockKind.LIST_ITEM:
                # A number before a heading makes no list of it.
                if after is BlockKind.PARAGRAPH and is_numbered_heading(seen):
                    self._kinds[index] = BlockKind.HEADING
                continue
            if self._kinds[index] is not BlockKind.PARAGRAPH or seen.words > limit:
                continue
            if after is BlockKind.BOILERPLATE:
                continue
            if is_heading(seen) and not (
                after is BlockKind.PARAGRAPH and is_heading(self._looks[index + 1])
            ):
                self._kinds[index] = BlockKind.HEADING
