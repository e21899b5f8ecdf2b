"""Blocking keys: which earlier claims a new one is compared with.

Two bounds keep the thousandth document as cheap as the tenth. A cluster is found
again by a few of its claims, so only ``MAX_FILED`` of them are filed under a key.
And a key that many clusters share (a common given name, the capital in a busy
month) tells little by itself: under such a key a claim counts only if it shares a
second one, unless either side has no other key to share.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from dragoman.store.canonical import canonicals_of
from dragoman.store.connect import fetch, send

MAX_FILED = 3
# Claims under a key from which on it is a crowded one.
CROWD = 30

KeysByClaim = Mapping[str, Sequence[str]]

_INSERT = """
    INSERT OR IGNORE INTO keys (resolver, "key", claim, width)
    VALUES (:resolver, :key, :claim, :width)
"""


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
    asked = [
        (claim, key, len(set(keys)))
        for claim, keys in keys_by_claim.items()
        for key in dict.fromkeys(keys)
    ]
    rows = fetch(connection, _MET, asked, resolver=resolver, crowd=CROWD)
    return sorted({claim for (claim,) in rows} - keys_by_claim.keys())


# Under a crowded key a claim counts half, unless either side has no other to share:
# then all who are there count, to tell whether it fits one of them alone. Crowds stay
# in the database: they grow with the case, what is found does not.
_MET = """
    WITH asked(own, key, width) AS MATERIALIZED (
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'),
            json_extract(value, '$[2]')
        FROM json_each(:asked)
    ),
    sizes(key, crowded) AS MATERIALIZED (
        SELECT key, (
            SELECT count(*) > :crowd AND min(width) > 1 FROM keys
            WHERE resolver = :resolver AND keys.key = each.key
        ) FROM (SELECT DISTINCT key FROM asked) AS each
    )
    SELECT DISTINCT claim FROM (
        SELECT own, claim FROM asked
        CROSS JOIN sizes ON sizes.key = asked.key
        CROSS JOIN keys ON resolver = :resolver AND keys.key = asked.key
        GROUP BY own, claim
        HAVING sum(CASE WHEN crowded AND asked.width > 1 THEN 1 ELSE 2 END) > 1
    )
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
        send(connection, _INSERT, rows)


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
