"""What holds for every test: no network beyond this machine."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright

from browser import ARGUMENTS, Watch, Workbench, find_chromium, run_workbench
from dragoman.cli.run import main
from dragoman.store.case import Case, create_case

# The same examples in every run, and no deadline on a busy machine: a test that
# fails today fails tomorrow. `--hypothesis-profile=explore` looks for new ones.
settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", deadline=None, max_examples=500)
settings.load_profile("steady")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes do not name a test: a gzip holds the second in which it was made.

    Each of the processes that share a run collects by itself, and all must collect
    the same names.
    """
    return argname if isinstance(val, bytes) else None


LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def closed_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise AssertionError(f"a test reaches out to {address}")
        connect(self, address)  # type: ignore[arg-type]  # whatever the test gave

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-config"))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with create_case(tmp_path / "case") as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled sample corpus, built once; tests that change it take a copy."""
    folder = tmp_path_factory.mktemp("sample") / "ketra"
    with pytest.raises(SystemExit) as caught:
        main(["demo", "--out", str(folder)])
    assert caught.value.code == 0
    return folder


@pytest.fixture(scope="session")
def workbench(sample_case: Path) -> Iterator[Workbench]:
    with run_workbench(sample_case) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def watch() -> Watch:
    """What a page must not do; a test that expects an error status says so here."""
    return Watch("http://127.0.0.1:")


@pytest.fixture
def page(chromium: Browser, watch: Watch) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    opened = context.new_page()
    watch.follow(opened)
    yield opened
    context.close()
    assert watch.faults == []
