"""A case in memory, to try resolvers on claims made by hand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from builders import make_document
from dragoman.model.claim import Claim, EntityClaim
from dragoman.model.document import Document
from dragoman.model.judgement import Edge, Judgement
from dragoman.model.linker import Linker
from dragoman.protocols import Resolver

MAX_FILED = 5


class Desk:
    """What resolvers ask a view for, and the run of the pipeline over it."""

    def __init__(self) -> None:
        self.claims: dict[str, Claim] = {}
        self.latest: dict[tuple[str, str], Edge] = {}
        self.dates: dict[str, str | None] = {}
        self.sources: dict[str, str | None] = {}
        self.documents: dict[str, Document] = {}
        self._filed: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._linker = Linker()

    # ------------------------------------------------------------ the view

    def claims_by_keys(self, resolver: str, keys: Iterable[str]) -> list[Claim]:
        found = {one for key in keys for one in self._filed[resolver, key]}
        return [self.claims[one] for one in sorted(found)]

    def claims_by_stems(self, resolver: str, stems: Iterable[str]) -> list[Claim]:
        begun = tuple(stems)
        filed = [key for name, key in self._filed if name == resolver]
        keys = [key for key in filed if key.startswith(begun)]
        return self.claims_by_keys(resolver, keys)

    def claims_of(self, document_id: str) -> list[Claim]:
        return [
            claim for claim in self.claims.values() if claim.document_id == document_id
        ]

    def canonical(self, identifier: str) -> str:
        return self._linker.canonical(identifier)

    def canonicals(self, identifiers: Iterable[str]) -> dict[str, str]:
        return {one: self.canonical(one) for one in identifiers}

    def apart(self, canonicals: Iterable[str]) -> list[tuple[str, str]]:
        asked = set(canonicals)
        found = set()
        for edge in self.latest.values():
            if edge.judgement is Judgement.NEGATIVE:
                ends = self.canonical(edge.left), self.canonical(edge.right)
                if not asked.isdisjoint(ends):
                    found.add((min(ends), max(ends)))
        return sorted(found)

    def document(self, document_id: str) -> Document:
        return self.documents.get(document_id) or make_document("")

    def published(self, documents: Iterable[str]) -> dict[str, str | None]:
        return {one: self.dates.get(one) for one in documents}

    def outlets(self, documents: Iterable[str]) -> dict[str, str | None]:
        return {one: self.sources.get(one) for one in documents}

    # ------------------------------------------------------------ the run

    def add(self, claims: Sequence[Claim], *resolvers: Resolver) -> list[Edge]:
        """Resolve the claims of one document as the pipeline does."""
        self.claims.update((claim.id, claim) for claim in claims)
        made: list[Edge] = []
        for resolver in resolvers:
            made.extend(self._judge(claims, resolver))
        return made

    def _judge(self, claims: Sequence[Claim], resolver: Resolver) -> Iterator[Edge]:
        keys = {c.id: tuple(resolver.keys(c, self)) for c in claims}  # type: ignore[arg-type]  # a view in part
        fresh = [claim for claim in claims if keys[claim.id]]
        asked = [key for some in keys.values() for key in some]
        known = [
            claim
            for claim in self.claims_by_keys(resolver.name, asked)
            if not keys.get(claim.id)
        ]
        for edge in list(resolver.judge(fresh, known, self)):  # type: ignore[arg-type]  # a view in part
            yield from self.record(edge)
        for claim in fresh:
            for key in dict.fromkeys(keys[claim.id]):
                filed = self._filed[resolver.name, key]
                home = self.canonical(claim.id)
                if sum(self.canonical(one) == home for one in filed) < MAX_FILED:
                    filed.append(claim.id)

    def record(self, edge: Edge) -> Iterator[Edge]:
        held = self.latest.get((edge.left, edge.right))
        if (
            held is not None
            and edge.judge.startswith("auto:")
            and not held.judge.startswith("auto:")
        ):
            return
        self.latest[edge.left, edge.right] = edge
        self._linker = Linker(self.latest.values())
        yield edge

    # ------------------------------------------------------------ questions

    def clusters(self, kind: type[Claim] = EntityClaim) -> set[frozenset[str]]:
        """Clusters of claims of one kind, by identifier."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for claim in self.claims.values():
            if isinstance(claim, kind):
                found[self.canonical(claim.id)].add(claim.id)
        return {frozenset(members) for members in found.values()}

    def together(self, one: Claim, other: Claim) -> bool:
        return self.canonical(one.id) == self.canonical(other.id)

    def judged(self, one: Claim, other: Claim) -> Judgement | None:
        left, right = sorted((one.id, other.id))
        edge = self.latest.get((left, right))
        return None if edge is None else edge.judgement
