"""Where and when parties are told to be, for what they do in the sentences that follow.

"The president is in Rome", a visit or a meeting with its place and day, a summary of
several meetings, an occasion that has its own: "The second round, in Geneva in March
2023, did better: the two sides signed". It holds for the paragraph.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.extract.clauses.clause import find_subjects
from dragoman.extract.clauses.nearby import clause_tokens
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.sentence.reading import SentenceReader
from dragoman.extract.events.setting.places import Place
from dragoman.extract.events.story.joining import within
from dragoman.model.annotation import Schema
from dragoman.model.claim import Modality, Time
from dragoman.model.syntax import THEIRS, Sentence, is_pluperfect
from dragoman.text.dates import DATE_FROM_CONTEXT
from dragoman.text.dates_lexicon import ORDINALS

_PLACED = frozenset({"AGREE", "COOPERATE"})
# What happens at talks, besides talking.
_AT_TALKS = frozenset({"CONSULT", "AGREE", "COOPERATE", "PROTEST", "REJECT"})
_LEADING = 2  # paragraphs after the lead that tell the same day
_TWO = 2
# "On a visit to Rome" somebody is there; "after a visit", no longer.
_ON_VISIT = frozenset({"on", "during", "in"})
_CEREMONIES = frozenset({"ceremony", "congress", "assembly", "forum"})
# Of these the day and the place behind the verb are the occasion's.
_HELD = frozenset(
    {"take", "hold", "open", "begin", "start", "convene", "meet", "end", "close"}
    | {"last", "conclude"}
)


@dataclass(slots=True)
class _Setting:
    """Where and when somebody is, for the sentences that follow in a paragraph."""

    parties: set[str]
    place: Place | None
    time: Time | None


class Whereabouts:
    """What a document tells of where its parties are.

    Args:
        reader: Reads its sentences.
    """

    def __init__(self, reader: SentenceReader) -> None:
        self._reader = reader
        self._settings: list[_Setting] = []
        self._summaries: list[_Setting] = []
        self._leads: list[_Setting] = []
        self._occasion: _Setting | None = None
        self._block = -1
        self._first = -1

    def take(self, sentence: int, tree: Sentence) -> None:
        """Note what a sentence tells of where somebody is, or something is held."""
        if tree.block != self._block:
            self._block = tree.block
            self._settings.clear()
            self._occasion = None
        self._stay(sentence, tree)
        self._hold(sentence, tree)

    def _stay(self, sentence: int, tree: Sentence) -> None:
        """Keep "the president is in Rome" for what she does there."""
        root = tree.root
        if tree.child(root, "cop") is None or tree.is_negated(root):
            return
        if tree[root].upos in {"NOUN", "PROPN"}:  # "is in Rome": Rome is the head
            places = [root] if tree.case_of(root) == "in" else []
        else:  # "is back in Rome"
            places = [o.token for o in find_obliques(tree, root) if o.case == "in"]
        for token in places:
            place = self._reader.settings.named_place(sentence, token)
            if place is None or place[0] is None:
                continue
            for subject in tree.children(root, "nsubj"):
                parties = self._reader.parties.read(sentence, subject, "traveller")
                known = {party.entity for party in parties if party.entity is not None}
                if known:
                    self._settings.append(_Setting(known, place, None))

    def _hold(self, sentence: int, tree: Sentence) -> None:
        """Keep place and day of an occasion that a sentence is about."""
        settings = self._reader.settings
        dates = settings.dates_of(sentence)
        if dates:
            self._occasion = None  # of another day, unless it is one of its own
        for subject in find_subjects(tree, tree.root) if dates else ():
            if not self._is_occasion(tree, subject):
                continue
            inside = set(tree.subtree(subject))
            if tree[tree.root].lemma.lower() in _HELD:
                inside |= set(clause_tokens(tree, tree.root))
            for child in tree.children(tree.root, "obl"):
                if child < tree.root:  # "the second, in Rome, failed" may hang it here
                    inside |= set(tree.subtree(child))
            time = settings.time_within(sentence, inside)
            place = settings.place_within(sentence, sorted(inside))
            if time is not None:
                time = time.inferred_by(DATE_FROM_CONTEXT)
                self._occasion = _Setting(set(), place, time)

    def _is_occasion(self, tree: Sentence, subject: int) -> bool:
        """Tell whether a subject is talks, "round two" or "the second"."""
        lemma = tree[subject].lemma.lower()
        names = self._reader.ontology.words["meeting_nouns"] | _CEREMONIES
        counted = tree[subject].upos in {"ADJ", "NUM", "NOUN"} and lemma in ORDINALS
        round_ = any(
            tree[child].lemma.lower() == "round"
            for child in tree.children(subject, "compound")
        )
        return lemma in names or counted or round_

    def summarize(self, sentence: int) -> None:
        """Keep place and time of a summary, and no meeting."""
        parties: set[str] = set()
        place = None
        for mention in self._reader.annotations.mentions_by_sentence.get(sentence, ()):
            if mention.schema is Schema.PERSON:
                parties.add(mention.chain)
            elif mention.schema is Schema.PLACE and place is None:
                tree = self._reader.annotations.sentences[sentence]
                if tree.case_of(mention.head) in {"in", "at"}:
                    place = self._reader.settings.named_place(sentence, mention.head)
        self._summaries.append(_Setting(parties, place, None))

    def settle(self, draft: Draft) -> None:
        """Give a meeting the place and time at which its parties are told to be."""
        if draft.modality is not Modality.ASSERTED or not draft.verbal:
            return
        if not draft.is_exchange and draft.type not in _PLACED:
            return
        mine = {party.entity for party in draft.parties() if party.entity is not None}
        # A date in the sentence that is not the meeting's speaks against another.
        tree = self._reader.annotations.sentences[draft.sentence]
        open_ = (draft.past and not is_pluperfect(tree, draft.head)) and (
            draft.parted
            or not self._reader.settings.has_time(draft.sentence, draft.head)
        )
        shared = [one for one in reversed(self._settings) if mine & one.parties]
        for setting in shared:
            draft.place = draft.place or setting.place
            if open_:
                draft.time = draft.time or setting.time
        if open_:
            draft.time = draft.time or self._led_time(draft, mine)
        for setting in self._summaries:
            if draft.place is None and draft.is_meeting and mine & setting.parties:
                draft.place = setting.place

    def settle_at_occasion(self, draft: Draft) -> None:
        """Give what happened at an occasion the place and the day of that."""
        held, tree = self._occasion, self._reader.annotations.sentences[draft.sentence]
        if held is None or draft.type not in _AT_TALKS or not draft.past:
            return
        if draft.modality is not Modality.ASSERTED:
            return
        if is_pluperfect(tree, draft.head) or draft.mode == "visit":
            return
        if _value(draft.time) not in {None, _value(held.time)}:
            return
        if draft.place in {None, held.place}:
            draft.time, draft.place = draft.time or held.time, held.place

    def _led_time(self, draft: Draft, mine: set[str]) -> Time | None:
        """Return the day of the lead, for what its parties do right after it."""
        if draft.block > self._first + _LEADING:
            return None
        for setting in self._leads:
            if len(mine & setting.parties) >= _TWO and setting.time is not None:
                return setting.time
        return None

    def remember(self, draft: Draft) -> None:
        """Keep where and when the parties of a draft were."""
        if draft.modality is not Modality.ASSERTED:
            return
        tree = self._reader.annotations.sentences[draft.sentence]
        there = draft.mode == "visit" and tree.case_of(draft.head) in _ON_VISIT
        if not draft.verbal and not there:
            return
        if draft.lemma == "lay" or (draft.place is None and draft.time is None):
            return  # at the monument only while the wreath was laid
        parties = {p.entity for p in draft.parties() if p.entity is not None}
        # At "his villa" one guest was received, not the next.
        theirs = draft.place is not None and draft.place[1].split()[0] in THEIRS
        setting = _Setting(parties, None if theirs else draft.place, draft.time)
        self._settings.append(setting)
        if self._first < 0 or draft.block == self._first:
            self._first = draft.block
            self._leads.append(setting)


def _value(time: Time | None) -> str | None:
    return None if time is None else time.value


def settle_visits(drafts: Iterable[Draft]) -> None:
    """Give meetings of a traveller the place of a visit on that day."""
    drafts = tuple(drafts)
    visits = [
        draft
        for draft in drafts
        if draft.mode == "visit"
        and draft.lemma != "lay"  # a wreath, and went on
        and draft.modality is Modality.ASSERTED
        and draft.place is not None
        and draft.time is not None
    ]
    for draft in drafts:
        if draft.place is not None or not draft.is_meeting or draft.time is None:
            continue
        if draft.modality is not Modality.ASSERTED:
            continue
        places = {
            visit.place
            for visit in visits
            if visit.time is not None
            and within(draft.time.value, visit.time.value)
            and visit.shares(draft)
        }
        if len(places) == 1:
            draft.place = places.pop()


__all__ = ["Whereabouts", "settle_visits"]
