"""Blocking keys: which earlier claims a new one is compared with.

Two bounds keep the ten thousandth document as cheap as the tenth. A cluster is found
again by a few of its claims, so only ``MAX_FILED`` of them are filed under a key.
And a key that many clusters share (a common given name, the capital in a busy month)
tells little by itself: under such a key a claim counts only if it shares a second one,
unless either side has no other key to share. So whoever comes to a crowded key is
filed under pairs of keys, one of them the crowded one, and nobody reads the crowd to
find the few who share two. The whole crowd is read only where somebody has to be
weighed against all of it.

Where few people say much, pairs are shared by many too (a speaker and two words that
he uses every day). A pair takes ``FULL`` claims; who comes later is filed under all of
its keys together, where it meets whoever shares every one of them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from dragoman.store.canonical import canonicals_of
from dragoman.store.connect import fetch, send

MAX_FILED = 2
# Claims under a key from which on it is a crowded one.
CROWD = 30
# Claims under a pair of keys, or all keys of a claim, from which on it takes no more.
FULL = 16

KeysByClaim = Mapping[str, Sequence[str]]
# A claim under a key, and how many keys it has.
Row = tuple[str, int]

# What joins two keys to a pair, and marks the rest of a crowd; in no key of a resolver.
_AND = "\x1f"

_UNDER = """
    SELECT asked.value, claim, width FROM json_each(:asked) AS asked
    CROSS JOIN keys ON resolver = :resolver AND keys."key" = asked.value
"""
_INSERT = """
    INSERT OR IGNORE INTO keys (resolver, "key", claim, width)
    VALUES (?, ?, ?, ?)
"""


class Filing:
    """The claims of one document, and what is filed under their keys."""

    def __init__(
        self, connection: Connection, resolver: str, keys_by_claim: KeysByClaim
    ) -> None:
        """Read what is filed.

        Args:
            connection: A transaction.
            resolver: Whose keys these are.
            keys_by_claim: Keys of the new claims; they may be filed already.
        """
        self._connection = connection
        self._resolver = resolver
        self._keys = {
            claim: tuple(dict.fromkeys(keys)) for claim, keys in keys_by_claim.items()
        }
        self._rows: dict[str, list[Row]] = {}
        self._homes: dict[str, str] = {}
        self._read(key for keys in self._keys.values() for key in keys)

    def find(self) -> list[str]:
        """Return the earlier claims that the new ones are to be compared with.

        Returns:
            Identifiers in order.
        """
        if not any(map(self._is_crowded, self._rows)):
            met = {claim for rows in self._rows.values() for claim, _ in rows}
            return sorted(met - self._keys.keys())
        self._read(self._behind_crowds())
        met = set()
        for keys in self._keys.values():
            half: Counter[str] = Counter()
            for key in keys:
                filed = [claim for claim, _ in self._rows[key]]
                if not filed:
                    continue
                if not self._is_crowded(key):
                    met.update(filed)
                elif self._counts_whole(key, keys):
                    met.update(filed)
                    met.update(claim for claim, _ in self._rows[_rest_of(key)])
                else:
                    half.update(filed)
                    for pair in (*_pairs(key, keys), _all_of(keys)):
                        met.update(claim for claim, _ in self._rows[pair])
            met.update(claim for claim, times in half.items() if times > 1)
        return sorted(met - self._keys.keys())

    def file(self) -> None:
        """File the new claims, a few of each cluster under each key."""
        self._homes = canonicals_of(self._connection, self._keys)
        self._find_homes(self._rows)
        new: list[tuple[str, str, str, int]] = []
        for claim, keys in sorted(self._keys.items()):
            width = len(keys)
            for key in self._places_for(claim, keys):
                self._rows[key].append((claim, width))
                new.append((self._resolver, key, claim, width))
        if new:
            send(self._connection, _INSERT, new)

    def _places_for(self, claim: str, keys: Sequence[str]) -> Iterator[str]:
        """Yield the keys, pairs and crowds that a claim is to be filed under."""
        for key in keys:
            if not self._has_room(key, claim):
                continue
            if len(keys) == 1 or not self._is_crowded(key):
                yield key
                continue
            pairs = _pairs(key, keys)
            self._read((*pairs, _all_of(keys)))
            self._find_homes((*pairs, _all_of(keys)))
            if any(self._is_full(pair) for pair in pairs):
                pairs.append(_all_of(keys))
            open_ones = [
                pair
                for pair in pairs
                if not self._is_full(pair) and self._has_room(pair, claim)
            ]
            if open_ones:
                yield from open_ones
                self._rows.setdefault(_rest_of(key), [])
                yield _rest_of(key)

    def _find_homes(self, keys: Iterable[str]) -> None:
        """Look up the clusters of what is filed under some keys."""
        filed = {one for key in keys for one, _ in self._rows[key]}
        asked = filed - self._homes.keys()
        if asked:
            self._homes.update(canonicals_of(self._connection, asked))

    def _has_room(self, key: str, claim: str) -> bool:
        """Tell whether a claim is not filed here, nor enough of its cluster."""
        rows = self._rows[key]
        if not rows:
            return True
        homes, home, room = self._homes, self._homes[claim], MAX_FILED
        for one, _ in rows:
            if homes[one] == home:
                room -= 1
                if not room or one == claim:
                    return False
        return True

    def _behind_crowds(self) -> Iterator[str]:
        """Yield the keys behind those that are crowded."""
        crowded = {key for key in self._rows if self._is_crowded(key)}
        if not crowded:
            return
        for keys in self._keys.values():
            for key in keys:
                if key not in crowded:
                    continue
                if self._counts_whole(key, keys):
                    yield _rest_of(key)
                else:
                    yield from _pairs(key, keys)
                    yield _all_of(keys)

    def _is_full(self, pair: str) -> bool:
        return len(self._rows[pair]) >= FULL

    def _is_crowded(self, key: str) -> bool:
        return len(self._rows[key]) > CROWD

    def _counts_whole(self, key: str, keys: Sequence[str]) -> bool:
        """Tell whether somebody has to be weighed against all of a crowd.

        Whoever has no other key to share: to tell whether it fits one of them alone.
        """
        return len(keys) == 1 or any(width == 1 for _, width in self._rows[key])

    def _read(self, keys: Iterable[str]) -> None:
        asked = [key for key in dict.fromkeys(keys) if key not in self._rows]
        if not asked:
            return
        self._rows.update((key, []) for key in asked)
        rows = fetch(self._connection, _UNDER, asked, resolver=self._resolver)
        for key, claim, width in rows:
            self._rows[key].append((claim, width))


def _pairs(key: str, keys: Iterable[str]) -> list[str]:
    """Return the pairs of a key and each of the others."""
    return [_AND.join(sorted((key, other))) for other in keys if other != key]


def _all_of(keys: Sequence[str]) -> str:
    """Return the key of those who share every one of some keys."""
    return _AND + _AND.join(sorted(keys))


def _rest_of(key: str) -> str:
    """Return the key of those who came when a key was crowded."""
    return key + _AND
