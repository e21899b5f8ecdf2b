"""Lists of what users know, in the files that they have."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dragoman.errors import StoreError
from dragoman.store.knowledge_files import ENTITIES, read_knowledge

ENTITY = b'{"id": "a", "schema": "Person", "properties": {"name": ["Ana Lee"]}}'


def pack(data: bytes, name: str = ENTITIES) -> bytearray:
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return bytearray(packed.getvalue())


def test_an_export_of_ours_is_read_out_of_its_zip_file() -> None:
    (known,) = read_knowledge(bytes(pack(ENTITY)), "a.zip", "own")

    assert known.name == "Ana Lee"


def encrypted() -> bytes:
    data = pack(ENTITY)
    data[6] |= 1  # of the local header
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and of the directory
    return bytes(data)


def of_unknown_packing() -> bytes:
    data = pack(ENTITY)
    data[8] = 99
    data[data.index(b"PK\x01\x02") + 10] = 99
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (encrypted(), "cannot be read"),
        (of_unknown_packing(), "cannot be read"),
        (bytes(pack(ENTITY, "other.json")), f"without {ENTITIES}"),
        (b"PK\x03\x04broken", "cannot be read"),
        (bytes(pack(b" " * 300_000_000)), "bytes unpacked"),
    ],
)
def test_a_zip_file_that_is_no_list_is_one_line(data: bytes, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        read_knowledge(data, "a.zip", "own")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[" * 200_000, "list:1: no CSV: field larger"),
        (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "list:1: no JSON"),
        (b'{"schema": "Person", "properties": {"name": [null]}}', "list:1: name None"),
        (b'{"schema": "Person", "properties": {"name": [{"a": 1}]}}', "list:1: name {"),
    ],
)
def test_what_holds_no_names_is_one_line(data: bytes, message: str) -> None:
    with pytest.raises(StoreError) as raised:
        read_knowledge(data, "list", "own")

    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


def test_a_name_is_one_line() -> None:
    (known,) = read_knowledge(b'name\n"Ana\x07\nLee"\n', "list", "own")

    assert known.name == "Ana\\x07\\nLee"


@pytest.mark.parametrize("name", ["\0", "\u200b\u200e", "\x1b\u00ad"])
def test_a_name_of_which_nothing_can_be_seen_is_none(name: str) -> None:
    with pytest.raises(StoreError, match=r"list:2: name .*: nothing in it can be read"):
        read_knowledge(f"name\n{name}\n".encode(), "list", "own")

    data = f"name,aliases\nAna Lee,{name}|Lee\n".encode()
    (known,) = read_knowledge(data, "list", "own")
    assert known.names == ("Ana Lee", "Lee")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_is_read_as_spreadsheets_write_it(mark: str) -> None:
    rows = (("Name", " Country", "Aliases"), ("Ana Lee", "Sweden", "Lee|Li"))
    data = "\r\n".join(map(mark.join, rows)).encode("utf-8-sig")

    (known,) = read_knowledge(data, "list", "own")

    assert (known.country, known.names) == ("SE", ("Ana Lee", "Lee", "Li"))


def test_what_stands_in_a_heading_parts_no_columns() -> None:
    data = b'name,"aliases; notes; remarks",country\nAna Lee,x,SE\n'

    (known,) = read_knowledge(data, "list", "own")

    assert (known.name, known.country) == ("Ana Lee", "SE")


def test_a_table_in_another_coding_says_what_to_do() -> None:
    data = "name\nJosé\n".encode("latin-1")
    with pytest.raises(StoreError, match="not UTF-8 at byte 8: save it as CSV"):
        read_knowledge(data, "list", "own")
