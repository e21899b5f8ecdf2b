"""Where a story is, sentence by sentence, and what of it happened there and then.

A story told in the simple past stays where and when it is until it says that it goes
elsewhere. So one setting is carried through a document: the place and the day that a
main clause names, of an event or of none ("the truce in Gao collapsed on Tuesday").
What comes next takes it over under these rules:

- in one sentence, clauses side by side in one tense share what one of them tells;
- in the next ones, a deed told of the same day, or of one counted from it, is where the
  setting is, if it belongs to it: the same parties, force after force, or "the two
  sides", "they", who were just told of;
- what had been before, is planned, is quoted, or is voiced from anywhere takes nothing;
- a heading, another place, another day, two places at once end the setting.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.extract.clauses.predicates import is_definite
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.setting.places import Place
from dragoman.extract.events.setting.settings import LOCATIVES
from dragoman.model.annotation import Annotations, Mention, MentionKind, Schema
from dragoman.model.claim import Modality, Time
from dragoman.model.document import HEADINGS, Document
from dragoman.model.syntax import Sentence, is_pluperfect
from dragoman.schema.force import INCIDENTS
from dragoman.text.dates import DATE_FROM_CONTEXT, parse_day

_REACH = 2  # sentences from the last one that was there
_ON_SPOT = frozenset({"CONSULT", "AGREE", "RETREAT", "CONCEDE"}) | INCIDENTS
# Where these are done nobody stays, and some are done from afar.
_AWAY = frozenset({"visit", "call"})
_ELSEWHERE = frozenset({"elsewhere", "another", "separate", "separately", "other"})
_LATER = frozenset({"later", "then", "subsequently", "afterwards", "eventually"})
_MOVING = LOCATIVES | {"to", "into", "from", "towards", "via", "through"}
_SIDE_BY_SIDE = frozenset({"conj", "parataxis"})
_ROLES = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent")
# What is talked of, wherever that is.
_MATTERS = frozenset(
    {"situation", "development", "crisis", "conflict", "war", "violence", "unrest"}
    | {"fighting", "event", "peace", "stability", "security", "transition", "progress"}
)
_THEY = frozenset({"he", "she", "they", "both", "them", "him", "her"})
_NEXT_DAY = 1


@dataclass(slots=True)
class _Setting:
    """Where and when a story is.

    Attributes:
        place: Where.
        time: When, if that was told.
        sentence: The last sentence that told of it.
        block: The block of that sentence.
        parties: Known parties of what happened there.
        force: Whether that was force.
        bare: Whether no event told it.
    """

    place: Place
    time: Time | None
    sentence: int
    block: int
    parties: set[str]
    force: bool
    bare: bool = False


class Course:
    """Follows the setting of one document.

    Args:
        document: With its blocks.
        annotations: With sentences, mentions and times.
    """

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self._document = document
        self._annotations = annotations
        self._trees = annotations.sentences

    def settle(self, drafts: Iterable[Draft]) -> None:
        """Give drafts without a place or a day those of the story they belong to."""
        told: dict[int, list[Draft]] = {}
        for draft in drafts:
            if draft.modality is Modality.ASSERTED and not draft.recalled:
                told.setdefault(draft.sentence, []).append(draft)
        setting: _Setting | None = None
        done = -1
        for number in sorted(told):
            for between in range(max(done + 1, number - _REACH), number):
                setting = self._after_names(between, setting)
            group = sorted(told[number], key=lambda one: one.head)
            self._share(number, group)
            if setting is not None and self._is_near(number, setting):
                for draft in group:
                    open_ = draft.place is None or is_known_site(draft)
                    if open_ and self._is_there(draft, setting):
                        draft.place = setting.place
            setting = self._after(number, group, setting)
            done = number

    # -- within a sentence -----------------------------------------------------

    def _share(self, number: int, group: Sequence[Draft]) -> None:
        """Let deeds told side by side share the day and place that one of them has.

        "Three were killed on Saturday when a gang attacked the post at Dervan": the
        dead belong to Dervan, and the attack to Saturday.
        """
        if len(group) == 1:
            return
        tree = self._trees[number]
        attacks = [one for one in group if one.type == "ASSAULT"]
        _spread(attacks)
        for draft in group:
            if draft.place is not None and draft.time is not None:
                continue
            first = next(iter(_before(tree, draft, group)), None)
            if first is None or not _goes_on(tree, draft, first):
                continue
            if draft.time is None and _tense(tree, draft.head) == _tense(
                tree, first.head
            ):
                draft.time = first.time
            same = _value(draft.time) == _value(first.time)
            behind = tree[draft.head].start
            there = draft.type in _ON_SPOT and _AWAY.isdisjoint(
                {draft.mode, first.mode}
            )
            if draft.place is None and same and there:
                draft.place = None if self._named(number, behind) else first.place

    # -- from sentence to sentence ---------------------------------------------

    def _is_near(self, number: int, setting: _Setting) -> bool:
        """Tell whether a sentence comes right after a setting, under no heading."""
        tree, apart = self._trees[number], number - setting.sentence
        # Where each sentence is a paragraph of its own, these are one story.
        runs_on = tree.block == setting.block or tree.block - setting.block == apart
        blocks = self._document.blocks[setting.block + 1 : tree.block + 1]
        return (
            apart <= _REACH
            and runs_on
            and not any(block.kind in HEADINGS for block in blocks)
            and tree.words.isdisjoint(_ELSEWHERE)
            and not self._named(number)
        )

    def _is_on_spot(self, draft: Draft) -> bool:
        """Tell whether a draft happened once, somewhere."""
        tree = self._trees[draft.sentence]
        return (
            draft.type in _ON_SPOT
            and draft.mode not in _AWAY
            and draft.past
            and not self._annotations.is_quoted(tree[draft.head].start)
        )

    def _is_there(self, draft: Draft, setting: _Setting) -> bool:
        """Tell whether a draft is part of what happens in a setting."""
        if draft.time is None or not self._is_on_spot(draft):
            return False
        days = _days_between(setting.time, draft.time)
        if days is None or not 0 <= days <= _NEXT_DAY:
            return False
        if days and DATE_FROM_CONTEXT not in draft.time.inferred:
            return False  # of a day of its own, perhaps elsewhere
        mine = {party.entity for party in draft.parties()}
        if mine & setting.parties or is_known_site(draft):
            return True
        force = draft.type in INCIDENTS
        if setting.bare or force == setting.force:
            return True
        return not force and (not days or self._speaks_of_them(draft))

    def _speaks_of_them(self, draft: Draft) -> bool:
        """Tell whether a deed is of "them", "the two sides", who were just told of."""
        tree = self._trees[draft.sentence]
        return any(
            tree[child].small in _THEY
            or (tree[child].tag == "NNS" and is_definite(tree, child))
            for child in tree.children(draft.head, *_ROLES)
        )

    def _after(
        self, number: int, group: Sequence[Draft], setting: _Setting | None
    ) -> _Setting | None:
        """Return the setting behind a sentence that tells events."""
        tree = self._trees[number]
        main = [
            one
            for one in group
            if one.past and _is_main(tree, one.head) and self._is_of_then(one)
        ]
        if any(one.lemma == "lay" for one in main):
            return None  # nobody stays where a wreath was laid
        placed = [one for one in main if one.place is not None and _is_named(one.place)]
        last = placed[-1] if placed else None
        if last is not None and last.place is not None:
            parties = {
                party.entity
                for one in placed
                for party in one.parties()
                if party.entity is not None
            }
            force = any(one.type in INCIDENTS for one in placed)
            return _Setting(last.place, last.time, number, tree.block, parties, force)
        if self._named(number):
            return self._after_names(number, setting)
        days = {_value(one.time) for one in main if one.time is not None}
        if setting is not None and days - {_value(setting.time)}:
            return None
        return setting

    def _is_of_then(self, draft: Draft) -> bool:
        """Tell whether a draft is part of the story, not of what was before it."""
        tree = self._trees[draft.sentence]
        return not is_pluperfect(tree, draft.head) and draft.mode != "call"

    def _after_names(self, number: int, setting: _Setting | None) -> _Setting | None:
        """Return the setting behind a sentence that names a place beside its day."""
        named = self._named(number)
        if not named:
            return setting
        tree = self._trees[number]
        where = {
            mention.chain
            for mention in named
            if tree.case_of(mention.head) in LOCATIVES
            and _is_main(tree, mention.head)
            # "Reviewed the situation in Haiti": not where they did it.
            and tree.bases[tree[mention.head].head] not in _MATTERS
        }
        days = {
            one.time
            for one in self._annotations.times_in(tree.start, tree.end)
            if one.kind in {"DATE", "TIME"} and one.time.precision == "day"
        }
        if len(where) != 1 or len(days) != 1 or not _is_told(tree, tree.root):
            return None
        chain = self._annotations.chain_by_id[where.pop()]
        if chain.name is None or self._annotations.is_quoted(tree[tree.root].start):
            return None
        place, day = (chain.id, chain.name), days.pop()
        return _Setting(place, day, number, tree.block, set(), force=False, bare=True)

    def _named(self, number: int, start: int = 0) -> list[Mention]:
        """Return the places that a sentence names as where something is, or goes."""
        tree = self._trees[number]
        return [
            mention
            for mention in self._annotations.mentions_by_sentence.get(number, ())
            if mention.schema is Schema.PLACE
            and mention.kind is MentionKind.NAME
            and mention.start >= start
            and tree.case_of(mention.head) in _MOVING
        ]


def _spread(group: Sequence[Draft]) -> None:
    """Give drafts the only time and the only place that some of them have."""
    times = {one.time for one in group if one.time is not None}
    places = {one.place for one in group if one.place is not None}
    for draft in group:
        if draft.time is None and len(times) == 1:
            (draft.time,) = times
        if draft.place is None and len(places) == 1:
            (draft.place,) = places


def _before(tree: Sentence, draft: Draft, group: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what the clauses tell that a clause goes on from, the nearest first."""
    current = draft.head
    while tree[current].deprel in _SIDE_BY_SIDE and tree[current].head >= 0:
        current = tree[current].head
        yield from (one for one in group if one.head == current)


def _goes_on(tree: Sentence, draft: Draft, first: Draft) -> bool:
    """Tell whether a clause goes on with another one, without "later"."""
    later = any(
        tree[child].small in _LATER for child in tree.children(draft.head, "advmod")
    )
    return draft.verbal and first.verbal and not later


def _tense(tree: Sentence, verb: int) -> str:
    """Return the tag of the word that a clause has its tense from."""
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    tags = {"past": "VBD", "present": "VBZ VBP"}
    told = tree[min(helpers)].tag if helpers else tree[verb].tag
    if told == "VBN" and tree[verb].deprel in _SIDE_BY_SIDE:
        return _tense(tree, tree[verb].head)  # "were shot and wounded"
    return next((name for name, some in tags.items() if told in some), told)


def _is_told(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause is in the simple past."""
    return _tense(tree, verb) == "past" and not is_pluperfect(tree, verb)


def _is_main(tree: Sentence, token: int) -> bool:
    """Tell whether a word stands in the main clauses of a sentence."""
    while tree[token].head >= 0:
        if tree[token].deprel.startswith(("acl", "advcl", "ccomp", "csubj")):
            return False
        token = tree[token].head
    return True


def is_known_site(draft: Draft) -> bool:
    """Tell whether an incident is "outside the hotel", one that needs no name there."""
    place = draft.place
    known = place is not None and place[0] is None and place[1].startswith("the ")
    return known and draft.type in INCIDENTS


def _is_named(place: Place) -> bool:
    return place[0] is not None or place[1][:1].isupper()


def _value(time: Time | None) -> str | None:
    return None if time is None else time.value


def _days_between(first: Time | None, last: Time) -> int | None:
    if first is None:
        return None
    if first.value == last.value:
        return 0
    begin, end = parse_day(first.value), parse_day(last.value)
    return None if begin is None or end is None else (end - begin).days
