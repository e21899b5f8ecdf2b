"""Times of day that stand without their day: "At 06:40 the division attacked".

Such words leave the day to the narrative: it is the one that the sentences before
them told, in the same section, or the one that heads a daily report. TimeML calls
that the narrative container of what is told. Only what is told as over, in the
narrator's own words, is put there; where two days may be meant none is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.annotation import Annotations, TimeExpression
from dragoman.model.claim import Time
from dragoman.model.document import HEADINGS, Document
from dragoman.model.syntax import FUTURE, Sentence, is_pluperfect
from dragoman.text.dates import DATE_FROM_CONTEXT, TimeReader, parse_day
from dragoman.text.lowered import lower_all
from dragoman.text.sayings import SAYING

_HOUR = r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b)|[012]?\d:[0-5]\d(?:\s?hours\b)?"
# In a text in small letters.
_CUE = re.compile(
    r"\b(?:"
    r"(?P<within>(?:earlier|later|early|late|earliest) (?:in|on in) the day)"
    r"|at the end of the day"
    r"|(?P<soon>(?:an|one|two|three|several|some|half an|a few) hours? later"
    r"|(?:[a-z]+ )?(?:minutes|moments) (?:later|afterwards))"
    r"|(?:(?:early|late|later|earlier) )?in the (?:(?:early|late|course of the) )?"
    r"(?:morning|afternoon|evening)"
    r"|(?:(?:shortly|just|soon) (?:before|after)|at|around|about|by|towards?) "
    rf"(?:(?:about|around|exactly) )?(?:noon|midday|midnight|dawn|dusk|{_HOUR})"
    r")(?![\w-])(?! of\b)"
)
# Parts of a day: behind a late one, an early one is of another day.
_LATE = re.compile(r"\b(?:night|evening|midnight|dusk)\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:morning|dawn|[ap]\.m|a\.?m\b|0\d:)", re.IGNORECASE)
_DAILY = re.compile(
    r"\b(?:bulletin|briefing|sitrep|situation|report|daily|update|as of|summary)\b",
    re.IGNORECASE,
)
_HEAD = 4  # blocks that may say which day a report is of
_LONGEST_HEAD = 120  # code points of a line that heads a report
_FAR = 10  # sentences since the day was told
_BLOCKS = 3
_UP = 8
# Words of what is usual, of any time, or of proceedings about another one.
_AT_ANY_TIME = frozenset(
    {"always", "usually", "often", "every", "each", "daily", "regularly", "once"}
    | {"sometimes", "normally", "never", "typically", "ever", "routinely", "would"}
    | {"indictment", "testified", "testimony", "prosecution", "memoir", "memoirs"}
    | {"if", "unless", "ago", "yesterday", "days", "weeks", "months", "years"}
)
_SAYING = SAYING | {"accuse", "deny"}
# What follows on a deed of another day.
_LEGAL = frozenset({"charge", "indict", "sentence", "convict", "arraign", "try"})
_NAMING = frozenset({"compound", "nmod:poss", "nmod:unmarked", "amod", "nummod"})
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(slots=True)
class _Now:
    """The day that the narrative is on.

    Attributes:
        day: As it was told.
        sentence: Where it was last told or meant.
        block: The block of that sentence.
        late: Whether its evening or night was told, so that a morning is another.
    """

    day: Time
    sentence: int
    block: int
    late: bool


def date_from_narrative(
    document: Document, annotations: Annotations, times: Sequence[TimeExpression]
) -> list[TimeExpression]:
    """Add the times of day whose day is that of the narrative.

    Args:
        document: The text.
        annotations: With sentences, quotations and the days of sections.
        times: What is told with its day, in order.

    Returns:
        All of them in order; durations in such words ("an hour later") are replaced.
    """
    cues = _find_cues(document, annotations)
    if not cues:
        return list(times)
    added = list(_Narrative(document, annotations, times).date(cues))
    kept = [
        time
        for time in times
        if not any(one.start < time.end and time.start < one.end for one in added)
    ]
    return sorted([*kept, *added], key=lambda time: time.start)


def _find_cues(
    document: Document, annotations: Annotations
) -> dict[int, tuple[int, int]]:
    """Return the first time of day of each sentence that has one."""
    found: dict[int, tuple[int, int]] = {}
    for match in _CUE.finditer(lower_all(document.text)):
        sentence = annotations.sentence_at(match.start())
        if sentence is not None:
            found.setdefault(sentence, match.span())
    return found


class _Narrative:
    """Follows the day of a document from sentence to sentence."""

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        times: Sequence[TimeExpression],
    ) -> None:
        self._document = document
        self._annotations = annotations
        self._told: dict[int, list[TimeExpression]] = {}
        for time in times:
            number = annotations.sentence_at(time.start)
            if number is not None and time.kind in {"DATE", "TIME"}:
                self._told.setdefault(number, []).append(time)
        self._heading = self._find_heading()
        self._now: _Now | None = None

    def date(self, cues: dict[int, tuple[int, int]]) -> Iterator[TimeExpression]:
        """Yield the times of day that the narrative dates."""
        last, block = max(cues), -1
        for number, sentence in enumerate(self._annotations.sentences[: last + 1]):
            if sentence.block != block:
                self._enter(range(block + 1, sentence.block + 1), number)
                block = sentence.block
            told = self._told.get(number, [])
            if number in cues and not told:
                found = self._date(number, sentence, *cues[number])
                if found is not None:
                    yield found
            if told:
                self._follow(number, sentence, told)

    # -- the day of the narrative ------------------------------------------------

    def _find_heading(self) -> Time | None:
        """Return the day that heads a daily report: "Evening bulletin, 7 May"."""
        document = self._document
        published = parse_day(document.published)
        if published is None:
            return None
        days: set[str] = set()
        daily = False
        for block in document.blocks[:_HEAD]:
            line = document.text[block.start : block.end]
            if len(line) > _LONGEST_HEAD:
                break
            daily = daily or _DAILY.search(line) is not None
            for found in TimeReader(document.published).read(line):
                if found.kind in {"DATE", "TIME"} and found.edtf is not None:
                    days.add(found.edtf)
        if not daily or days != {published.isoformat()}:
            return None
        return Time(published.isoformat(), "", "day", (DATE_FROM_CONTEXT,))

    def _enter(self, blocks: range, sentence: int) -> None:
        """Begin a block: a heading or a label ends the story before it."""
        for number in blocks:
            block = self._document.blocks[number]
            line = self._document.text[block.start : block.end]
            if block.kind in HEADINGS or line.isupper():
                self._now = None
            day = self._annotations.day_of_block.get(number)
            if day is not None and day.precision == "day":
                self._now = _Now(day, sentence, number, late=False)
        if self._now is None and self._heading is not None:
            self._now = _Now(self._heading, sentence, blocks[-1], late=False)

    def _follow(
        self, number: int, sentence: Sentence, told: Iterable[TimeExpression]
    ) -> None:
        """Go on to the day that the main clause of a sentence tells."""
        now: _Now | None = self._now
        days: set[str] = set()
        for time in told:
            verb = self._verb_of(sentence, time.start, time.end)
            if verb is None or not _is_main(sentence, verb):
                continue
            head = sentence.head_of(time.start, time.end)
            if head is not None and sentence[head].deprel in _NAMING:
                continue  # "looked into the June 20 shooting"
            quoted = self._annotations.is_quoted(time.start)
            if quoted or not self._is_over(sentence, verb, number):
                # Told in passing; but which day is meant behind it, nobody knows.
                past = _is_past(sentence, verb)
                if past and now is not None and time.time.value != now.day.value:
                    now = None
                continue
            days.add(time.time.value)
            now = None
            if len(days) == 1 and time.time.precision == "day":
                late = _LATE.search(time.time.text) is not None
                now = _Now(time.time, number, sentence.block, late)
        self._now = now

    def _is_over(self, sentence: Sentence, verb: int, number: int) -> bool:
        """Tell whether a clause moves the narrative on: one of what is over.

        What had been before does not, unless a paragraph opens with it; when
        something was said is not when it was.
        """
        if not _is_past(sentence, verb):
            return False
        lemma = sentence[verb].lemma.lower()
        if lemma in _LEGAL:
            return False
        if lemma in _SAYING and sentence.child(verb, "ccomp", "parataxis") is not None:
            return False
        before = self._annotations.sentences[number - 1].block if number else -1
        return not is_pluperfect(sentence, verb) or before != sentence.block

    # -- times of day ------------------------------------------------------------

    def _date(
        self, number: int, sentence: Sentence, start: int, end: int
    ) -> TimeExpression | None:
        """Return a time of day with the day of the narrative, if it is that."""
        now = self._now
        if now is None or self._annotations.is_quoted(start):
            return None
        # A heading holds for its section; a story is left behind.
        if now.day is not self._heading and (
            number - now.sentence > _FAR or sentence.block - now.block > _BLOCKS
        ):
            return None
        words = self._document.text[start:end]
        verb = self._verb_of(sentence, start, end)
        if verb is None or not self._is_told(sentence, verb, words):
            return None
        if now.late and _EARLY.search(words):
            return None
        day = now.day.inferred_by(DATE_FROM_CONTEXT)
        late = now.late or _LATE.search(words) is not None
        self._now = replace(now, sentence=number, block=sentence.block, late=late)
        time = replace(day, text=words)
        return TimeExpression(start, end, time, "TIME", sentence[verb].start)

    @staticmethod
    def _is_told(sentence: Sentence, verb: int, words: str) -> bool:
        """Tell whether a time of day says when something happened once."""
        if any(token.text.lower() in _AT_ANY_TIME for token in sentence.tokens):
            return False
        if not _is_past(sentence, verb) or _is_infinitive(sentence, verb):
            return False
        if is_pluperfect(sentence, verb):
            return "day" in words.lower()
        return _is_main(sentence, verb) or sentence[verb].deprel != "acl:relcl"

    def _verb_of(self, sentence: Sentence, start: int, end: int) -> int | None:
        """Return the verb whose clause a phrase stands in."""
        index = sentence.head_of(start, end)
        for _ in range(_UP):
            if index is None or index < 0:
                return None
            if sentence[index].upos in _VERBAL or sentence.child(index, "cop"):
                return index
            if sentence[index].deprel == "nmod" and sentence.case_of(index) == "of":
                return None  # "the events of 3 May"
            index = sentence[index].head
        return None


def _is_main(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb tells the story: of the main clause, or one told by it."""
    while sentence[verb].head >= 0:
        relation, above = sentence[verb].deprel, sentence[verb].head
        reported = relation == "ccomp" and sentence[above].lemma.lower() in _SAYING
        if relation not in {"conj", "parataxis", "xcomp"} and not reported:
            return False
        verb = above
    return True


def _is_past(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause is told in the past, and is not what would have been."""
    while sentence[verb].deprel == "xcomp":
        verb = sentence[verb].head
    helpers = [sentence[child] for child in sentence.children(verb, "aux", "cop")]
    if any(word.tag == "MD" or word.lemma.lower() in FUTURE for word in helpers):
        return False
    words = [sentence[verb], *helpers]
    words += [sentence[child] for child in sentence.children(verb, "aux:pass")]
    if any(word.tag == "VBD" for word in words):
        return True
    joined = sentence[verb].deprel in {"conj", "advcl"} and not words[1:]
    above = sentence[verb].head
    return joined and sentence[verb].tag in {"VBG", "VBN"} and _is_past(sentence, above)


def _is_infinitive(sentence: Sentence, verb: int) -> bool:
    """Tell "urged them to go home in the evening": nobody says that they did."""
    return any(
        sentence[child].text.lower() == "to"
        for child in sentence.children(verb, "mark", "aux")
    )
