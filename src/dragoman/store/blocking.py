"""Blocking keys: which earlier claims a new one is compared with.

Two bounds keep the thousandth document as cheap as the tenth. A cluster is found
again by a few of its claims, so only ``MAX_FILED`` of them are filed under a key.
And a key that many clusters share (a common given name, the capital in a busy
month) tells little by itself: under such a key a claim counts only if it shares a
second one, unless either side has no other key to share.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, insert

from dragoman.store.canonical import canonicals_of
from dragoman.store.connect import fetch
from dragoman.store.tables import KEYS

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
    for key, claim, width in fetch(connection, _FILED, keys, resolver=resolver):
        filed[key][claim] = width
    return filed


_FILED = """
    SELECT key, claim, width FROM keys
    WHERE resolver = :resolver AND key IN (SELECT value FROM json_each(:asked))
"""


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
    rows = fetch(
        connection, _COUNTED, keys, resolver=resolver, own=json.dumps(list(own))
    )
    return Counter({(key, root): number for key, root, number in rows})


_COUNTED = """
    SELECT key, coalesce(canonical, claim) AS cluster, count(*)
    FROM keys LEFT JOIN canonical ON canonical.id = claim
    WHERE resolver = :resolver AND key IN (SELECT value FROM json_each(:asked))
    AND cluster IN (SELECT value FROM json_each(:own))
    GROUP BY key, cluster
"""
