"""Settings: frozen, read once from TOML and environment, all faults together.

Later sources win: ``dragoman.toml`` of the user (``$XDG_CONFIG_HOME/dragoman``),
of the working folder, of the case; then ``DRAGOMAN_NAME`` in the environment.
Options of a command win over all of them.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from dragoman.errors import SettingsError

FILE = "dragoman.toml"
PREFIX = "DRAGOMAN_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set.

    Attributes:
        workers: Processes that read documents for claims, 1 to 64.
        max_chars: Longest text that is read for claims, in code points, at least
            1,000. Longer ones are stored and searchable.
    """

    workers: int = 1
    max_chars: int = 2_000_000


# Read by the workbench and by the build of the package; no settings of a run.
_ELSEWHERE = frozenset({"DRAGOMAN_TOKEN", "DRAGOMAN_ASSETS"})
_RANGES = {"workers": (1, 64), "max_chars": (1_000, 100_000_000)}


def read_settings(
    case: Path | None = None, environment: Mapping[str, str] | None = None
) -> Settings:
    """Read the settings that hold for a case.

    Args:
        case: Folder of the case, ``None`` for none.
        environment: Variables, those of the process if ``None``.

    Raises:
        SettingsError: Something is not allowed; the message lists every fault.
    """
    variables = os.environ if environment is None else environment
    faults: list[str] = []
    values: dict[str, int] = {}
    for path in _list_files(case, variables):
        for name, value in _read_file(path, faults).items():
            _take(name, value, f"{path}: {name}", values, faults)
    for name, raw in sorted(variables.items()):
        if name.startswith(PREFIX) and name not in _ELSEWHERE:
            number = int(raw) if raw.strip().isdecimal() else raw
            _take(name.removeprefix(PREFIX).lower(), number, name, values, faults)
    if faults:
        raise SettingsError("settings: " + "; ".join(faults))
    return Settings(**values)


def _list_files(case: Path | None, variables: Mapping[str, str]) -> Iterator[Path]:
    home = variables.get("XDG_CONFIG_HOME") or str(Path("~/.config").expanduser())
    folders = [Path(home) / "dragoman", Path.cwd()]
    if case is not None and case.resolve() != Path.cwd():
        folders.append(case)
    for folder in folders:
        if (folder / FILE).is_file():
            yield folder / FILE


def _read_file(path: Path, faults: list[str]) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        faults.append(f"{path}: {' '.join(str(error).split())}")
        return {}


def _take(
    name: str, value: object, where: str, values: dict[str, int], faults: list[str]
) -> None:
    if name not in _RANGES:
        allowed = ", ".join(field.name for field in fields(Settings))
        faults.append(f"{where}: no such setting; there are {allowed}")
        return
    low, high = _RANGES[name]
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        values[name] = value
    else:
        faults.append(f"{where} is {value!r}: need a whole number, {low} to {high}")
