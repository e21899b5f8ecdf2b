from dataclasses import replace
from itertools import permutations

import pytest

from builders import make_document, make_entity, make_event, make_role
from desk import Desk
from dragoman.model.claim import Claim, EntityClaim
from dragoman.model.ids import hash_id
from dragoman.model.judgement import Edge, Judgement
from dragoman.resolve.company import gather_company, weigh_company
from dragoman.resolve.entities import EntityResolver

Told = tuple[list[Claim], EntityClaim]


def report(number: int, name: str, *met: str, beside: tuple[str, ...] = ()) -> Told:
    """Make the claims of a report in which somebody meets some, others are named."""
    everybody = ", ".join((*met, *beside))
    document = make_document(f"Report {number}: {name} met {everybody}.")
    person = make_entity(document, name)
    others = [make_entity(document, other) for other in met]
    named = [make_entity(document, other) for other in beside]
    event = make_event(document, f"{name} met", person, *others)
    return [person, *others, *named, event], person


def judge(one: Told, other: Told, outlet: str | None = None) -> tuple[Desk, Edge]:
    desk = Desk()
    for claims, person in (one, other):
        desk.sources[person.document_id] = outlet
        desk.add(claims, EntityResolver())
    ends = sorted((one[1].id, other[1].id))
    return desk, desk.latest[ends[0], ends[1]]


@pytest.mark.parametrize(
    ("name", "other", "friend", "again"),
    [
        ("Kostan", "Arben Kostan", "Ana Lindqvist", "Ana Lindqvist"),
        ("Nakhla", "Samir al-Nakhlah", "Hossein Amir-Tabrizi", "Hussein Amir Tabrizi"),
        ("Лапшин", "Сергей Лапшин", "Анна Орлова", "Anna Orlova"),
    ],
)
def test_a_surname_is_one_with_a_full_name_that_met_the_same(
    name: str, other: str, friend: str, again: str
) -> None:
    desk, edge = judge(report(1, name, friend), report(2, other, again))

    assert desk.canonical(edge.left) == desk.canonical(edge.right)
    assert edge.reasons[0] == f"both met {again}" or edge.reasons[0] == (
        f"both met {friend}"
    )


def test_without_company_a_surname_is_left_to_a_person() -> None:
    desk, edge = judge(
        report(1, "Kostan", "Ana Lindqvist"), report(2, "Arben Kostan", "Karl Brodin")
    )

    assert edge.judgement is Judgement.UNSURE
    assert desk.canonical(edge.left) != desk.canonical(edge.right)


def test_a_surname_that_two_bear_is_left_to_a_person_whoever_was_met() -> None:
    desk = Desk()
    reports = [
        report(1, "Kostan", "Ana Lindqvist"),
        report(2, "Arben Kostan", "Ana Lindqvist"),
        report(3, "Besnik Kostan", "Ana Lindqvist"),
    ]

    for claims, _ in reports:
        desk.add(claims, EntityResolver())

    assert len({desk.canonical(person.id) for _, person in reports}) == 3


def test_brother_and_sister_meet_the_same_people() -> None:
    desk, edge = judge(
        report(1, "Khalid Nasrawi", "Ana Lindqvist"),
        report(2, "Khalida Nasrawi", "Ana Lindqvist"),
    )

    assert edge.judgement is not Judgement.POSITIVE
    assert desk.canonical(edge.left) != desk.canonical(edge.right)


def test_names_beside_move_a_question_and_do_not_answer_it() -> None:
    others = ("Ana Lindqvist", "Karl Brodin", "Eva Marsh")

    _, alone = judge(report(1, "Kostan"), report(2, "Arben Kostan"))
    _, beside = judge(
        report(3, "Kostan", beside=others), report(4, "Arben Kostan", beside=others)
    )
    _, apart = judge(
        report(5, "Kostan", beside=others),
        report(6, "Arben Kostan", beside=("Ito Ren", "Li Wei", "Kim Min")),
    )

    scores = [edge.score or 0.0 for edge in (beside, alone, apart)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3
    assert {edge.judgement for edge in (beside, alone, apart)} == {Judgement.UNSURE}
    assert "nobody else in common" in apart.reasons


@pytest.mark.parametrize(
    ("bare", "full", "joined"),
    [
        ("Kostan", "Arben Kostan", True),
        ("Arben", "Arben Kostan", True),
        ("Mario", "Meyer Kostan", False),
        ("Mo", "Arben Moe", False),
    ],
)
def test_a_story_joins_a_bare_name_to_one_that_has_the_very_word(
    *, bare: str, full: str, joined: bool
) -> None:
    others = ("Ana Lindqvist", "Karl Brodin", "Eva Marsh", "Ito Ren", "Li Wei")

    one, other = report(1, bare, beside=others), report(2, full, beside=others)
    desk = Desk()
    for claims, _ in (one, other):
        desk.add(claims, EntityResolver())

    assert desk.together(one[1], other[1]) is joined


STORY = ("Ana Lindqvist", "Karl Brodin", "Eva Marsh", "Li Wei")


@pytest.mark.parametrize(("named", "joined"), [(4, True), (3, False)])
def test_a_surname_is_one_with_the_full_name_of_its_story(
    named: int, *, joined: bool
) -> None:
    desk, edge = judge(
        report(1, "Kostan", beside=STORY[:named]),
        report(2, "Arben Kostan", beside=STORY[:named]),
    )

    assert (desk.canonical(edge.left) == desk.canonical(edge.right)) is joined


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_surnames_of_a_story_that_knows_two_bearers_join_nobody(
    order: tuple[int, ...],
) -> None:
    names = ("Kostan", "Kostan", "Arben Kostan", "Besnik Kostan")
    reports = [report(n, name, beside=STORY) for n, name in enumerate(names)]
    desk = Desk()

    for place in order:
        desk.add(reports[place][0], EntityResolver())

    assert len({desk.canonical(person.id) for _, person in reports}) == len(names)


def test_a_story_may_tell_of_two_in_office_who_share_a_surname() -> None:
    told = [report(1, "Kostan", beside=STORY), report(2, "Arben Kostan", beside=STORY)]
    for (claims, person), title in zip(told, ("Mayor", "Admiral"), strict=True):
        document = make_document(f"{title} {person.name}")
        role = make_role(document, person, title)
        claims.append(replace(role, document_id=person.document_id))

    desk, edge = judge(*told)

    assert edge.judgement is Judgement.UNSURE
    assert desk.canonical(edge.left) != desk.canonical(edge.right)


def test_an_outlet_spells_one_person_one_way() -> None:
    ends = []
    for number, name in ((1, "Arben Kostan"), (2, "Arben Kostan"), (3, "Arbin Kostan")):
        claims, person = report(number, name)
        ends.append(gather_company(person, claims, "Herald"))

    alike, reasons = weigh_company(0.5, ends[0], ends[1])
    otherwise, _ = weigh_company(0.5, ends[0], ends[2])

    assert otherwise < 0.5 < alike
    assert reasons == ("spelt alike by one outlet",)


def test_company_does_not_depend_on_which_report_comes_first() -> None:
    one = report(1, "Kostan", "Ana Lindqvist", "Eva Marsh")
    other = report(2, "Arben Kostan", "Ana Lindqvist")

    left, right = (
        gather_company(person, claims, None) for claims, person in (one, other)
    )

    assert weigh_company(0.4, left, right) == weigh_company(0.4, right, left)
    assert hash_id("e", "x") not in left.met


@pytest.mark.parametrize(
    ("met", "beside", "judgement"),
    [
        (("Ana Lindqvist",), (), Judgement.POSITIVE),
        ((), ("Ana Lindqvist", "Petru Sava"), Judgement.POSITIVE),
        ((), ("Ana Lindqvist",), Judgement.UNSURE),
    ],
)
def test_company_joins_a_name_within_a_longer_one(
    met: tuple[str, ...], beside: tuple[str, ...], judgement: Judgement
) -> None:
    one = report(1, "Daniel Chebet", *met, beside=beside)
    other = report(2, "Daniel Kipruto Chebet", *met, beside=beside)

    _, edge = judge(one, other)

    assert edge.judgement is judgement
    assert any("Ana Lindqvist" in reason for reason in edge.reasons)
