"""Times of day that stand without their day: "At 06:40 the division attacked".

Such words leave the day to the narrative: it is the one that the sentences before
them told, in the same section, or the one that heads a daily report. TimeML calls
that the narrative container of what is told. Only what is told as over, in the
narrator's own words, is put there; where two days may be meant none is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from dragoman.model.annotation import Annotations, StoryDay, TimeExpression
from dragoman.model.claim import Time
from dragoman.model.document import HEADINGS, BlockKind, Document
from dragoman.model.syntax import FUTURE, Sentence, is_pluperfect
from dragoman.text.dates import DATE_FROM_CONTEXT, TimeReader, parse_day
from dragoman.text.lowered import lower_all
from dragoman.text.sayings import SAYING

_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_PART = r"(?:morning|afternoon|evening)"
_HOUR = (
    r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b)|[012]?\d:[0-5]\d(?:\s?hours\b)?"
    rf"|{_NUMBER} (?:o['’]clock(?: (?:in the {_PART}|at night))?|in the {_PART})"
)
_ORDER = r"(?:first|second|third|fourth|fifth|sixth|opening|last|final|closing)"
_STAY = r"(?:visit|trip|tour|stay|talks|meeting|summit|conference|session|round|forum)"
# In a text in small letters. Any word may stand before moments, so they are looked
# for only where there are some.
_MOMENTS = r"(?:[a-z]+ )?(?:minutes|moments) (?:later|afterwards)"
_CUE = (
    r"(?P<within>(?:earlier|later|early|late|earliest) (?:in|on in) the day)"
    r"|at the end of the day"
    r"|(?P<soon>(?:an|one|two|three|several|some|half an|a few) hours? later)"
    r"|(?:(?:early|late|later|earlier) )?in the (?:(?:early|late|course of the) )?"
    rf"{_PART}"
    rf"|(?:shortly|just|soon) (?:before|after) {_NUMBER}(?= (?:the|an?|his|her)\b|,)"
    r"|(?:(?:(?:shortly|just|soon) )?(?:before|after)|at|around|about|by|since"
    r"|towards?) "
    r"(?:(?:about|around|exactly) )?"
    rf"(?:noon|midday|midnight|dawn|daybreak|nightfall|sunset|dusk|{_HOUR})"
    r"|by (?:evening|mid-?(?:morning|afternoon))"
    rf"|(?P<nth>(?:on|during) (?:the|its|his|her|their) {_ORDER} day"
    rf"(?: of (?:the|its|his|her|their) {_STAY})?)"
)
_BEHIND = r"(?![\w-])(?! of\b)"
_CUES = re.compile(rf"\b(?=[abdehijlost])(?:{_CUE}){_BEHIND}")
_CUES_AND_MOMENTS = re.compile(rf"\b(?:{_MOMENTS}|{_CUE}){_BEHIND}")
_NTH_WORD = re.compile(rf"\b({_ORDER}) day\b")
_NTH = {
    "first": 0,
    "opening": 0,
    "second": 1,
    "third": 2,
    "fourth": 3,
    "fifth": 4,
    "sixth": 5,
}  # others are the last
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
_WEEK = 7
# Words of what is usual, of any time, or of proceedings about another one.
_AT_ANY_TIME = frozenset(
    {"always", "usually", "often", "every", "each", "daily", "regularly", "once"}
    | {"sometimes", "normally", "never", "typically", "ever", "routinely", "would"}
    | {"indictment", "testified", "testimony", "prosecution", "memoir", "memoirs"}
    | {"if", "unless", "ago", "yesterday"}
)
_UNITS = frozenset({"days", "weeks", "months", "years"})
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
        told: The sentence that told it, ``None`` if a heading or a title did.
    """

    day: Time
    sentence: int
    block: int
    late: bool
    told: int | None = None


def date_from_narrative(
    document: Document, annotations: Annotations, times: Sequence[TimeExpression]
) -> tuple[list[TimeExpression], list[StoryDay]]:
    """Add the times of day whose day is that of the narrative, and say which it is.

    Args:
        document: The text.
        annotations: With sentences, quotations and the days of sections.
        times: What is told with its day, in order.

    Returns:
        All of them in order; durations in such words ("an hour later") are replaced.
        And the days of the narrative, in order.
    """
    if not times and document.published is None:
        return [], []
    narrative = _Narrative(document, annotations, times)
    added = list(narrative.date(_find_cues(document, annotations)))
    kept = [
        time
        for time in times
        if not any(one.start < time.end and time.start < one.end for one in added)
    ]
    told = sorted([*kept, *added], key=lambda time: time.start)
    return told, narrative.days


def _find_cues(
    document: Document, annotations: Annotations
) -> dict[int, tuple[int, int]]:
    """Return the first time of day of each sentence that has one."""
    found: dict[int, tuple[int, int]] = {}
    text = lower_all(document.text)
    momentary = "minutes" in text or "moments" in text
    for match in (_CUES_AND_MOMENTS if momentary else _CUES).finditer(text):
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
        self._news = self._find_title()
        self._opened = self._news is not None  # whether a day was told yet
        self._span: Time | None = None  # the days told last, if several
        self.days: list[StoryDay] = []
        # The day that the narrative is on since a sentence, and what told it.
        self._going_on: tuple[Time, int | None] | None = None
        self._first = self._end = 0

    def date(self, cues: dict[int, tuple[int, int]]) -> Iterator[TimeExpression]:
        """Yield the times of day that the narrative dates."""
        block = -1
        for number, sentence in enumerate(self._annotations.sentences):
            if sentence.block != block:
                self._enter(range(block + 1, sentence.block + 1), number)
                block = sentence.block
            self._note(number, sentence.block)
            told = self._told.get(number, [])
            if number in cues and not told:
                found = self._date(number, sentence, *cues[number])
                if found is not None:
                    yield found
            if told:
                self._follow(number, sentence, told)
        self._close()

    # -- the day of the narrative ------------------------------------------------

    def _note(self, number: int, block: int) -> None:
        """Note which day a sentence goes on to tell of."""
        now = self._now
        if now is None or self._is_left_behind(now, number, block):
            return
        told = now.day, now.told
        if self._end != number or told != self._going_on:
            self._close()
            self._first, self._going_on = number, told
        self._end = number + 1

    def _close(self) -> None:
        """Keep the sentences over which the narrative was on one day."""
        if self._going_on is not None:
            self.days.append(StoryDay(self._first, self._end, *self._going_on))

    def _is_left_behind(self, now: _Now, number: int, block: int) -> bool:
        """Tell whether a day was told long ago; a heading holds for its section."""
        return now.day is not self._heading and (
            number - now.sentence > _FAR or block - now.block > _BLOCKS
        )

    def _find_heading(self) -> Time | None:
        """Return the day that heads a daily report: "Evening bulletin, 7 May"."""
        document = self._document
        published = parse_day(document.published)
        if published is None:
            return None
        lines = []
        for block in document.blocks[:_HEAD]:
            if block.end - block.start > _LONGEST_HEAD:
                break
            lines.append(document.text[block.start : block.end])
        if not any(_DAILY.search(line) for line in lines):
            return None
        days = {
            found.edtf
            for line in lines
            for found in TimeReader(document.published).read(line)
            if found.kind in {"DATE", "TIME"} and found.edtf is not None
        }
        if days != {published.isoformat()}:
            return None
        return Time(published.isoformat(), "", "day", (DATE_FROM_CONTEXT,))

    def _find_title(self) -> _Now | None:
        """Return the day that a title puts its story on: "a long Wednesday in Rome"."""
        published = self._document.published
        told = []
        for number, sentence in enumerate(self._annotations.sentences):
            if self._document.blocks[sentence.block].kind is not BlockKind.TITLE:
                break
            for time in self._told.get(number, ()):
                head = sentence.head_of(time.start, time.end)
                case = "" if head is None else sentence.case_of(head)
                told.append((time.time, case))
        if len(told) != 1 or published is None:
            return None
        day, case = told[0]
        over = self._is_fresh(day) and day.value < published[:10]
        if not over or case not in {"", "of", "on"}:
            return None
        return _Now(day.inferred_by(DATE_FROM_CONTEXT), 0, 0, late=False)

    def _enter(self, blocks: range, sentence: int) -> None:
        """Begin a block: a heading or a label ends the story before it."""
        for number in blocks:
            block = self._document.blocks[number]
            line = self._document.text[block.start : block.end]
            if block.kind in HEADINGS or line.isupper():
                self._now = None
                if self._news is not None and self._news.told is not None:
                    self._news = None  # sections tell stories of their own
            day = self._annotations.day_of_block.get(number)
            if day is not None and day.precision == "day":
                self._now = _Now(day, sentence, number, late=False)
        if self._now is None and self._heading is not None:
            self._now = _Now(self._heading, sentence, blocks[-1], late=False)
        elif self._news is not None and (
            self._now is None or self._now.day == self._news.day
        ):
            late = self._now is not None and self._now.late
            self._now = replace(
                self._news, sentence=sentence, block=blocks[-1], late=late
            )

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
                # The day of a title or a heading holds.
                open_ = now is not None and now.told is not None
                if now is not None and open_ and _is_past(sentence, verb):
                    now = now if time.time.value == now.day.value else None
                continue
            days.add(time.time.value)
            now = None
            self._span = time.time if time.time.precision == "interval" else None
            if len(days) == 1 and time.time.precision == "day":
                late = _LATE.search(time.time.text) is not None
                now = _Now(time.time, number, sentence.block, late, number)
        self._now = now
        if days:
            self._keep_news(now)

    def _keep_news(self, now: _Now | None) -> None:
        """Keep the first day told as that of the news, until another one is told."""
        if not self._opened:
            fresh = now is not None and self._is_fresh(now.day)
            self._opened, self._news = True, now if fresh else None
        elif now is None or self._news is None or now.day.value != self._news.day.value:
            self._news = None

    def _is_fresh(self, day: Time) -> bool:
        """Tell whether a day lies in the week before the document came out."""
        published, told = parse_day(self._document.published), parse_day(day.value)
        return (
            published is not None
            and told is not None
            and 0 <= (published - told).days <= _WEEK
        )

    def _is_over(self, sentence: Sentence, verb: int, number: int) -> bool:
        """Tell whether a clause moves the narrative on: one of what is over.

        What had been before does not, unless a paragraph opens with it; when
        something was said is not when it was.
        """
        if not _is_past(sentence, verb):
            return False
        if sentence[verb].lemma.lower() in _LEGAL | _SAYING:
            return False
        before = self._annotations.sentences[number - 1].block if number else -1
        titled = self._news is not None and self._news.told is None
        opens = before != sentence.block and not titled
        return opens or not is_pluperfect(sentence, verb)

    # -- times of day ------------------------------------------------------------

    def _date(
        self, number: int, sentence: Sentence, start: int, end: int
    ) -> TimeExpression | None:
        """Return a time of day with the day of the narrative, if it is that."""
        words = self._document.text[start:end]
        now = self._now
        if _NTH_WORD.search(words.lower()):
            now = self._nth(words, number, sentence.block)
        if now is None or self._annotations.is_quoted(start):
            return None
        if self._is_left_behind(now, number, sentence.block):
            return None
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

    def _nth(self, words: str, number: int, block: int) -> _Now | None:
        """Return the day that "on the second day" is of the days told last."""
        order = _NTH_WORD.search(words.lower())
        if order is None or self._span is None:
            return None
        first, _, last = self._span.value.partition("/")
        begin, end = parse_day(first), parse_day(last)
        if begin is None or end is None:
            return None
        steps = _NTH.get(order[1])
        day = end if steps is None else begin + timedelta(days=steps)
        if day > end:
            return None
        time = Time(day.isoformat(), words, "day", self._span.inferred)
        return _Now(time, number, block, late=False, told=number)

    @staticmethod
    def _is_told(sentence: Sentence, verb: int, words: str) -> bool:
        """Tell whether a time of day says when something happened once."""
        if any(_is_at_any_time(sentence, index) for index in range(len(sentence))):
            return False
        if not _is_past(sentence, verb) or _is_infinitive(sentence, verb):
            return False
        if is_pluperfect(sentence, verb):
            return "day" in words.lower() or words.lower().startswith(("by ", "since "))
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


def _is_at_any_time(sentence: Sentence, index: int) -> bool:
    """Tell whether a word says that no one day is meant; "jailed for two years" may."""
    word = sentence[index].text.lower()
    if word in _UNITS:  # "sentenced to two years"
        return sentence.case_of(index) != "to"
    return word in _AT_ANY_TIME


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
