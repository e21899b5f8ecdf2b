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

from dragoman.annotate.offices.real import ENTRIES, EXITS, REACHES, naming_verb
from dragoman.model.annotation import TimeExpression
from dragoman.model.claim import Time
from dragoman.model.edtf import find_bounds
from dragoman.model.syntax import PAST, Sentence

_SINCE = frozenset({"since", "from", "after"})
_UNTIL = frozenset({"until", "till", "before"})
_ON = frozenset({"", "on", "in", "at", "by", "as"})
POSTS = frozenset({"post", "office", "position", "job", "role"})
HOLDING = frozenset({"hold", "occupy", "fill", "keep", "retain"})
_MAKES_KNOWN = frozenset(
    {"announce", "confirm", "approve", "declare", "accept", "tender", "submit"}
)
_BEGINS = frozenset({"begin", "start", "commence", "effective"})
_ADDED = ("acl", "advcl", "amod", "advmod", "obl", "nmod")
_LONGEST_WAY = 6  # words up from a date to its verb
_CUT_OFF = ("appos", "parataxis", "conj")


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
            day = _day_of(one)
            if day is not None and find_bounds(day.time.value) is not None:
                number = bisect_left(sentences, one.start + 1, key=starts) - 1
                found[number].append(day)
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
        hung = self._by_verb(number).get(predicate, ())
        told = [*hung, *self._ends_told(number, predicate)]
        told.extend(self._of_post(number, predicate))
        return _unite(told)

    def _ends_told(self, number: int, predicate: int) -> Iterator[_Hung]:
        """Yield from "until he was killed in 2024", "before he was sacked in June"."""
        sentence = self._sentences[number]
        for clause in sentence.children(predicate, "advcl"):
            mark = {sentence[c].text.lower() for c in sentence.children(clause, "mark")}
            if mark & _UNTIL and sentence[clause].tag in PAST:
                day = self.day_of_change(number, clause) or self._inside(number, clause)
                yield from [_Hung("until", day)] if day else ()

    def _inside(self, number: int, clause: int) -> Time | None:
        """Return the only day told in a clause, whatever in it the parse hangs it on.

        "until he was elected leader of the party in March 1994".
        """
        start, end = self._sentences[number].extent(clause)
        dates = [one for one in self._dates[number] if start <= one.start < end]
        plain = len(dates) == 1 and "/" not in dates[0].time.value
        return dates[0].time if plain else None

    def _of_post(self, number: int, predicate: int) -> Iterator[_Hung]:
        """Yield from "became minister in 2021, a post she held until March 2024"."""
        sentence = self._sentences[number]
        for verb, token in enumerate(sentence.tokens):
            relative = token.deprel.startswith("acl") and verb > predicate
            if not relative or token.lemma.lower() not in HOLDING:
                continue
            post = sentence[token.head]
            near = post.head == predicate or sentence[post.head].head == predicate
            if post.lemma.lower() in POSTS and near:
                yield from self._by_verb(number).get(verb, ())
                yield from self._ends_told(number, verb)

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


def _day_of(expression: TimeExpression) -> TimeExpression | None:
    """Return a date, and the day of "this morning"; nothing of other times."""
    if expression.kind == "DATE":
        return expression
    if expression.kind != "TIME":
        return None
    day = expression.time.value.partition("T")[0]
    return replace(expression, time=replace(expression.time, value=day))


def _hangs_on(sentence: Sentence, head: int) -> tuple[int | None, str]:
    """Return the verb or predicate that a date hangs on, and how it does."""
    how = ""
    at = head
    for _ in range(_LONGEST_WAY):
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
        begins = sentence[above].lemma.lower() in _BEGINS
        if begins and sentence[above].deprel.startswith(_ADDED):
            # "for a term of four years beginning on 1 January"
            how, at = "since", above
            continue
        predicate = bool(sentence.children(above, "cop"))
        act = sentence[above].lemma.lower() in ENTRIES | EXITS
        if sentence[above].upos in {"VERB", "AUX"} or predicate or act:
            return above, how or "on"
        at = above
    return None, ""


def _verbs_above(sentence: Sentence, verb: int) -> Iterator[int]:
    """Yield what a date may hang on instead of the verb or noun of an act.

    "resigned in June and was replaced", "was named in May to replace Y", "went on in
    2004 to become minister", "announced the appointment on Monday".
    """
    yield from _first_of_row(sentence, verb)
    token, above = sentence[verb], sentence[verb].head
    if above < 0:
        return
    lemma = sentence[above].lemma.lower()
    named = naming_verb(sentence, verb)
    if named is not None:
        yield named
        yield from _first_of_row(sentence, named)
    elif token.deprel.startswith(("xcomp", "advcl")) and token.tag == "VB":
        if lemma in REACHES:
            yield above
    elif token.deprel in {"obj", "nsubj:pass"} and lemma in _MAKES_KNOWN:
        yield above


def _first_of_row(sentence: Sentence, verb: int) -> Iterator[int]:
    """Yield the verbs before one in a row: "resigned in June and was replaced"."""
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
