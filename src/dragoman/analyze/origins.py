"""How many of several reports are of independent origin.

Many copies are not many confirmations: a reprint adds a report, not an origin.
"""

import re
from collections.abc import Sequence

from dragoman.model.entity import Report

_WORD = re.compile(r"\w+")
SHINGLE_WORDS = 4
# Above this share of common shingles two passages count as one wording. Reprints
# measure .8 and more, two journalists on the same event under .3.
REPRINT_SHARE = 0.6


def _shingles(report: Report) -> frozenset[tuple[str, ...]]:
    words = [
        word
        for citation in report.citations
        for word in _WORD.findall(citation.quote.casefold())
    ]
    if len(words) <= SHINGLE_WORDS:
        return frozenset({tuple(words)})
    return frozenset(
        tuple(words[at : at + SHINGLE_WORDS])
        for at in range(len(words) - SHINGLE_WORDS + 1)
    )


def count_origins(reports: Sequence[Report]) -> int:
    """Count reports that are not reprints of an earlier one in the list.

    Args:
        reports: Tellings of the same event or statement.

    Returns:
        At least 1 for a non-empty list; two reports with the same wording (share
        of common 4-word shingles of the shorter one at least 0.6) count once.

    Source:
        A. Broder, "On the resemblance and containment of documents", 1997.
    """
    seen: list[frozenset[tuple[str, ...]]] = []
    for report in reports:
        own = _shingles(report)
        copied = any(
            len(own & other) / max(1, min(len(own), len(other))) >= REPRINT_SHARE
            for other in seen
        )
        if not copied:
            seen.append(own)
    return len(seen)
