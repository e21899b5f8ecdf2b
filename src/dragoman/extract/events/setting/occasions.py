"""Time and place that an event takes from another one that its clause names.

"On the sidelines of the summit the two signed a protocol": where and when the
summit was. "Two days before the summit", "the night before the talks opened": so
long before it. The other event is one that the document told, by the same noun or,
failing that, the nearest of its kind; where none is found nothing is added.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

from dragoman.extract.clauses.nearby import clause_tokens
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.setting.times import MARGINS
from dragoman.model.annotation import Annotations
from dragoman.model.claim import Modality, Time
from dragoman.model.syntax import DEFINITE, Sentence
from dragoman.schema.loader import unite_words
from dragoman.text.dates_clock import DATE_FROM_CONTEXT
from dragoman.text.dates_lexicon import number_of

_BESIDE = frozenset({"before", "after", "since", "until", "ahead of", "following"})
_AMONG = frozenset({"with", "between", "among"})
_DURING = frozenset({"during", "at", "in"})
_RIGHT_AFTER = frozenset({"after", "following"})  # "after the talks they signed"
_SUMMITS = frozenset({"summit", "conference", "assembly", "forum", "congress"})
_BLOWS = frozenset(
    {"attack", "assault", "raid", "bombing", "explosion", "blast", "strike", "shooting"}
    | {"killing", "ambush", "shelling", "clash"}
)
_DAYS = frozenset({"day", "days"})
_HOURS = frozenset({"hour", "hours", "minutes"})
_EVES = frozenset({"day", "night", "evening", "eve", "morning"})
_LEAD = 2  # sentences after the headline
_NEAR = 4  # sentences from an occasion to what was on its margins
# Words between "two days before" and the noun of the occasion.
_REACH = 5


class Occasions:
    """The events of a document as occasions of others."""

    def __init__(
        self,
        annotations: Annotations,
        drafts: list[Draft],
        words: Mapping[str, frozenset[str]],
    ) -> None:
        self._annotations = annotations
        self._drafts = drafts
        self._meetings = words["meeting_nouns"]
        self._visits = words["visit_nouns"]
        self._names: dict[int, set[str]] = {}  # by identity of the draft
        self._nouns = (
            unite_words(
                words["meeting_nouns"], words["visit_nouns"], words["event_nouns"]
            )
        ) | _BLOWS

    def settle(self) -> None:
        """Give the drafts what they take from the occasions in their clauses."""
        for draft in self._drafts:
            if draft.modality is not Modality.ASSERTED:
                continue
            if draft.place is None or draft.time is None:
                self._share(draft)
            if draft.time is None:
                draft.time = self._reckoned(draft)

    # -- at the same time ------------------------------------------------------

    def _share(self, draft: Draft) -> None:
        tree = self._annotations.sentences[draft.sentence]
        if _is_on_margins(tree, draft):
            self._take(draft, self._last_occasion(draft))
        for noun in self._occasions(tree, draft):
            if noun == draft.head:
                continue
            other = self._told(tree, noun, draft)
            if other is None:
                if draft.time is None and self._is_the_summit(tree, noun):
                    draft.time = self._led
                continue
            self._take(draft, other)
            return

    @staticmethod
    def _take(draft: Draft, other: Draft | None) -> None:
        """Give an event where and when another one was."""
        if other is None:
            return
        draft.place = draft.place or other.place
        if draft.time is None and other.time is not None:
            draft.time = other.time.inferred_by(DATE_FROM_CONTEXT)

    def _last_occasion(self, draft: Draft) -> Draft | None:
        """Return the meeting on whose margins something is, if no noun says which."""
        for other in reversed(self._drafts):
            if other is draft or other.sentence > draft.sentence:
                continue
            if draft.sentence - other.sentence > _NEAR:
                return None
            if other.is_meeting and other.modality is draft.modality:
                return other
        return None

    def _occasions(self, tree: Sentence, draft: Draft) -> Iterator[int]:
        """Yield the nouns of "on the margins of the talks", "during the visit"."""
        for token in clause_tokens(tree, draft.head):
            if not tree[token].deprel.startswith("obl"):
                continue
            case, lemma = tree.case_of(token), tree[token].lemma.lower()
            if lemma in MARGINS and case in {"on", "in"}:
                for one in find_obliques(tree, token):
                    if one.case == "of":
                        yield one.token
            elif case in _DURING or (case in _RIGHT_AFTER and draft.type == "AGREE"):
                yield token

    def _is_the_summit(self, tree: Sentence, noun: int) -> bool:
        """Tell whether a noun means the summit that a report is about."""
        summit = tree[noun].lemma.lower() in _SUMMITS
        return summit and self._is_definite(tree, noun)

    @cached_property
    def _led(self) -> Time | None:
        """The day on which the lead of a report puts what it tells, if it is one."""
        for number, tree in enumerate(self._annotations.sentences):
            if number > _LEAD:
                return None
            found = [
                time.time
                for time in self._annotations.times_in(tree.start, tree.end)
                if time.kind in {"DATE", "TIME"}
                and time.time.precision == "day"
                and _is_when(tree, tree.head_of(time.start, time.end))
            ]
            if found:
                return (
                    found[0].inferred_by(DATE_FROM_CONTEXT) if len(found) == 1 else None
                )
        return None

    # -- so long before or after ---------------------------------------------------

    def _reckoned(self, draft: Draft) -> Time | None:
        tree = self._annotations.sentences[draft.sentence]
        clause = set(clause_tokens(tree, draft.head))
        for unit, token in enumerate(tree.tokens[:-2]):
            side = {"before": -1, "after": 1}.get(tree[unit + 1].text.lower())
            if side is None or unit not in clause:
                continue
            days = _days(tree, unit, token.text.lower(), side)
            if days is None:
                continue
            for noun in range(unit + 2, min(unit + 2 + _REACH, len(tree.tokens))):
                other = self._told(tree, noun, draft)
                if other is not None and other.time is not None:
                    start = tree[max(0, unit - 1)].start
                    end = tree[noun].end
                    words = " ".join(
                        word.text for word in tree.tokens if start <= word.start < end
                    )
                    return _moved(other.time, side * days, side, words)
        return None

    # -- which one ---------------------------------------------------------------

    def _told(self, tree: Sentence, noun: int, draft: Draft) -> Draft | None:
        """Return the event told before that a definite noun means."""
        lemma = tree[noun].lemma.lower()
        if tree[noun].upos != "NOUN" or not self._is_definite(tree, noun):
            return None
        kind = None
        own = any(one.case in _AMONG for one in find_obliques(tree, noun))
        for other in reversed(self._drafts):
            if (
                other is draft
                or (other.sentence, other.head) >= (draft.sentence, noun)
                or other.modality is not Modality.ASSERTED
                or (other.place is None and other.time is None)
            ):
                continue
            if own and not other.shares(draft):
                continue  # "during the meeting with Lee": no meeting without him
            if lemma in self._called(other):
                return other
            if kind is None and self._is_kind(other, lemma):
                kind = other
        return kind

    def _called(self, draft: Draft) -> set[str]:
        """Return the nouns by which a clause calls its event: "met at a summit"."""
        found = self._names.get(id(draft))
        if found is None:
            found = self._names[id(draft)] = self._read_names(draft)
        return found

    def _read_names(self, draft: Draft) -> set[str]:
        tree = self._annotations.sentences[draft.sentence]
        above = tree[draft.head].head
        held = {tree[above].lemma.lower()} if above >= 0 else set()  # "round of talks"
        return (
            {draft.lemma}
            | held
            | {
                tree[token].lemma.lower()
                for token in clause_tokens(tree, draft.head)
                if tree[token].lemma.lower() in self._nouns
                and tree.case_of(token) not in _BESIDE
                and tree[tree[token].head].lemma.lower() not in MARGINS
            }
        )

    @staticmethod
    def _is_definite(tree: Sentence, noun: int) -> bool:
        return any(
            tree[child].text.lower() in DEFINITE for child in tree.children(noun, "det")
        )

    def _is_kind(self, other: Draft, lemma: str) -> bool:
        if lemma in self._visits:
            return other.mode == "visit"
        if lemma in _BLOWS:
            return other.type == "ASSAULT"
        return lemma in self._meetings and other.is_meeting


def _is_on_margins(tree: Sentence, draft: Draft) -> bool:
    """Tell whether something was "on the sidelines", of what was just told of."""
    return any(
        tree[token].lemma.lower() in MARGINS
        and tree.case_of(token) == "on"
        and not tree.children(token, "nmod")
        for token in clause_tokens(tree, draft.head)
    )


def _is_when(tree: Sentence, head: int | None) -> bool:
    """Tell whether a day is that of the main verb, in the simple past."""
    if head is None or tree.case_of(head) not in {"on", ""}:
        return False
    return tree[head].head == tree.root and tree[tree.root].tag == "VBD"


def _days(tree: Sentence, unit: int, word: str, side: int) -> int | None:
    """Return how many days "two days", "the night" or "hours" come to."""
    before = tree[unit - 1].text.lower() if unit else ""
    if word in _HOURS:
        return 0
    if word in _EVES and before == "the":
        return 0 if word in {"night", "evening"} and side > 0 else 1
    return number_of(before) if word in _DAYS and before else None


def _moved(time: Time, days: int, side: int, words: str) -> Time | None:
    first, _, last = time.value.partition("/")
    try:
        day = date.fromisoformat(last if last and side > 0 else first)
        moved = day + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    return Time(moved.isoformat(), words, "day", (DATE_FROM_CONTEXT,))
