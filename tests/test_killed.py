"""A build that is killed and run again ends in the same export."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generated import make_reports

COUNT = 200
MAIN = "from dragoman.cli import main; main()"
# Stage, and how many lines of progress (about ten a stage) it prints before the end.
POINTS = [
    ("read", 1),
    ("read", 2),
    ("extract", 2),
    ("extract", 7),
    ("resolve", 1),
    ("resolve", 5),
    ("resolve", 10),
]


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", MAIN, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "NO_COLOR": "1"},
    )


def export(case: Path) -> list[dict[str, object]]:
    with start("export", str(case), "--format", "jsonl") as run:
        assert run.stdout is not None
        lines = [json.loads(line) for line in run.stdout]
    for line in lines:
        line.pop("retrieved", None)
    return lines


def build_until(stage: str, count: int, reports: Path, case: Path) -> int:
    """Build until a stage has printed some lines, then kill without warning."""
    lines = 0
    with start("build", str(reports), "--case", str(case)) as run:
        assert run.stderr is not None
        for line in run.stderr:
            lines += line.startswith(f"{stage}:")
            if lines == count:
                run.send_signal(signal.SIGKILL)
                break
        run.stderr.read()
    return run.returncode


@pytest.mark.slow
def test_killed_build_ends_in_the_same_export(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number, text in enumerate(make_reports(COUNT)):
        (reports / f"{number:04}.txt").write_text(text)
    assert build_until("", 1, reports, tmp_path / "whole") == 0

    killed = [build_until(*point, reports, tmp_path / "torn") for point in POINTS]
    assert build_until("", 1, reports, tmp_path / "torn") == 0

    assert killed == [-signal.SIGKILL] * len(POINTS)
    assert export(tmp_path / "torn") == export(tmp_path / "whole")
