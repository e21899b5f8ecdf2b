"""Read the events of one sentence into drafts."""

from collections.abc import Iterator, Sequence

from dragoman.extract.clauses.clause import clause_head, find_subjects
from dragoman.extract.clauses.obliques import Oblique, find_obliques
from dragoman.extract.clauses.predicates import is_definite
from dragoman.extract.clauses.standing import Standing
from dragoman.extract.clauses.stops import stops
from dragoman.extract.events.draft import Draft, Filled
from dragoman.extract.events.modality.modality import ModalityReader
from dragoman.extract.events.modality.statements import StatementIndex
from dragoman.extract.events.parties.answers import Answers
from dragoman.extract.events.parties.bodies import add_bodies
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.events.senses.credible import Credibility
from dragoman.extract.events.senses.judged import judge_type
from dragoman.extract.events.senses.other_deeds import OtherDeeds
from dragoman.extract.events.sentence.calls import add_speakers, is_line, join_lines
from dragoman.extract.events.sentence.frames import FrameFiller
from dragoman.extract.events.sentence.further import find_further
from dragoman.extract.events.sentence.grounds import Grounds
from dragoman.extract.events.sentence.hosts import (
    are_a_pair,
    read_hosts,
    seat_talks,
)
from dragoman.extract.events.sentence.topics import TopicReader
from dragoman.extract.events.setting.anchors import is_measure
from dragoman.extract.events.setting.settings import SettingReader
from dragoman.extract.events.triggers.blame import Blame
from dragoman.extract.events.triggers.patterns import Classes
from dragoman.extract.events.triggers.performed import is_performed, is_refusal
from dragoman.extract.events.triggers.quantities import QuantityReader
from dragoman.extract.events.triggers.triggers import Match, find_next, find_triggers
from dragoman.extract.parties import ALONG
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Claim, Modality, Participant, Party
from dragoman.model.document import Document
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import EventOntology

_ANOTHER = frozenset(
    {"separate", "another", "second", "third", "new", "further", "other"}
)
_UNDER = frozenset({"presence", "chairmanship", "chair", "presidency", "leadership"})
_COMPANY = frozenset(
    {"accompany", "host", "flank", "join", "attend", "assist", "head", "lead", "chair"}
    | {"represent"}
)
_PLANS = frozenset({"plan", "schedule", "arrange", "fix", "book", "prepare", "want"})
_BEHIND = frozenset({"after", "following", "during", "over"})
_WITHIN = frozenset({"at", "in"})
_MANY = 2
# Who does this for a meeting will sit in it.
_COMES = frozenset(
    {"arrive", "fly", "travel", "come", "go", "return", "land", "visit"}
    | {"head", "leave"}
    | {"depart", "stay", "meet", "gather", "remain", "drive"}
)
_MANY_BODIES = 3
# What things of a finer type are called where no name is known of them.
_TOWN = frozenset({"town", "city"})
_STATE = frozenset({"state"})
_SOMEBODY = frozenset({"somebody"})
_BAND = frozenset({"militia", "rebel", "militant", "force"})


class SentenceReader:
    """Reads sentences of one document."""

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        claims: Sequence[Claim],
        ontology: EventOntology,
    ) -> None:
        self.document = document
        self.annotations = annotations
        self.ontology = ontology
        self.parties = PartyReader(document, annotations, ontology)
        self.settings = SettingReader(self.parties)
        self.topics = TopicReader(self.settings, ontology.words["topic_verbs"])
        self.statements = StatementIndex(annotations, claims)
        self.parties.speaking = self.statements.speaking
        self.answers = Answers(annotations, claims, ontology.words["people"])
        self.parties.answers = self.answers
        self._filler = FrameFiller(self.settings)
        self._grounds = Grounds(self._filler)
        self.modality = ModalityReader(ontology, annotations.day_of_block)
        self._credibility = Credibility(annotations, ontology)
        self._other_deeds = OtherDeeds(self.settings)
        self._quantities = QuantityReader(document)

    def read(self, sentence: int) -> list[Draft]:
        """Return the events that a sentence tells, in order of the text."""
        tree = self.annotations.sentences[sentence]
        found: list[Draft] = []
        classes = self._classes(sentence)
        for match in find_triggers(tree, self.ontology, classes):
            for draft in self._match(sentence, tree, match, classes):
                found.append(draft)
                self.parties.sides.note(draft)
        found = join_lines(tree, found)
        found.extend(read_hosts(self.settings, sentence, tree))
        return found

    def _classes(self, sentence: int) -> dict[int, frozenset[str]]:
        """Return what names refer to, in words that patterns ask for, by head."""
        found = {}
        for mention in self.annotations.mentions_by_sentence.get(sentence, ()):
            types = self.annotations.chain_by_id[mention.chain].types
            if types == ("city",):
                found[mention.head] = _TOWN
            elif "state" in types:
                found[mention.head] = _STATE
            elif "armed_group" in types and "party" not in types:
                found[mention.head] = _BAND
            elif mention.schema is Schema.PERSON:
                found[mention.head] = _SOMEBODY
        return found

    def _match(
        self, sentence: int, tree: Sentence, match: Match, classes: Classes
    ) -> list[Draft]:
        standing = self.modality.read(tree, match)
        if standing.modality is None and self._grounds.is_dated(sentence, tree, match):
            standing = Standing(Modality.ASSERTED, past=True)
        offset = tree[match.head].start
        top = clause_head(tree, match.head)
        # "denied charges over men accused of a raid": accused they are
        main = top == tree.root or tree[top].deprel.startswith("acl")
        voucher = self.statements.weigh(
            sentence, offset, standing, match.trigger.type, main=main
        )
        if standing.modality is Modality.PLANNED and match.trigger.type == "ASSAULT":
            standing.modality = Modality.HYPOTHETICAL  # a menace, not an appointment
        if standing.modality is None or (
            match.clause is None
            and self._grounds.is_mere_noun(sentence, tree, match, standing)
        ):
            return []
        if not voucher.covered and self._is_in_quotation(match, offset):
            return []
        filled = self._fill(sentence, tree, match, standing)
        if filled is None:
            other = find_next(tree, match, self.ontology, classes)
            return [] if other is None else self._match(sentence, tree, other, classes)
        if not self._credibility.holds(
            tree, match, standing, filled
        ) or self._other_deeds.are_told(sentence, tree, match, filled):
            return []
        add_bodies(self.parties, sentence, match.trigger.type, filled)
        if is_performed(tree, match):
            standing.modality = Modality.ASSERTED
        attribution = list(voucher.parties)
        if is_refusal(tree, match):  # who refuses does not tell of it
            mine = [one.party for one in filled.participants]
            attribution = [party for party in attribution if party not in mine]
        if not voucher.covered:
            attribution = self._vouchers(sentence, tree, match, standing)
        return self._drafts(sentence, tree, match, standing, filled, attribution)

    def _fill(
        self, sentence: int, tree: Sentence, match: Match, standing: Standing
    ) -> Filled | None:
        filled = self._filler.fill(
            sentence,
            match,
            lenient=is_line(tree, match)
            or self._grounds.is_lenient(tree, match, standing),
        )
        if filled is None or not self._calls(sentence, tree, match, filled):
            return None
        if match.blame is not None:
            self._blame(sentence, match.blame, filled)
        if match.clause is None and match.trigger.frame.name == "meeting":
            self._come_from(sentence, tree, match.head, filled)
        if match.trigger.mode == "meeting" and (
            standing.modality is Modality.CANCELLED
            or (standing.modality is Modality.PLANNED and _is_own_plan(tree, match))
        ):
            self._put_off(sentence, tree, match, filled)
        if match.trigger.mode == "mediation":
            seat_talks(self.parties, tree, filled)
        actors = [one for one in filled.participants if one.part == "actor"]
        travels = match.trigger.mode == "visit"
        if not actors and match.clause is None and travels:
            self._own(sentence, tree, match, filled)
        if travels and not self._grounds.goes_somewhere(
            sentence, match, standing, filled
        ):
            return None
        if (match.trigger.type, match.trigger.mode) == ("SANCTION", "withdraw"):
            self._spare_envoys(filled)
        if match.trigger.type in {"CONSULT", "AGREE"}:
            self._company(sentence, tree, match, filled)
        return (
            filled
            if self._grounds.is_grounded(sentence, match, standing, filled)
            else None
        )

    def _calls(
        self, sentence: int, tree: Sentence, match: Match, filled: Filled
    ) -> bool:
        """Complete a call told by a noun; tell whether two are there to talk."""
        if match.trigger.frame.name == "talking":
            return are_a_pair(tree, match)  # "diplomats discussed": with whom?
        if match.clause is not None or match.trigger.mode != "call":
            return True
        add_speakers(self.parties, sentence, tree, match.head, filled)
        return not is_line(tree, match) or self._filler.is_full(tree, match, filled)

    def _blame(self, sentence: int, blame: Blame, filled: Filled) -> None:
        """Take who is blamed for an attack for who did it, and nobody else."""
        culprits = [
            party
            for token in blame.culprits
            for party in self.parties.spoken_for(sentence, token)
            or self.parties.read(sentence, token, "party")
        ]
        filled.participants = [
            *(Participant(party, "actor") for party in culprits),
            *(
                one
                for one in filled.participants
                if one.part != "actor" and one.party not in culprits
            ),
        ]

    def _spare_envoys(self, filled: Filled) -> None:
        """Leave out whom a state recalls: "recalled its ambassador to Chad, Lee"."""
        chains = self.annotations.chain_by_id
        filled.participants = [
            one
            for one in filled.participants
            if one.part != "recipient"
            or one.party.entity is None
            or chains[one.party.entity].schema is not Schema.PERSON
        ]

    def _own(self, sentence: int, tree: Sentence, match: Match, filled: Filled) -> None:
        """Give a visit without a traveller the subject of its clause."""
        noun = match.head
        case = tree.case_of(noun)
        if tree.child(noun, "cop") is not None:  # "is on a visit to Rome"
            for token in find_subjects(tree, noun):
                for party in self.parties.read(sentence, token, "traveller"):
                    filled.add(party, "actor")
            return
        done = tree[noun].deprel in {"obj", "xcomp"}
        if done or case in {"during", "on", "after", "following"}:
            verb = tree[noun].head
            for party in self._filler.owners(sentence, noun, "traveller"):
                stays = tree.child(verb, "cop") is not None  # "is in Rome on a visit"
                if stays or tree[verb].upos in {"VERB", "AUX"}:
                    filled.add(party, "actor")

    def _come_from(
        self, sentence: int, tree: Sentence, noun: int, filled: Filled
    ) -> None:
        """Give "left after talks with Lee" the subject of its clause, who was there.

        "Is in Rome for talks with Lee", "flew to Rome for talks": who will be there.
        """
        verb = tree[noun].head
        one_side = len(filled.participants) < _MANY and not filled.plural
        case = tree.case_of(noun)
        if not one_side or case not in _BEHIND | _WITHIN | {"for"} or verb < 0:
            return
        if (
            case in _WITHIN
            and tree.child(noun, "det") is not None
            and is_definite(tree, noun)
        ):
            return  # "agreed to mediation in the talks with Lee": whose talks?
        if any(one.part == "actor" for one in filled.participants):
            return
        stays = tree.child(verb, "cop") is not None and tree.case_of(verb) in _WITHIN
        comes = tree[verb].lemma.lower() in _COMES or stops(tree, verb)
        goes = tree[verb].upos == "VERB" and (case != "for" or comes)
        if not (goes or stays) or not tree[noun].deprel.startswith("obl"):
            return
        owners = self._filler.owners(sentence, noun, "party")
        # "Lee said at a meeting": with whom is not told
        if len(owners) + len(filled.participants) < _MANY:
            return
        for party in owners:
            filled.add(party, "actor")

    def _put_off(
        self, sentence: int, tree: Sentence, match: Match, filled: Filled
    ) -> None:
        """Give "A and B put off the talks" to those who would have held them.

        And "A put off the talks with B" to A as well.
        """
        noun = match.head
        while tree[noun].deprel == "nmod" and tree.case_of(noun) == "of":
            noun = tree[noun].head  # "a round of talks"
        others = filled.participants
        if (
            any(one.part == "actor" for one in others)
            or tree[noun].deprel != "obj"
            or match.clause is not None
        ):
            return
        owners = self._filler.owners(sentence, noun, "party")
        if owners and len(owners) + len(others) >= _MANY:
            for party in owners:
                filled.add(party, "actor")

    def _company(
        self, sentence: int, tree: Sentence, match: Match, filled: Filled
    ) -> None:
        """Add who is named as present: "accompanied by A", "in the presence of B"."""
        for token in self._companions(tree, match, filled):
            joined = tree[tree[token].head].lemma.lower() in _COMPANY
            for party in self.parties.read(sentence, token, "person"):
                if party.entity is not None or joined:
                    filled.add(party, "actor")

    def _companions(
        self, tree: Sentence, match: Match, filled: Filled
    ) -> Iterator[int]:
        nouns = () if match.noun is None else (match.noun,)
        parties = [one for token, _ in filled.tokens for one in tree.conjuncts(token)]
        for head in (match.head, *nouns, *parties):
            for child in tree.children(head, "acl", "advcl"):
                if tree[child].lemma.lower() in _COMPANY:
                    yield from tree.children(child, "obl:agent")
        for one in find_obliques(tree, match.head):
            noun = tree[one.token].lemma.lower()
            if noun in _UNDER or (noun == "company" and one.case == "in"):
                yield from tree.children(one.token, "nmod", "nmod:poss")
            elif one.case in ALONG or _goes_along(tree, match, one):
                yield one.token

    def _is_in_quotation(self, match: Match, offset: int) -> bool:
        """Tell whether a trigger stands in quotation marks without a speaker."""
        if not self.annotations.is_quoted(offset):
            return False
        for quotation in self.annotations.quotations:
            if quotation.start > offset:
                return False
            if quotation.start <= offset < quotation.end:
                long = quotation.end - quotation.start > 30
                return match.clause is None or long
        return False

    def _vouchers(
        self, sentence: int, tree: Sentence, match: Match, standing: Standing
    ) -> list[Party]:
        found: list[Party] = []
        for token in standing.vouchers:
            for party in self.parties.read(sentence, token, "party"):
                if party not in found:
                    found.append(party)
        verb = clause_head(tree, match.head)
        for one in find_obliques(tree, verb):
            if one.case == "according to":
                for party in self.parties.read(sentence, one.token, "party"):
                    if party not in found:
                        found.append(party)
        return found

    def _drafts(
        self,
        sentence: int,
        tree: Sentence,
        match: Match,
        standing: Standing,
        filled: Filled,
        attribution: list[Party],
    ) -> list[Draft]:
        if standing.modality is None:
            return []
        trigger = match.trigger
        kind, mode = judge_type(tree, match, standing, filled)
        draft = Draft(
            type=kind,
            mode=mode,
            participants=filled.participants,
            modality=standing.modality,
            sentence=sentence,
            block=tree.block,
            head=match.head,
            # "The blast claimed five lives" tells no more than that it killed.
            lemma="kill" if trigger.frame.name == "toll" else trigger.lemma,
            place=self.settings.place(sentence, match, filled),
            time=self.settings.time(
                sentence, match, denied=standing.modality is Modality.DENIED
            ),
            attribution=attribution,
            spans=[(tree.start, tree.end)],
            verbal=match.clause is not None,
            past=standing.past,
            fresh=self._is_fresh(tree, match),
            recalled=match.clause is None and is_measure(tree, match.head),
        )
        if draft.modality is Modality.ASSERTED and self._lies_ahead(draft):
            if draft.past:
                self._undate(draft)
            elif draft.verbal or draft.type == "CONSULT":
                draft.modality = Modality.PLANNED  # "tomorrow she meets"
        self._tell(sentence, tree, match, filled, draft)
        return [draft, *find_further(self.settings, sentence, filled, draft)]

    def _undate(self, draft: Draft) -> None:
        """Drop a time that was inferred wrongly: the past comes before its report."""
        if draft.time is not None and draft.time.inferred:
            draft.time = None

    def _lies_ahead(self, draft: Draft) -> bool:
        """Tell whether an event is dated after the day of the report."""
        published = self.document.published
        if published is None or draft.time is None or "X" in draft.time.value:
            return False
        return draft.time.value[:10] > published

    def _tell(
        self,
        sentence: int,
        tree: Sentence,
        match: Match,
        filled: Filled,
        draft: Draft,
    ) -> None:
        """Add topics, numbers and the finer mode."""
        if draft.type in {"CONSULT", "AGREE"} and draft.mode != "visit":
            if match.trigger.frame.name != "courtesy":  # "called on Lee"
                draft.topics = self.topics.of_match(sentence, match)
            for token in filled.topics:
                draft.topics.extend(self.topics.phrases(tree, token))
        if draft.type == "AGREE" and not draft.participants and not draft.topics:
            draft.topics = self._signed(tree, match)
        if match.trigger.lemma == "agree":
            draft.topics = [*self.topics.agreed(sentence, match.head), *draft.topics]
        draft.quantities = self._quantities.read(tree, match, filled.tokens)
        if draft.mode == "meeting" and self._bodies(draft) >= _MANY_BODIES:
            draft.mode = "multilateral"

    def _signed(self, tree: Sentence, match: Match) -> list[str]:
        """Return what an agreement without parties is: "the signing of the accord"."""
        noun = match.head if match.clause is None else match.noun
        if noun is None:
            return []
        return [
            topic
            for one in find_obliques(tree, noun)
            if one.case == "of"
            for topic in self.topics.phrases(tree, one.token)
        ]

    def _bodies(self, draft: Draft) -> int:
        chains = self.annotations.chain_by_id
        return sum(
            1
            for party in draft.parties()
            if party.entity is not None
            and party.entity in chains
            and chains[party.entity].schema != "Person"
        )

    def _is_fresh(self, tree: Sentence, match: Match) -> bool:
        noun = match.noun if match.noun is not None else match.head
        return any(
            tree[child].lemma.lower() in _ANOTHER
            for child in tree.children(noun, "amod", "det")
        )


def _is_own_plan(tree: Sentence, match: Match) -> bool:
    """Tell whether a meeting is what somebody had planned to have with another."""
    verb = tree[match.head].head
    if match.clause is not None or verb < 0 or tree.is_passive(verb):
        return False
    with_ = any(one.case == "with" for one in find_obliques(tree, match.head))
    return with_ and tree[verb].lemma.lower() in _PLANS


def _goes_along(tree: Sentence, match: Match, one: Oblique) -> bool:
    """Tell whether a phrase is who came along: "flew to Rome together with Lee"."""
    if one.case != "with":
        return False
    together = any(
        tree[child].text.lower() in {"together", "along"}
        for child in tree.children(match.head, "advmod")
    )
    return match.trigger.mode == "visit" or together
