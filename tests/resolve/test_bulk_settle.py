from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.judgement import Judgement
from dragoman.resolve.bulk_settle import Joinable, Joins, settle_names
from dragoman.resolve.settle import settle
from dragoman.resolve.verdict import different, same


@dataclass(frozen=True, slots=True)
class Name:
    id: str


class Nothing:
    def canonicals(self, identifiers: Iterable[str]) -> dict[str, str]:
        return {one: one for one in identifiers}

    def apart(self, canonicals: Iterable[str]) -> list[tuple[str, str]]:
        del canonicals
        return []


@st.composite
def verdicts(draw: st.DrawFn) -> dict[tuple[int, int], tuple[str, float]]:
    """Verdicts on pairs of a few names: sure, weak by either side, or apart."""
    names = st.integers(0, 9)
    pairs = draw(st.sets(st.tuples(names, names), max_size=24))
    return {
        pair: (
            draw(st.sampled_from(["sure", "first", "second", "apart"])),
            draw(st.sampled_from([0.9, 0.95, 0.99])),
        )
        for pair in sorted(pairs)
        if pair[0] < pair[1]
    }


def clusters(joins: Iterable[tuple[int, int]]) -> set[frozenset[int]]:
    home = {n: frozenset({n}) for n in range(10)}
    for one, other in joins:
        both = home[one] | home[other]
        home.update(dict.fromkeys(both, both))
    return set(home.values())


def joined(
    found: dict[tuple[int, int], tuple[str, float]],
) -> set[frozenset[int]]:
    likely = [(*pair, *said) for pair, said in found.items() if said[0] != "apart"]
    apart = [pair for pair, (said, _) in found.items() if said == "apart"]
    table = Joinable(
        np.array([one for one, *_ in likely], dtype=np.int64),
        np.array([other for _, other, *_ in likely], dtype=np.int64),
        np.array([score for *_, score in likely], dtype=np.float64),
        np.array(
            [
                {"sure": -1, "first": one, "second": other}[said]
                for one, other, said, _ in likely
            ],
            dtype=np.int64,
        ),
    )
    ones, others = np.array(apart, dtype=np.int64).reshape(-1, 2).T
    left, right = settle_names(table, Joins(ones, others))
    return clusters(zip(left.tolist(), right.tolist(), strict=True))


@given(verdicts(), st.randoms(use_true_random=False))
def test_names_settle_as_claims_do(
    found: dict[tuple[int, int], tuple[str, float]], lots: object
) -> None:
    pairs = [
        (
            Name(str(one)),
            Name(str(other)),
            different(0.0, "apart", silent=True)
            if said == "apart"
            else same(
                score,
                "alike",
                weak={"sure": None, "first": str(one), "second": str(other)}[said],
            ),
        )
        for (one, other), (said, score) in found.items()
    ]
    edges = settle(pairs, (), Nothing(), "auto:names")
    expected = clusters(
        (int(edge.left), int(edge.right))
        for edge in edges
        if edge.judgement is Judgement.POSITIVE
    )

    assert joined(found) == expected

    shuffled = list(found.items())
    lots.shuffle(shuffled)  # type: ignore[attr-defined]
    assert joined(dict(shuffled)) == expected


def test_a_name_that_fits_two_clusters_stays_alone() -> None:
    found = {(0, 1): ("first", 0.9), (0, 2): ("first", 0.9)}

    assert joined(found) == clusters([])
    assert joined({**found, (1, 2): ("sure", 0.99)}) == clusters([(0, 1), (1, 2)])
