"""The table of commands and the group that loads them on demand."""

from importlib import import_module
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from dragoman import __version__
from dragoman.model.garbage import NEVER, few_collections

COMMANDS = {
    "demo": "Build the bundled sample corpus and name its dossier.",
    "build": "Do the main job in one go: from reports to a cited dossier.",
    "add": "Read reports into a case.",
    "extract": "Read the new reports of a case for claims.",
    "resolve": "Judge which names and tellings mean the same.",
    "dossier": "Write the dossier of a case.",
    "show": "Show what a case knows, or what it knows about a name.",
    "search": "Search the reports and statements of a case.",
    "serve": "Open a case in the browser: read, check, publish.",
    "review": "Judge by keys who is who: match, no match, unsure, undo.",
    "judgements": "Write or read the journal of decisions.",
    "kb": "Put lists of known names into a case, or take them out.",
    "export": "Write a case in a format for other programs.",
}


class LazyGroup(TyperGroup):
    """A group whose commands are modules, imported when they are called."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # typer's context is click's
        """Return the commands in the order of the work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | None:  # type: ignore[override]  # typer's context is click's
        """Return a command for the overview: its name and one line."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        return TyperCommand(cmd_name, help=COMMANDS[cmd_name], rich_markup_mode=None)

    def resolve_command(self, ctx: typer.Context, args: list[str]):  # type: ignore[override,no-untyped-def]  # noqa: ANN201 - typer's context is click's
        """Return the command that is to run, from its module."""
        del ctx
        name = args[0]
        if name not in COMMANDS:
            allowed = ", ".join(COMMANDS)
            raise typer.BadParameter(f"no command {name!r}: allowed are {allowed}")
        return name, load_command(name), args[1:]


def load_command(name: str):  # type: ignore[no-untyped-def]  # noqa: ANN201 - a click command, which typer may carry inside itself
    """Import the module of a command and make the command."""
    with few_collections(NEVER):
        module = import_module(f"dragoman.cli.{name}")
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name)(getattr(module, name))
    return typer.main.get_command(single)


app = typer.Typer(
    cls=LazyGroup, add_completion=False, rich_markup_mode=None, no_args_is_help=True
)


def _print_version(asked: bool) -> None:  # noqa: FBT001 - a callback of typer
    if asked:
        print(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def describe(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help="Print the version.",
        ),
    ] = False,
) -> None:
    """Turn published reports into cited dossiers.

    Results go to standard output, messages to standard error. Exit status: 0
    done; 1 done, but some documents failed; 2 wrong call or settings.
    """
    del version
