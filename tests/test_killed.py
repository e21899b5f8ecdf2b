"""A build that is killed and run again ends in the same export."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generated import make_reports

COUNT = 200
# Every tenth of a stage is told, however short it is: that is when it is killed.
MAIN = "from dragoman.cli import main, progress; progress._APART_S = 0; main()"
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
        # Shells start what runs in the background with this signal ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def export(case: Path) -> list[dict[str, object]]:
    with start("export", str(case), "--format", "jsonl") as run:
        assert run.stdout is not None
        lines = [json.loads(line) for line in run.stdout]
    for line in lines:
        line.pop("retrieved", None)
    return lines


def write_reports(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number, text in enumerate(make_reports(count)):
        (folder / f"{number:04}.txt").write_text(text)
    return folder


def build_until(
    stage: str, count: int, reports: Path, case: Path, *, how: int = signal.SIGKILL
) -> tuple[int, str]:
    """Build until a stage has printed some lines, then stop it.

    Returns:
        Exit status, and what was printed after that.
    """
    lines = 0
    with start("build", str(reports), "--case", str(case)) as run:
        assert run.stderr is not None
        for line in run.stderr:
            lines += line.startswith(f"{stage}:")
            if lines == count:
                run.send_signal(how)
                break
        rest = run.stderr.read()
    return run.returncode, rest


@pytest.mark.slow
def test_killed_build_ends_in_the_same_export(tmp_path: Path) -> None:
    reports = write_reports(tmp_path / "reports", COUNT)
    assert build_until("", 1, reports, tmp_path / "whole")[0] == 0

    killed = [build_until(*point, reports, tmp_path / "torn") for point in POINTS]
    assert build_until("", 1, reports, tmp_path / "torn")[0] == 0

    assert [status for status, _ in killed] == [-signal.SIGKILL] * len(POINTS)
    assert export(tmp_path / "torn") == export(tmp_path / "whole")


@pytest.mark.slow
@pytest.mark.parametrize("stage", ["extract", "resolve"])
def test_interrupted_build_says_so_and_leaves_the_case_whole(
    tmp_path: Path, stage: str
) -> None:
    reports = write_reports(tmp_path / "reports", 40)
    case = tmp_path / "case"

    status, rest = build_until(stage, 1, reports, case, how=signal.SIGINT)

    said = [line for line in rest.splitlines() if not line.startswith(stage)]
    assert (status, len(said)) == (130, 1)
    assert said[0].startswith("interrupted; what was stored stays")
    assert build_until("", 1, reports, case)[0] == 0


def test_an_interrupt_while_a_connection_is_given_back_is_one_line(
    tmp_path: Path,
) -> None:
    reports = write_reports(tmp_path / "reports", 1)
    script = (
        "from sqlalchemy.engine.default import DefaultDialect\n"
        "from dragoman.cli import main\n"
        "given = []\n"
        "def give_back(self, connection):\n"
        "    given.append(connection.rollback())\n"
        "    if len(given) == 4:\n"
        "        raise KeyboardInterrupt\n"
        "DefaultDialect.do_rollback = give_back\n"
        "main()\n"
    )

    run = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script, "build", reports, "--case", tmp_path / "case"],
        check=False,
        capture_output=True,
        text=True,
    )

    assert run.returncode == 130
    assert run.stderr.splitlines()[-1].startswith("interrupted; what was stored stays")
    assert "Traceback" not in run.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="children are read from /proc")
def test_workers_end_with_a_build_that_is_killed(tmp_path: Path) -> None:
    reports = write_reports(tmp_path / "reports", COUNT)
    arguments = ("build", str(reports), "--case", str(tmp_path / "case"))
    with start(*arguments, "--workers", "2") as run:
        assert run.stderr is not None
        for line in run.stderr:
            if line.startswith("extract:"):
                break
        children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
        workers = children.read_text().split()
        run.kill()

    assert workers
    deadline = time.monotonic() + 20
    while any(is_running(worker) for worker in workers):
        assert time.monotonic() < deadline, "workers outlive their build"
        time.sleep(0.1)


def is_running(process: str) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
