"""``dragoman extract``: claims from the new documents of a case."""

import typer

from dragoman import pipeline
from dragoman.cli.options import CaseArgument, WorkersOption, choose_settings
from dragoman.cli.progress import report_progress
from dragoman.cli.reporting import announce_outdated, report
from dragoman.store.case import open_case


def extract(case: CaseArgument, workers: WorkersOption = None) -> None:
    """Read the new reports of a case for claims.

    Example: dragoman extract tour --workers 4
    """
    summary = pipeline.Summary()
    settings = choose_settings(case, workers)
    with open_case(case) as opened:
        announce_outdated(opened, settings)
        with report_progress() as progress:
            pipeline.extract(opened, summary, progress, settings)
    raise typer.Exit(report(summary))
