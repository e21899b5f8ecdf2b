from dragoman.analyze.network import make_network
from dragoman.model.claim import Modality, Participant, Party
from dragoman.model.entity import Event, Report
from dragoman.model.span import Citation, Span

CITATION = Citation(Span("d1", 0, 3), "abc")


def make_event(
    name: str, *entities: str, modality: Modality = Modality.ASSERTED
) -> Event:
    parties = tuple(Participant(Party(one, one), "actor") for one in entities)
    return Event(
        id=name,
        type="CONSULT",
        mode="meeting",
        participants=parties,
        place=None,
        place_name=None,
        time=None,
        topics=(),
        quantities=(),
        modality=modality,
        attribution=(),
        reports=(Report("d1", (CITATION,)),),
        disagreements=(),
        citations=(CITATION,),
    )


def test_two_common_events_make_one_tie_of_two() -> None:
    network = make_network([make_event("v1", "a", "b"), make_event("v2", "b", "a")])

    assert [(tie.left, tie.right, tie.events) for tie in network.ties] == [
        ("a", "b", ("v1", "v2"))
    ]


def test_planned_events_link_nobody() -> None:
    planned = make_event("v1", "a", "b", modality=Modality.PLANNED)

    assert make_network([planned]).ties == ()


def test_only_the_heaviest_nodes_are_kept() -> None:
    events = [make_event(f"v{n}", "hub", f"n{n}") for n in range(9)]

    network = make_network(events, max_nodes=4)

    assert [node.id for node in network.nodes] == ["hub", "n0", "n1", "n2"]
    assert len(network.ties) == 3


def test_layout_is_the_same_every_time_and_stays_on_the_page() -> None:
    events = [make_event("v1", "a", "b", "c"), make_event("v2", "d", "e")]

    one, other = make_network(events), make_network(events)

    assert one == other
    assert all(0 <= node.x <= 1 and 0 <= node.y <= 1 for node in one.nodes)
