from pathlib import Path

import pytest

from dragoman.errors import SettingsError
from dragoman.settings import Settings, read_settings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("here", "case", "config/dragoman"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def environment(home: Path, **more: str) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(home / "config"), **more}


def test_nothing_set_gives_the_defaults(home: Path) -> None:
    assert read_settings(home / "case", environment(home)) == Settings()


def test_nearer_sources_win(home: Path) -> None:
    (home / "config/dragoman/dragoman.toml").write_text("workers = 2\nmax_chars=5000")
    (home / "here/dragoman.toml").write_text("workers = 3")
    (home / "case/dragoman.toml").write_text("workers = 4")

    from_files = read_settings(home / "case", environment(home))
    from_all = read_settings(home / "case", environment(home, DRAGOMAN_WORKERS="5"))

    assert from_files == Settings(workers=4, max_chars=5000)
    assert from_all.workers == 5


def test_all_faults_are_shown_together(home: Path) -> None:
    (home / "here/dragoman.toml").write_text("workers = true\nfarbe = 'grün'\n")
    (home / "case/dragoman.toml").write_text("workers = [")

    with pytest.raises(SettingsError) as caught:
        read_settings(home / "case", environment(home, DRAGOMAN_MAX_CHARS="10"))

    message = str(caught.value)
    assert "workers is True: need a whole number, 1 to 64" in message
    assert "farbe: no such setting; there are workers, max_chars" in message
    assert "case/dragoman.toml: Invalid value" in message
    assert "DRAGOMAN_MAX_CHARS is 10: need a whole number, 1000 to" in message
    assert "\n" not in message


def test_variables_of_the_workbench_and_the_package_are_no_settings(
    tmp_path: Path,
) -> None:
    variables = environment(
        tmp_path, DRAGOMAN_TOKEN="x" * 16, DRAGOMAN_ASSETS="require"
    )

    assert read_settings(None, variables) == Settings()
