"""Lines that tell somebody's words behind a colon, without a verb of saying.

"The Lake Front: no talks while the siege lasts.", "Orlan Party statement, 3 May: we
reject it", "The ministry, in a communiqué: the border stays closed." Before the colon
stands a name of a body or person, or a noun for those who speak; what tells how and
when it was said may follow it. The name of a place heads a part of a digest.
"""

import re
from dataclasses import dataclass

from dragoman.extract.statements.reading import Attribution, Reading, Stretch
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.document import BlockKind
from dragoman.model.syntax import FINITE, Sentence

_TEXT = (
    r"(?:statement|communiqu[eé]|declaration|press release|message|letter|note|"
    r"leaflet|appeal|readout)"
)
_WHERE = r"(?:, [^:\n“”\"]{2,50}| \([^()\n]{2,40}\))"
_FORMS = (
    # First the form of "Joint statement of the two ministers, Lund, 4 May: we".
    re.compile(
        rf"(?:(?:an?|the) )?(?:(?:joint|final|press|official|open) )?{_TEXT} "
        rf"(?:of|by|from) (?P<who>[^:\n,“”\"]{{2,90}})(?P<how>{_WHERE})?:"
        r"\s+(?P<what>\S)",
        re.IGNORECASE,
    ),
    # Then that of "Orlan Party statement, 3 May: we", "The ministry, in a note: we".
    re.compile(
        r"(?P<who>[^:\n,“”\"]{2,60}?)"
        rf"(?P<how>(?:’s|'s)? (?:press )?{_TEXT}{_WHERE}?|, (?:in|by|on|via) "
        rf"[^:\n“”\"]{{2,50}}| on (?:the |its |his |her )?[^:\n,“”\"]{{2,40}}):"
        r"\s+(?P<what>\S)",
    ),
    re.compile(r"(?P<who>[^:\n,“”\"]{2,60}):\s+(?P<what>\S)"),
)
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_SPEAKING = frozenset({Schema.PERSON, Schema.ORGANIZATION})
_FEWEST = 3  # words that are said
_MOST = 16  # words of a label
_VERBLESS = frozenset({"no", "not", "never", "nothing", "nobody", "neither", "yes"})


@dataclass(frozen=True, slots=True)
class _Line:
    who: Stretch
    colon: int
    what: int
    stated: bool


def find_colon_line(reading: Reading, index: int) -> Attribution | None:
    """Return what a line attributes by its colon alone, ``None`` if it does not."""
    sentence = reading.sentences[index]
    block = reading.document.blocks[sentence.block]
    if block.kind not in _BODY or sentence.start - block.start > _FEWEST:
        return None
    line = _match(reading.document.text, sentence.start, block.end)
    if line is None or line.who[1] > sentence.end or reading.turns:
        return None
    if len(reading.document.blocks) == 1 and not line.stated:
        return None
    source = _source(reading, index, line)
    end = _end(reading, sentence, line, block.end)
    if source is None or end <= line.what:
        return None
    if not _is_said(reading, index, line, end):
        return None
    return Attribution(
        sentence=index,
        cue=-1,
        cue_span=(line.colon, line.colon + 1),
        source=source,
        source_sentence=index,
        content=(reading.fit(line.what, end),),
        frame="clause",
        act="assert",
    )


def _match(text: str, start: int, end: int) -> _Line | None:
    for place, form in enumerate(_FORMS):
        found = form.match(text, start, end)
        if found is None or len(text[start : found.start("what")].split()) > _MOST:
            continue
        stated = place < len(_FORMS) - 1
        colon = text.rindex(":", start, found.start("what"))
        return _Line(found.span("who"), colon, found.start("what"), stated)
    return None


def _end(reading: Reading, sentence: Sentence, line: _Line, block_end: int) -> int:
    """Return where the words end: with the paragraph of a statement, or the sentence.

    A colon may end the sentence.
    """
    end = block_end if line.stated or sentence.end <= line.what else sentence.end
    text = reading.document.text
    while end > line.what and text[end - 1] in ". \n":
        end -= 1
    return end


def _source(reading: Reading, index: int, line: _Line) -> int | None:
    """Return the head of who stands before the colon, if it can speak."""
    sentence = reading.sentences[index]
    inside = [
        place
        for place, token in enumerate(sentence)
        if line.who[0] <= token.start and token.end <= line.who[1]
    ]
    if not inside or any(sentence[place].tag in FINITE for place in inside):
        return None
    for mention in reading.annotations.mentions_by_sentence.get(index, ()):
        named = mention.kind is MentionKind.NAME and mention.head in inside
        last = mention.end >= line.who[1] - 2
        if named and last and mention.schema in _SPEAKING:
            return mention.head
    heads = [p for p in inside if sentence[p].head not in inside] or inside
    for place in (inside[-1], *heads):
        words = {sentence[place].lemma.lower(), sentence[place].small}
        if words & reading.lexicon.speakers and sentence[place].upos != "VERB":
            return place
    return None


def _is_said(reading: Reading, index: int, line: _Line, end: int) -> bool:
    """Tell words from a number, a name or a headline behind a colon.

    A line that does not say that it is a statement has small letters behind its
    colon, or is one of several.
    """
    text = reading.document.text
    words = text[line.what : end].split()
    if len(words) < _FEWEST:
        return False
    verbs = any(
        token.tag in FINITE
        for place in (index, index + 1)
        if place < len(reading.sentences)
        for token in reading.sentences[place]
        if line.what <= token.start < end
    )
    if not (verbs or words[0].lower().strip("“\"'") in _VERBLESS):
        return False
    return line.stated or text[line.what].islower()
