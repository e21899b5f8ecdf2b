"""Cues of quotations: the verb before or behind that says whose words they are."""

import re

from dragoman.extract.statements.clauses import is_relative
from dragoman.extract.statements.frames import frames_of
from dragoman.extract.statements.lexicon import tells_clause
from dragoman.extract.statements.order import TELLS
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.said import is_said
from dragoman.extract.statements.unverbed import has_verb, is_whole
from dragoman.model.annotation import Quotation
from dragoman.model.syntax import FINITE, OBJECTS, SUBJECTS, Sentence

_ENDS = ",?!.…—-–"
# They open a clause that has nothing to do with the quotation before it.
_ELSEWHERE = frozenset({"while", "whereas", "although", "though", "because"})
# Attitudes that are uttered all the same.
_UTTERED = frozenset({"chant", "sing", "intone", "type", "imagine", "worry"})
# What is chanted or shouted is words, whatever the sentence goes on with.
_LOUD = frozenset({"chant", "sing", "shout", "yell", "scream"})
_REPLY = re.compile(
    r"(?:no|yes|never|nothing|maybe|perhaps|guilty|nonsense|rubbish|no comment|"
    r"not (?:guilty|yet|now|true|at all)|(?:absolutely|certainly|definitely|of course|"
    r"absolutely|surely) not|of course|absolutely)\W*",
    re.IGNORECASE,
)
_MAX_BEFORE = 18
_MAX_AFTER = 30
_NAME = 8
_NICKNAME = 12


class QuoteCues:
    """Finds the cue of a quotation around it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def find(
        self, quotation: Quotation, sentences: range, last: Attribution | None
    ) -> tuple[int, int] | None:
        """Return sentence and token of the cue of a quotation.

        Args:
            quotation: The quotation.
            sentences: The sentences that it touches.
            last: What direct speech was attributed last.
        """
        before = self._before(quotation, sentences[0], last)
        if before is not None:
            return before
        return self._after(quotation, sentences[-1])

    def _before(
        self, quotation: Quotation, index: int, last: Attribution | None
    ) -> tuple[int, int] | None:
        sentence = self.reading.sentences[index]
        stop = sum(token.end <= quotation.outer_start for token in sentence)
        if stop == 0:
            return self._announced(index)
        if stop > 3 and sentence[stop - 1].upos == "ADV":
            # '"A," he said, and still "B"'
            resumed = self._resumed(index, stop - 2, last)
            if sentence[stop - 2].text.lower() in {"but", "and"} and resumed:
                return resumed
        if stop > 2 and sentence[stop - 1].text.lower() in {"but", "and", "that"}:
            stop -= 1
            resumed = self._resumed(index, stop, last)
            if resumed is not None:
                return resumed
        previous = sentence[stop - 1]
        if previous.text == ":" and self._would_speak(sentence, stop):
            return index, stop - 2
        for place in range(stop - 1, max(stop - 1 - _MAX_BEFORE, -1), -1):
            if not (
                self._speaks(sentence, place) or self._opens(sentence, place, stop)
            ):
                continue
            if previous.text == ":" or place == stop - 1:
                told = any(
                    sentence[i].tag in FINITE for i in range(place + 1, stop - 1)
                )
                fits = (
                    not told
                    if previous.text == ":"
                    else (
                        is_whole(self.reading, quotation)
                        and not self._goes_on(quotation)
                    )
                    or sentence[place].lemma in _LOUD
                    or self._is_reply(quotation)
                )
            else:
                has_object = any(
                    place < child < stop and sentence[child].upos in {"NOUN", "PROPN"}
                    for child in sentence.children(place, "obj")
                )
                telling = sentence.child(place, "obj", "iobj") is not None and (
                    sentence[place].lemma in TELLS
                )
                fits = (
                    previous.text == ","
                    and (
                        place == stop - 2
                        or self._is_sentence(quotation)
                        # '“A,” she said on Monday, “but b.”'
                        or (last is not None and (index, place) == _cue(last))
                    )
                    and (telling or not has_object)
                    and not self._has_clause(sentence, place, stop)
                )
            return (index, place) if fits else None
        return None

    def _is_reply(self, quotation: Quotation) -> bool:
        """Tell what answers by itself: 'said “no” to a truce', 'replied “never”'."""
        words = self.reading.document.text[quotation.start : quotation.end]
        return _REPLY.fullmatch(words) is not None

    def _would_speak(self, sentence: Sentence, stop: int) -> bool:
        """Tell 'anybody would ask: “Why?”', where no rule of what is said holds."""
        place = stop - 2
        return (
            place > 0
            and sentence[place].tag == "VB"
            and tells_clause(frames_of(self.reading, sentence, place))
            and not is_said(sentence, place, self.reading.lexicon)
            and sentence.child(place, *SUBJECTS) is not None
        )

    def _is_sentence(self, quotation: Quotation) -> bool:
        """Tell a sentence from words worked into one: 'said it was, “so cold,” …'."""
        if is_whole(self.reading, quotation):
            return True
        text = self.reading.document.text
        words = text[quotation.start : quotation.end]
        return not next((c for c in words if c.isalnum()), "").islower()

    def _opens(self, sentence: Sentence, place: int, stop: int) -> bool:
        """Tell a cue right before its quotation, "replied, “", taken for a participle.

        Nothing else than a past tense stands there.
        """
        token = sentence[place]
        if place != stop - 2 or token.tag != "VBN" or token.deprel != "acl":
            return False
        frames = frames_of(self.reading, sentence, place)
        return tells_clause(frames)

    def _resumed(
        self, index: int, stop: int, last: Attribution | None
    ) -> tuple[int, int] | None:
        """Read '"A," he said, but "B"': the cue of A is that of B."""
        if last is None or last.sentence != index or last.cue < 0:
            return None
        sentence = self.reading.sentences[index]
        if sentence[stop - 1].text == "," and last.cue >= stop - 8:
            return index, last.cue
        return None

    def _announced(self, index: int) -> tuple[int, int] | None:
        """Find the cue of a sentence before that ends with a colon."""
        if index == 0:
            return None
        above = self.reading.sentences[index - 1]
        if above[len(above) - 1].text != ":":
            return None
        for place in range(len(above) - 2, -1, -1):
            if self._speaks(above, place):
                return index - 1, place
        return None

    def _after(self, quotation: Quotation, index: int) -> tuple[int, int] | None:
        text = self.reading.document.text
        words = text[quotation.start : quotation.end].rstrip("'’\"”» ")
        last = words[-1:]
        after = text[quotation.outer_end : quotation.outer_end + 1]
        if last not in tuple(_ENDS) and after not in {",", "—", "-", "–"}:
            return None
        if self._is_name(quotation):
            return None
        sentence = self.reading.sentences[index]
        start = sum(token.start < quotation.outer_end for token in sentence)
        if start >= len(sentence):
            return self._next_sentence(index, last)
        place = self._first_speaking(sentence, start)
        if place is not None and self._is_told_of_subject(quotation, sentence, place):
            return None
        if place is None and last == ",":
            place = self._done_while_speaking(quotation, sentence, start)
        return None if place is None else (index, place)

    def _is_told_of_subject(
        self, quotation: Quotation, sentence: Sentence, verb: int
    ) -> bool:
        """Tell 'Ruiz, who recalled the words “not yet”, proposed a truce'.

        What is quoted inside of the subject is not what the subject says.
        """
        subject = sentence.child(verb, *SUBJECTS)
        if subject is None or sentence.child(verb, *OBJECTS, "ccomp") is None:
            return False
        start = sentence[subject].start
        return (
            start < quotation.start
            and subject < verb
            and any(
                quotation.start <= sentence[index].start < quotation.end
                for index in sentence.subtree(subject)
            )
        )

    def _done_while_speaking(
        self, quotation: Quotation, sentence: Sentence, start: int
    ) -> int | None:
        """Read '“They left at dawn,” the guide shrugged.': no verb of speech.

        Whatever verb follows a sentence that opens with its quotation and goes on
        behind the comma in it, its subject speaks.
        """
        first = self.reading.sentences[self.reading.sentences_of(quotation)[0]]
        if quotation.outer_start > first[0].start:
            return None
        # “Wrong,” may be the name of a work, which does something only as a thing.
        whole = has_verb(self.reading, quotation)
        for place in range(start, min(start + _MAX_BEFORE, len(sentence))):
            token = sentence[place]
            if self.reading.quotation_at(token.start) is not None:
                return None
            if token.upos == "SCONJ" or token.text == ";":
                return None
            if token.tag in FINITE and token.upos == "VERB":
                subjects = sentence.children(place, "nsubj")
                # Right behind the mark, "offered spokeswoman Ana Ruiz" is inverted.
                stop = place + (_NAME if place <= start + 1 else 2)
                near = [child for child in subjects if start <= child <= stop]
                speaks = near and (whole or self._is_person(sentence, near[0]))
                return place if speaks else None
        return None

    def _is_person(self, sentence: Sentence, place: int) -> bool:
        word = sentence[place]
        person = word.text.lower() in {"he", "she", "they", "i", "we"}
        return person or word.entity.endswith("PERSON")

    def _next_sentence(self, index: int, last: str) -> tuple[int, int] | None:
        """Read a cue that the parser cut off: "Who goes there?" he asked."""
        if index + 1 >= len(self.reading.sentences):
            return None
        here, after = self.reading.sentences[index], self.reading.sentences[index + 1]
        cut_off = after[0].text[0].islower() or (bool(last) and last in "?!")
        if here.block != after.block or not cut_off:
            return None
        place = self._first_speaking(after, 0)
        if place is None or (place > 8 and after[place - 1].text != ","):
            return None
        # Nothing else is said: "shouted to the crowd".
        short = len(after) <= 12 or not after.children(place, "obj", "ccomp", "xcomp")
        return (index + 1, place) if short or after[0].text[0].islower() else None

    def _first_speaking(self, sentence: Sentence, start: int) -> int | None:
        opening = int(sentence[start].upos == "PUNCT")
        for place in range(start, min(start + _MAX_AFTER, len(sentence))):
            token = sentence[place]
            quotation = self.reading.quotation_at(token.start)
            if quotation is not None and quotation.end - quotation.start <= _NICKNAME:
                continue
            if token.text == ";" or quotation is not None:
                return None
            if place == start + opening and token.text.lower() in _ELSEWHERE:
                # "The port is shut," while others say the same: another matter.
                return None
            first = place == start + opening
            if self._is_present(sentence, place) or (
                first and self._stands_first(sentence, place)
            ):
                return place
            if token.upos not in {"VERB", "AUX"} or token.deprel in {
                "aux",
                "aux:pass",
                "cop",
                "acl:relcl",
                "acl",
            }:
                continue
            if token.tag == "VBG" and sentence.child(place, "aux") is None:
                continue
            if self._speaks(sentence, place):
                return place if self._closes(sentence, start + opening, place) else None
            if token.tag in FINITE:
                return None
        return None

    def _closes(self, sentence: Sentence, first: int, verb: int) -> bool:
        """Tell whether a cue behind a quotation has no other content.

        'Said it "got no paper," and rejected the offer' does a further thing.
        """
        joined = sentence[first].upos == "CCONJ"
        own = sentence.child(verb, "nsubj") is not None
        if joined and not own and sentence.child(verb, "obj") is not None:
            return False
        apart = verb + 1 < len(sentence) and sentence[verb + 1].text == ","
        return apart or not self._has_clause(sentence, verb)

    def _is_present(self, sentence: Sentence, place: int) -> bool:
        """Tell a verb taken for a plural: '"A," the minister notes.'."""
        token = sentence[place]
        if token.tag != "NNS" or place == 0 or sentence[place - 1].upos != "PROPN":
            return False
        frames = self.reading.lexicon.verbs.get(token.lemma.lower())
        rest = sentence.tokens[place + 1 :]
        return (
            frames is not None
            and frames.get("clause") is not None
            and all(after.upos == "PUNCT" for after in rest)
        )

    def _stands_first(self, sentence: Sentence, place: int) -> bool:
        """Tell a cue taken for an imperative: '“A,” read a statement.'."""
        token = sentence[place]
        if token.tag != "VB" or place + 1 >= len(sentence):
            return False
        frames = frames_of(self.reading, sentence, place)
        nominal = sentence[place + 1].upos in {"DET", "NOUN", "PROPN", "PRON"}
        return nominal and tells_clause(frames)

    def _speaks(self, sentence: Sentence, place: int) -> bool:
        token = sentence[place]
        verbal = token.upos in {"VERB", "AUX"} and token.tag != "NN"
        if not verbal or _is_filler(sentence, place):
            return False
        frames = frames_of(self.reading, sentence, place)
        return (
            frames is not None
            and "clause" in frames
            and (frames["clause"] is not None or token.lemma in _UTTERED)
            and self.reading.quotation_at(token.start) is None
            and is_said(sentence, place, self.reading.lexicon)
        )

    def _has_clause(
        self, sentence: Sentence, verb: int, stop: int | None = None
    ) -> bool:
        """Tell whether a cue has a clause of its own outside quotations.

        Args:
            sentence: The sentence of the cue.
            verb: The cue.
            stop: Where the quotation behind the cue begins; only words before it
                count, for quoted words draw those around them into their tree.
        """
        if stop is not None:
            return any(
                (
                    sentence[index].upos not in {"PUNCT", "ADV"}
                    and sentence[index].text.lower() in {"that", "if", "whether"}
                )
                or _is_told(sentence, verb, index)
                for index in range(verb + 1, stop)
            )
        if any(
            sentence[index].text.lower() == "that"
            for index in range(verb + 1, min(verb + 3, len(sentence)))
        ):
            return True
        return any(
            child > verb
            and not is_relative(sentence, verb, child)
            and any(
                self.reading.quotation_at(sentence[below].start) is None
                and sentence[below].upos != "PUNCT"
                for below in sentence.subtree(child)
            )
            for child in sentence.children(verb, "ccomp", "xcomp")
        )

    def _goes_on(self, quotation: Quotation) -> bool:
        """Tell whether a clause goes on behind it: 'says “Ruiz lied” about tolls'."""
        text = self.reading.document.text
        closed = text[quotation.end - 1] in ".,?!…"
        after = text[quotation.outer_end : quotation.outer_end + 2]
        return not closed and after[:1] == " " and after[1:].islower()

    def _is_name(self, quotation: Quotation) -> bool:
        """Tell an alias or a title inside a sentence: 'Ruiz, alias "The Fox", said'."""
        words = self.reading.document.text[quotation.start : quotation.end].split()
        first = self.reading.sentences[self.reading.sentences_of(quotation)[0]]
        inside = first.start < quotation.outer_start
        named = all(word[0].isupper() or len(word) <= 3 for word in words)
        return (
            inside
            and named
            and len(words) <= 5
            and not has_verb(self.reading, quotation)
        )


def _cue(one: Attribution) -> tuple[int, int]:
    return one.sentence, one.cue


def _is_told(sentence: Sentence, cue: int, verb: int) -> bool:
    """Tell a clause without "that": 'said she would go home, “cook,” and sleep'."""
    token = sentence[verb]
    if token.tag not in FINITE or token.deprel in {"acl:relcl", "advcl", "acl"}:
        return False
    top = token.head if token.deprel in {"aux", "aux:pass", "cop"} else verb
    if sentence[top].deprel in {"acl:relcl", "advcl", "acl"}:
        return False
    # "told reporters gathered in the hall": they hear it, and gathered.
    heard = cue + 2 if sentence[cue].lemma in TELLS else cue + 1
    return any(
        heard <= subject < verb and sentence[subject].tag not in {"WP", "WDT"}
        for subject in sentence.children(top, *SUBJECTS)
    )


def _is_filler(sentence: Sentence, place: int) -> bool:
    """Tell "I quote", which says only that a quotation follows."""
    first = place > 0 and sentence[place - 1].text == "I"
    return first and sentence[place].lemma in {"quote", "repeat"}
