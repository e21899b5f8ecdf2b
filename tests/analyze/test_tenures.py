"""Offices over time, and whom an office means on a day."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from builders import make_document, make_entity, make_event, make_role
from dragoman.analyze.holders import Holders, read_office
from dragoman.analyze.tenures import Office, Tenure, list_tenures, office_line
from dragoman.model.claim import Claim, EntityClaim, RoleClaim, Time
from dragoman.model.document import Document
from dragoman.model.entity import Event
from dragoman.model.judgement import Judgement, make_edge
from dragoman.store.case import create_case

Told = tuple[Document, list[Claim]]
Case = Callable[..., tuple[list[Tenure], list[Event]]]


@pytest.fixture
def told(tmp_path: Path) -> Case:
    def build(*documents: Told) -> tuple[list[Tenure], list[Event]]:
        with create_case(tmp_path / "case") as case:
            with case.writing() as writer:
                for document, claims in documents:
                    writer.add_document(document, document.text.encode())
                    writer.put_claims(document, claims, "test/1")
                people = [one for _, claims in documents for one in claims[:1]]
                writer.append_edges(
                    make_edge(
                        one.id,
                        other.id,
                        Judgement.POSITIVE,
                        score=0.9,
                        judge="auto:names",
                    )
                    for one, other in combinations(people, 2)
                    if name_of(one) == name_of(other)
                )
            with case.reading() as view:
                entities = list(view.entities())
                holders = Holders(entities, view)
                events = [holders.fill_event(event) for event in view.events()]
        return list_tenures(entities), events

    return build


def name_of(claim: Claim) -> str:
    assert isinstance(claim, EntityClaim)
    return claim.name


def name_minister(
    name: str,
    published: str | None,
    *,
    status: str = "current",
    time: str | None = None,
) -> Told:
    text = f"{name}, minister of foreign affairs of Chad, spoke on {published}."
    document = make_document(text, published=published, origin=f"{name}{published}")
    person = make_entity(document, name)
    role = make_role(document, person, "minister of foreign affairs")
    when = None if time is None else Time(time, time, "interval")
    full = replace(role, organization_name="Chad", status=status, time=when)
    return document, [person, full]


def meet(words: str, day: str | None, published: str | None = "2024-06-12") -> Told:
    text = f"Anna Lim met {words} in Oslo on {day}."
    document = make_document(text, published=published, origin=f"{words}{day}")
    anna = make_entity(document, "Anna Lim")
    return document, [anna, make_event(document, text, anna, words, time=day)]


def names(event: Event) -> list[str]:
    return [one.party.name for one in event.participants]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Minister of Foreign Affairs", "foreign minister"),
        ("acting Foreign Minister", "foreign minister"),
        ("Minister-designate", "minister"),
        ("Prime Minister-elect", "prime minister"),
        ("deputy foreign minister", "deputy foreign minister"),
        ("Secretary-General", "secretary general"),
    ],
)
def test_titles_of_one_line_are_one_office(title: str, line: str) -> None:
    assert office_line(title) == line


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("the Iranian foreign minister", Office("foreign minister", "c=IR")),
        ("Egypt's FM", Office("foreign minister", "c=EG")),
        ("The president of the United States", Office("president", "c=US")),
        ("the UN secretary-general", Office("secretary general", "united nations")),
        ("Lebanon’s caretaker premier", Office("prime minister", "c=LB")),
        ("the pope", Office("pope", "c=VA")),
    ],
)
def test_an_office_of_one_holder_is_read(words: str, office: Office) -> None:
    assert read_office(words) == office


@pytest.mark.parametrize(
    "words",
    [
        "an Iranian minister",
        "the foreign ministers of Iran",
        "the former Iranian foreign minister",
        "the Iranian deputy foreign minister",
        "the Iranian foreign minister-designate",
        "Iran's incoming foreign minister",
        "two diplomats",
        "her Iranian counterpart",
        "الوزير",
        "the",
        "",
    ],
)
def test_what_is_no_office_of_one_holder_is_left(words: str) -> None:
    assert read_office(words) is None


def test_citations_and_term_of_an_office_stay_apart(told: Case) -> None:
    tenures, _ = told(
        name_minister("علي خان", "2024-05-12", time="2021/.."),
        name_minister("Omar Sy", "2024-03-01", status="former"),
    )

    ali, omar = tenures
    assert (ali.start, ali.end) == ("2021", None)
    assert (ali.first_cited, ali.last_cited) == ("2024-05-12", "2024-05-12")
    assert (omar.first_cited, omar.over_by) == (None, "2024-03-01")


def test_the_holder_at_the_events_date_is_meant(told: Case) -> None:
    _, events = told(
        name_minister("Omar Sy", "2024-01-10"),
        name_minister("Omar Sy", "2024-05-10", status="former"),
        name_minister("علي خان", "2024-05-12"),
        name_minister("علي خان", "2024-07-01"),
        meet("the foreign minister of Chad", "2024-01-10"),
        meet("Chad's foreign minister", "2024-06-01"),
    )

    assert sorted(names(event)[1] for event in events) == ["Omar Sy", "علي خان"]
    assert {one.basis for event in events for one in event.described} == {"reports"}
    assert all(one.citations for event in events for one in event.described)


def test_without_any_date_the_words_stay(told: Case) -> None:
    _, events = told(
        name_minister("Omar Sy", "2024-01-10"),
        meet("the foreign minister of Chad", None, published=None),
    )

    assert names(events[0]) == ["Anna Lim", "the foreign minister of Chad"]


def test_two_who_could_be_meant_leave_it_open(told: Case) -> None:
    _, events = told(
        name_minister("Omar Sy", "2024-01-10"),
        name_minister("علي خان", "2024-07-01"),
        meet("the foreign minister of Chad", "2024-04-01"),
    )

    assert names(events[0])[1] == "the foreign minister of Chad"
    assert events[0].described == ()


def test_the_table_answers_where_no_report_does(told: Case) -> None:
    _, events = told(
        meet("the Iranian foreign minister", "2024-03-12"),
        meet("the Iranian foreign minister", "2030-03-12"),
    )

    assert sorted(len(event.described) for event in events) == [0, 1]
    answered = next(event for event in events if event.described)
    assert answered.described[0].name == "Hossein Amir-Abdollahian"
    assert answered.described[0].basis == "starter"
    # No document of the case names him, so he is no entity of it.
    assert names(answered)[1] == "the Iranian foreign minister"


def test_a_person_of_the_case_is_found_by_another_spelling(told: Case) -> None:
    text = "حسین امیرعبداللهیان was there."
    document = make_document(text, origin="fa.txt")
    _, events = told(
        (document, [make_entity(document, "حسین امیرعبداللهیان")]),
        meet("the Iranian foreign minister", "2024-03-12"),
    )

    assert names(events[0])[1] == "حسین امیرعبداللهیان"


def test_a_day_before_the_term_or_after_its_end_is_not_the_holders(told: Case) -> None:
    person = name_minister("Omar Sy", "2024-05-10", time="2023/2024-06-30")
    _, events = told(
        person,
        meet("the foreign minister of Chad", "2022-06-01"),
        meet("the foreign minister of Chad", "2024-07-02"),
        meet("the foreign minister of Chad", "2023-06-02"),
    )

    assert sum(names(event)[1] == "Omar Sy" for event in events) == 1


def test_a_span_of_days_needs_one_holder_for_all_of_them(told: Case) -> None:
    _, events = told(meet("the Iranian foreign minister", "2024-05-10/2024-05-25"))

    assert events[0].described == ()


def test_who_was_designate_and_took_office_has_one_tenure(told: Case) -> None:
    document, claims = name_minister("Lea Rahn", "2024-06-01", status="designate")
    ahead = [
        replace(one, title="Foreign Minister-designate")
        if isinstance(one, RoleClaim)
        else one
        for one in claims
    ]

    tenures, _ = told((document, ahead), name_minister("Lea Rahn", "2024-07-01"))

    assert [(one.status, one.first_cited, one.due_after) for one in tenures] == [
        ("current", "2024-07-01", "2024-06-01")
    ]


def test_who_acts_stands_in_until_another_is_named(told: Case) -> None:
    tenures, events = told(
        name_minister("Omar Sy", "2024-01-10", status="acting"),
        name_minister("علي خان", "2024-05-12"),
        meet("the foreign minister of Chad", "2024-01-10"),
        meet("Chad's foreign minister", "2024-05-14"),
    )

    assert [one.succeeded for one in tenures] == ["2024-05-12", None]
    assert sorted(names(event)[1] for event in events) == ["Omar Sy", "علي خان"]


def test_who_is_named_as_acting_later_still_is_not_succeeded(told: Case) -> None:
    tenures, _ = told(
        name_minister("Omar Sy", "2024-01-10", status="acting"),
        name_minister("Omar Sy", "2024-06-10", status="acting"),
        name_minister("علي خان", "2024-05-12"),
    )

    assert [one.succeeded for one in tenures] == [None, None]
