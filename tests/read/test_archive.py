import gzip
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dragoman.errors import ReadError
from dragoman.model.failure import Failure
from dragoman.protocols import Part
from dragoman.read.archive import GzipReader, ZipReader, gunzip, open_zip, read_member
from dragoman.read.limits import MIN_BOMB_BYTES
from read.samples import make_zip, read_all

TEXT = "التقى الوزير المبعوث في تونس. ".encode() * 50


def test_gzip_of_several_streams_is_read_to_the_end() -> None:
    assert gunzip(gzip.compress(TEXT) + gzip.compress(b"more") + b"\x00\x00") == (
        TEXT + b"more"
    )


def test_gzip_part_is_named_without_its_ending() -> None:
    (part,) = read_all(GzipReader(), gzip.compress(TEXT), "folder/report.txt.gz")

    assert isinstance(part, Part)
    assert (part.name, part.data) == ("report.txt", TEXT)


@pytest.mark.parametrize("cut", [5, 20, -4])
def test_truncated_gzip_says_so(cut: int) -> None:
    with pytest.raises(ReadError, match="truncated gzip"):
        gunzip(gzip.compress(TEXT)[:cut])


def test_damaged_gzip_says_so() -> None:
    with pytest.raises(ReadError, match="damaged gzip"):
        gunzip(gzip.compress(TEXT)[:-4] + b"xxxx")


def test_bombs_are_refused_before_they_fill_the_memory() -> None:
    zeros = bytes(2 * MIN_BOMB_BYTES)
    packed = make_zip({"a.txt": zeros})

    with pytest.raises(ReadError, match="decompression bomb"):
        gunzip(gzip.compress(zeros))
    with open_zip(packed) as archive, pytest.raises(ReadError, match="bomb"):
        read_member(archive, archive.infolist()[0])


def test_zip_that_claims_too_much_is_refused() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"x")
        archive.filelist[0].file_size = 5 * 10**9

    with pytest.raises(ReadError, match="zip bomb or too large: unpacks to 5000 MB"):
        open_zip(packed.getvalue())


def test_members_come_sorted_and_clutter_is_left_out() -> None:
    packed = make_zip({"b.txt": "b", "a/c.txt": "c", "__MACOSX/b.txt": "", ".x": "y"})

    parts = read_all(ZipReader(), packed)

    assert [part.name for part in parts if isinstance(part, Part)] == [
        "a/c.txt",
        "b.txt",
    ]


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil", "a/../../b", "C:\\evil"])
def test_names_that_lead_out_of_the_archive_are_failures(name: str) -> None:
    (failure,) = read_all(ZipReader(), make_zip({name: "x"}), "a.zip")

    assert isinstance(failure, Failure)
    assert "leads out of the archive" in failure.message


def test_one_damaged_member_does_not_lose_the_others() -> None:
    text = bytes(range(256)) * 20
    packed = bytearray(make_zip({"a.txt": text, "b.txt": "whole"}))
    packed[60:70] = zlib.crc32(text).to_bytes(10)

    failure, part = read_all(ZipReader(), bytes(packed))

    assert isinstance(failure, Failure)
    assert "damaged zip member" in failure.message
    assert isinstance(part, Part)
    assert part.data == b"whole"


def test_encrypted_member_says_so() -> None:
    packed = bytearray(make_zip({"a.txt": "x"}))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1

    (failure,) = read_all(ZipReader(), bytes(packed))

    assert isinstance(failure, Failure)
    assert "encrypted: a password is needed" in failure.message


def test_rubbish_is_no_zip() -> None:
    with pytest.raises(ReadError, match="damaged zip"):
        open_zip(b"PK\x03\x04rubbish")
