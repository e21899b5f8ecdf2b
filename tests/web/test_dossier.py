import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from fastapi.testclient import TestClient

from workbench import csrf_of, make_case, open_workbench


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    make_case(tmp_path / "tour")
    with open_workbench(tmp_path / "tour", writes_per_s=1_000) as opened:
        yield opened


def begin(client: TestClient) -> None:
    form = {"csrf": csrf_of(client)}
    assert client.post("/dossier/start", data=form).status_code == 303


def save(client: TestClient, version: int, **fields: str) -> int:
    form = {"csrf": csrf_of(client), "version": str(version), "title": "Our title"}
    return client.post("/dossier", data=form | fields).status_code


def told(client: TestClient) -> list[str]:
    """The sentences of the first section."""
    dossier = client.get("/dossier/published.json").json()
    return [one["text"] for one in dossier["sections"][0]["sentences"]]


def test_an_empty_place_says_how_to_begin(client: TestClient) -> None:
    page = client.get("/dossier")

    assert page.status_code == 200
    assert "Begin with what the case tells" in page.text
    assert client.get("/dossier/published.json").status_code == 404


def test_sentences_are_reworded_left_out_and_annotated(client: TestClient) -> None:
    begin(client)
    before = told(client)
    fields = {
        "text-0-0": "They met <b>again</b>.",
        "keep-0-0": "1",
        "note-0-0": "Seen twice.",
        "text-0-1": before[1],
    }

    assert save(client, 1, **fields) == 303

    after = told(client)
    assert after[0] == "They met <b>again</b>. [Note by eva: Seen twice.]"
    assert before[1] not in after
    assert client.get("/dossier/published.json").json()["title"] == "Our title"
    page = client.get("/dossier/published.html").text
    assert "<b>again</b>" not in page


def test_every_published_sentence_keeps_citations_that_verify(
    client: TestClient,
) -> None:
    begin(client)
    dossier = client.get("/dossier/published.json").json()

    cited = [
        citation
        for section in dossier["sections"]
        for sentence in section["sentences"]
        for citation in sentence["citations"]
    ]
    assert cited
    for one in cited:
        text = client.get(f"/api/v1/documents/{one['document']}").json()["text"]
        assert text[one["start"] : one["end"]] == one["quote"]


def test_two_editors_do_not_overwrite_each_other(client: TestClient) -> None:
    begin(client)
    kept = told(client)[0]

    assert save(client, 1, **{"text-0-0": "First.", "keep-0-0": "1"}) == 303
    assert save(client, 1, **{"text-0-0": "Second.", "keep-0-0": "1"}) == 409

    assert told(client)[0] == "First."
    versions = client.get("/dossier/versions").text
    assert kept.split()[0] in versions
    assert "First." in versions


def test_all_forms_are_handed_out(client: TestClient) -> None:
    begin(client)

    folder = zipfile.ZipFile(io.BytesIO(client.get("/dossier/published.zip").content))

    assert sorted(folder.namelist()) == [
        "dossier/dossier.docx",
        "dossier/dossier.json",
        "dossier/dossier.md",
        "dossier/index.html",
    ]
    assert json.loads(folder.read("dossier/dossier.json"))["sections"]
    file = docx.Document(io.BytesIO(folder.read("dossier/dossier.docx")))
    words = " ".join(paragraph.text for paragraph in file.paragraphs)
    assert "Anna Lindqvist" in words
    assert client.get("/dossier/published.exe").status_code == 404


@pytest.mark.parametrize(
    ("version", "fields", "status"),
    [
        (7, {}, 404),
        (1, {"text-0-0": " ", "keep-0-0": "1"}, 422),
        (1, {"text-0-0": "A", "place-0-0": "first"}, 422),
    ],
)
def test_a_wrong_form_is_refused(
    client: TestClient, version: int, fields: dict[str, str], status: int
) -> None:
    begin(client)

    assert save(client, version, **fields) == status


def test_a_form_from_elsewhere_is_refused(client: TestClient) -> None:
    assert client.post("/dossier/start", data={"csrf": "0" * 64}).status_code == 403


def test_a_dossier_of_many_sentences_can_be_kept(client: TestClient) -> None:
    begin(client)
    many = {f"text-9-{n}": "A sentence of a form with many." for n in range(1_500)}

    assert save(client, 1, **many) == 303


@pytest.mark.parametrize("version", ["9" * 30, "²", "-1"])
def test_a_version_that_is_no_number_of_a_version_is_refused(
    client: TestClient, version: str
) -> None:
    begin(client)
    form = {"csrf": csrf_of(client), "version": version, "title": "T"}

    assert client.post("/dossier", data=form).status_code == 422
    assert client.get(f"/dossier/published.md?version={version}").status_code == 422


def test_places_are_finite(client: TestClient) -> None:
    begin(client)

    assert save(client, 1, **{"text-0-0": "A.", "place-0-0": "nan"}) == 422
