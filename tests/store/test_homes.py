"""What a writer looked up holds as long as it is what is stored."""

import pytest

from builders import make_document, make_entity
from dragoman.model.judgement import Judgement, make_edge
from dragoman.store.case import Case, create_case
from dragoman.store.homes import MAX_KEPT, Homes

NAMES = ("Lee", "Okoye", "حداد")


@pytest.fixture
def claims(case: Case) -> list[str]:
    document = make_document(" ".join(NAMES))
    made = [make_entity(document, name) for name in NAMES]
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, made, "test/1")
    return sorted(claim.id for claim in made)


def judge(case: Case, one: str, other: str, judgement: Judgement) -> None:
    edge = make_edge(one, other, judgement, score=None, judge="auto:names")
    with case.writing() as writer:
        writer.append_edges([edge])


def homes(case: Case, claims: list[str]) -> list[str]:
    with case.writing() as writer:
        found = writer.view.canonicals(claims)
    return [found[one] for one in claims]


def test_clusters_that_grow_are_followed(case: Case, claims: list[str]) -> None:
    one, two, three = claims
    assert homes(case, claims) == claims

    judge(case, two, three, Judgement.POSITIVE)
    assert homes(case, claims) == [one, two, two]
    judge(case, one, three, Judgement.POSITIVE)
    assert homes(case, claims) == [one, one, one]


def test_a_cluster_that_is_taken_apart_is_forgotten(
    case: Case, claims: list[str]
) -> None:
    judge(case, claims[0], claims[1], Judgement.POSITIVE)
    assert homes(case, claims) == [claims[0], claims[0], claims[2]]

    judge(case, claims[0], claims[1], Judgement.NEGATIVE)

    assert homes(case, claims) == claims


def test_what_another_program_joins_is_seen(case: Case, claims: list[str]) -> None:
    assert homes(case, claims) == claims

    with create_case(case.folder) as other:
        judge(other, claims[0], claims[2], Judgement.POSITIVE)

    assert homes(case, claims) == [claims[0], claims[1], claims[0]]


def test_what_is_taken_back_was_never_there(case: Case, claims: list[str]) -> None:
    edge = make_edge(
        claims[0], claims[1], Judgement.POSITIVE, score=None, judge="auto:names"
    )

    def fail() -> None:
        with case.writing() as writer:
            writer.append_edges([edge])
            assert writer.view.canonicals(claims)[claims[1]] == claims[0]
            raise RuntimeError("killed")

    with pytest.raises(RuntimeError, match="killed"):
        fail()

    assert homes(case, claims) == claims


def test_not_more_is_kept_than_a_bound() -> None:
    kept = Homes()
    for start in range(0, 3 * MAX_KEPT, MAX_KEPT // 2):
        kept.keep({f"c{n}": f"c{n}" for n in range(start, start + MAX_KEPT // 2)})

    found = kept.find(f"c{n}" for n in range(3 * MAX_KEPT))

    assert 0 < len(found) <= 2 * MAX_KEPT
