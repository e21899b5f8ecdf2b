"""``dragoman dossier``: what is told from a case."""

from dragoman import pipeline
from dragoman.cli.options import CaseArgument, TitleOption
from dragoman.cli.progress import report_progress
from dragoman.cli.terminal import show
from dragoman.store.case import open_case


def dossier(case: CaseArgument, title: TitleOption = None) -> None:
    """Write dossier.html, dossier.md and dossier.json of a case.

    Example: dragoman dossier tour --title "The chancellor's tour"
    """
    with open_case(case) as opened, report_progress() as progress:
        page = pipeline.compose(opened, title, progress)
    show(str(page))
