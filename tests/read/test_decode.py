import pytest

from dragoman.errors import ReadError
from dragoman.read.decode import decode, is_binary

RUSSIAN = "Министр иностранных дел встретился с послом и обсудил поставки зерна."
ARABIC = "التقى وزير الخارجية المبعوث الأممي وبحث معه تطورات الأوضاع في المنطقة."
FRENCH = "Le ministre a été reçu à Dakar ; « lundi » il a déclaré à la presse…"
HEBREW = "שר החוץ נפגש עם השליח באתונה ודן עמו בהארכת הפסקת האש."


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (RUSSIAN, "utf-8", None),
        (RUSSIAN, "utf-8", "windows-1251"),
        (RUSSIAN, "utf-8-sig", "latin-1"),
        (RUSSIAN, "utf-16", None),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "cp1251", None),
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (RUSSIAN, "cp1251", "utf-8"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (ARABIC, "cp1256", None),
        (ARABIC, "cp1256", "iso-8859-1"),
        (HEBREW, "cp1255", "windows-1255"),
        (FRENCH, "cp1252", "iso-8859-1"),
        (FRENCH, "cp1252", "utf-8"),
        (FRENCH, "utf-8", "iso-8859-1"),
        ("The minister resigned on Friday.", "utf-16-le", None),
        ("The minister resigned on Friday.", "utf-16-be", None),
    ],
)
def test_text_survives_any_encoding_and_lying_declarations(
    text: str, encoding: str, declared: str | None
) -> None:
    assert decode(text.encode(encoding), declared) == text


def test_a_cut_character_does_not_change_the_encoding() -> None:
    data = (RUSSIAN * 30).encode()[:-2]

    assert decode(data).startswith(RUSSIAN)


def test_line_ends_become_one_kind_and_marks_go() -> None:
    assert decode(b"\xef\xbb\xbfone\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_text_is_not_composed_or_decomposed() -> None:
    assert decode("e\u0301 \u00e9".encode()) == "e\u0301 \u00e9"


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 100, b"text \x00\x07\x08\x01" * 50],
)
def test_rubbish_is_binary(data: bytes) -> None:
    assert is_binary(data)
    with pytest.raises(ReadError, match="binary, not text"):
        decode(data)


@pytest.mark.parametrize(
    "text", ["!!! ??? ... ---\n***\n", "……！！！？？\n", "— ☎ ✉ —"]
)
def test_marks_alone_are_no_text_but_not_binary(text: str) -> None:
    with pytest.raises(ReadError, match="no words in it"):
        decode(text.encode())


def test_escapes_of_terminals_are_no_rubbish() -> None:
    assert not is_binary(b"\x1b[1mThe minister resigned.\x1b[0m\n")
