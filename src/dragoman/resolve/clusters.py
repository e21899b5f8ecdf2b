"""Clusters while a document is judged: what is joined, what must stay apart."""

from collections import defaultdict
from collections.abc import Iterable

from dragoman.model.view import View


class Clusters:
    """The canonical map of some claims, with the judgements of this run on top.

    A join that would bring together two claims that are kept apart is refused, so
    clusters stay consistent whatever the order of the pairs.
    """

    def __init__(
        self, view: View, identifiers: Iterable[str], *, guarded: bool = True
    ) -> None:
        """Read the clusters of claims from a view.

        Args:
            view: The case.
            identifiers: Claims that will be asked about.
            guarded: Whether negative judgements of the case are looked up.
        """
        self._home = view.canonicals(identifiers)
        self._parent: dict[str, str] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        if guarded:
            for one, other in view.apart(self._home.values()):
                self._forbid(one, other)

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
        return left == right or right not in self._apart[left]

    def join(self, one: str, other: str) -> bool:
        """Join the clusters of two claims, if nothing keeps them apart.

        Returns:
            Whether they are in one cluster now.
        """
        left, right = sorted((self.root(one), self.root(other)))
        if left == right:
            return True
        if right in self._apart[left]:
            return False
        self._parent[right] = left
        for enemy in self._apart.pop(right, set()):
            self._apart[enemy].discard(right)
            self._forbid(left, enemy)
        return True

    def forbid(self, one: str, other: str) -> None:
        """Keep the clusters of two claims apart from now on."""
        left, right = self.root(one), self.root(other)
        if left != right:
            self._forbid(left, right)

    def _forbid(self, one: str, other: str) -> None:
        self._apart[one].add(other)
        self._apart[other].add(one)
