"""Events told by nouns: what is presupposed is told, what is asked for is not."""

import pytest

from reading import read_events, tell_event


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "They condemned the attack on the Zhelian consulate in Rosales.",
            "ASSAULT/ asserted",
        ),
        (
            "The raid ended with the arrest of nine men by military police.",
            "COERCE/arrest asserted: r nine men, a military police",
        ),
        (
            "The union condemned the arrest of Lena Havel in Lipno.",
            "COERCE/arrest asserted: r Lena Havel @ Lipno",
        ),
        (
            "Wilkes left for Rome after a meeting with Sela Rongo.",
            "CONSULT/meeting asserted: r Sela Rongo, a Wilkes",
        ),
        (
            "A truce between government troops and the rebels took effect on Monday.",
            "RETREAT/ceasefire asserted: a government troops, a the rebels",
        ),
        (
            "The council adopted its ninth package of sanctions against Rusava.",
            "SANCTION/discontinue asserted: a The council, r Rusava",
        ),
        (
            "Some 200 supporters gathered outside the courthouse.",
            "PROTEST/demo asserted: a Some 200 supporters",
        ),
    ],
)
def test_a_noun_tells_what_took_place(text: str, told: str) -> None:
    events = [tell_event(one) for one in read_events(text)]

    assert any(one.startswith(told) for one in events), events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The union called for the arrest of General Zubarev.", "COERCE"),
        ("The law led to the arrest of journalists.", "COERCE"),
        ("He warned of the killing of the hostages.", "ASSAULT"),
        ("He denied the arrest of two nuns.", "COERCE"),
        ("A truce between the two sides would take effect on Sunday.", "RETREAT"),
        ("Hundreds gathered in the square.", "CONSULT"),
    ],
)
def test_a_noun_asked_for_feared_or_general_tells_nothing(text: str, kind: str) -> None:
    events = [one for one in read_events(text) if one.type == kind]

    assert all(one.modality.value != "asserted" for one in events), events


def test_who_suffered_is_not_who_is_condemned() -> None:
    events = read_events("The union condemned the arrest of Lena Havel in Lipno.")

    assert all(one.type != "ACCUSE" for one in events)


def test_a_visit_goes_where_one_leaves_for() -> None:
    events = read_events("Wilkes left for Rome after talks with Rongo in Port Adela.")

    assert [one.place_name for one in events if one.mode == "visit"] == ["Rome"]
