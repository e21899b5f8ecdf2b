import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.name_score import (
    AUTOMATIC,
    LIKELY,
    compare_organization_names,
    compare_person_names,
)
from dragoman.text.person_names import person_keys, split_person


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Sheikh Ziad al-Nakhala", ("ziad", "nakhala")),
        ("Lavrov, Sergey", ("sergey", "lavrov")),
        ("Robert Marsh Jr.", ("robert", "marsh")),
        ("Mohammed bin Sultan", ("mohammed", "sultan")),
        ("bin Sultan, Mohammed", ("mohammed", "sultan")),
        ("Abd al-Karim Haddad", ("abdkarim", "haddad")),
        ("Nur al-Din Tarhan", ("nurdin", "tarhan")),
        ("Abu Tariq", ("abutariq",)),
        ("Сергей Лавров", ("sergey", "lavrov")),
        ("王毅", ("wang", "yi")),
        ("Ngũgĩ Kamau", ("ngugi", "kamau")),
    ],
)
def test_a_name_is_taken_apart_without_titles_and_articles(
    name: str, words: tuple[str, ...]
) -> None:
    assert split_person(name).words == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Samir al-Nakhla", "Sameer Nakhlah"),
        ("Abd al-Rahman Sadiq", "Abdurrahman Sadeq"),
        ("Hossein Amir-Tabrizi", "Amirtabrizi Hussein"),
        ("Bill Marsh", "William Marsh"),
        ("حسن نصر الله", "Hassan Nasrallah"),
        ("Ольга Лапшина", "Olga Lapshina"),
    ],
)
def test_spellings_of_one_name_may_be_joined_by_themselves(
    one: str, other: str
) -> None:
    assert compare_person_names(one, other).automatic


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sultan bin Zayed", "Zayed bin Sultan"),
        ("Ximena Salvatierra", "Rodrigo Salvatierra"),
        ("Robert Marsh Jr.", "Robert Marsh Sr."),
        ("J. Marsh", "R. Marsh"),
        ("Sergey Ivanovich Lapshin", "Sergey Petrovich Lapshin"),
    ],
)
def test_two_persons_are_not_likely_one(one: str, other: str) -> None:
    comparison = compare_person_names(one, other)

    assert comparison.probability < LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Salim Haddad", "Salma Haddad"),
        ("Karim Haddat", "Karim Haddad"),
        ("Petr Danek", "Petra Danek"),
        ("Ali Khamenei", "Ali Khomeini"),
        ("حسين نصر الله", "Hassan Nasrallah"),
    ],
)
def test_what_only_a_slip_would_explain_is_not_joined_unasked(
    one: str, other: str
) -> None:
    assert not compare_person_names(one, other).automatic


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norvik Energy PJSC", "Norvik Energy"),
        ("Harbour Labour Organisation", "Harbor Labor Organization"),
        ("Banco de Talvar", "Bank of Talvar"),
        ("ООО «Норвик»", "Norvik LLC"),
        ("A.B.D. Shipping Co.", "ABD Shipping Company"),
        ("Talvar Steel Joint Stock Company", "Talvar Steel Joynt Stock Company"),
    ],
)
def test_names_of_one_body_may_be_joined_by_themselves(one: str, other: str) -> None:
    assert compare_organization_names(one, other).automatic


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("17th Brigade", "18th Brigade"),
        ("Talvar Steel Corporation", "Talvar Shipping Corporation"),
        ("Norvik Bank (Peru)", "Norvik Bank (Chile)"),
    ],
)
def test_two_bodies_are_not_likely_one(one: str, other: str) -> None:
    assert compare_organization_names(one, other).probability < LIKELY


def test_bodies_that_differ_by_a_number_are_left_to_a_person() -> None:
    for one, other in (
        ("Norvik Fund VII", "Norvik Fund VIII"),
        ("Trust I", "Trust II"),
    ):
        comparison = compare_organization_names(one, other)

        assert not comparison.automatic
        assert "other numbers" in comparison.reasons


def test_contributions_add_up_to_the_probability() -> None:
    plain = compare_person_names("Karim Haddad", "Karim Haddad")
    slip = compare_person_names("Karim Haddad", "Karim Haddat")

    assert plain.probability > AUTOMATIC
    assert ("word_slip", True) in [(n, w > 0 or w < 0) for n, w in slip.features]
    assert slip.probability < plain.probability


def test_what_a_slip_explains_is_a_question_however_likely_it_is() -> None:
    slip = compare_person_names("Karim Haddad", "Karim Haddas")
    sure = compare_person_names("Karim Haddad", "Kareem Haddad")

    assert slip.doubtful
    assert not slip.automatic
    assert not sure.doubtful
    assert sure.automatic


@pytest.mark.parametrize(
    ("letters", "listed"),
    [
        # Two names of the lists, and a slip that is none.
        ("Khalil Dabbagh / Khalid Dabbagh", "Khalil Dabbagh / Khalxl Dabbagh"),
        ("Samir Ghannam / Samer Ghannam", "Samir Ghannam / Sameer Ghannam"),
        # "Tsai" and "Cai" are one name, "Tsai" and "Dai" are two.
        ("Tsai Guohua / Dai Guohua", "Tsai Guohua / Cai Guohua"),
    ],
)
def test_lists_of_names_tell_what_letters_do_not(letters: str, listed: str) -> None:
    two, one = (compare_person_names(*pair.split(" / ")) for pair in (letters, listed))

    assert two.probability < 0.6 < one.probability


WORDS = st.sampled_from(
    ["ali", "hassan", "hussein", "karim", "haddad", "tabrizi", "lee", "wang", "sergey"]
)
WORDS |= st.sampled_from(
    ["lapshin", "al", "bin", "j", "abd", "amir", "amirtabrizi", "jr", "نصر", "לוי"]
)
# At least one word that is no initial.
NAMES = (
    st.lists(WORDS, min_size=1, max_size=4)
    .filter(lambda words: max(map(len, words)) > 1)
    .map(" ".join)
)


@given(NAMES, NAMES)
def test_comparing_does_not_depend_on_the_order_of_the_two(
    one: str, other: str
) -> None:
    forth, back = compare_person_names(one, other), compare_person_names(other, one)

    assert forth.probability == pytest.approx(back.probability)
    assert forth.automatic == back.automatic


@given(NAMES)
def test_a_name_is_like_itself(name: str) -> None:
    assert compare_person_names(name, name).probability > LIKELY


@given(NAMES, NAMES)
def test_names_that_are_joined_unasked_share_a_key(one: str, other: str) -> None:
    if compare_person_names(one, other).automatic:
        assert set(person_keys(one)) & set(person_keys(other))


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_compared(one: str, other: str) -> None:
    assert 0 <= compare_person_names(one, other).probability <= 1
    assert 0 <= compare_organization_names(one, other).probability <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Rajesh Sharma", "Rakesh Sharma"), ("Rami Sabbagh", "Rani Sabbagh")],
)
def test_a_letter_apart_is_a_question_about_as_open_as_a_coin(
    one: str, other: str
) -> None:
    found = compare_person_names(one, other)

    assert found.doubtful
    assert not found.automatic
    assert LIKELY <= found.probability < 0.7
