"""A read-only map from identifiers of claims to canonical identifiers.

Clusters follow from judgements by three rules, whatever order these came in:

1. What people decided comes first, the newest decision before older ones. A decision
   that contradicts newer ones ("A is B", "B is C", then "A is not C") is overruled and
   listed among the conflicts.
2. Automatic merges follow, the likeliest first. One that would bring together two
   claims that people keep apart is left out; so a wrong cluster parts at its weakest
   link.
3. On a pair that a person has judged, no automatic judgement counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dragoman.model.decision import Decision, list_standing
from dragoman.model.judgement import Edge, Judgement


class Linker:
    """Clusters that follow from automatic edges and people's decisions.

    The canonical identifier of a cluster is its least member.

    Attributes:
        conflicts: Decisions that newer ones overrule, newest first.
    """

    def __init__(
        self, edges: Iterable[Edge] = (), decisions: Iterable[Decision] = ()
    ) -> None:
        """Work out the clusters.

        Args:
            edges: Automatic judgements, the latest on a pair last.
            decisions: All entries of the journal, in any order.
        """
        self._parent: dict[str, str] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        self.conflicts: tuple[Decision, ...] = ()
        decided = self._decide(decisions)
        latest = {(edge.left, edge.right): edge for edge in edges}
        merges = [
            edge
            for pair, edge in latest.items()
            if edge.judgement is Judgement.POSITIVE and pair not in decided
        ]
        for edge in sorted(merges, key=lambda e: (-(e.score or 0.0), e.left, e.right)):
            self._join(edge.left, edge.right)
        self._canonical: dict[str, str] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        self._name_clusters()

    def _decide(self, decisions: Iterable[Decision]) -> set[tuple[str, str]]:
        """Apply what people decided; return the pairs that they judged."""
        overruled = []
        decided: set[tuple[str, str]] = set()
        for decision in list_standing(decisions):
            decided.add((decision.left, decision.right))
            if decision.judgement is Judgement.POSITIVE:
                holds = self._join(decision.left, decision.right)
            elif decision.judgement is Judgement.NEGATIVE:
                holds = self._forbid(decision.left, decision.right)
            else:
                holds = True
            if not holds:
                overruled.append(decision)
        self.conflicts = tuple(overruled)
        return decided

    def _name_clusters(self) -> None:
        members: defaultdict[str, list[str]] = defaultdict(list)
        for identifier in self._parent:
            members[self._find(identifier)].append(identifier)
        for group in members.values():
            if len(group) == 1:
                continue
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

    def _join(self, one: str, other: str) -> bool:
        left, right = sorted((self._find(one), self._find(other)))
        if left == right:
            return True
        if right in self._apart[left]:
            return False
        self._parent[right] = left
        for enemy in self._apart.pop(right, set()):
            self._apart[enemy].discard(right)
            self._apart[enemy].add(left)
            self._apart[left].add(enemy)
        return True

    def _forbid(self, one: str, other: str) -> bool:
        left, right = self._find(one), self._find(other)
        if left == right:
            return False
        self._apart[left].add(right)
        self._apart[right].add(left)
        return True

    def canonical(self, identifier: str) -> str:
        """Return the canonical identifier, the identifier itself if it is alone."""
        return self._canonical.get(identifier, identifier)

    def members(self, canonical: str) -> tuple[str, ...]:
        """Return all identifiers of a cluster in order."""
        return self._members.get(canonical, (canonical,))

    def as_mapping(self) -> Mapping[str, str]:
        """Return the map for every identifier that shares a cluster."""
        return self._canonical
