"""References of texts of our own, by the model that ships."""

from dataclasses import replace

import pytest
from tests.builders import make_document

from dragoman.annotate.sentences import EncoderAnnotator
from dragoman.model.annotation import Annotations, MentionKind
from dragoman.model.document import Block, BlockKind


def read(annotator: EncoderAnnotator, text: str) -> Annotations:
    document = make_document(text)
    return annotator.annotate(document, Annotations(document.id))


def chains(text: str, annotations: Annotations) -> list[list[str]]:
    """Return the words of all chains of two references and more."""
    return [
        [text[one.start : one.end] for one in chain]
        for chain in annotations.references_by_chain.values()
        if len(chain) > 1
    ]


def chain_of(text: str, annotations: Annotations, words: str) -> list[str]:
    return next((c for c in chains(text, annotations) if words in c), [])


def test_pronoun_joins_the_name_it_stands_for(annotator: EncoderAnnotator) -> None:
    text = (
        "Amal Haddad arrived in Nairobi on Monday. She told reporters that her "
        "talks with the council had failed."
    )

    found = chain_of(text, read(annotator, text), "Amal Haddad")

    assert {"She", "her"} <= set(found)


def test_name_said_again_joins_its_chain(annotator: EncoderAnnotator) -> None:
    text = (
        "The Rural Relief Council opened an office in Juba. Aid workers praised "
        "the move. The Rural Relief Council said it would hire fifty people."
    )

    found = chain_of(text, read(annotator, text), "The Rural Relief Council")

    assert found.count("The Rural Relief Council") == 2
    assert "it" in found


def test_man_and_woman_are_kept_apart(annotator: EncoderAnnotator) -> None:
    text = (
        "Olga Petrova met Hassan Aoun in Doha. She praised the truce. He said that "
        "it was too early to celebrate."
    )

    annotations = read(annotator, text)

    assert "He" not in chain_of(text, annotations, "Olga Petrova")
    assert "She" not in chain_of(text, annotations, "Hassan Aoun")


def test_references_are_exact_and_in_order(annotator: EncoderAnnotator) -> None:
    text = "The envoy’s aides left. عمّان welcomed their efforts, a 😀 said in São Tomé."

    annotations = read(annotator, text)

    places = [(one.start, -one.end) for one in annotations.references]
    assert places == sorted(set(places))
    for one in annotations.references:
        sentence = annotations.sentences[one.sentence]
        assert sentence.start <= one.start < one.end <= sentence.end
        head = sentence[one.head]
        assert one.start <= head.start < head.end <= one.end
        assert annotations.reference_by_head[one.sentence, one.head].end >= one.end


def test_kinds_are_told_apart(annotator: EncoderAnnotator) -> None:
    text = "Amal Haddad thanked the envoy, and he thanked her."

    found = {text[one.start : one.end]: one for one in read(annotator, text).references}

    assert found["Amal Haddad"].kind is MentionKind.NAME
    assert found["the envoy"].kind is MentionKind.NOMINAL
    assert found["he"].kind is MentionKind.PRONOUN
    assert found["Amal Haddad"].type == "person"


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "ministers and envoys and " * 400,
        "HE MET HER IN AMMAN",
        "😀 👨‍👩‍👧 !!! ???",
        "\u200fשר החוץ\u200f ביקר בעמאן, said \u202bsomeone\u202c.",
        "Country\t2023\t2024\nSudan\t1,200\t900",
        "",
    ],
)
def test_odd_input_keeps_its_offsets(annotator: EncoderAnnotator, text: str) -> None:
    for one in read(annotator, text).references:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]


def test_document_is_read_the_same_after_any_other(annotator: EncoderAnnotator) -> None:
    text = "Lee met Omar in Doha. He thanked him for the visit."
    first = read(annotator, text).references

    read(annotator, "Envoys left. They said so.")

    assert read(annotator, text).references == first


def test_chains_run_through_blocks(annotator: EncoderAnnotator) -> None:
    lead, rest = "Amal Haddad resigned on Friday.", "Haddad said she was tired."
    document = make_document(f"{lead}\n\n{rest}")
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, len(lead)),
        Block(BlockKind.PARAGRAPH, len(lead) + 2, len(document.text)),
    )
    both = replace(document, blocks=blocks)

    annotations = annotator.annotate(both, Annotations(both.id))

    assert "Haddad" in chain_of(both.text, annotations, "Amal Haddad")


def test_headings_and_bylines_refer_beside_the_prose(
    annotator: EncoderAnnotator,
) -> None:
    byline, heading = "By Amal Haddad", "What the Rural Relief Council wants"
    lead = "The Rural Relief Council opened an office in Juba on Friday."
    document = make_document(f"{byline}\n\n{heading}\n\n{lead}")
    start = len(byline) + 2
    low = start + len(heading) + 2
    blocks = (
        Block(BlockKind.BYLINE, 0, len(byline)),
        Block(BlockKind.HEADING, start, start + len(heading)),
        Block(BlockKind.PARAGRAPH, low, len(document.text)),
    )

    annotations = annotator.annotate(
        replace(document, blocks=blocks), Annotations(document.id)
    )

    assert len(annotations.sentences) == 1
    told = {
        (document.text[one.start : one.end], one.sentence): one.chain
        for one in annotations.references
    }
    assert ("Amal Haddad", -1) in told
    body = "he Rural Relief Council"
    assert told[f"t{body}", -1] == told[f"T{body}", 0]
    assert all(number == 0 for number, _ in annotations.reference_by_head)
