import pytest

from builders import make_document, make_entity
from dragoman.model.judgement import Judgement, make_edge
from dragoman.store.blocking import CROWD, FULL, MAX_FILED
from dragoman.store.case import Case


def fill(case: Case, claims: dict[str, list[str]]) -> dict[str, str]:
    """Store entities under keys; return names by identifier."""
    document = make_document(" ".join(claims))
    made = [make_entity(document, name) for name in claims]
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, made, "test/1")
        keys = {one.id: claims[one.name] for one in made}
        writer.open_file("entities", keys).file()
    return {one.id: one.name for one in made}


def known(case: Case, keys: list[str]) -> list[str]:
    with case.writing() as writer:
        found = writer.open_file("entities", {"fresh": keys}).find()
        claims = writer.view.claims_named(found)
    return sorted(claim.name for claim in claims)  # type: ignore[union-attr]  # entities


def test_claims_that_share_a_key_are_compared(case: Case) -> None:
    fill(case, {"A": ["omar", "badawi"], "B": ["lia", "chen"], "C": ["omar"]})

    assert known(case, ["omar", "haddad"]) == ["A", "C"]


def test_keys_of_another_resolver_do_not_count(case: Case) -> None:
    fill(case, {"A": ["omar"]})

    with case.writing() as writer:
        assert writer.open_file("events", {"fresh": ["omar"]}).find() == []


def test_crowded_key_alone_is_not_enough(case: Case) -> None:
    crowd = {f"O{n:03}": ["omar", f"family{n}"] for n in range(CROWD + 1)}
    fill(case, crowd)

    assert known(case, ["omar", "family7"]) == ["O007"]
    assert known(case, ["omar", "new"]) == []


def test_crowded_key_is_enough_for_those_who_have_no_other(case: Case) -> None:
    crowd = {f"O{n:03}": ["omar", f"family{n}"] for n in range(CROWD + 1)}
    fill(case, crowd)

    assert len(known(case, ["omar"])) == CROWD + 1


def test_crowd_is_weighed_whole_when_one_of_it_has_no_other_key(case: Case) -> None:
    crowd = {f"O{n:03}": ["omar", f"family{n}"] for n in range(CROWD)}
    fill(case, {**crowd, "Omar": ["omar"]})

    assert len(known(case, ["omar", "new"])) == CROWD + 1


@pytest.mark.parametrize("count", [2, 12])
def test_cluster_is_filed_a_few_times_under_a_key(case: Case, count: int) -> None:
    document = make_document(" ".join(f"K{n:02}" for n in range(count)) + " Other")
    same = [make_entity(document, f"K{n:02}") for n in range(count)]
    other = make_entity(document, "Other")
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, [*same, other], "test/1")
        for one in same[1:]:
            edge = make_edge(
                same[0].id, one.id, Judgement.POSITIVE, score=None, judge="auto:names"
            )
            writer.append_edges([edge])
        keys = {one.id: ["khan"] for one in (*same, other)}
        writer.open_file("entities", keys).file()

    assert len(known(case, ["khan"])) == min(count, MAX_FILED) + 1


def come(case: Case, claims: dict[str, list[str]]) -> None:
    """Store entities under keys, one after the other, as documents come."""
    for name, keys in claims.items():
        fill(case, {name: keys})


def test_who_comes_to_a_crowd_is_found_by_two_keys(case: Case) -> None:
    crowd = {f"O{n:03}": ["omar", f"family{n}"] for n in range(CROWD + 1)}
    come(case, {**crowd, "Late": ["omar", "saleh"]})

    assert known(case, ["omar", "saleh"]) == ["Late"]
    assert known(case, ["omar", "new"]) == []


def test_two_crowded_keys_are_enough_together(case: Case) -> None:
    omars = {f"O{n:03}": ["omar", f"family{n}"] for n in range(CROWD + 1)}
    salehs = {f"S{n:03}": ["saleh", f"given{n}"] for n in range(CROWD + 1)}
    come(case, {"Early": ["omar", "saleh"], **omars, **salehs})
    come(case, {"Late": ["saleh", "omar", "عمر"]})

    assert known(case, ["omar", "saleh"]) == ["Early", "Late"]


def test_who_has_no_other_key_meets_those_who_came_to_the_crowd(case: Case) -> None:
    crowd = {f"O{n:03}": ["omar", f"family{n}"] for n in range(CROWD + 9)}
    come(case, crowd)

    assert known(case, ["omar"]) == sorted(crowd)


def test_nobody_reads_a_crowd_whole_to_find_a_few(case: Case) -> None:
    come(case, {f"O{n:03}": ["omar", f"family{n}"] for n in range(2 * CROWD)})

    with case.writing() as writer:
        found = writer.view.claims_by_keys("entities", ["omar"])
    assert len(found) == CROWD + 1


def test_a_pair_that_many_share_takes_no_more(case: Case) -> None:
    there = CROWD + 1 + 2 * FULL
    come(case, {f"O{n:03}": ["omar", "saleh", f"third{n}"] for n in range(there)})

    # Those who were there before both keys were crowded, and a few under the pair.
    assert len(known(case, ["omar", "saleh", "new"])) == CROWD + 1 + FULL


def test_who_shares_every_key_is_met_though_their_pairs_are_full(case: Case) -> None:
    there = CROWD + 1 + FULL
    come(case, {f"O{n:03}": ["omar", "saleh", f"third{n}"] for n in range(there)})
    come(case, {"Late": ["saleh", "omar"]})

    assert "Late" in known(case, ["omar", "saleh"])
    assert "Late" not in known(case, ["omar", "saleh", "new"])


def test_so_many_who_share_every_key_are_filed(case: Case) -> None:
    come(case, {f"O{n:03}": ["omar", "saleh"] for n in range(CROWD + 1 + 3 * FULL)})

    assert len(known(case, ["omar", "saleh"])) <= CROWD + 1 + 2 * FULL
