"""All attributions of a document: quotations first, then verbs, nouns, phrases.

What they are is in ``Attribution``. A cue is used once: a verb that introduces a
quotation is not read again for a clause.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.extract.statements.according import find_according
from dragoman.extract.statements.adjectives import find_adjective_attributions
from dragoman.extract.statements.colon_lines import find_colon_line
from dragoman.extract.statements.copular import find_copular
from dragoman.extract.statements.headlines import find_headline
from dragoman.extract.statements.hinted import find_hinted
from dragoman.extract.statements.naming import find_naming
from dragoman.extract.statements.nouns import find_noun_attributions
from dragoman.extract.statements.own_words import find_own_words
from dragoman.extract.statements.passages import find_block_quotations, find_lists
from dragoman.extract.statements.pointing_back import find_pointing_back
from dragoman.extract.statements.quoted import QuotedSpeech
from dragoman.extract.statements.quoted_relays import find_quoted_relays
from dragoman.extract.statements.reading import Attribution, Reading, Stretch
from dragoman.extract.statements.relays import (
    added_aside,
    is_only_cited,
    told_in_passing,
)
from dragoman.extract.statements.turns import find_answers, find_turns
from dragoman.extract.statements.verbs import find_verb_attributions
from dragoman.model.annotation import Annotations, Quotation
from dragoman.model.document import Document
from dragoman.model.pulse import beat
from dragoman.model.syntax import SUBJECTS, Sentence

# No sentence has more cues than that.
_FEW = 24
# The longest name in quotation marks within a name, in code points.
_NICKNAME = 24
_JOINED = frozenset({"clause", "quote"})


@dataclass(frozen=True, slots=True)
class AttributionSpans:
    """Offsets of one attribution, as corpora of quotations mark them.

    Attributes:
        source: Who; empty if the text names nobody.
        cue: The reporting word.
        content: What is attributed, in one or more stretches.
    """

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


def find_attributions(
    document: Document, annotations: Annotations
) -> tuple[AttributionSpans, ...]:
    """Return source, cue and content of every attribution, in order of the text.

    These are the attributions from which statements are made, and beside them
    those of attitudes ("hopes", "backs"), which are no statements. What somebody
    reports of others ("she said that he fears a war", "she fears that he will deny
    it") is his content and not marked again, as is the custom of corpora; statements
    keep it, with the relay.
    """
    reading = Reading(document, annotations)
    found: list[AttributionSpans] = []
    joined: dict[tuple[int, int], int] = {}
    attributions = read_attributions(reading)
    for one in attributions:
        if one.own or one.inside or _is_reported(one, attributions):
            continue
        source: tuple[Stretch, ...] = ()
        if one.source is not None:
            source = _source_stretches(reading, one)
        content = one.content
        if one.cue >= 0 and one.frame in _JOINED and _is_beside(reading, one):
            # 'The plan "is dead," she said. "It never lived."': one cue, one content.
            before = joined.get((one.sentence, one.cue))
            if before is not None:
                content = tuple(sorted({*found[before].content, *content}))
                found[before] = AttributionSpans(source, (one.cue_span,), content)
                continue
            joined[one.sentence, one.cue] = len(found)
        found.append(AttributionSpans(source, (one.cue_span,), content))
    return tuple(sorted(found, key=lambda spans: spans.content))


def _is_beside(reading: Reading, one: Attribution) -> bool:
    """Tell whether a content stands in the paragraph of its cue."""
    index = reading.annotations.sentence_at(one.content[0][0])
    blocks = {
        reading.sentences[i].block for i in (one.sentence, index) if i is not None
    }
    return len(blocks) == 1


def _is_reported(one: Attribution, others: Sequence[Attribution]) -> bool:
    """Tell whether an attribution stands inside the words that another reports."""
    if one.frame == "quote":
        return False
    for other in others:
        if other is one:
            continue
        if not other.holds(one.cue_span[0]):
            continue
        around = one.holds(other.cue_span[0])
        if not (around and one.frame == "according"):
            # Else each holds the other: "The bank fell, the Post says, according
            # to a broker", where the broker has the last word.
            return True
    return False


def _source_stretches(reading: Reading, one: Attribution) -> tuple[Stretch, ...]:
    """Return the source, and the relative pronoun that stands for it at the cue."""
    assert one.source is not None  # noqa: S101 - asked before
    start, end = source_stretch(reading, one.source_sentence, one.source)
    name = reading.sentences[one.source_sentence][one.source]
    if one.cue < 0 and start < one.cue_span[0] < end:
        # "Poll: Two in three back a truce", all of it one noun; so with a signature.
        before = name.end <= one.cue_span[0]
        start, end = (start, one.cue_span[0]) if before else (one.cue_span[1], end)
    found = [(start, end)]
    if one.cue >= 0:
        sentence = reading.sentences[one.sentence]
        cue = one.cue
        while sentence[cue].deprel == "conj" and not sentence.children(cue, *SUBJECTS):
            cue = sentence[cue].head
        for child in sentence.children(cue, *SUBJECTS):
            token = sentence[child]
            if child != one.source and token.tag in {"WP", "WDT"}:
                found.append((token.start, token.end))
    return tuple(found)


def source_stretch(reading: Reading, sentence_index: int, source: int) -> Stretch:
    """Return the offsets of a source with its titles and appositions."""
    sentence = reading.sentences[sentence_index]
    cut = frozenset({"acl", "parataxis", "punct", "case", "ccomp", "advcl", "cop"})
    start, end = sentence.extent(source, without=cut)
    quotation, name_end = reading.quotation_at(end - 1), sentence[source].end
    if (
        quotation is not None
        and name_end <= quotation.outer_start
        and quotation.end - quotation.start > _NICKNAME
    ):
        # "According to Ruiz, “the port is shut.”": parsers hang it on the name.
        end = quotation.outer_start
        while end > name_end and not reading.document.text[end - 1].isalnum():
            end -= 1
        return start, end
    return reading.fit(start, end)


def read_attributions(reading: Reading) -> list[Attribution]:
    """Read the whole document from the top."""
    blocks = list(find_block_quotations(reading))
    laid_out = [
        *find_turns(reading),
        *find_answers(reading),
        *find_lists(reading),
        *blocks,
    ]
    laid_in: dict[int, list[Attribution]] = {}
    for one in laid_out:
        laid_in.setdefault(one.sentence, []).append(one)
    taken = _sentences_in(reading, blocks)
    # A turn in quotation marks is not read a second time.
    spoken = {one.content[0] for one in laid_out if one.cue < 0}
    quoted = QuotedSpeech(reading)
    starts = _by_first_sentence(reading)
    found: list[Attribution] = []
    for index in range(len(reading.sentences)):
        # Half of what there is to do with statements.
        beat(0.5 * index / len(reading.sentences))
        if index in taken:
            continue
        for quotation in starts.get(index, ()):
            if (quotation.start, quotation.end) in spoken:
                continue
            attribution = quoted.assign(quotation, found)
            if attribution is not None:
                found.append(attribution)
        headline = find_headline(reading, index)
        if headline is not None:
            found.append(headline)
            continue
        back = find_pointing_back(reading, index, found)
        if back is not None:
            found.append(back)
        used = frozenset(
            one.cue
            for one in (*found[-8:], *laid_in.get(index, ()))
            if one.sentence == index and one.frame in {"quote", "clause", "turn"}
        )
        found.extend(find_verb_attributions(reading, index, used))
        found.extend(find_noun_attributions(reading, index))
        found.extend(find_copular(reading, index))
        found.extend(find_according(reading, index))
        found.extend(find_adjective_attributions(reading, index))
        found.extend(find_hinted(reading, index, found[-_FEW:]))
        found.extend(find_naming(reading, index, found[-_FEW:]))
        _mend(reading, index, found)
        _go_on_behind_colon(reading, index, found)
        _leave_dateline(reading, index, found)
        line = find_colon_line(reading, index)
        if line is not None and not any(
            one.sentence == index and one.frame == "quote" for one in found[-_FEW:]
        ):
            found.append(line)
    found.extend(laid_out)
    found.extend(find_quoted_relays(reading, found))
    found.extend(find_own_words(reading, found))
    return found


def _go_on_behind_colon(reading: Reading, index: int, found: list[Attribution]) -> None:
    """Add the sentence that a colon opens: "named three rules: / Boil the water.".

    A colon at the end of what is said announces that more of it follows.
    """
    sentences = reading.sentences
    if index + 1 >= len(sentences) or sentences[index][-1].text != ":":
        return
    after = sentences[index + 1]
    quoted = reading.quotation_at(after[0].end) is not None
    if after.block != sentences[index].block or quoted:
        return
    colon = sentences[index][-1].start
    for place in range(max(len(found) - _FEW, 0), len(found)):
        one = found[place]
        reached = one.content[-1][1]
        unsaid = one.act is None or one.frame == "quote"
        if one.sentence != index or one.cue < 0 or unsaid:
            continue
        if not reading.document.text[reached:colon].strip() and reached <= colon:
            content = (*one.content[:-1], (one.content[-1][0], after.end))
            found[place] = replace(one, content=content)


def _leave_dateline(reading: Reading, index: int, found: list[Attribution]) -> None:
    """Cut the dateline off what is said: "ZHEL - The road is open, Ruiz said".

    Nor does the place in it speak, though the parse may have it as the subject.
    """
    begin = reading.story_start(index)
    sentence = reading.sentences[index]
    if begin <= sentence.start:
        return
    for place in range(max(len(found) - _FEW, 0), len(found)):
        one = found[place]
        if one.sentence != index:
            continue
        content = tuple((max(s, begin), e) for s, e in one.content if e > begin)
        source = one.source
        if one.source_sentence == index and source is not None:
            source = _behind_dateline(sentence, source, begin)
        found[place] = replace(one, content=content or one.content, source=source)


def _behind_dateline(sentence: Sentence, source: int, begin: int) -> int:
    """Return who stands behind a dateline where its place was taken for the source."""
    if sentence[source].start >= begin:
        return source
    below = [
        child
        for child in sentence.children(source, "appos", "conj", "flat", "nsubj")
        if sentence[child].start >= begin
    ]
    if below:
        return below[0]
    return next(
        (
            place
            for place, token in enumerate(sentence)
            if token.start >= begin
            and token.upos in {"PROPN", "NOUN", "PRON"}
            and token.deprel not in {"compound", "nmod:poss", "flat"}
        ),
        source,
    )


def _mend(reading: Reading, index: int, found: list[Attribution]) -> None:
    """Put right who relays in a sentence; take out what another reading tells better.

    Those who are only cited; "promised" in "Ruiz promised, the radio added, that";
    "recalled" in "recalled the order of the king that", which is the king's.
    """
    here = [one for one in found[-_FEW:] if one.sentence == index]
    for one in here:
        if _is_quoted_twice(one, here):
            found.remove(one)
            continue
        teller = added_aside(reading, one) if one.relay is None else None
        if teller is not None:
            found[found.index(one)] = replace(one, relay=teller)
            continue
        mended = told_in_passing(reading, one, here)
        if mended is not None:
            found[found.index(one)] = mended
            for other in here:
                if other.cue == mended.cue and other in found:
                    found.remove(other)
        elif is_only_cited(reading, one) or any(
            other.relay is not None
            and other.relay == one.source
            and other.content == one.content
            and other.frame.startswith("noun")
            for other in here
        ):
            found.remove(one)


def _is_quoted_twice(one: Attribution, others: Sequence[Attribution]) -> bool:
    """Tell "she said" of 'Ruiz scolded him: “Enough,” she said.': Ruiz has them."""
    return one.frame == "clause" and any(
        other.frame == "quote" and all(part in other.content for part in one.content)
        for other in others
    )


def _sentences_in(reading: Reading, laid_out: list[Attribution]) -> frozenset[int]:
    """Return the sentences that a block quotation takes up."""
    taken: set[int] = set()
    for one in laid_out:
        start, end = one.content[0]
        index = reading.annotations.sentence_at(start)
        while index is not None and index < len(reading.sentences):
            if reading.sentences[index].start >= end:
                break
            taken.add(index)
            index += 1
    return frozenset(taken)


def _by_first_sentence(reading: Reading) -> dict[int, list[Quotation]]:
    found: dict[int, list[Quotation]] = {}
    for quotation in reading.quotations:
        first = reading.sentences_of(quotation)[0]
        found.setdefault(first, []).append(quotation)
    return found
