"""Reading a view for export: every citation is compared with its document."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import cached_property

from dragoman.analyze.holders import Holders
from dragoman.errors import SpanError, StoreError
from dragoman.model.document import Document
from dragoman.model.entity import Entity, Event, Incident, Narrative, Statement
from dragoman.model.knowledge import Known
from dragoman.model.span import Citation
from dragoman.model.view import View

# Characters of texts that are kept to be looked at again.
_MOST_KEPT = 32_000_000


class CheckedView:
    """What a view holds, verified on the way; nothing without evidence comes out.

    Attributes:
        view: The same, not verified, to be looked through beforehand.

    All methods raise ``SpanError`` at the first citation that does not verify,
    and at anything that has no citation.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._characters = 0

    @cached_property
    def _holders(self) -> Holders:
        return Holders(self.view.entities(), self.view)

    def documents(self) -> Iterator[Document]:
        """All documents, by identifier."""
        return self.view.documents()

    def entities(self) -> Iterator[Entity]:
        """All entities, by canonical identifier."""
        for entity in self.view.entities():
            self._verify(entity.id, entity.citations)
            for use in entity.names:
                self._verify(entity.id, use.citations)
            for role in entity.roles:
                self._verify(entity.id, role.citations)
            for epithet in entity.epithets:
                self._verify(entity.id, epithet.citations)
            yield entity

    def events(self) -> Iterator[Event]:
        """All events, by canonical identifier."""
        for event in map(self._holders.fill_event, self.view.events()):
            self._verify(event.id, event.citations)
            for report in event.reports:
                self._verify(event.id, report.citations)
            yield event

    def statements(self) -> Iterator[Statement]:
        """All statements, by canonical identifier."""
        for statement in map(self._holders.fill_statement, self.view.statements()):
            self._verify(statement.id, statement.citations)
            yield statement

    def narratives(self) -> Iterator[Narrative]:
        """All narratives, by canonical identifier."""
        for narrative in self.view.narratives():
            self._verify(narrative.id, narrative.citations)
            yield narrative

    def incidents(self) -> Iterator[Incident]:
        """All incidents, in the order of their first records."""
        for incident in self.view.incidents():
            self._verify(incident.id, incident.citations)
            for one in incident.parts:
                self._verify(incident.id, (one.citation,))
            yield incident

    def known(self, names: Iterable[str]) -> dict[str, tuple[Known, ...]]:
        """What lists know by each of some names; no evidence, so nothing to verify."""
        return self.view.known(names)

    def _verify(self, owner: str, citations: Iterable[Citation]) -> None:
        found = False
        for citation in citations:
            found = True
            citation.verify(self._text(owner, citation.span.document_id))
        if not found:
            raise SpanError(f"{owner} has a value without a citation")

    def _text(self, owner: str, document: str) -> str:
        """Return a text; those read last are kept, all would not fit into memory."""
        text = self._texts.pop(document, None)
        if text is None:
            try:
                text = self.view.text(document)
            except StoreError as error:
                raise SpanError(
                    f"{owner} cites {document}, which is not in the case"
                ) from error
            self._characters += len(text)
        self._texts[document] = text
        while self._characters > _MOST_KEPT and len(self._texts) > 1:
            _, oldest = self._texts.popitem(last=False)
            self._characters -= len(oldest)
        return text
