"""Whole builds by the command that users run."""

from pathlib import Path

import pytest

from dragoman.cli.run import main
from golden.gold_check import Case, load_case


def call(*arguments: object) -> int:
    """Run a command in this process and return its exit status."""
    with pytest.raises(SystemExit) as caught:
        main([str(argument) for argument in arguments])
    return int(caught.value.code or 0)


def export_case(folder: Path, gold: Path) -> Case:
    """Export a built case and load it with its gold."""
    export = folder / "export.jsonl"
    assert call("export", folder, "--format", "jsonl", "-o", export) == 0
    return load_case(gold, export, folder / "dossier.json")


def list_misses(held: dict[str, bool]) -> str:
    """Say which assertions do not hold."""
    missed = [name for name, holds in held.items() if not holds]
    return f"{len(missed)} of {len(held)} missed: {', '.join(missed)}"
