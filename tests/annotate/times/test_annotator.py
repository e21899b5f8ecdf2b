import pytest

from dragoman.annotate.sentences import EncoderAnnotator
from dragoman.annotate.times.annotator import TimesAnnotator, find_times
from dragoman.model.annotation import Annotations, TimeExpression
from dragoman.model.document import Block, BlockKind, Document, Source
from dragoman.model.syntax import Sentence, Token
from reading import read_document

# word, lemma, upos, tag, head, relation
Row = tuple[str, str, str, str, int, str]


def document(text: str, published: str | None) -> Document:
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    return Document(
        id="d1",
        text=text,
        blocks=(block,),
        title=None,
        source=Source(),
        lang="en",
        published=published,
        retrieved="2024-01-01T00:00:00Z",
        digest="sha256:0",
        media_type="text/plain",
        origin="a.txt",
    )


def sentence(rows: list[Row]) -> tuple[str, Sentence]:
    text = " ".join(row[0] for row in rows)
    tokens = []
    start = 0
    for word, lemma, upos, tag, head, relation in rows:
        end = start + len(word)
        tokens.append(Token(start, end, word, lemma, upos, tag, head, relation))
        start = end + 1
    return text, Sentence(tuple(tokens), 0)


def annotate(rows: list[Row], published: str | None) -> tuple[TimeExpression, ...]:
    text, parsed = sentence(rows)
    annotations = Annotations("d1", sentences=(parsed,))
    return TimesAnnotator().annotate(document(text, published), annotations).times


def in_july(*words: Row) -> list[Row]:
    """Put "in July" behind words, governed by the last of them."""
    verb = len(words) - 1
    return [
        *words,
        ("in", "in", "ADP", "IN", verb + 2, "case"),
        ("July", "July", "PROPN", "NNP", verb, "obl"),
    ]


SHE: Row = ("She", "she", "PRON", "PRP", 1, "nsubj")


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        (in_july(SHE, ("came", "come", "VERB", "VBD", -1, "root")), "2023-07"),
        (
            in_july(
                ("She", "she", "PRON", "PRP", 2, "nsubj"),
                ("would", "would", "AUX", "MD", 2, "aux"),
                ("come", "come", "VERB", "VB", -1, "root"),
            ),
            "2024-07",
        ),
        (
            in_july(
                ("the", "the", "DET", "DT", 1, "det"),
                ("congress", "congress", "NOUN", "NN", -1, "root"),
                ("due", "due", "ADJ", "JJ", 1, "amod"),
            ),
            "2024-07",
        ),
        (
            in_july(
                ("talks", "talk", "NOUN", "NNS", -1, "root"),
                ("held", "hold", "VERB", "VBN", 0, "acl"),
            ),
            "2023-07",
        ),
        (
            in_july(
                ("She", "she", "PRON", "PRP", 2, "nsubj"),
                ("is", "be", "AUX", "VBZ", 2, "aux:pass"),
                ("expected", "expect", "VERB", "VBN", -1, "root"),
            ),
            "2024-07",
        ),
    ],
)
def test_the_verb_decides_between_the_last_and_the_next_july(
    rows: list[Row], value: str
) -> None:
    (found,) = annotate(rows, "2024-03-14")

    assert found.time.value == value
    assert found.time.inferred == ("year from publication date",)


def test_a_deadline_looks_ahead_also_in_a_report_of_the_past() -> None:
    rows: list[Row] = [
        ("They", "they", "PRON", "PRP", 1, "nsubj"),
        ("asked", "ask", "VERB", "VBD", -1, "root"),
        ("for", "for", "ADP", "IN", 3, "case"),
        ("answers", "answer", "NOUN", "NNS", 1, "obl"),
        ("by", "by", "ADP", "IN", 5, "case"),
        ("Friday", "Friday", "PROPN", "NNP", 1, "obl"),
    ]

    (found,) = annotate(rows, "2024-03-13")

    assert found.time.value == "2024-03-15"


def test_a_weekday_without_publication_date_gets_no_annotation() -> None:
    rows: list[Row] = [
        SHE,
        ("came", "come", "VERB", "VBD", -1, "root"),
        ("on", "on", "ADP", "IN", 3, "case"),
        ("Monday", "Monday", "PROPN", "NNP", 1, "obl"),
    ]
    text, parsed = sentence(rows)

    found = list(find_times(document(text, None), Annotations("d1", (parsed,))))

    assert annotate(rows, None) == ()
    assert [one.timeml for one in found] == ["XXXX-WXX-1"]


def test_a_duration_keeps_its_kind() -> None:
    rows: list[Row] = [
        ("مصر", "مصر", "PROPN", "NNP", 1, "nsubj"),
        ("talked", "talk", "VERB", "VBD", -1, "root"),
        ("for", "for", "ADP", "IN", 4, "case"),
        ("three", "three", "NUM", "CD", 4, "nummod"),
        ("days", "day", "NOUN", "NNS", 1, "obl"),
    ]

    (found,) = annotate(rows, "2024-03-14")

    assert (found.kind, found.time.value, found.time.text) == (
        "DURATION",
        "P3D",
        "three days",
    )


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("He was shot on the night of Oct. 23 at home.", "1999-05-05", "1998-10-23"),
        ("Until Thursday, they had not called him.", "1999-05-07", "1999-05-06"),
        ("They had until 9 a.m. Tuesday to sign.", "2000-04-03", "2000-04-04T09:00"),
        ("She resigns, effective Feb. 1.", "1999-10-26", "2000-02-01"),
        ("He asked her to testify on Feb. 10.", "2000-01-07", "2000-02-10"),
        ("The union planned a march on Saturday.", "2000-01-07", "2000-01-08"),
    ],
)
def test_the_real_parse_tells_before_from_after(
    text: str, published: str, value: str
) -> None:
    read = document(text, published)
    annotations = EncoderAnnotator().annotate(read, Annotations(read.id))

    assert [found.timeml for found in find_times(read, annotations)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He left on 2 July. On the 11th he flew to Rome.", ["07-02", "07-11"]),
        ("He left on 2 July. On the 3rd floor nine died.", ["07-02"]),
        ("He was shot overnight in Rome.", ["08-30"]),
        ("An overnight raid killed nine.", []),
    ],
)
def test_a_day_alone_and_the_last_night(text: str, values: list[str]) -> None:
    _, annotations = read_document(text, "2024-08-30")

    assert [one.time.value for one in annotations.times] == [
        f"2024-{v}" for v in values
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A round set for Wednesday has been postponed.", ["2024-09-04"]),
        ("A man arrested on Wednesday has been moved to a jail.", ["2024-08-28"]),
        ("If the troops left the town by June, rebels would return.", ["2025-06"]),
    ],
)
def test_what_is_put_off_or_only_thought_lies_ahead(
    text: str, values: list[str]
) -> None:
    _, annotations = read_document(text, "2024-08-30")

    assert [one.time.value for one in annotations.times] == values


# Published on Saturday, 31 August 2024.
@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "They met in Gao on Tuesday. A rally, planned for Wednesday, was banned.",
            ["2024-08-27", "2024-08-28"],
        ),
        (
            "A court freed him on Tuesday. His party had planned a march for Friday.",
            ["2024-08-27", "2024-08-30"],
        ),
        (
            "She landed in Gao on Tuesday. By the time she left on Friday she had seen "
            "them all. She met Lee the following day.",
            ["2024-08-27", "2024-08-30", "2024-08-28"],
        ),
        (
            "Jets crossed the border before noon on Wednesday. That evening he called.",
            ["2024-08-28", "2024-08-28"],
        ),
    ],
)
def test_days_are_reckoned_from_that_of_the_story(text: str, values: list[str]) -> None:
    _, annotations = read_document(text, "2024-08-31")

    assert [one.time.value for one in annotations.times] == values
