"""``dragoman judgements``: the journal of decisions as a file, out and in."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import CaseArgument
from dragoman.cli.terminal import count_entries, say
from dragoman.errors import StoreError
from dragoman.model.decision import Decision
from dragoman.model.linker import Linker
from dragoman.store.case import change_case, open_case
from dragoman.store.journal_file import read_journal, write_journal
from dragoman.store.view import SqliteView


class Direction(StrEnum):
    """What to do with the file."""

    EXPORT = "export"
    IMPORT = "import"


def judgements(
    direction: Annotated[
        Direction, typer.Argument(metavar="export|import", show_default=False)
    ],
    case: CaseArgument,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="JSON lines.", show_default=False),
    ],
) -> None:
    """Write the journal of decisions to a file, or read one into a case.

    Two analysts can work on copies: whatever the order in which their journals are
    read in, and however often, the same decisions hold.

    Example: dragoman judgements export tour anna.jsonl
    """
    if direction is Direction.EXPORT:
        with open_case(case) as opened, opened.reading() as view:
            journal = view.journal()
        file.write_bytes(write_journal(journal))
        say(f"{count_entries(len(journal))} written to {file}")
        return
    try:
        entries = read_journal(file.read_bytes(), str(file))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"{file}: cannot be read: {reason}") from error
    with change_case(case) as opened:
        with opened.writing() as writer:
            added = writer.add_decisions(entries)
        with opened.reading() as view:
            standing = view.decisions()
            conflicts = Linker((), standing).conflicts
            strange = _count_strange(view, standing, entries)
    anew = f"; write the dossier anew: dragoman dossier {case}" if added else ""
    say(f"{added} new of {count_entries(len(entries))}{anew}")
    if strange:
        say(
            f"{strange} of {count_entries(len(entries))} on claims that this case has "
            "not, of another case or of reports not read here: kept, to hold once it "
            "has them"
        )
    for one in conflicts:
        say(
            f"overruled by newer decisions: {one.judgement.value} on {one.left} and "
            f"{one.right} by {one.analyst} at {one.made} ({one.id})"
        )


def _count_strange(
    view: SqliteView, standing: Iterable[Decision], entries: Iterable[Decision]
) -> int:
    """Count the entries of which the case has not both claims."""
    given = {entry.id for entry in entries}
    # Entries as they stand now: their claims may have passed on to others.
    pairs = [(one.left, one.right) for one in standing if one.id in given]
    here = {claim.id for claim in view.claims_named(sorted({*chain(*pairs)}))}
    return sum(not here.issuperset(pair) for pair in pairs)
