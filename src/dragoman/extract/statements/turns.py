"""Speech that layout attributes: turns of a transcript, answers of an interview."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.extract.statements.interviewed import find_asked
from dragoman.extract.statements.labels import Label, match_label
from dragoman.extract.statements.reading import Attribution, Reading, Stretch, Turn
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.document import PROSE, Block, BlockKind

_INTERVIEW = re.compile(
    r"\b(?:interview\w*|Q ?(?:&|and) ?A|(?:spoke|speaks|talked|talks|sat down) "
    r"(?:to|with)|in conversation|conversation with|questions? to|answers? questions)",
)
# Questions of an interview: so many at least, and of how many code points at most.
_QUESTIONS = 2
_LONGEST_QUESTION = 400
# A questioner who gives her name: "Ana Ruiz, the Courier."
_OWN_NAME = re.compile(r"[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){1,3}(?=, )")
# What the stenographer adds: "(Laughs.) No."
_ASIDE = re.compile(r"[(\[][A-Z][^()\[\]]{1,40}[)\]]\.?(?:\s+|\Z)")
# Nothing is said with it: "Thank you, Ljubica.", "Good morning.".
_COURTESY = re.compile(
    r"(?:Thank you|Thanks|Good (?:morning|afternoon|evening|day)|Hello|Welcome|"
    r"My pleasure)(?: very much| so much| again)?"
    r"(?:,? (?:all|everyone|everybody|ladies and gentlemen|[A-ZÀ-Ý][\w.'’-]+)){0,4}"
    r"[.!](?:\s+|\Z)"
)
_MARKS = '“”"«»„ \t\n'


def find_turns(reading: Reading) -> Iterator[Attribution]:
    """Yield the turns of a transcript; one block alone is none.

    What is asked is a part of its own: "They say so. Is it true?".
    """
    turns = reading.turns
    for place, turn in enumerate(turns):
        if turn.label.posted:
            yield from _post(reading, turn)
            continue
        index = reading.annotations.sentence_at(turn.label.end - 1)
        speaker = _speaker_of(reading, place)
        if index is None or speaker is None:
            continue
        parts = turn.parts
        name = find_own_name(reading, turn)
        if name is not None:
            sentence = reading.sentences[name.sentence]
            head = sentence.head_of(name.start, name.end)
            speaker = speaker if head is None else (name.sentence, head)
            parts = ((sentence.end, parts[0][1]), *parts[1:])
        hearer = _hearer(reading, turns, place)
        asks = turn.asks(reading.document.text)
        for part in parts:
            for act, content in _questions(reading, part, asks=asks):
                one = _turn(index, speaker, turn.label.mark, content, hearer)
                yield replace(one, act=act)


def _post(reading: Reading, turn: Turn) -> Iterator[Attribution]:
    """Yield what a channel posts, told to nobody in particular."""
    for start, end in turn.parts:
        index = reading.annotations.sentence_at(start)
        if index is not None:
            yield _turn(index, (index, 0), turn.label.mark, (start, end))


def _questions(
    reading: Reading, part: Stretch, *, asks: bool
) -> Iterator[tuple[str, Stretch]]:
    """Part what is asked from what is said, if a turn is there to ask."""
    text = reading.document.text
    aside = _ASIDE.match(text, *part)
    start, end = _trimmed(text, part[0] if aside is None else aside.end(), part[1])
    courtesy = _COURTESY.match(text, start, end)
    while courtesy is not None:
        start = courtesy.end()
        courtesy = _COURTESY.match(text, start, end)
    if start >= end:
        return
    if text.startswith("To ask ", start):
        yield "request", (start, end)  # a question put down in writing
        return
    if not asks:
        yield "assert", (start, end)
        return
    groups: list[tuple[str, Stretch]] = []
    index = reading.annotations.sentence_at(start)
    while index is not None and index < len(reading.sentences):
        sentence = reading.sentences[index]
        if sentence.start >= end:
            break
        low, high = max(start, sentence.start), min(end, sentence.end)
        act = (
            "request"
            if text[low:high].rstrip(_MARKS + "*_").endswith("?")
            else "assert"
        )
        if groups and groups[-1][0] == act:
            low = groups.pop()[1][0]
        groups.append((act, (low, high)))
        index += 1
    yield from groups


@dataclass(frozen=True, slots=True)
class OwnName:
    """The name that a questioner gives, and its sentence."""

    sentence: int
    start: int
    end: int


def find_own_name(reading: Reading, turn: Turn) -> OwnName | None:
    """Return Ana Ruiz of "Q: Ana Ruiz, the Courier. Is it true?"."""
    if not turn.label.asks:
        return None
    name = _OWN_NAME.match(reading.document.text, *turn.parts[0])
    index = None if name is None else reading.annotations.sentence_at(name.start())
    if name is None or index is None:
        return None
    sentence = reading.sentences[index]
    if any(t.upos in {"VERB", "AUX"} for t in sentence if t.start >= name.start()):
        return None
    return OwnName(index, *name.span())


def _speaker_of(reading: Reading, place: int) -> tuple[int, int] | None:
    """Return who has a turn; "A:" is whoever had the word before the questions.

    Where nobody had it, he was named first above the first turn.
    """
    turns = reading.turns
    label = turns[place].label
    if not label.answers:
        return place_of_name(reading, reading.introduced(label))
    for turn in reversed(turns[:place]):
        before = turn.label
        if not (before.answers or before.asks or before.chairs):
            return place_of_name(reading, reading.introduced(before))
    return find_asked(reading, turns[0].label.block.start)


def place_of_name(reading: Reading, label: Label) -> tuple[int, int] | None:
    """Return sentence and token of the name that a turn begins with.

    Of "The Minister for Africa (Ana Ruiz)" that is Ruiz.
    """
    last = reading.annotations.sentence_at(label.end - 1)
    first = reading.annotations.sentence_at(label.start)
    if last is None or first is None:
        return None
    behind = reading.annotations.sentence_at(label.mark[0])
    for index in range(first, (last if behind is None else behind) + 1):
        for mention in reading.annotations.mentions_by_sentence.get(index, ()):
            chain = reading.annotations.chain_by_id[mention.chain]
            person = mention.kind is MentionKind.NAME and chain.schema is Schema.PERSON
            if person and label.start <= mention.start < label.mark[0]:
                return index, mention.head
    token = reading.sentences[last].token_at(label.end - 1)
    return None if token is None else (last, token)


def _hearer(
    reading: Reading, turns: Sequence[Turn], place: int
) -> tuple[int, int] | None:
    """Return who is spoken to: who is answered, or who will answer a question."""
    turn, text = turns[place], reading.document.text
    if turn.label.name[0] == "@":
        return None  # whoever posts speaks to nobody in particular
    if turn.asks(text):
        following = turns[place + 1] if place + 1 < len(turns) else None
        if following is None or following.label.chairs or following.asks(text):
            return None
        return _speaker_of(reading, place + 1)
    if turn.before is None or turn.before.name == turn.label.name:
        return None
    if turn.before.asks or turn.label.asks:
        return None  # a moderator who only says something says it to all
    return _speaker_of(reading, place - 1)


def _turn(
    index: int,
    place: tuple[int, int],
    mark: tuple[int, int],
    content: tuple[int, int],
    asker: tuple[int, int] | None = None,
) -> Attribution:
    return Attribution(
        sentence=index,
        cue=-1,
        cue_span=mark,
        source=place[1],
        source_sentence=place[0],
        content=(content,),
        frame="turn",
        act="assert",
        asker=asker,
    )


def find_answers(reading: Reading) -> Iterator[Attribution]:
    """Yield answers of an interview whose questions are paragraphs of their own.

    There are at least two of them, and the text says above that it is an interview;
    whoever is named there first answers.
    """
    text = reading.document.text
    blocks = [
        block
        for block in reading.document.blocks
        if block.kind in PROSE or block.kind is BlockKind.HEADING
    ]
    asked = [n for n, block in enumerate(blocks) if _is_question(reading, block)]
    if len(asked) < _QUESTIONS:
        return
    first = blocks[asked[0]].start
    person = find_asked(reading, first)
    if person is None or _INTERVIEW.search(text, 0, first) is None:
        return
    for here, following in pairwise((*asked, asked[-1] + 2)):
        end = text.rindex("?", blocks[here].start, blocks[here].end)
        mark = end, end + 1
        for block in blocks[here + 1 : following]:
            index = reading.annotations.sentence_at(block.start)
            if index is not None and block.kind in PROSE:
                yield _turn(index, person, mark, (block.start, block.end))


def _is_question(reading: Reading, block: Block) -> bool:
    """Tell a paragraph that only asks, in nobody's name."""
    text = reading.document.text
    words = text[block.start : block.end].strip("*_ \n")
    return (
        words.endswith("?")
        and len(words) <= _LONGEST_QUESTION
        and match_label(text, block) is None
        and not any(mark in words for mark in '“”"«»„')
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS + "*_":
        end -= 1
    return start, end
