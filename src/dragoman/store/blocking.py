"""Blocking keys: which earlier claims a new one is compared with.

Two bounds keep the thousandth document as cheap as the tenth. A cluster is found
again by a few of its claims, so only ``MAX_FILED`` of them are filed under a key.
And a key that many clusters share (a common given name, the capital in a busy
month) tells little by itself: under such a key a claim counts only if it shares a
second one, unless either side has no other key to share.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, insert, select

from dragoman.store.canonical import BATCH, canonicals_of
from dragoman.store.tables import CANONICAL, KEYS

MAX_FILED = 3
# Claims under a key from which on it is a crowded one.
CROWD = 30

KeysByClaim = Mapping[str, Sequence[str]]

_INSERT = insert(KEYS).prefix_with("OR IGNORE")


def find_known(
    connection: Connection, resolver: str, keys_by_claim: KeysByClaim
) -> list[str]:
    """Return the earlier claims that new ones are to be compared with.

    Args:
        connection: A transaction.
        resolver: Whose keys these are.
        keys_by_claim: Keys of the new claims; they may be filed already.

    Returns:
        Identifiers in order.
    """
    filed = _list_filed(connection, resolver, keys_by_claim)
    crowded = {
        key
        for key, claims in filed.items()
        if len(claims) > CROWD and 1 not in claims.values()
    }
    found: set[str] = set()
    for keys in keys_by_claim.values():
        own = dict.fromkeys(keys)
        shared: Counter[str] = Counter()
        for key in own:
            weight = 1 if key in crowded and len(own) > 1 else 2
            shared.update(dict.fromkeys(filed.get(key, ()), weight))
        found.update(claim for claim, weight in shared.items() if weight > 1)
    return sorted(found - keys_by_claim.keys())


def _list_filed(
    connection: Connection, resolver: str, keys_by_claim: KeysByClaim
) -> dict[str, dict[str, int]]:
    """Return the claims under each key, each with the number of its keys."""
    keys = sorted({key for keys in keys_by_claim.values() for key in keys})
    filed: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for start in range(0, len(keys), BATCH):
        rows = connection.execute(
            select(KEYS.c.key, KEYS.c.claim, KEYS.c.width).where(
                KEYS.c.resolver == resolver,
                KEYS.c.key.in_(keys[start : start + BATCH]),
            )
        )
        for key, claim, width in rows:
            filed[key][claim] = width
    return filed


def file_keys(
    connection: Connection, resolver: str, keys_by_claim: KeysByClaim
) -> None:
    """File claims under the keys of a resolver, a few of each cluster."""
    clusters = canonicals_of(connection, keys_by_claim)
    pairs = sorted(
        (key, claim) for claim, keys in keys_by_claim.items() for key in set(keys)
    )
    own = sorted(set(clusters.values()))
    keys = sorted({key for key, _ in pairs})
    filed = _count_filed(connection, resolver, keys, own)
    rows = []
    for key, claim in pairs:
        filed[key, clusters[claim]] += 1
        if filed[key, clusters[claim]] <= MAX_FILED:
            width = len(set(keys_by_claim[claim]))
            row = {"resolver": resolver, "key": key, "claim": claim, "width": width}
            rows.append(row)
    if rows:
        connection.execute(_INSERT, rows)


def _count_filed(
    connection: Connection, resolver: str, keys: Sequence[str], own: Sequence[str]
) -> Counter[tuple[str, str]]:
    """Count the claims of some clusters under each key."""
    cluster = func.coalesce(CANONICAL.c.canonical, KEYS.c.claim)
    counts: Counter[tuple[str, str]] = Counter()
    for start in range(0, len(keys), BATCH):
        rows = connection.execute(
            select(KEYS.c.key, cluster, func.count())
            .join(CANONICAL, CANONICAL.c.id == KEYS.c.claim, isouter=True)
            .where(
                KEYS.c.resolver == resolver,
                KEYS.c.key.in_(keys[start : start + BATCH]),
                cluster.in_(own),
            )
            .group_by(KEYS.c.key, cluster)
        )
        for key, root, number in rows:
            counts[key, root] = number
    return counts
