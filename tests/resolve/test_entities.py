import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import cite, make_document
from desk import Desk
from dragoman.model.claim import EntityClaim, NameUse
from dragoman.model.ids import hash_id
from dragoman.model.judgement import Judgement, make_edge
from dragoman.resolve.entities import EntityResolver
from dragoman.text.name_score import AUTOMATIC
from reported import report, resolve


def test_what_one_document_tells_apart_stays_apart() -> None:
    document = make_document("Rodrigo Salcedo met Ximena Salcedo, no relation.")
    claims = []
    for name in ("Rodrigo Salcedo", "Ximena Salcedo"):
        use = NameUse(name, "en", (cite(document, name),))
        claims.append(
            EntityClaim(
                id=hash_id("e", document.id, name),
                document_id=document.id,
                schema="Person",
                types=(),
                name=name,
                names=(use,),
                gender=None,
                country=None,
                citations=use.citations,
                producer="test/1",
            )
        )
    desk = Desk()

    desk.add(claims, EntityResolver())

    assert desk.judged(*claims) is Judgement.NEGATIVE


def test_a_judgement_of_a_person_is_not_overruled() -> None:
    first, second, third = (report(n, "Karim Haddad") for n in (1, 2, 3))
    desk = Desk()
    desk.add(first[0], EntityResolver())
    verdict = make_edge(
        first[1].id, second[1].id, Judgement.NEGATIVE, score=None, judge="analyst"
    )
    list(desk.record(verdict))

    desk.add(second[0], EntityResolver())
    desk.add(third[0], EntityResolver())

    assert desk.judged(first[1], second[1]) is Judgement.NEGATIVE
    assert not desk.together(first[1], second[1])


@pytest.mark.parametrize("schema", ["Place", "Organization"])
def test_a_person_who_is_none_joins_the_place_or_body_of_the_name(schema: str) -> None:
    first = report(1, "Sahlan", schema=schema)
    second = report(2, "Sahlan", schema="Person")

    assert resolve(first, second).together(first[1], second[1])


def test_a_place_and_a_person_in_office_of_one_name_stay_apart() -> None:
    first = report(1, "Lincoln", schema="Place")
    second = report(2, "Lincoln", office=("President", "Union of Farmers"))

    assert not resolve(first, second).together(first[1], second[1])


def test_every_edge_says_why() -> None:
    first, second = report(1, "Karim Haddad"), report(2, "Kareem Haddad")
    desk = resolve(first, second)

    (edge,) = desk.latest.values()

    assert edge.judge == "auto:names"
    assert edge.reasons == ("words that sound the same", "every word fits")
    assert edge.score is not None
    assert AUTOMATIC <= edge.score < 1


NAMES = st.sampled_from(
    [
        "Karim Haddad",
        "Kareem Haddad",
        "Layla Haddad",
        "Hossein Tabrizi",
        "Hussein al-Tabrizi",
        "Ali Khamenei",
        "Ali Khomeini",
        "Kim Jong-su",
        "Kim Jong Su",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_full_names_end_in_the_same_clusters_in_any_order(
    names: list[str], random: object
) -> None:
    reports = [report(n, name) for n, name in enumerate(names)]
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' Random

    assert resolve(*reports).clusters() == resolve(*shuffled).clusters()


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=6))
def test_no_cluster_holds_a_pair_that_must_stay_apart(names: list[str]) -> None:
    desk = resolve(*(report(n, name) for n, name in enumerate(names)))

    for (left, right), edge in desk.latest.items():
        if edge.judgement is Judgement.NEGATIVE:
            assert desk.canonical(left) != desk.canonical(right)
