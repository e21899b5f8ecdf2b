"""Since when and until when an office is held, from how the clause is built.

A date belongs to the verb that it hangs on: "was dismissed on 6 November", "has headed
the bureau since 2021", "led the Front until he was killed on 17 February 2024". The
words right beside a title are read by ``extract.role_terms``.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from dragoman.model.annotation import TimeExpression
from dragoman.model.claim import Time
from dragoman.model.edtf import find_bounds
from dragoman.model.syntax import Sentence

_SINCE = frozenset({"since", "from", "after"})
_UNTIL = frozenset({"until", "till", "before"})
_ON = frozenset({"", "on", "in", "at", "by", "as"})
POSTS = frozenset({"post", "office", "position", "job", "role"})
HOLDING = frozenset({"hold", "occupy", "fill", "keep", "retain"})
_CUT_OFF = ("appos", "parataxis", "conj")
_PAST = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class _Hung:
    """A date and how it hangs on its verb: ``since``, ``until`` or ``on``."""

    how: str
    time: Time


class Terms:
    """The dates of a document by the sentence and the verb that they hang on."""

    def __init__(
        self, sentences: tuple[Sentence, ...], times: Iterable[TimeExpression]
    ) -> None:
        starts = attrgetter("start")
        self._sentences = sentences
        self._dates: dict[int, list[TimeExpression]] = {}
        self._hung: dict[int, dict[int, list[_Hung]]] = {}
        found: defaultdict[int, list[TimeExpression]] = defaultdict(list)
        for one in times:
            if one.kind == "DATE" and find_bounds(one.time.value) is not None:
                number = bisect_left(sentences, one.start + 1, key=starts) - 1
                found[number].append(one)
        self._dates = dict(found)

    def day_of_change(self, number: int, verb: int) -> Time | None:
        """Return the day, month or year in which an act is told to have happened."""
        if number not in self._dates:
            return None
        sentence = self._sentences[number]
        hung = self._by_verb(number)
        for at in (verb, *_verbs_above(sentence, verb)):
            for one in hung.get(at, ()):
                if one.how == "on" and "/" not in one.time.value:
                    return one.time
        token = sentence[verb]
        if token.deprel.startswith("acl") and token.head >= 0:
            # "took office in June 2023, when he succeeded Y"
            head = sentence[token.head]
            for date in self._dates[number]:
                if date.start <= head.start < date.end and "/" not in date.time.value:
                    return date.time
        return None

    def term_of(self, number: int, predicate: int) -> Time | None:
        """Return the term in which somebody is, was or has been something."""
        if number not in self._dates:
            return None
        sentence = self._sentences[number]
        hung = self._by_verb(number)
        told = list(hung.get(predicate, ()))
        for clause in sentence.children(predicate, "advcl"):
            mark = {sentence[c].text.lower() for c in sentence.children(clause, "mark")}
            if mark & _UNTIL and sentence[clause].tag in _PAST:
                # "until he was killed in 2024", "before he was dismissed in June"
                day = self.day_of_change(number, clause)
                told.extend([_Hung("until", day)] if day else ())
        told.extend(self._of_post(number, predicate))
        return _unite(told)

    def _of_post(self, number: int, predicate: int) -> Iterator[_Hung]:
        """Yield from "became minister in 2021, a post she held until March 2024"."""
        sentence = self._sentences[number]
        for verb, hung in self._by_verb(number).items():
            token = sentence[verb]
            relative = token.deprel.startswith("acl") and verb > predicate
            if not relative or token.lemma.lower() not in HOLDING:
                continue
            post = sentence[token.head]
            near = post.head == predicate or sentence[post.head].head == predicate
            if post.lemma.lower() in POSTS and near:
                yield from hung

    def _by_verb(self, number: int) -> dict[int, list[_Hung]]:
        known = self._hung.get(number)
        if known is not None:
            return known
        sentence = self._sentences[number]
        found: defaultdict[int, list[_Hung]] = defaultdict(list)
        for date in self._dates[number]:
            head = sentence.head_of(date.start, date.end)
            if head is None:
                continue
            where, how = _hangs_on(sentence, head)
            if where is not None:
                found[where].append(_Hung(how, date.time))
        self._hung[number] = dict(found)
        return self._hung[number]


def _hangs_on(sentence: Sentence, head: int) -> tuple[int | None, str]:
    """Return the verb or predicate that a date hangs on, and how it does."""
    how = ""
    at = head
    for _ in range(4):
        case = sentence.case_of(at)
        if not how and case in _UNTIL:
            how = "until"
        elif not how and case in _SINCE:
            how = "since"
        elif not how and case not in _ON | {"between", "of", "to"}:
            return None, ""
        above = sentence[at].head
        if above < 0 or sentence[at].deprel.startswith(_CUT_OFF):
            return None, ""
        predicate = bool(sentence.children(above, "cop"))
        if sentence[above].upos in {"VERB", "AUX"} or predicate:
            return above, how or "on"
        at = above
    return None, ""


def _verbs_above(sentence: Sentence, verb: int) -> Iterator[int]:
    """Yield the first of verbs in a row: "resigned in June and was replaced"."""
    at = verb
    while sentence[at].deprel == "conj" and sentence[at].head >= 0:
        at = sentence[at].head
        while sentence[at].upos != "VERB" and sentence[at].head >= 0:
            at = sentence[at].head  # hung on the object of the first
        yield at


def _unite(told: list[_Hung]) -> Time | None:
    closed = next((one.time for one in told if "/" in one.time.value), None)
    if closed is not None:
        return closed
    since = next((one.time for one in told if one.how == "since"), None)
    until = next((one.time for one in told if one.how == "until"), None)
    if since is None:
        return None if until is None else ends_on(until, None)
    return starts_on(since) if until is None else ends_on(until, starts_on(since))


def starts_on(day: Time) -> Time:
    """Return the open term that begins on a day."""
    return replace(day, value=f"{day.value}/..", precision="interval")


def ends_on(day: Time, term: Time | None) -> Time:
    """Return a term that ends on a day, with its start where one is known."""
    start = term.value.partition("/")[0] if term is not None else ".."
    value = f"{start}/{day.value}"
    if start == ".." or find_bounds(value) is None:
        value = f"../{day.value}"
    return replace(day, value=value, precision="interval")


def join_ends(begun: Time, ended: Time) -> Time:
    """Return the closed term of an open start and an open end."""
    return ends_on(replace(ended, value=ended.value.removeprefix("../")), begun)
