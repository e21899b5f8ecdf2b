import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.name_score import compare_person_names
from dragoman.text.transliteration import in_latin, latin_forms, letters_of


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("محمود", "mahmoud"),
        ("حسن", "hassan"),
        ("كريم", "karim"),
        ("سليم", "salim"),
        ("אברהם", "avraham"),
        ("כהן", "cohen"),
    ],
)
def test_usual_names_are_among_the_first_readings(word: str, form: str) -> None:
    assert form in latin_forms(word)


@pytest.mark.parametrize(
    ("word", "form"), [("تيفاني", "tiffany"), ("شيراك", "chirac"), ("يوسف", "youssef")]
)
def test_how_lists_write_a_word_comes_first(word: str, form: str) -> None:
    assert latin_forms(word)[0] == form


def test_readings_are_ranked_and_as_many_as_asked_for() -> None:
    five, two = latin_forms("كريم"), latin_forms("كريم", 2)

    assert len(five) == 5 == len(set(five))
    assert five[:2] == two


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("مُحَمَّد", ("م", "ح", "م", "د")),
        ("کریم", ("ك", "ر", "ي", "م")),
        ("צ'רצ'יל", ("צ'", "ר", "צ'", "י", "ל")),
    ],
)
def test_letters_are_read_without_points_and_in_one_spelling(
    word: str, letters: tuple[str, ...]
) -> None:
    assert letters_of(word) == letters


def test_other_scripts_keep_their_letters() -> None:
    assert latin_forms("Лапшин") == ("lapshin",)


@pytest.mark.parametrize(("word", "form"), [("ﻣﺤﻤﻮﺩ", "mahmoud"), ("שׁלום", "shalom")])
def test_forms_of_letters_are_read_as_letters(word: str, form: str) -> None:
    assert form in latin_forms(word)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("خامنه\u200cای", "khamenei"),  # zero-width non-joiner
        ("ظریف", "zarif"),  # Persian ye
        ("نصراللہ", "nasrallah"),  # Urdu he
        ("محـــمود", "mahmoud"),  # tatweel
    ],
)
def test_persian_and_urdu_letters_are_read(word: str, form: str) -> None:
    assert form in latin_forms(word)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("محمود كريم", "Mahmoud Karim"),
        ("דוד כהן", "David Cohen"),
        ("Сергей Лапшин", "Sergey Lapshin"),
        ("Anna Lind", "Anna Lind"),
        ("", ""),
    ],
)
def test_whole_names_are_written_as_they_are_read(name: str, latin: str) -> None:
    assert in_latin(name) == latin


def test_names_meet_across_scripts_by_their_readings() -> None:
    assert compare_person_names("محمود الحداد", "Mahmoud Haddad").automatic
    assert not compare_person_names("محمود الحداد", "Hamid Haddad").automatic


@given(
    st.text(
        alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي'אבגדהוזחטיךכלםמןנסעףפץצקרשת ", max_size=9
    )
)
def test_any_word_has_a_reading_in_latin_letters(word: str) -> None:
    forms = latin_forms(word)

    assert forms
    assert all(form.isascii() for form in forms)
