"""Clusters while a document is judged: what is joined, what must stay apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import Protocol


class Settled(Protocol):
    """What was settled before, as a view of a case tells it."""

    def canonicals(self, identifiers: Iterable[str]) -> dict[str, str]:
        """Canonical identifiers of many claims."""
        ...

    def apart(self, canonicals: Iterable[str]) -> list[tuple[str, str]]:
        """Pairs of clusters that a negative judgement keeps apart."""
        ...


class Clusters:
    """The canonical map of some claims, with the judgements of this run on top.

    A join that would bring together two claims that are kept apart is refused, so
    clusters stay consistent whatever the order of the pairs.
    """

    def __init__(
        self, view: Settled, identifiers: Iterable[str], fresh: Iterable[str]
    ) -> None:
        """Read the clusters of claims from a view.

        Args:
            view: What was settled before.
            identifiers: Claims that will be asked about.
            fresh: Those of them that are judged for the first time.
        """
        self._view = view
        self._home = view.canonicals(identifiers)
        self._parent: dict[str, str] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        # Which clusters of the case a cluster of this run consists of.
        self._parts: dict[str, set[str]] = {}
        self._looked_up: set[str] = set()
        # The claims of a cluster that others tell apart from theirs, by group.
        self._groups: defaultdict[str, dict[object, list[str]]] = defaultdict(dict)
        self._judged: Set[tuple[str, str]] = frozenset()
        self._look_up({self._home.get(one, one) for one in fresh})

    def _look_up(self, roots: Iterable[str]) -> None:
        """Read what the case keeps apart from some clusters."""
        asked = sorted(set(roots) - self._looked_up)
        if asked:
            self._looked_up.update(asked)
            for one, other in self._view.apart(asked):
                self._forbid(self.root(one), self.root(other))

    def root(self, identifier: str) -> str:
        """Return the cluster of a claim."""
        root = self._home.get(identifier, identifier)
        while (above := self._parent.get(root)) is not None:
            root = above
        return root

    def same(self, one: str, other: str) -> bool:
        """Tell whether two claims are in one cluster."""
        return self.root(one) == self.root(other)

    def may_join(self, one: str, other: str) -> bool:
        """Tell whether nothing keeps the clusters of two claims apart."""
        left, right = self.root(one), self.root(other)
        return left == right or not self._are_apart(left, right)

    def join(self, one: str, other: str) -> bool:
        """Join the clusters of two claims, if nothing keeps them apart.

        Returns:
            Whether they are in one cluster now.
        """
        left, right = sorted((self.root(one), self.root(other)))
        if left == right:
            return True
        # What two earlier clusters hold against one another is looked up only
        # when something is about to join them.
        parts = [self._parts.get(root, {root}) for root in (left, right)]
        if not any(part <= self._looked_up for part in parts):
            self._look_up(parts[1])
        if self._are_apart(left, right):
            return False
        self._parent[right] = left
        for group, claims in self._groups.pop(right, {}).items():
            self._groups[left].setdefault(group, []).extend(claims)
        self._parts[left] = parts[0] | parts[1]
        for enemy in self._apart.pop(right, set()):
            self._apart[enemy].discard(right)
            self._forbid(left, enemy)
        return True

    def forbid(self, one: str, other: str) -> None:
        """Keep the clusters of two claims apart from now on."""
        left, right = self.root(one), self.root(other)
        if left != right:
            self._forbid(left, right)

    def tell_apart(
        self,
        groups: Mapping[object, Iterable[str]],
        judged: Set[tuple[str, str]],
    ) -> None:
        """Keep the claims of each group apart from one another from now on.

        Args:
            groups: Claims by what tells them apart.
            judged: Pairs that may be joined all the same, the lesser claim first.
        """
        self._judged = judged
        for group, claims in groups.items():
            for claim in claims:
                self._groups[self.root(claim)].setdefault(group, []).append(claim)

    def _are_apart(self, left: str, right: str) -> bool:
        if right in self._apart[left]:
            return True
        mine, theirs = self._groups.get(left), self._groups.get(right)
        if not mine or not theirs:
            return False
        return any(
            ((one, other) if one < other else (other, one)) not in self._judged
            for group, claims in mine.items()
            for one in claims
            for other in theirs.get(group, ())
        )

    def _forbid(self, one: str, other: str) -> None:
        self._apart[one].add(other)
        self._apart[other].add(one)
