import pytest

from dragoman.model.claim import Modality
from dragoman.text.embedding import (
    ASSERTED,
    CANCELLED,
    DEMANDED,
    DENIED,
    DOING,
    HYPOTHETICAL,
    NOUNS,
    PLANNED,
    TELLING,
    THAT,
    TRUTH,
    weigh,
)


@pytest.mark.parametrize(
    ("word", "governor", "governed"),
    [
        ("manage", ASSERTED, ASSERTED),
        ("manage", DENIED, DENIED),
        ("manage", PLANNED, PLANNED),
        ("fail", ASSERTED, DENIED),
        ("fail", DENIED, ASSERTED),
        ("fail", PLANNED, DENIED),
        ("refuse", ASSERTED, DENIED),
        ("refuse", DENIED, HYPOTHETICAL),
        ("refuse", HYPOTHETICAL, HYPOTHETICAL),
        ("stop short", ASSERTED, DENIED),
        ("call off", ASSERTED, CANCELLED),
        ("call off", DENIED, PLANNED),
        ("ask", ASSERTED, DEMANDED),
        ("try", DENIED, DENIED),
    ],
)
def test_what_a_verb_makes_of_what_it_governs(
    word: str, governor: Modality, governed: Modality
) -> None:
    assert DOING[word].put(governor) is governed


def test_what_is_told_is_as_good_as_its_telling() -> None:
    assert TELLING.put(ASSERTED) is ASSERTED
    assert TELLING.put(PLANNED) is HYPOTHETICAL
    assert TELLING.put(DENIED) is HYPOTHETICAL
    assert TELLING.put(None) is None


def test_what_is_taken_for_granted_is_so_whatever_governs() -> None:
    assert THAT["regret"].put(HYPOTHETICAL) is ASSERTED
    assert THAT["regret"].put(DENIED) is ASSERTED


def test_plans_that_are_dropped_are_called_off() -> None:
    assert NOUNS["plan"].put(DOING["scrap"].put(ASSERTED)) is CANCELLED
    assert NOUNS["proposal"].put(DOING["reject"].put(ASSERTED)) is DENIED


def test_what_is_false_is_denied_and_what_is_not_false_is_not() -> None:
    assert TRUTH["untrue"].put(ASSERTED) is DENIED
    assert TRUTH["true"].put(DENIED) is DENIED
    assert TRUTH["false"].put(DENIED) is ASSERTED


@pytest.mark.parametrize(
    ("outer", "inner", "told"),
    [
        (ASSERTED, PLANNED, PLANNED),
        (DENIED, ASSERTED, DENIED),
        (DENIED, PLANNED, DENIED),
        (DEMANDED, DENIED, None),
        (DENIED, DENIED, None),
        (HYPOTHETICAL, PLANNED, HYPOTHETICAL),
        (None, ASSERTED, None),
    ],
)
def test_a_clause_is_put_by_what_governs_it_and_by_its_own_words(
    outer: Modality | None, inner: Modality, told: Modality | None
) -> None:
    assert weigh(outer, inner) is told
