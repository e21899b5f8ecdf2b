"""A read-only map from identifiers of claims to canonical identifiers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dragoman.model.judgement import Edge, Judgement


class Linker:
    """Clusters that follow from positive edges.

    The canonical identifier of a cluster is its least member, so it does not
    depend on the order of the edges.
    """

    def __init__(self, edges: Iterable[Edge] = ()) -> None:
        latest: dict[tuple[str, str], Edge] = {}
        for edge in edges:
            latest[edge.left, edge.right] = edge
        self._parent: dict[str, str] = {}
        for edge in latest.values():
            if edge.judgement is Judgement.POSITIVE:
                self._join(edge.left, edge.right)
        members: defaultdict[str, list[str]] = defaultdict(list)
        for identifier in self._parent:
            members[self._find(identifier)].append(identifier)
        self._canonical: dict[str, str] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        for group in members.values():
            ordered = tuple(sorted(group))
            self._members[ordered[0]] = ordered
            for identifier in ordered:
                self._canonical[identifier] = ordered[0]

    def _find(self, identifier: str) -> str:
        root = identifier
        while self._parent.setdefault(root, root) != root:
            root = self._parent[root]
        while self._parent[identifier] != root:
            self._parent[identifier], identifier = root, self._parent[identifier]
        return root

    def _join(self, one: str, other: str) -> None:
        left, right = sorted((self._find(one), self._find(other)))
        self._parent[right] = left

    def canonical(self, identifier: str) -> str:
        """Return the canonical identifier, the identifier itself if it is alone."""
        return self._canonical.get(identifier, identifier)

    def members(self, canonical: str) -> tuple[str, ...]:
        """Return all identifiers of a cluster in order."""
        return self._members.get(canonical, (canonical,))

    def as_mapping(self) -> Mapping[str, str]:
        """Return the map for every identifier that shares a cluster."""
        return self._canonical
