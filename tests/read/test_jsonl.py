import json

import pytest

from dragoman.errors import ReadError
from dragoman.model.document import BlockKind, Source
from dragoman.protocols import Part, ReadSettings
from dragoman.read.jsonl import JsonLinesReader
from read.samples import CLOSE, LEAD, read_all, read_one


def _parts(data: str) -> list[tuple[str, bytes]]:
    found = read_all(JsonLinesReader(), data.encode())
    return [(part.name, part.data) for part in found if isinstance(part, Part)]


def test_each_line_is_a_part_with_its_own_bytes() -> None:
    assert _parts('{"text": "a"}\n\n{"text": "b"}\r\n{broken\n') == [
        ("line 1", b'{"text": "a"}'),
        ("line 3", b'{"text": "b"}'),
        ("line 4", b"{broken"),
    ]


def test_array_is_read_item_by_item() -> None:
    assert _parts('[{"text": "a"},\n {"text": "b"}]') == [
        ("item 1", b'{"text": "a"}'),
        ("item 2", b'{"text": "b"}'),
    ]


def test_record_carries_its_metadata() -> None:
    record = (
        '{"text": "قال الوزير إنه لن يغادر المدينة.", "title": "الوزير باق", '
        '"url": "https://mail.example/1", "published": "2024-03-04T10:00:00Z", '
        '"source": {"name": "Harbour Mail"}}'
    )

    document = read_one(JsonLinesReader(), record.encode())

    assert document.text == "الوزير باق\n\nقال الوزير إنه لن يغادر المدينة."
    assert document.title == "الوزير باق"
    assert document.source.name == "Harbour Mail"
    assert document.source.url == "https://mail.example/1"
    assert document.published == "2024-03-04"
    assert document.lang == "ar"


def test_object_over_several_lines_is_one_record() -> None:
    assert read_one(JsonLinesReader(), b'{\n "text": "He left."\n}').text == "He left."


def test_settings_fill_what_the_record_does_not_say() -> None:
    settings = ReadSettings("2024-03-04", "Mail", "Untold", "2026-01-05T10:00:00Z")

    document = read_one(JsonLinesReader(), b'{"text": "He left."}', "-", settings)

    assert document.published == "2024-03-04"
    assert document.source.name == "Mail"
    assert document.title == "Untold"


def test_text_is_kept_as_it_is_but_for_line_ends() -> None:
    document = read_one(
        JsonLinesReader(), b'{"text": " He  left.\\r\\nShe\\tstayed. "}'
    )

    assert document.text == " He  left.\nShe\tstayed. "


def test_known_title_is_not_guessed_again() -> None:
    record = f'{{"text": "Short line\\n\\n{LEAD}\\n\\n{CLOSE}", "title": "Other"}}'

    document = read_one(JsonLinesReader(), record.encode())

    assert document.title == "Other"
    titles = [b for b in document.blocks if b.kind is BlockKind.TITLE]
    assert [document.text[b.start : b.end] for b in titles] == ["Other"]


@pytest.mark.parametrize("text", ["Other\n\nHe left.", "Other: he left.", "He left."])
def test_a_title_stands_before_the_text_once(text: str) -> None:
    record = json.dumps({"text": text, "title": " Other\n"})

    document = read_one(JsonLinesReader(), record.encode())

    assert document.text.count("Other") == 1
    assert document.text.endswith(text)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"text": "x', "broken JSON"),
        (b'{"title": "x"}', 'a JSON object with a string "text" is needed'),
        (b'{"text": 5}', 'a JSON object with a string "text" is needed'),
        (b"5", 'a JSON object with a string "text" is needed'),
        (b'{"text": "  "}', 'an empty "text"'),
        (b"[1, {", "broken JSON array"),
        (b"[" * 100_000, "broken JSON array"),
    ],
)
def test_what_is_no_record_says_so(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_all(JsonLinesReader(), data)


@pytest.mark.parametrize("key", ["published", "date"])
def test_an_impossible_date_is_said_and_left_out(
    key: str, caplog: pytest.LogCaptureFixture
) -> None:
    record = json.dumps({"text": "Anna Weber met Ivo Straka.", key: "2025-13-45"})

    document = read_one(JsonLinesReader(), record.encode(), "in.jsonl!line 4")

    assert document.published is None
    assert "in.jsonl!line 4: '2025-13-45' is no possible date" in caplog.text


def test_date_stands_for_published() -> None:
    record = json.dumps({"text": "Anna Weber met Ivo Straka.", "date": "2025-03-04"})

    assert read_one(JsonLinesReader(), record.encode()).published == "2025-03-04"


def test_documents_of_an_exchange_file_come_back() -> None:
    lines = (
        {
            "kind": "document",
            "text": "He left.",
            "lang": "en",
            "published": "2024-03-04",
        }
        | {
            "source": {"name": "Mail", "url": "https://m.example/1", "author": "A. Roe"}
        },
        {"kind": "entity", "name": "Ana Lee"},
        {"kind": "event", "type": "CONSULT"},
    )
    parts = _parts("\n".join(map(json.dumps, lines)))

    read = [list(read_all(JsonLinesReader(), data)) for _, data in parts]

    assert [len(found) for found in read] == [1, 0, 0]
    (document,) = read[0]
    assert document.source == Source("Mail", "https://m.example/1", "A. Roe")
    assert document.published == "2024-03-04"


@pytest.mark.parametrize("kind", ["event", "statement", ["event"]])
def test_a_text_is_read_whatever_its_kind_is_called(kind: object) -> None:
    record = json.dumps({"kind": kind, "text": "He left."})

    assert read_one(JsonLinesReader(), record.encode()).text == "He left."


def test_a_title_that_only_begins_a_word_is_put_before_the_text() -> None:
    record = json.dumps({"text": "Iranian envoys left.", "title": "Iran"})

    assert read_one(JsonLinesReader(), record.encode()).text.startswith("Iran\n")


def test_a_record_of_another_kind_is_named() -> None:
    with pytest.raises(ReadError, match="no document"):
        read_one(JsonLinesReader(), b'{"kind": "picture"}')
