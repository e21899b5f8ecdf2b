"""The reading model that ships, on sentences of our own."""

from dataclasses import replace

import pytest
from tests.builders import make_document

from dragoman.annotate.sentences import EncoderAnnotator
from dragoman.model.annotation import Annotations
from dragoman.model.document import Block, BlockKind
from dragoman.model.syntax import Sentence


def read(annotator: EncoderAnnotator, text: str) -> list[Sentence]:
    document = make_document(text)
    return list(annotator.annotate(document, Annotations(document.id)).sentences)


def relations(sentence: Sentence) -> dict[str, tuple[str, str]]:
    return {
        token.text: (
            token.deprel,
            sentence[token.head].text if token.head >= 0 else "",
        )
        for token in sentence
    }


def names(sentences: list[Sentence]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for sentence in sentences:
        for token in sentence:
            place, _, kind = token.entity.partition("-")
            if place == "B":
                found.append((token.text, kind))
            elif place == "I":
                found[-1] = (f"{found[-1][0]} {token.text}", kind)
    return found


def test_sentence_is_read_in_universal_dependencies(
    annotator: EncoderAnnotator,
) -> None:
    (sentence,) = read(annotator, "The minister praised two envoys on Monday.")

    found = relations(sentence)

    assert found["praised"] == ("root", "")
    assert found["minister"] == ("nsubj", "praised")
    assert found["envoys"] == ("obj", "praised")
    assert found["Monday"] == ("obl", "praised")
    assert found["on"] == ("case", "Monday")


def test_passive_has_its_subject_and_agent(annotator: EncoderAnnotator) -> None:
    (sentence,) = read(annotator, "The talks were hosted by the Swiss government.")

    found = relations(sentence)

    assert found["talks"] == ("nsubj:pass", "hosted")
    assert found["were"] == ("aux:pass", "hosted")
    assert found["government"] == ("obl:agent", "hosted")


def test_predicate_is_the_head_of_its_copula(annotator: EncoderAnnotator) -> None:
    (sentence,) = read(annotator, "Marwan Haddad is the head of the council.")

    found = relations(sentence)

    assert found["head"] == ("root", "")
    assert found["is"] == ("cop", "head")


def test_tags_and_lemmas_tell_tense_and_number(annotator: EncoderAnnotator) -> None:
    (sentence,) = read(annotator, "Ministries said the fighters went home.")

    assert [(t.tag, t.lemma) for t in sentence][:6] == [
        ("NNS", "ministry"),
        ("VBD", "say"),
        ("DT", "the"),
        ("NNS", "fighter"),
        ("VBD", "go"),
        ("RB", "home"),
    ]


def test_names_of_many_origins_are_hinted(annotator: EncoderAnnotator) -> None:
    text = (
        "Iranian Foreign Minister Hossein Rahimi met Marwan al-Masri in Beirut. "
        "Olga Petrova and Chinedu Okafor spoke in Nairobi, Reuters reported."
    )

    found = dict(names(read(annotator, text)))

    assert found["Hossein Rahimi"] == "PERSON"
    assert found["Marwan al - Masri"] == "PERSON"
    assert found["Olga Petrova"] == "PERSON"
    assert found["Chinedu Okafor"] == "PERSON"
    assert found["Beirut"] == "GPE"
    assert found["Reuters"] == "ORG"


def test_capital_that_acts_is_a_place(annotator: EncoderAnnotator) -> None:
    text = "Kinshasa rejected the offer, and Tehran thanked Asunción for it."

    found = dict(names(read(annotator, text)))

    assert {found[n] for n in ("Kinshasa", "Tehran", "Asunción")} == {"GPE"}


def test_sentences_end_where_they_end(annotator: EncoderAnnotator) -> None:
    text = (
        'Gen. Omar Haddad left the U.S. on Sept. 5. "We will return," he said. '
        "Nobody asked when."
    )

    starts = [text[s.start : s.end] for s in read(annotator, text)]

    assert starts == [
        "Gen. Omar Haddad left the U.S. on Sept. 5.",
        '"We will return," he said.',
        "Nobody asked when.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "word " * 3_000,
        "MINISTER MEETS ENVOY IN AMMAN",
        "😀 👨‍👩‍👧 !!! ??? ...",
        "وزير الخارجية يلتقي نظيره في عمّان.",
        "\u200fשר החוץ\u200f ביקר בעמאן, said \u202bsomeone\u202c.",
        "co\u00adoper\u00ada\u00adtion talks",
        "Country\t2023\t2024\nSudan\t1,200\t900\nChad\t40\t55",
        ";" * 2_000,
    ],
)
def test_odd_input_keeps_its_offsets(annotator: EncoderAnnotator, text: str) -> None:
    sentences = read(annotator, text)

    last = 0
    for sentence in sentences:
        assert sum(token.head < 0 for token in sentence) == 1
        for token in sentence:
            assert last <= token.start < token.end
            assert text[token.start : token.end] == token.text
            last = token.end


def test_long_block_is_read_like_its_sentences(annotator: EncoderAnnotator) -> None:
    sentence = "The council of elders rejected the plan in Nairobi on Friday. "

    sentences = read(annotator, (sentence * 60).strip())

    assert len(sentences) == 60
    assert all(s[s.root].text == "rejected" for s in sentences)


def test_block_reads_the_same_in_any_company(annotator: EncoderAnnotator) -> None:
    first, second = "Lee met Omar in Doha.", "“No comment,” said the Kenyan envoy."
    document = make_document(f"{first}\n\n{second}")
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, len(first)),
        Block(BlockKind.PARAGRAPH, len(first) + 2, len(document.text)),
    )
    both = replace(document, blocks=blocks)

    together = annotator.annotate(both, Annotations(both.id)).sentences
    (alone,) = read(annotator, second)

    assert [t.deprel for t in together[-1]] == [t.deprel for t in alone]
    assert [t.entity for t in together[-1]] == [t.entity for t in alone]


def test_only_prose_is_read(annotator: EncoderAnnotator) -> None:
    text = "Share this article"
    block = Block(BlockKind.BOILERPLATE, 0, len(text))
    menu = replace(make_document(text), blocks=(block,))

    assert annotator.annotate(menu, Annotations(menu.id)).sentences == ()


def test_a_paragraph_reads_the_same_in_any_company(
    annotator: EncoderAnnotator,
) -> None:
    paragraphs = [
        "Minister Tarek Wazzani met his counterpart in Valletta on Monday.",
        "«Мы не согласны», he said; the talks, which had begun in May, were over.",
        "NO AGREEMENT AFTER NINE HOURS IN THE OLD TOWN HALL",
        "Yes.",
        "The delegation of the Northern Council left without a word " * 30,
    ]
    alone = [parse for text in paragraphs for parse in parses(annotator, text)]
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        end = start + len(paragraph)
        blocks.append(Block(BlockKind.PARAGRAPH, start, end))
        start = end + 2
    for order in (blocks, blocks[::-1]):
        together = parses(annotator, text, tuple(order))
        assert sorted(together) == sorted(alone)


def parses(
    annotator: EncoderAnnotator, text: str, blocks: tuple[Block, ...] = ()
) -> list[list[tuple[str, ...]]]:
    blocks = blocks or (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    document = replace(make_document(text), blocks=blocks)
    return [
        [
            (one.text, one.upos, one.tag, one.lemma, str(one.head), one.deprel)
            for one in sentence
        ]
        for sentence in annotator.annotate(document, Annotations(document.id)).sentences
    ]
