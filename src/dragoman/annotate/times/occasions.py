"""Days reckoned from an occasion: "two days before the summit", "the eve of the vote".

The words give a distance and name an occasion; its day stands in the phrase itself or
elsewhere in the document ("the summit opens on 20 October"). Where the document tells
several days for such an occasion none is chosen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.annotation import Annotations, TimeExpression
from dragoman.model.claim import Time
from dragoman.model.document import Document
from dragoman.model.syntax import Sentence
from dragoman.text.dates import DATE_FROM_CONTEXT, parse_day
from dragoman.text.dates_lexicon import PARTS, number_of
from dragoman.text.families import find_family
from dragoman.text.lowered import lower_all

_SIDES = {"before": -1, "after": 1}
_DAYS = PARTS.keys() | {"day", "days", "eve"}
_SHORT = frozenset({"hour", "hours", "minute", "minutes"})  # the same day
_PREDICATES = frozenset({"VERB", "AUX"})
_NOMINALS = frozenset({"NOUN", "PROPN"})
_NAMING = frozenset({"nmod", "compound", "nummod", "appos", "flat", "obl:npmod"})
# Verbs that say of an occasion when it is, and no more.
_SETTING = frozenset(
    {"be", "take", "open", "begin", "start", "fall", "hold", "schedule", "set", "plan"}
    | {"convene", "occur", "happen", "follow", "end", "conclude", "close", "come"}
    | {"postpone", "host", "due", "expect", "slate"}
)
# The day on which something was called off is not the day of it.
_OFF = frozenset({"cancel", "postpone", "delay", "scrap", "shelve", "call", "put"})
# What a story that opens with a day may be told of.
_GATHERINGS = frozenset({"summit", "conference", "congress", "meeting", "session"})
# Before what tells how long something lasts.
_BOUNDS = frozenset({"until", "till", "by", "from", "since"})
# Of what was just told it is said when it was.
_HAPPEN = frozenset({"take", "come", "happen", "occur", "follow"})
_POINTING = frozenset({"the", "this", "it", "that", "these", "both"})
_BACK = 4  # sentences
_MOST = 60  # days from an occasion: more are told in months
_FAR = 9  # hops up a tree
# In a text in small letters.
_MARKERS = re.compile(
    r"\b(?:before|after|(?:day|eve|night|evening|morning)(?=\s+of\b))\b"
)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A distance and the occasion that it is counted from.

    Attributes:
        first: First word of the phrase.
        last: Last one, the occasion not included.
        unit: The word for the day.
        occasion: The word that heads the occasion.
        days: From the occasion on; negative before it.
    """

    first: int
    last: int
    unit: int
    occasion: int
    days: int


def reckon_from_occasions(
    document: Document, annotations: Annotations, times: Sequence[TimeExpression]
) -> list[TimeExpression]:
    """Add the days that are told by what happened before or after.

    Args:
        document: The text.
        annotations: With sentences.
        times: What is told by the calendar, in order.

    Returns:
        All of them in order; durations that are part of such a phrase are replaced.
    """
    phrases = [
        (number, phrase)
        for number, phrase in _find_phrases(document, annotations)
        if not _is_dated(annotations.sentences[number], phrase, times)
    ]
    if not phrases:
        return list(times)
    known = _Occasions(annotations, times)
    added = []
    for number, phrase in phrases:
        sentence = annotations.sentences[number]
        governor, days = _governor(sentence, phrase), phrase.days
        day = known.day_of(number, phrase.occasion) or known.day_of_story(
            number, phrase.occasion
        )
        called_off = sentence[phrase.occasion].lemma.lower() in _OFF
        if day is None and not called_off:
            # "A day after a bomb went off, nobody knew on Tuesday": off on Monday
            day = known.day_above(
                number, governor, phrase.occasion
            ) or known.day_before(number, governor)
            governor, days = phrase.occasion, -days
        if day is not None:
            day += timedelta(days=days)
            added.append(_tell(document, sentence, phrase, day, governor))
    kept = [
        time
        for time in times
        if not any(one.start <= time.start < one.end for one in added)
    ]
    return sorted([*kept, *added], key=lambda time: time.start)


def _is_dated(
    sentence: Sentence, phrase: _Phrase, times: Sequence[TimeExpression]
) -> bool:
    """Tell whether a phrase is in a date already: "the night of Saturday"."""
    start, end = sentence[phrase.first].start, sentence[phrase.last].end
    return any(
        time.start < end and start < time.end and time.kind in {"DATE", "TIME"}
        for time in times
    )


def _tell(
    document: Document, sentence: Sentence, phrase: _Phrase, day: date, governor: int
) -> TimeExpression:
    start, end = sentence[phrase.first].start, sentence[phrase.last].end
    inferred = (DATE_FROM_CONTEXT,)
    time = Time(day.isoformat(), document.text[start:end], "day", inferred)
    return TimeExpression(start, end, time, "DATE", sentence[governor].start)


def _governor(sentence: Sentence, phrase: _Phrase) -> int:
    """Return what the whole phrase hangs on, whichever word of it the parser hung."""
    unit, occasion = phrase.unit, phrase.occasion
    inside = {*range(phrase.first, phrase.last + 1), occasion}
    above = sentence[occasion].head
    if above in inside or above < 0:
        above = sentence[unit].head
    return above if above >= 0 and above not in inside else occasion


def _find_phrases(
    document: Document, annotations: Annotations
) -> Iterator[tuple[int, _Phrase]]:
    """Yield the phrases with the numbers of their sentences."""
    for match in _MARKERS.finditer(lower_all(document.text)):
        number = annotations.sentence_at(match.start())
        if number is None:
            continue
        sentence = annotations.sentences[number]
        index = sentence.token_at(match.start())
        if index is None:
            continue
        word = match.group()
        if word in _SIDES:
            found = _find_beside(sentence, index, _SIDES[word])
        else:
            found = _find_of(sentence, index, -1 if word == "eve" else 0)
        if found is not None:
            yield number, found


def _find_beside(sentence: Sentence, index: int, side: int) -> _Phrase | None:
    """Read "two days before the summit", "the night before the talks opened"."""
    occasion, unit = sentence[index].head, index - 1
    if occasion <= index or sentence[index].deprel not in {"case", "mark"} or unit < 0:
        return None
    word = sentence[unit].text.lower()
    count: int | None = 0
    first = unit
    if word not in _SHORT:
        first = unit - 1
        before = sentence[first].text.lower() if first >= 0 else ""
        if word not in _DAYS:
            return None
        count = 1 if before == "the" else number_of(before)
    if count is None or count > _MOST:
        return None
    return _Phrase(first, index, unit, occasion, side * count)


def _find_of(sentence: Sentence, unit: int, days: int) -> _Phrase | None:
    """Read "on the eve of the vote", "the day of the raid"."""
    first, marker = unit - 1, unit + 1
    if marker >= len(sentence) or first < 0:
        return None
    occasion = sentence[marker].head
    if occasion <= marker or sentence[occasion].upos not in _NOMINALS:
        return None
    return _Phrase(first, marker, unit, occasion, days)


class _Occasions:
    """Days of occasions, as the phrases that name them and their document tell."""

    def __init__(
        self, annotations: Annotations, times: Sequence[TimeExpression]
    ) -> None:
        self._sentences = annotations.sentences
        self._told: dict[str, set[date]] = {}
        self._by_sentence: dict[int, list[tuple[int, date]]] = {}
        for time in times:
            day = parse_day(time.time.value) if time.time.precision == "day" else None
            number = annotations.sentence_at(time.start)
            if day is None or number is None or time.kind not in {"DATE", "TIME"}:
                continue
            sentence = self._sentences[number]
            head = sentence.head_of(time.start, time.end)
            if head is None:
                continue
            self._by_sentence.setdefault(number, []).append((head, day))
            for word in _words_of(sentence, head):
                self._told.setdefault(_key(sentence, word), set()).add(day)

    def day_of(self, number: int, occasion: int) -> date | None:
        """Return the day of an occasion, ``None`` if none or several are told."""
        sentence = self._sentences[number]
        below = set(sentence.subtree(occasion))
        inside = {
            day for head, day in self._by_sentence.get(number, ()) if head in below
        }
        if inside:
            return inside.pop() if len(inside) == 1 else None
        for word in _names_of(sentence, occasion):
            told = self._told.get(_key(sentence, word))
            if told:
                return next(iter(told)) if len(told) == 1 else None
        return None

    def day_of_story(self, number: int, occasion: int) -> date | None:
        """Return the day on which the story opens that is told of an occasion.

        "Leaders on Sunday gave them until May. At the summit, ...": it was on Sunday.
        """
        word = self._sentences[number][occasion]
        if word.upos != "NOUN" or word.lemma.lower() not in _GATHERINGS:
            return None
        for first in range(number):
            tree = self._sentences[first]
            if word.lemma.lower() not in tree.lemmas:
                continue
            for near in range(first, max(-1, first - 2), -1):
                days = self._main_days(near)
                if days:
                    return days.pop() if len(days) == 1 else None
            return None
        return None

    def _main_days(self, number: int) -> set[date]:
        """Return the days that the main clause of a sentence tells."""
        tree = self._sentences[number]
        return {
            day
            for head, day in self._by_sentence.get(number, ())
            if tree[head].head == tree.root and tree.case_of(head) not in _BOUNDS
        }

    def day_above(self, number: int, governor: int, occasion: int) -> date | None:
        """Return the day that a sentence tells of what happened beside an occasion."""
        sentence = self._sentences[number]
        below = set(sentence.subtree(occasion))
        told = {
            day
            for head, day in self._by_sentence.get(number, ())
            if head not in below and sentence[head].head == governor
        }
        return told.pop() if len(told) == 1 else None

    def day_before(self, number: int, governor: int) -> date | None:
        """Return the day of what was just told: "the meeting came a day after Y".

        That of the main clause of the last sentence in the paragraph or the one before
        it that tells any.
        """
        sentence = self._sentences[number]
        verb = sentence[governor]
        subject = sentence.child(governor, "nsubj", "nsubj:pass")
        if governor != sentence.root or subject is None or verb.tag != "VBD":
            return None
        pointing = sentence[subject].text.lower() in _POINTING or any(
            sentence[child].text.lower() in _POINTING
            for child in sentence.children(subject, "det")
        )
        if verb.lemma.lower() not in _HAPPEN or not pointing:
            return None
        for before in range(number - 1, max(-1, number - 1 - _BACK), -1):
            tree = self._sentences[before]
            if tree.block < sentence.block - 1:
                return None
            days = self._main_days(before)
            if days:
                return days.pop() if len(days) == 1 else None
        return None


def _key(sentence: Sentence, word: int) -> str:
    """Return what an occasion is known by: "met" is no day of a summit."""
    lemma = sentence[word].lemma
    own = lemma in _GATHERINGS and sentence[word].upos == "NOUN" and lemma != "meeting"
    return lemma if own else find_family(lemma)


def _names_of(sentence: Sentence, occasion: int) -> Iterator[int]:
    """Yield what names an occasion: a noun, or the subject of "opened" and the verb."""
    if sentence[occasion].upos in _PREDICATES:
        subject = sentence.subject(occasion)
        if subject is not None and sentence[occasion].lemma.lower() in _SETTING:
            yield subject
            return
    yield occasion


def _words_of(sentence: Sentence, head: int) -> Iterator[int]:
    """Yield the occasions whose day a date is: what it hangs on, or is said of."""
    current = head
    for _ in range(_FAR):
        above = sentence[current].head
        if above < 0:
            return
        if sentence[above].upos in _PREDICATES:
            yield from _names_of(sentence, above)
            if sentence[above].lemma.lower() in _SETTING:
                yield from sentence.children(above, "obj")
            return
        if sentence[above].upos == "NOUN" and sentence[current].deprel in _NAMING:
            yield above
            return
        current = above


__all__ = ["reckon_from_occasions"]
