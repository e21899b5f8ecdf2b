"""When an event takes place, from the phrases that hang on it."""

from collections.abc import Collection
from dataclasses import replace

from dragoman.extract.clauses.clause import clause_head
from dragoman.extract.clauses.later import time_of_later
from dragoman.extract.clauses.nearby import (
    called_for,
    clause_tokens,
    is_beside,
    told_after,
    told_ahead,
    told_at_rite,
    told_before,
    told_by_when,
    told_since,
    told_when,
    told_where,
)
from dragoman.extract.clauses.predicates import full_lemma, toll_of
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.events.setting.anchors import (
    find_anchors,
    governor_of_time,
    is_of_another,
    is_of_attitude,
    is_of_teller,
    is_of_thing,
    is_shared,
    stands_inside,
    told_aside,
)
from dragoman.extract.events.setting.sayings import find_sayings
from dragoman.extract.events.setting.spots import find_sittings
from dragoman.extract.events.triggers.blame import (
    Times,
    find_charged_time,
    without_charged,
)
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import TimeExpression
from dragoman.model.claim import Time
from dragoman.model.syntax import Sentence
from dragoman.text.calendar_names import CALENDAR
from dragoman.text.embedding import CALLING_OFF

# What an event takes place on that belongs to a greater one.
MARGINS = frozenset({"sideline", "margin", "fringe", "course", "midst"})
_SPANS = frozenset({("between", "and"), ("from", "to"), ("from", "until")})
_TILL = frozenset({"until", "till"})
_UNTIL = _TILL | {"to"}
_WITHIN = frozenset({"at", "during", "in"})


class TimeReader:
    """Reads times of events."""

    def __init__(self, reader: PartyReader) -> None:
        self.reader = reader
        self.document = reader.document
        self.annotations = reader.annotations
        self._times = self._by_sentence()

    def _by_sentence(self) -> dict[int, list[tuple[TimeExpression, int]]]:
        found: dict[int, list[tuple[TimeExpression, int]]] = {}
        for time in self.annotations.times:
            if time.kind not in {"DATE", "TIME"}:
                continue
            sentence = self.annotations.sentence_at(time.start)
            if sentence is None:
                continue
            tree = self.annotations.sentences[sentence]
            head = tree.head_of(time.start, time.end)
            if time.governor is not None:
                head = tree.token_at(time.governor)
            if head is not None:
                found.setdefault(sentence, []).append((time, head))
        return found

    def inside_time(self, sentence: int, token: int) -> bool:
        """Tell whether a token is part of a time expression."""
        word = self.annotations.sentences[sentence][token]
        if word.text in CALENDAR:
            return True
        times = self._times.get(sentence)
        return times is not None and any(
            time.start <= word.start and word.end <= time.end for time, _ in times
        )

    # -- time ------------------------------------------------------------------

    def time(self, sentence: int, match: Match, *, denied: bool = False) -> Time | None:
        """Return when an event took place, as attached in its sentence.

        What has not happened "since May 2021" did not from then to the day of the
        report; without that day nothing is told.
        """
        times = self._times.get(sentence)
        found = self._attached(sentence, match, times) if times else None
        if found is not None and (span := self._span(sentence, found)) is not None:
            return span
        if found is None or not denied:
            return None if found is None else found.time
        tree = self.annotations.sentences[sentence]
        head = tree.head_of(found.start, found.end)
        if head is None or tree.case_of(head) != "since":
            return found.time
        until = self.document.published
        told = found.time
        if until is None or "X" in told.value or "/" in told.value:
            return None
        return replace(told, value=f"{told.value}/{until}", precision="interval")

    def _span(self, sentence: int, first: TimeExpression) -> Time | None:
        """Return "between Monday and Friday" as the span that it is.

        Two days around "and" or "to" are read one by one.
        """
        tree = self.annotations.sentences[sentence]
        begin = tree.head_of(first.start, first.end)
        opens = "" if begin is None else tree.case_of(begin)
        for last, _ in self._times.get(sentence, ()):
            link = self.document.text[first.end : last.start].strip().lower()
            if (opens, link) not in _SPANS:
                continue
            days = first.time.precision, last.time.precision
            if days[0] != days[1] or days[0] not in {"day", "month", "year"}:
                continue
            if first.time.value >= last.time.value:
                continue
            return Time(
                f"{first.time.value}/{last.time.value}",
                self.document.text[first.start : last.end],
                "interval",
                tuple(dict.fromkeys((*first.time.inferred, *last.time.inferred))),
            )
        return None

    def _attached(
        self,
        sentence: int,
        match: Match,
        times: Times,
    ) -> TimeExpression | None:
        tree = self.annotations.sentences[sentence]
        # "Extended the curfew until Friday": how long, not when.
        times = [one for one in times if tree.case_of(one[1]) not in _TILL]
        found = (
            _of_antecedent(tree, match.head, times)
            or told_by_when(tree, match.head, times)
            or told_before(tree, match.head, times)
            or told_since(tree, match.head, times)
            or called_for(tree, match.head, times)
        )
        if found is None and match.blame is not None:
            found = find_charged_time(tree, match.blame, match.head, times)
        if found is not None:
            return found
        times = without_charged(tree, match.head, times)
        occasion = _occasion_of(match)
        governed = [
            (time, _governor(tree, time, head))
            for time, head in times
            if not is_of_thing(tree, head, occasion)
            and not _is_last_before(tree, head, times)
        ]
        for anchor, before in find_anchors(tree, match):
            for time, governor in governed:
                if governor != anchor or self._is_put_off_to(tree, anchor, time):
                    continue
                if before is not None and time.start > tree[before].start:
                    continue
                if self._is_of_judgement(tree, match, anchor, time):
                    continue
                return time
        found = self._time_nearby(tree, match, times) or told_ahead(tree, times)
        if found is None and match.trigger.mode == "visit":
            found = told_where(tree, match.head, times)
        return (
            found
            or _time_of_saying(tree, match, governed)
            or told_at_rite(tree, match.head, times)
            or told_when(tree, match.head, times)
        )

    def _time_nearby(
        self, tree: Sentence, match: Match, times: Times
    ) -> TimeExpression | None:
        """Return the only time in the clause of an event, wherever it hangs."""
        if is_beside(tree, match.head):
            return told_after(tree, match.head, times)
        clause = set(clause_tokens(tree, match.head))
        toll = toll_of(tree, match.head) if match.clause is None else None
        if toll is not None:
            # "rose to 14 on Monday": when it rose, not when they were attacked
            verb = clause_head(tree, match.head)
            revised = tree[toll].deprel == "obj"  # "raised the toll from it"
            clause = {token for token in clause if token < verb and not revised}
        found = [
            time
            for time, head in times
            if head in clause
            and not is_of_another(tree, head)
            and not is_of_thing(tree, head, _occasion_of(match))
            and not is_of_teller(tree, head)
            and not self._is_of_judgement(
                tree, match, governor_of_time(tree, head), time
            )
            and not self._is_put_off_to(tree, governor_of_time(tree, head), time)
            and not self.is_of_occasion(tree, head, match)
        ]
        if not found:
            found = [
                time
                for time, head in times
                if stands_inside(tree, match.head, head) or is_shared(tree, match, head)
            ]
        if len(found) > 1:  # "between May and June": the first opens a span
            link = self.document.text[found[0].end : found[1].start].strip()
            return found[0] if len(found) == 2 and link in {"and", "to"} else None
        return found[0] if found else None

    @staticmethod
    def _is_of_judgement(
        tree: Sentence, match: Match, verb: int, time: TimeExpression
    ) -> bool:
        """Tell whether a day is that of "condemned the raid on Monday".

        A date behind the noun, "the invasion of Kuwait on 2 August", is the deed's, and
        so is a day inside its phrase: "the arrest on Monday of Lee".
        """
        if match.clause is not None or not is_of_attitude(tree, match.head, verb):
            return False
        noun = tree[match.head]
        if time.start < noun.start:
            return True
        dated = any(sign.isdigit() for sign in time.time.text)
        behind = next((word for word in tree.tokens if word.start >= time.end), None)
        inside = behind is not None and behind.text == "of"
        return not dated and not inside

    def _is_put_off_to(self, tree: Sentence, verb: int, time: TimeExpression) -> bool:
        """Tell whether a time is when something will be instead: "put off to May"."""
        head = tree.head_of(time.start, time.end)
        if head is None or tree.case_of(head) not in _UNTIL:
            return False
        off = CALLING_OFF
        return verb >= 0 and full_lemma(tree, verb) in off

    def is_of_occasion(self, tree: Sentence, token: int, match: Match) -> bool:
        """Tell whether a time or place is told of a meeting that is not the event.

        "In the context of the talks on 3 May in Rome the envoys met".
        """
        words = self.reader.words
        current = token
        while tree[current].deprel in {"nmod", "conj", "compound", "nummod", "flat"}:
            current = tree[current].head
            if current in {match.head, match.noun}:
                return False
            lemma = tree[current].lemma.lower()
            if lemma in words["meeting_nouns"] or lemma in words["visit_nouns"]:
                return not _is_frame(tree, current, match.trigger.type)
        return False

    def time_of_later(self, sentence: int, token: int) -> Time | None:
        """Return the time right before a phrase: "and, two days later, with B"."""
        tree = self.annotations.sentences[sentence]
        found = time_of_later(tree, token, self._times.get(sentence, ()))
        return None if found is None else found.time

    def time_within(self, sentence: int, tokens: Collection[int]) -> Time | None:
        """Return the only time among some words, "3 July this year" being one."""
        found = [t for t, head in self._times.get(sentence, ()) if head in tokens]
        first = [
            one
            for one in found
            if not any(other.end + 1 == one.start for other in found)
        ]
        return first[0].time if len(first) == 1 else None

    def times_again(self, sentence: int, verb: int) -> list[Time]:
        """Return the days behind "and again" that hang on a verb."""
        tree = self.annotations.sentences[sentence]
        found = []
        for time, head in self._times.get(sentence, ()):
            marker = tree.child(head, "case")
            before = head if marker is None else marker
            words = [
                token.text.lower() for token in tree.tokens[max(before - 2, 0) : before]
            ]
            if words == ["and", "again"] and governor_of_time(tree, head) == verb:
                found.append(time.time)
        return found

    def dates_of(self, sentence: int) -> list[TimeExpression]:
        """Return the dates and times that a sentence holds."""
        return [time for time, _ in self._times.get(sentence, ())]

    def has_time(self, sentence: int, head: int) -> bool:
        """Tell whether the clause of a trigger holds any date or time."""
        times = self._times.get(sentence)
        if not times:
            return False
        tree = self.annotations.sentences[sentence]
        clause = set(clause_tokens(tree, head))
        return any(
            token in clause and not is_of_another(tree, token) for _, token in times
        )


def _is_last_before(tree: Sentence, token: int, times: Times) -> bool:
    """Tell 2019 of "met for the first time since 2019 on Thursday" from the day."""
    verb = tree[token].head
    past = verb >= 0 and tree[verb].tag == "VBD"
    return (
        past
        and tree.case_of(token) == "since"
        and any(tree[one].head == verb for _, one in times if one != token)
    )


def _occasion_of(match: Match) -> set[int | None]:
    """Return the words whose date is that of an event: no treaty that is broken."""
    held = match.trigger.type in {"CONSULT", "AGREE", "PROTEST"}
    return {match.head, match.noun if held else None}


def _of_antecedent(tree: Sentence, verb: int, times: Times) -> TimeExpression | None:
    """Return the time that a relative clause hangs on, or that of what it tells of.

    "On Friday, when nine were killed", "the massacre in 2013, where nine were killed".
    """
    if tree[verb].deprel != "acl:relcl":
        return None
    above = tree[verb].head
    for time, head in times:
        word = tree[above]
        if time.start <= word.start and word.end <= time.end:
            return time
        if _is_there(tree, verb) and governor_of_time(tree, head) == above:
            return time
    return None


def _is_there(tree: Sentence, verb: int) -> bool:
    """Tell whether a relative clause tells what happened in what it hangs on."""
    below = (*tree.children(verb, "advmod"), *tree.children(verb, "obl"))
    return any(tree[child].tag in {"WRB", "WDT"} for child in below)


def _governor(tree: Sentence, time: TimeExpression, head: int) -> int:
    """Return what a time hangs on, past who tells it."""
    if time.governor is not None or tree.child(head, "cop") is not None:
        return head  # "It was Tuesday, and the judge jailed him"
    above = governor_of_time(tree, head)
    return above if above < 0 else told_aside(tree, above, head)


def _time_of_saying(
    tree: Sentence, match: Match, governed: Times
) -> TimeExpression | None:
    """Return when who acts was somewhere just then, or said what an act is."""
    for saying in (*find_sittings(tree, match), *find_sayings(tree, match)):
        found = [time for time, governor in governed if governor == saying]
        if len(found) == 1:
            return found[0]
    return None


def _is_frame(tree: Sentence, noun: int, kind: str) -> bool:
    """Tell whether an event lies within an occasion: "met at the summit", "beside".

    What is signed "after talks in Gao" is so where they were.
    """
    above = tree[noun].head
    if kind == "AGREE" and tree.case_of(noun) in {"after", "following"}:
        return tree[noun].deprel == "obl"
    if tree[noun].deprel == "obl":
        return tree.case_of(noun) in _WITHIN
    return above >= 0 and tree[above].lemma.lower() in MARGINS
