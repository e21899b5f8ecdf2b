"""Speech that layout attributes: turns of a transcript, texts after a colon."""

import re
from collections import Counter
from collections.abc import Iterator

from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.sources import is_said, source_of
from dragoman.extract.statements.verbs import frames_of
from dragoman.model.document import PROSE, BlockKind

# "WALLACE: Let us start", or a title that comes again and again with a colon.
_TURN = re.compile(
    r"[“\"]?(?P<name>[A-ZÀ-ÝĀ-Ž][A-ZÀ-ÝĀ-Ž.'’ -]{1,40}[A-ZÀ-ÝĀ-Ž.]|"
    # Words apart by one space each: otherwise a long word of capitals is cut up in
    # every possible way.
    r"[A-ZÀ-ÝĀ-Ž][\w.'’-]+(?: [A-ZÀ-ÝĀ-Ž][\w.'’-]+){0,4}):\s+(?P<words>\S)"
)
# A journalist asks, with his outlet behind his name.
_OF_OUTLET = re.compile(
    r"(?P<name>[A-ZÀ-ÝĀ-Ž][\w.'’-]+(?: [A-ZÀ-ÝĀ-Ž][\w.'’-]+){0,3}), "
    r"[^:.?!\n]{2,40}:\s"
)
# Those who ask speak for nobody, and their questions are read as plain prose.
_ASKING = frozenset({"q", "question", "reporter", "journalist", "interviewer"})
_POINT = re.compile(r"(?:\(?\d{1,2}[.)]|[ivx]{1,4}[.)]|[–—•*-])\s+(?=\S)")
_MARKS = '“”"«»„ \t\n'


def find_turns(reading: Reading) -> Iterator[Attribution]:
    """Yield the turns of a transcript; one block alone is none."""
    text = reading.document.text
    turns = []
    # The turn of the block before, to which this one answers.
    before: re.Match[str] | None = None
    for block in reading.document.blocks:
        if block.kind in PROSE:
            match = _TURN.match(text, block.start, block.end)
            if match is not None:
                turns.append((block, match, before))
            before = match or _OF_OUTLET.match(text, block.start, block.end)
    counts = Counter(match["name"] for _, match, _ in turns)
    for block, match, before in turns:
        name = match["name"]
        if counts[name] < 2 and (not name.isupper() or len(turns) < 2):
            continue
        if name.lower() in _ASKING:
            continue
        index = reading.annotations.sentence_at(match.start("name"))
        if index is None:
            continue
        source = reading.sentences[index].token_at(match.end("name") - 1)
        start, end = _trimmed(text, match.start("words"), block.end)
        if text[end - 1] == "?":
            continue
        if source is not None and start < end:
            yield Attribution(
                sentence=index,
                cue=-1,
                cue_span=(match.end("name"), match.end("name") + 1),
                source=source,
                source_sentence=index,
                content=((start, end),),
                frame="turn",
                act="assert",
                asker=_speaker_before(reading, before, name),
            )


def _speaker_before(
    reading: Reading, turn: re.Match[str] | None, name: str
) -> tuple[int, int] | None:
    """Return sentence and token of the name of the turn that is answered."""
    if turn is None or turn["name"] == name or turn["name"].lower() in _ASKING:
        return None
    index = reading.annotations.sentence_at(turn.start("name"))
    if index is None:
        return None
    token = reading.sentences[index].token_at(turn.end("name") - 1)
    return None if token is None else (index, token)


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
        if cue is None or source is None:
            continue
        for content in _points(reading, sentence.block + 1):
            yield Attribution(
                sentence=index,
                cue=cue,
                cue_span=(sentence[cue].start, sentence[cue].end),
                source=source,
                source_sentence=index,
                content=(content,),
                frame="turn",
                act="assert",
            )


def _points(reading: Reading, first: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a list that begins with this block."""
    text = reading.document.text
    for block in reading.document.blocks[first:]:
        if block.kind not in PROSE:
            continue
        point = _POINT.match(text, block.start, block.end)
        if point is None and block.kind is not BlockKind.LIST_ITEM:
            return
        yield (block.start if point is None else point.end()), block.end


def _last_cue(reading: Reading, index: int) -> int | None:
    sentence = reading.sentences[index]
    for place in range(len(sentence) - 2, max(len(sentence) - 12, -1), -1):
        if sentence[place].upos != "VERB":
            continue
        frames = frames_of(reading, sentence, place)
        speaks = frames is not None and frames.get("clause") is not None
        if speaks and is_said(sentence, place, reading.lexicon):
            return place
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end
