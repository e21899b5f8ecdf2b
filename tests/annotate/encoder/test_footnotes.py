"""Names with hyphens stay names, and footnote marks end no word."""

import pytest

from dragoman.annotate.encoder.words import without_footnotes
from dragoman.annotate.sentences import EncoderAnnotator
from dragoman.model.annotation import Annotations
from dragoman.model.document import Block, BlockKind, Document, Source
from dragoman.model.syntax import Sentence


def parse(text: str) -> tuple[Sentence, ...]:
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    document = Document(
        "d1", text, (block,), None, Source(), "en", None, "", "", "text/plain", "-"
    )
    return EncoderAnnotator().annotate(document, Annotations("d1")).sentences


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Park Bo-soon, 91, demanded an answer.", ["Bo", "-", "soon"]),
        ("Editor Han Yu-ran left early.", ["Yu", "-", "ran"]),
        ("Minister Tété-Keïta has left Lomé.", ["Tété", "-", "Keïta"]),
    ],
)
def test_a_hyphenated_name_is_made_of_proper_nouns(
    text: str, pieces: list[str]
) -> None:
    sentence = parse(text)[0]

    words = [token.text for token in sentence]
    start = words.index(pieces[0])
    found = sentence.tokens[start : start + 3]

    assert [token.text for token in found] == pieces
    assert [token.upos for token in found] == ["PROPN", "PUNCT", "PROPN"]
    assert all(text[token.start : token.end] == token.text for token in sentence)


@pytest.mark.slow
def test_an_adjective_made_of_a_name_is_cut_as_before() -> None:
    sentence = parse("The Oman-backed plan failed.")[0]

    assert [t.text for t in sentence][1:4] == ["Oman", "-", "backed"]
    assert sentence[3].upos != "PROPN"


def test_footnote_marks_are_blanked_and_offsets_kept() -> None:
    text = "He left.[12] The army [sic] said «نعم».[3]"

    plain = without_footnotes(text)

    assert len(plain) == len(text)
    assert "[12]" not in plain
    assert "(sic)" in plain
