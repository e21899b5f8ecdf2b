"""Time expressions of a document, with the tense taken from the parse.

Weekdays and other words without a place in the calendar get no annotation; the
exchange file has no value for them, and none is invented. Durations and sets
keep their TimeML value and their kind, and are never the time of an event.
"""

from collections.abc import Iterator

from dragoman.model.annotation import Annotations, TimeExpression
from dragoman.model.claim import Time
from dragoman.model.document import Document
from dragoman.model.syntax import Sentence
from dragoman.text.dates import FoundTime, Tense, TimeReader


class TimesAnnotator:
    """Dates, times, durations and sets, normalised."""

    name = "times"
    version = "1"
    requires = frozenset({"sentences"})
    provides = frozenset({"times"})

    def annotate(self, document: Document, annotations: Annotations) -> Annotations:
        """Fill in ``times``."""
        return annotations.with_(
            times=[
                TimeExpression(
                    found.start,
                    found.end,
                    Time(
                        found.edtf or found.timeml,
                        document.text[found.start : found.end],
                        found.precision,
                        found.inferred,
                    ),
                    found.kind,
                )
                for found in find_times(document, annotations)
                if found.edtf is not None or found.kind in {"DURATION", "SET"}
            ]
        )


def find_times(document: Document, annotations: Annotations) -> Iterator[FoundTime]:
    """Yield every time expression, also those without a place in the calendar."""
    reader = TimeReader(document.published)
    for sentence in annotations.sentences:
        text = document.text[sentence.start : sentence.end]
        asker = _TenseAsker(sentence)
        for found in reader.read(text, asker.tense):
            yield FoundTime(
                sentence.start + found.start,
                sentence.start + found.end,
                found.kind,
                found.edtf,
                found.timeml,
                found.precision,
                found.inferred,
            )


_FUTURE_AUXILIARIES = frozenset({"will", "shall", "would", "'ll", "’ll"})
# What is "due in January" lies ahead, whatever the tense around it.
_AHEAD = frozenset(
    [
        "due",
        "schedule",
        "slate",
        "expect",
        "plan",
        "set",
        "intend",
        "aim",
        "hope",
        "promise",
        "pledge",
        "vow",
        "propose",
        "prepare",
        "announce",
        "invite",
        "agree",
        "arrange",
        "pencil",
    ]
)
_CONDITIONS = frozenset({"if", "unless", "until", "once", "when", "before"})


class _TenseAsker:
    """Answers where a sentence puts what it tells at an offset."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence

    def tense(self, offset: int) -> Tense:
        """Return the tense of the verb that governs the word at an offset."""
        token = self._sentence.token_at(self._sentence.start + offset)
        steps = 0
        while token is not None and token >= 0 and steps < 12:
            found = self._tense_of(token)
            if found is not None:
                return found
            token = self._sentence[token].head
            steps += 1
        return Tense.OPEN

    def _tense_of(self, index: int) -> Tense | None:
        sentence = self._sentence
        token = sentence[index]
        auxiliaries = [
            sentence[child] for child in sentence.children(index, "aux", "aux:pass")
        ]
        auxiliaries += [sentence[child] for child in sentence.children(index, "cop")]
        if any(word.lemma.lower() in _FUTURE_AUXILIARIES for word in auxiliaries):
            return Tense.FUTURE
        if token.upos not in {"VERB", "AUX"} and not auxiliaries:
            return Tense.FUTURE if token.lemma.lower() == "due" else None
        if token.lemma.lower() in _AHEAD and token.tag in {"VBN", "JJ"}:
            return Tense.FUTURE
        if token.tag == "VBD" or any(word.tag == "VBD" for word in auxiliaries):
            return self._past_or_ahead(index)
        if any(word.lemma.lower() == "have" for word in auxiliaries):
            return Tense.PAST
        if any(word.text.lower() == "to" for word in auxiliaries) or any(
            sentence[child].text.lower() == "to"
            for child in sentence.children(index, "mark")
        ):
            return self._infinitive(index)
        if token.tag in {"VBZ", "VBP"} or any(
            word.tag in {"VBZ", "VBP"} for word in auxiliaries
        ):
            return self._present(index)
        return None

    def _past_or_ahead(self, index: int) -> Tense:
        del index
        return Tense.PAST

    def _infinitive(self, index: int) -> Tense | None:
        """Read "is to meet", "agreed to meet" as ahead of their verb."""
        head = self._sentence[index].head
        if head >= 0 and self._sentence[head].lemma.lower() in _AHEAD | {"be"}:
            return Tense.FUTURE
        return None

    def _present(self, index: int) -> Tense | None:
        marks = {
            self._sentence[child].text.lower()
            for child in self._sentence.children(index, "mark", "advmod")
        }
        return Tense.FUTURE if marks & _CONDITIONS else Tense.OPEN


__all__ = ["TimesAnnotator", "find_times"]
