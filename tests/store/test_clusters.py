from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from dragoman.model.judgement import Edge, Judgement, make_edge
from dragoman.model.linker import Linker
from dragoman.store.case import Case, create_case
from dragoman.store.connect import find_kept
from dragoman.store.tables import CANONICAL
from dragoman.store.tables import EDGES as EDGES_TABLE

NAMES = "abcdefg"
PAIRS = st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True)
EDGES = st.lists(
    st.builds(
        lambda pair, judgement, score: make_edge(
            *pair, judgement, score=score, judge="auto:names"
        ),
        PAIRS,
        st.sampled_from(list(Judgement)),
        st.sampled_from([0.5, 0.7, 0.9, None]),
    ),
    max_size=25,
)


def judge(one: str, other: str, judgement: Judgement, by: str = "auto:names") -> Edge:
    return make_edge(one, other, judgement, score=None, judge=by)


def stored_map(case: Case) -> dict[str, str]:
    with case.reading() as view:
        rows = view._connection.execute(select(CANONICAL))
        return {row.id: row.canonical for row in rows}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with create_case(tmp_path_factory.mktemp("shared")) as opened:
        yield opened


@settings(max_examples=40, deadline=None)
@given(edges=EDGES)
def test_stored_map_equals_the_linker_over_all_edges(
    shared: Case, edges: list[Edge]
) -> None:
    with shared.writing() as writer:
        writer.append_edges(edges)

        linker = Linker(writer.view.edges())
        rows = writer._connection.execute(select(CANONICAL))
        assert {row.id: row.canonical for row in rows} == dict(linker.as_mapping())

        for table in (EDGES_TABLE, CANONICAL):
            writer._connection.execute(delete(table))
        kept = find_kept(writer._connection)
        assert kept is not None
        kept.homes.forget()


@settings(max_examples=40, deadline=None)
@given(EDGES, st.randoms())
def test_judgements_on_different_pairs_commute(
    edges: list[Edge], chance: object
) -> None:
    latest = list({(edge.left, edge.right): edge for edge in edges}.values())
    shuffled = list(latest)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # random.Random

    assert Linker(latest).as_mapping() == Linker(shuffled).as_mapping()


def test_a_judgement_that_is_taken_back_takes_the_cluster_apart(case: Case) -> None:
    with case.writing() as writer:
        writer.append_edges([judge("a", "b", Judgement.POSITIVE)])
        writer.append_edges([judge("b", "c", Judgement.POSITIVE)])
        before = writer.view.members("a")
        writer.append_edges([judge("a", "b", Judgement.NO_JUDGEMENT)])

    assert before == ("a", "b", "c")
    assert stored_map(case) == {"b": "b", "c": "b"}


def test_people_do_not_judge_by_edges(case: Case) -> None:
    with (
        case.writing() as writer,
        pytest.raises(ValueError, match="judge 'anna': edges are made by auto:NAME"),
    ):
        writer.append_edges([judge("a", "b", Judgement.POSITIVE, "anna")])


def test_judgement_that_holds_already_is_not_repeated(case: Case) -> None:
    with case.writing() as writer:
        assert writer.append_edges([judge("a", "b", Judgement.POSITIVE)] * 3) == 1
        assert len(list(writer.view.edges())) == 1


def test_clusters_kept_apart_are_told_by_canonical_identifiers(case: Case) -> None:
    with case.writing() as writer:
        writer.append_edges(
            [
                judge("a", "b", Judgement.POSITIVE),
                judge("c", "d", Judgement.POSITIVE),
                judge("b", "d", Judgement.NEGATIVE),
                judge("a", "e", Judgement.NEGATIVE),
                judge("a", "e", Judgement.UNSURE),
            ]
        )

        assert writer.view.apart(["a"]) == [("a", "c")]
        assert writer.view.apart(["c", "e"]) == [("a", "c")]
        assert writer.view.apart(["e"]) == []
