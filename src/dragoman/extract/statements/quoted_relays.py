"""What somebody who is quoted tells of the words of others.

"“The captain told us, ‘Run,’” said Ruiz", "“My aunt says the bridge is down,” he
said": the words of the captain and of the aunt, through who is quoted. Inside of a
quotation its own marks are nothing, and those in it are what marks are elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extract.statements.pronouns import is_person
from dragoman.extract.statements.quoted import QuotedSpeech
from dragoman.extract.statements.reading import Attribution, Reading, cue_lemma
from dragoman.extract.statements.verbs import find_verb_attributions, may_mean
from dragoman.model.annotation import Quotation
from dragoman.model.syntax import TENSED, Sentence

# "I told him", "you say": whoever is quoted has said it himself, or is not told of
# anybody; and what all say has no speaker.
_NO_OTHERS = frozenset(
    {"i", "we", "you", "one", "people", "everybody", "everyone", "somebody", "someone"}
    | {"nobody", "anybody", "anyone", "who", "what", "which", "it", "this", "that"}
    | {"some", "many", "all", "others", "whoever"}
)
_TELLING = frozenset({"clause", "quote", "obj-inf"})
# "He is not as rich as he says he is", "the system that he claims he will change":
# words that only measure or describe something tell no saying of their own.
_BESIDE = frozenset({"acl:relcl", "acl", "advcl"})
_HIM = frozenset({"he", "she"})
# How many sentences before "he" somebody described is still spoken of.
_NEAR = 2


def find_quoted_relays(
    reading: Reading, found: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Return what is told inside of quotations that have a speaker.

    Args:
        reading: The document.
        found: The attributions outside of quotations.
    """
    told: list[Attribution] = []
    level, here = reading, tuple(found)
    while spoken := _spoken(level, here):
        inside = _Inside(level)
        here = tuple(inside.read(spoken))
        told.extend(here)
        level = inside.inner
    return tuple(told)


def _spoken(level: Reading, found: Sequence[Attribution]) -> list[Quotation]:
    """Return the quotations that are somebody's words and speak of saying."""
    said = [one for one in found if one.act is not None and one.source is not None]
    return [
        quotation
        for quotation in level.quotations
        if _speaks_of_saying(level, quotation)
        and any(one.holds(quotation.start) for one in said)
    ]


def _speaks_of_saying(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a verb that can report words stands inside of a quotation."""
    verbs = reading.lexicon.verbs
    return any(
        token.upos == "VERB"
        and quotation.start <= token.start < quotation.end
        and token.lemma.lower() in verbs
        for index in reading.sentences_of(quotation)
        for token in reading.sentences[index]
    )


class _Inside:
    """A document as it reads inside of its quotations."""

    def __init__(self, reading: Reading) -> None:
        outermost = set(reading.quotations)
        every = reading.annotations.quotations
        deeper = [one for one in every if one not in outermost]
        self.outer = reading
        self.inner = Reading(
            reading.document, reading.annotations.with_(quotations=deeper)
        )
        self.quoted = QuotedSpeech(self.inner)

    def read(self, spoken: Sequence[Quotation]) -> Iterator[Attribution]:
        """Yield what is told inside of these quotations."""
        for quotation in spoken:
            inside: list[Attribution] = []
            for deeper in self.inner.quotations_in(quotation.start, quotation.end):
                if quotation.start <= deeper.outer_start < quotation.end:
                    one = self.quoted.assign(deeper, inside)
                    inside.extend(() if one is None else (one,))
            for index in self.inner.sentences_of(quotation):
                used = frozenset(one.cue for one in inside if one.sentence == index)
                inside.extend(find_verb_attributions(self.inner, index, used))
            for one in inside:
                kept = self._within(one, quotation)
                if kept is not None:
                    yield kept

    def _within(self, one: Attribution, quotation: Quotation) -> Attribution | None:
        """Cut an attribution to a quotation, ``None`` if it is none of others."""
        start, end = quotation.start, quotation.end
        if one.act in {None, "assess"} or one.frame not in _TELLING:
            return None
        if one.source is None or not self._is_of_others(one):
            return None
        source = self.inner.sentences[one.source_sentence][one.source]
        if not all(start <= place < end for place in (one.cue_span[0], source.start)):
            return None
        content = tuple(
            (max(first, start), min(last, end))
            for first, last in one.content
            if first < end and last > start
        )
        place = one.source_sentence, one.source
        if source.small in _HIM:
            place = self._described(*place)
        return (
            replace(
                one,
                content=content,
                inside=True,
                source_sentence=place[0],
                source=place[1],
            )
            if content
            else None
        )

    def _is_of_others(self, one: Attribution) -> bool:
        """Tell whether somebody else than who is quoted is told to have spoken."""
        assert one.source is not None  # noqa: S101 - asked before
        sentence = self.inner.sentences[one.source_sentence]
        if sentence[one.source].small in _NO_OTHERS:
            return False
        if one.cue >= 0 and not _is_told(self.inner.sentences[one.sentence], one.cue):
            return False
        if one.frame == "obj-inf":  # "The tax asks the rich to pay" is nobody's order
            return may_mean(self.inner, sentence, one.source)
        # "This chapel tells that the valley was rich": it tells it to nobody.
        return bool(one.addressees) or cue_lemma(self.inner, one) != "tell"

    def _described(self, index: int, pronoun: int) -> tuple[int, int]:
        """Return who is meant by "he" that no chain holds: "My aunt phoned. She said".

        The sentences before, in quotation marks as well, have somebody without a
        name for their subject.
        """
        sentences = self.inner.sentences
        if self.inner.annotations.mention_headed(index, pronoun) is not None:
            return index, pronoun
        for before in range(index - 1, max(index - _NEAR, 0) - 1, -1):
            sentence = sentences[before]
            if sentence.block != sentences[index].block:
                break
            # "“My aunt phoned,” she said.": what is quoted hangs on its cue.
            below = sentence.children(sentence.root, "ccomp", "parataxis")
            for verb in (*below, sentence.root):
                subject = sentence.subject(verb)
                if subject is not None and self._is_one(sentence, subject):
                    return before, subject
        return index, pronoun

    def _is_one(self, sentence: Sentence, subject: int) -> bool:
        """Tell one person without a name who stands in quotation marks."""
        word = sentence[subject]
        quoted = self.outer.quotation_at(word.start) is not None
        return quoted and word.tag == "NN" and is_person(word)


def _is_told(sentence: Sentence, cue: int) -> bool:
    """Tell whether a cue tells that something was said, as a clause of its own."""
    tensed = sentence[cue].tag in TENSED or any(
        sentence[aux].tag in TENSED for aux in sentence.children(cue, "aux")
    )
    return tensed and sentence[cue].deprel not in _BESIDE
