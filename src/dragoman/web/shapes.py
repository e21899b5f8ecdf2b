"""Things as plain values for downloads and the API; the shapes of the exchange file."""

from collections.abc import Iterator, Mapping

from dragoman.export.objects import (
    document_object,
    event_object,
    narrative_object,
    statement_object,
)
from dragoman.model.claim import Party
from dragoman.model.directory import EntityCard
from dragoman.model.document import Document
from dragoman.model.entity import Event, Narrative, Statement
from dragoman.store.catalog.browse import Row
from dragoman.store.catalog.gather import Thing
from dragoman.web.lists import Listing
from dragoman.web.templating import words_address

Shape = dict[str, object]


def listing_objects(listing: Listing) -> Iterator[Shape]:
    """Yield what a list shows, one object a row."""
    for row in listing.rows:
        if row.kind == "document":
            yield document_head(listing.documents[row.id])
        elif row.kind == "entity":
            yield _entity_head(row, listing.cards[row.id])
        elif row.id in listing.things:
            yield thing_object(listing.things[row.id])


def thing_object(thing: Thing) -> Shape:
    """Return an event, a statement or a narrative."""
    match thing:
        case Event():
            return event_object(thing)
        case Statement():
            return statement_object(thing)
        case Narrative():
            return narrative_object(thing)


def document_head(document: Document) -> Shape:
    """Return a document without its text."""
    shape = document_object(document)
    del shape["text"]
    return shape


def _entity_head(row: Row, card: EntityCard) -> Shape:
    return {
        "kind": "entity",
        "id": row.id,
        "schema": card.schema,
        "types": list(card.types),
        "name": row.label,
        "country": card.country,
        "documents": row.documents,
    }


COLUMNS: Mapping[str, tuple[str, ...]] = {
    "document": ("id", "published", "outlet", "author", "title", "language", "url"),
    "entity": ("id", "name", "schema", "types", "country", "reports"),
    "event": (
        "id",
        "time",
        "type",
        "mode",
        "modality",
        "participants",
        "place",
        "topics",
        "reports",
        "disagreements",
        "quote",
        "words",
    ),
    "statement": (
        "id",
        "time",
        "speakers",
        "act",
        "addressees",
        "via",
        "manner",
        "content",
        "condition",
        "reports",
        "words",
    ),
    "narrative": ("id", "form", "label", "carriers", "origin", "passages", "words"),
}


def listing_rows(listing: Listing) -> Iterator[tuple[str, ...]]:
    """Yield what a list shows, one row of ``COLUMNS`` each."""
    for row in listing.rows:
        if row.kind == "document":
            yield _document_row(listing.documents[row.id])
        elif row.kind == "entity":
            card = listing.cards[row.id]
            facts = (card.schema, "; ".join(card.types), card.country or "")
            yield (row.id, row.label, *facts, str(row.documents))
        elif row.id in listing.things:
            yield _thing_row(listing.things[row.id])


def _document_row(document: Document) -> tuple[str, ...]:
    source = document.source
    return tuple(
        value or ""
        for value in (
            document.id,
            document.published,
            source.name,
            source.author,
            document.title,
            document.lang,
            source.url,
        )
    )


def _thing_row(thing: Thing) -> tuple[str, ...]:
    words = words_address(thing.citations[0])
    match thing:
        case Event():
            return (
                thing.id,
                thing.time.value if thing.time else "",
                thing.type,
                thing.mode or "",
                thing.modality.value,
                _names(tuple(one.party for one in thing.participants)),
                thing.place_name or "",
                "; ".join(thing.topics),
                str(len(thing.reports)),
                "; ".join(one.property for one in thing.disagreements),
                thing.citations[0].quote,
                words,
            )
        case Statement():
            return (
                thing.id,
                thing.time.value if thing.time else "",
                _names(thing.speakers),
                thing.act,
                _names(thing.addressees),
                _names(thing.via),
                thing.manner.value,
                thing.content,
                thing.condition or "",
                str(len(thing.reports)),
                words,
            )
        case Narrative():
            origin = thing.origin.name if thing.origin else ""
            passages = str(len(thing.citations))
            carriers = _names(thing.carriers)
            return thing.id, thing.form, thing.label, carriers, origin, passages, words


def _names(parties: tuple[Party, ...]) -> str:
    return "; ".join(party.name for party in parties)
