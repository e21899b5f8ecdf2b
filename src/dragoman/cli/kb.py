"""``dragoman kb``: what is known beforehand, from users' own lists."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import CaseArgument
from dragoman.cli.terminal import count_entries, say
from dragoman.cli.terminal import show as print_line
from dragoman.data.starter import PACK, starter_pack
from dragoman.errors import StoreError
from dragoman.store.case import change_case, open_case
from dragoman.store.knowledge_files import read_knowledge


class Action(StrEnum):
    """What to do with the lists of a case."""

    IMPORT = "import"
    LIST = "list"
    REMOVE = "remove"


def kb(
    action: Annotated[
        Action, typer.Argument(metavar="import|list|remove", show_default=False)
    ],
    case: CaseArgument,
    things: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE|PACK]...",
            help="Files to import, or lists to remove.",
            show_default=False,
        ),
    ] = None,
    pack: Annotated[
        str | None,
        typer.Option("--pack", metavar="NAME", help="Name of the list; else its file."),
    ] = None,
) -> None:
    """Import lists of names (CSV, FollowTheMoney or Wikidata JSON lines), list, remove.

    Dictionaries of actors and agents (PETRARCH) give codes to the coded export.

    After an import run `dragoman resolve CASE`: names that a list gives to one thing
    become one. A list that is imported again takes the place of its earlier form.

    Example: dragoman kb import tour ministers.csv --pack ministers
    """
    if action is Action.LIST:
        _list(case)
        return
    if not things:
        needed = "a FILE" if action is Action.IMPORT else "the name of a PACK"
        raise typer.BadParameter(f"kb {action} needs {needed}")
    if action is Action.IMPORT:
        _import(case, [Path(thing) for thing in things], pack)
    else:
        _remove(case, things)


def _import(case: Path, files: list[Path], pack: str | None) -> None:
    renewed: set[str] = set()
    for file in files:
        name = pack or file.stem
        if name == PACK:
            raise typer.BadParameter(f"{PACK!r} is the name of the list that ships")
        try:
            data = file.read_bytes()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise StoreError(f"{file}: cannot be read: {reason}") from error
        entries = read_knowledge(data, str(file), name)
        with change_case(case) as opened, opened.writing() as writer:
            if name not in renewed:
                writer.drop_knowledge(name)
                renewed.add(name)
            writer.put_knowledge(entries)
        say(f"{name}: {count_entries(len(entries))}; now run: dragoman resolve {case}")


def _list(case: Path) -> None:
    with open_case(case) as opened, opened.reading() as view:
        packs = view.packs()
    shipped = {known.id for entries in starter_pack().values() for known in entries}
    print_line(f"{PACK}: {count_entries(len(shipped))} (ships with dragoman)")
    for name, number in packs.items():
        print_line(f"{name}: {count_entries(number)}")


def _remove(case: Path, packs: list[str]) -> None:
    with change_case(case) as opened, opened.writing() as writer:
        for name in packs:
            number = writer.drop_knowledge(name)
            if not number:
                raise StoreError(f"{case}: has no list {name!r}")
            say(
                f"{name}: {count_entries(number)} removed; merges made by it stay, "
                f"see dragoman review {case}"
            )
