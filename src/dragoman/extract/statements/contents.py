"""What of an attribution becomes content: where it is cut, what is dropped."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.extract.statements.acts import refine_act
from dragoman.extract.statements.conditions import find_condition
from dragoman.extract.statements.order import TELLS
from dragoman.extract.statements.reading import (
    CLAUSAL,
    MAX_PASSAGE,
    Attribution,
    Reading,
    Stretch,
    cue_lemma,
)
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.syntax import Sentence

_THAT = re.compile(r"that[,\s]+")
# What who speaks asks for, before what he says: "on condition that he not be named".
_TERMS = re.compile(
    r"(?:on (?:the )?(?:strict )?(?:condition|understanding|terms?)(?: that)? )?"
    r"(?:he|she|they|it|his|her|their)\b[^.,;]{0,40}?\b(?:not|never|without)\b[^.,;]{0,30}?"
    r"\b(?:named|identified|quoted|cited|published|used|disclosed|revealed)\b"
    r"[^.,;]{0,30}?,? that\s+"
)
_BARGAIN = re.compile(
    r"\bon (?:the )?(?:strict )?(?:condition|understanding|terms?)\b[^.;]{0,12}$"
)
_SHORT_BACK = 60  # code points
# Who is told, drawn into the words: "asked [the minister how many there were]".
_ASKED = re.compile(
    r"(?:the|this|his|her|their|our|its|an?) (?:[\w-]+ ){1,3}"
    r"(?:that |(?=(?:whether|how|what|who|when|where|why) ))"
)
# A footnote mark at the end of a sentence: "hostages.[2]".
_NOTE = re.compile(r"\.?\[\d{0,3}\]?\.?$")
_THANKED = frozenset({"him", "her", "them"})
_EMPTY_WORDS = _THANKED | frozenset(
    {"other", "one", "same", "thing", "it", "he", "she", "they", "you", "me", "us"}
    | {"we", "i", "this", "that", "so", "himself", "herself", "themselves"}
)
# The longest title before a name: "Lieutenant General".
_TITLE_CHARS = 24
_TAIL_WORDS = 4
_NOBODY = frozenset({"nobody", "no-one", "none", "nothing"})
# How many words a noun of saying has around it that says nothing, at most.
_SHORT = 3
_GIVING = frozenset({"assert", "pledge", "announce", "thank", "agree", "praise"})
_JUDGING = frozenset({"praise", "condemn", "reject", "deny", "accuse"})
_DEFENDING = frozenset(
    {"defend", "justify", "confirm", "corroborate", "dispute", "question", "challenge"}
    | {"criticize", "criticise", "query", "doubt", "endorse", "lament", "regret"}
)
_ADMITTING = frozenset({"admit", "acknowledge", "concede", "confess", "allege"})
_GREETING = frozenset({"welcome", "salute", "greet", "applaud", "cheer"})


def _points_back(words: list[str]) -> bool:
    """Tell "these themes", which says nothing without what stands before it."""
    return len(words) == 2 and words[0].lower() in {"this", "that", "these", "those"}


class Contents:
    """Turns what is attributed into contents, each one stretch of the text.

    Attributes:
        last: The content of the statement made last.
        told: The clause reported last, whether a statement was made of it or not.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.document = reading.document
        self.annotations = reading.annotations
        self.last: Stretch | None = None
        self.told: Stretch | None = None

    def of(
        self, one: Attribution, told: frozenset[int] = frozenset()
    ) -> Iterator[Stretch]:
        """Yield the contents of the statements that an attribution makes.

        Args:
            one: The attribution.
            told: Sentences of a turn that other attributions tell better.
        """
        if one.quotations:
            for content in self._quoted(one):
                yield from self._by_act(one, content)
            return
        if one.frame == "turn":
            yield from self._by_act(one, one.content[0], told)
            return
        denied = self._denied(one)
        if denied is not None:
            yield denied
            return
        stretch = self._hull(one)
        self.note(one)
        tells = one.frame == "clause" and cue_lemma(self.reading, one) in TELLS
        stretch = self._trimmed(stretch, one.frame, tells=tells)
        stretch = self._with_preposition(stretch, one.frame)
        if self._is_enough(stretch, one):
            yield stretch

    def note(self, one: Attribution) -> None:
        """Remember the clause that an attribution reports."""
        if one.frame == "clause" and one.act not in {None, "deny", "reject"}:
            self.told = self._trimmed(self._hull(one), one.frame)

    def _denied(self, one: Attribution) -> Stretch | None:
        """Return what "it" is in "the ministry denied it": what was said last."""
        if one.act not in _JUDGING - {"accuse"} or one.frame != "object":
            return None
        before = self.last
        sentence = self.reading.sentences[one.sentence]
        if self._is_relative(sentence, one):
            if one.act not in {"deny", "reject"}:
                return None
            # "She accused it of having sold arms, which the bank denied."
            return before if self._ends_with(before, sentence, one) else None
        word = self.document.text[one.content[0][0] : one.content[0][1]].lower()
        if word not in {"it", "this", "that"}:
            return None
        told = self.told
        if (
            told is not None
            and sentence.start <= told[0]
            and told[1] <= one.cue_span[0]
        ):
            # "The radio claimed that he had fled; the League denied it."
            return told
        near = before is not None and 0 <= sentence.start - before[1] < MAX_PASSAGE
        if before is not None and near and not self._is_fragment(before):
            return before
        if one.sentence == 0:
            return None
        # Nobody said it: what the report itself tells is denied.
        fact = self.reading.sentences[one.sentence - 1]
        return (fact.start, fact.end) if fact.block == sentence.block else None

    def _is_relative(self, sentence: Sentence, one: Attribution) -> bool:
        """Tell whether "which" stands for what is denied."""
        clause = sentence[one.cue]
        led = any(
            sentence[c].text.lower() == "which"
            for c in sentence.children(one.cue, "obj")
        )
        return led and clause.deprel == "acl:relcl"

    def _ends_with(
        self, told: Stretch | None, sentence: Sentence, one: Attribution
    ) -> bool:
        """Tell whether words of a sentence end with what "which" was hung on."""
        if told is None or told[0] < sentence.start:
            return False
        start, end = one.content[0]
        return told[0] <= start and end <= told[1] <= one.cue_span[0]

    def _is_fragment(self, content: Stretch) -> bool:
        """Tell 'it "the worst day"', which nobody can deny as it stands."""
        words = self.document.text[content[0] : content[1]].split()
        return words[0].lower() in _EMPTY_WORDS and len(words) <= _TAIL_WORDS

    def beside_relayed(self, one: Attribution) -> Iterator[Stretch]:
        """Keep what stands beside words passed on.

        "He recalled that A had promised help and that the promise stands": the
        second clause is his own.
        """
        sentence = self.reading.sentences[one.sentence]
        for child in sentence.children(one.core, "conj"):
            own = sentence.child(child, "nsubj", "nsubj:pass", "mark") is not None
            for stretch in self.reading.stretches(sentence, sentence.subtree(child)):
                inside = one.holds(stretch[0])
                if own and inside:
                    yield self._trimmed(stretch, one.frame)

    def _by_act(
        self,
        one: Attribution,
        content: Stretch,
        told: frozenset[int] = frozenset(),
    ) -> Iterator[Stretch]:
        """Split direct speech where its sentences do different things.

        A threat after an assurance is a statement of its own; sentences of one
        act stay together.
        """
        groups: list[tuple[str, int, int]] = []
        for start, end in self._sentences(content, told):
            part = (start, end)
            condition = find_condition(self.reading, part)
            act = refine_act(self.reading, one, part, condition, part=True)
            joined = groups and not self.document.text[groups[-1][2] : start].strip()
            if joined and groups[-1][0] == act:
                groups[-1] = (act, groups[-1][1], end)
            else:
                groups.append((act, start, end))
        for _, start, end in groups:
            yield start, end

    def _sentences(self, content: Stretch, told: frozenset[int]) -> Iterator[Stretch]:
        index = self.annotations.sentence_at(content[0])
        sentences = self.reading.sentences
        while index is not None and index < len(sentences):
            sentence = sentences[index]
            if sentence.start >= content[1]:
                return
            start, end = max(sentence.start, content[0]), min(sentence.end, content[1])
            words = any(c.isalnum() for c in self.document.text[start:end])
            if words and index not in told:
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
        enough = all(len(text[start:end].split()) > 1 for start, end in parts)
        if len(parts) == 2 and enough and gap <= 120:
            return parts[0][0], parts[-1][1]
        return max(parts, key=lambda part: part[1] - part[0])

    def _trimmed(self, stretch: Stretch, frame: str, *, tells: bool = False) -> Stretch:
        text = self.document.text
        start, end = stretch
        that = _THAT.match(text, start, end)
        if that is not None and frame in {"clause", "noun-clause", "according"}:
            start = that.end()
        asked = _ASKED.match(text, start, end) if tells else None
        if asked is not None:
            start = asked.end()
        terms = _TERMS.match(text, start, end)
        bargain = text.startswith("on ", start) or _BARGAIN.search(
            text, max(0, start - _SHORT_BACK), start
        )
        if terms is not None and bargain:
            start = terms.end()
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

    def _with_preposition(self, stretch: Stretch, frame: str) -> Stretch:
        """Give a bare word its preposition: "for calm" says more than "calm"."""
        start, end = stretch
        text = self.document.text
        lead = f"{frame} "
        if " " not in text[start:end] and text[:start].endswith(" " + lead):
            return start - len(lead), end
        return stretch

    def _is_enough(self, stretch: Stretch, one: Attribution) -> bool:
        words = self.document.text[stretch[0] : stretch[1]].split()
        if one.frame == "gerund" and len(words) > 1:
            return True  # "denies holding him"
        quoted = self.reading.quotation_at(stretch[0])
        if quoted is not None and (quoted.start, quoted.end) == stretch:
            return True  # 'voiced “disgust”'
        if words and words[-1].lower() in _EMPTY_WORDS and len(words) < 3:
            return one.act == "thank" and words[-1].lower() in _THANKED
        cue = cue_lemma(self.reading, one)
        if one.frame == "object" and self._is_text(words, one.act, cue):
            return False
        put_forward = one.frame in {"object", "as"} and one.act == "assert"
        if put_forward and self._is_person(one, stretch):
            return False
        if words and words[0].lower() in _NOBODY and one.frame.startswith("obj"):
            return False  # "accuse nobody of cowardice"
        nothing = bool(words) and words[0].lower() == "no" and one.frame == "object"
        if nothing and one.act in _GIVING:
            return False  # "offered no proof"
        if self._is_greeting(one) or (one.act == "assert" and _points_back(words)):
            return False
        if one.frame in CLAUSAL or one.frame == "as":
            return len(words) >= 2
        telling = one.act not in {"assert", "assess", "praise"} or cue in _ADMITTING
        return len(words) >= 2 or bool(words and (telling or words[0][0].isupper()))

    def _is_text(self, words: list[str], act: str | None, cue: str) -> bool:
        """Tell "issued a statement", "repeated the old claim": not what it says."""
        lexicon = self.reading.lexicon
        last = words[-1].lower() if words else ""
        if last in lexicon.documents:
            # "Welcomed the ruling", "defended the decision": of what others have said.
            judged = act in _JUDGING or cue in _DEFENDING
            return len(words) < _SHORT and not judged
        frames = lexicon.nouns.get(last)
        told = frames is not None and "self" not in frames
        return act == "assert" and told and 1 < len(words) <= _SHORT

    def _is_person(self, one: Attribution, stretch: Stretch) -> bool:
        """Tell "proposed General Ruiz", who is put forward, not told of."""
        if one.frame == "as":
            # "dismissed her and named General Ruiz": a name says nothing of itself.
            return any(
                mention.kind is MentionKind.NAME
                and mention.schema is Schema.PERSON
                and mention.end == stretch[1]
                and mention.start - stretch[0] <= _TITLE_CHARS
                for mention in self.annotations.mentions_by_sentence.get(
                    one.sentence, ()
                )
            )
        mention = self.annotations.mention_headed(one.sentence, one.core)
        if mention is None or mention.kind is not MentionKind.NAME:
            return False
        return mention.schema is Schema.PERSON

    def _is_greeting(self, one: Attribution) -> bool:
        """Tell "welcomed the guests", which receives them, from praise."""
        greets = one.frame == "object" and cue_lemma(self.reading, one) in _GREETING
        if not (greets or (one.frame == "with" and one.act == "agree")):
            return False
        mention = self.annotations.mention_headed(one.sentence, one.core)
        return mention is not None and mention.schema is Schema.PERSON
