"""Dead and wounded told apart from their attack."""

import pytest

from dragoman.model.claim import EventClaim
from reading import read_events

CASES = [
    (
        "Gunmen ambushed a convoy near Tarvik on Monday. Seventeen soldiers were killed"
        " and more than 30 wounded; a hospital source spoke of 24 dead.",
        {("killed", 17), ("wounded", 30), ("killed", 24)},
    ),
    (
        "On Monday a jet bombed a camp at Tarvik; eight fighters died.",
        {("killed", 8)},
    ),
    (
        "On Monday gunmen attacked the town of Tarvik, killing 12 officers. The"
        " governor put the number of wounded at 19.",
        {("killed", 12), ("wounded", 19)},
    ),
    (
        "A bomb exploded in Tarvik on Monday. The death toll has risen to 14.",
        {("killed", 14)},
    ),
]


def _attacks(text: str) -> list[EventClaim]:
    return [event for event in read_events(text) if event.type == "ASSAULT"]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_all_numbers_go_to_the_one_attack(
    text: str, wanted: set[tuple[str, int]]
) -> None:
    (attack,) = _attacks(text)

    assert attack.place_name == "Tarvik"
    assert {(one.kind, one.low) for one in attack.quantities} == wanted


def test_a_denied_toll_is_none() -> None:
    text = "A bomb exploded in Tarvik on Monday. The army denied that 40 had died."

    assert not any(one.quantities for one in _attacks(text))


def test_a_toll_without_an_attack_is_none() -> None:
    assert not _attacks("The school put the number of wounded at 19.")
