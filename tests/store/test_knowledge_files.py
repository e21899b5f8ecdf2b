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
