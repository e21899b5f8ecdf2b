import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import plugins_by_hand
from builders import make_document, make_statement
from dragoman import plugins, workers
from dragoman.cli.commands import COMMANDS
from dragoman.cli.run import main
from dragoman.store.case import create_case
from plugins_by_hand import find_points_by_hand

REPORT = (
    "The minister Anna Lindqvist met the envoy Omar Badawi on the border of Norland. "
    "The talks in the city went on for two days and were called useful by both."
)


@pytest.fixture(autouse=True)
def hand_made_plugins(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    real = plugins.find_points

    def find_points(group: str) -> object:
        return real(group) if group == "exporters" else find_points_by_hand(group)

    monkeypatch.setattr(plugins, "find_points", find_points)
    workers.load_steps.cache_clear()
    yield
    workers.load_steps.cache_clear()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    return path


def call(*arguments: object) -> int:
    with pytest.raises(SystemExit) as caught:
        main([str(argument) for argument in arguments])
    return int(caught.value.code or 0)


@pytest.fixture
def built(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert call("build", report, "--case", tmp_path / "c", "--date", "2024-05-12") == 0
    capsys.readouterr()
    return tmp_path / "c"


def test_build_leaves_case_and_dossier(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = call("build", report, "--case", tmp_path / "c", "--title", "A tour")

    out, err = capsys.readouterr()
    assert (status, out) == (0, f"{tmp_path / 'c' / 'dossier.html'}\n")
    assert "1 new" in err
    names = {path.name for path in (tmp_path / "c").iterdir()}
    assert {"case.db", "dossier.html", "dossier.md", "dossier.json"} <= names
    assert json.loads((tmp_path / "c/dossier.json").read_text())["title"] == "A tour"


def test_steps_singly_give_what_build_gives(
    report: Path, built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    single = tmp_path / "single"
    assert call("add", report, "--case", single, "--date", "2024-05-12") == 0
    assert call("extract", single) == 0
    assert call("resolve", single) == 0
    assert call("dossier", single) == 0
    capsys.readouterr()

    exports = []
    for case in (built, single):
        call("export", case, "--format", "jsonl")
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        for line in lines:
            line.pop("retrieved", None)
        exports.append(lines)

    assert exports[0] == exports[1]


def test_export_writes_a_file_and_leaves_nothing_else(
    built: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "case.jsonl"
    target.parent.mkdir()

    assert call("export", built, "--format", "jsonl", "-o", target) == 0

    kinds = [json.loads(line)["kind"] for line in target.read_text().splitlines()]
    assert kinds[0] == "document"
    assert list(target.parent.iterdir()) == [target]


def test_a_case_that_another_version_read_is_told_to_be_read_anew(
    report: Path,
    built: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(plugins_by_hand.Names, "version", "2")
    workers.load_steps.cache_clear()

    statuses = [call("build", report, "--case", built) for _ in range(2)]

    err = capsys.readouterr().err.splitlines()
    assert statuses == [0, 0]
    assert err[0] == (
        "1 document was read for claims by another version and will be read anew: "
        "about 1 s; it can be interrupted (Ctrl-C), the same call goes on from there"
    )
    assert sum("anew" in line for line in err) == 1


def test_missing_file_is_named_and_the_rest_is_built(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = call("build", tmp_path / "gone.txt", report, "--case", tmp_path / "c")

    err = capsys.readouterr().err
    assert status == 1
    assert f"failed: {tmp_path / 'gone.txt'}: no such file or folder" in err
    assert "1 new" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build"], "Missing argument 'INPUT...'"),
        (["build", "x", "--case", "c", "--date", "12.5.2024"], "no date of the form"),
        (["build", "x", "--case", "c", "--date", "2024-02-30"], "no date of the form"),
        (["build", "x", "--case", "c", "--date", "2924-02-20"], "lies ahead"),
        (["build", "x"], "'--case': Folder of the case"),
        (["export", "c"], "'--format': One of: csv, ftm"),
        (["build", "x", "--case", "c", "--workers", "0"], "greater than or equal to 1"),
        (["build", "x", "--case", "c", "--workers", "a"], "--workers"),
        (["build", "x", "--case", "{report}"], "is a file, a case is a folder"),
        (["build", "x", "--bogus"], "No such option: --bogus"),
        (["bild"], "no command 'bild': allowed are demo, build"),
        (["show", "nowhere"], "nowhere: is not a case"),
        (["show", "{built}", "--timeline"], "--timeline needs a NAME"),
        (["export", "{built}", "--format", "pdf"], "no export format 'pdf': allowed"),
        (["export", "{built}"], "Missing option '--format'"),
        (
            ["export", "{built}", "--format", "jsonl", "-o", "/no/x"],
            "/no/x: cannot be written",
        ),
    ],
)
def test_wrong_call_is_one_clear_line(
    arguments: list[str],
    message: str,
    report: Path,
    built: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = [one.format(report=report, built=built) for one in arguments]

    status = call(*given)

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert message in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("command", ["show", "search"])
def test_what_is_in_no_report_is_said_and_no_wrong_call(
    command: str, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(command, built, "Nobody") == 0

    out, err = capsys.readouterr()
    assert out == ""
    assert "'Nobody'" in err


@pytest.mark.parametrize("command", list(COMMANDS))
def test_help_shows_one_worked_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call(command, "--help")

    assert f"Example: dragoman {command} " in capsys.readouterr().out


def test_bare_call_prints_the_overview_in_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = call()

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert len(err.splitlines()) > len(COMMANDS)


def test_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    call("--help")

    out = capsys.readouterr().out
    for command, line in COMMANDS.items():
        assert command in out
        assert line in out


def test_show_tells_what_the_case_knows(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("show", built) == 0

    out = capsys.readouterr().out
    assert "documents: 1" in out
    assert "Anna Lindqvist (Person): 1 events and statements" in out


@pytest.mark.parametrize("name", ["Anna Lindqvist", "lindqvist", "BADAWI"])
def test_show_finds_an_entity_by_its_name(
    built: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("show", built, name) == 0

    out = capsys.readouterr().out
    assert "CONSULT (meeting): Anna Lindqvist, Omar Badawi" in out


def test_show_tells_the_timeline_of_a_name(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("show", built, "Badawi", "--timeline") == 0

    out = capsys.readouterr().out
    assert "Omar Badawi: 0 dated events, 1 without date" in out
    assert "CONSULT (meeting): Anna Lindqvist, Omar Badawi" in out


def test_a_timeline_needs_a_name(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("show", built, "--timeline") == 2

    assert "--timeline needs a NAME" in capsys.readouterr().err


def test_search_shows_passages_with_offsets(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("search", built, "BORDER", "talks") == 0

    out = capsys.readouterr().out
    start = REPORT.index("border")
    assert f"  {start}-" in out
    assert "**border**" in out


def test_search_says_where_a_statement_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = make_document("He said the gate was shut.")
    said = make_statement(document, "the gate was shut", "an envoy")
    with create_case(tmp_path / "c") as case, case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, [said], "test/1")
    assert call("search", tmp_path / "c", "gate") == 0

    told = capsys.readouterr().out.splitlines()[-1]
    where = f"[{document.id} 8-25]"
    assert told == f"said by an envoy (assert): the gate was shut  {where}"


def test_a_date_that_was_forgotten_is_given_by_the_same_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, folder = tmp_path / "r.txt", tmp_path / "c"
    path.write_text(REPORT)
    assert call("build", path, "--case", folder) == 0
    assert "1 document carries no date" in capsys.readouterr().err

    assert call("build", path, "--case", folder, "--date", "2025-03-04") == 0
    told = capsys.readouterr().err
    assert "1 known already, 1 given a date or an outlet, 1 read for claims" in told
    call("search", folder, "border")
    assert "2025-03-04" in capsys.readouterr().out

    assert call("build", path, "--case", folder, "--date", "2025-03-11") == 0
    assert "documents: 1 known already\n" in capsys.readouterr().err


@pytest.mark.parametrize("query", ['"', "AND", "a:b*", "NEAR(", "^"])
def test_search_takes_any_query(
    built: Path, query: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("search", built, query) == 0
    assert "Traceback" not in capsys.readouterr().err


def test_document_cannot_drive_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "r.jsonl"
    words = "Envoy Omar Badawi said \x1b[2Jthe talks \u202ego on\u202c in the city."
    path.write_text(json.dumps({"text": words, "title": "T\x1b]0;x\x07"}))
    call("build", path, "--case", tmp_path / "c")
    capsys.readouterr()

    call("search", tmp_path / "c", "talks")

    out = capsys.readouterr().out
    assert "talks" in out
    assert not set(out) & set("\x1b\x07\u202e\u202c")


def test_faults_of_settings_are_shown_together(
    report: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DRAGOMAN_WORKERS", "many")
    monkeypatch.setenv("DRAGOMAN_COLOR", "1")

    status = call("build", report, "--case", tmp_path / "c")

    err = capsys.readouterr().err
    assert status == 2
    assert "DRAGOMAN_COLOR: no such setting" in err
    assert "DRAGOMAN_WORKERS is 'many': need a whole number, 1 to 64" in err


def test_version_needs_no_heavy_import() -> None:
    code = (
        "import sys; from dragoman.cli import main; main(['--version']); "
        "heavy = {'typer', 'sqlalchemy', 'onnxruntime', 'rich'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )

    out = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert out.startswith("dragoman ")
    assert out.endswith("[]\n")


def test_reader_that_stops_early_is_no_fault(built: Path) -> None:
    code = "from dragoman.cli import main; main()"
    arguments = [sys.executable, "-c", code, "export", str(built), "--format", "jsonl"]

    with subprocess.Popen(  # noqa: S603 - our own interpreter
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        messages = run.stderr.read()

    assert (run.returncode, messages) == (0, b"")


def test_a_headline_is_kept_for_the_next_time(built: Path) -> None:
    assert call("dossier", built, "--title", "The long winter") == 0
    assert call("dossier", built) == 0

    assert (built / "dossier.md").read_text("utf-8").startswith("# The long winter")


def test_a_zip_file_of_another_name_is_said_to_be_one(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call("export", built, "--format", "csv", "-o", tmp_path / "case.csv")
    call("export", built, "--format", "csv", "-o", tmp_path / "case.zip")
    call("export", built, "--format", "jsonl", "-o", tmp_path / "case.jsonl")

    assert capsys.readouterr().err.splitlines() == [
        "case.csv: a ZIP file; programs know it by a name in .zip"
    ]


def test_an_export_follows_a_link_and_writes_into_a_device(
    built: Path, tmp_path: Path
) -> None:
    target, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    target.write_text("old")
    link.symlink_to(target)

    assert call("export", built, "--format", "jsonl", "-o", link) == 0
    assert call("export", built, "--format", "jsonl", "-o", "/dev/null") == 0

    assert link.is_symlink()
    assert target.read_text("utf-8").startswith('{"kind":"document"')
    assert Path("/dev/null").is_char_device()


def test_a_slip_of_the_pen_makes_no_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = call("build", tmp_path / "nofile", "--case", tmp_path / "case")

    assert status == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "case").exists()


def test_a_new_case_is_built_from_the_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = json.dumps({"text": REPORT, "title": "Talks"}) + "\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode())))

    with pytest.raises(SystemExit) as caught:
        main(["build", "-", "--case", str(tmp_path / "case")])

    assert not caught.value.code
    assert (tmp_path / "case" / "dossier.html").exists()


def test_stories_are_told_by_a_headline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    texts = {
        "a.txt": "Boats reach us\n\nThe river Asha flooded the market of Ketra. "
        "Rescue boats reached Ketra on Monday.\n",
        "b.txt": "Asha floods market of Ketra\n\nBoats rescued families in Ketra after "
        "the Asha flooded its market on Monday.\n",
        "c.txt": "Banker jailed\n\nA court in Merov sentenced the banker Sorin.\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    call("build", folder, "--case", tmp_path / "c", "--date", "2024-05-12")
    capsys.readouterr()

    call("show", tmp_path / "c")

    told = capsys.readouterr().out.partition("stories: ")[2].splitlines()
    assert told == [
        "2",
        "  2 reports: Asha floods market of Ketra",
        "  1 of one report each",
    ]
