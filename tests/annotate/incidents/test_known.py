"""What words have done elsewhere: counts, their table, and what is told from them."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.incidents.known import (
    ALL,
    LEAST_SEEN,
    KnownWords,
    count_parts,
    name_forms,
    read_known,
    write_known,
)

VICTIM, WEAPON = 0, 1


def counts(played: int, seen: int) -> np.ndarray:
    return np.array([[0, played], [0, seen]])


def test_forms_are_the_whole_its_last_and_its_first_word() -> None:
    assert list(name_forms("two سيارات مفخخة")) == [
        "two سيارات مفخخة",
        "..مفخخة",
        "two..",
    ]


def test_one_word_has_no_first_word_apart() -> None:
    assert list(name_forms("bomb")) == ["bomb", "..bomb", ".."]


def test_each_wording_counts_once_a_document_whatever_the_kinds() -> None:
    cases = np.array([[0, WEAPON, 0], [0, WEAPON, 1], [1, WEAPON, 0]])

    found = count_parts(["bomb", "car bomb"], cases, [False, True, False], 2)

    assert found["bomb"].tolist() == [[0, 1], [0, 1]]
    assert found["..bomb"].tolist() == [[0, 1], [0, 2]]
    assert found[ALL].tolist() == [[0, 1], [0, 2]]


def test_what_often_plays_a_part_is_likelier_than_what_never_does() -> None:
    known = KnownWords(
        {ALL: counts(50, 100), "dynamite": counts(9, 10), "car": counts(0, 10)}
    )

    often, never, unknown = (
        known.tell([key])[0][0][WEAPON] for key in ("dynamite", "car", "ledger")
    )

    assert often > unknown > never


def test_own_document_is_left_out() -> None:
    total = {ALL: counts(50, 100), "mace": counts(LEAST_SEEN, LEAST_SEEN)}
    own = {"mace": counts(1, 1)}

    assert KnownWords(total).tell(["mace"])[0][1][WEAPON] > 0
    assert KnownWords(total).tell(["mace"], own)[0][1][WEAPON] == 0


@given(
    words=st.dictionaries(
        st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8),
        st.tuples(st.integers(0, 9), st.integers(0, 9)),
        max_size=6,
    )
)
def test_table_tells_what_was_counted(
    words: dict[str, tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    told = {word: counts(min(pair), max(pair)) for word, pair in words.items()}
    told[ALL] = counts(5, 20)
    file: Path = tmp_path_factory.mktemp("known") / "known.tsv.gz"
    file.write_bytes(write_known(told))

    read, made = read_known(file), KnownWords(told)

    for word in words:
        assert all(
            np.array_equal(one, other)
            for one, other in zip(
                read.tell([word])[0], made.tell([word])[0], strict=True
            )
        )
