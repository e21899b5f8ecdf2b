"""Acts by words that only their statement tells: "asked the miners to leave".

A demand, a threat, a rejection or praise is an event between who speaks and whom it is
aimed at, in whatever words it is put. Statements that no trigger has told as an event
become one here, if the other side is known: who is addressed, or the first party named
in what is said.
"""

from collections.abc import Iterator, Sequence

from dragoman.extract.clauses.clause import find_subjects, read_clause
from dragoman.extract.events.draft import Draft, Filled
from dragoman.extract.events.senses.figurative import asks_nothing
from dragoman.extract.events.sentence.aims import (
    AimReader,
    asks_somebody,
    is_beside,
    is_to_be_done,
)
from dragoman.extract.events.sentence.reading import SentenceReader
from dragoman.extract.events.triggers.triggers import Match, is_carried_out
from dragoman.extract.statements.speech_events import PUT_AS
from dragoman.model.claim import (
    Claim,
    EventClaim,
    Manner,
    Modality,
    Participant,
    Party,
    StatementClaim,
)
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import Trigger

# What is told to somebody and what is said of somebody are aimed differently.
_TOLD = frozenset({"demand", "request", "direct", "threaten"})
_ACTS = _TOLD | {"reject", "praise", "thank"}
_PARTS = frozenset({"nmod:poss", "compound", "amod", "flat"})
_OWN = frozenset({"its", "their", "his", "her", "my", "our"})
_CHARGED = frozenset({"accuse", "suspect", "charge", "convict"})
_PLEAS = frozenset({"guilty", "innocent"})  # "pleaded guilty"
# Whoever is to be freed is not who is asked: "wants Lee to be freed".
_WISHING = frozenset(
    {"call", "demand", "insist", "press", "push", "want", "appeal", "order", "require"}
)
_ASKING = frozenset({"whether", "who", "what", "why", "how", "when", "where", "if"})


class SpokenActs:
    """Makes drafts of events from the statements of one document."""

    def __init__(self, reader: SentenceReader) -> None:
        self._reader = reader
        self._aims = AimReader(reader.settings)
        self._people = reader.ontology.words["people"]
        self._reporters = reader.ontology.words["reporters"]

    def read(
        self,
        claims: Sequence[Claim],
        events: Sequence[EventClaim],
        drafts: Sequence[Draft],
    ) -> Iterator[Draft]:
        """Yield the events that statements are and that no other claim tells.

        Args:
            claims: Claims of the document, statements among them.
            events: Its events so far.
            drafts: What they were made of.
        """
        heads = {(draft.sentence, draft.head) for draft in drafts}
        told = [claim for claim in claims if isinstance(claim, EventClaim)]
        sentence_at = self._reader.annotations.sentence_at
        known = {
            (event.type, sentence_at(citation.span.start))
            for event in (*events, *told)
            for citation in event.citations
        }
        for claim in claims:
            if not isinstance(claim, StatementClaim) or claim.event is not None:
                continue
            if claim.act not in _ACTS or claim.via or not claim.speakers:
                continue
            draft = self._read(claim)
            if draft is None or (draft.sentence, draft.head) in heads:
                continue  # "called for sanctions": the same words tell a threat
            if (draft.type, draft.sentence) not in known:
                known.add((draft.type, draft.sentence))
                yield draft

    def _read(self, claim: StatementClaim) -> Draft | None:
        annotations = self._reader.annotations
        span = claim.citations[-1].span
        sentence = annotations.sentence_at(span.start)
        if sentence is None:
            return None
        tree = annotations.sentences[sentence]
        cue = _find_cue(tree, span.start, span.end)
        if cue is None or (tree[cue].deprel == "acl" and tree[cue].tag == "VBN"):
            return None  # "men suspected by the police": told by the way
        if tree[cue].lemma in _CHARGED:
            return None  # "is accused of ordering": whoever accuses him says so
        kind = PUT_AS[claim.act]
        filled = self._fill(claim, sentence, cue)
        if filled is None or _is_empty(tree, cue, kind):
            return None
        filled.tokens = [(token, "actor") for token in find_subjects(tree, cue)]
        frame = self._reader.ontology.frames["word"]
        lemma = tree[cue].lemma.lower()
        match = Match(
            Trigger(kind, None, frame, lemma, lemma), cue, read_clause(tree, cue)
        )
        # "Should anybody oppose": not simply told; "opposes" is a stance that is.
        modality = self._reader.modality.read(tree, match).modality or Modality.ASSERTED
        settings = self._reader.settings
        return Draft(
            type=kind,
            mode=None,
            participants=list[Participant](filled.participants),
            modality=modality,
            sentence=sentence,
            block=tree.block,
            head=cue,
            lemma=lemma,
            place=settings.place(sentence, match, filled),
            time=claim.time or settings.time(sentence, match),
            attribution=[],
            spans=[(tree.start, tree.end)],
            verbal=True,
        )

    def _fill(self, claim: StatementClaim, sentence: int, cue: int) -> Filled | None:
        """Return both sides; of whom it is asked that somebody be freed is open."""
        tree = self._reader.annotations.sentences[sentence]
        asked = asks_somebody(tree, cue)
        targets = self._targets(claim, asked=asked)
        if asked and not targets:  # "wants diplomats to meet his son"
            targets = tuple(
                party
                for token in tree.children(cue, "obj", "iobj")
                for party in self._aims.aimed_at(sentence, token)
                if not self._hears(party)
            )
        needs = {"actor", "recipient"}
        told = tree.child(cue, "nsubj:pass")
        if told is not None and tree.child(cue, "xcomp") is not None:
            targets = self._aims.aimed_at(sentence, told)  # "the court was asked to"
        elif tree[cue].lemma.lower() in _WISHING and any(
            is_to_be_done(tree, one) for one in tree.children(cue, "xcomp", "ccomp")
        ):
            targets, needs = (), {"actor"}
        filled = Filled()
        for part, parties in (("actor", claim.speakers), ("recipient", targets)):
            for party in parties:
                filled.add(party, part)
        parts = {one.part for one in filled.participants}
        return filled if parts == needs else None

    def _targets(self, claim: StatementClaim, *, asked: bool) -> tuple[Party, ...]:
        """Return at whom words are aimed.

        Reporters only hear them, and one's own people are no other side.
        """
        if claim.act in _TOLD:
            first = _first_word(claim.content)
            if claim.content.endswith("?") or first in _ASKING | _PLEAS:
                return ()
            faced = tuple(one for one in claim.addressees if not self._hears(one))
            own = any(_first_word(one.name) in _OWN for one in claim.addressees)
            if faced or own or asked or self._is_command(claim):
                return faced
        return self._named_in(claim)

    def _is_command(self, claim: StatementClaim) -> bool:
        """Tell "Tell that to the miners", which is meant for whoever hears it."""
        start = claim.citations[0].span.start
        sentence = self._reader.annotations.sentence_at(start)
        if sentence is None or claim.manner is not Manner.DIRECT:
            return False
        tree = self._reader.annotations.sentences[sentence]
        first = next((token for token in tree.tokens if token.start >= start), None)
        return first is not None and first.tag == "VB"

    def _hears(self, party: Party) -> bool:
        return _first_word(party.name) in _OWN or any(
            word.rstrip("s") in self._reporters for word in party.name.lower().split()
        )

    def _named_in(self, claim: StatementClaim) -> tuple[Party, ...]:
        """Return the first party in what is said that is not its speaker."""
        span = claim.citations[0].span
        annotations = self._reader.annotations
        sentence = annotations.sentence_at(span.start)
        if sentence is None:
            return ()
        tree = annotations.sentences[sentence]
        for token in range(len(tree)):
            inside = span.start <= tree[token].start < span.end
            if not inside or self._is_part(sentence, token):
                continue
            aside = is_beside(tree, token, self._people)
            aside = aside or tree.case_of(token) == "without"
            for party in () if aside else self._aims.aimed_at(sentence, token):
                if party not in claim.speakers:
                    return (party,)
        return ()

    def _is_part(self, sentence: int, token: int) -> bool:
        """Tell whether a word only tells which party: "Chad's president"."""
        tree = self._reader.annotations.sentences[sentence]
        above = tree[token].head
        return (
            tree[token].deprel in _PARTS
            and above >= 0
            and bool(self._aims.aimed_at(sentence, above))
        )


def _is_empty(tree: Sentence, cue: int, kind: str) -> bool:
    """Tell whether words ask or refuse nothing: "wants it back", "contests Ohio"."""
    if kind == "REJECT" and tree[cue].lemma == "contest":
        return any(tree[one].upos == "PROPN" for one in tree.children(cue, "obj"))
    return kind == "REQUEST" and (is_carried_out(tree, cue) or asks_nothing(tree, cue))


def _first_word(text: str) -> str:
    return text.strip().lower().partition(" ")[0]


def _find_cue(tree: Sentence, start: int, end: int) -> int | None:
    """Return the word of saying among those that tell who speaks."""
    inside = [i for i in range(len(tree)) if start <= tree[i].start < end]
    verbs = [i for i in inside if tree[i].upos == "VERB"]
    tops = [i for i in verbs if tree[i].head not in verbs]
    # "flew to Gao and asked": it is the last one that tells what is said
    tops += [i for i in verbs if tree[i].deprel == "conj" and tree[i].head in tops]
    return max(tops, default=None)
