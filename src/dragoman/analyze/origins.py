"""How many of several reports are of independent origin.

Many copies are not many confirmations: a reprint adds a report, not an origin.
"""

import re
from collections.abc import Sequence

from dragoman.model.entity import Report

_WORD = re.compile(r"\w+")
SHINGLE_WORDS = 4
# A remark of a few words has hardly four in a row that a copy leaves alone.
SHORT_WORDS, SHORT_SHINGLE = 12, 2
# Above this share of common shingles two passages count as one wording. Reprints
# measure .8 and more, two journalists on the same event under .3.
REPRINT_SHARE = 0.6

Words = tuple[str, ...]


def _words(report: Report) -> Words:
    return tuple(
        word
        for citation in report.citations
        for word in _WORD.findall(citation.quote.casefold())
    )


def _shingles(words: Words, size: int) -> frozenset[Words]:
    if len(words) <= size:
        return frozenset({words})
    return frozenset(words[at : at + size] for at in range(len(words) - size + 1))


def _is_copy(one: Words, other: Words) -> bool:
    if one == other:
        return True
    short = min(len(one), len(other)) < SHORT_WORDS
    size = SHORT_SHINGLE if short else SHINGLE_WORDS
    mine, theirs = _shingles(one, size), _shingles(other, size)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs))) >= REPRINT_SHARE


def count_origins(reports: Sequence[Report]) -> int:
    """Count reports that are not reprints of an earlier one in the list.

    Args:
        reports: Tellings of the same event or statement.

    Returns:
        At least 1 for a non-empty list; two reports with the same wording (share
        of common 4-word shingles of the shorter one at least 0.6, of 2-word shingles
        in passages under 12 words) count once.

    Source:
        A. Broder, "On the resemblance and containment of documents", 1997.
    """
    seen: list[Words] = []
    for report in reports:
        own = _words(report)
        if not any(_is_copy(own, other) for other in seen):
            seen.append(own)
    return len(seen)
