"""Passages that a cue with a colon announces: paragraphs, points of a list."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from dragoman.extract.statements.frames import frames_of
from dragoman.extract.statements.lexicon import tells_clause
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.said import is_said
from dragoman.extract.statements.sources import source_of
from dragoman.model.document import PROSE, BlockKind
from dragoman.model.syntax import Sentence

_NUMBER = re.compile(r"(?<!\w)\(?(?P<number>\d{1,2})[.)] (?=\S)")
_LISTED = {
    "demand": "demand",
    "condition": "demand",
    "request": "request",
    "proposal": "request",
    "recommendation": "request",
    "promise": "pledge",
    "pledge": "pledge",
    "commitment": "pledge",
    "accusation": "accuse",
    "charge": "accuse",
}
# How near its colon the noun stands that says what a list holds, in tokens.
_NEAR = 8
_POINT = re.compile(r"(?:\(?\d{1,2}[.)]|[ivx]{1,4}[.)]|[–—•*-])\s+(?=\S)")
_MARKS = '“”"«»„ \t\n'


def find_block_quotations(reading: Reading) -> Iterator[Attribution]:
    """Yield paragraphs without quotation marks that a cue with a colon announces."""
    sentences = reading.sentences
    blocks = reading.document.blocks
    for index, sentence in enumerate(sentences[:-1]):
        after = sentences[index + 1]
        if sentence[len(sentence) - 1].text != ":" or after.block == sentence.block:
            continue
        block = blocks[after.block]
        first = reading.document.text[block.start]
        if block.kind is BlockKind.LIST_ITEM or first in _MARKS or not first.isalpha():
            continue
        cue = _last_cue(reading, index)
        if cue is None:
            continue
        frames = frames_of(reading, sentence, cue) or {}
        yield Attribution(
            sentence=index,
            cue=cue,
            cue_span=(sentence[cue].start, sentence[cue].end),
            source=source_of(sentence, cue),
            source_sentence=index,
            content=((block.start, block.end),),
            frame="turn",
            act=frames.get("clause"),
        )


def find_lists(reading: Reading) -> Iterator[Attribution]:
    """Yield the points of a communiqué: "The front states the following: 1. ..."."""
    sentences = reading.sentences
    for index, sentence in enumerate(sentences[:-1]):
        if sentence[len(sentence) - 1].text != ":":
            continue
        cue = _last_cue(reading, index)
        source = None if cue is None else source_of(sentence, cue)
        act = _announced_act(reading, index)
        if act is not None and source is None:
            cue, source = _last_holder(sentence)
        if cue is None or source is None:
            continue
        if act is None:
            # "We demand: 1. ..." is a list of demands.
            frames = frames_of(reading, sentence, cue) or {}
            act = frames.get("clause") or frames.get("object")
        block = reading.document.blocks[sentence.block]
        for content in (
            _points(reading, sentence.block + 1)
            if sentence.end >= block.end
            else _points_within(reading, sentence.end, block.end)
        ):
            yield Attribution(
                sentence=index,
                cue=cue,
                cue_span=(sentence[cue].start, sentence[cue].end),
                source=source,
                source_sentence=index,
                content=(content,),
                frame="turn",
                act=act or "assert",
            )


def _announced_act(reading: Reading, index: int) -> str | None:
    """Return what the points of a list are: "set out three demands:"."""
    sentence = reading.sentences[index]
    for place in range(len(sentence) - 2, max(len(sentence) - _NEAR, -1), -1):
        if sentence[place].upos == "NOUN" and sentence[place].tag == "NNS":
            act = _LISTED.get(sentence[place].lemma.lower())
            if act is not None:
                return act
    return None


def _last_holder(sentence: Sentence) -> tuple[int | None, int | None]:
    """Return the main verb of a sentence that announces a list, and its subject."""
    cue = sentence.root
    return cue, source_of(sentence, cue)


def _points(reading: Reading, first: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a list that begins with this block."""
    text = reading.document.text
    for block in reading.document.blocks[first:]:
        if block.kind not in PROSE:
            continue
        point = _POINT.match(text, block.start, block.end)
        if point is None and block.kind is not BlockKind.LIST_ITEM:
            return
        end = block.end
        while text[end - 1] in ";, ":
            end -= 1
        yield (block.start if point is None else point.end()), end


def _points_within(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield points that are numbered from 1 up behind a colon in one paragraph."""
    text = reading.document.text
    marks: list[re.Match[str]] = []
    for mark in _NUMBER.finditer(text, start, end):
        if int(mark["number"]) == len(marks) + 1:
            marks.append(mark)
    for mark, after in zip_longest(marks, marks[1:]):
        yield mark.end(), end if after is None else after.start()


def _last_cue(reading: Reading, index: int) -> int | None:
    sentence = reading.sentences[index]
    for place in range(len(sentence) - 2, max(len(sentence) - 12, -1), -1):
        if sentence[place].upos != "VERB":
            continue
        frames = frames_of(reading, sentence, place)
        speaks = tells_clause(frames)
        if speaks and is_said(sentence, place, reading.lexicon):
            return place
    return None
