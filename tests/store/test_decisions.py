import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from dragoman.model.decision import Decision, make_decision
from dragoman.model.judgement import Edge, Judgement, make_edge
from dragoman.model.linker import Linker
from dragoman.store.case import Case, create_case, open_case
from dragoman.store.tables import CANONICAL

NAMES = "abcdefg"
SAME = Judgement.POSITIVE
PAIRS = st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True)
VERDICTS = st.sampled_from([Judgement.POSITIVE, Judgement.NEGATIVE, Judgement.UNSURE])


def merge(one: str, other: str, score: float = 0.9) -> Edge:
    return make_edge(one, other, Judgement.POSITIVE, score=score, judge="auto:names")


def decide(
    one: str, other: str, judgement: Judgement, minute: int, undoes: str | None = None
) -> Decision:
    made = f"2024-05-12T10:{minute:02}:00.000000+00:00"
    return make_decision(one, other, judgement, analyst="علي", made=made, undoes=undoes)


def undo(entry: Decision, minute: int) -> Decision:
    return decide(
        entry.left, entry.right, Judgement.NO_JUDGEMENT, minute, undoes=entry.id
    )


def stored_map(case: Case) -> dict[str, str]:
    with case.reading() as view:
        rows = view._connection.execute(select(CANONICAL))
        return {row.id: row.canonical for row in rows}


def write(case: Case, edges: list[Edge], *entries: Decision) -> None:
    with case.writing() as writer:
        writer.append_edges(edges)
        for entry in entries:
            writer.add_decisions([entry])


def test_a_person_joins_what_no_resolver_joined(case: Case) -> None:
    write(case, [], decide("a", "b", Judgement.POSITIVE, 1))

    assert stored_map(case) == {"a": "a", "b": "a"}


def test_no_match_parts_a_cluster_at_its_weakest_link(case: Case) -> None:
    edges = [merge("a", "b"), merge("b", "c", 0.6), merge("c", "d")]

    write(case, edges, decide("a", "d", Judgement.NEGATIVE, 1))

    assert stored_map(case) == {"a": "a", "b": "a", "c": "c", "d": "c"}


def test_a_decision_beats_resolvers_that_come_later(case: Case) -> None:
    write(case, [], decide("a", "b", Judgement.NEGATIVE, 1))
    with case.writing() as writer:
        writer.append_edges([merge("a", "b"), merge("a", "c"), merge("b", "c", 0.8)])

    assert stored_map(case) == {"a": "a", "c": "a"}


def test_undo_brings_the_earlier_clusters_back_exactly(case: Case) -> None:
    edges = [merge("a", "b"), merge("b", "c", 0.6)]
    write(case, edges)
    before = stored_map(case)
    split = decide("a", "c", Judgement.NEGATIVE, 1)

    write(case, [], split)
    during = stored_map(case)
    write(case, [], undo(split, 2))

    assert during == {"a": "a", "b": "a"}
    assert stored_map(case) == before


def test_an_undo_can_be_undone(case: Case) -> None:
    joined = decide("a", "b", Judgement.POSITIVE, 1)
    back = undo(joined, 2)

    write(case, [], joined, back, undo(back, 3))

    assert stored_map(case) == {"a": "a", "b": "a"}


def test_undoing_the_newer_decision_lets_the_older_hold_again(case: Case) -> None:
    newer = decide("a", "b", Judgement.NEGATIVE, 2)

    write(case, [], decide("a", "b", Judgement.POSITIVE, 1), newer, undo(newer, 3))

    assert stored_map(case) == {"a": "a", "b": "a"}


def test_unsure_takes_an_automatic_merge_back(case: Case) -> None:
    write(case, [merge("a", "b")], decide("a", "b", Judgement.UNSURE, 1))

    assert stored_map(case) == {}


def test_the_newest_of_contradicting_decisions_holds() -> None:
    entries = [
        decide("a", "b", Judgement.POSITIVE, 1),
        decide("b", "c", Judgement.POSITIVE, 2),
        decide("a", "c", Judgement.NEGATIVE, 3),
    ]

    linker = Linker((), entries)

    assert linker.members("b") == ("b", "c")
    assert [one.made for one in linker.conflicts] == [entries[0].made]


def test_people_keep_clusters_apart_for_resolvers(case: Case) -> None:
    write(case, [merge("c", "d")], decide("a", "d", Judgement.NEGATIVE, 1))

    with case.reading() as view:
        assert view.apart(["a"]) == [("a", "c")]
        assert view.apart(["b"]) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.builds(lambda pair: merge(*pair), PAIRS), max_size=8),
    st.lists(st.tuples(PAIRS, VERDICTS, st.booleans()), max_size=8),
    st.randoms(use_true_random=False),
)
def test_what_holds_does_not_depend_on_the_order_of_import(
    edges: list[Edge],
    drawn: list[tuple[list[str], Judgement, bool]],
    chance: random.Random,
) -> None:
    entries: list[Decision] = []
    for minute, (pair, judgement, taken_back) in enumerate(drawn):
        entry = decide(pair[0], pair[1], judgement, 2 * minute)
        entries.append(entry)
        if taken_back:
            entries.append(undo(entry, 2 * minute + 1))
    shuffled = entries * 2
    chance.shuffle(shuffled)

    assert Linker(edges, entries).as_mapping() == Linker(edges, shuffled).as_mapping()


def test_two_journals_read_into_one_another_say_the_same_in_both_orders(
    tmp_path: Path,
) -> None:
    edges = [merge("a", "b"), merge("b", "c", 0.7), merge("d", "e")]
    old = decide("a", "d", Judgement.POSITIVE, 1)
    # Ana takes an old merge back under later ones of her own; Ben parts its cluster.
    ana = [old, decide("d", "f", Judgement.POSITIVE, 4), undo(old, 6)]
    ben = [old, decide("a", "c", Judgement.NEGATIVE, 3), decide("c", "f", SAME, 5)]
    found: list[dict[str, str]] = []
    for first, second in ((ana, ben), (ben, ana), (ben[::-1], ana[::-1])):
        with create_case(tmp_path / str(len(found))) as copy:
            write(copy, edges, *first)
            with copy.writing() as writer:
                assert writer.add_decisions(second) == len(second) - 1
            found.append(stored_map(copy))

    assert found[0] == found[1] == found[2]
    assert found[0] == {"a": "a", "b": "a", **dict.fromkeys("cdef", "c")}


class Journal(RuleBasedStateMachine):
    """Merge, decide, undo, restart and re-import in any order."""

    def __init__(self) -> None:
        super().__init__()
        self._minute = 0
        self._edges: list[Edge] = []
        self._entries: list[Decision] = []
        self._case = create_case(self.folder)
        with self._case.writing() as writer:
            for table in ("edges", "decisions", "canonical"):
                writer._connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608  # fixed names

    folder: object

    def _time(self) -> int:
        self._minute += 1
        return self._minute % 60

    @rule(pair=PAIRS, score=st.sampled_from([0.5, 0.7, 0.9]), verdict=VERDICTS)
    def resolve(self, pair: list[str], score: float, verdict: Judgement) -> None:
        edge = make_edge(*pair, verdict, score=score, judge="auto:names")
        self._edges.append(edge)
        with self._case.writing() as writer:
            writer.append_edges([edge])

    @rule(pair=PAIRS, verdict=VERDICTS)
    def decide(self, pair: list[str], verdict: Judgement) -> None:
        self._enter(decide(pair[0], pair[1], verdict, self._time()))

    @rule(chance=st.integers(min_value=0))
    def undo(self, chance: int) -> None:
        if self._entries:
            entry = self._entries[chance % len(self._entries)]
            self._enter(undo(entry, self._time()))

    def _enter(self, entry: Decision) -> None:
        self._entries.append(entry)
        with self._case.writing() as writer:
            writer.add_decisions([entry])

    @rule()
    def import_again(self) -> None:
        with self._case.writing() as writer:
            assert writer.add_decisions(self._entries[::-1]) == 0

    @rule()
    def restart(self) -> None:
        self._case.close()
        self._case = create_case(self.folder)

    @invariant()
    def the_stored_map_follows_from_the_journal(self) -> None:
        with self._case.reading() as view:
            linker = Linker(view.edges(), view.decisions())
        assert stored_map(self._case) == dict(linker.as_mapping())

    def teardown(self) -> None:
        self._case.close()


@pytest.mark.slow
def test_journal_in_any_order(tmp_path_factory: pytest.TempPathFactory) -> None:
    machine = type("Here", (Journal,), {"folder": tmp_path_factory.mktemp("journal")})
    machine.TestCase.settings = settings(
        max_examples=25, stateful_step_count=15, deadline=None
    )
    machine.TestCase("runTest").runTest()


def test_a_case_of_the_version_before_gets_a_journal(case: Case) -> None:
    with case.writing() as writer:
        writer._connection.exec_driver_sql("DROP TABLE decisions")
        writer._connection.exec_driver_sql("DROP INDEX edges_judgement")
        writer._connection.exec_driver_sql("UPDATE case_info SET value = '1'")
    case.close()

    with create_case(case.folder) as opened:
        write(opened, [], decide("a", "b", Judgement.POSITIVE, 1))
        assert stored_map(opened) == {"a": "a", "b": "a"}
    with open_case(case.folder) as opened, opened.reading() as view:
        assert len(view.decisions()) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a", "a", Judgement.POSITIVE, "anna", None), "needs two claims, both are a"),
        (("a", "b", Judgement.POSITIVE, " ", None), "needs the name of an analyst"),
        (("a", "b", Judgement.NO_JUDGEMENT, "anna", None), "either decides or takes"),
        (("a", "b", Judgement.POSITIVE, "anna", "j1"), "either decides or takes"),
    ],
)
def test_an_entry_that_makes_no_sense_is_refused(
    arguments: tuple[str, str, Judgement, str, str | None], message: str
) -> None:
    one, other, judgement, analyst, undoes = arguments

    with pytest.raises(ValueError, match=message):
        make_decision(
            one, other, judgement, analyst=analyst, made="2024", undoes=undoes
        )
