import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.model.claim import Claim
from dragoman.store.case import open_case
from workbench import csrf_of, make_case, open_workbench

ANNA, ROLE, EVENT, STATEMENT = 0, 4, 5, 6


@pytest.fixture
def reports(tmp_path: Path) -> list[list[Claim]]:
    return make_case(tmp_path / "tour")


@pytest.fixture
def client(tmp_path: Path, reports: list[list[Claim]]) -> Iterator[TestClient]:
    del reports
    with open_workbench(tmp_path / "tour", writes_per_s=1_000) as opened:
        yield opened


def correct(
    client: TestClient, target: str, field: str, value: str = "", note: str = ""
) -> int:
    page = client.get(f"/claims/{target}/correct").text
    stamp = re.search(r'name="stamp" value="(\w+)"', page)
    assert stamp is not None
    form = {
        "target": target,
        "field": field,
        "value": value,
        "note": note,
        "stamp": stamp[1],
        "csrf": csrf_of(client),
    }
    return client.post("/corrections", data=form).status_code


def undo_newest(client: TestClient, address: str) -> None:
    entry = re.search(r'name="entry" value="(\w+)"', client.get(address).text)
    assert entry is not None
    form = {"entry": entry[1], "csrf": csrf_of(client)}
    assert client.post("/corrections/undo", data=form).status_code == 303


def count(client: TestClient, kind: str) -> int:
    return int(client.get("/api/v1/counts").json()[kind])


def test_corrected_date_is_shown_everywhere_with_what_was_read(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    event = reports[0][EVENT].id

    assert correct(client, event, "time", "2024-04-01", "the caption is right") == 303

    told = client.get(f"/api/v1/events/{event}").json()
    page = client.get(f"/events/{event}").text
    assert told["time"]["value"] == "2024-04-01"
    assert told["time"]["inferred"] == ["corrected by eva"]
    assert "1 April 2024" in page
    assert "3 May 2024" in page
    assert "the caption is right" in page
    assert client.get("/events?to=2024-04").text.count("1 event<") == 1


def test_correction_is_undone(client: TestClient, reports: list[list[Claim]]) -> None:
    event = reports[0][EVENT].id
    correct(client, event, "time", "2024-04-01")

    undo_newest(client, f"/claims/{event}/correct")

    told = client.get(f"/api/v1/events/{event}").json()
    assert told["time"]["value"] == "2024-05-03"
    assert "took back time" in client.get("/corrections").text


def test_struck_claim_counts_nowhere_and_stays_to_be_seen(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    statement = reports[0][STATEMENT]
    before = count(client, "statement")

    assert correct(client, statement.id, "struck", note="a joke") == 303

    assert count(client, "statement") == before - 1
    page = client.get(f"/documents/{statement.document_id}").text
    assert "is-struck" in page
    assert "struck by eva" in page
    undo_newest(client, f"/claims/{statement.id}/correct")
    assert count(client, "statement") == before


def test_struck_name_leaves_what_it_took_part_in_without_it(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    event = reports[2][EVENT].id

    correct(client, reports[2][ANNA].id, "struck")

    people = client.get(f"/api/v1/events/{event}").json()["participants"]
    assert [one["entity"] for one in people if one["name"] == "Anna Lindqvist"] == [
        None
    ]


def test_speaker_and_role_are_corrected(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    statement, role = reports[2][STATEMENT].id, reports[2][ROLE].id
    anna = reports[2][ANNA].id

    assert correct(client, statement, "speaker", anna) == 303
    assert correct(client, role, "status", "former") == 303

    said = client.get(f"/api/v1/statements?speaker={anna}").json()["items"]
    roles = client.get(f"/api/v1/entities/{anna}").json()["roles"]
    assert [one["id"] for one in said] == [statement]
    assert [one["status"] for one in roles] == ["former"]


@pytest.mark.parametrize(
    ("given", "name", "known"),
    [
        ("norcity", "Norcity", "Norcity"),
        ("River Board", "River Board", None),
        ("-", None, None),
    ],
)
def test_the_body_of_an_office_is_corrected(
    client: TestClient,
    reports: list[list[Claim]],
    given: str,
    name: str | None,
    known: str | None,
) -> None:
    role, anna = reports[2][ROLE].id, reports[2][ANNA].id

    assert correct(client, role, "body", given) == 303

    (told,) = client.get(f"/api/v1/entities/{anna}").json()["roles"]
    page = client.get(f"/claims/{role}/correct").text
    assert told["organization_name"] == name
    assert (told["organization"] is None) == (known is None)
    assert "Correct: <bdi>Anna Lindqvist</bdi>" in page
    assert f"corrected to <b><bdi>{given}</bdi></b>" in page
    assert f"body → <bdi>{given}</bdi>" in client.get("/corrections").text


def test_evidence_never_changes(
    client: TestClient, reports: list[list[Claim]], tmp_path: Path
) -> None:
    correct(client, reports[0][EVENT].id, "time", "2024-04-01")
    correct(client, reports[1][STATEMENT].id, "struck")

    with open_case(tmp_path / "tour") as case, case.reading() as view:
        for claims in reports:
            assert view.claims_of(claims[0].document_id) == claims
        assert {event.time.value for event in view.events() if event.time} == {
            "2024-04-01",
            "2024-05-04",
            "2024-05-05",
        }


@pytest.mark.parametrize(
    ("at", "field", "value"),
    [
        (EVENT, "time", "yesterday"),
        (EVENT, "modality", "true"),
        (EVENT, "title", "x"),
        (ROLE, "status", "eternal"),
        (STATEMENT, "speaker", "nobody"),
        (STATEMENT, "credibility", "7"),
        (EVENT, "document", "x"),
    ],
)
def test_value_that_is_not_allowed_is_refused(
    client: TestClient, reports: list[list[Claim]], at: int, field: str, value: str
) -> None:
    assert correct(client, reports[0][at].id, field, value) == 422


def test_correction_of_an_old_page_is_a_conflict(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    event = reports[0][EVENT].id
    page = client.get(f"/claims/{event}/correct").text
    stamp = re.search(r'name="stamp" value="(\w+)"', page)
    assert stamp is not None
    correct(client, event, "time", "2024-04-01")

    late = client.post(
        "/corrections",
        data={
            "target": event,
            "field": "time",
            "value": "2024-06-01",
            "stamp": stamp[1],
            "csrf": csrf_of(client),
        },
    )

    assert late.status_code == 409
    assert client.get(f"/api/v1/events/{event}").json()["time"]["value"] == "2024-04-01"


def test_grades_are_given_by_people_and_f6_before(
    client: TestClient, reports: list[list[Claim]]
) -> None:
    event = reports[0][EVENT].id
    assert ">F6</abbr>" in client.get(f"/events/{event}").text

    page = client.get("/sources").text
    form = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    form = {name: unescape(value) for name, value in form.items()}
    for target in re.findall(r'name="target" value="([^"]*)"', page):
        sent = form | {"target": unescape(target), "value": "B"}
        sent["stamp"] = re.findall(r'name="stamp" value="(\w+)"', page)[0]
        assert client.post("/corrections", data=sent).status_code == 303
    correct(client, event, "credibility", "2")

    assert ">B2</abbr>" in client.get(f"/events/{event}").text
    assert client.get("/sources").text.count("<bdi>eva</bdi>") >= 3


def test_unknown_claim_is_not_found(client: TestClient) -> None:
    assert client.get("/claims/none/correct").status_code == 404
