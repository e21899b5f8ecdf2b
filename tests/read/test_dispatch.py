import gzip
import io
import os
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from dragoman.errors import ReadError
from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.model.ids import hash_id
from dragoman.protocols import ReadSettings
from dragoman.read.dispatch import read_inputs
from dragoman.read.files import find_files, load_file
from read.samples import CLOSE, LEAD, SETTINGS, TITLE, make_zip

REPORT = f"{TITLE}\n\n{LEAD}\n\n{CLOSE}\n".encode()


def _read(*inputs: object) -> list[Document | Failure]:
    found = read_inputs([str(given) for given in inputs], SETTINGS)
    return [item if isinstance(item, Failure) else item[0] for item in found]


def _fail(path: Path) -> Failure:
    (failure,) = _read(path)
    assert isinstance(failure, Failure)
    assert "\n" not in failure.message
    assert failure.stage == "read"
    return failure


def test_file_yields_document_and_original_bytes(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.replace(b"\n", b"\r\n"))

    ((document, data),) = read_inputs([str(path)], SETTINGS)  # type: ignore[misc]

    assert data == path.read_bytes()
    assert document.digest == "sha256:" + sha256(data).hexdigest()
    assert document.id == hash_id("d", document.digest, None)
    assert document.origin == str(path)
    assert document.retrieved == SETTINGS.retrieved


def test_reading_again_gives_the_same_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPORT)
    (tmp_path / "b.zip").write_bytes(make_zip({"x.txt": REPORT, "y.md": f"# {LEAD}"}))

    assert _read(tmp_path) == _read(tmp_path)


def test_identical_files_have_one_id(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(REPORT)

    first, second = _read(tmp_path)

    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.id == second.id


def test_folder_is_read_in_order_and_without_clutter(tmp_path: Path) -> None:
    for name in ("b/x.txt", "a.txt", "c.txt", ".hidden/x.txt", "p_files/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(REPORT)
    (tmp_path / "p.html").write_text(f"<p>{LEAD}</p><p>{CLOSE}</p>")
    case = tmp_path / "case"
    case.mkdir()
    (case / "case.db").write_bytes(b"SQLite format 3\x00")

    origins = [item.origin for item in _read(tmp_path)]

    assert origins == [
        str(tmp_path / name) for name in ("a.txt", "b/x.txt", "c.txt", "p.html")
    ]


def test_glob_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_bytes(REPORT)

    origins = [Path(item.origin).name for item in _read(tmp_path / "*.txt")]

    assert origins == ["a.txt", "b.txt"]


def test_file_whose_name_looks_like_a_glob_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "report[1].txt"
    path.write_bytes(REPORT)

    assert list(find_files(str(path))) == [path]


def test_nested_containers_name_the_way_in(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(make_zip({"b/c.txt.gz": gzip.compress(REPORT)}))

    (document,) = _read(path)

    assert document.origin == f"{path}!b/c.txt.gz!c.txt"


def test_containers_are_opened_to_a_small_depth(tmp_path: Path) -> None:
    data = REPORT
    for _ in range(8):
        data = gzip.compress(data)
    path = tmp_path / "deep.gz"
    path.write_bytes(data)

    assert "packed more than 4 times" in _fail(path).message


def test_standard_input_is_read_as_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = b'{"text": "He left."}\n{"broken\n\n{"text": "She stayed."}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))

    first, broken, last = _read("-")

    assert isinstance(first, Document)
    assert isinstance(broken, Failure)
    assert isinstance(last, Document)
    assert (first.origin, broken.origin, last.origin) == (
        "-!line 1",
        "-!line 2",
        "-!line 4",
    )


def test_settings_are_for_documents_that_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{LEAD}\n\n{CLOSE}\n")
    (tmp_path / "b.txt").write_text(f"{TITLE}\n4 March 2024\n\n{LEAD}\n")
    settings = ReadSettings("2023-09-03", "Mail", "Untitled", SETTINGS.retrieved)

    found = list(read_inputs([str(tmp_path)], settings))

    documents = [item[0] for item in found if not isinstance(item, Failure)]
    assert [(d.title, d.source.name, d.published) for d in documents] == [
        ("Untitled", "Mail", "2023-09-03"),
        (TITLE, "Mail", "2024-03-04"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b" \n\n", "empty file"),
        ("rubbish.txt", bytes(range(256)) * 40, "binary, not text"),
        ("a.png", b"\x89PNG\r\n\x1a\n", r"a picture (image/png)"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "older than 2007"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "a 7z archive: not read; unpack it first"),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx or .eml"),
        ("a.rtf", b"{\\rtf1 Hello}", "rich text (RTF): not read"),
        ("a.mp4", b"\0\0\0\x18ftypmp42" + bytes(99), "sound or film (video/mp4)"),
        ("a.tar", bytes(257) + b"ustar" + bytes(99), "a tar archive: not read"),
        ("a.xz", b"\xfd7zXZ\x00", "application/x-xz: no reader for this format"),
        ("a.txt.gz", gzip.compress(REPORT)[:50], "truncated gzip"),
        ("a.pdf", b"%PDF-1.4 rubbish", "a damaged PDF"),
        ("a.html", b"<html><nav>Home</nav></html>", "HTML page without an article"),
        (
            "lol.xml",
            b'<!DOCTYPE l [<!ENTITY a "l"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
            "declares entities",
        ),
        ("a.eml", b"From: a@b\nSubject: x\n\n", "broken mail"),
    ],
)
def test_each_bad_file_is_one_clear_failure(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    failure = _fail(path)

    assert failure.origin == str(path)
    assert message in failure.message


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("missing.txt", "no such file or folder"),
        ("*.nothing", "no file fits this pattern"),
        ("empty", "a folder without files"),
        ("dangling", "no such file or folder"),
    ],
)
def test_inputs_that_lead_nowhere_are_failures(
    tmp_path: Path, given: str, message: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")

    assert message in _fail(tmp_path / given).message


def test_folder_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="a folder that cannot be opened"):
        load_file(tmp_path)


def test_devices_and_pipes_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert "only files are read" in _fail(tmp_path / "pipe").message
    assert "only files are read" in _fail(Path("/dev/zero")).message


def test_input_without_a_name_is_not_this_folder() -> None:
    (failure,) = _read("")

    assert isinstance(failure, Failure)
    assert failure.message == "an input without a name"


@pytest.mark.parametrize("given", ["x" * 5000, "a\x00b"])
def test_text_in_place_of_a_path_is_a_failure(given: str) -> None:
    (failure,) = _read(given)

    assert isinstance(failure, Failure)
    assert failure.message.startswith(("cannot be opened", "no such file"))


def test_bad_files_do_not_harm_their_neighbors(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPORT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(REPORT + b"More.\n")

    kinds = [type(item) for item in _read(tmp_path)]

    assert kinds == [Document, Failure, Document]


def test_long_line_is_read_in_bounded_blocks(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The envoy left Harat on Monday. " * 60_000)

    (document,) = _read(path)

    assert isinstance(document, Document)
    assert max(b.end - b.start for b in document.blocks) <= 20_000


def test_inputs_are_read_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPORT)

    first = next(read_inputs([str(tmp_path / "a.txt"), "http://nowhere"], SETTINGS))

    assert not isinstance(first, Failure)
