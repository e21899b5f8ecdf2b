"""``dragoman add``: reports into a case."""

import typer

from dragoman import pipeline
from dragoman.cli.options import (
    CaseOption,
    DateOption,
    Inputs,
    SourceOption,
    make_read_settings,
)
from dragoman.cli.progress import report_progress
from dragoman.cli.reporting import report
from dragoman.store.case import create_case


def add(
    inputs: Inputs,
    case: CaseOption,
    date: DateOption = None,
    source: SourceOption = None,
) -> None:
    """Read reports into a case; those that it has already are left out.

    Example: dragoman add monday/*.html --case tour --source "Herald"
    """
    summary = pipeline.Summary()
    with create_case(case) as opened, report_progress() as progress:
        settings = make_read_settings(date, source, None)
        pipeline.add(opened, inputs, settings, summary, progress)
    raise typer.Exit(report(summary))
