"""The corpus keeps to its guide, and the reader finds every mark where it stands."""

from pathlib import Path

import pytest
from corpus_check import find_faults, find_markup_faults, is_edtf
from corpus_reader import (
    CORPUS,
    CorpusError,
    Extent,
    parse_report,
    read_corpus,
    read_negatives,
    read_report,
    widen_content,
)

HEAD = (
    '<report id="r" title="T" source="S" published="2024-05-06" region="x" kind="k">'
    "<h>T</h>"
)


def _parse(body: str) -> str:
    return f"{HEAD}<p>{body}</p></report>"


@pytest.mark.parametrize(
    "path", sorted(CORPUS.glob("r*.xml")), ids=lambda path: path.stem
)
def test_report_keeps_to_the_guide(path: Path) -> None:
    report = read_report(path)

    assert report.id == path.stem
    assert list(find_markup_faults(path.read_text(encoding="utf-8"))) == []
    assert list(find_faults(report)) == []


def test_there_are_sixty_reports_of_thirty_thousand_words() -> None:
    reports = list(read_corpus())

    assert len(reports) >= 60
    assert sum(len(report.text.split()) for report in reports) >= 30_000


def test_no_two_reports_share_a_headline() -> None:
    titles = [report.title for report in read_corpus()]

    assert len(titles) == len(set(titles))


def test_offsets_count_code_points_of_the_plain_text() -> None:
    report = parse_report(
        _parse('😀 <m e="e1" t="person" k="name">حسن نصّار</m> spoke.')
    )

    mention = report.mentions[0]
    assert report.text == "T\n\n😀 حسن نصّار spoke."
    assert report.text[mention.extent.start : mention.extent.end] == "حسن نصّار"


def test_pieces_of_a_quotation_and_its_cue_come_together() -> None:
    report = parse_report(
        _parse(
            '“<q id="s1" speaker="e1" act="assert" manner="direct">No,</q>” '
            '<cue s="s1">said</cue> '
            '<src s="s1"><m e="e1" t="person" k="name">Ana</m></src>. '
            '“<q id="s1" speaker="e1" act="assert" manner="direct">Never.</q>”'
        )
    )

    (quote,) = report.quotes
    assert [report.text[one.start : one.end] for one in quote.content] == [
        "No,",
        "Never.",
    ]
    assert [report.text[one.start : one.end] for one in quote.cues] == ["said"]
    assert quote.speakers == ("e1",)


def test_marks_nest_outermost_first() -> None:
    report = parse_report(
        _parse(
            '<m e="e1" t="person" k="nominal">a friend of '
            '<m e="e2" t="city" k="name">Łódź</m></m> waits.'
        )
    )

    assert [mention.entities for mention in report.mentions] == [("e1",), ("e2",)]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<m e="e1" t="planet" k="name">Mars</m>', "is not one of"),
        ('<m e="e1" t="city" k="name">Ky</m>iv', "cuts a word"),
        ('<m e="e1" t="city" k="name">Kyiv </m>wakes', "white space"),
        ('<time v="2023-06-31">then</time>', "no EDTF"),
        (
            '<ev id="v1" type="CONSULT" mod="asserted" actor="e9">talks</ev>',
            "no entity e9",
        ),
        (
            '<ev id="v1" type="CONSULT" mode="raid" mod="asserted">talks</ev>',
            "'raid' is not",
        ),
        ('<q id="s1" act="assert" manner="loud">rain</q>', "'loud' is not"),
        (
            '<q id="s1" act="warn" manner="indirect" cond="if it rains">rain</q>',
            "not in the content",
        ),
    ],
)
def test_faults_are_found(body: str, fault: str) -> None:
    assert any(fault in one for one in find_faults(parse_report(_parse(body))))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<b>bold</b>", "unknown element <b>"),
        ('<time v="2024" x="1">now</time>', "unknown attribute x"),
        ('<cue s="s7">said</cue>', "belongs to no q s7"),
    ],
)
def test_loose_ends_of_the_markup_are_found(body: str, fault: str) -> None:
    assert any(fault in one for one in find_markup_faults(_parse(body)))


def test_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "r1.xml"
    path.write_text("<report>", encoding="utf-8")

    with pytest.raises(CorpusError, match=r"r1\.xml"):
        read_report(path)


@pytest.mark.parametrize(
    "value", ["2024", "199X", "2024-21", "2024-05-06T18:02", "2024-05/..", "XXXX-02-29"]
)
def test_edtf_values_are_known(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value", ["", "Monday", "2024-13", "2023-02-29", "../..", "2024/2025/2026"]
)
def test_other_values_are_refused(value: str) -> None:
    assert not is_edtf(value)


def test_wider_extent_takes_marks_and_binder_in() -> None:
    direct, indirect = "“Да,” he said.", "He said that “all” is well."

    assert widen_content(direct, Extent(1, 4)) == Extent(0, 5)
    assert widen_content(indirect, Extent(13, 26)) == Extent(8, 26)


def test_negatives_are_single_sentences_without_speech() -> None:
    sentences = read_negatives()

    assert 150 <= len(set(sentences)) == len(sentences)
    assert all(one.endswith((".", '."', '".')) for one in sentences)
    assert not any(word in one for one in sentences for word in (" said", " told", "“"))
