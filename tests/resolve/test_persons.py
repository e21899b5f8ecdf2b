from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import Desk
from dragoman.model.judgement import Judgement
from dragoman.resolve.entities import EntityResolver
from reported import report, resolve


# Arabic, Persian, Turkish, Hebrew, Russian, Chinese, Korean, Vietnamese, Spanish,
# Hungarian, German, Amharic, Mauritanian.
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Samir al-Nakhla", "Sameer Nakhlah"),
        ("سمير نصر الله", "Samir Nasrallah"),
        ("Hossein Amir-Tabrizi", "Hussein Amirtabrizi"),
        ("Abdul Rahman Sadiq", "Abdelrahman Sadeq"),
        ("Tayyip Öztürk", "Tayyip Ozturk"),
        ("Itamar Ben-Shaul", "Itamar Ben Shaul"),
        ("Сергей Лапшин", "Sergey Lapshin"),
        ("Vladimir Lapshin", "Vladimir Vladimirovich Lapshin"),
        ("王立明", "Wang Liming"),
        ("Park Jae-won", "Park Jae Won"),
        ("Nguyễn Phú Hải", "Nguyen Phu Hai"),
        ("Jürgen Schröter", "Jurgen Schroeter"),
        ("Dr. Karim Haddad", "Karim Haddad"),
        ("Haddad, Karim", "Karim Haddad"),
    ],
)
def test_spellings_of_a_full_name_become_one_person(one: str, other: str) -> None:
    first, second = report(1, one), report(2, other)

    desk = resolve(first, second)

    assert desk.together(first[1], second[1])


# Spanish, Ethiopian, Mauritanian, Kenyan, Burmese.
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rodrigo Salcedo", "Rodrigo Salcedo Ibáñez"),
        ("Abiy Tesfaye", "Abiy Tesfaye Ali"),
        ("Mohamed Ould Ghazwan", "Mohammed Ould Cheikh El Ghazwan"),
        ("Daniel Chebet", "Daniel Kipruto Chebet"),
        ("Htun Myint", "Kyaw Htun Myint"),
    ],
)
def test_a_name_within_a_longer_one_needs_something_in_common(
    one: str, other: str
) -> None:
    first, second = report(1, one), report(2, other)
    office = ("transport minister", None)
    third, fourth = report(3, one, office=office), report(4, other, office=office)

    assert resolve(first, second).judged(first[1], second[1]) is Judgement.UNSURE
    assert resolve(third, fourth).together(third[1], fourth[1])


def test_a_name_within_a_longer_one_of_one_document_was_told_apart() -> None:
    first, second = report(1, "Daniel Chebet"), report(1, "Daniel Kipruto Chebet")
    other = replace(second[1], document_id=first[1].document_id)

    desk = Desk()
    desk.add([first[1], other], EntityResolver())

    assert not desk.together(first[1], other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ximena Salcedo", "Rodrigo Salcedo"),
        ("Ali Khamenei", "Ali Khomeini"),
        ("Hafez al-Darwish", "Bashar al-Darwish"),
        ("Mohammed bin Sultan", "Sultan bin Mohammed"),
        ("Ivan Petrovich Sidorov", "Ivan Sergeyevich Sidorov"),
        ("Kim Jong-su", "Kim Jong-ho"),
        ("George H. W. Marsh", "George W. Marsh"),
        ("John Marsh Jr.", "John Marsh Sr."),
        ("Wang Li", "Wang Lei"),
        ("حسن نصر", "حسين نصر"),
    ],
)
def test_people_with_like_names_stay_apart(one: str, other: str) -> None:
    first, second = report(1, one), report(2, other)

    desk = resolve(first, second)

    assert not desk.together(first[1], second[1])


def test_order_of_the_words_may_differ_with_the_same_state() -> None:
    first = report(1, "Viktor Szalai", country="HU")
    second = report(2, "Szalai Viktor", country="HU")

    assert resolve(first, second).together(first[1], second[1])


def test_a_surname_without_any_evidence_is_left_to_a_person() -> None:
    full, bare = report(1, "Hossein Tabrizi"), report(2, "Tabrizi")

    desk = resolve(full, bare)

    assert desk.judged(full[1], bare[1]) is Judgement.UNSURE


def test_a_surname_that_fits_two_persons_joins_neither() -> None:
    first = report(1, "Hafez al-Darwish", country="SY")
    second = report(2, "Bashar al-Darwish", country="SY")
    bare = report(3, "Darwish", country="SY")

    for order in permutations((first, second, bare)):
        desk = resolve(*order)
        assert not desk.together(first[1], second[1])
    desk = resolve(first, second, bare)
    assert not desk.together(bare[1], first[1])
    assert not desk.together(bare[1], second[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"gender": "f"}, {"gender": "m"}),
        ({"country": "KR"}, {"country": "KP"}),
    ],
)
def test_namesakes_of_other_gender_or_state_must_not_be_joined(
    one: dict[str, str], other: dict[str, str]
) -> None:
    first = report(1, "Kim Min-su", **one)  # type: ignore[arg-type]  # one key each
    second = report(2, "Kim Min-su", **other)  # type: ignore[arg-type]  # one key each

    desk = resolve(first, second)

    assert desk.judged(first[1], second[1]) is Judgement.NEGATIVE


def test_an_initial_and_a_like_surname_make_nobody_one() -> None:
    office = ("senator", "Senate")
    first = report(1, "Josef R. Biren", office=office)
    second = report(2, "Ron Wyren", office=office)

    desk = resolve(first, second)

    assert not desk.together(first[1], second[1])


@given(st.permutations(range(4)))
def test_a_second_bearer_opens_again_what_a_surname_joined(order: list[int]) -> None:
    office = ("minister of mines", "Ministry of Mines")
    made = [
        report(1, "Anna Lindqvist", office=office),
        report(2, "Lindqvist", office=office),
        report(3, "Karl Lindqvist", office=office),
        report(4, "Anna Lindqvist", office=office, country="SE"),
    ]

    desk = resolve(*(made[n] for n in order))

    anna, bare, karl, again = (entity for _, entity in made)
    assert desk.together(anna, again)
    assert not desk.together(anna, karl)
    assert not desk.together(bare, anna)
    assert not desk.together(bare, karl)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Haldor V", "Haldor IV", False),
        ("Haldor V", "Haldor V", True),
        ("Benevolus III", "Benevolus", True),
    ],
)
def test_kings_and_popes_of_one_name_are_told_by_their_numbers(
    one: str,
    other: str,
    same: bool,  # noqa: FBT001  a column of the table
) -> None:
    first = report(1, one, office=("king", "Norland"))
    second = report(2, other, office=("king", "Norland"))

    assert resolve(first, second).together(first[1], second[1]) is same


def test_an_initial_must_fit_the_given_name() -> None:
    office = ("Minister", None)
    father = report(1, "Shlomo Ben-Harosh", office=office)
    son = report(2, "Itzhak Ben-Harosh", office=office)
    initial = report(3, "Y. Ben-Harosh", office=office)

    desk = resolve(father, son, initial)

    assert desk.together(son[1], initial[1])
    assert not desk.together(father[1], initial[1])


def test_a_surname_of_two_parts_is_a_surname() -> None:
    governor = report(1, "Sani Dan-Galadim", office=("governor", None))
    officer = report(2, "Musa Dan-Galadim", office=("police commissioner", None))
    his = report(3, "Dan-Galadim", office=("governor", None))
    others = report(4, "Dan-Galadim", office=("commissioner", None))

    for order in permutations((governor, officer, his, others)):
        desk = resolve(*order)
        assert desk.together(governor[1], his[1])
        assert desk.together(officer[1], others[1])
        assert not desk.together(his[1], others[1])


def test_parts_of_a_name_of_two_surnames_are_parts_of_one() -> None:
    office = ("minister of mines", None)
    whole = report(1, "María Fernanda Quispe Rojas", office=office)
    first = report(2, "Maria Quispe", office=office)
    last = report(3, "Quispe Rojas", office=office)
    other = report(4, "Maria Salcedo Rojas", office=office)

    for order in permutations((whole, first, last)):
        desk = resolve(*order, other)
        assert desk.together(whole[1], first[1])
        assert desk.together(whole[1], last[1])
        assert not desk.together(whole[1], other[1])
    assert not resolve(first, last).together(first[1], last[1])


def test_a_byname_that_a_report_explains_is_a_name() -> None:
    office = ("commander", "Sahm Brigades")
    told = report(1, "Mahmud Rashwan", "Abu Tareq", office=office)
    byname = report(2, "Abu Tariq", office=("leader", "Sahm Brigade"))
    alone = report(3, "Abu Tareq")

    assert resolve(told, byname).together(told[1], byname[1])
    assert resolve(told, alone).judged(told[1], alone[1]) is Judgement.UNSURE


def test_two_given_names_in_turned_order_may_be_father_and_son() -> None:
    one, other = report(1, "Ali Hassan"), report(2, "Hassan Ali")
    minister = ("finance minister", "Talvar")
    same = [report(n, name, office=minister) for n, name in ((3, "Ali Hassan"),)]
    turned = report(4, "Hassan Ali", office=minister)

    assert resolve(one, other).judged(one[1], other[1]) is Judgement.UNSURE
    assert resolve(*same, turned).together(same[0][1], turned[1])


def test_names_in_turned_order_need_something_in_common() -> None:
    first, second = report(1, "Kuol Majak"), report(2, "Majak Kuol")
    office = ("transport minister", None)
    third = report(3, "Kuol Majak", office=office)
    fourth = report(4, "Majak Kuol", office=office)
    comma = report(5, "Majak, Kuol")

    assert resolve(first, second).judged(first[1], second[1]) is Judgement.UNSURE
    assert resolve(third, fourth).together(third[1], fourth[1])
    assert resolve(first, comma).together(first[1], comma[1])


def test_a_shorter_name_goes_to_the_one_whom_its_report_does_not_tell_apart() -> None:
    office = ("president", None)
    son = report(1, "Haroun Yusuf Kalbo", office=office)
    father = report(2, "Yusuf Kalbo Terab", office=office)
    claims, shorter = report(3, "Yusuf Kalbo", office=office)
    told_apart = replace(son[1], id="e-son", document_id=shorter.document_id)

    desk = Desk()
    for group in (son[0], father[0], [*claims, told_apart]):
        desk.add(group, EntityResolver())

    assert desk.together(father[1], shorter)
    assert not desk.together(son[1], shorter)
