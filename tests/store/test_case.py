import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Timer

import pytest

from builders import make_document, make_entity, make_role, make_statement
from dragoman.errors import StoreError
from dragoman.model.claim import EntityClaim, StatementClaim
from dragoman.model.document import Source
from dragoman.model.failure import Failure
from dragoman.store.case import FILE, Case, create_case, open_case

TEXT = "Minister Anna Lindqvist met envoys in Tbilisi. She said talks go on."
ARABIC = "قَالَ الوزير إنَّ المحادثات مستمرة في العاصمة"


def put(case: Case, text: str = TEXT) -> str:
    document = make_document(text)
    lindqvist = make_entity(document, "Anna Lindqvist")
    claims = [
        lindqvist,
        make_role(document, lindqvist, "Minister"),
        make_statement(document, "talks go on", lindqvist),
    ]
    with case.writing() as writer:
        writer.add_document(document, text.encode())
        writer.put_claims(document, claims, "test/1")
    return document.id


def test_document_comes_back_as_it_was_stored(case: Case) -> None:
    document = make_document(ARABIC, lang="ar", title="خبر")

    with case.writing() as writer:
        writer.add_document(document, ARABIC.encode())

    with case.reading() as view:
        assert list(view.documents()) == [document]
    assert case.original(document.digest) == ARABIC.encode()


def test_claims_come_back_in_the_order_of_extraction(case: Case) -> None:
    identifier = put(case)

    with case.reading() as view:
        claims = view.claims_of(identifier)

    assert [type(claim).__name__ for claim in claims] == [
        "EntityClaim",
        "RoleClaim",
        "StatementClaim",
    ]


def test_storing_twice_adds_nothing(case: Case) -> None:
    put(case)
    with case.reading() as view:
        before = view.count()

    put(case)

    with case.reading() as view:
        assert view.count() == before
        assert len(view.search("talks")) == 1
        assert len(view.search_statements("talks")) == 1


def test_claims_of_older_producers_give_way(case: Case) -> None:
    put(case)
    document = make_document(TEXT)

    with case.writing() as writer:
        writer.put_claims(document, [make_entity(document, "Tbilisi")], "test/2")

    with case.reading() as view:
        assert [claim.name for claim in view.claims(EntityClaim)] == ["Tbilisi"]
        assert list(view.claims(StatementClaim)) == []
        assert view.search_statements("talks") == []


def test_a_writer_that_knew_the_older_claims_tells_the_new_ones(case: Case) -> None:
    identifier = put(case)
    document = make_document(TEXT)

    with case.writing() as writer:
        known = writer.view.claims_of(identifier)
        # Decoded once, whoever asks.
        assert writer.view.claims_of(identifier)[0] is known[0]
        writer.put_claims(document, [make_entity(document, "Tbilisi")], "test/2")
        told = writer.view.claims_of(identifier)

    assert [claim.id for claim in told] != [claim.id for claim in known]
    assert len(told) == 1


def test_transaction_that_fails_leaves_nothing(case: Case) -> None:
    document = make_document(TEXT)

    def fail_half_way() -> None:
        with case.writing() as writer:
            writer.add_document(document, b"")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()

    with case.reading() as view:
        assert list(view.documents()) == []


def test_document_waits_for_each_stage_until_it_is_done(case: Case) -> None:
    document = make_document(TEXT)
    with case.writing() as writer:
        writer.add_document(document, b"")

    assert case.pending("extracted", "p/1") == [document.id]
    assert case.pending("resolved", "r/1") == []
    with case.writing() as writer:
        writer.put_claims(document, [], "p/1")
    assert case.pending("extracted", "p/1") == []
    assert case.pending("extracted", "p/2") == [document.id]
    assert case.pending("resolved", "r/1") == [document.id]
    with case.writing() as writer:
        writer.mark_resolved(document.id, "r/1")
    assert case.pending("resolved", "r/1") == []


def test_failure_is_kept_until_its_source_is_read(case: Case) -> None:
    document = make_document(TEXT)
    failure = Failure(document.origin, "read", "plain", "an empty file")
    with case.writing() as writer:
        writer.add_failure(failure)
        writer.add_failure(failure)
    with case.reading() as view:
        assert list(view.failures()) == [failure]

    with case.writing() as writer:
        writer.add_document(document, b"")

    with case.reading() as view:
        assert list(view.failures()) == []


def test_folder_without_a_case_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"is not a case \(no case.db in it\)"):
        open_case(tmp_path)


def test_file_cannot_be_a_case(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(StoreError, match="is a file, a case is a folder"):
        create_case(tmp_path / "file")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"rubbish" * 1000, "it is not a database"),
        (b"", None),
    ],
)
def test_case_file_of_something_else_is_refused(
    tmp_path: Path, content: bytes, message: str | None
) -> None:
    (tmp_path / "case.db").write_bytes(content)

    if message is None:
        create_case(tmp_path).close()
    else:
        with pytest.raises(StoreError, match=message):
            create_case(tmp_path)


def test_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.commit()
    other.close()

    with pytest.raises(StoreError, match="not a case of dragoman"):
        create_case(tmp_path)

    other = sqlite3.connect(path)
    assert other.execute("SELECT name FROM sqlite_master").fetchall() == [
        ("bookmarks",)
    ]
    other.close()


def test_locked_case_is_reported_in_one_line(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.store.connect.BUSY_TIMEOUT_S", 0)
    holder = sqlite3.connect(case.folder / "case.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    with (
        pytest.raises(StoreError, match="another program is writing to it"),
        create_case(case.folder) as second,
        second.writing(),
    ):
        pass

    holder.close()


def test_reader_sees_one_state_while_a_writer_works(case: Case) -> None:
    put(case)

    with case.reading() as view:
        assert view.count()["document"] == 1
        put(case, TEXT + " More talks follow.")
        assert view.count()["document"] == 1


def test_case_that_cannot_be_written_is_read_all_the_same(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(case)
    case.close()
    monkeypatch.setattr("dragoman.store.connect._is_writable", lambda _: False)

    with open_case(case.folder) as frozen:
        with frozen.reading() as view:
            assert view.count()["document"] == 1
        with pytest.raises(StoreError, match=r"cannot be written \(read-only\)"):
            put(frozen)


def test_older_case_that_cannot_be_written_says_what_to_do(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    with case.writing() as writer:
        run = writer._connection.exec_driver_sql
        run("UPDATE case_info SET value = '7' WHERE name = 'version'")
    case.close()
    monkeypatch.setattr("dragoman.store.connect._is_writable", lambda _: False)

    with pytest.raises(StoreError, match=r"older version, .*: copy the folder"):
        open_case(case.folder)


def test_older_case_that_another_program_is_leading_on_is_waited_for(
    case: Case,
) -> None:
    case.close()
    other = sqlite3.connect(
        case.folder / FILE, isolation_level=None, check_same_thread=False
    )
    other.execute("UPDATE case_info SET value = '7' WHERE name = 'version'")
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE case_info SET value = '8' WHERE name = 'version'")
    commit = Timer(0.3, other.execute, ["COMMIT"])

    commit.start()
    with open_case(case.folder) as opened, opened.reading() as view:
        assert view.count()["document"] == 0
    commit.join()
    other.close()


def test_a_document_takes_the_date_and_outlet_that_it_lacked(case: Case) -> None:
    bare = make_document(TEXT, published=None)
    bare = replace(bare, source=Source())
    told = make_document(TEXT, published="2024-05-12")
    later = make_document(TEXT, published="2024-06-01")
    with case.writing() as writer:
        assert writer.add_document(bare, b"")
        writer.put_claims(bare, [], "test/1")
        assert not writer.complete_document(bare)
        assert writer.view.published([bare.id]) == {bare.id: None}
        assert writer.complete_document(told)
        assert writer.view.published([bare.id]) == {bare.id: "2024-05-12"}
        assert writer.view.outlets([bare.id]) == {bare.id: "Herald"}
        assert not writer.complete_document(later)

    assert case.pending("extracted", "test/1") == [bare.id]
    with case.reading() as view:
        assert view.document(bare.id) == told


FULL_DISK = """
import resource, sys
from pathlib import Path
from dragoman.errors import StoreError
from dragoman.store.case import create_case
sys.path.insert(0, sys.argv[2])
from builders import make_document
import random
letters = random.Random(1)
with create_case(Path(sys.argv[1])) as case:
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    try:
        for n in range(1000):
            text = f"report {n} " + "".join(letters.choices("abcdefgh ", k=20_000))
            with case.writing() as writer:
                writer.add_document(make_document(text), text.encode())
            print(n, flush=True)
    except StoreError as error:
        print(error)
"""


def test_full_disk_is_one_clear_line_and_nothing_stored_is_lost(
    tmp_path: Path,
) -> None:
    run = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", FULL_DISK, tmp_path / "case", Path(__file__).parents[1]],
        capture_output=True,
        text=True,
        check=True,
    )

    *stored, message = run.stdout.splitlines()
    assert "the disk is full" in message
    with open_case(tmp_path / "case") as case, case.reading() as view:
        assert view.count()["document"] == len(stored) > 0


@pytest.mark.parametrize(
    "damage", [lambda data: data[:9000], lambda _: b"no database at all"]
)
def test_a_broken_case_promises_nothing(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    create_case(tmp_path).close()
    file = tmp_path / FILE
    file.write_bytes(damage(file.read_bytes()))

    with (
        pytest.raises(StoreError, match="put a copy in its place, or build") as told,
        open_case(tmp_path) as case,
        case.reading() as view,
    ):
        view.count()

    assert "lost" not in str(told.value)
