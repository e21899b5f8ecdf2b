"""What a case looks like from outside: reading, scoped and merged."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EpithetClaim,
    EventClaim,
    IncidentClaim,
    NarrativeClaim,
    RoleClaim,
    StatementClaim,
)
from dragoman.model.decision import Decision
from dragoman.model.document import Document
from dragoman.model.entity import Entity, Event, Incident, Narrative, Statement
from dragoman.model.failure import Failure
from dragoman.model.judgement import Edge
from dragoman.model.knowledge import Known

AnyClaim = TypeVar(
    "AnyClaim",
    EntityClaim,
    EpithetClaim,
    RoleClaim,
    EventClaim,
    StatementClaim,
    NarrativeClaim,
    IncidentClaim,
)


class View(Protocol):
    """Read access to one case. Everything comes in a fixed order."""

    def documents(self) -> Iterator[Document]:
        """All documents, by identifier."""
        ...

    def document(self, document_id: str) -> Document:
        """One document.

        Raises:
            StoreError: There is no such document.
        """
        ...

    def text(self, document_id: str) -> str:
        """The text of one document.

        Raises:
            StoreError: There is no such document.
        """
        ...

    def failures(self) -> Iterator[Failure]:
        """Everything that could not be read, by origin."""
        ...

    def claims(self, kind: type[AnyClaim]) -> Iterator[AnyClaim]:
        """All claims of one kind, by identifier."""
        ...

    def claims_of(self, document_id: str) -> list[Claim]:
        """All claims of one document, in the order of extraction."""
        ...

    def claims_by_keys(self, resolver: str, keys: Iterable[str]) -> list[Claim]:
        """Claims that a resolver filed under any of the blocking keys."""
        ...

    def claims_by_stems(self, resolver: str, stems: Iterable[str]) -> list[Claim]:
        """Claims that a resolver filed under any key that begins with one of these."""
        ...

    def canonical(self, identifier: str) -> str:
        """Canonical identifier of a claim, the identifier itself if it is alone."""
        ...

    def canonicals(self, identifiers: Iterable[str]) -> dict[str, str]:
        """Canonical identifiers of many claims at once."""
        ...

    def apart(self, canonicals: Iterable[str]) -> list[tuple[str, str]]:
        """Pairs of clusters that a negative judgement keeps apart.

        Args:
            canonicals: Canonical identifiers of the clusters asked about.

        Returns:
            Pairs of canonical identifiers, in order, the lesser one first; one of
            each pair at least was asked about.
        """
        ...

    def published(self, documents: Iterable[str]) -> dict[str, str | None]:
        """Publication dates of many documents at once."""
        ...

    def outlets(self, documents: Iterable[str]) -> dict[str, str | None]:
        """Who published some documents, ``None`` where the document does not say."""
        ...

    def edges(self) -> Iterator[Edge]:
        """All automatic judgements in the order in which they were made."""
        ...

    def decisions(self) -> list[Decision]:
        """All entries of the journal of people's decisions, oldest first."""
        ...

    def known(self, names: Iterable[str]) -> dict[str, tuple[Known, ...]]:
        """What lists know by each of some names, the user's before the starter pack.

        Args:
            names: In any spelling.

        Returns:
            By name as it was given; names that no list has are left out.
        """
        ...

    def entities(self) -> Iterator[Entity]:
        """All entities, by canonical identifier."""
        ...

    def events(self) -> Iterator[Event]:
        """All events, by canonical identifier."""
        ...

    def statements(self) -> Iterator[Statement]:
        """All statements, by canonical identifier."""
        ...

    def narratives(self) -> Iterator[Narrative]:
        """All narratives, by canonical identifier."""
        ...

    def incidents(self) -> Iterator[Incident]:
        """All incidents, in the order of their first records."""
        ...
