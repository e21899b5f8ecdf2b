"""Statements made of attributions: who said what, to whom, through whom.

A statement is made where somebody can be named or described who said it. An
attribution that only frames another one ("A recalled that B had ordered ...") is
the relay of that other, not a statement of its own.

``content`` is one stretch of the text. Where a parenthetical cue cuts it in two
("The state, he said, would pay"), it is the hull of both parts if each has two
words or more, else the longer part.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from dragoman.extract.parties import QUESTIONER
from dragoman.extract.statements.acts import refine_act
from dragoman.extract.statements.addressed import answers, is_faced
from dragoman.extract.statements.attributions import read_attributions, source_stretch
from dragoman.extract.statements.bodies import Voices
from dragoman.extract.statements.conditions import find_condition
from dragoman.extract.statements.contents import Contents
from dragoman.extract.statements.cues import Cues, find_enclosing
from dragoman.extract.statements.occasions import ISSUED, OCCASIONS
from dragoman.extract.statements.outlets import is_asked
from dragoman.extract.statements.reading import (
    CLAUSAL,
    MAX_PASSAGE,
    Attribution,
    Reading,
    Stretch,
    cue_lemma,
)
from dragoman.extract.statements.speakers import SpeakerFinder
from dragoman.extract.statements.speech_events import make_speech_event
from dragoman.extract.statements.unsaid import (
    follows_question,
    is_flatly_denied,
    is_of_nobody,
    is_torn,
    without_aside,
)
from dragoman.model.annotation import Annotations, Quotation, TimeExpression
from dragoman.model.claim import Claim, Manner, Party, StatementClaim, Time
from dragoman.model.document import BlockKind, Document
from dragoman.model.edtf import find_bounds
from dragoman.model.ids import hash_id
from dragoman.model.pulse import beat
from dragoman.model.span import Citation
from dragoman.model.syntax import Sentence
from dragoman.text.names import SMALL_WORDS

PRODUCER = "statements/1"

_INFINITE = frozenset({"inf", "obj-inf", "gerund", "noun-inf"})
_ASSERTED = frozenset({"assert", "announce", "accuse", "warn", "assess", "agree"})

# "He said they had asked about the raid" tells more than what they asked about.
_WEAK = frozenset({"inf", "object", "gerund", "about"})
_OWN_MIND = frozenset({"assert", "assess"})
# Those whom these are said of are not spoken to.
_ABOUT = frozenset({"accuse", "condemn", "praise", "deny", "reject", "assess"})
_DESCRIBING = frozenset({"describe", "portray", "depict", "compare", "liken"})
# How many sentences lie between words and the answer to them, at most.
_NEAR = 2
# Frames whose addressee only hears it; acts that are about somebody else.
_HEARD = frozenset({"clause", "quote", "turn"})
_OF_OTHERS = frozenset({"accuse", "condemn"})
# How old a time behind the words may be and still be when they were said.
_RECENT = timedelta(days=8)
_LONG = timedelta(days=366)
_QUESTION = re.compile(
    r"(?:if|whether|what|who|whom|when|where|why|how)\b|.*\?\W*$", re.IGNORECASE
)
_LINKS = SMALL_WORDS | {"al"}


@dataclass(frozen=True, slots=True)
class _Spoken:
    attribution: Attribution
    voices: Voices
    outer: int | None


class StatementsExtractor:
    """Direct, mixed and indirect statements with speaker, relay and act."""

    name = "statements"
    version = "5"
    requires = frozenset({"sentences", "quotations", "mentions"})
    provides = frozenset({"statements"})

    def extract(
        self,
        document: Document,
        annotations: Annotations,
        claims: Sequence[Claim],  # noqa: ARG002 - part of the protocol
    ) -> Iterable[Claim]:
        """Yield the statements of a document, each passage once."""
        seen: set[tuple[Stretch, tuple[Party, ...]]] = set()
        for claim, targets in _Statements(document, annotations).make():
            span = claim.citations[0].span
            key = ((span.start, span.end), claim.speakers)
            if key in seen:
                continue
            seen.add(key)
            event = make_speech_event(claim, targets)
            if event is None:
                yield claim
            else:
                yield event
                yield replace(claim, event=event.id)


class _Statements:
    """The statements of one document."""

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self.document = document
        self.annotations = annotations
        self.reading = Reading(document, annotations)
        self.finder = SpeakerFinder(self.reading)
        self.contents = Contents(self.reading)
        self.cues = Cues((), ())

    def make(self) -> Iterator[tuple[StatementClaim, tuple[Party, ...]]]:
        """Yield statements, each with those against or to whom it is directed."""
        spoken = self._spoken()
        relayed = _pure_relays(spoken, self.reading.sentences)
        for index, one in enumerate(spoken):
            beat(0.5 + 0.5 * index / len(spoken))
            if not one.voices.speakers:
                continue
            if one.attribution.act is None or not self._is_asserted(spoken, one):
                continue
            if self._only_frames(spoken, one) or is_of_nobody(
                self.reading, one.attribution, one.voices.speakers
            ):
                continue
            relays = one.voices.via or one.outer is not None
            if relays and is_flatly_denied(self.reading, one.attribution.sentence):
                continue
            if index in relayed:
                self.contents.note(one.attribution)
            contents = (
                self.contents.beside_relayed(one.attribution)
                if index in relayed
                else self.contents.of(one.attribution, self._told_better(spoken, one))
            )
            for whole in contents:
                content = without_aside(self.document.text, whole)
                if is_torn(self.reading, one.attribution, content):
                    continue
                claim = self._claim(spoken, one, content)
                self.contents.last = content
                yield claim, self._targets(one.attribution, claim)

    def _told_better(self, spoken: Sequence[_Spoken], turn: _Spoken) -> frozenset[int]:
        """Return sentences of a turn in which its speaker reports his own act.

        "The front calls on the people to stay calm", in a communiqué of the front.
        """
        if turn.attribution.frame != "turn" or turn.attribution.act == "request":
            return frozenset()
        inside = self.cues.within(*turn.attribution.content[0])
        return frozenset(
            one.attribution.sentence
            for one in map(spoken.__getitem__, inside)
            if one.attribution.frame != "turn"
            and one.attribution.act not in {None, "assert"}
            and one.voices.speakers == turn.voices.speakers
            and not one.voices.via
        )

    def _targets(self, one: Attribution, claim: StatementClaim) -> tuple[Party, ...]:
        """Return against whom words are directed; who only hears them is no target."""
        heard = claim.act in _OF_OTHERS and one.frame in _HEARD
        asked = claim.act == "request" and one.frame in _HEARD
        # "asked her about it" is a question too
        asking = claim.act == "request" and one.frame.endswith("-about")
        if heard or asking or (asked and _QUESTION.match(claim.content)):
            return ()
        return self.finder.hearers.targets(one, claim.act)

    def _spoken(self) -> list[_Spoken]:
        kinds = self.document.blocks
        attributions = [
            one
            for one in read_attributions(self.reading)
            if kinds[self.reading.sentences[one.sentence].block].kind
            is not BlockKind.TITLE
            or self._announces(one)
        ]
        outer = find_enclosing(attributions)
        self.cues = Cues(attributions, self.reading.sentences)
        return [
            _Spoken(one, self._voices(one, outer[index]), outer[index])
            for index, one in enumerate(attributions)
        ]

    def _voices(self, one: Attribution, outer: int | None) -> Voices:
        """Return who says it; what nobody reports may be the publisher's own."""
        found = self.finder.voices(one)
        if found.speakers or outer is not None:
            return found
        return Voices(self.finder.publisher(one))

    def _announces(self, one: Attribution) -> bool:
        """Tell whether what seems a headline announces words: "She declared:"."""
        return self.document.text[self.reading.sentences[one.sentence].end - 1] == ":"

    def _only_frames(self, spoken: Sequence[_Spoken], one: _Spoken) -> bool:
        """Tell what is no statement of its own: "citing records"; of oneself.

        "They said that they regretted it": the regret is part of what they said.
        """
        attribution = one.attribution
        if attribution.cue >= 0 and attribution.frame == "object":
            cue = self.reading.sentences[attribution.sentence][attribution.cue]
            if cue.tag == "VBG" and cue.lemma in {"cite", "quote"}:
                return True
        return _is_of_himself(spoken, one)

    def _is_asserted(self, spoken: Sequence[_Spoken], one: _Spoken) -> bool:
        """Refuse what is said only inside a demand, a plan or a denial."""
        outer = one.outer
        while outer is not None:
            around = spoken[outer].attribution
            infinite = around.frame in _INFINITE or around.frame.endswith("-inf")
            asked = around.frame == "turn" and one.attribution.frame == "according"
            unsaid = around.frame in CLAUSAL and around.act not in _ASSERTED
            if infinite or (unsaid and not asked):
                return False
            outer = spoken[outer].outer
        return True

    def _via(self, spoken: Sequence[_Spoken], one: _Spoken) -> tuple[Party, ...]:
        chain: list[Party] = []
        outer = one.outer
        while outer is not None:
            around = spoken[outer]
            if around.attribution.frame in CLAUSAL:
                said = around.voices.speakers or self.finder.thing(around.attribution)
                chain[:0] = [*around.voices.via, *said]
            outer = around.outer
        chain.extend(self.finder.relay(one.attribution))
        chain.extend(one.voices.via)
        found: list[Party] = []
        for party in chain:
            if party not in (*found, *one.voices.speakers, QUESTIONER):
                found.append(party)
        return tuple(found)

    # the claim

    def _claim(
        self, spoken: Sequence[_Spoken], one: _Spoken, content: Stretch
    ) -> StatementClaim:
        attribution = one.attribution
        condition = find_condition(self.reading, content)
        act = refine_act(self.reading, attribution, content, condition)
        if act == "request" and follows_question(
            self.document.text, attribution, content
        ):
            act = "assert"
        if act == "request" and self.finder.hearers.are_under(attribution):
            act = "direct"  # "told his men to hold the bridge"
        citations = self._citations(attribution, content)
        text = self.document.text
        via = self._via(spoken, one)
        sentence = self.reading.sentences[attribution.sentence]
        about = act in _ABOUT and attribution.frame.startswith(("obj", "as"))
        about = about or cue_lemma(self.reading, attribution) in _DESCRIBING
        if about and not is_faced(sentence, attribution):
            # Those accused are spoken of; a letter has its readers all the same.
            told = self.finder.hearers.of(replace(attribution, addressees=()))
        else:
            told = self.finder.hearers.of(attribution)
        addressees = tuple(p for p in told if p not in one.voices.speakers)
        if not (addressees or about):
            addressees = self._answered(spoken, one) or self.finder.exchanges.partners(
                attribution, one.voices.speakers
            )
        words = text[content[0] : content[1]]
        return StatementClaim(
            id=hash_id("s", self.document.id, *content, *map(str, one.voices.speakers)),
            document_id=self.document.id,
            speakers=one.voices.speakers,
            via=via,
            addressees=addressees,
            manner=self._manner(attribution, content),
            act=act,
            content=words,
            condition=None if condition is None else text[condition[0] : condition[1]],
            topics=(),
            time=self._time(attribution, content),
            event=None,
            outlet=one.voices.outlet,
            citations=citations,
            producer=PRODUCER,
        )

    def _answered(self, spoken: Sequence[_Spoken], one: _Spoken) -> tuple[Party, ...]:
        """Return who is answered: whoever spoke right before, if it was another."""
        attribution = one.attribution
        if attribution.cue < 0 or one.outer is not None:
            return ()
        sentence = self.reading.sentences[attribution.sentence]
        answering = answers(sentence, attribution)
        place = attribution.cue_span[0]
        first = attribution.sentence - _NEAR
        before = [
            other
            for other in map(spoken.__getitem__, self.cues.near(first, place))
            if first <= other.attribution.sentence
            and other.attribution.act is not None
            and other.attribution.frame != "according"
            and other.outer is None
            and other.voices.speakers
        ]
        if not before or before[-1].voices.speakers == one.voices.speakers:
            return ()
        near = self.reading.sentences[max(attribution.sentence - 1, 0)]
        if before[-1].attribution.cue_span[0] < near.start and is_asked(near, sentence):
            return ()
        asked = answering or self._is_question(before[-1].attribution, attribution)
        return before[-1].voices.speakers if asked else ()

    def _is_question(self, asked: Attribution, one: Attribution) -> bool:
        """Tell whether words answer a question: "“Is it over?” she asked. “No.”"."""
        if asked.act != "request" or one.frame not in _HEARD:
            return False
        sentences = self.reading.sentences
        near = asked.sentence in {one.sentence - 1, one.sentence}
        start, end = asked.content[0]
        words = self.document.text[start:end].strip("“”\"‘’'")
        return (
            near
            and sentences[asked.sentence].block == sentences[one.sentence].block
            and _QUESTION.match(words) is not None
        )

    def _manner(self, one: Attribution, content: Stretch) -> Manner:
        if one.frame in {"quote", "turn"}:
            return Manner.DIRECT
        if one.inside:
            return Manner.INDIRECT  # the marks are of another's words
        start, end = content
        quoted = plain = False
        for quotation in self.reading.quotations_in(start, end):
            first, last = max(start, quotation.outer_start), min(end, quotation.end)
            if first >= last:
                continue
            name = self._is_name(quotation)
            quoted = quoted or (not name and self._has_words(first, last))
            plain = plain or self._has_words(start, last if name else first)
            start = last
        if not quoted:
            return Manner.INDIRECT
        plain = plain or self._has_words(start, end)
        return Manner.MIXED if plain else Manner.DIRECT

    def _has_words(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self.document.text[start:end]))

    def _is_name(self, quotation: Quotation) -> bool:
        """Tell the name of a thing ("Granite Shield") from words of a speaker."""
        words = self.document.text[quotation.start : quotation.end].split()
        return len(words) <= 5 and all(
            word[0].isupper() or not word[0].isalpha() or word in _LINKS
            for word in words
        )

    def _citations(self, one: Attribution, content: Stretch) -> tuple[Citation, ...]:
        cue = self._cue_passage(one, content)
        found = [self.document.cite(*content)]
        if cue != content:
            found.append(self.document.cite(*cue))
        return tuple(found)

    def _cue_passage(self, one: Attribution, content: Stretch) -> Stretch:
        if one.source is None or one.source_sentence != one.sentence:
            return one.cue_span
        source = source_stretch(self.reading, one.source_sentence, one.source)
        start = min(source[0], one.cue_span[0])
        end = max(source[1], one.cue_span[1])
        apart = end <= content[0] or content[1] <= start
        if apart and end - start <= MAX_PASSAGE:
            return start, end
        return one.cue_span

    def _time(self, one: Attribution, content: Stretch) -> Time | None:
        if one.cue < 0:
            return None
        sentence = self.reading.sentences[one.sentence]
        for expression in self.annotations.times_in(sentence.start, sentence.end):
            if self._is_time_of(one, expression, content):
                behind = expression.start >= content[1] > content[0]
                return self._not_of_content(expression.time, behind=behind)
        return None

    def _not_of_content(self, time: Time | None, *, behind: bool) -> Time | None:
        """Return the time unless it must be of what was told, not of the telling.

        "announced a congress in Lima on 20 June", "claimed the attack on 28 May": the
        parse may hang them on the verb, but nobody speaks after the report, and
        behind the words only a day of the last week is when they were said.
        """
        bounds = None if time is None else find_bounds(time.value)
        if bounds is None or self.document.published is None:
            return time
        published = find_bounds(self.document.published)
        if published is None:
            return time
        late = bounds[0] > published[1]
        old = behind and bounds[1] < published[0] - _RECENT
        long = bounds[1] - bounds[0] > _LONG  # a term of office, not a speech
        return None if late or old or long else time

    def _is_time_of(
        self, one: Attribution, expression: TimeExpression, content: Stretch
    ) -> bool:
        if expression.kind not in {"DATE", "TIME"}:
            return False
        if any(s <= expression.start < e for s, e in (*one.content, content)):
            return False
        sentence = self.reading.sentences[one.sentence]
        current = sentence.token_at(expression.start)
        for _ in range(8):
            if current is None or current < 0:
                return False
            if current == one.cue:
                return True
            token = sentence[current]
            if token.deprel == "appos":
                return False  # "Ruiz, minister from 2010 to 2014, said"
            open_verb = token.deprel in {"conj", "xcomp"}
            if token.upos == "VERB" and not (
                open_verb or _is_issued(sentence, current)
            ):
                return False
            current = token.head
        return False


def _is_issued(sentence: Sentence, verb: int) -> bool:
    """Tell "said in a letter sent on 3 May", when it was said, from other clauses."""
    token = sentence[verb]
    return (
        token.deprel == "acl"
        and token.lemma in ISSUED
        and sentence[token.head].lemma.lower() in OCCASIONS
    )


def _is_of_himself(spoken: Sequence[_Spoken], one: _Spoken) -> bool:
    """Tell what somebody reports of his own mind: "they said they regretted it"."""
    if one.outer is None or one.attribution.act not in _OWN_MIND:
        return False
    told = one.attribution.addressees or one.voices.via
    return spoken[one.outer].voices.speakers == one.voices.speakers and not told


def _pure_relays(spoken: Sequence[_Spoken], sentences: Sequence[Sentence]) -> set[int]:
    """Return the attributions that say nothing but what another one says."""
    dropped: set[int] = set()
    for one in spoken:
        inner = one.attribution
        if one.outer is None or inner.act is None:
            continue
        around = spoken[one.outer].attribution
        told_by = inner.frame == "according" and inner.core == around.core >= 0
        if not told_by and not _is_core(
            sentences[inner.sentence], around.core, inner.cue
        ):
            continue
        if not one.voices.speakers or inner.frame in _WEAK:
            continue
        if _is_of_himself(spoken, one):
            # "She said she had complained about the noise": it is what she said.
            continue
        clausal = around.frame in CLAUSAL and around.act in {"assert", "announce"}
        if clausal or (around.frame == "object" and around.act == "assert"):
            dropped.add(one.outer)
    return dropped


def _is_core(sentence: Sentence, core: int, cue: int) -> bool:
    """Tell whether a cue heads a content, "used to say" counted as one verb."""
    while cue >= 0 and cue != core and sentence[cue].deprel == "xcomp":
        cue = sentence[cue].head
    return cue == core >= 0
