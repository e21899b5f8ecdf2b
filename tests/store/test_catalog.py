from itertools import count
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    cite,
    make_document,
    make_entity,
    make_event,
    make_incident,
    make_narrative,
    make_role,
    make_statement,
)
from dragoman.model.claim import Claim
from dragoman.model.decision import make_decision
from dragoman.model.document import Document
from dragoman.model.judgement import Judgement
from dragoman.store.case import Case, create_case
from dragoman.store.catalog.browse import Filter, Question
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.catalog.entries import _first_day
from dragoman.store.catalog.tables import drop_catalog
from dragoman.store.connect import open_engine, transaction

TEXT = (
    "Report {n}. Foreign Minister Anna Lindqvist met Omar Badawi of the Council in "
    "Norcity. He said that the border was open. People chanted: Water is life! "
    "In Arabic he is called عمر بدوي."
)


def file_report(
    case: Case, n: int, published: str | None = "2024-05-12"
) -> list[Claim]:
    document = make_document(TEXT.format(n=n), published=published, origin=f"{n}.txt")
    anna = make_entity(document, "Anna Lindqvist")
    omar = make_entity(document, "Omar Badawi", "عمر بدوي")
    council = make_entity(document, "Council", schema="Organization")
    city = make_entity(document, "Norcity", schema="Place", types=("city",))
    event = make_event(
        document, "met Omar Badawi", anna, omar, time=f"2024-05-{n:02}", place=city
    )
    claims: list[Claim] = [
        anna,
        omar,
        council,
        city,
        make_role(document, anna, "Foreign Minister", council),
        event,
        make_statement(document, "the border was open", omar, via=(anna,), event=event),
        make_narrative(document, "Water is life", omar),
        make_incident(document, "People chanted", ("victim", omar), events=(event,)),
    ]
    put(case, document, claims)
    return claims


def put(case: Case, document: Document, claims: list[Claim]) -> None:
    with case.writing() as writer:
        writer.add_document(document, document.text.encode())
        writer.put_claims(document, claims, "test/1")


def judge(case: Case, one: str, other: str, verdict: Judgement) -> None:
    made = f"2026-01-01T00:00:00.{next(_ticks):06}Z"
    with case.writing() as writer:
        decision = make_decision(one, other, verdict, analyst="eva", made=made)
        writer.add_decisions([decision])


_ticks = count()


def catch_up(case: Case) -> None:
    assert list(case.refresh_catalog())[-1] == 0


def dump(case: Case) -> dict[str, list[tuple[object, ...]]]:
    """All of the catalog, without the numbers that depend on the order of filing."""
    with case.browsing() as catalog:
        run = catalog.connection.exec_driver_sql
        kept = {
            "entries": run(
                "SELECT id, kind, sort, label, documents, card FROM catalog_entries"
            ).all(),
            "postings": run(
                "SELECT e.id, p.field, p.value, p.sort FROM catalog_postings p"
                " JOIN catalog_entries e USING (n)"
            ).all(),
            "totals": run("SELECT field, value, things FROM catalog_totals").all(),
            "portraits": run(
                "SELECT e.id, p.body FROM catalog_portraits p"
                " JOIN catalog_entries e USING (n)"
            ).all(),
            "names": run(
                "SELECT e.id, w.names FROM catalog_names w"
                " JOIN catalog_entries e ON e.n = w.rowid"
            ).all(),
        }
    return {name: sorted(tuple(row) for row in rows) for name, rows in kept.items()}


def rebuild(case: Case) -> None:
    engine = open_engine(case.folder / "case.db", read_only=False)
    with transaction(engine, "case", write=True) as connection:
        drop_catalog(connection)
    engine.dispose()
    catch_up(case)


def test_catalog_tells_what_the_whole_view_tells(case: Case) -> None:
    first, second = file_report(case, 1), file_report(case, 2)
    judge(case, first[0].id, second[0].id, Judgement.POSITIVE)
    judge(case, first[5].id, second[5].id, Judgement.POSITIVE)
    catch_up(case)

    with case.browsing() as catalog:
        assert {e.id for e in catalog.view.entities()} == ids(catalog, "entity")
        events = list(catalog.view.events())
        assert list(catalog.things([event.id for event in events])) == events
        said = list(catalog.view.statements())
        assert list(catalog.things([one.id for one in said])) == said
        for entity in catalog.view.entities():
            portrait = catalog.portrait(entity.id)
            assert portrait is not None
            assert portrait.entity == entity
            assert portrait.own.times == len(entity.citations)


def ids(catalog: Catalog, kind: str) -> set[str]:
    return {row.id for row in catalog.page(Question(kind, limit=1000)).rows}


@settings(max_examples=12)
@given(chance=st.randoms(use_true_random=False))
def test_catalog_brought_up_to_date_equals_a_new_one(
    tmp_path_factory: pytest.TempPathFactory, chance: Random
) -> None:
    with create_case(tmp_path_factory.mktemp("case")) as case:
        claims = [file_report(case, n) for n in range(1, 4)]
        catch_up(case)
        for n in range(4, 9):
            one, other = chance.sample(claims, 2)
            at = chance.randrange(8)
            if at == 4:
                continue
            verdict = chance.choice([Judgement.POSITIVE, Judgement.NEGATIVE])
            judge(case, one[at].id, other[at].id, verdict)
            if n % 2:
                claims.append(file_report(case, n))
            catch_up(case)

        kept = dump(case)
        rebuild(case)

        assert dump(case) == kept


def test_claims_read_anew_take_the_place_of_the_old_ones(case: Case) -> None:
    claims = file_report(case, 1)
    catch_up(case)

    with case.reading() as view:
        document = view.document(claims[0].document_id)
    put(case, document, [make_entity(document, "Omar Badawi")])
    catch_up(case)

    with case.browsing() as catalog:
        assert catalog.counts() == {
            "document": 1,
            "entity": 1,
            "event": 0,
            "statement": 0,
            "narrative": 0,
        }


def test_pages_follow_one_another_without_gap_or_repetition(case: Case) -> None:
    for n in range(1, 8):
        file_report(case, n)
    catch_up(case)

    with case.browsing() as catalog:
        seen: list[str] = []
        question = Question("event", limit=3)
        while True:
            page = catalog.page(question)
            seen += [row.sort for row in page.rows]
            if page.following is None:
                break
            question = Question("event", after=page.following, limit=3)

    assert seen == [f"2024-05-{n:02}" for n in range(7, 0, -1)]


def test_of_as_many_reports_who_is_named_more_often_comes_first(case: Case) -> None:
    file_report(case, 1)
    catch_up(case)

    with case.browsing() as catalog:
        rows = catalog.page(Question("entity")).rows

    assert len({row.documents for row in rows}) == 1
    assert rows[0].label == "Omar Badawi"  # named in two scripts


def test_filters_and_bounds_hold_together(case: Case) -> None:
    claims = [file_report(case, n) for n in range(1, 5)]
    for other in claims[1:]:
        judge(case, claims[0][0].id, other[0].id, Judgement.POSITIVE)
    catch_up(case)

    with case.browsing() as catalog:
        anna = catalog.canonical(claims[0][0].id)
        filters = (Filter("event.entity", anna), Filter("event.type", "CONSULT"))
        page = catalog.page(
            Question("event", filters, first="2024-05-02", last="2024-05-03")
        )
        facets = catalog.facets(Question("event", filters), ["event.place"])

    assert [row.sort for row in page.rows] == ["2024-05-03", "2024-05-02"]
    assert page.total == 2
    assert sum(facet.things for facet in facets["event.place"]) == 4


def test_names_are_found_in_any_script_and_when_only_begun(case: Case) -> None:
    file_report(case, 1)
    catch_up(case)

    with case.browsing() as catalog:
        for query in ("عُمَر", "lindq", "badawi omar"):
            assert len(catalog.find("entity", query).rows) == 1, query
        assert catalog.find("entity", "nobody").rows == ()


def test_search_and_filters_narrow_one_another(case: Case) -> None:
    file_report(case, 1, "2023-01-01")
    file_report(case, 2)
    catch_up(case)

    with case.browsing() as catalog:
        year = (Filter("document.year", "2024"),)
        found = catalog.find("document", "border", filters=year)
        said = catalog.find("statement", '"border was open"')

    assert [row.sort for row in found.rows] == ["2024-05-12"]
    assert len(said.rows) == 2


def test_catalog_of_another_version_is_made_anew(case: Case) -> None:
    file_report(case, 1)
    catch_up(case)
    with case.writing() as writer:
        writer._connection.exec_driver_sql(
            "UPDATE case_info SET value = '0' WHERE name = 'catalog'"
        )

    assert next(case.refresh_catalog()) > 0
    catch_up(case)
    with case.browsing() as catalog:
        assert catalog.counts()["event"] == 1


def test_excerpt_counts_code_points(case: Case) -> None:
    claims = file_report(case, 1)
    catch_up(case)

    with case.browsing() as catalog:
        document = catalog.view.document(claims[0].document_id)
        span = cite(document, "عمر بدوي").span
        assert catalog.excerpt(document.id, span.start, span.end) == "عمر بدوي"
        assert catalog.length(document.id) == len(document.text)


@pytest.mark.parametrize(
    ("value", "sort"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T10:00", "2024-05-03"),
        ("2024-05", "2024-05"),
        ("2016", "2016"),
        ("2016~", "2016"),
        ("2024-21", "2024"),
        ("2021/2023", "2021"),
        ("2024-05-03/2024-05-06", "2024-05-03"),
        ("XXXX-05-03", ""),
        (None, ""),
    ],
)
def test_a_year_is_not_filed_under_its_january(value: str | None, sort: str) -> None:
    assert _first_day(value) == sort


def test_a_date_that_a_document_gets_later_is_filed(case: Case) -> None:
    put(case, make_document("A report without names.", published=None), [])
    catch_up(case)
    with case.writing() as writer:
        assert writer.complete_document(make_document("A report without names."))

    catch_up(case)
    with case.browsing() as catalog:
        (row,) = catalog.page(Question("document")).rows
        assert row.sort.startswith("2024-05-12")
