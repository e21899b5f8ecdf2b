from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.datastructures import Headers
from starlette.routing import BaseRoute

from dragoman.errors import SettingsError
from dragoman.web.csrf import check_csrf
from dragoman.web.security import SAFE_METHODS, Limiter, is_same_origin
from dragoman.web.settings import WebSettings
from workbench import csrf_of, make_case, open_workbench

SECRET = "a-token-of-many-letters"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_case(tmp_path / "tour")
    return tmp_path / "tour"


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient]:
    with open_workbench(folder) as opened:
        yield opened


def test_no_page_allows_script_or_style_but_our_files(client: TestClient) -> None:
    for path in ("/", "/documents", "/nowhere", "/static/style.css"):
        policy = client.get(path).headers["content-security-policy"]

        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy


def test_pages_hold_nothing_inline(client: TestClient) -> None:
    for path in ("/", "/documents", "/events", "/help", "/analyst"):
        page = client.get(path).text

        assert "<style" not in page
        assert " style=" not in page
        assert " onclick=" not in page
        assert "<script>" not in page


def test_another_name_for_this_machine_is_refused(client: TestClient) -> None:
    for host in ("evil.example", "evil.example:8421", "["):
        assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_change_from_another_site_is_refused(
    client: TestClient, headers: dict[str, str]
) -> None:
    form = {"name": "mallory", "csrf": csrf_of(client)}

    assert client.post("/analyst", data=form, headers=headers).status_code == 403


def test_change_without_the_token_of_the_page_is_refused(client: TestClient) -> None:
    csrf_of(client)

    assert client.post("/analyst", data={"name": "m"}).status_code == 403
    wrong = {"name": "m", "csrf": "0" * 64}
    assert client.post("/analyst", data=wrong).status_code == 403


def list_routes(app: FastAPI) -> Iterator[BaseRoute]:
    yield from app.router.routes


def test_every_route_that_changes_something_is_guarded(client: TestClient) -> None:
    app = client.app
    assert isinstance(app, FastAPI)
    for route in list_routes(app):
        methods = getattr(route, "methods", None) or set()
        path = getattr(route, "path", "")
        if methods - SAFE_METHODS and not path.startswith("/api/"):
            calls = [one.call for one in route.dependant.dependencies]  # type: ignore[attr-defined]  # an APIRoute
            assert check_csrf in calls, path


def test_long_body_is_refused(folder: Path) -> None:
    with open_workbench(folder, max_body=2_000) as client:
        form = {"name": "x" * 3_000, "csrf": csrf_of(client)}

        assert client.post("/analyst", data=form).status_code == 413


def test_client_that_asks_too_often_has_to_wait(folder: Path) -> None:
    with open_workbench(folder, reads_per_s=0.5) as client:
        statuses = [client.get("/help").status_code for _ in range(6)]

    assert statuses[0] == 200
    assert statuses[-1] == 429


def test_limiter_gives_back_with_time() -> None:
    limiter = Limiter(per_s=1.0)

    taken = sum(limiter.allows("a", 0.0) for _ in range(20))

    assert taken == 6
    assert limiter.allows("b", 0.0)
    assert limiter.allows("a", 2.0)


def test_address_of_others_needs_a_token(folder: Path) -> None:
    with pytest.raises(SettingsError, match="give a token"):
        WebSettings(folder, host="0.0.0.0")
    with pytest.raises(SettingsError, match="need 16 or more"):
        WebSettings(folder, token="short")


def test_token_opens_every_page_and_leaves_the_address(folder: Path) -> None:
    with open_workbench(folder, host="0.0.0.0", token=SECRET) as client:
        assert client.get("/").status_code == 401
        assert client.get("/documents?token=wrong-wrong-wrong").status_code == 401

        answer = client.get(f"/documents?token={SECRET}&q=border")

        assert answer.headers["location"] == "/documents?q=border"
        assert client.get("/documents").status_code == 200


def test_bearer_token_opens_as_well(folder: Path) -> None:
    with open_workbench(folder, token=SECRET) as client:
        right = {"authorization": f"Bearer {SECRET}"}

        assert client.get("/", headers=right).status_code == 200


def test_original_is_never_shown_by_the_browser(client: TestClient) -> None:
    page = client.get("/documents").text
    address = page.split('href="/documents/')[1].split('"')[0]

    answer = client.get(f"/documents/{address}/original")

    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("headers", "same"),
    [
        ({}, True),
        ({"host": "127.0.0.1:1", "origin": "http://127.0.0.1:1"}, True),
        ({"host": "127.0.0.1:1", "origin": "http://127.0.0.1:2"}, False),
        ({"sec-fetch-site": "same-origin"}, True),
    ],
)
def test_origin_is_compared_with_the_host(headers: dict[str, str], same: bool) -> None:  # noqa: FBT001  # a table
    assert is_same_origin(Headers(headers)) is same
