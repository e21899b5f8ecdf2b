import pytest

from dragoman.model.annotation import Annotations, Quotation


def quotation(start: int, end: int) -> Quotation:
    return Quotation(start, end, start - 1, end + 1)


FOUND = Annotations(
    "d1", quotations=(quotation(30, 40), quotation(1, 20), quotation(5, 10))
)


@pytest.mark.parametrize("offset", [1, 4, 12, 18, 31])
def test_words_in_an_outer_quotation_are_quoted(offset: int) -> None:
    assert FOUND.is_quoted(offset)


@pytest.mark.parametrize("offset", [0, 20, 29, 40])
def test_marks_and_words_between_quotations_are_not(offset: int) -> None:
    assert not FOUND.is_quoted(offset)
