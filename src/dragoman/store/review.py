"""Questions for a person: which pairs of claims to look at first.

Two kinds are worth a look: pairs on which a resolver was unsure, and merges that it
made on weak grounds. They come in the order of what an answer is likely to change:
the claims of the smaller of the two sides change hands, if the answer is the one that
moves them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, exists, func, select

from dragoman.model.decision import list_standing
from dragoman.model.judgement import Edge, Judgement
from dragoman.store.canonical import canonicals_of, read_edge
from dragoman.store.clusters import find_apart
from dragoman.store.decisions import decisions_on
from dragoman.store.tables import CANONICAL, CLAIMS, EDGES

# Below this likeness an automatic merge is shown to a person.
WEAK = 0.75
# Candidates that are weighed; more than a person answers in a week.
MOST = 3_000
_BATCH = 500
# Kinds of claim in the order in which they are asked about: who is who comes first,
# since events and statements follow from it.
_ORDER = {"entity": 0, "event": 1, "statement": 2, "narrative": 3}


@dataclass(frozen=True, slots=True)
class Question:
    """A pair of claims to be judged.

    Attributes:
        edge: What the resolver judged, with score and reasons.
        kind: Kind of the claims, ``entity``, ``event`` ...
        merged: Whether they are one at present.
        left: Canonical identifier of the left claim's cluster.
        right: Of the right one; equal to ``left`` if they are merged.
        weight: How many claims of the case an answer would move, at least 1.
    """

    edge: Edge
    kind: str
    merged: bool
    left: str
    right: str
    weight: int


def list_questions(
    connection: Connection, limit: int = 100, about: Sequence[str] = ()
) -> list[Question]:
    """Return the open questions, those that are likely to change most first.

    Args:
        connection: A transaction.
        limit: How many at most.
        about: Claims of one entity and of what it does and says: then every merge that
            holds any of them together is asked about, of names, then events, then
            statements, the weakest first, so that a wrong one can be taken apart.

    Returns:
        Questions on which no decision stands; the order is fixed.
    """
    edges = _edges_at(connection, about) if about else _candidates(connection)
    ends = [one for edge in edges for one in (edge.left, edge.right)]
    decided = {
        (one.left, one.right) for one in list_standing(decisions_on(connection, ends))
    }
    home = canonicals_of(connection, ends)
    open_edges = [
        edge
        for edge in edges
        if (edge.left, edge.right) not in decided
        and (home[edge.left] == home[edge.right])
        == (edge.judgement is Judgement.POSITIVE)
    ]
    kinds = _kinds(connection, {one for e in open_edges for one in (e.left, e.right)})
    sizes = _sizes(connection, {home[one] for one in kinds})
    questions = []
    for edge in open_edges:
        if edge.left not in kinds or edge.right not in kinds:
            continue  # The claims are gone: their document was read anew.
        left, right = home[edge.left], home[edge.right]
        weight = min(sizes.get(left, 1), sizes.get(right, 1))
        questions.append(
            Question(edge, kinds[edge.left], left == right, left, right, weight)
        )
    questions.sort(key=_weakness if about else _urgency)
    return _once_each(connection, questions)[:limit]


def _once_each(connection: Connection, questions: list[Question]) -> list[Question]:
    """Leave out what is answered: by a judgement, or by a question that comes before.

    Two clusters are one question, through whichever of their claims they met. Where a
    judgement keeps two apart, a doubt on others of their claims is none.
    """
    asked = {one for q in questions if not q.merged for one in (q.left, q.right)}
    seen = set(find_apart(connection, asked))
    found = []
    for question in questions:
        pair = min(question.left, question.right), max(question.left, question.right)
        if question.merged or pair not in seen:
            seen.add(pair)
            found.append(question)
    return found


def _weakness(question: Question) -> tuple[int, bool, float, str, str]:
    edge = question.edge
    kind = _ORDER.get(question.kind, len(_ORDER))
    return kind, not question.merged, edge.score or 0.0, edge.left, edge.right


def _urgency(question: Question) -> tuple[int, bool, float, str, str]:
    edge = question.edge
    likely = edge.score or 0.0
    moves = 1 - likely if question.merged else likely
    return (
        _ORDER.get(question.kind, len(_ORDER)),
        question.merged,
        -question.weight * moves,
        edge.left,
        edge.right,
    )


def _candidates(connection: Connection) -> list[Edge]:
    """Return unsure pairs and weak merges that are the latest on their pair."""
    unsure = _latest().where(EDGES.c.judgement == Judgement.UNSURE.value)
    weak = _latest().where(
        EDGES.c.judgement == Judgement.POSITIVE.value, EDGES.c.score < WEAK
    )
    found: list[Edge] = []
    for query in (unsure.order_by(EDGES.c.score.desc()), weak.order_by(EDGES.c.score)):
        found.extend(map(read_edge, connection.execute(query.limit(MOST))))
    return found


def _edges_at(connection: Connection, claims: Sequence[str]) -> list[Edge]:
    """Return merges and unsure pairs of some claims, the weakest first."""
    kinds = (Judgement.POSITIVE.value, Judgement.UNSURE.value)
    found: dict[int, Edge] = {}
    for start in range(0, len(claims), _BATCH):
        part = claims[start : start + _BATCH]
        for side in (EDGES.c.left, EDGES.c.right):
            query = _latest().where(side.in_(part), EDGES.c.judgement.in_(kinds))
            rows = connection.execute(query.order_by(EDGES.c.score).limit(MOST))
            found.update((row.n, read_edge(row)) for row in rows)
    return list(found.values())


def _latest() -> Select[Any]:
    """Return the query for edges that no later one on their pair replaces."""
    newer = EDGES.alias()
    replaced = exists().where(
        newer.c.left == EDGES.c.left,
        newer.c.right == EDGES.c.right,
        newer.c.n > EDGES.c.n,
    )
    return select(EDGES).where(~replaced)


def _kinds(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    asked = sorted(claims)
    for start in range(0, len(asked), _BATCH):
        rows = connection.execute(
            select(CLAIMS.c.id, CLAIMS.c.kind).where(
                CLAIMS.c.id.in_(asked[start : start + _BATCH])
            )
        )
        found.update((row.id, row.kind) for row in rows)
    return found


def _sizes(connection: Connection, roots: Iterable[str]) -> dict[str, int]:
    """Return how many claims have a member of a cluster as their subject."""
    found: dict[str, int] = {}
    asked = sorted(roots)
    for start in range(0, len(asked), _BATCH):
        part = asked[start : start + _BATCH]
        home = func.coalesce(CANONICAL.c.canonical, CLAIMS.c.subject)
        for query in (
            select(CANONICAL.c.canonical, func.count())
            .join(CLAIMS, CLAIMS.c.subject == CANONICAL.c.id)
            .where(CANONICAL.c.canonical.in_(part))
            .group_by(CANONICAL.c.canonical),
            select(home, func.count())
            .select_from(CLAIMS)
            .join(CANONICAL, CANONICAL.c.id == CLAIMS.c.subject, isouter=True)
            .where(CLAIMS.c.subject.in_(part), CANONICAL.c.id.is_(None))
            .group_by(home),
        ):
            found.update((root, number) for root, number in connection.execute(query))
    return found
