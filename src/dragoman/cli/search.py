"""``dragoman search``: words in the reports and statements of a case."""

import sys
from typing import Annotated

import typer

from dragoman.cli.options import CaseArgument
from dragoman.cli.terminal import neutralize, say, show
from dragoman.store.case import open_case
from dragoman.store.search import Passage

_BOLD = ("\x1b[1m", "\x1b[0m")
_PLAIN = ("**", "**")


def search(
    case: CaseArgument,
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY",
            help='Words that must all occur; "in quotes" one after the other.',
            show_default=False,
        ),
    ],
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="Documents at most.")
    ] = 20,
) -> None:
    """Search the reports and statements of a case.

    Offsets count characters of the report. Case, accents and vowel signs make
    no difference.

    Example: dragoman search tour "border crossing"
    """
    words = " ".join(query)
    with open_case(case) as opened, opened.reading() as view:
        hits = view.search(words, limit)
        for hit in hits:
            document = view.document(hit.document_id)
            parts = (document.title, document.source.name, hit.published)
            show(" | ".join([*(part for part in parts if part), document.id]))
            for passage in hit.passages:
                print(_highlight(passage))
        said = view.search_statements(words, limit)
        for claim in said:
            speakers = ", ".join(party.name for party in claim.speakers)
            told = " ".join(claim.content.split())
            span = claim.citations[0].span
            where = f"[{span.document_id} {span.start}-{span.end}]"
            show(f"said by {speakers or 'unknown'} ({claim.act}): {told}  {where}")
    if not hits and not said:
        say(f"nothing found for {words!r}")


def _highlight(passage: Passage) -> str:
    begin, end = _BOLD if sys.stdout.isatty() else _PLAIN
    pieces, place = [], passage.start
    for left, right in passage.hits:
        pieces.append(_slice(passage, place, left))
        pieces.append(f"{begin}{_slice(passage, left, right)}{end}")
        place = right
    pieces.append(_slice(passage, place, passage.end))
    offsets = f"{passage.hits[0][0]}-{passage.hits[-1][1]}"
    return f"  {offsets}: " + "".join(pieces)


def _slice(passage: Passage, start: int, end: int) -> str:
    words = passage.text[start - passage.start : end - passage.start]
    return neutralize(words).replace("\n", " ")
