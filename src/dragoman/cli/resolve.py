"""``dragoman resolve``: judgements on the new claims of a case."""

import typer

from dragoman import pipeline
from dragoman.cli.options import CaseArgument
from dragoman.cli.progress import report_progress
from dragoman.cli.reporting import report
from dragoman.store.case import open_case


def resolve(case: CaseArgument) -> None:
    """Judge which names and tellings of a case mean the same.

    Example: dragoman resolve tour
    """
    summary = pipeline.Summary()
    with open_case(case) as opened, report_progress() as progress:
        pipeline.resolve(opened, summary, progress)
    raise typer.Exit(report(summary))
