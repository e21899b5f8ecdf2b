"""What a close look shows is what the whole view shows."""

from builders import (
    make_document,
    make_entity,
    make_epithet,
    make_event,
    make_role,
    make_statement,
)
from dragoman.model.amendment import STRUCK, make_amendment
from dragoman.model.claim import Claim
from dragoman.model.decision import make_decision
from dragoman.model.entity import Event, Statement
from dragoman.model.judgement import Judgement
from dragoman.store.case import Case, create_case
from dragoman.store.search import find_entities
from dragoman.store.view import SqliteView

TEXT = (
    "Report {n}. Foreign Minister Anna Lindqvist, the iron lady, met Omar Badawi of "
    "the Council in Norcity. He said that the border was open. Later the Norwegian "
    "foreign minister said that it was shut. In Arabic he is called عمر بدوي, by some "
    "O\u200bmar Bádawi, by nobody Anna Holm & Sons or — at all."
)
NAMES = (
    *("Anna Lindqvist", "anna", "LINDQVIST Anna", "Omar Badawi", "Badawi", "عمر بدوي"),
    *("Anna Holm & Sons", "Holm", "—", "_", "Council", "Nobody", "", '"', "Bádawi"),
)


def file_report(case: Case, n: int) -> list[Claim]:
    document = make_document(TEXT.format(n=n), origin=f"{n}.txt")
    anna = make_entity(document, "Anna Lindqvist", "Lindqvist")
    omar = make_entity(document, "Omar Badawi", "عمر بدوي", "O\u200bmar Bádawi")
    council = make_entity(document, "Council", schema="Organization")
    odd = make_entity(document, "Anna Holm & Sons", "—", schema="Organization")
    city = make_entity(document, "Norcity", schema="Place", types=("city",))
    event = make_event(document, "met Omar Badawi", anna, omar, place=city)
    claims: list[Claim] = [
        *(anna, omar, council, odd, city, event),
        make_role(document, anna, "Foreign Minister", council),
        make_epithet(document, anna, "the iron lady", omar),
        make_statement(document, "the border was open", omar, via=(anna,), event=event),
        make_statement(document, "it was shut", "the Norwegian foreign minister"),
    ]
    with case.writing() as writer:
        writer.add_document(document, document.text.encode())
        writer.put_claims(document, claims, "test/1")
    return claims


def correct(case: Case, target: str, field: str, value: str = "yes") -> None:
    made = "2026-01-01T00:00:00.000000Z"
    entry = make_amendment(target, field, value, analyst="eva", made=made)
    with case.writing() as writer:
        writer.add_amendment(entry)


def judge(case: Case, one: Claim, other: Claim, made: str) -> None:
    verdict = Judgement.POSITIVE
    with case.writing() as writer:
        entry = make_decision(one.id, other.id, verdict, analyst="eva", made=made)
        writer.add_decisions([entry])


def check(view: SqliteView) -> None:
    closeup = view.closeup()
    entities = list(view.entities())
    for name in (*NAMES, *(entity.id for entity in entities)):
        assert closeup.named(name) == find_entities(entities, name), name
    for entity in entities:
        assert closeup.entities([entity.id]) == [entity]
        events = closeup.events(closeup.about("event", [entity.id]))
        near = [one for one in events if refers(one, entity.id)]
        assert near == [one for one in view.events() if refers(one, entity.id)]
        told = closeup.statements(closeup.about("statement", [entity.id]))
        said = [one for one in told if refers(one, entity.id)]
        assert said == [one for one in view.statements() if refers(one, entity.id)]
    described = closeup.naming("statement", [("norwegian", "minister")])
    unnamed = [one for one in view.statements() if one.speakers[0].entity is None]
    assert set(unnamed) <= set(closeup.statements(described))


def refers(thing: Event | Statement, entity: str) -> bool:
    if isinstance(thing, Statement):
        return any(party.entity == entity for party in thing.speakers)
    return thing.place == entity or any(
        one.party.entity == entity for one in thing.participants
    )


def test_a_close_look_shows_what_the_whole_view_shows(case: Case) -> None:
    first, second = file_report(case, 1), file_report(case, 2)
    file_report(case, 3)
    judge(case, first[0], second[0], "2026-01-01T00:00:00.000001Z")
    judge(case, first[5], second[5], "2026-01-01T00:00:00.000002Z")

    with case.reading() as view:
        check(view)


def test_a_close_look_knows_what_people_corrected(case: Case) -> None:
    first, second = file_report(case, 1), file_report(case, 2)
    correct(case, first[1].id, STRUCK)
    correct(case, first[8].id, "speaker", f"{second[0].id} Anna Lindqvist")
    correct(case, second[6].id, "body", f"{first[2].id} Council")
    correct(case, second[9].id, "unnamed speaker", "the Norwegian minister")

    with case.reading() as view:
        check(view)


def test_a_report_that_is_read_anew_is_found_by_its_new_names_only(case: Case) -> None:
    claims = file_report(case, 1)
    document = make_document(TEXT.format(n=1), origin="1.txt")
    with case.writing() as writer:
        writer.put_claims(document, claims[2:5], "test/2")

    with case.reading() as view:
        assert view.closeup().named("Anna Lindqvist") == []
        assert [one.name for one in view.closeup().named("Council")] == ["Council"]
        check(view)


def test_an_older_case_is_indexed_when_it_is_opened(case: Case) -> None:
    file_report(case, 1)
    with case.writing() as writer:
        run = writer._connection.exec_driver_sql
        run("DROP TABLE name_words")
        run("UPDATE case_info SET value = '7' WHERE name = 'version'")

    with create_case(case.folder) as again, again.reading() as view:
        check(view)
