"""Time expressions of a document, with the tense taken from the parse.

Weekdays and other words without a place in the calendar get no annotation; the
exchange file has no value for them, and none is invented. Durations and sets
keep their TimeML value and their kind, and are never the time of an event.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dragoman.annotate.times.narrative import date_from_narrative
from dragoman.annotate.times.occasions import reckon_from_occasions
from dragoman.annotate.times.sections import find_section_days, find_week
from dragoman.model.annotation import Annotations, TimeExpression
from dragoman.model.claim import Time
from dragoman.model.document import Document
from dragoman.model.syntax import FUTURE, Sentence, Token, is_pluperfect
from dragoman.text.dates import FoundTime, Tense, TimeReader, parse_day
from dragoman.text.dates_lexicon import (
    AHEAD,
    CONDITIONS,
    DEADLINE,
    DUE,
    INTENDED,
    LASTING,
    PARTS,
)


class TimesAnnotator:
    """Dates, times, durations and sets, normalised."""

    name = "times"
    version = "4"
    requires = frozenset({"sentences", "quotations"})
    provides = frozenset({"times"})

    def annotate(self, document: Document, annotations: Annotations) -> Annotations:
        """Fill in ``times`` and ``section_days``."""
        annotations = annotations.with_(
            section_days=find_section_days(document, annotations)
        )
        times = [
            TimeExpression(
                found.start,
                found.end,
                Time(
                    found.edtf or found.timeml,
                    document.text[found.start : found.end],
                    found.precision,
                    found.inferred,
                ),
                found.kind,
            )
            for found in find_times(document, annotations)
            if found.edtf is not None or found.kind in {"DURATION", "SET"}
        ]
        times = reckon_from_occasions(document, annotations, times)
        times, story_days = date_from_narrative(document, annotations, times)
        return annotations.with_(times=times, story_days=story_days)


def find_times(document: Document, annotations: Annotations) -> Iterator[FoundTime]:
    """Yield every time expression, also those without a place in the calendar."""
    reader = TimeReader(document.published, find_week(document))
    days = annotations.day_of_block
    block = -1
    for sentence in annotations.sentences:
        if sentence.block != block:
            block = sentence.block
            told = days.get(block)
            reader.begin_block(parse_day(told.value) if told is not None else None)
        text = document.text[sentence.start : sentence.end]
        before = reader.day
        asker = _TenseAsker(sentence, dated=before is not None)
        read = reader.read(text, asker.tense)
        if read and reader.day != before:
            _go_on(reader, asker, read, before)
        for found in read:
            last = found.last
            yield replace(
                found,
                start=sentence.start + found.start,
                end=sentence.start + found.end,
                last=last and (sentence.start + last[0], last[1]),
            )


def _go_on(
    reader: TimeReader,
    asker: "_TenseAsker",
    told: Sequence[FoundTime],
    before: date | None,
) -> None:
    """Reckon what comes next from the day of the main clause: the story is on it.

    Not from that of "the speaker, who had arrived on Monday", nor from one that is
    ahead of it: "warned on Sunday that by Friday".
    """
    sentence = asker.sentence
    days: dict[date, bool] = {}
    for one in told:
        day = parse_day(one.edtf) if one.precision == "day" else None
        head = sentence.head_of(sentence.start + one.start, sentence.start + one.end)
        if day is not None and head is not None:
            main = not _is_aside(sentence, head) and not asker.is_ahead(one.start)
            days[day] = days.get(day, False) or main
    aside = [day for day, is_main in days.items() if not is_main]
    chief = [day for day in days if day not in aside]
    if aside and len(chief) == 1:
        reader.go_back_to(chief[0])
    elif aside and not chief and before is not None:
        reader.go_back_to(before)


def _is_aside(sentence: Sentence, token: int) -> bool:
    """Tell whether a word stands in a clause beside the story.

    In a relative clause that tells what was before, or in one that looks ahead to when
    something had long been: "by the time she left on Thursday, she had seen them all".
    """
    while token >= 0:
        relation, above = sentence[token].deprel, sentence[token].head
        if relation == "acl:relcl" and is_pluperfect(sentence, token):
            return True
        if relation == "advcl" and is_pluperfect(sentence, above):
            return True
        if relation == "acl:relcl" and is_pluperfect(sentence, sentence.root):
            return True
        token = above
    return False


_VERBAL = frozenset({"VERB", "AUX"})
_FAR = 12
_CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "noon", "midnight"})
_GRANTING = frozenset({"give", "grant", "extend", "have", "call", "demand", "say"})
_EFFECTIVE = frozenset({"effective", "due", "beginning", "starting"})
_PARTS = PARTS.keys() | {"day", "week", "weekend", "month", "year", "date"}
# "Planned a march on Friday": the march is on Friday, whenever it was planned.
_PLANNING = frozenset({"plan", "intend", "expect"})
_SET = frozenset({"due", "set", "schedule", "slate", "foresee", "fix", "call"})
_SET_FOR = DUE | _PLANNING | _SET
_PUTTING_OFF = frozenset(
    {"put", "call", "cancel", "postpone", "defer", "delay", "scrap", "shelve", "push"}
    | {"suspend", "move", "reschedule", "drop", "abandon", "axe", "ban", "forbid"}
)
# "If they left by June, the town would be bare": what is only thought lies ahead.
_THOUGHT = frozenset({"would", "could", "might"})
_AS_SOON_AS = (["as", "soon", "as"], ["as", "early", "as"])


class _TenseAsker:
    """Answers where a sentence puts what it tells at an offset."""

    def __init__(self, sentence: Sentence, *, dated: bool = False) -> None:
        self.sentence = self._sentence = sentence
        self._dated = dated

    def is_ahead(self, offset: int) -> bool:
        """Tell whether a sentence about what is over looks ahead at an offset."""
        root = self._sentence.root
        if self._finite(root, self._helpers(root)) is not Tense.PAST:
            return False
        return self.tense(offset) in {Tense.FUTURE, Tense.DEADLINE, Tense.THEN}

    def tense(self, offset: int) -> Tense:
        """Return the tense of the verb that governs the word at an offset."""
        index = origin = self._sentence.token_at(self._sentence.start + offset)
        case = self._before_clock(origin)
        if self._is_put_off(origin) or self._is_effective(origin):
            return Tense.FUTURE
        if self._dated and self._was_planned(origin):
            return Tense.THEN
        for step in range(_FAR):
            if index is None or index < 0:
                break
            if step <= self._reach(origin):  # "by Friday", "by Friday night"
                case = case or self._sentence.case_of(index)
            if case == "of":
                if not self._is_part(index):
                    return Tense.OPEN  # "the positions of 30 July": of any time
                case = ""
            found = self._complement(index, origin) or self._tense_of(index)
            if found is not None:
                return found if found is Tense.FUTURE else self._due(case, index, found)
            index = self._sentence[index].head
        return Tense.DEADLINE if case in DEADLINE else Tense.OPEN

    def _is_effective(self, origin: int | None) -> bool:
        """Tell "effective Monday", "as early as Friday"."""
        before = self._sentence.lowered[max(0, (origin or 0) - 3) : origin]
        return bool(before) and (before[-1] in _EFFECTIVE or before in _AS_SOON_AS)

    def _is_put_off(self, origin: int | None) -> bool:
        """Tell "the round due on Monday has been put off": that Monday is ahead."""
        sentence, index = self._sentence, origin
        set_for = False
        for _ in range(_FAR):
            if index is None or sentence[index].head < 0:
                return False
            above = sentence[index].head
            relation = sentence[index].deprel
            words = [sentence[index].lemma.lower()]
            words += [
                sentence[at].text.lower() for at in sentence.children(index, "case")
            ]
            planned = not (AHEAD | DUE | _PLANNING | _SET).isdisjoint(words)
            set_for = set_for or (planned and relation.startswith(("acl", "amod")))
            if relation.startswith("nsubj") and sentence[above].lemma in _PUTTING_OFF:
                return set_for and any(
                    sentence[child].tag in {"VBZ", "VBP"}
                    for child in sentence.children(above, "aux")
                )
            index = above
        return False

    def _was_planned(self, origin: int | None) -> bool:
        """Tell "had planned a march for Friday", "a march set for Friday was banned".

        The plan looks ahead from the day of the story, not from that of the report.
        """
        sentence, index = self._sentence, origin
        for _ in range(_FAR):
            if index is None or index < 0:
                return False
            token = sentence[index]
            if token.lemma.lower() in _SET_FOR:
                break
            if token.upos in _VERBAL:
                return False
            index = token.head
        else:
            return False
        if is_pluperfect(sentence, index):
            return True
        if not sentence[index].deprel.startswith(("acl", "amod")):
            return False
        verb = sentence[sentence[index].head].head
        return (
            verb >= 0
            and sentence[verb].lemma.lower() in _PUTTING_OFF
            and self._finite(verb, self._helpers(verb)) is Tense.PAST
        )

    def _helpers(self, verb: int) -> list[Token]:
        return [
            self._sentence[child]
            for child in self._sentence.children(verb, "aux", "aux:pass", "cop")
        ]

    def _reach(self, origin: int | None) -> int:
        """Return how far up a preposition counts: not beyond "Friday's purchases"."""
        owner = origin is not None and self._sentence[origin].deprel == "nmod:poss"
        return 0 if owner else 1

    def _complement(self, verb: int, origin: int | None) -> Tense | None:
        """Look ahead from "agreed to meet again in January".

        The time behind such a complement belongs to it, though parsers like to hang
        it on the first verb.
        """
        for child in self._sentence.children(verb, "xcomp", "ccomp"):
            between = origin is not None and verb < child < origin
            if between and self._tense_of(child) is Tense.FUTURE:
                return Tense.FUTURE
        return None

    def _before_clock(self, origin: int | None) -> str:
        """Return the preposition of "until 9 a.m. EST Tuesday", else ``""``."""
        tokens = self._sentence.tokens[: origin or 0][-4:]
        if not any(token.text.lower() in _CLOCK for token in tokens):
            return ""
        return next((t.text.lower() for t in reversed(tokens) if t.tag == "IN"), "")

    def _is_part(self, index: int) -> bool:
        """Tell "the night of Oct. 23": the time of that, not of some thing."""
        above = self._sentence[index].head
        words = {index, above} if above >= 0 else {index}
        return any(self._sentence[at].lemma.lower() in _PARTS for at in words)

    def _due(self, case: str, verb: int, tense: Tense) -> Tense:
        """Look ahead from "by Friday", and from "called a strike for Friday"."""
        if tense is Tense.PAST and self._is_over(case, verb):
            return tense
        called = case == "for" and not self._sentence[verb].deprel.startswith("acl")
        return Tense.DEADLINE if case in DEADLINE or called else tense

    def _is_over(self, case: str, verb: int) -> bool:
        """Tell "served until May", "had not called until May", "filed by May"."""
        token, lemma = self._sentence[verb], self._sentence[verb].lemma.lower()
        helpers = self._sentence.children(verb, "aux")
        perfect = any(self._sentence[at].text.lower() == "had" for at in helpers)
        settled = lemma not in INTENDED | AHEAD | _GRANTING and token.tag == "VBD"
        return (
            lemma in LASTING
            or perfect
            or self._is_copular(verb)
            or (case in {"by", "before"} and settled)
        )

    def _is_copular(self, index: int) -> bool:
        return self._sentence.child(index, "cop") is not None

    def _tense_of(self, index: int) -> Tense | None:
        """Return the tense that a word gives, ``None`` to ask the word above."""
        sentence = self._sentence
        token = sentence[index]
        lemma = token.lemma.lower()
        helpers = [sentence[child] for child in sentence.children(index, "aux", "cop")]
        if any(word.lemma.lower() in FUTURE for word in helpers):
            return Tense.FUTURE
        if token.upos not in _VERBAL and not helpers:
            return Tense.FUTURE if lemma in DUE else None
        if self._looks_ahead(index, lemma, helpers):
            return Tense.FUTURE
        if self._is_infinitive(index):
            arranged = any(
                word.lemma.lower() == "be" and word.tag in {"VBZ", "VBP"}
                for word in helpers
            )  # "is to meet"
            return Tense.FUTURE if arranged else Tense.OPEN
        return self._finite(index, helpers)

    def _is_infinitive(self, index: int) -> bool:
        sentence = self._sentence
        return sentence[index].tag == "VB" and any(
            sentence[child].lemma == "to"
            for child in sentence.children(index, "aux", "mark")
        )

    def _has_result(self, index: int) -> bool:
        """Tell "was set ablaze", "set free", "set on fire" from "is set to open"."""
        sentence = self._sentence
        return any(
            sentence[child].upos != "VERB"
            for child in sentence.children(index, "xcomp", "compound:prt", "obj")
        ) or any(
            sentence[child].lemma in {"fire", "flame"}
            for child in sentence.children(index, "obl")
        )

    def _looks_ahead(self, index: int, lemma: str, helpers: list[Token]) -> bool:
        """Tell "is scheduled", "is to meet", "agreed to meet"."""
        sentence = self._sentence
        token = sentence[index]
        if any(word.text.lower() in {"had", "been"} for word in helpers):
            return False
        if lemma == "set" and self._has_result(index):
            return False
        told = token.tag in {"VBN", "JJ", "VBZ", "VBP", "VBG"} or token.deprel == "acl"
        if (lemma in AHEAD and told) or (lemma in _PLANNING and token.tag == "VBD"):
            return True
        if token.head < 0 or not self._is_infinitive(index):
            return False
        above = sentence[token.head]
        return above.lemma.lower() in INTENDED or (
            token.deprel == "advcl" and self._is_under_way(token.head)
        )

    def _is_under_way(self, verb: int) -> bool:
        """Tell "is heading to Rome to see him": what it is for is still to come."""
        return self._sentence[verb].tag == "VBG" and any(
            self._sentence[child].lemma == "be"
            for child in self._sentence.children(verb, "aux")
        )

    def _finite(self, index: int, helpers: list[Token]) -> Tense | None:
        """Read the tense of a verb and its auxiliaries."""
        token = self._sentence[index]
        tags = {word.tag for word in helpers} | {token.tag}
        if token.tag == "VBD" and not helpers and self._is_thought(index):
            return Tense.FUTURE
        if "VBD" in tags or any(word.lemma.lower() == "have" for word in helpers):
            return Tense.PAST
        if tags & {"VBZ", "VBP"}:
            marks = {
                self._sentence[child].text.lower()
                for child in self._sentence.children(index, "mark", "advmod")
            }
            return Tense.FUTURE if marks & CONDITIONS else Tense.PRESENT
        if token.tag == "VBN":
            return Tense.PAST
        return None

    def _is_thought(self, index: int) -> bool:
        sentence, above = self._sentence, self._sentence[index].head
        marked = any(
            sentence[child].text.lower() == "if"
            for child in sentence.children(index, "mark")
        )
        return (
            marked
            and above >= 0
            and any(
                sentence[child].text.lower() in _THOUGHT
                for child in sentence.children(above, "aux")
            )
        )


__all__ = ["TimesAnnotator", "find_times"]
