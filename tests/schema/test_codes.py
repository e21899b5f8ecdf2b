from pathlib import Path

import pytest
import yaml

from dragoman.errors import SchemaError
from dragoman.schema.codes import FILE, load_codes


def write(folder: Path, **changes: object) -> Path:
    book = yaml.safe_load(FILE.read_text(encoding="utf-8")) | changes
    path = folder / "codes.yaml"
    path.write_text(yaml.safe_dump(book), encoding="utf-8")
    return path


def test_the_book_that_ships_is_sound() -> None:
    book = load_codes()

    assert book.quads["ASSAULT"] == 4
    assert book.cameo["CONSULT"]["visit"] == "042"


def test_a_sector_without_a_meaning_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, words=[["XYZ", ["wizard"]]])

    with pytest.raises(SchemaError, match="no such sectors: XYZ"):
        load_codes(path)


def test_a_type_that_is_left_out_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, cameo={"AGREE": {"": "030"}})

    with pytest.raises(SchemaError, match="cameo and the PLOVER types differ: ACCUSE"):
        load_codes(path)


def test_another_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="version 2"):
        load_codes(write(tmp_path, version=2))
