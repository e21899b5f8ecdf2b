"""Take the pictures of README and docs anew: the pages of the sample corpus.

    python tools/make_pictures.py

Builds the sample, serves it, and writes ``docs/*.png``. Needs Chromium.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

DOCS = Path(__file__).parents[1] / "docs"
DRAGOMAN = Path(sys.executable).with_name("dragoman")
WIDE = {"width": 1280, "height": 860}
DOSSIER = {"width": 1320, "height": 820}


def main() -> None:
    """Build, serve, photograph."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ketra-dam"
        subprocess.run([DRAGOMAN, "demo", "--out", folder], check=True)  # noqa: S603
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        serve = [DRAGOMAN, "serve", folder, "--port", str(port)]
        serve += ["--analyst", "Eva Lund"]
        with subprocess.Popen(serve) as server:  # noqa: S603 - our own program
            try:
                take(f"http://127.0.0.1:{port}", folder)
            finally:
                server.terminate()


def take(address: str, folder: Path) -> None:
    """Take all pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=WIDE)
        wait_for(page, address)
        page.goto(f"{address}/timeline?lanes=actor&from=2025-09")
        keep(page, "workbench-timeline")
        page.goto(f"{address}/network")
        page.wait_for_selector("#network[data-ready]")
        keep(page, "workbench-network")
        page.goto(f"{address}/review")
        keep(page, "workbench-review")
        page.goto(f"{address}/events?differs=yes&modality=planned")
        page.locator("a.title").first.click()
        keep(page, "workbench-event")
        page.goto(f"{address}/statements?act=threaten")
        page.locator("a.words").first.click()
        keep(page, "workbench-document")
        page.set_viewport_size(DOSSIER)
        page.goto((folder / "dossier.html").as_uri())
        page.locator("h2", has_text="Disagreements").scroll_into_view_if_needed()
        page.locator("section", has_text="Disagreements").get_by_text(
            "The sources differ on the date"
        ).first.click()
        page.locator("h2", has_text="Disagreements").evaluate(
            "(one) => one.scrollIntoView({block: 'start'})"
        )
        page.mouse.move(1, 1)
        keep(page, "dossier")
        browser.close()


def wait_for(page: Page, address: str) -> None:
    """Wait until the catalog is filled and the address answers."""
    for _ in range(60):
        try:
            page.goto(address)
        except Error:
            time.sleep(1)
        else:
            return
    raise SystemExit(f"{address} does not answer")


def keep(page: Page, name: str) -> None:
    """Write a picture once the page has settled."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    page.screenshot(path=DOCS / f"{name}.png")


if __name__ == "__main__":
    main()
