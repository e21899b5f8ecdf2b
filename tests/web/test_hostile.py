"""Documents that try to break out of the pages that show them."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from browser import Workbench, run_workbench
from builders import (
    make_document,
    make_entity,
    make_epithet,
    make_event,
    make_narrative,
    make_role,
    make_statement,
)
from dragoman.model.claim import Claim
from dragoman.model.document import Source
from dragoman.store.case import create_case
from workbench import open_workbench, put

SCRIPT = "<script>alert('title')</script>"
IMAGE = "<img src=x onerror=alert(1)>"
SVG = "<svg/onload=alert(2)><a xlink:href='javascript:alert(3)'>x</a></svg>"
ATTRIBUTE = '" onmouseover=alert(4) x="'
TEMPLATE = "{{ 7 * 7 }}{% raw %}"
BIDI = "\u202egnp.exe\u2066"
FORMULA = '=HYPERLINK("http://evil.example","x")'
WORDS = (SCRIPT, IMAGE, SVG, ATTRIBUTE, TEMPLATE, BIDI, FORMULA)
LINKS = ("javascript:alert(5)", "data:text/html,<script>alert(6)</script>")
# What an element of ours may have; anything else came from a document.
HANDLERS = ("on", "srcdoc", "style", "formaction")


def make_hostile(folder: Path) -> None:
    with create_case(folder) as case:
        for number, link in enumerate((*LINKS, 'https://evil.example/"onload=')):
            text = f"Report {number}. " + " said ".join(WORDS)
            document = make_document(text, title=SCRIPT + BIDI, origin=f"{IMAGE}.txt")
            document = replace(
                document, source=Source(f"{IMAGE} {number}", link, SVG), lang='"x'
            )
            names = [make_entity(document, words) for words in WORDS]
            event = make_event(document, SCRIPT, *names, time="2024-05-03")
            claims: list[Claim] = [
                *names,
                replace(event, place_name=ATTRIBUTE, topics=(SVG, FORMULA)),
                make_role(document, names[0], IMAGE, names[1]),
                make_statement(document, ATTRIBUTE, names[2], event=event),
                make_narrative(document, SVG, names[3]),
                make_epithet(document, names[4], TEMPLATE, names[5]),
            ]
            put(case, document, claims)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "case"
    make_hostile(folder)
    return folder


@pytest.fixture
def client(hostile: Path) -> Iterator[TestClient]:
    with open_workbench(hostile, reads_per_s=10_000) as opened:
        yield opened


class Inspector(HTMLParser):
    """What of a page could run or lead somewhere else."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"img", "iframe", "object", "embed", "base"}:
            self.faults.append(tag)
        if tag == "script" and not (given.get("src") or "").startswith("/static/"):
            self.faults.append(f"script {given}")
        for name, value in attrs:
            if name.startswith(HANDLERS):
                self.faults.append(f"{tag} {name}={value}")
            if name in {"href", "src", "action"}:
                self._follow(tag, value or "")

    def _follow(self, tag: str, address: str) -> None:
        if address.startswith(("/", "#")) and not address.startswith("//"):
            self.links.append(address)
        elif not (tag == "a" and address.startswith("https://")):
            self.faults.append(f"{tag} leads to {address}")


def test_no_page_holds_anything_that_a_document_brought(client: TestClient) -> None:
    seen: set[str] = set()
    queue = ["/", "/search?q=alert", "/documents?q=script"]
    while queue:
        path = queue.pop().partition("#")[0]
        if path in seen or path.count("&"):
            continue
        seen.add(path)
        answer = client.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        inspector = Inspector(answer.text)
        assert inspector.faults == [], path
        assert "49" not in answer.text.partition(TEMPLATE)[0][-3:]
        queue += inspector.links

    assert len(seen) > 60


def test_downloads_hold_no_formula(client: TestClient) -> None:
    for path in ("documents", "entities", "events", "statements", "narratives"):
        text = client.get(f"/{path}.csv").text
        for row in csv.reader(io.StringIO(text)):
            for cell in row:
                assert not cell.startswith(("=", "+", "-", "@", "\t")), cell


@pytest.mark.slow
@pytest.mark.browser
def test_nothing_runs_in_a_browser(page: Page, hostile: Path) -> None:
    with run_workbench(hostile) as workbench:
        for path in addresses(page, workbench):
            page.goto(workbench.url + path)
            if page.locator(".picture").count():
                page.wait_for_selector(".picture[data-ready=yes]")
        # The fixture fails on any dialog, error of the console or foreign request.


def addresses(page: Page, workbench: Workbench) -> list[str]:
    found = ["/", "/search?q=alert", "/timeline?lanes=actor", "/network", "/map"]
    for kind in ("documents", "entities", "events", "statements", "narratives"):
        page.goto(f"{workbench.url}/{kind}")
        href = page.locator(".things a.title").first.get_attribute("href")
        found += [f"/{kind}", str(href)]
    return found
