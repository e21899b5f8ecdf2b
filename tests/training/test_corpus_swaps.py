"""Names change together, and every mark stays on its words."""

from pathlib import Path

import pytest
from corpus_check import find_faults
from corpus_reader import Report, parse_report, read_corpus
from corpus_swaps import NameTable, swap_names

REPORTS = list(read_corpus())
HEAD = '<report id="r" title="" source="S" published="2024" region="x" kind="k"><p>'


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> NameTable:
    path: Path = tmp_path_factory.mktemp("names") / "names.tsv"
    path.write_text(
        "given\tturkish\tLeyla\nfamily\tturkish\tÖztürk\n"
        "organisation\tarmed\tNorthern Liberation Front\n"
        "place\tcity\tŁódź\n",
        encoding="utf-8",
    )
    return NameTable(path)


def _swap(markup: str, table: NameTable) -> list[str]:
    """Return the texts of all seeds in which something was swapped."""
    report = parse_report(f"{HEAD}{markup}</p></report>")
    texts = (swap_names(report, table, seed).text for seed in range(20))
    return [text for text in texts if text != report.text]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (
            '<m e="e1" t="person" k="name">Ana Ruiz</m> left; '
            '<m e="e1" t="person" k="name">Ruiz</m>’s car and '
            '<m e="e1" t="person" k="name">ANA</m> stayed.',
            "Leyla Öztürk left; Öztürk’s car and LEYLA stayed.",
        ),
        (
            '<m e="e1" t="person" k="name">Bae Eun-ji</m> ran. '
            '<m e="e1" t="person" k="name">Bae</m> won.',
            "Öztürk Leyla ran. Öztürk won.",
        ),
        (
            'The <m e="e1" t="armed_group" k="name">Army of Light</m> '
            '(<m e="e1" t="armed_group" k="name">AOL</m>) fled.',
            "The Northern Liberation Front (NLF) fled.",
        ),
        (
            '<m e="e1" t="city" k="name">KYIV</m> — rain in '
            '<m e="e1" t="city" k="name">Kyiv</m>.',
            "ŁÓDŹ — rain in Łódź.",
        ),
    ],
)
def test_forms_of_a_name_change_together(
    markup: str, text: str, table: NameTable
) -> None:
    assert set(_swap(markup, table)) == {text}


def test_nicknames_and_descriptions_stay(table: NameTable) -> None:
    texts = _swap(
        '<m e="e1" t="person" k="name">Sani Garba</m>, alias '
        '<m e="e1" t="person" k="name">Baba Tiles</m>, '
        '<m e="e1" t="person" k="nominal">a merchant</m>.',
        table,
    )

    assert set(texts) == {"Leyla Öztürk, alias Baba Tiles, a merchant."}


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_swapped_report_still_keeps_to_the_guide(report: Report) -> None:
    swapped = swap_names(report, NameTable(), seed=1)

    assert list(find_faults(swapped)) == []
    assert swap_names(report, NameTable(), seed=1) == swapped
    for old, new in zip(report.mentions, swapped.mentions, strict=True):
        words = swapped.text[new.extent.start : new.extent.end]
        if old.kind == "pronoun":
            assert words == report.text[old.extent.start : old.extent.end]
    for old, new in zip(report.quotes, swapped.quotes, strict=True):
        for before, after in zip(old.cues, new.cues, strict=True):
            words = swapped.text[after.start : after.end]
            assert words == report.text[before.start : before.end]


def test_most_people_get_another_name() -> None:
    table = NameTable()
    same = total = 0
    for report in REPORTS:
        swapped = swap_names(report, table, seed=2)
        for old, new in zip(report.mentions, swapped.mentions, strict=True):
            if old.kind == "name" and old.type == "person":
                words = swapped.text[new.extent.start : new.extent.end]
                same += words == report.text[old.extent.start : old.extent.end]
                total += 1

    assert same < total / 3
