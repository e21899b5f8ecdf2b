"""Where and when parties are told to be, for what they do in the sentences that follow.

"The president is in Rome", a visit or a meeting with its place and day, a summary of
several meetings, an occasion that has its own: "The second round, in Geneva in March
2023, did better: the two sides signed". It holds for the paragraph.
"""

from dataclasses import dataclass

from dragoman.extract.clauses.clause import find_subjects
from dragoman.extract.clauses.nearby import clause_tokens
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.sentence.reading import SentenceReader
from dragoman.extract.events.setting.places import Place
from dragoman.extract.events.setting.settings import LOCATIVES
from dragoman.extract.events.story.scenes import find_scenes
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.claim import Modality, Time
from dragoman.model.syntax import THEIRS, Sentence, is_pluperfect
from dragoman.schema.force import INCIDENTS
from dragoman.text.dates import DATE_FROM_CONTEXT
from dragoman.text.dates_lexicon import ORDINALS

_PLACED = frozenset({"AGREE", "COOPERATE"})
# What happens at talks, besides talking.
_AT_TALKS = frozenset({"CONSULT", "AGREE", "COOPERATE", "PROTEST", "REJECT"})
# What happens where a paragraph puts what it tells.
_ON_SPOT = frozenset({"CONSULT", "AGREE", "COOPERATE", "PROTEST", "COERCE", "ASSAULT"})
_TOWARDS = frozenset({"to", "into", "of", "for", "towards"})
_BACK = 3  # sentences back to what "there" means
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

    parties: set[str] | frozenset[str] | None  # ``None``: whoever acts next
    place: Place | None
    time: Time | None
    since: tuple[int, int] = (-1, -1)  # the sentence and the verb that tell it


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
        """Keep where a sentence says that somebody is, for what is done there."""
        for scene in find_scenes(self._reader.settings, sentence, tree):
            since = sentence, scene.verb
            self._settings.append(
                _Setting(scene.parties, scene.place, scene.time, since)
            )

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
        called = draft.mode == "call"  # nobody is where the other one is
        self._settle_there(draft)
        mine = {party.entity for party in draft.parties() if party.entity is not None}
        # A date in the sentence that is not the meeting's speaks against another.
        tree = self._reader.annotations.sentences[draft.sentence]
        before = is_pluperfect(tree, draft.head)
        open_ = (draft.past and not before) and (
            draft.parted
            or not self._reader.settings.has_time(draft.sentence, draft.head)
        )
        for setting in reversed(self._settings):
            if not self._is_at(setting, draft, mine):
                continue
            known = setting.parties is None and _is_site(draft)
            if not called and (draft.place is None or known):
                draft.place = setting.place or draft.place
            if open_:
                draft.time = draft.time or setting.time
        if not draft.is_exchange and draft.type not in _PLACED:
            return
        if open_:
            draft.time = draft.time or self._led_time(draft, mine)
        for setting in self._summaries:
            met = setting.parties is not None and mine & setting.parties
            if draft.place is None and draft.is_meeting and met:
                draft.place = setting.place

    def _is_at(self, setting: _Setting, draft: Draft, mine: set[str]) -> bool:
        """Tell whether a draft is what somebody does where a setting puts them."""
        apart = None not in {draft.time, setting.time} and draft.time != setting.time
        tree = self._reader.annotations.sentences[draft.sentence]
        if apart and is_pluperfect(tree, draft.head):
            return False
        if setting.since > (draft.sentence, draft.head):
            return False  # "having met Lee, she flew to Rome"
        if setting.parties is not None:
            talks = draft.is_exchange or draft.type in _PLACED
            return talks and bool(mine & setting.parties)
        if draft.type not in _ON_SPOT or draft.mode in {"visit", "call"}:
            return False
        return draft.past and not apart and not self._names_place(draft)

    def _names_place(self, draft: Draft) -> bool:
        """Tell whether a sentence says by a name where something is."""
        tree = self._reader.annotations.sentences[draft.sentence]
        told = self._reader.annotations.mentions_by_sentence.get(draft.sentence, ())
        return any(
            mention.schema is Schema.PLACE
            and mention.kind is MentionKind.NAME
            and tree.case_of(mention.head) in LOCATIVES
            for mention in told
        )

    def _settle_there(self, draft: Draft) -> None:
        """Give "blocked traffic there" the place that was named last."""
        tree = self._reader.annotations.sentences[draft.sentence]
        there = [
            child
            for child in tree.children(draft.head, "advmod", "obl")
            if tree[child].text.lower() == "there" and not tree.case_of(child)
        ]
        if not there or (draft.place is not None and draft.place[0] is not None):
            return
        draft.place = self._place_before(draft.sentence, there[0]) or draft.place

    def _place_before(self, sentence: int, token: int) -> Place | None:
        """Return the place named last before "there" in a paragraph, or its scene."""
        trees = self._reader.annotations.sentences
        block, start = trees[sentence].block, trees[sentence][token].start
        for number in range(sentence, max(-1, sentence - _BACK), -1):
            tree = trees[number]
            if tree.block != block:
                break
            told = self._reader.annotations.mentions_by_sentence.get(number, ())
            for mention in reversed(told):
                named = mention.kind is MentionKind.NAME and mention.start < start
                if mention.schema is not Schema.PLACE or not named:
                    continue
                where = tree.case_of(mention.head) in LOCATIVES | _TOWARDS
                where = where or tree[mention.head].deprel.startswith("nsubj")
                place = self._reader.settings.named_place(number, mention.head)
                if where and place is not None and place[0] is not None:
                    return place
        return next((one.place for one in reversed(self._settings)), None)

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
            led = setting.parties is not None and len(mine & setting.parties) >= _TWO
            if led and setting.time is not None:
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


def _is_site(draft: Draft) -> bool:
    """Tell whether something was at "the ministry", that of the town just named.

    Or at "his house", nobody else's.
    """
    place = draft.place
    first = "" if place is None else place[1].partition(" ")[0].lower()
    known = first == "the" or (first in THEIRS and draft.type in INCIDENTS)
    return place is not None and place[0] is None and known


def _value(time: Time | None) -> str | None:
    return None if time is None else time.value
