"""From verdicts on pairs to edges that leave the clusters consistent.

What keeps apart comes first, then sure joins, then those of a claim that says
less than the other: they hold only while a single cluster fits that claim.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias, TypeVar

from dragoman.model.judgement import Edge, Judgement
from dragoman.resolve.clusters import Clusters, Settled
from dragoman.resolve.verdict import Verdict, unsure


class Judged(Protocol):
    """A claim, as far as it matters here."""

    @property
    def id(self) -> str:
        """Identifier of the claim."""
        ...


# What a document tells again, it tells again within so many claims that may be meant:
# farther ones are not compared, so that no document costs the square of its length.
NEAREST = 100

C = TypeVar("C", bound=Judged)
Pair: TypeAlias = tuple[C, C, Verdict]


def settle(
    pairs: Sequence[Pair[C]],
    rivals: Sequence[Pair[C]],
    view: Settled,
    judge: str,
    told_apart: Callable[[C], object] | None = None,
) -> list[Edge]:
    """Weigh verdicts against one another.

    Args:
        pairs: Verdicts that can become edges.
        rivals: Verdicts on known claims, to count what else fits.
        view: What was settled before.
        judge: Name to sign the edges with.
        told_apart: Returns the same value for claims that one document tells
            apart, ``None`` where it does not. Without it, whatever was found
            different vetoes even the surest joins.

    Returns:
        Edges in an order that does not depend on the order of the pairs.
    """
    ordered = sorted(pairs, key=_rank)
    everyone = [claim.id for pair in (*pairs, *rivals) for claim in pair[:2]]
    clusters = Clusters(view, everyone, (one.id for one, _, _ in pairs))
    if told_apart is None:
        _forbid_different((*ordered, *rivals), clusters)
    else:
        _keep_apart((*pairs, *rivals), clusters, told_apart)
    edges = list(_settle_apart(ordered, clusters, judge))
    refused: list[Pair[C]] = []
    edges.extend(_settle_sure(ordered, clusters, judge, refused))
    if told_apart is None:
        edges.extend(_doubt_refused(refused, clusters, judge))
    _forbid_different((*ordered, *rivals), clusters)
    edges.extend(_settle_weak(ordered, rivals, clusters, judge))
    edges.extend(_leave_open(ordered, clusters, judge, told_apart))
    reopened = list(_reopen(ordered, rivals, clusters, judge))
    return [*_few_doubts(edges), *reopened]


def _rank(pair: Pair[C]) -> tuple[float, str, str]:
    one, other = pair[0].id, pair[1].id
    return (-pair[2].score, *((one, other) if one < other else (other, one)))


def _few_doubts(edges: Iterable[Edge]) -> Iterator[Edge]:
    """Leave a person a few questions on each claim, the most telling first."""
    asked: Counter[str] = Counter()
    for edge in edges:
        if edge.judgement is Judgement.UNSURE:
            if max(asked[edge.left], asked[edge.right]) >= _MAX_DOUBTS:
                continue
            asked.update((edge.left, edge.right))
        yield edge


_MAX_DOUBTS = 2


def _forbid_different(pairs: Iterable[Pair[C]], clusters: Clusters) -> None:
    for one, other, verdict in pairs:
        if verdict.judgement is Judgement.NEGATIVE:
            clusters.forbid(one.id, other.id)


def _settle_apart(
    ordered: Sequence[Pair[C]], clusters: Clusters, judge: str
) -> Iterator[Edge]:
    for one, other, verdict in ordered:
        if verdict.judgement is not Judgement.NEGATIVE or verdict.silent:
            continue
        if not clusters.same(one.id, other.id):
            clusters.forbid(one.id, other.id)
            yield verdict.edge(one.id, other.id, judge)


def _settle_sure(
    ordered: Sequence[Pair[C]],
    clusters: Clusters,
    judge: str,
    refused: list[Pair[C]],
) -> Iterator[Edge]:
    """Join what is surely one; what something keeps apart all the same is listed."""
    for one, other, verdict in _positive(ordered):
        if verdict.weak is not None or clusters.same(one.id, other.id):
            continue
        if clusters.join(one.id, other.id):
            yield verdict.edge(one.id, other.id, judge)
        else:
            refused.append((one, other, verdict))


def _doubt_refused(
    refused: Iterable[Pair[C]], clusters: Clusters, judge: str
) -> Iterator[Edge]:
    """Ask about two that fit where one of them stands with what the other excludes.

    Which of them it belongs to would else depend on which was known first, unseen.
    """
    for one, other, verdict in refused:
        if not clusters.same(one.id, other.id):
            doubt = unsure(
                verdict.score / 2, *verdict.reasons, "another report speaks against it"
            )
            yield doubt.edge(one.id, other.id, judge)


def _settle_weak(
    ordered: Sequence[Pair[C]],
    rivals: Sequence[Pair[C]],
    clusters: Clusters,
    judge: str,
) -> Iterator[Edge]:
    """Join what fits a single cluster; leave the rest to a person."""
    best = _best_grades((*ordered, *rivals))
    # What a claim was joined by before that is less than what fits it now.
    lesser = {
        verdict.weak
        for one, other, verdict in _positive(rivals)
        if verdict.weak is not None
        and verdict.grade < best[verdict.weak]
        and clusters.same(one.id, other.id)
    }
    fitting: defaultdict[str, set[str]] = defaultdict(set)
    for one, other, verdict in _positive((*ordered, *rivals)):
        if verdict.weak is not None and verdict.grade == best[verdict.weak]:
            partner = other if verdict.weak == one.id else one
            # Whom it is kept apart from does not fit it, whatever the name is.
            if verdict.weak in lesser or clusters.may_join(one.id, other.id):
                fitting[verdict.weak].add(clusters.root(partner.id))
    for one, other, verdict in _positive(ordered):
        weak = verdict.weak
        if (
            weak is None
            or verdict.grade < best[weak]
            or clusters.same(one.id, other.id)
        ):
            continue
        fits = {clusters.root(home) for home in fitting[weak]}
        single = len(fits - {clusters.root(weak)}) == 1
        # A lesser join is taken back afterwards (``_reopen``).
        if single and (clusters.join(one.id, other.id) or weak in lesser):
            yield verdict.edge(one.id, other.id, judge)
        elif not clusters.same(one.id, other.id):
            doubt = unsure(verdict.score / 2, *verdict.reasons, "others fit as well")
            yield doubt.edge(one.id, other.id, judge)


def _best_grades(pairs: Iterable[Pair[C]]) -> dict[str, int]:
    """Return for each claim that says less how good the best is that fits it."""
    best: dict[str, int] = {}
    for _, _, verdict in _positive(pairs):
        if verdict.weak is not None:
            best[verdict.weak] = max(best.get(verdict.weak, 0), verdict.grade)
    return best


def _reopen(
    ordered: Sequence[Pair[C]],
    rivals: Sequence[Pair[C]],
    clusters: Clusters,
    judge: str,
) -> Iterator[Edge]:
    """Take back what fitted a single cluster when it was joined, and fits two now.

    "Lindqvist" was Anna's while she was the only one; when Karl turns up, it is
    nobody's, as if all three had come at once.
    """
    best = _best_grades((*ordered, *rivals))
    newcomers = {
        verdict.weak
        for one, other, verdict in _positive(ordered)
        if verdict.weak is not None
        and verdict.grade == best[verdict.weak]
        and not clusters.same(one.id, other.id)
    }
    for one, other, verdict in _positive(rivals):
        if verdict.weak in newcomers and clusters.same(one.id, other.id):
            doubt = unsure(verdict.score / 2, *verdict.reasons, "others fit as well")
            yield doubt.edge(one.id, other.id, judge)


def _leave_open(
    ordered: Sequence[Pair[C]],
    clusters: Clusters,
    judge: str,
    told_apart: Callable[[C], object] | None,
) -> Iterator[Edge]:
    """Yield one unsure verdict for each two clusters that stay apart.

    Two that a document tells apart stay so, but on a doubt of their own a person is
    asked all the same.
    """
    seen: set[tuple[str, ...]] = set()
    for one, other, verdict in ordered:
        if verdict.judgement is not Judgement.UNSURE:
            continue
        roots = tuple(sorted((clusters.root(one.id), clusters.root(other.id))))
        if roots[0] == roots[1] or roots in seen:
            continue
        place = None if told_apart is None else told_apart(one)
        doubted = place is not None and told_apart and place == told_apart(other)
        if doubted or clusters.may_join(one.id, other.id):
            seen.add(roots)
            yield verdict.edge(one.id, other.id, judge)


def _positive(pairs: Iterable[Pair[C]]) -> Iterator[Pair[C]]:
    return (pair for pair in pairs if pair[2].judgement is Judgement.POSITIVE)


def _keep_apart(
    pairs: Iterable[Pair[C]],
    clusters: Clusters,
    told_apart: Callable[[C], object],
) -> None:
    """Keep apart what one document tells apart, unless it was judged the same."""
    judged: set[tuple[str, str]] = set()
    together: defaultdict[object, set[str]] = defaultdict(set)
    for one, other, verdict in pairs:
        if verdict.judgement is Judgement.POSITIVE:
            judged.add((min(one.id, other.id), max(one.id, other.id)))
        for claim in (one, other):
            together[told_apart(claim)].add(claim.id)
    together.pop(None, None)
    clusters.tell_apart(together, judged)
