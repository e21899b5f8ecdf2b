"""From verdicts on pairs to edges that leave the clusters consistent.

What keeps apart comes first, then sure joins, then those of a claim that says
less than the other: they hold only while a single cluster fits that claim.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.model.claim import EntityClaim
from dragoman.model.judgement import Edge, Judgement
from dragoman.model.view import View
from dragoman.resolve.clusters import Clusters
from dragoman.resolve.verdict import Verdict, unsure

Pair = tuple[EntityClaim, EntityClaim, Verdict]

# Names of places decide by themselves; one document may name one in two ways.
_TOLD_APART = frozenset({"Person", "Organization"})


def settle(
    pairs: Sequence[Pair], rivals: Sequence[Pair], view: View, judge: str
) -> list[Edge]:
    """Weigh verdicts against one another.

    Args:
        pairs: Verdicts that can become edges.
        rivals: Verdicts on known claims, to count what else fits.
        view: The case.
        judge: Name to sign the edges with.

    Returns:
        Edges in an order that does not depend on the order of the pairs.
    """
    ordered = sorted(
        pairs, key=lambda pair: (-pair[2].score, *sorted((pair[0].id, pair[1].id)))
    )
    clusters = Clusters(
        view, (one.id for pair in (*pairs, *rivals) for one in pair[:2])
    )
    _keep_documents_whole((*pairs, *rivals), clusters)
    edges = list(_settle_apart(ordered, clusters, judge))
    edges.extend(_settle_sure(ordered, clusters, judge))
    for one, other, verdict in (*ordered, *rivals):
        if verdict.judgement is Judgement.NEGATIVE:
            clusters.forbid(one.id, other.id)
    edges.extend(_settle_weak(ordered, rivals, clusters, judge))
    edges.extend(_leave_open(ordered, clusters, judge))
    return edges


def _settle_apart(
    ordered: Sequence[Pair], clusters: Clusters, judge: str
) -> Iterator[Edge]:
    for one, other, verdict in ordered:
        if verdict.judgement is not Judgement.NEGATIVE or verdict.silent:
            continue
        if not clusters.same(one.id, other.id):
            clusters.forbid(one.id, other.id)
            yield verdict.edge(one.id, other.id, judge)


def _settle_sure(
    ordered: Sequence[Pair], clusters: Clusters, judge: str
) -> Iterator[Edge]:
    for one, other, verdict in _positive(ordered):
        if verdict.weak is not None or clusters.same(one.id, other.id):
            continue
        if clusters.join(one.id, other.id):
            yield verdict.edge(one.id, other.id, judge)


def _settle_weak(
    ordered: Sequence[Pair], rivals: Sequence[Pair], clusters: Clusters, judge: str
) -> Iterator[Edge]:
    """Join what fits a single cluster; leave the rest to a person."""
    fitting: defaultdict[str, set[str]] = defaultdict(set)
    for one, other, verdict in _positive((*ordered, *rivals)):
        if verdict.weak is not None:
            partner = other if verdict.weak == one.id else one
            fitting[verdict.weak].add(clusters.root(partner.id))
    for one, other, verdict in _positive(ordered):
        if verdict.weak is None or clusters.same(one.id, other.id):
            continue
        fits = {clusters.root(home) for home in fitting[verdict.weak]}
        if len(fits - {clusters.root(verdict.weak)}) == 1 and clusters.join(
            one.id, other.id
        ):
            yield verdict.edge(one.id, other.id, judge)
        elif not clusters.same(one.id, other.id):
            doubt = unsure(verdict.score / 2, *verdict.reasons, "others fit as well")
            yield doubt.edge(one.id, other.id, judge)


def _leave_open(
    ordered: Sequence[Pair], clusters: Clusters, judge: str
) -> Iterator[Edge]:
    """Yield one unsure verdict for each two clusters that stay apart."""
    seen: set[tuple[str, ...]] = set()
    for one, other, verdict in ordered:
        if verdict.judgement is not Judgement.UNSURE:
            continue
        roots = tuple(sorted((clusters.root(one.id), clusters.root(other.id))))
        if roots[0] == roots[1] or roots in seen:
            continue
        if clusters.may_join(one.id, other.id):
            seen.add(roots)
            yield verdict.edge(one.id, other.id, judge)


def _positive(pairs: Iterable[Pair]) -> Iterator[Pair]:
    return (pair for pair in pairs if pair[2].judgement is Judgement.POSITIVE)


def _keep_documents_whole(pairs: Iterable[Pair], clusters: Clusters) -> None:
    """Keep apart what one document tells apart, unless it was judged the same."""
    judged: set[tuple[str, ...]] = set()
    by_document: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one, other, verdict in pairs:
        if verdict.judgement is Judgement.POSITIVE:
            judged.add(tuple(sorted((one.id, other.id))))
        for claim in (one, other):
            if claim.schema in _TOLD_APART:
                by_document[claim.document_id, claim.schema].add(claim.id)
    for claims in by_document.values():
        ordered = sorted(claims)
        for n, one_id in enumerate(ordered):
            for other_id in ordered[n + 1 :]:
                if (one_id, other_id) not in judged:
                    clusters.forbid(one_id, other_id)
