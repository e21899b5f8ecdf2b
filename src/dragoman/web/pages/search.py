"""One search over reports, names and statements."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.store.catalog.find import Found
from dragoman.web.desk import CatalogDep
from dragoman.web.lists import MAX_QUERY, leading_citations, read_things
from dragoman.web.pages.lists import show_passages
from dragoman.web.templating import render

router = APIRouter()

_DOCUMENTS, _OTHERS = 15, 8
_NOTHING = Found((), 0, more=False, following=None)


@router.get("/search")
def search(request: Request, catalog: CatalogDep, q: str = "") -> HTMLResponse:
    """Show what has every word of a query."""
    words = q.strip()
    if len(words) > MAX_QUERY:
        raise ValueError(f"q has {len(words)} characters: {MAX_QUERY} may")
    documents = entities = statements = _NOTHING
    if words:
        documents = catalog.find("document", words, limit=_DOCUMENTS)
        entities = catalog.find("entity", words, limit=_OTHERS)
        statements = catalog.find("statement", words, limit=_OTHERS)
    listed = [row.id for row in documents.rows]
    things = read_things(catalog, statements.rows)
    cited = [
        citation.span.document_id
        for thing in things.values()
        for citation in leading_citations(thing)
    ]
    return render(
        request,
        "search.html",
        {
            "words": words,
            "search_words": words,
            "documents": documents,
            "entities": entities,
            "statements": statements,
            "things": things,
            "heads": catalog.heads([*listed, *cited]),
            "cards": catalog.cards(row.id for row in entities.rows),
            "passages": show_passages(catalog, listed, words),
        },
    )
