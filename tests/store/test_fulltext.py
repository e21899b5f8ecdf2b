import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_document
from dragoman.store.case import Case
from dragoman.store.fulltext import find_hits, fold, match_expression

TEXT = "Envoys met in São Tomé.\n\nLater the São Tomé talks broke off; Şanlıurfa waits."
ARABIC = "قَالَ الوَزِيرُ إنَّ المحادثات مستمرة. وأكّد الوزير ذلك."


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("São Tomé", "sao tome"),
        ("الوَزِيرُ", "الوزير"),
        ("أكّد", "اكد"),
        ("کرمانشاهی", "كرمانشاهي"),
        ("יִשְׂרָאֵל", "ישראל"),
        ("Łódź", "lodz"),
        ("Нұр-Сұлтан", "НҰР-СҰЛТАН"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same(written: str, asked: str) -> None:
    assert fold(written) == fold(asked)


LETTERS = st.characters(exclude_categories=["Cs"], max_codepoint=0xFFFF)


@given(st.text(LETTERS | st.sampled_from("éÉאِأىیکœﬁİΣς…“’ ﷲ")))
def test_a_text_is_folded_letter_by_letter(text: str) -> None:
    folded = fold(text)

    assert folded == "".join(map(fold, text.lower()))
    assert unicodedata.normalize("NFKD", folded) == folded
    assert not any(map(unicodedata.combining, folded))


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("border talks", '"border" AND "talks"'),
        ('"border talks" now', '"border talks" AND "now"'),
        ("NEAR(a b) OR *", '"near" AND "a" AND "b" AND "or"'),
        ('title:"x', '"title" AND "x"'),
        ("-- ; ' ( *", None),
        ("", None),
    ],
)
def test_query_of_a_user_becomes_quoted_words(
    query: str, expression: str | None
) -> None:
    assert match_expression(query) == expression


def test_hits_are_offsets_of_the_original_text() -> None:
    hits = list(find_hits(ARABIC, ["الوزير"]))

    assert [ARABIC[start:end] for start, end in hits] == ["الوَزِيرُ", "الوزير"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sao tome", 1),
        ('"talks broke"', 1),
        ('"broke talks"', 0),
        ("sanliurfa", 1),
        ("SÃO nowhere", 0),
        ("talks OR", 0),
        ('"', 0),
    ],
)
def test_search_needs_every_word(case: Case, query: str, found: int) -> None:
    with case.writing() as writer:
        writer.add_document(make_document(TEXT), b"")

    with case.reading() as view:
        assert len(view.search(query)) == found


def test_passage_quotes_the_document_at_its_offsets(case: Case) -> None:
    document = make_document(ARABIC, lang="ar")
    with case.writing() as writer:
        writer.add_document(document, b"")

    with case.reading() as view:
        (hit,) = view.search("الوزير")

    (passage,) = hit.passages
    assert ARABIC[passage.start : passage.end] == passage.text
    assert len(passage.hits) == 2


def test_passages_of_two_paragraphs_stay_apart(case: Case) -> None:
    with case.writing() as writer:
        writer.add_document(make_document(TEXT), b"")

    with case.reading() as view:
        (hit,) = view.search("tome")

    assert [passage.text.count("\n") for passage in hit.passages] == [0, 0]
