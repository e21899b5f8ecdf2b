from dataclasses import replace

import pytest

from builders import (
    cite,
    make_document,
    make_entity,
    make_epithet,
    make_event,
    make_narrative,
    make_role,
    make_statement,
)
from dragoman.model.assembly import (
    assemble_entity,
    assemble_narrative,
    assemble_statement,
)
from dragoman.model.claim import EntityClaim, Manner, NameUse, Time
from dragoman.model.directory import Directory, find_best_name, make_card
from dragoman.model.document import Document

ONE = make_document(
    "Minister Anna Lindqvist of Norland met Lindqvist's aides. “Peace now”, she said.",
    published="2024-05-12",
)
TWO = make_document(
    "Anna Lindqvist, Minister, the lioness of Norland, said that peace now matters.",
    published="2024-05-10",
)
THREE = make_document("Lindqvist is Minister of Norland.", published=None)


def direct(*clusters: tuple[EntityClaim, ...]) -> Directory:
    canonical = {
        claim.id: min(one.id for one in cluster)
        for cluster in clusters
        for claim in cluster
    }
    cards = {min(one.id for one in cluster): make_card(cluster) for cluster in clusters}
    published = {one.id: one.published for one in (ONE, TWO, THREE)}
    return Directory(canonical, cards, published)


def entity_named(document: Document, *names: str) -> EntityClaim:
    return make_entity(document, *names)


def test_entity_has_every_spelling_with_its_citations() -> None:
    one = entity_named(ONE, "Anna Lindqvist", "Lindqvist's")
    two = entity_named(TWO, "Anna Lindqvist")

    entity = assemble_entity("e", [one, two], direct((one, two)))

    assert entity is not None
    assert entity.name == "Anna Lindqvist"
    assert [(use.text, len(use.citations)) for use in entity.names] == [
        ("Anna Lindqvist", 2),
        ("Lindqvist's", 1),
    ]
    assert len(entity.citations) == 3


@pytest.mark.parametrize(
    ("schema", "names", "best"),
    [
        ("Person", ["Lindqvist", "Lindqvist", "Anna Lindqvist"], "Anna Lindqvist"),
        ("Person", ["Anna Lindqvist", "Anna M. Lindqvist"], "Anna M. Lindqvist"),
        ("Person", ["Anna Lind", "Anna Lind", "Anna Maria Lind"], "Anna Lind"),
        ("Organization", ["UNDP", "UNDP", "Development Programme"], None),
        ("Place", ["US", "United States"], "United States"),
        ("Person", ["حسن", "حسن الأمين"], "حسن الأمين"),
        ("Person", ["Pele"], "Pele"),
        ("Person", ["ANNA LIND", "ANNA LIND", "Anna Lind"], "Anna Lind"),
        ("Place", ["LUSARA", "LUSARA", "Lusara"], "Lusara"),
    ],
)
def test_best_name_is_full_and_common(
    schema: str, names: list[str], best: str | None
) -> None:
    base = make_entity(ONE, "Lindqvist", schema=schema)
    claims = [
        replace(base, name=name, names=(NameUse(name, None, base.citations),))
        for name in names
    ]

    assert find_best_name(claims) == (best or "Development Programme")
    assert find_best_name(claims[::-1]) == find_best_name(claims)


def test_role_is_dated_by_the_documents_that_cite_it() -> None:
    one, two = entity_named(ONE, "Anna Lindqvist"), entity_named(TWO, "Anna Lindqvist")
    body = make_entity(ONE, "Norland", schema="Place")
    claims = [one, two, make_role(ONE, one, "Minister", body)]
    claims.append(make_role(TWO, two, "Minister"))

    entity = assemble_entity("e", claims, direct((one, two), (body,)))

    assert entity is not None
    (role,) = entity.roles
    assert (role.first_cited, role.last_cited) == ("2024-05-10", "2024-05-12")
    assert (role.organization, role.organization_name) == (body.id, "Norland")
    assert len(role.citations) == 2


def test_role_of_an_undated_document_has_no_dates() -> None:
    claim = entity_named(THREE, "Lindqvist")

    entity = assemble_entity(
        "e", [claim, make_role(THREE, claim, "Minister")], direct((claim,))
    )

    assert entity is not None
    assert (entity.roles[0].first_cited, entity.roles[0].last_cited) == (None, None)


def test_former_and_current_office_stay_two_roles() -> None:
    one, two = entity_named(ONE, "Anna Lindqvist"), entity_named(TWO, "Anna Lindqvist")
    roles = [make_role(ONE, one, "Minister", status="former")]
    roles.append(make_role(TWO, two, "Minister"))

    entity = assemble_entity("e", [one, two, *roles], direct((one, two)))

    assert entity is not None
    assert [role.status for role in entity.roles] == ["current", "former"]


def test_epithet_is_no_name() -> None:
    claim = entity_named(TWO, "Anna Lindqvist")
    norland = make_entity(TWO, "Norland", schema="Place")
    epithet = make_epithet(TWO, claim, "lioness", norland)

    entity = assemble_entity("e", [claim, epithet], direct((claim,), (norland,)))

    assert entity is not None
    assert [use.text for use in entity.names] == ["Anna Lindqvist"]
    assert entity.epithets[0].by[0].entity == norland.id


def test_epithet_is_the_same_with_and_without_its_article() -> None:
    claim = entity_named(TWO, "Anna Lindqvist")
    told = [make_epithet(TWO, claim, words) for words in ("lioness", "the lioness")]

    entity = assemble_entity("e", [claim, *told], direct((claim,)))

    assert entity is not None
    assert [one.text for one in entity.epithets] == ["lioness"]


def test_roles_alone_make_no_entity() -> None:
    claim = entity_named(ONE, "Anna Lindqvist")

    assert assemble_entity("e", [make_role(ONE, claim, "Minister")], direct()) is None


def test_statement_takes_its_words_from_the_direct_telling() -> None:
    one, two = entity_named(ONE, "Anna Lindqvist"), entity_named(TWO, "Anna Lindqvist")
    event = make_event(ONE, "met Lindqvist's aides", one)
    quoted = make_statement(ONE, "Peace now", "author", manner=Manner.DIRECT)
    told = make_statement(TWO, "peace now matters", two, event=event)

    statement = assemble_statement(
        "s", sorted([quoted, told], key=lambda claim: claim.id), direct((one, two))
    )

    assert statement.content == "Peace now"
    assert statement.citations[0] == cite(ONE, "Peace now")
    assert statement.speakers[0].entity == min(one.id, two.id)
    assert statement.event == event.id
    assert len(statement.reports) == 2


def test_statement_takes_the_sharpest_time() -> None:
    one = make_statement(ONE, "Peace now", "author")
    two = replace(
        make_statement(TWO, "peace now matters", "author"),
        time=Time("2024-05-09", "Thursday", "day"),
    )
    one = replace(one, time=Time("2024-05", "in May", "month"))

    statement = assemble_statement("s", [one, two], direct())

    assert statement.time is not None
    assert statement.time.value == "2024-05-09"


def test_narrative_unites_its_carriers() -> None:
    one, two = entity_named(ONE, "Anna Lindqvist"), entity_named(TWO, "Anna Lindqvist")
    norland = make_entity(TWO, "Norland", schema="Place")
    claims = [make_narrative(ONE, "Peace now", one)]
    claims.append(make_narrative(TWO, "peace now", two, norland))

    narrative = assemble_narrative("n", claims, direct((one, two), (norland,)))

    assert narrative.label == "Peace now"
    assert {party.name for party in narrative.carriers} == {
        "Anna Lindqvist",
        "Norland",
    }
    assert len(narrative.citations) == 2
