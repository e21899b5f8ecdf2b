"""Lists of names: put in, used, taken out; faults named with their line."""

import json
from pathlib import Path

import pytest

from builders import make_document, make_entity
from dragoman.cli.run import main
from dragoman.store.case import create_case, open_case

CSV = (
    "name,schema,aliases,country,wikidata,latitude,longitude\n"
    "Ali Khan,Person,علي خان|A. Khan-Zai,,Q42,,\n"
    "Merov,Place,,,,45.1,27.2\n"
)
FTM = json.dumps(
    {
        "schema": "PublicBody",
        "properties": {"name": ["River Council"], "alias": ["مجلس النهر"]},
    }
)
WIKIDATA = json.dumps(
    {
        "id": "Q7",
        "labels": {"en": {"value": "Ali Khan"}, "ar": {"value": "علي خان"}},
        "aliases": {"en": [{"value": "Khan the Elder"}]},
        "claims": {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}]},
        "sitelinks": {"enwiki": {"title": "Ali Khan (minister)"}},
    }
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with create_case(tmp_path / "case") as case, case.writing() as writer:
        for origin, name in (("a.txt", "Ali Khan"), ("b.txt", "علي خان")):
            document = make_document(f"{name} spoke in Merov.", origin=origin)
            claims = [
                make_entity(document, name),
                make_entity(document, "Merov", schema="Place"),
            ]
            writer.add_document(document, document.text.encode())
            writer.put_claims(document, claims, "test/1")
    return tmp_path / "case"


def call(*arguments: object) -> int:
    with pytest.raises(SystemExit) as caught:
        main([str(argument) for argument in arguments])
    return int(caught.value.code or 0)


def people(folder: Path) -> list[set[str]]:
    with open_case(folder) as case, case.reading() as view:
        return [
            {use.text for use in one.names}
            for one in view.entities()
            if one.schema == "Person"
        ]


def write(tmp_path: Path, content: str, name: str = "own.csv") -> Path:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("content", [CSV, WIKIDATA])
def test_names_that_a_list_gives_to_one_person_become_one(
    folder: Path, tmp_path: Path, content: str
) -> None:
    assert call("kb", "import", folder, write(tmp_path, content)) == 0
    assert call("resolve", folder) == 0

    assert people(folder) == [{"Ali Khan", "علي خان"}]


def test_exports_carry_identifiers_and_coordinates(
    folder: Path, tmp_path: Path
) -> None:
    call("kb", "import", folder, write(tmp_path, CSV))
    call("resolve", folder)
    out = tmp_path / "out.jsonl"

    assert call("export", folder, "--format", "jsonl", "-o", out) == 0

    entities = {
        one["name"]: one
        for one in map(json.loads, out.read_text("utf-8").splitlines())
        if one["kind"] == "entity"
    }
    assert entities["Ali Khan"]["external"]["wikidata"] == "Q42"
    assert entities["Merov"]["coordinates"]["latitude"] == 45.1


def test_lists_are_listed_replaced_and_removed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, CSV)
    other = write(tmp_path, "name\nOmar Sy\n", "more.csv")
    call("kb", "import", folder, path, other, "--pack", "own")
    call("kb", "import", folder, path, "--pack", "own")
    capsys.readouterr()

    assert call("kb", "list", folder) == 0
    assert "own: 2 entries" in capsys.readouterr().out
    assert call("kb", "remove", folder, "own") == 0
    assert call("kb", "remove", folder, "own") == 2
    assert "has no list 'own'" in capsys.readouterr().err


def test_entities_of_followthemoney_are_read(folder: Path, tmp_path: Path) -> None:
    call("kb", "import", folder, write(tmp_path, FTM, "bodies.json"))

    with open_case(folder) as case, case.reading() as view:
        (known,) = view.known(["مجلس النهر"])["مجلس النهر"]
    assert (known.name, known.schema) == ("River Council", "Organization")


def test_an_export_comes_back_as_a_list(folder: Path, tmp_path: Path) -> None:
    """Events, posts and notes of it are nobody's names."""
    call("export", folder, "--format", "ftm", "-o", tmp_path / "own.zip")

    assert call("kb", "import", folder, tmp_path / "own.zip") == 0

    with open_case(folder) as case, case.reading() as view:
        found = view.known(["Ali Khan", "Merov"])
        packs = view.packs()
    assert {one.schema for known in found.values() for one in known} == {
        "Person",
        "Place",
    }
    assert packs == {"own": 3}


def test_lands_that_are_no_states_and_other_things_stop_no_list(
    folder: Path, tmp_path: Path
) -> None:
    lines = (
        {"schema": "Vessel", "properties": {"name": ["MV Orba"]}},
        {"schema": "Event", "properties": {"name": ["meeting: Ali Khan"]}},
        {"schema": "Person", "properties": {"name": ["Ana Ruiz"], "country": ["eu"]}},
        {"schema": "Address", "properties": {"full": ["Merov"], "country": ["md"]}},
    )
    content = "\n".join(map(json.dumps, lines))

    assert call("kb", "import", folder, write(tmp_path, content, "l.json")) == 0

    with open_case(folder) as case, case.reading() as view:
        names = ["MV Orba", "meeting: Ali Khan", "Ana Ruiz", "Merov"]
        found = {k: v for k, v in view.known(names).items() if v}
    assert [one.country for one in found["Ana Ruiz"]] == [None]
    assert [one.country for one in found["Merov"]] == ["MD"]
    assert set(found) == {"Ana Ruiz", "Merov"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("who\nAli\n", "a column 'name' is needed, there are: who"),
        ("name,schema\nAli,Robot\n", ":2: schema 'Robot': allowed are Person"),
        ("name,latitude\nMerov,91\n", ":2: latitude '91': degrees up to 90"),
        ("name,country\nMerov,Narnia\n", ":2: country 'Narnia'"),
        ("name\n", "has no entries"),
        ("{not json", ":1: no JSON"),
        ('{"schema": "Person", "properties": {}}', ":1: an entry needs a name"),
        ('{"labels": ["Merov"]}', ":1: neither a Wikidata item nor"),
        ('{"labels": {"en": {}}}', ":1: neither a Wikidata item nor"),
        ('{"schema": "Person", "properties": {"name": 3}}', ":1: neither a Wiki"),
        ("[1]", "a column 'name' is needed"),
    ],
)
def test_a_fault_is_named_with_its_line_and_nothing_is_stored(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: str,
    message: str,
) -> None:
    status = call("kb", "import", folder, write(tmp_path, content))

    assert status == 2
    assert message in capsys.readouterr().err.replace("'' ", "")
    with open_case(folder) as case, case.reading() as view:
        assert view.packs() == {}


def test_a_call_without_a_file_says_what_it_needs(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("kb", "import", folder) == 2
    assert "kb import needs a FILE" in capsys.readouterr().err
