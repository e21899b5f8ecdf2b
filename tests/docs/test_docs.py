"""The documentation names what there is: links, commands, options, columns, keys."""

import dataclasses
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.cli.commands import COMMANDS, load_command
from dragoman.export.incidents import COLUMNS as INCIDENT_COLUMNS
from dragoman.export.plover import COLUMNS as PLOVER_COLUMNS
from dragoman.export.tables import HEADERS
from dragoman.plugins import find_points
from dragoman.settings import Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`]+)`")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def read(*parts: str) -> str:
    return DOCS.joinpath(*parts).read_text("utf-8")


def anchors(page: Path) -> set[str]:
    """The anchors that a forge gives to headings."""
    headings = _HEADING.findall(page.read_text("utf-8"))
    plain = (re.sub(r"[^\w\- ]", "", one.casefold()) for one in headings)
    return {one.replace(" ", "-") for one in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text("utf-8")):
        path, _, anchor = link.partition("#")
        if "://" in link:
            continue
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target), link


def test_every_page_can_be_reached_from_the_index() -> None:
    seen: set[Path] = set()
    queue = [DOCS / "index.md"]
    while queue:
        page = queue.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        for link in _LINK.findall(page.read_text("utf-8")):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.is_dir():
                queue += target.glob("*.md")
            elif target.exists():
                queue.append(target)

    assert set(DOCS.rglob("*.md")) <= seen


def options(name: str) -> set[str]:
    parameters = load_command(name).params
    return {"--help"} | {option for one in parameters for option in one.opts}


def test_every_command_and_option_is_on_its_page() -> None:
    page = read("reference", "commands.md")

    for name in COMMANDS:
        assert f"`dragoman {name} " in page, name
        for option in options(name) - {"--help", "--output"}:
            assert option in page or not option.startswith("-"), (name, option)


def shown_commands(text: str) -> Iterator[list[str]]:
    """Calls in blocks and in the text: ``dragoman show tour "Ana"``."""
    lines = [line for line in text.splitlines() if line.startswith("    ")]
    for call in [*lines, *_CODE.findall(text)]:
        words = call.strip().partition("  #")[0]
        if words.startswith("dragoman ") and "\\" not in words and "[" not in words:
            yield shlex.split(words)[1:]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_call_that_is_shown_can_be_typed(page: Path) -> None:
    for words in shown_commands(page.read_text("utf-8")):
        if words[0].startswith("-") or not words[0].islower():
            continue
        assert words[0] in COMMANDS, words
        typed = {word.partition("=")[0] for word in words if word.startswith("-")}
        assert typed - {"-"} <= options(words[0]), words


def test_every_setting_is_on_its_page() -> None:
    page = read("reference", "settings.md")

    for field in dataclasses.fields(Settings):
        assert f"`{field.name}`" in page


def test_every_format_and_column_is_described() -> None:
    formats = read("guides", "exports.md")
    tables = read("reference", "tables.md")

    for name in find_points("exporters"):
        assert f"`{name}`" in formats
    for table, header in HEADERS.items():
        (row,) = re.findall(rf"^\| `{table}\.csv` \|(.*)$", tables, re.MULTILINE)
        assert {f"{column}" for column in header} <= set(_CODE.findall(row)), table


@pytest.mark.parametrize(
    ("page", "columns"),
    [("plover.md", PLOVER_COLUMNS), ("incidents.md", INCIDENT_COLUMNS)],
)
def test_every_column_of_a_coded_file_is_described(
    page: str, columns: tuple[str, ...]
) -> None:
    said = _CODE.findall(read("reference", page))
    whole = {one for one in said if not one.endswith("*")}
    starts = tuple(one.rstrip("*") for one in said if one.endswith("_*"))

    for column in columns:
        assert column in whole or column.startswith(starts), column
