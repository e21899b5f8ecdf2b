import pytest

from dragoman.errors import ReadError
from dragoman.read.pdf import PdfReader
from read.samples import CLOSE, TITLE, list_blocks, make_pdf, read_one

FIRST = [
    "The special envoy, Ingrid Solberg, left Harat on Monday after a talk with the",
    "governor, who gave her a map of the wells and asked for flour. The inter-",
    "nationalization of the dispute was not discussed, and the cease-",
    "fire held.",
]


def _set(lines: list[str], top: int, size: int = 11) -> list[tuple[str, int, int]]:
    return [(line, size, top - 14 * row) for row, line in enumerate(lines)]


def _page(number: int, lines: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    head = ("Harbour Mail, Harat", 9, 810)
    foot = (f"Page {number} of 3", 9, 30)
    return [head, *lines, foot]


def test_lines_become_paragraphs_and_broken_words_are_joined() -> None:
    title = [(TITLE, 20, 780)]
    close = [(CLOSE, 11, 670)]

    document = read_one(PdfReader(), make_pdf([title + _set(FIRST, 740) + close]))

    assert document.title == TITLE
    blocks = list_blocks(document)
    assert [kind for kind, _ in blocks] == ["title", "paragraph", "paragraph"]
    assert "The internationalization of the dispute" in blocks[1][1]
    assert blocks[2][1] == CLOSE


def test_hyphen_of_a_compound_stays_where_the_text_has_it() -> None:
    lines = [
        "The cease-fire of Harat held for nine days, as the governor had said, and",
        "nobody in the province asked any more who had broken the older cease-",
        "fire.",
    ]

    document = read_one(PdfReader(), make_pdf([_set(lines, 700)]))

    assert "the older cease-fire." in document.text


def test_lines_that_return_on_each_page_are_boilerplate() -> None:
    texts = ("The envoy left Harat.", "The governor stayed behind.", "It rained.")
    pages = [_page(n, _set([text] * n, 700)) for n, text in enumerate(texts, 1)]

    blocks = list_blocks(read_one(PdfReader(), make_pdf(pages)))

    assert [text for kind, text in blocks if kind == "boilerplate"] == [
        line for n in (1, 2, 3) for line in ("Harbour Mail, Harat", f"Page {n} of 3")
    ]


def test_paragraph_goes_on_over_the_page() -> None:
    lines = [
        "The special envoy, Ingrid Solberg, left Harat on Monday after a talk with the",
        "governor, who gave her a map of the wells and asked for a thousand sacks of",
    ]
    rest = ["flour before the winter.", "Nobody else spoke."]

    document = read_one(
        PdfReader(), make_pdf([_page(1, _set(lines, 100)), _page(2, _set(rest, 780))])
    )

    assert "a thousand sacks of flour before the winter." in document.text


def test_pdf_without_text_says_so() -> None:
    with pytest.raises(ReadError, match="PDF without a text layer: 2 pages"):
        read_one(PdfReader(), make_pdf([[], []]))


def test_encrypted_pdf_says_so() -> None:
    lock = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        f"/O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00><00>]"
    )

    with pytest.raises(ReadError, match="encrypted PDF: a password is needed"):
        read_one(PdfReader(), make_pdf([_set(FIRST, 700)], lock))


@pytest.mark.parametrize("data", [b"%PDF-1.4\nrubbish", b"%PDF-"])
def test_damaged_pdf_says_so(data: bytes) -> None:
    with pytest.raises(ReadError, match="damaged PDF"):
        read_one(PdfReader(), data)


def test_lines_before_the_report_are_metadata() -> None:
    lines = [(TITLE, 20, 780), ("By Jane Roe", 11, 750), ("4 March 2024", 11, 730)]

    document = read_one(PdfReader(), make_pdf([lines + _set(FIRST, 700)]))

    assert document.source.author == "Jane Roe"
    assert document.published == "2024-03-04"


def test_title_of_the_properties_counts_where_the_page_bears_it_out() -> None:
    lines = [("Basin Update", 20, 780), ("Key points of this week", 16, 750)]

    document = read_one(PdfReader(), make_pdf([lines + _set(FIRST, 700)]))

    assert document.title == "Basin Update"
