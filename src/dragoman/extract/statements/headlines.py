"""Who says what a headline tells: "Police: Two die in Gao", "Two die in Gao: police".

Only the first block of a document is a headline here, and only a name, a noun for
those who speak, or a poll stands on the other side of its colon.
"""

import re

from dragoman.extract.statements.reading import Attribution, Reading, Stretch
from dragoman.model.annotation import MentionKind
from dragoman.model.document import BlockKind
from dragoman.model.syntax import FINITE, Sentence

_BEFORE = re.compile(r"\s*(?P<who>[^:\n.?!“”\"]{2,40}):\s+(?P<what>\S[^\n]{12,})")
_BEHIND = re.compile(r"\s*(?P<what>[^:\n]{16,}):\s+(?P<who>[^:\n.?!“”\"]{2,40})\s*")
_SURVEYS = frozenset({"poll", "survey", "study", "report", "source", "sources"})
_FEW = 4  # words
_LONGEST = 32  # tokens
_SHOWN = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH})


def find_headline(reading: Reading, index: int) -> Attribution | None:
    """Return what the headline of a document attributes, ``None`` if it does not."""
    sentence = reading.sentences[index]
    if index or sentence.block != _first_block(reading) or reading.turns:
        return None  # the first turn of a transcript has its speaker
    block = reading.document.blocks[sentence.block]
    text = reading.document.text
    if len(reading.sentences) > 1 and reading.sentences[1].block == sentence.block:
        return None  # prose, of several sentences
    if len(sentence) > _LONGEST or len(reading.document.blocks) == 1:
        return None
    for form in (_BEFORE, _BEHIND):
        found = form.fullmatch(text, block.start, block.end)
        if found is None or len(found["who"].split()) > _FEW:
            continue
        source = _source(reading, index, found.span("who"))
        if source is None:
            continue
        start, end = found.span("what")
        end -= text[end - 1] == "."
        colon = text.index(":", block.start)
        return Attribution(
            sentence=index,
            cue=-1,
            cue_span=(colon, colon + 1),
            source=source,
            source_sentence=index,
            content=(reading.fit(start, end),),
            frame="according",
            act="assert",
        )
    return None


def _first_block(reading: Reading) -> int:
    return next(
        (
            place
            for place, block in enumerate(reading.document.blocks)
            if block.kind in _SHOWN
        ),
        -1,
    )


def _source(reading: Reading, index: int, who: Stretch) -> int | None:
    """Return the head of who stands beside a colon, if it can speak."""
    sentence = reading.sentences[index]
    inside = [
        place
        for place, token in enumerate(sentence)
        if who[0] <= token.start and token.end <= who[1]
    ]
    if not inside:
        return None
    for mention in reading.annotations.mentions_by_sentence.get(index, ()):
        if mention.kind is MentionKind.NAME and mention.head in inside:
            whole = mention.start <= who[0] + 1 and mention.end >= who[1] - 1
            # "Omar Tal: a life in pictures" is a title.
            said = any(token.tag in FINITE for token in sentence)
            return mention.head if whole and said else None
    last = inside[-1]
    words = {sentence[last].lemma.lower(), sentence[last].text.lower()}
    speaks = words & (reading.lexicon.speakers | _SURVEYS)
    return last if speaks and _is_plain(sentence, inside) else None


def _is_plain(sentence: Sentence, inside: list[int]) -> bool:
    """Tell "Police", "Belin officials" from "How the police"."""
    return all(
        sentence[place].upos in {"NOUN", "PROPN", "ADJ", "DET"} for place in inside
    )
