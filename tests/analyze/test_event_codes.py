import pytest

from dragoman.analyze.event_codes import find_cameo, list_dyads
from dragoman.model.claim import Modality, Participant, Party
from dragoman.model.entity import Event
from dragoman.schema.loader import PLOVER


def make_event(
    kind: str,
    mode: str | None,
    modality: Modality = Modality.ASSERTED,
    **parts: tuple[str, ...],
) -> Event:
    participants = tuple(
        Participant(Party(None, name), part)
        for part, names in parts.items()
        for name in names
    )
    return Event(
        "v1",
        kind,
        mode,
        participants,
        None,
        None,
        None,
        (),
        (),
        modality,
        (),
        (),
        (),
        (),
    )


def tell(event: Event) -> set[tuple[str, str, str]]:
    return {
        (dyad.actor.name, dyad.recipient.name, dyad.cameo)
        for dyad in list_dyads(event, lambda _: None)
    }


def test_a_meeting_of_three_is_six_dyads() -> None:
    dyads = tell(make_event("CONSULT", "meeting", actor=("A", "B"), recipient=("C",)))

    assert len(dyads) == 6
    assert ("C", "A", "040") in dyads


def test_a_visit_is_coded_from_both_sides() -> None:
    dyads = tell(make_event("CONSULT", "visit", actor=("A",), recipient=("B",)))

    assert dyads == {("A", "B", "042"), ("B", "A", "043")}


def test_a_deed_without_another_side_keeps_its_actor() -> None:
    assert tell(make_event("PROTEST", "demo", actor=("crowd",))) == {
        ("crowd", "", "141")
    }


def test_a_deed_of_somebody_unknown_keeps_its_victim() -> None:
    assert tell(make_event("ASSAULT", "explosives", recipient=("convoy",))) == {
        ("", "convoy", "183")
    }


@pytest.mark.parametrize(
    "modality",
    [
        Modality.DENIED,
        Modality.CANCELLED,
        Modality.HYPOTHETICAL,
        Modality.DEMANDED,
        Modality.PLANNED,
    ],
)
def test_what_did_not_happen_is_not_coded(modality: Modality) -> None:
    event = make_event("ASSAULT", None, modality, actor=("A",), recipient=("B",))

    assert tell(event) == set()


def test_a_planned_meeting_is_an_agreement_to_meet() -> None:
    event = make_event(
        "CONSULT", "meeting", Modality.PLANNED, actor=("A",), recipient=("B",)
    )

    assert {dyad.type for dyad in list_dyads(event, lambda _: None)} == {"AGREE"}
    assert tell(event) == {("A", "B", "036")}


def test_every_type_has_a_code_and_an_unknown_mode_falls_back_to_it() -> None:
    assert all(find_cameo(kind, None).isdigit() for kind in PLOVER)
    assert find_cameo("ASSAULT", "no such mode") == find_cameo("ASSAULT", None)
