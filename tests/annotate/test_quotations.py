"""Quotation marks of every kind are paired, and faulty ones run on nowhere."""

import pytest

from dragoman.annotate.quotations import QuotationsAnnotator
from dragoman.model.annotation import Annotations, Quotation
from dragoman.model.document import Block, BlockKind, Document, Source
from dragoman.model.syntax import Sentence, Token


def token(start: int, end: int, text: str) -> Token:
    return Token(start, end, text[start:end], "", "X", "XX", -1, "root")


def find(text: str) -> tuple[Quotation, ...]:
    """Pair the marks of a text; a sentence ends with its full stop."""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    place = 0
    for number, paragraph in enumerate(text.split("\n\n")):
        blocks.append(Block(BlockKind.PARAGRAPH, place, place + len(paragraph)))
        start = place
        for offset in range(place, place + len(paragraph)):
            last = offset + 1 == place + len(paragraph)
            if last or text[offset : offset + 2] == ". ":
                sentences.append(Sentence((token(start, offset + 1, text),), number))
                start = offset + 2
        place += len(paragraph) + 2
    document = Document(
        "d1", text, tuple(blocks), None, Source(), "en", None, "", "", "", "-"
    )
    annotations = Annotations("d1", tuple(sentences))
    return QuotationsAnnotator().annotate(document, annotations).quotations


def words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We go,” she said.", ["We go,"]),
        ('"We go," she said.', ["We go,"]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("«Oui», dit-il.", ["Oui"]),
        ("”Nej”, sade han.", ["Nej"]),
        ("``We go,'' she said.", ["We go,"]),
        ("'We go,' said Ng. 'It's ours.'", ["We go,", "It's ours."]),
        ("‘We go,’ said Ng.", ["We go,"]),
        ("「行きます」と彼は言った。", ["行きます"]),
        ("قال الوزير «لن نتراجع» اليوم", ["لن نتراجع"]),
        ("הוא אמר “לא ניסוג” אתמול", ["לא ניסוג"]),
    ],
)
def test_marks_of_every_script_are_paired(text: str, quoted: list[str]) -> None:
    assert words(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "It's the teachers' union, and the '90s are over.",
        "Ng's boat was 5'10\" long.",
        "'Abd al-Karim met the workers' union.",
        "Rock 'n' roll is dead, y'all.",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert words(text) == []


def test_the_apostrophe_of_a_plural_does_not_close_a_quotation() -> None:
    assert words("He said 'the teachers' rights are ours,' and left.") == [
        "the teachers' rights are ours,"
    ]


def test_a_quotation_in_a_quotation_is_found_inside_it() -> None:
    assert words("“He told me: ‘Go home.’ I went,” Ng said.") == [
        "He told me: ‘Go home.’ I went,",
        "Go home.",
    ]


def test_nested_marks_of_one_kind_are_paired_inside_out() -> None:
    assert words('She said "he called it "a lie" twice" and left.') == [
        'he called it "a lie" twice',
        "a lie",
    ]


def test_an_opening_mark_in_place_of_a_closing_one_ends_the_quotation() -> None:
    text = "The goal is “backing the port “calling it vital. Ng left. Nobody spoke."

    (one,) = find(text)

    assert text[one.start : one.end] == "backing the port"
    assert not one.balanced


def test_a_quotation_that_is_never_closed_ends_with_its_sentence() -> None:
    text = "He said “this never ends. Then a sentence. And another."

    (one,) = find(text)

    assert text[one.start : one.end] == "this never ends."
    assert (one.balanced, one.outer_end) == (False, one.end)


def test_a_quotation_that_is_never_closed_ends_before_its_cue() -> None:
    text = '"No road is that long, he said in a letter. The mayor, Ana Ruiz, left.'

    (one,) = find(text)

    assert text[one.start : one.end] == "No road is that long,"


def test_an_open_quotation_before_its_cue_does_not_go_on_in_the_next() -> None:
    first, second = find(
        '"The law is dead, said Ana Ruiz.\n\n"They came at night," she said.'
    )

    assert (first.balanced, first.end) == (False, len('"The law is dead,'))
    assert second.balanced


def test_a_quotation_opened_twice_ends_where_its_sentence_ends() -> None:
    text = "“We will win. “Then we go home,” he said."

    first, second = find(text)

    assert text[first.start : first.end] == "We will win."
    assert not first.balanced
    assert text[second.start : second.end] == "Then we go home,"
    assert second.balanced


def test_a_quotation_over_paragraphs_opens_in_each_and_closes_in_the_last() -> None:
    text = '"One goes on.\n\n"Two goes on.\n\n"Three ends." He left.'

    found = find(text)

    assert [text[one.start : one.end] for one in found] == [
        "One goes on.",
        "Two goes on.",
        "Three ends.",
    ]
    assert all(one.balanced for one in found)
    assert [one.outer_end == one.end for one in found] == [True, True, False]


def test_a_quotation_goes_on_only_with_the_mark_that_it_began_with() -> None:
    text = '"He thought it was absurd.\n\n“It never crossed my mind,” she said.'

    first, second = find(text)

    assert not first.balanced
    assert text[second.start : second.end] == "It never crossed my mind,"


def test_quotations_do_not_cross_paragraphs() -> None:
    assert words("He spoke of “peace\n\nThe end.”") == ["peace"]


def test_the_outer_span_holds_the_marks() -> None:
    text = "He said “yes” twice."

    (one,) = find(text)

    assert text[one.outer_start : one.outer_end] == "“yes”"
