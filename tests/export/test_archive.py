import io
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dragoman.export.archive import Members


def test_members_written_in_turns_make_the_archive_of_whole_ones() -> None:
    chance = Random(7)  # noqa: S311 - the same bytes every time
    words = [chance.randbytes(3).hex().encode() for _ in range(2_000)]
    parts = {
        name: [chance.choice(words) for _ in range(number)]
        for name, number in (("one.csv", 800_000), ("two.csv", 10), ("three.csv", 0))
    }
    whole = io.BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        for name, told in parts.items():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, b"".join(told))

    stream = io.BytesIO()
    with Members(parts) as members:
        members["two.csv"].writelines(parts["two.csv"][:5])
        members["one.csv"].writelines(parts["one.csv"])
        members["two.csv"].writelines(parts["two.csv"][5:])
        members.write(stream)

    assert stream.getvalue() == whole.getvalue()
