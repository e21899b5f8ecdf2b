"""Where fire comes from, who is hit and who only owns what is hit."""

import pytest

from dragoman.model.claim import EventClaim
from reading import read_events


def _told(text: str) -> list[EventClaim]:
    return read_events(text)


def _names(event: EventClaim, part: str) -> list[str]:
    return [one.party.name for one in event.participants if one.part == part]


def test_where_fire_comes_from_is_no_place_of_the_attack() -> None:
    (attack,) = _told(
        "On Tuesday the militia of the Port Selva junta bombed the market of Um Tarik"
        " with heavy artillery from its den at Jebel Narsi."
    )

    assert attack.place_name == "Um Tarik"
    assert _names(attack, "recipient") == ["the market of Um Tarik"]


def test_where_fire_comes_from_is_no_place_at_the_head_of_a_sentence() -> None:
    (attack,) = _told("From its base at Jebel Narsi the army shelled the market.")

    assert attack.place_name != "Jebel Narsi"


def test_whose_base_it_came_from_attacked_what_the_attack_hit() -> None:
    first, second = (
        event
        for event in _told(
            "Shells struck the market of Um Tarik on Monday. Amna Seraf said that the"
            " shells had been fired from the army's base at Jebel Narsi."
        )
        if event.type == "ASSAULT"
    )

    assert _names(second, "actor") == ["the army"]
    assert (second.place_name, second.time) == (first.place_name, first.time)
    assert [party.name for party in second.attribution] == ["Amna Seraf"]


def test_positions_from_where_shelling_comes_say_who_shelled() -> None:
    (attack,) = _told(
        "On Monday shelling from positions of the Tarvik Liberation Front near Hask"
        " struck the bus station of Orsk."
    )

    assert _names(attack, "actor") == ["Tarvik Liberation Front"]
    assert attack.place_name == "Orsk"


def test_what_one_side_says_and_the_other_denies_is_said() -> None:
    events = _told(
        "On Monday an airstrike hit the school of Orsk, killing nine people. The"
        " Lusaran army said the strike had been carried out by the Tarvik Liberation"
        " Front. The Front denied this."
    )

    blamed = [event for event in events if _names(event, "actor")]

    assert [event.modality for event in blamed] == ["asserted"]
    assert "school" in " ".join(_names(blamed[0], "recipient"))


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Police in Tarvik arrested a Tarik Front member on Monday.", "member"),
        ("Gunmen abducted two Red Crescent volunteers on Monday.", "volunteers"),
    ],
)
def test_people_of_a_body_are_hit_themselves(text: str, hit: str) -> None:
    (event,) = _told(text)

    (name,) = _names(event, "recipient")
    assert name.endswith(hit)
