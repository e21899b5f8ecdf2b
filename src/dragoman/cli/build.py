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
    choose_settings,
    make_read_settings,
)
from dragoman.cli.progress import report_progress
from dragoman.cli.reporting import announce_outdated, report
from dragoman.cli.terminal import show
from dragoman.errors import ReadError, SettingsError
from dragoman.protocols import ReadSettings
from dragoman.read.files import find_files, is_address
from dragoman.settings import Settings
from dragoman.store.case import create_case


def build(
    inputs: Inputs,
    case: CaseOption,
    date: DateOption = None,
    source: SourceOption = None,
    title: TitleOption = None,
    workers: WorkersOption = None,
) -> None:
    """Do the main job in one go: read, annotate, extract, resolve, compose.

    Leaves case.db, dossier.html, dossier.md and dossier.json in the case.
    Building again adds nothing twice.

    Example: dragoman build reports/ --case tour --date 2024-05-12
    """
    if not case.exists() and all(map(_is_missing, inputs)):
        raise SettingsError(f"no such file or folder: {', '.join(inputs)}")
    settings = choose_settings(case, workers)
    alone = title if len(inputs) == 1 and Path(inputs[0]).is_file() else None
    read_settings = make_read_settings(date, source, alone)
    raise typer.Exit(run_build(inputs, case, read_settings, settings, title))


def _is_missing(given: str) -> bool:
    """Tell whether an input is a slip of the pen: then there is no case to make."""
    if given == "-":
        return False  # what comes through the standard input
    try:
        return not is_address(given) and next(find_files(given), None) is None
    except ReadError:
        return not Path(given).exists()


def run_build(
    inputs: list[str],
    folder: Path,
    read_settings: ReadSettings,
    settings: Settings,
    title: str | None,
) -> int:
    """Build a case and print the path of its dossier.

    Returns:
        Exit status.
    """
    summary = pipeline.Summary()
    with create_case(folder) as case:
        announce_outdated(case, settings)
        with report_progress() as progress:
            pipeline.add(case, inputs, read_settings, summary, progress)
            pipeline.extract(case, summary, progress, settings)
            pipeline.resolve(case, summary, progress)
            page = pipeline.compose(case, title, progress)
    status = report(summary)
    show(str(page))
    return status
