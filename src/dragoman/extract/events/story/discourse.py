"""Join what several sentences tell of one event.

Place, time, topics and further participants of a meeting often come in the
sentences after it; a visit may be called off two sentences after it was
announced. Only what follows closely and names nothing to the contrary is joined.
"""

from dataclasses import dataclass, field

from dragoman.extract.clauses.clause import find_subjects
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.clauses.predicates import DEFINITE_OR_THEIR, is_definite
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.parties.groups import note_groups
from dragoman.extract.events.sentence.reading import SentenceReader
from dragoman.extract.events.story.alike import repeat_occasions
from dragoman.extract.events.story.called_off import CallOffReader
from dragoman.extract.events.story.circumstances import complete_held, complete_incident
from dragoman.extract.events.story.company import CompanyReader
from dragoman.extract.events.story.days import Story
from dragoman.extract.events.story.denials import DenialReader
from dragoman.extract.events.story.ellipsis import repeat_deeds
from dragoman.extract.events.story.joining import (
    find_same_visit,
    gather,
    is_adrift,
    is_told_again,
    refer_back,
    take_outcome,
)
from dragoman.extract.events.story.retractions import RetractionReader
from dragoman.extract.events.story.separate import hosts_apart, part_separate
from dragoman.extract.events.story.tolls import absorb_toll, add_tolls
from dragoman.extract.events.story.whereabouts import Whereabouts
from dragoman.extract.events.story.whose import lend_traveller
from dragoman.model.claim import Modality
from dragoman.model.document import HEADINGS
from dragoman.model.syntax import Sentence
from dragoman.schema.force import KILLING

_NEAR = 6  # sentences over which a meeting is still spoken of
_CLOSE = 2  # sentences over which a document that was signed is spoken of
_CALLED = 8  # sentences over which "the call" means the last talk
_CALL = frozenset({"call"})
_EACH = frozenset({"separate", "separately", "respective"})
_NOT_HELD = frozenset({Modality.CANCELLED, Modality.DENIED})
_MET = frozenset({"meet", "hold", "confer", "talk", "speak", "receive", "consult"})
_WIDER = frozenset({"expanded", "extended", "enlarged", "wider", "plenary", "broader"})


@dataclass(slots=True)
class Narration:
    """The events told so far in a document."""

    reader: SentenceReader
    drafts: list[Draft] = field(default_factory=list)
    _company: CompanyReader = field(init=False)
    _denials: DenialReader = field(init=False)
    _retractions: RetractionReader = field(init=False)
    _off: CallOffReader = field(init=False)
    _story: Story = field(init=False)
    _whereabouts: Whereabouts = field(init=False)

    def __post_init__(self) -> None:
        self.reader.answers.drafts = self.drafts
        self._company = CompanyReader(self.reader)
        self._denials = DenialReader(self.reader)
        self._retractions = RetractionReader(self.reader.annotations)
        self._off = CallOffReader(self.reader.ontology.words, self.drafts)
        self._story = Story(self.reader.settings, self.drafts)
        self._whereabouts = Whereabouts(self.reader)

    def take(self, sentence: int) -> None:
        """Read a sentence and join it to what was told before."""
        tree = self.reader.annotations.sentences[sentence]
        self._whereabouts.take(sentence, tree)
        if self._is_summary(tree):
            self._whereabouts.summarize(sentence)
            return
        if self._join_company(sentence, tree):
            return
        self._call(sentence, tree)
        found = self._read(sentence, tree)
        self._off.call_off(sentence, tree, found)
        found = self._off.fold(sentence, found)
        for draft in found:
            if self._is_signed_again(tree, draft):
                continue
            self._off.leave_off(tree, draft)
            self._whereabouts.settle_at_occasion(draft)
            self._sign(draft)
            if draft.is_meeting and not draft.verbal and not self._convene(tree, draft):
                continue
            lend_traveller(draft, self.drafts)
            self._whereabouts.settle(draft)
            self._date(draft)
            refer_back(tree, draft, self.drafts)
            if not self._is_taken_up(draft):
                self._keep(draft)
            self._whereabouts.remember(draft)
        self._company.join_beside(sentence, tree, self._last_meeting(sentence))
        self.reader.parties.groups = note_groups(
            tree, sentence, found, find_subjects(tree, tree.root)
        )
        self._discuss(sentence, tree, found)
        self._retractions.take_back(sentence, found, self.drafts)
        denial = self._denials.deny(sentence, tree, self.drafts)
        if denial is not None and not any(
            draft.modality is Modality.DENIED for draft in found
        ):
            self.drafts.append(denial)
        self._denials.count(sentence, tree, self.drafts)
        in_time = self.reader.settings.inside_time
        add_tolls(self.reader.document, sentence, tree, self.drafts, in_time)

    def _read(self, sentence: int, tree: Sentence) -> list[Draft]:
        """Return what a sentence tells besides when and where the last incident was."""
        read = self.reader.read(sentence)
        read.extend(repeat_deeds(self.reader, sentence, read, self.drafts))
        read.extend(repeat_occasions(self.reader, sentence, read, self.drafts))
        found = part_separate(tree, gather(tree, read))
        settings = self.reader.settings
        complete_held(settings, sentence, tree, self.drafts)
        last = complete_incident(settings, sentence, tree, self.drafts)
        if last is None:
            return found
        rest = [draft for draft in found if draft.verbal and draft.head != tree.root]
        for draft in rest:
            if draft.type == last.type and draft.lemma in KILLING:
                take_outcome(last, draft)
        return [draft for draft in rest if draft.lemma not in KILLING]

    def _call(self, sentence: int, tree: Sentence) -> None:
        """Read "Both calls were devoted to X" of who spoke in the sentence before."""
        for call in tree.find_lemmas(_CALL):
            pointing = any(
                tree[d].text.lower() in DEFINITE_OR_THEIR
                for d in tree.children(call, "det", "nmod:poss")
            )
            plain = not tree.children(call, "nmod", "acl", "amod", "acl:relcl")
            if tree[call].upos != "NOUN" or not pointing or not plain:
                continue
            several = tree[call].tag == "NNS"
            last: int | None = None
            for draft in reversed(self.drafts):
                told = draft.sentence if last is None else last
                if sentence - draft.sentence > _CALLED or draft.sentence != told:
                    return
                if draft.type == "CONSULT":
                    spoke = draft.mode is None and draft.modality is Modality.ASSERTED
                    draft.mode = "call" if spoke else draft.mode
                    last = draft.sentence
                    if not several:
                        return

    # -- summaries of several meetings -----------------------------------------

    def _is_summary(self, tree: Sentence) -> bool:
        """Tell whether a sentence sums up several meetings: "in separate meetings"."""
        words = self.reader.ontology.words["meeting_nouns"]
        for index in tree.find_words(_EACH):
            token = tree[index]
            if token.text.lower() == "separately":
                met = token.head >= 0 and tree[token.head].lemma in _MET
                return met and self._is_crossed(tree, token.head)
            head = tree[token.head] if token.head >= 0 else token
            if head.lemma.lower() in words and head.tag in {"NNS", "NNPS"}:
                return not hosts_apart(tree, token.head)
        return False

    def _is_crossed(self, tree: Sentence, verb: int) -> bool:
        """Tell whether several met several, so that nobody knows who met whom."""
        if verb < 0:
            return False
        return any(
            len(tree.conjuncts(subject)) > 1 for subject in find_subjects(tree, verb)
        )

    def _sign(self, draft: Draft) -> None:
        """Give "a programme was signed" to those who have just met."""
        if draft.type != "AGREE" or draft.participants:
            return
        last = self._last_meeting(draft.sentence)
        if last is None or draft.modality is not Modality.ASSERTED:
            return
        # "The agreement signed in Rome in 2022" is of another day.
        same = draft.time is None or (
            last.time is not None and last.time.value == draft.time.value
        )
        if same:
            draft.participants = list(last.participants)
            draft.place = draft.place or last.place

    def _is_signed_again(self, tree: Sentence, draft: Draft) -> bool:
        """Read "The document was signed in Rome" of the one that was just signed.

        And "The signing, attended by Lee, took place".
        """
        text = tree.child(draft.head, "nsubj:pass") if draft.verbal else draft.head
        told = draft.verbal and draft.participants
        if draft.type != "AGREE" or told or text is None:
            return False
        if not any(
            tree[d].text.lower() in DEFINITE_OR_THEIR
            for d in tree.children(text, "det")
        ):
            return False
        for last in reversed(self.drafts):
            if draft.sentence - last.sentence > _CLOSE:
                return False
            if last.type != draft.type or not last.participants:
                continue
            if last.modality is not draft.modality:
                return False
            last.place = last.place or draft.place
            last.time = last.time or draft.time
            last.spans.extend(span for span in draft.spans if span not in last.spans)
            for one in draft.participants:
                last.add(one.party, one.part)
            return True
        return False

    def _convene(self, tree: Sentence, draft: Draft) -> bool:
        """Say who meets at "a second round"; tell whether it is one of its own."""
        if self._off.is_off_again(draft):
            return False
        self._widen(tree, draft)
        known = bool(draft.participants) or self._renew(draft)
        return known or draft.modality in _NOT_HELD

    def _widen(self, tree: Sentence, draft: Draft) -> None:
        """Add those who met before to "an expanded meeting joined by ..."."""
        last = self._last_meeting(draft.sentence)
        words = {
            tree[child].text.lower()
            for child in tree.children(draft.head, "amod", "compound")
        }
        if last is None or not words & _WIDER:
            return
        draft.fresh = True
        for one in last.participants:
            draft.add(one.party, one.part)
        draft.place = draft.place or last.place

    def _renew(self, draft: Draft) -> bool:
        """Give "a second round" to those of the first; tell whether there was one."""
        last = self._last_meeting(draft.sentence)
        told = draft.place is not None and draft.time is not None
        if last is None:
            return told
        if told and last.place != draft.place and last.time != draft.time:
            return True  # where and when are another's: of those who are yet to be told
        draft.participants = list(last.participants)
        return True

    # -- days --------------------------------------------------------------------

    def _date(self, draft: Draft) -> None:
        """Give what a paragraph of a diary tells without a date the day of that."""
        told = self.reader.annotations.day_of_block.get(draft.block)
        if told is None or draft.time or not self._is_of_day(draft):
            return
        settings = self.reader.settings
        if draft.parted or not settings.has_time(draft.sentence, draft.head):
            draft.time = told
            published = self.reader.document.published
            if published is not None and told.value > published:
                draft.modality = Modality.PLANNED  # a programme

    def _is_of_day(self, draft: Draft) -> bool:
        """Tell whether a draft is what happened on the day of its paragraph.

        Chronicles tell it in the present ("Soldiers seize the base", "A rally is
        called off") or without a verb ("Release of nine prisoners").
        """
        tree = self.reader.annotations.sentences[draft.sentence]
        if draft.modality is Modality.CANCELLED:
            return True
        if draft.modality is Modality.PLANNED:
            return draft.verbal and draft.past and draft.lemma == "call"
        if draft.modality is not Modality.ASSERTED:
            return False
        if draft.verbal or draft.head == tree.root:
            return draft.past
        told = tree[draft.head].deprel.startswith("nsubj")
        happened = told and tree[draft.head].head == tree.root
        return draft.past and happened and not is_definite(tree, draft.head)

    def _keep(self, draft: Draft) -> None:
        """Keep a draft, on the day that its story goes on from if it has none."""
        diary = draft.block in self.reader.annotations.day_of_block
        if not diary or draft.time is not None:
            self._story.carry(draft)
        self.drafts.append(draft)

    # -- the same meeting again --------------------------------------------------

    def _last_meeting(self, sentence: int) -> Draft | None:
        block = self.reader.annotations.sentences[sentence].block
        for draft in reversed(self.drafts):
            if sentence - draft.sentence > _NEAR or self._is_parted(draft, block):
                return None
            if draft.is_meeting and draft.modality is Modality.ASSERTED:
                return draft
        return None

    def _is_parted(self, draft: Draft, block: int) -> bool:
        """Tell whether a heading stands between an event and what comes next."""
        blocks = self.reader.document.blocks[draft.block + 1 : block + 1]
        return any(one.kind in HEADINGS for one in blocks)

    def _absorb(self, draft: Draft) -> bool:
        """Join a draft to the meeting before it, if it only tells it again."""
        self._keep_groups(draft)
        visit = find_same_visit(draft, self.drafts)
        if visit is not None:
            visit.time = draft.time or visit.time
            visit.spans.extend(one for one in draft.spans if one not in visit.spans)
            return True
        if self._off.is_off_again(draft):
            return True
        if not draft.is_meeting or draft.fresh or (draft.topics and draft.time):
            return False
        if draft.modality is not Modality.ASSERTED:
            return False
        last = self._last_meeting(draft.sentence)
        if last is None or not is_told_again(draft, last):
            return False
        last.spans.extend(span for span in draft.spans if span not in last.spans)
        last.topics.extend(one for one in draft.topics if one not in last.topics)
        last.place = last.place or draft.place
        last.time = last.time or draft.time
        return True

    def _is_taken_up(self, draft: Draft) -> bool:
        """Tell whether a draft says nothing beyond what was told before it."""
        return (
            is_adrift(draft) or absorb_toll(draft, self.drafts) or self._absorb(draft)
        )

    def _keep_groups(self, draft: Draft) -> None:
        """Note who the guests and hosts are, for the sentences that follow."""
        if draft.lemma in {"receive", "host", "welcome", "greet"}:
            parties = self.reader.parties
            parties.guests = tuple(
                one.party for one in draft.participants if one.part == "recipient"
            )
            parties.hosts = tuple(
                one.party for one in draft.participants if one.part == "actor"
            )

    # -- further participants ------------------------------------------------------

    def _join_company(self, sentence: int, tree: Sentence) -> bool:
        """Read "Taking part in the talks were A and B", "They were joined by C"."""
        visit = self.drafts[-1] if self.drafts else None
        if visit is not None and self._company.travel_along(sentence, tree, visit):
            return True
        last = self._last_meeting(sentence)
        if last is None or not self._company.joins(sentence, tree, last):
            return False
        found = list(self._company.companions(sentence, tree))
        for party in found:
            last.add(party, "actor")
        if found and (tree.start, tree.end) not in last.spans:
            last.spans.append((tree.start, tree.end))
        return bool(found)

    # -- topics told afterwards ------------------------------------------------------

    def _discuss(self, sentence: int, tree: Sentence, found: list[Draft]) -> None:
        """Read "The two leaders discussed X", "The talks covered X"."""
        words = self.reader.ontology.words
        for verb in tree.find_lemmas(words["topic_verbs"]):
            token = tree[verb]
            if token.upos != "VERB":
                continue
            if token.deprel not in {"root", "conj", "ccomp", "parataxis"}:
                continue
            if tree.is_negated(verb):
                continue  # "The talks did not touch on the dam."
            if any(draft.sentence == sentence and draft.topics for draft in found):
                return
            last = self._spoken_of(sentence, tree, verb)
            if last is None:
                continue
            topics = self.reader.topics.of_verb(sentence, verb)
            topics = topics or self.reader.topics.raised(tree, verb)
            last.topics.extend(one for one in topics if one not in last.topics)
            if topics and (tree.start, tree.end) not in last.spans:
                last.spans.append((tree.start, tree.end))

    def _spoken_of(self, sentence: int, tree: Sentence, verb: int) -> Draft | None:
        """Return the meeting that a verb of talking is about: the most alike one."""
        best: Draft | None = None
        most = 0
        for draft in reversed(self.drafts):
            if sentence - draft.sentence > _NEAR:
                break
            if not draft.is_exchange or draft.modality is not Modality.ASSERTED:
                continue
            alike = self._speaks_of(sentence, tree, verb, draft)
            if alike > most:
                best, most = draft, alike
        return best

    def _speaks_of(self, sentence: int, tree: Sentence, verb: int, last: Draft) -> int:
        """Count what ties a verb of talking to a meeting; 0 if nothing does."""
        nouns = self.reader.ontology.words["meeting_nouns"]
        if tree.is_passive(verb):  # "The dam was discussed at the meeting"
            near = sentence - last.sentence <= 1
            return int(near or _at_meeting(tree, verb, nouns))
        for subject in find_subjects(tree, verb):
            if tree[subject].lemma.lower() in nouns:
                return 1
            parties = self.reader.parties.read(sentence, subject, "party")
            known = [party for party in parties if party in last.parties()]
            plural = len(parties) > 1 or tree[subject].tag in {"NNS", "NNPS"}
            if plural and known:
                return 1 + len(known)
            told = any(party.entity for party in parties)
            if plural and not told and tree[subject].lemma in {"side", "party"}:
                return 1
        return 0


def _at_meeting(tree: Sentence, verb: int, nouns: frozenset[str]) -> bool:
    """Tell whether a clause says that it was at the meeting."""
    return any(
        tree[one.token].lemma.lower() in nouns
        and any(
            tree[d].text.lower() in DEFINITE_OR_THEIR for d in tree.children(one.token)
        )
        for one in find_obliques(tree, verb)
    )
