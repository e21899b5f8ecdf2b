"""What becomes of decisions on claims when a document is read anew.

A newer reader finds other claims, under other identifiers. A decision was made on the
words of a source, so it passes on to the new claim that rests on the same words.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from dragoman.model.claim import Claim
from dragoman.store.tables import MOVED

BATCH = 5_000
_INSERT = insert(MOVED).prefix_with("OR REPLACE")
_FOLLOW = (
    update(MOVED)
    .where(MOVED.c.heir == bindparam("before"))
    .values(heir=bindparam("after"))
)


def find_heirs(old: Sequence[Claim], new: Sequence[Claim]) -> dict[str, str]:
    """Return the new claims in place of those that are gone.

    Args:
        old: Claims of a document as it was read before.
        new: Its claims now.

    Returns:
        By identifier of the old claim; that of the claim of the same kind that shares
        most of its citations. Claims that no new one shares words with are left out.
    """
    kept = {claim.id for claim in new}
    by_words: dict[tuple[type[Claim], int, int], list[str]] = {}
    for claim in new:
        for citation in claim.citations:
            key = (type(claim), citation.span.start, citation.span.end)
            by_words.setdefault(key, []).append(claim.id)
    found = {}
    for claim in old:
        if claim.id in kept:
            continue
        shared: dict[str, int] = {}
        for citation in claim.citations:
            key = (type(claim), citation.span.start, citation.span.end)
            for one in by_words.get(key, ()):
                shared[one] = shared.get(one, 0) + 1
        if shared:
            found[claim.id] = min(shared, key=lambda one: (-shared[one], one))
    return found


def record_heirs(connection: Connection, heirs: dict[str, str]) -> None:
    """Note which claims took the place of which; heirs of heirs are followed."""
    if not heirs:
        return
    follow = [{"before": old, "after": heir} for old, heir in heirs.items()]
    connection.execute(_FOLLOW, follow)
    connection.execute(
        _INSERT, [{"old": old, "heir": heir} for old, heir in heirs.items()]
    )


def heirs_of(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    """Return the heirs of those claims that are gone."""
    asked = sorted(set(claims))
    found: dict[str, str] = {}
    for start in range(0, len(asked), BATCH):
        rows = connection.execute(
            select(MOVED).where(MOVED.c.old.in_(asked[start : start + BATCH]))
        )
        found.update((row.old, row.heir) for row in rows)
    return found


def forebears_of(connection: Connection, claims: Iterable[str]) -> set[str]:
    """Return the claims that are gone and whose place some claims took."""
    asked = sorted(set(claims))
    found: set[str] = set()
    for start in range(0, len(asked), BATCH):
        rows = connection.execute(
            select(MOVED.c.old).where(MOVED.c.heir.in_(asked[start : start + BATCH]))
        )
        found.update(rows.scalars())
    return found
