"""A headless Chromium on a workbench that really runs, and nothing else.

Every request that a page makes is watched: one that would leave this machine, an
error on the console or a script that fails breaks the test. Fixtures stand in
``conftest.py``; a test takes ``page`` and ``workbench`` and goes
``page.goto(workbench.url + "/events")``.
"""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import ConsoleMessage, Dialog, Page, Request

from dragoman.web.app import create_app
from dragoman.web.settings import WebSettings

ROOT = Path(__file__).parent.parent
AXE = ROOT / "build" / "test-assets" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# No errands of the browser itself, and no sandbox where tests run as root.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--no-first-run",
    "--no-pings",
]
# Rules that concern no reader: regions inside a closed dialog and the like.
AXE_RUN = """
async () => {
  const result = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  return result.violations.map((one) =>
    `${one.id}: ${one.help}: ` + one.nodes.slice(0, 3).map((n) => n.html).join(" | "));
}
"""


@dataclass(frozen=True, slots=True)
class Workbench:
    """A workbench on a port of this machine."""

    url: str
    folder: Path
    app: FastAPI


@dataclass
class Watch:
    """What a page did that it must not do."""

    allowed: str
    faults: list[str] = field(default_factory=list)
    expected: set[int] = field(default_factory=set)

    def follow(self, page: Page) -> None:
        """Listen to a page of playwright."""
        page.on("request", self._request)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("console", self._console)
        page.on("dialog", self._dialog)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.allowed, "data:", "blob:")):
            self.faults.append(f"reaches out: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        # A page that answers 404 or 409 on purpose is no fault of the browser.
        on_purpose = any(f"status of {code}" in message.text for code in self.expected)
        if message.type == "error" and not on_purpose:
            self.faults.append(f"console: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@contextmanager
def run_workbench(folder: Path, **settings: float) -> Iterator[Workbench]:
    """Serve a case on a free port until the end of the block."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    port = listener.getsockname()[1]
    limits = {"reads_per_s": 1_000.0, "writes_per_s": 100.0} | settings
    app = create_app(WebSettings(folder, port=port, analyst="eva", **limits))
    app.state.desk.catch_up(max_s=60)
    server = uvicorn.Server(
        uvicorn.Config(app, log_config=None, access_log=False, ws="none")
    )
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    try:
        yield Workbench(f"http://127.0.0.1:{port}", folder, app)
    finally:
        server.should_exit = True
        thread.join(timeout=20)
        listener.close()


def find_chromium() -> str:
    """Return the path of a Chromium; skip the test where there is none."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    pytest.skip("there is no Chromium on this machine")


def check_axe(page: Page) -> list[str]:
    """Return what axe-core finds wrong on the page as it stands.

    Evaluated from outside the page, so its policy against foreign script holds.
    """
    if not AXE.is_file():
        pytest.skip("axe-core was not fetched: install in editable form with npm")
    page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(AXE_RUN)
    return found
