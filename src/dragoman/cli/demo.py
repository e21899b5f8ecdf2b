"""``dragoman demo``: the bundled sample corpus."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.build import run_build
from dragoman.cli.options import choose_settings, make_read_settings
from dragoman.errors import ReadError

SAMPLE = "data/sample/reports"
TITLE = "The Ketra Dam crisis, September 2025"


def demo(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder of the case.")
    ] = Path("demo"),
) -> None:
    """Build the bundled sample corpus and say where its dossier lies.

    Example: dragoman demo --out demo
    """
    settings = choose_settings(out, None)
    with as_file(files("dragoman") / SAMPLE) as folder:
        if not folder.is_dir():
            raise ReadError(f"{folder}: the sample corpus is missing")
        read_settings = make_read_settings(None, None, None)
        status = run_build([str(folder)], out, read_settings, settings, TITLE)
    raise typer.Exit(status)
