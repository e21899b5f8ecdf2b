"""Statements made of attributions: who said what, to whom, through whom.

A statement is made where somebody can be named or described who said it. An
attribution that only frames another one ("A recalled that B had ordered ...") is
the relay of that other, not a statement of its own.

``content`` is one stretch of the text. Where a parenthetical cue cuts it in two
("Mali, he said, would pay"), it is the hull of both parts if each has more than
two words, else the longer part.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.extract.speech_events import make_speech_event
from dragoman.extract.statements.acts import find_condition, refine_act
from dragoman.extract.statements.attributions import read_attributions, source_stretch
from dragoman.extract.statements.reading import Attribution, Reading, Stretch
from dragoman.extract.statements.speakers import SpeakerFinder, Voices
from dragoman.model.annotation import Annotations, Quotation, Schema, TimeExpression
from dragoman.model.claim import Claim, Manner, Party, StatementClaim, Time
from dragoman.model.document import BlockKind, Document
from dragoman.model.ids import hash_id
from dragoman.model.span import Citation
from dragoman.model.syntax import Sentence

PRODUCER = "statements/1"

# Frames whose content is a whole clause, so that another statement can lie in it.
_CLAUSAL = frozenset({"clause", "according", "quote", "turn", "noun-clause"})
_INFINITE = frozenset({"inf", "obj-inf", "gerund", "noun-inf"})
_ASSERTED = frozenset({"assert", "announce", "accuse", "warn", "assess", "agree"})

# Those whom these are said of are not spoken to.
_ABOUT = frozenset({"accuse", "condemn", "praise", "deny", "reject", "assess"})
_MAX_PASSAGE = 240
_THAT = re.compile(r"that[,\s]+")
# A footnote mark at the end of a sentence: "hostages.[2]".
_NOTE = re.compile(r"\.?\[\d{0,3}\]?\.?$")
_LINKS = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "al"})
_THANKED = frozenset({"him", "her", "them"})
_EMPTY_WORDS = _THANKED | frozenset(
    {"other", "one", "same", "thing", "it", "he", "she", "they", "you", "me", "us"}
    | {"we", "i", "this", "that", "so", "himself", "herself", "themselves"}
)
_GREETING = frozenset({"welcome", "salute", "greet", "applaud", "cheer"})


@dataclass(frozen=True, slots=True)
class _Spoken:
    attribution: Attribution
    voices: Voices
    outer: int | None


class StatementsExtractor:
    """Direct, mixed and indirect statements with speaker, relay and act."""

    name = "statements"
    version = "1"
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
        self.last_content: Stretch | None = None

    def make(self) -> Iterator[tuple[StatementClaim, tuple[Party, ...]]]:
        """Yield statements, each with those against or to whom it is directed."""
        spoken = self._spoken()
        relayed = _pure_relays(spoken, self.reading.sentences)
        for index, one in enumerate(spoken):
            if not one.voices.speakers:
                continue
            if one.attribution.act is None or not self._is_asserted(spoken, one):
                continue
            contents = (
                self._beside_relayed(one.attribution)
                if index in relayed
                else self._contents(one.attribution)
            )
            for content in contents:
                claim = self._claim(spoken, one, content)
                self.last_content = content
                yield claim, self.finder.targets(one.attribution, claim.act)

    def _spoken(self) -> list[_Spoken]:
        kinds = self.document.blocks
        attributions = [
            one
            for one in read_attributions(self.reading)
            if kinds[self.reading.sentences[one.sentence].block].kind
            is not BlockKind.TITLE
        ]
        outer = _enclosing(attributions)
        return [
            _Spoken(one, self.finder.voices(one), outer[index])
            for index, one in enumerate(attributions)
        ]

    def _is_asserted(self, spoken: Sequence[_Spoken], one: _Spoken) -> bool:
        """Refuse what is said only inside a demand, a plan or a denial."""
        outer = one.outer
        while outer is not None:
            around = spoken[outer].attribution
            infinite = around.frame in _INFINITE or around.frame.endswith("-inf")
            if infinite or (around.frame in _CLAUSAL and around.act not in _ASSERTED):
                return False
            outer = spoken[outer].outer
        return True

    def _via(self, spoken: Sequence[_Spoken], one: _Spoken) -> tuple[Party, ...]:
        chain: list[Party] = []
        outer = one.outer
        while outer is not None:
            around = spoken[outer]
            if around.attribution.frame in _CLAUSAL:
                chain[:0] = [*around.voices.via, *around.voices.speakers]
            outer = around.outer
        chain.extend(self.finder.relay(one.attribution))
        chain.extend(one.voices.via)
        found: list[Party] = []
        for party in chain:
            if party not in found and party not in one.voices.speakers:
                found.append(party)
        return tuple(found)

    # content

    def _contents(self, one: Attribution) -> Iterator[Stretch]:
        if one.quotations:
            for content in self._quoted(one):
                yield from self._by_act(one, content)
            return
        if one.frame == "turn":
            yield from self._by_act(one, one.content[0])
            return
        denied = self._denied(one)
        if denied is not None:
            yield denied
            return
        stretch = self._hull(one)
        stretch = self._trimmed(stretch, one.frame)
        if self._is_enough(stretch, one):
            yield stretch

    def _denied(self, one: Attribution) -> Stretch | None:
        """Return what "it" is in "the ministry denied it": what was said last."""
        if one.act not in {"deny", "reject"} or one.frame != "object":
            return None
        word = self.document.text[one.content[0][0] : one.content[0][1]].lower()
        before = self.last_content
        if word not in {"it", "this", "that"} or before is None:
            return None
        sentence = self.reading.sentences[one.sentence]
        near = sentence.start - before[1] < _MAX_PASSAGE
        return before if before[1] <= sentence.start and near else None

    def _beside_relayed(self, one: Attribution) -> Iterator[Stretch]:
        """Keep what stands beside words passed on.

        "He recalled that A had promised help and that the promise stands": the
        second clause is his own.
        """
        sentence = self.reading.sentences[one.sentence]
        for child in sentence.children(one.core, "conj"):
            own = sentence.child(child, "nsubj", "nsubj:pass", "mark") is not None
            for stretch in self.reading.stretches(sentence, sentence.subtree(child)):
                inside = any(s <= stretch[0] < e for s, e in one.content)
                if own and inside:
                    yield self._trimmed(stretch, one.frame)

    def _by_act(self, one: Attribution, content: Stretch) -> Iterator[Stretch]:
        """Split direct speech where its sentences do different things.

        A threat after an assurance is a statement of its own; sentences of one
        act stay together.
        """
        groups: list[tuple[str, int, int]] = []
        for start, end in self._sentences(content):
            part = (start, end)
            condition = find_condition(self.reading, part)
            act = refine_act(
                self.reading,
                one.act or "assert",
                one.frame,
                part,
                condition,
                self._cue_lemma(one),
            )
            if groups and groups[-1][0] == act:
                groups[-1] = (act, groups[-1][1], end)
            else:
                groups.append((act, start, end))
        for _, start, end in groups:
            yield start, end

    def _sentences(self, content: Stretch) -> Iterator[Stretch]:
        index = self.annotations.sentence_at(content[0])
        sentences = self.reading.sentences
        while index is not None and index < len(sentences):
            sentence = sentences[index]
            if sentence.start >= content[1]:
                return
            start, end = max(sentence.start, content[0]), min(sentence.end, content[1])
            if any(c.isalnum() for c in self.document.text[start:end]):
                yield start, end
            index += 1

    def _quoted(self, one: Attribution) -> Iterator[Stretch]:
        text = self.document.text
        run: list[Stretch] = []
        for quotation in one.quotations:
            if run:
                open_end = text[run[-1][1] - 1] not in ".?!…"
                goes_on = open_end and text[quotation.start].islower()
                if not goes_on:
                    yield self._trimmed((run[0][0], run[-1][1]), "quote")
                    run = []
            run.append((quotation.start, quotation.end))
        if run:
            yield self._trimmed((run[0][0], run[-1][1]), "quote")

    def _hull(self, one: Attribution) -> Stretch:
        parts = one.content
        if len(parts) == 1:
            return parts[0]
        text = self.document.text
        gap = sum(right[0] - left[1] for left, right in pairwise(parts))
        enough = all(len(text[start:end].split()) > 2 for start, end in parts)
        if len(parts) == 2 and enough and gap <= 120:
            return parts[0][0], parts[-1][1]
        return max(parts, key=lambda part: part[1] - part[0])

    def _trimmed(self, stretch: Stretch, frame: str) -> Stretch:
        text = self.document.text
        start, end = stretch
        that = _THAT.match(text, start, end)
        if that is not None and frame in {"clause", "noun-clause", "according"}:
            start = that.end()
        note = _NOTE.search(text, start, end)
        if note is not None:
            end = note.start()
        quotation = self.reading.quotation_at(start + 1)
        if (
            quotation is not None
            and start == quotation.outer_start
            and end >= quotation.end
            and end <= quotation.outer_end
        ):
            start, end = quotation.start, quotation.end
        while start < end and text[start] in " ,;:\n\t":
            start += 1
        while end > start and text[end - 1] in " ,;:\n\t":
            end -= 1
        return start, end

    def _is_enough(self, stretch: Stretch, one: Attribution) -> bool:
        words = self.document.text[stretch[0] : stretch[1]].split()
        if words and words[-1].lower() in _EMPTY_WORDS and len(words) < 3:
            return one.act == "thank" and words[-1].lower() in _THANKED
        if self._is_greeting(one):
            return False
        if one.frame in _CLAUSAL or one.frame == "as":
            return len(words) >= 2
        return len(words) >= 2 or bool(words and not words[0].islower())

    def _is_greeting(self, one: Attribution) -> bool:
        """Tell "welcomed the guests", which receives them, from praise."""
        if one.frame != "object" or self._cue_lemma(one) not in _GREETING:
            return False
        mention = self.annotations.mention_headed(one.sentence, one.core)
        return mention is not None and mention.schema is Schema.PERSON

    def _cue_lemma(self, one: Attribution) -> str:
        if one.cue < 0:
            return ""
        return self.reading.sentences[one.sentence][one.cue].lemma.lower()

    # the claim

    def _claim(
        self, spoken: Sequence[_Spoken], one: _Spoken, content: Stretch
    ) -> StatementClaim:
        attribution = one.attribution
        condition = find_condition(self.reading, content)
        act = refine_act(
            self.reading,
            attribution.act or "assert",
            attribution.frame,
            content,
            condition,
            self._cue_lemma(attribution),
        )
        citations = self._citations(attribution, content)
        text = self.document.text
        via = self._via(spoken, one)
        addressees: tuple[Party, ...] = ()
        if not (act in _ABOUT and attribution.frame.startswith(("obj", "as"))):
            addressees = tuple(
                party
                for party in self.finder.addressees(attribution)
                if party not in one.voices.speakers
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

    def _manner(self, one: Attribution, content: Stretch) -> Manner:
        if one.frame in {"quote", "turn"}:
            return Manner.DIRECT
        text = self.document.text
        quoted = plain = 0
        for offset in range(*content):
            if text[offset].isalnum():
                quotation = self.reading.quotation_at(offset)
                if quotation is None or self._is_name(quotation):
                    plain += 1
                else:
                    quoted += 1
        if not quoted:
            return Manner.INDIRECT
        return Manner.MIXED if plain else Manner.DIRECT

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
        if apart and end - start <= _MAX_PASSAGE:
            return start, end
        return one.cue_span

    def _time(self, one: Attribution, content: Stretch) -> Time | None:
        if one.cue < 0:
            return None
        sentence = self.reading.sentences[one.sentence]
        for expression in self.annotations.times_in(sentence.start, sentence.end):
            if self._is_time_of(one, expression, content):
                return expression.time
        return None

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
            if token.upos == "VERB" and token.deprel not in {"conj", "xcomp"}:
                return False
            current = token.head
        return False


def _enclosing(attributions: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution the smallest one whose content holds its cue."""
    by_sentence: dict[int, list[int]] = {}
    for index, one in enumerate(attributions):
        by_sentence.setdefault(one.sentence, []).append(index)
    turns = [n for n, one in enumerate(attributions) if one.frame == "turn"]
    found: list[int | None] = []
    for index, one in enumerate(attributions):
        best: int | None = None
        size = 0
        for other in (*by_sentence[one.sentence], *turns):
            around = attributions[other]
            if other == index or around.act is None or around.frame == "quote":
                continue
            for start, end in around.content:
                holds = start <= one.cue_span[0] < end
                around_it = holds and not _same(around, one)
                if around_it and (best is None or end - start < size):
                    best, size = other, end - start
        found.append(best)
    return found


def _same(left: Attribution, right: Attribution) -> bool:
    """Tell whether two contents hold each other's cue: neither encloses the other."""
    return any(s <= left.cue_span[0] < e for s, e in right.content)


def _pure_relays(spoken: Sequence[_Spoken], sentences: Sequence[Sentence]) -> set[int]:
    """Return the attributions that say nothing but what another one says."""
    dropped: set[int] = set()
    for one in spoken:
        inner = one.attribution
        if one.outer is None or inner.act is None:
            continue
        around = spoken[one.outer].attribution
        if not _is_core(sentences[inner.sentence], around.core, inner.cue):
            continue
        if not one.voices.speakers or inner.frame in {"inf", "object", "gerund"}:
            continue
        clausal = around.frame in _CLAUSAL and around.act in {"assert", "announce"}
        if clausal or (around.frame == "object" and around.act == "assert"):
            dropped.add(one.outer)
    return dropped


def _is_core(sentence: Sentence, core: int, cue: int) -> bool:
    """Tell whether a cue heads a content, "used to say" counted as one verb."""
    while cue >= 0 and cue != core and sentence[cue].deprel == "xcomp":
        cue = sentence[cue].head
    return cue == core
