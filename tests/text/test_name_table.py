from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import name_reader
from dragoman.text.name_likeness import vowel_slots
from dragoman.text.name_table import NameTable
from dragoman.text.name_words import Word
from dragoman.text.person_names import split_person
from dragoman.text.word_table import GENDERS, WordTable

_ODD_NAMES = (
    "Sheikh Ziad al-Nakhala", "Abd al-Rahman Qasim", "Lavrov, Sergey", "VladimirPutin",
    "Abdurrahman Sedhom", "J. R. Marsh", "", "...", "O'Brien-Katz", "Dr. Ana Buckley",
    "Martin Quell III", "line\nbreak", "Andrej Jelic", "Shah Rukh", "Nur al-Din Zeki",
    "حسن نصر", "Сергей Лапшин", "Lê Văn Đức", "Ludhi Fridhe", "Obdul Abdi", "Em\x1cEn",
    "Óscar Łukasz Straße", "Lee Lee", "王毅 Wang", "Ana\u00a0Lee", "Ⅷ Lee",
    "Juan de la Cruz Sr.", "Sultan bin Zayed", "Dr.", "Sra Ana Abad",
    "Dr. Salma Abdullah", "Mrs. Dr. An Li",
)  # fmt: skip
NAMES = (
    st.sampled_from(_ODD_NAMES)
    | st.text("abcdehiknoruy'-. ,J\n", max_size=14)
    | st.text("абвгدس אב é ", max_size=8)
)


@given(st.lists(NAMES, max_size=9, unique=True))
def test_many_names_are_taken_apart_as_each_is(names: list[str]) -> None:
    table = NameTable(names)

    assert len(table) == len(names)
    for place, name in enumerate(names):
        one = split_person(name)
        assert table.name(place) == name
        found = table.person(place)
        assert found == one
        for part, word in zip(found.parts, one.parts, strict=True):
            assert all(
                getattr(part, each.name) == getattr(word, each.name)
                for each in fields(Word)
            )
        assert table.counts[place] == len(one.words)
        assert table.lengths[place] == len(one.joined)
        assert bool(table.kinship[place]) == one.kinship
        assert bool(table.generation[place]) == bool(one.generation)
        assert table.gender[place] == GENDERS[one.gender]
        for flag in ("plain", "abjad", "syllables"):
            assert getattr(table, flag)[place] == getattr(one, flag)


@given(st.lists(NAMES, min_size=1, max_size=9, unique=True), st.data())
def test_some_of_the_names_are_the_same_names(
    names: list[str], data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.integers(0, len(names) - 1), max_size=4))

    taken = NameTable(names).take(np.array(chosen, dtype=np.int64))

    assert [taken.person(n) for n in range(len(taken))] == [
        split_person(names[place]) for place in chosen
    ]


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("Sergei Lapshin", "Lapshin Sergey", True),
        ("Dr. Sergei Lapshin", "Sergei Lapshin", True),
        ("Robert Marsh Sr.", "Robert Marsh Jr.", False),
        ("Sultan bin Zayed", "Zayed bin Sultan", False),
        ("Ana Lee", "Ana Ana Lee", False),
        ("Ana Maria Eva Sergei Lee", "Lee Sergey Eva Ana Maria", True),
        ("Ana Maria Eva Sergei Lee", "Ana Maria Eva Eva Sergei Lee", False),
        ("Omar bin Ali bin Said", "Omar ibn Ali ibn Said", True),
    ],
)
def test_names_of_one_sound_have_one_pair_of_numbers(
    one: str,
    other: str,
    equal: bool,  # noqa: FBT001  # a column of the table
) -> None:
    leading, rest = NameTable([one, other]).sounds()

    assert ((leading[0], rest[0]) == (leading[1], rest[1])) == equal


@given(
    st.lists(
        st.text("aeioubdhklmnprsty", min_size=1, max_size=24) | st.just("حسن"),
        unique=True,
        max_size=6,
    )
)
def test_words_tell_what_each_tells_by_itself(texts: list[str]) -> None:
    words = WordTable(texts)

    for number, text in enumerate(texts):
        word = words.word(number)
        assert word.text == text
        assert words.sizes[number] == word.size
        assert int(words.letters[number]) == word.letters
        assert words.plain[number] == word.plain
        assert words.keys[words.key[number]] == word.key
        slots = int(words.vowels[number]), int(words.slots[number])
        assert slots == vowel_slots(word.sound)
        assert words.open[number] == {None: -1, True: 1, False: 0}[word.open]
        for other_number, other in enumerate(map(words.word, range(len(texts)))):
            for column in ("sound", "consonants", "coarse", "onset"):
                equal = (
                    getattr(words, column)[number]
                    == getattr(words, column)[other_number]
                )
                assert equal == (getattr(word, column) == getattr(other, column))


@pytest.mark.parametrize("batch", [2, 1 << 14])
def test_words_of_one_hash_are_told_apart(
    batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["Ana Lee", "Ana Lea", "Eva Lee", "Ana Maria", "Eva Ana", "Lee Lea"]
    monkeypatch.setattr(name_reader, "_BATCH", batch)
    monkeypatch.setattr(
        name_reader, "_hash", lambda _, begins, ends: (ends - begins).astype(np.uint64)
    )

    table = NameTable(names)

    assert [table.person(n) for n in range(len(table))] == list(
        map(split_person, names)
    )


def test_words_of_one_hash_in_different_batches_are_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = ["Ana Marie", "Eva Simon"]
    monkeypatch.setattr(name_reader, "_BATCH", 1)
    monkeypatch.setattr(
        name_reader, "_hash", lambda _, begins, ends: (ends - begins).astype(np.uint64)
    )

    table = NameTable(names)

    assert [table.person(n).words for n in range(2)] == [
        ("ana", "marie"),
        ("eva", "simon"),
    ]
