"""Names that a list gives to one thing mean one thing: "علي خان" and "Ali Khan"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dragoman.data.starter import PACK
from dragoman.model.claim import Claim, EntityClaim
from dragoman.model.judgement import Edge
from dragoman.model.knowledge import fits
from dragoman.model.view import View
from dragoman.resolve.settle import settle
from dragoman.resolve.verdict import Verdict, same

# Surer than any comparison of names, less sure than a person.
_SCORE = 0.97


class KnowledgeResolver:
    """Joins what one entry of a user's list names."""

    name = "knowledge"
    version = "1"
    judge_name = "auto:knowledge"

    def keys(self, claim: Claim, view: View) -> Iterable[str]:
        """Return the entry that a claim's names belong to."""
        if not isinstance(claim, EntityClaim):
            return ()
        return [f"known:{entry}" for entry in _entries(claim, view)]

    def judge(
        self, fresh: Sequence[Claim], known: Sequence[Claim], view: View
    ) -> Iterable[Edge]:
        """Judge the entities of one document."""
        claims = [one for one in (*fresh, *known) if isinstance(one, EntityClaim)]
        new = {one.id for one in fresh}
        by_entry: defaultdict[str, list[EntityClaim]] = defaultdict(list)
        for claim in claims:
            for entry in _entries(claim, view):
                by_entry[entry].append(claim)
        pairs = list(_pair_up(by_entry.values(), new))
        return settle(pairs, (), view, self.judge_name)


def _pair_up(
    groups: Iterable[Sequence[EntityClaim]], new: set[str]
) -> Iterator[tuple[EntityClaim, EntityClaim, Verdict]]:
    for group in groups:
        for one, other in pairwise(group):
            if one.id in new or other.id in new:
                yield one, other, same(_SCORE, "one entry of a list of names")


def _entries(claim: EntityClaim, view: View) -> list[str]:
    """Return the single entry that bears names of a claim, or nothing."""
    found = view.known([use.text for use in claim.names])
    fitting = {
        known.id
        for name, entries in found.items()
        for known in entries
        # The starter pack is known to the comparison of names already.
        if known.pack != PACK and fits(known, claim, name)
    }
    return sorted(fitting) if len(fitting) == 1 else []
