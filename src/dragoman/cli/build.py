"""``dragoman build``: the main job in one go."""

from pathlib import Path

import typer

from dragoman import pipeline
from dragoman.cli.options import (
    CaseOption,
    DateOption,
    Inputs,
    SourceOption,
    TitleOption,
    WorkersOption,
    make_read_settings,
)
from dragoman.cli.progress import report_progress
from dragoman.cli.reporting import report
from dragoman.cli.terminal import show
from dragoman.store.case import create_case


def build(
    inputs: Inputs,
    case: CaseOption,
    date: DateOption = None,
    source: SourceOption = None,
    title: TitleOption = None,
    workers: WorkersOption = 1,
) -> None:
    """Do the main job in one go: read, annotate, extract, resolve, compose.

    Leaves case.db, dossier.html, dossier.md and dossier.json in the case.
    Building again adds nothing twice.

    Example: dragoman build reports/ --case tour --date 2024-05-12
    """
    raise typer.Exit(
        run_build(inputs, case, date=date, source=source, title=title, workers=workers)
    )


def run_build(
    inputs: list[str],
    folder: Path,
    *,
    date: str | None = None,
    source: str | None = None,
    title: str | None = None,
    workers: int = 1,
) -> int:
    """Build a case and print the path of its dossier.

    Returns:
        Exit status.
    """
    summary = pipeline.Summary()
    case = create_case(folder)
    alone = title if len(inputs) == 1 and Path(inputs[0]).is_file() else None
    settings = make_read_settings(date, source, alone)
    with report_progress() as progress:
        pipeline.add(case, inputs, settings, summary, progress)
        pipeline.extract(case, summary, progress, workers)
        pipeline.resolve(case, summary, progress)
    page = pipeline.compose(case, title)
    status = report(summary)
    show(str(page))
    return status
