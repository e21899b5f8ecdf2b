"""Options that several commands share, and the checks of their values."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from dragoman.protocols import ReadSettings
from dragoman.settings import Settings, read_settings

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def check_date(value: str | None) -> str | None:
    """Return a date as it came.

    Raises:
        typer.BadParameter: It is no date of the form YYYY-MM-DD, or lies ahead.
    """
    if value is None:
        return None
    try:
        known = bool(_DATE.fullmatch(value)) and date.fromisoformat(value)
    except ValueError:
        known = False
    if not known:
        raise typer.BadParameter(f"{value!r} is no date of the form YYYY-MM-DD")
    if known > datetime.now(UTC).date() + timedelta(days=1):
        raise typer.BadParameter(
            f"{value!r} lies ahead: the day on which the documents were published is "
            "needed"
        )
    return value


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files, folders, globs, addresses; - for JSON lines on standard input.",
        show_default=False,
    ),
]
CaseOption = Annotated[
    Path,
    typer.Option("--case", metavar="DIR", help="Folder of the case; made if missing."),
]
CaseArgument = Annotated[
    Path, typer.Argument(metavar="CASE", help="Folder of the case.", show_default=False)
]
DateOption = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        callback=check_date,
        help="Publication date of documents that carry none.",
    ),
]
SourceOption = Annotated[
    str | None,
    typer.Option("--source", metavar="NAME", help="Outlet of documents without one."),
]
TitleOption = Annotated[
    str | None,
    typer.Option(
        "--title",
        metavar="T",
        help="Headline of the dossier; also of a single document without one.",
    ),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        max=64,
        help="Processes to use; 1 if the settings do not say otherwise.",
    ),
]


def choose_settings(case: Path, workers: int | None) -> Settings:
    """Return the settings of a case with what the call says on top.

    Raises:
        SettingsError: Settings are not allowed.
    """
    settings = read_settings(case)
    return settings if workers is None else replace(settings, workers=workers)


def make_read_settings(
    published: str | None, source: str | None, title: str | None
) -> ReadSettings:
    """Return what the caller says about the sources, read now."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return ReadSettings(published, source, title, now)
