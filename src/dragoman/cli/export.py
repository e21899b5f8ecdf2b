"""``dragoman export``: a case for other programs."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated
from zipfile import is_zipfile

import typer

from dragoman.cli.options import CaseArgument
from dragoman.cli.terminal import say
from dragoman.errors import StoreError
from dragoman.model.garbage import NEVER, few_collections
from dragoman.plugins import find_points, load_exporter
from dragoman.protocols import Exporter
from dragoman.store.case import Case, open_case

FORMATS = ", ".join(find_points("exporters"))


def export(
    case: CaseArgument,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"One of: {FORMATS}.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="File to write; standard output without it.",
        ),
    ] = None,
) -> None:
    """Write a case in a format for other programs.

    csv (several tables) and ftm are ZIP archives, whatever the name of the file.

    Example: dragoman export tour --format jsonl -o tour.jsonl
    """
    exporter = load_exporter(form)
    with few_collections(NEVER), open_case(case) as opened:
        if output is None:
            with opened.reading() as view:
                exporter.export(view, sys.stdout.buffer)
        else:
            _write_file(opened, exporter, output)


def _write_file(case: Case, exporter: Exporter, path: Path) -> None:
    """Write a file as a whole, so that nobody ever sees half of one.

    Raises:
        StoreError: The file cannot be written.
    """
    path = path.resolve()  # A link stays one; what it leads to is written.
    unfinished = path.with_name(f".{path.name}.part")
    try:
        if path.exists() and not path.is_file():
            # A pipe or a device takes the bytes as they come.
            with path.open("wb") as stream, case.reading() as view:
                exporter.export(view, stream)
            return
        with unfinished.open("wb") as stream, case.reading() as view:
            exporter.export(view, stream)
        unfinished.replace(path)
        if path.suffix != ".zip" and is_zipfile(path):
            say(f"{path.name}: a ZIP file; programs know it by a name in .zip")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"{path}: cannot be written: {reason}") from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
