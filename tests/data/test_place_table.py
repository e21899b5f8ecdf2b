import runpy
from pathlib import Path

import pytest

from dragoman.data.place_table import Place, PlaceTable, SortedNames
from dragoman.data.tables import namesakes, places, twin_names

ROOT = Path(__file__).parents[2]


def test_tables_that_ship_are_up_to_date(tmp_path: Path) -> None:
    main = runpy.run_path(str(ROOT / "tools" / "make_place_tables.py"))["main"]

    main(tmp_path)

    for made in tmp_path.iterdir():
        shipped = ROOT / "src" / "dragoman" / "data" / made.name
        assert made.read_bytes() == shipped.read_bytes(), made.name


@pytest.fixture
def table() -> PlaceTable:
    first = {"lima": Place("Lima", "region", "PE", 0)}
    text = (
        "al-ain\tAl Ain|AE|847\nel paso\tEl Paso|US|680\nel-ain\tAl Ain|AE|847\n"
        "elche\tElche|ES|230\nland's end\tLand's End|GB|1\nlima\tLima|US|38"
    )
    return PlaceTable(first, text)


def test_row_is_read_when_it_is_asked_for(table: PlaceTable) -> None:
    assert table["el-ain"] == Place("Al Ain", "city", "AE", 847)
    assert table.get("elche") == Place("Elche", "city", "ES", 230)
    assert table.get("nowhere") is None
    with pytest.raises(KeyError):
        table["nowhere"]


def test_region_goes_before_the_city_of_its_name(table: PlaceTable) -> None:
    assert table["lima"].kind == "region"
    assert "lima" in table
    assert len(table) == len(list(table)) == 6


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("el", ["el paso", "el-ain"]),
        ("land", ["land's end"]),
        ("lima", []),
        ("e", []),
        ("zurich", []),
    ],
)
def test_names_of_several_words_are_found_by_the_first(
    table: PlaceTable, word: str, names: list[str]
) -> None:
    assert table.opened_by(word) == names


def test_no_names_open_nothing() -> None:
    assert SortedNames([]).opened_by("el") == []


def test_more_populous_place_bears_the_name() -> None:
    assert places()["birmingham"].country == "GB"
    assert set(namesakes()["birmingham"]) == {"GB", "US"}
    assert "birmingham" not in twin_names()
