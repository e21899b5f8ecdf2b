"""How far a run is: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from dragoman.cli.terminal import say
from dragoman.pipeline import Progress as Report

# Lines for a log: about ten a stage, none for small runs.
_LINES = 10
_MIN_TOTAL = 20


@contextmanager
def report_progress() -> Iterator[Report]:
    """Give the function that a run calls after each document."""
    if not sys.stderr.isatty():
        yield _print_line
        return
    columns = (TextColumn("{task.description:>8}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def advance(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield advance


def _print_line(stage: str, done: int, total: int | None) -> None:
    if total is None:
        if done % 100 == 0:
            say(f"{stage}: {done}")
    elif total >= _MIN_TOTAL and (done == total or done % max(1, total // _LINES) == 0):
        say(f"{stage}: {done} of {total}")
