"""Groups and people of any trade as participants of events."""

import pytest

from reading import read_events, tell_event


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen killed four herders in Benue.", "r four herders"),
        ("Police arrested a colonel and two clerks.", "r two clerks"),
        ("Raiders attacked Okpara, killing a tailor and two nuns.", "r a tailor"),
        ("Herders attacked the village of Okpara.", "a Herders"),
        ("The road to Gao was blocked by militiamen.", "a militiamen"),
        ("On Monday rebels attacked a post.", "a rebels"),
        (
            "The armed group yesterday said that it bombed a depot in Kesh.",
            "a The armed group,",
        ),
        ("In the capital, Tsmindari, relatives of prisoners protested.", "a relatives"),
    ],
)
def test_whoever_is_hit_or_acts_takes_part(text: str, told: str) -> None:
    assert any(told in tell_event(one) for one in read_events(text))


@pytest.mark.parametrize(
    "text",
    [
        "The bill was killed in committee.",
        "Stress kills hopes and jobs.",
        "The frost injured the crop.",
        "Rain attacked the roof.",
    ],
)
def test_what_is_nobody_takes_no_part(text: str) -> None:
    assert not read_events(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Two soldiers and a medic were wounded by stones.", 3, 3),
        ("Gunmen killed four herders and dozens of villagers in Benue.", 28, None),
        ("Soldiers killed two priests and their guards.", 2, None),
    ],
)
def test_people_in_a_row_are_counted_together(
    text: str, low: int, high: int | None
) -> None:
    (event,) = read_events(text)

    assert [(one.low, one.high) for one in event.quantities] == [(low, high)]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "Miners marched on the capital. They blocked the highway.",
            "PROTEST/obstruct",
            "a Miners",
        ),
        ("Soldiers raided the camp. They arrested Ana Ruiz.", "COERCE", "a Soldiers"),
        (
            "The junta jailed Ana Ruiz on Monday. It shut two radio stations.",
            "COERCE/ban",
            "a The junta",
        ),
        (
            "Police detained 40 protesters. They were released on Friday.",
            "RETREAT/release",
            "r 40 protesters",
        ),
    ],
)
def test_a_pronoun_takes_up_a_group_without_a_name(
    text: str, kind: str, told: str
) -> None:
    events = [tell_event(one) for one in read_events(text)]

    assert any(one.startswith(kind) and told in one for one in events), events


def test_nobody_is_taken_up_from_another_paragraph() -> None:
    events = read_events("Soldiers raided the camp.\n\nThey arrested Ana Ruiz.")

    assert "Soldiers" not in tell_event(events[-1])


@pytest.mark.parametrize(
    ("who", "actor"),
    [
        ("Dissident Northern Front fighters", "Dissident Northern Front fighters"),
        (
            "Former fighters of the Northern Front",
            "Former fighters of the Northern Front",
        ),
        ("Suspected Northern Front fighters", "Northern Front"),
        ("ELN dissidents", "ELN dissidents"),
    ],
)
def test_who_left_a_group_does_not_act_for_it(who: str, actor: str) -> None:
    (event,) = read_events(f"{who} attacked a convoy near Osk.")

    assert [p.party.name for p in event.participants if p.part == "actor"] == [actor]
