import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.model.claim import Claim
from dragoman.web.api import models
from dragoman.web.spreadsheet import make_line
from workbench import make_case, open_workbench

LISTS = {
    "documents": (models.DocumentHead, models.Document),
    "entities": (models.EntityHead, models.Entity),
    "events": (models.Event, models.Event),
    "statements": (models.Statement, models.Statement),
    "narratives": (models.Narrative, models.Narrative),
}


@pytest.fixture
def reports(tmp_path: Path) -> list[list[Claim]]:
    return make_case(tmp_path / "tour")


@pytest.fixture
def client(tmp_path: Path, reports: list[list[Claim]]) -> Iterator[TestClient]:
    del reports
    with open_workbench(tmp_path / "tour", reads_per_s=10_000) as opened:
        yield opened


@pytest.mark.parametrize("path", LISTS)
def test_answers_are_as_openapi_describes_them(client: TestClient, path: str) -> None:
    head, whole = LISTS[path]

    page = client.get(f"/api/v1/{path}").json()

    models.Page[head].model_validate(page)  # type: ignore[valid-type]  # a table
    assert page["items"]
    for item in page["items"]:
        whole.model_validate(client.get(f"/api/v1/{path}/{item['id']}").json())


def test_counts_are_those_of_the_lists(client: TestClient) -> None:
    counts = models.Counts.model_validate(client.get("/api/v1/counts").json())

    assert counts.document == client.get("/api/v1/documents").json()["total"] == 3
    assert counts.event == client.get("/api/v1/events").json()["total"] == 3


def test_pages_of_the_api_follow_one_another(client: TestClient) -> None:
    first = client.get("/api/v1/events?limit=2").json()
    rest = client.get(f"/api/v1/events?limit=2&after={first['next']}").json()

    ids = [item["id"] for item in first["items"] + rest["items"]]
    assert len(set(ids)) == 3
    assert rest["next"] is None


def test_filters_of_the_api_are_those_of_the_pages(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    place = reports[2][3].id

    found = client.get(f"/api/v1/events?place={place}&from=2024-05-05").json()

    assert [item["time"]["value"] for item in found["items"]] == ["2024-05-05"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("events/none", 404),
        ("nothing", 404),
        ("events?limit=0", 422),
        ("events?limit=1000", 422),
        ("events?from=May", 422),
        ("events?after=~~~", 422),
    ],
)
def test_faults_are_one_line_of_json(
    client: TestClient, address: str, status: int
) -> None:
    answer = client.get(f"/api/v1/{address}")

    assert answer.status_code == status
    assert "\n" not in models.Fault.model_validate(answer.json()).error


def test_reading_is_all_that_the_api_allows_without_a_token(
    client: TestClient,
) -> None:
    for path in LISTS:
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            assert client.request(method, f"/api/v1/{path}").status_code in {403, 405}


@pytest.mark.parametrize("path", LISTS)
def test_downloads_hold_what_the_list_shows(client: TestClient, path: str) -> None:
    listed = client.get(f"/api/v1/{path}").json()["items"]

    table = list(csv.DictReader(io.StringIO(client.get(f"/{path}.csv").text)))
    objects = client.get(f"/{path}.json").json()

    assert [row["id"] for row in table] == [item["id"] for item in listed]
    assert objects == listed


def test_empty_download_is_well_formed(client: TestClient) -> None:
    assert client.get("/events.json?type=ASSAULT").json() == []
    assert client.get("/events.csv?type=ASSAULT").text.startswith("id,time")


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u202e=1", "＝1", '"=1"']
)
def test_no_cell_is_taken_for_a_formula(cell: str) -> None:
    (row,) = csv.reader(io.StringIO(make_line([cell]), newline=""))

    assert row == [f"'{cell}"]


def test_plain_cells_stay_as_they_are() -> None:
    (row,) = csv.reader(io.StringIO(make_line(["Ramallah", "رام الله", "a=b"])))

    assert row == ["Ramallah", "رام الله", "a=b"]


SECRET = "a-token-of-many-letters"


def test_writing_needs_the_token_as_a_bearer(
    tmp_path: Path, reports: list[list[Claim]]
) -> None:
    pair = {"left": reports[0][0].id, "right": reports[2][0].id}
    body = pair | {"verdict": "same", "analyst": "eva"}
    bearer = {"authorization": f"Bearer {SECRET}"}

    with open_workbench(tmp_path / "tour") as bare:
        assert bare.post("/api/v1/decisions", json=body).status_code == 403
    with open_workbench(tmp_path / "tour", token=SECRET) as client:
        client.get(f"/?token={SECRET}")
        assert client.get("/").status_code == 200
        assert client.post("/api/v1/decisions", json=body).status_code == 403

        kept = client.post("/api/v1/decisions", json=body, headers=bearer)

        assert kept.status_code == 201
        counts = client.get("/api/v1/counts").json()
        assert counts["entity"] == 7
        undo = {"entry": kept.json()["entry"], "analyst": "eva"}
        again = client.post("/api/v1/decisions/undo", json=undo, headers=bearer)
        assert again.status_code == 201
        assert client.get("/api/v1/counts").json()["entity"] == 8


def test_correction_through_the_api_is_checked_like_one_in_the_page(
    tmp_path: Path, reports: list[list[Claim]]
) -> None:
    event = reports[0][5].id
    bearer = {"authorization": f"Bearer {SECRET}"}
    wish = {"target": event, "field": "time", "value": "2024-01", "analyst": "eva"}

    with open_workbench(tmp_path / "tour", token=SECRET) as client:
        post = client.post("/api/v1/corrections", json=wish, headers=bearer)
        wrong = client.post(
            "/api/v1/corrections", json=wish | {"value": "soon"}, headers=bearer
        )
        told = client.get(f"/api/v1/events/{event}", headers=bearer).json()

    assert post.status_code == 201
    assert wrong.status_code == 422
    assert told["time"]["value"] == "2024-01"
