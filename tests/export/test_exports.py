import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from builders import (
    make_document,
    make_entity,
    make_epithet,
    make_event,
    make_narrative,
    make_role,
    make_statement,
)
from dragoman.errors import SpanError
from dragoman.export.ftm import FtmExporter
from dragoman.export.graphml import GraphmlExporter
from dragoman.export.incidents import IncidentExporter
from dragoman.export.jsonl import JsonLinesExporter
from dragoman.export.plover import PloverExporter
from dragoman.export.tables import TablesExporter
from dragoman.model.claim import Quantity
from dragoman.model.judgement import Judgement, make_edge
from dragoman.protocols import Exporter
from dragoman.store.case import Case

TEXT = (
    "Minister Anna Lindqvist of Norland met Omar Badawi and two aides in Tbilisi on "
    "10 May. =Peace & <bread>, now and for ever=, she told Badawi. "
    "الوزيرة آنا ليندكفيست، the lioness."
)
EXPORTERS: list[Exporter] = [
    JsonLinesExporter(),
    TablesExporter(),
    FtmExporter(),
    GraphmlExporter(),
    PloverExporter(),
    IncidentExporter(),
]


@pytest.fixture
def filled(case: Case) -> Case:
    document = make_document(TEXT, title="-Peace")
    anna = make_entity(document, "Anna Lindqvist", "آنا ليندكفيست")
    omar = make_entity(document, "Omar Badawi")
    norland = make_entity(document, "Norland", schema="Place", types=("state",))
    city = make_entity(document, "Tbilisi", schema="Place", types=("city",))
    event = make_event(
        document, "met Omar Badawi", anna, omar, "two aides", time="2024-05-10"
    )
    said = make_statement(document, "=Peace & <bread>, now and for ever=", anna)
    claims = [
        anna,
        omar,
        norland,
        city,
        make_role(document, anna, "Minister", norland),
        make_epithet(document, anna, "lioness", omar),
        event,
        said,
        make_narrative(document, "now and for ever", anna),
    ]
    with case.writing() as writer:
        writer.add_document(document, TEXT.encode())
        writer.put_claims(document, claims, "test/1")
    return case


def export(case: Case, exporter: Exporter) -> bytes:
    stream = io.BytesIO()
    with case.reading() as view:
        exporter.export(view, stream)
    return stream.getvalue()


def lines(case: Case, kind: str) -> list[dict[str, object]]:
    found = [json.loads(line) for line in export(case, EXPORTERS[0]).splitlines()]
    return [line for line in found if line["kind"] == kind]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda one: one.name)
def test_exporter_writes_the_same_bytes_every_time(
    filled: Case, exporter: Exporter
) -> None:
    assert isinstance(exporter, Exporter)
    assert export(filled, exporter) == export(filled, exporter) != b""


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda one: one.name)
def test_exporter_that_keeps_little_in_memory_writes_the_same(
    filled: Case, exporter: Exporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = export(filled, exporter)

    monkeypatch.setattr("dragoman.export.archive._IN_MEMORY", 1)
    monkeypatch.setattr("dragoman.export.graphml._IN_MEMORY", 1)
    monkeypatch.setattr("dragoman.export.checked._MOST_KEPT", 1)
    monkeypatch.setattr("dragoman.export.jsonl._AT_ONCE", 1)
    monkeypatch.setattr("dragoman.analyze.holders._AT_ONCE", 1)
    monkeypatch.setattr("dragoman.store.view._AT_ONCE", 1)
    assert export(filled, exporter) == usual


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda one: one.name)
def test_exporter_takes_an_empty_case(case: Case, exporter: Exporter) -> None:
    export(case, exporter)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda one: one.name)
def test_citation_that_does_not_verify_stops_the_export(
    filled: Case, exporter: Exporter
) -> None:
    with filled.writing() as writer:
        writer._connection.exec_driver_sql(
            "UPDATE documents SET body = replace(body, 'Omar', 'Omer')"
        )

    with pytest.raises(SpanError, match="quotes 'Omar Badawi', the document has"):
        export(filled, exporter)


@pytest.mark.parametrize(
    ("kind", "required"),
    [
        ("document", "id text digest published title source lang retrieved"),
        ("entity", "id schema name names epithets roles external citations"),
        ("event", "id type modality participants reports attribution citations"),
        ("statement", "id speakers via addressees manner act content citations"),
        ("narrative", "id label form carriers citations"),
    ],
)
def test_exchange_file_has_every_required_key(
    filled: Case, kind: str, required: str
) -> None:
    for line in lines(filled, kind):
        assert next(iter(line)) == "kind"
        assert set(required.split()) <= set(line)


def test_every_citation_of_the_exchange_file_quotes_its_document(
    filled: Case,
) -> None:
    def walk(value: object) -> int:
        if isinstance(value, list):
            return sum(walk(one) for one in value)
        if not isinstance(value, dict):
            return 0
        if "quote" in value:
            assert TEXT[value["start"] : value["end"]] == value["quote"]
            return 1
        return sum(walk(one) for one in value.values())

    assert walk(lines(filled, "entity")) > 8
    assert walk(lines(filled, "statement")) == 1


def test_merged_entities_are_named_alike_everywhere(filled: Case) -> None:
    other = make_document("Then Lindqvist met reporters.")
    short = make_entity(other, "Lindqvist")
    event = make_event(other, "met reporters", short, "reporters")
    (anna,) = (one for one in lines(filled, "entity") if "Anna" in str(one["name"]))
    with filled.writing() as writer:
        writer.add_document(other, b"")
        writer.put_claims(other, [short, event], "test/1")
        writer.append_edges(
            [
                make_edge(
                    str(anna["id"]),
                    short.id,
                    Judgement.POSITIVE,
                    score=1,
                    judge="auto:a",
                )
            ]
        )

    told = {
        one["name"]
        for event in lines(filled, "event")
        for one in event["participants"]  # type: ignore[attr-defined]
        if one["entity"] == min(str(anna["id"]), short.id)
    }
    assert told == {"Anna Lindqvist"}


def test_party_whose_entity_is_not_in_the_case_has_none(case: Case) -> None:
    document = make_document("Later Anna Lindqvist met reporters.")
    ghost = make_entity(document, "Anna Lindqvist")
    event = make_event(document, "met reporters", ghost)
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, [event], "test/1")

    (told,) = lines(case, "event")
    assert told["participants"] == [
        {"entity": None, "name": "Anna Lindqvist", "part": "actor"}
    ]


def read_table(case: Case, name: str) -> list[dict[str, str]]:
    with ZipFile(io.BytesIO(export(case, TablesExporter()))) as archive:
        text = archive.read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_marks_of_direction_stay_in_cited_words_only(case: Case) -> None:
    text = "Later \u202bאנה לינדקוויסט\u202c met reporters."
    document = make_document(text)
    name = text[6:-15]
    anna = make_entity(document, name)
    event = make_event(document, "met reporters", anna)
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, [anna, event], "test/1")

    assert [row["name"] for row in read_table(case, "entities")] == [name[1:-1]]
    assert "\u202b" not in export(case, PloverExporter()).decode()
    assert name in {row["quote"] for row in read_table(case, "citations")}


def test_no_cell_of_a_table_is_a_formula(filled: Case) -> None:
    (statement,) = read_table(filled, "statements")
    (document,) = read_table(filled, "documents")

    assert statement["content"].startswith("'=Peace")
    assert document["title"] == "'-Peace"


def test_tables_lead_from_every_row_to_a_passage(filled: Case) -> None:
    cited = {row["id"] for row in read_table(filled, "citations")}

    for name in ("entities", "events", "statements", "narratives"):
        assert {row["id"] for row in read_table(filled, name)} <= cited


def test_numbers_of_an_event_stand_in_a_table(case: Case) -> None:
    document = make_document("Shells killed at least 12 in Gao.")
    toll = Quantity("killed", 12, None, None, "at least 12")
    attack = make_event(document, "Shells killed", kind="ASSAULT", quantities=(toll,))
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, [attack], "test/1")

    (event,) = read_table(case, "events")
    (number,) = read_table(case, "numbers")

    assert event["reports"] == "1"
    assert number == {
        "event": event["id"],
        "kind": "killed",
        "low": "12",
        "high": "",
        "unit": "",
        "text": "at least 12",
    }


def read_ftm(case: Case, name: str) -> list[dict[str, object]]:
    with ZipFile(io.BytesIO(export(case, FtmExporter()))) as archive:
        return [json.loads(line) for line in archive.read(name).splitlines()]


def test_ftm_values_have_their_evidence_beside_them(filled: Case) -> None:
    entities = {one["id"]: one for one in read_ftm(filled, "entities.ftm.json")}
    provenance = read_ftm(filled, "provenance.jsonl")

    assert {one["schema"] for one in entities.values()} >= {
        "Person",
        "Address",
        "Event",
        "Occupancy",
        "Position",
        "Note",
    }
    for line in provenance:
        values = entities[line["entity"]]["properties"]
        assert line["value"] in values[line["prop"]]  # type: ignore[index]
        assert line["citations"]


def test_ftm_ranges_become_start_and_end(case: Case) -> None:
    document = make_document("Anna Lindqvist met envoys. She met reporters.")
    anna = make_entity(document, "Anna Lindqvist")
    ranged = make_event(document, "met envoys", anna, time="2024-05-10/2024-05-12")
    open_year = make_event(document, "met reporters", anna, time="XXXX-05-10")
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, [anna, ranged, open_year], "test/1")

    events = {one["id"]: one for one in read_ftm(case, "entities.ftm.json")}
    first = events[ranged.id]["properties"]
    assert first["startDate"] == ["2024-05-10"]  # type: ignore[index]
    assert first["endDate"] == ["2024-05-12"]  # type: ignore[index]
    assert "date" not in events[open_year.id]["properties"]  # type: ignore[operator]


def test_graph_is_well_formed_and_its_edges_have_ends(
    filled: Case, tmp_path: Path
) -> None:
    path = tmp_path / "case.graphml"
    path.write_bytes(export(filled, GraphmlExporter()))

    root = ElementTree.parse(path).getroot()  # noqa: S314 - our own file
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = {node.get("id") for node in root.iter(f"{space}node")}
    edges = list(root.iter(f"{space}edge"))
    assert len(edges) == 2
    assert {edge.get("source") for edge in edges} <= nodes
    assert {edge.get("target") for edge in edges} <= nodes


def test_graph_leaves_out_what_xml_cannot_hold(case: Case) -> None:
    document = make_document("Here Anna\x0bLindqvist & Omar Badawi spoke.")
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, [make_entity(document, "Anna\x0bLindqvist")], "t/1")

    ElementTree.fromstring(export(case, GraphmlExporter()))  # noqa: S314 - our own


def test_plover_rows_pair_the_parties_and_lead_to_the_words(filled: Case) -> None:
    lines = export(filled, PloverExporter()).decode().splitlines()
    rows = list(csv.DictReader(lines, delimiter="\t"))

    pairs = {(row["actor_name"], row["recipient_name"]) for row in rows}
    assert ("Anna Lindqvist", "Omar Badawi") in pairs
    assert ("Omar Badawi", "Anna Lindqvist") in pairs
    assert len(pairs) == 6
    for row in rows:
        assert row["cameo"] == "040"
        assert TEXT[int(row["start"]) : int(row["end"])] == row["quote"]
