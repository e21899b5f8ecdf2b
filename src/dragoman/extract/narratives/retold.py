"""Slogans in somebody's own words, such as a post of a channel."""

from collections.abc import Iterator, Sequence

from dragoman.extract.narratives.found import Found
from dragoman.extract.narratives.spread import split_words
from dragoman.model.claim import Claim, Manner, StatementClaim

# A slogan of fewer words may be said by anybody.
_LEAST = 3


def find_retold(claims: Sequence[Claim], slogans: Sequence[Found]) -> Iterator[Found]:
    """Yield those whose direct speech holds a slogan of the same document.

    Args:
        claims: Claims of the document, statements among them.
        slogans: Slogans found in it.
    """
    known: dict[tuple[str, ...], Found] = {}
    for slogan in slogans:
        words = split_words(slogan.label)
        if len(words) >= _LEAST:
            known.setdefault(words, slogan)
    if not known:
        return
    for claim in claims:
        if not isinstance(claim, StatementClaim) or claim.manner is not Manner.DIRECT:
            continue
        said = split_words(claim.content)
        span = claim.citations[0].span
        for words, slogan in known.items():
            start, end = slogan.span
            if not start <= span.start < end and hold_words(said, words):
                here = (span.start, span.end)
                yield slogan._replace(carriers=claim.speakers, origin=None, span=here)


def hold_words(said: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether words stand in others, one behind the other."""
    size = len(words)
    return set(words) <= set(said) and any(
        said[i : i + size] == words for i in range(len(said) - size + 1)
    )
