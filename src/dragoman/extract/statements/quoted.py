"""Direct speech: from a quotation to the cue that says whose words they are."""

from dragoman.extract.statements.frames import frames_of
from dragoman.extract.statements.quoted_cues import QuoteCues
from dragoman.extract.statements.reading import Attribution, Reading, Stretch
from dragoman.extract.statements.said import is_said
from dragoman.extract.statements.sources import (
    QUOTING,
    source_of,
    subject_of_participle,
)
from dragoman.extract.statements.unverbed import (
    find_answer,
    find_behind_colon,
    find_right_before,
    find_signed,
    find_subject,
    is_whole,
)
from dragoman.model.annotation import Quotation, Schema
from dragoman.model.syntax import FINITE, OBJECTS, PAST, Sentence, Token
from dragoman.text.calendar_names import CALENDAR

_QUOTING = frozenset({"quote", "cite"})
_PREMISES = frozenset({"if", "unless", "should", "when", "until", "once"})
_NAMING = frozenset({"PROPN", "NOUN", "PRON"})
_TELLING = frozenset({"clause", "inf", "according"})
_STOPS = ".?!…"
_MARKS = "“”\"'’‘»« \n"
# Between a quotation and whose words came last: so many sentences and words at most.
_SCRAPS = 3
_SCRAP = 5
# "His mate nodded.": a sentence so short tells what is done while speaking.
_BEAT = 10


class QuotedSpeech:
    """Assigns quotations to speakers while a document is read from the top."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.cues = QuoteCues(reading)
        self.last: Attribution | None = None
        self.last_quotation: Quotation | None = None

    def assign(
        self, quotation: Quotation, found: list[Attribution]
    ) -> Attribution | None:
        """Return the attribution of a quotation, ``None`` if it is no direct speech.

        An attribution that the quotation merely continues is taken out of
        ``found`` and returned with the quotation added.
        """
        reading = self.reading
        sentences = reading.sentences_of(quotation)
        continues = self._continues()
        signed = find_signed(reading, quotation) or find_answer(reading, quotation)
        if signed is not None:
            self.last, self.last_quotation = None, None
            return signed
        cue = None if continues else self.cues.find(quotation, sentences, self.last)
        announced = None
        if cue is None and not continues:
            announced = find_behind_colon(self.reading, quotation, sentences[0])
        if announced is not None:
            self.last, self.last_quotation = announced, quotation
            return announced
        attribution: Attribution | None = None
        if cue is not None:
            attribution = self._with_cue(quotation, cue, found)
        elif continues or self._stands_alone(quotation, sentences):
            attribution = self._carry_over(quotation, sentences, found)
            if attribution is None:
                attribution = find_right_before(self.reading, quotation, sentences[0])
        if attribution is not None:
            said = attribution.act is not None
            self.last = attribution if said else None
            self.last_quotation = quotation if said else None
        return attribution

    def _continues(self) -> bool:
        before = self.last_quotation
        return before is not None and before.balanced and before.outer_end == before.end

    def _with_cue(
        self, quotation: Quotation, cue: tuple[int, int], found: list[Attribution]
    ) -> Attribution | None:
        index, verb = cue
        verb = _said_as(self.reading.sentences[index], verb)
        cue = index, verb
        for place in range(len(found) - 1, max(len(found) - 6, -1), -1):
            one = found[place]
            if (one.sentence, one.cue) == cue and one.frame == "quote":
                del found[place]
                return _extended(one, quotation)
        sentence = self.reading.sentences[index]
        frames = frames_of(self.reading, sentence, verb)
        # A verb of no speech behind a quotation is one all the same.
        act = "assert" if frames is None else frames.get("clause", "assert")
        if sentence[verb].tag == "VB" and not is_said(
            sentence, verb, self.reading.lexicon
        ):
            act = None  # "anybody would ask: “Why?”"
        source = self._quoted_one(sentence, verb, quotation)
        if source is None:
            source = self._source(sentence, verb)
        lead = self._lead(quotation, sentence, verb)
        premise = self._premise(quotation, sentence, verb)
        if premise is not None:
            return Attribution(
                sentence=index,
                cue=verb,
                cue_span=(sentence[verb].start, sentence[verb].end),
                source=source,
                source_sentence=index,
                content=(premise, _outer(quotation)),
                frame="clause",
                act=act,
            )
        if lead is not None:
            return Attribution(
                sentence=index,
                cue=verb,
                cue_span=(sentence[verb].start, sentence[verb].end),
                source=source,
                source_sentence=index,
                content=((lead, quotation.outer_end),),
                frame="clause",
                act=act,
                core=next(iter(sentence.children(verb, "ccomp")), -1),
                addressees=self._addressees(sentence, verb, source),
            )
        return Attribution(
            sentence=index,
            cue=verb,
            cue_span=(sentence[verb].start, sentence[verb].end),
            source=source,
            source_sentence=index,
            content=(_outer(quotation),),
            frame="quote",
            act=act,
            addressees=self._addressees(sentence, verb, source),
            quotations=(quotation,),
        )

    def _quoted_one(
        self, sentence: Sentence, verb: int, quotation: Quotation
    ) -> int | None:
        """Return Ruiz of 'The daily quotes Ana Ruiz: “No.”'."""
        if sentence[verb].lemma not in QUOTING or sentence.is_passive(verb):
            return None
        for child in sentence.children(verb, "obj"):
            word = sentence[child]
            person = word.entity.endswith("PERSON") or (
                word.lemma.lower() in self.reading.lexicon.speakers
            )
            if verb < child and word.end <= quotation.outer_start and person:
                return child
        return None

    def _premise(
        self, quotation: Quotation, sentence: Sentence, verb: int
    ) -> Stretch | None:
        """Return a condition before the cue: 'If no answer comes, she said, "..."'."""
        if sentence[verb].start > quotation.outer_start:
            return None
        if sentence[0].text.lower() not in _PREMISES:
            return None
        commas = [i for i in range(verb) if sentence[i].text == ","]
        if not commas or sentence[0].deprel not in {"mark", "advmod", "aux"}:
            return None
        if any(sentence[i].tag in PAST for i in range(commas[-1])):
            # "When reporters asked, she said": what had happened is no premise.
            return None
        return sentence[0].start, sentence[commas[-1]].start

    def _lead(self, quotation: Quotation, sentence: Sentence, verb: int) -> int | None:
        """Return where a sentence begins that ends in the quotation before its cue.

        "Taxing it ''is a misguided approach,'' said Ng": all of it is content.
        """
        if sentence[verb].start < quotation.end:
            return None
        first = sentence[0]
        if first.upos == "CCONJ" and len(sentence) > 1:
            first = sentence[1]
        if first.start >= quotation.outer_start:
            return None
        before = [t for t in sentence if t.end <= quotation.outer_start]
        if before and before[-1].text == ":":
            return None
        if self._is_answered(before):
            return None
        if self._is_reported(sentence, verb, len(before)):
            return None
        return first.start if any(t.upos != "PUNCT" for t in before) else None

    def _is_answered(self, before: list[Token]) -> bool:
        """Tell 'Ruiz said “no,” but it “is due,” said Tal': the first has its cue.

        'Both the “fox” and the hen are “at home,” said Tal' has one cue for all.
        """
        quoted = [t for t in before if self.reading.quotation_at(t.start) is not None]
        if not quoted:
            return False
        plain = [t for t in before if self.reading.quotation_at(t.start) is None]
        first = quoted[0].start == before[0].start
        verbs = self.reading.lexicon.verbs
        spoken = any(t.upos == "VERB" and t.lemma.lower() in verbs for t in plain)
        return first or spoken

    def _is_reported(self, sentence: Sentence, verb: int, quoted: int) -> bool:
        """Tell 'Ruiz said that it "is over," she said': reported before its cue."""
        for place in range(quoted):
            if sentence[place].upos != "VERB" or place == verb:
                continue
            clause = sentence.child(place, "ccomp")
            frames = frames_of(self.reading, sentence, place)
            if clause is None or frames is None or frames.get("clause") is None:
                continue
            if sentence.child(place, "nsubj") is not None and clause > place:
                return True
        return False

    def _source(self, sentence: Sentence, verb: int) -> int | None:
        """Find who speaks, passing over subjects that stand inside a quotation."""
        quoted = self.reading.quotation_at
        subjects = sentence.children(verb, "nsubj")
        # Of two before the cue the nearer one speaks.
        for child in sorted(subjects, key=lambda child: (child > verb, -child)):
            word = sentence[child]
            relative = word.tag in {"WP", "WDT"}
            dated = word.entity.endswith(("DATE", "TIME")) or word.text in CALENDAR
            nominal = word.upos in {"PROPN", "NOUN", "PRON", "NUM", "DET", "ADJ"}
            outside = quoted(word.start) is None
            phrase = sentence.case_of(child) in {"by", "of", "from", "for"}
            if outside and nominal and not (relative or dated or phrase):
                return child
        if sentence[verb].tag == "NNS":
            return verb - 1
        if sentence[verb].tag == "VBN" and sentence[verb].deprel == "acl":
            return sentence[verb].head
        source = subject_of_participle(sentence, verb)
        if source is None:
            source = source_of(sentence, verb)
        outside = source is not None and quoted(sentence[source].start) is None
        if source is not None and outside and sentence[source].text not in CALENDAR:
            return source
        return self._named_near(sentence, verb)

    def _named_near(self, sentence: Sentence, verb: int) -> int | None:
        """Find who stands between the quotation and its cue, or behind the cue."""
        start = verb
        while (
            start > 0 and self.reading.quotation_at(sentence[start - 1].start) is None
        ):
            start -= 1
        named = [
            place for place in range(start, verb) if sentence[place].upos in _NAMING
        ]
        if named and start > 0:
            return sentence.head_of(sentence[named[0]].start, sentence[named[0]].end)
        for place in range(verb + 1, min(verb + 6, len(sentence))):
            token = sentence[place]
            if self.reading.quotation_at(token.start) is not None:
                break
            nominal = token.upos in _NAMING and token.text not in CALENDAR
            if nominal and token.deprel not in {"compound", "nmod:poss"}:
                return place
        # "Ruling party spokesman Omar Karam speaking in Lima said:", badly parsed.
        persons = [i for i in named if sentence[i].entity.endswith("PERSON")]
        if not persons:
            return None
        last = persons[-1]
        return sentence.head_of(sentence[last].start, sentence[last].end)

    def _addressees(
        self, sentence: Sentence, verb: int, source: int | None
    ) -> tuple[int, ...]:
        told = [
            child
            for child in sentence.children(verb, *OBJECTS)
            if child > verb
            and child != source
            # "offered spokeswoman Ana Ruiz" has her for two.
            and not (source is not None and child < source)
        ]
        told.extend(
            child
            for child in sentence.children(verb, "obl")
            if sentence.case_of(child) == "to"
        )
        return tuple(
            child
            for child in told
            if self.reading.quotation_at(sentence[child].start) is None
        )

    # without a cue of its own

    def _stands_alone(self, quotation: Quotation, sentences: range) -> bool:
        start = self.reading.sentences[sentences[0]].start
        end = self.reading.sentences[sentences[-1]].end
        text = self.reading.document.text
        outside = text[start : quotation.outer_start] + text[quotation.outer_end : end]
        return not any(c.isalnum() for c in outside) or self._is_set_apart(quotation)

    def _is_set_apart(self, quotation: Quotation) -> bool:
        """Tell a quotation between two full stops, wherever sentences were parted.

        '..., she said on “The Hour.” “We sail.”' may be taken for one sentence.
        """
        text = self.reading.document.text
        index = self.reading.sentences_of(quotation)[0]
        block = self.reading.document.blocks[self.reading.sentences[index].block]
        before = text[block.start : quotation.outer_start].rstrip(_MARKS)
        after = text[quotation.outer_end : block.end].lstrip()
        parted = not after or after[0].isupper() or after[0] in _MARKS
        closed = text[quotation.end - 1] in _STOPS
        opens = not before or before[-1] in _STOPS
        return opens and closed and parted and is_whole(self.reading, quotation)

    def _carry_over(
        self, quotation: Quotation, sentences: range, found: list[Attribution]
    ) -> Attribution | None:
        before = self._speaker_before(sentences[0], found)
        if before is None:
            return None
        gap = self.reading.document.text[before.content[-1][1] : quotation.outer_start]
        goes_on = "\n" not in gap or not any(c.isalnum() for c in gap)
        if before.frame == "quote" and before in found and goes_on:
            found.remove(before)
            return _extended(before, quotation)
        return Attribution(
            sentence=before.sentence,
            cue=before.cue,
            cue_span=before.cue_span,
            source=before.source,
            source_sentence=before.source_sentence,
            content=(_outer(quotation),),
            frame="quote",
            act="assert",
            quotations=(quotation,),
        )

    def _speaker_before(
        self, index: int, found: list[Attribution]
    ) -> Attribution | None:
        """Return whose words came last, if nothing else came since."""
        sentences = self.reading.sentences
        here = sentences[index].block
        last, before = self.last, self.last_quotation
        if last is not None and before is not None:
            reached = max(self.reading.sentences_of(before)[-1], last.sentence)
            if reached >= index - 1 and here - sentences[reached].block <= 1:
                return last
            silent = all(one.sentence <= reached or one.act is None for one in found)
            if here == sentences[reached].block and reached >= index - 3 and silent:
                return None if self._turns_to_another(index - 1, last) else last
        earlier = [
            one
            for one in found
            if one.sentence == index - 1
            and one.act is not None
            and one.source is not None
            and one.frame in _TELLING
        ]
        if earlier and here == sentences[index - 1].block:
            return earlier[0]
        return self._above(index, found)

    def _turns_to_another(self, index: int, last: Attribution) -> bool:
        """Tell whether somebody else, by name, acts right before a quotation.

        '"No," says Ruiz. Karam, who is mayor now, laughs. “She is my cousin.”'
        """
        doer = find_subject(self.reading, index)
        if doer is None or doer.source is None or last.source is None:
            return False
        if self.reading.sentences[index][doer.source].upos != "PROPN":
            return False
        headed = self.reading.annotations.mention_headed
        there = headed(index, doer.source)
        before = headed(last.source_sentence, last.source)
        return there is not None and (before is None or before.chain != there.chain)

    def _above(self, index: int, found: list[Attribution]) -> Attribution | None:
        """Return who spoke in the paragraph above one that opens with a quotation.

        Questions and scraps between them say nothing: "And the vote? “I was there.”"
        """
        sentences = self.reading.sentences
        place = index - 1
        while place >= 0 and index - place <= _SCRAPS and self._says_nothing(place):
            place -= 1
        if place < 0 or sentences[place].block == sentences[index].block:
            return None
        # A question that stands alone is laid out like a heading.
        text = self.reading.document.text
        between = text[sentences[place].end : sentences[place + 1].start].strip(_MARKS)
        if between and not between.endswith("?"):
            return None
        quoted = self.last_quotation
        if self.last is not None and quoted is not None:
            reached = max(self.reading.sentences_of(quoted)[-1], self.last.sentence)
            if reached == place:
                return self.last
        for one in found:
            told = one.act is not None and one.frame in _TELLING
            if one.sentence == place and told and self._is_person(one):
                return one
        asked = place < index - 1 or len(sentences[place]) <= _BEAT
        return find_subject(self.reading, place) if asked or between else None

    def _says_nothing(self, index: int) -> bool:
        sentence = self.reading.sentences[index]
        if self.reading.quotation_at(sentence[0].start) is not None:
            return False
        if sentence[0].text.lower() in {"i", "we"} and sentence[1].lemma == "ask":
            return True  # "I ask whether she still writes to him."
        text = self.reading.document.text
        if text[: sentence.end].rstrip().endswith("?"):
            return True
        return len(sentence) <= _SCRAP and not any(
            token.tag in FINITE for token in sentence
        )

    def _is_person(self, one: Attribution) -> bool:
        """Tell whether a source is somebody who can go on speaking."""
        if one.source is None:
            return False
        word = self.reading.sentences[one.source_sentence][one.source]
        if word.text.lower() in {"he", "she"} or word.entity.endswith("PERSON"):
            return True
        mention = self.reading.annotations.mention_headed(
            one.source_sentence, one.source
        )
        return mention is not None and mention.schema is Schema.PERSON


def _said_as(sentence: Sentence, verb: int) -> int:
    """Return the cue of whom somebody quotes: '"Go," the Herald quoted her as saying'.

    Args:
        sentence: The sentence of the cue.
        verb: The cue behind the quotation.
    """
    if sentence[verb].lemma not in _QUOTING:
        return verb
    for child in sentence.children(verb, "advcl"):
        marks = {sentence[mark].text for mark in sentence.children(child, "mark")}
        if sentence[child].lemma == "say" and "as" in marks:
            return child
    return verb


def _outer(quotation: Quotation) -> Stretch:
    return quotation.outer_start, quotation.outer_end


def _extended(one: Attribution, quotation: Quotation) -> Attribution:
    return Attribution(
        sentence=one.sentence,
        cue=one.cue,
        cue_span=one.cue_span,
        source=one.source,
        source_sentence=one.source_sentence,
        content=(*one.content, _outer(quotation)),
        frame=one.frame,
        act=one.act,
        addressees=one.addressees,
        core=one.core,
        quotations=(*one.quotations, quotation),
        relay=one.relay,
    )
