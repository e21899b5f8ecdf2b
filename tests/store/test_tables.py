from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from dragoman.errors import StoreError
from dragoman.store import tables
from dragoman.store.case import Case, create_case, open_case


def add_column(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE documents ADD COLUMN note TEXT"))


def columns(case: Case) -> list[str]:
    with case.reading() as view:
        rows = view._connection.execute(text("PRAGMA table_info(documents)"))
        return [row.name for row in rows]


def set_version(case: Case, version: str) -> None:
    with case.writing() as writer:
        writer._connection.execute(
            text("UPDATE case_info SET value = :v WHERE name = 'version'"),
            {"v": version},
        )


def test_older_case_is_led_to_the_new_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_case(tmp_path).close()
    monkeypatch.setattr(
        "dragoman.store.case.MIGRATIONS", (*tables.MIGRATIONS, add_column)
    )

    with open_case(tmp_path) as case:
        assert "note" in columns(case)
    with open_case(tmp_path) as again:
        assert columns(again).count("note") == 1


def test_migration_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: Connection) -> None:
        add_column(connection)
        connection.execute(text("SELECT nonsense"))

    create_case(tmp_path).close()
    with monkeypatch.context() as patch:
        patch.setattr("dragoman.store.case.MIGRATIONS", (*tables.MIGRATIONS, fail))
        with pytest.raises(StoreError, match="nonsense"):
            open_case(tmp_path)

    with open_case(tmp_path) as case:
        assert "note" not in columns(case)


@pytest.mark.parametrize(
    ("version", "message"),
    [("99", "has version 99, this dragoman knows up to"), ("x", "names no version")],
)
def test_case_of_an_unknown_version_is_refused(
    tmp_path: Path, version: str, message: str
) -> None:
    with create_case(tmp_path) as case:
        set_version(case, version)

    with pytest.raises(StoreError, match=message):
        open_case(tmp_path)
