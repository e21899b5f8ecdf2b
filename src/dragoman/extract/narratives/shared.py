"""Phrases that several speakers of a document say word for word.

"“Order and bread,” she promised. “Order and bread,” the square answered": nobody calls
it a slogan, but it is passed on like one.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.extract.narratives.found import Found
from dragoman.extract.narratives.retold import hold_words
from dragoman.extract.narratives.spread import split_words
from dragoman.model.annotation import Annotations
from dragoman.model.claim import Claim, Manner, StatementClaim

_FEWEST, _MOST = 3, 8  # words
# Of these so many must say something: "I do not know" is nobody's slogan.
_TELLING = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
_LEAST_TELLING = 2
_SMALL = 3  # letters of words that are small in titles
_MARKS = " \t\n,;.:!"


def find_shared(claims: Sequence[Claim], annotations: Annotations) -> Iterator[Found]:
    """Yield a phrase for each of its speakers, if there are two or more.

    Only what stands in quotation marks counts: in a transcript everybody thanks
    everybody.

    Args:
        claims: Claims of the document, statements among them.
        annotations: Of the document.
    """
    quoted = [
        claim
        for claim in claims
        if isinstance(claim, StatementClaim)
        and claim.manner is Manner.DIRECT
        and claim.speakers
        and not claim.via
        and _is_marked(claim, annotations)
    ]
    quoted.sort(key=lambda claim: len(claim.content))
    split = [split_words(claim.content) for claim in quoted]
    seen: set[tuple[str, ...]] = set()
    for claim, words in zip(quoted, split, strict=True):
        if words in seen or not _is_phrase(claim, words, annotations):
            continue
        seen.add(words)
        saying = [
            one
            for one, said in zip(quoted, split, strict=True)
            if hold_words(said, words)
        ]
        saying.sort(key=lambda one: one.citations[0].span.start)
        if all(
            set(one.speakers) & set(other.speakers) for one, other in pairwise(saying)
        ):
            continue
        for one in saying:
            span = one.citations[0].span
            here = (span.start, span.end)
            label = claim.content.strip(_MARKS)
            yield Found(label, "slogan", one.speakers, None, here)


def _is_marked(claim: StatementClaim, annotations: Annotations) -> bool:
    span = claim.citations[0].span
    return any(
        one.start <= span.start and span.end <= one.end
        for one in annotations.quotations
    )


def _is_phrase(
    claim: StatementClaim, words: tuple[str, ...], annotations: Annotations
) -> bool:
    if not _FEWEST <= len(words) <= _MOST:
        return False
    span = claim.citations[0].span
    number = annotations.sentence_at(span.start)
    if number is None:
        return False
    telling = {
        token.lemma
        for token in annotations.sentences[number]
        if span.start <= token.start < span.end and token.upos in _TELLING
    }
    small = [word for word in claim.content.split()[1:] if len(word) > _SMALL]
    named = bool(small) and all(word[:1].isupper() for word in small)
    return not named and len(telling) >= _LEAST_TELLING  # "The Lind Report" is a name
