import pytest

from reading import read_events


def told(text: str) -> set[str]:
    """Return the types of the events of a text."""
    return {event.type for event in read_events(text)}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("COERCE", "She was surrounded by two drunks."),
        ("COERCE", "The ministry was slow in enforcing the law."),
        ("REJECT", "Hanek broke a record with his tenth goal."),
        ("REJECT", "Both candidates, Ana Ruiz and Tom Lee, are contesting Ohio."),
        ("REQUEST", "Mali pressed ahead with the plan."),
        ("REQUEST", "Ana Ruiz told the Beacon that the plan would extend to widows."),
        ("MOBILIZE", "Mexico could deploy courts against the wall."),
        ("MOBILIZE", "The police conducted DNA tests of the hair."),
        ("PROTEST", "Ruiz told a campaign rally in Gao that Chad should pay."),
        ("REQUEST", "Ana Ruiz called Tom Lee in for a talk."),
        ("ASSAULT", "The balloons were blown up with helium."),
        ("THREATEN", "The ministry issued a travel warning for Mali."),
        ("PROTEST", "A demonstration of the game drew 900 people."),
        ("ACCUSE", "Officials say Tom Lee forged a reputation as a hard worker."),
        ("ACCUSE", "The jury condemned him to death for the murders."),
    ],
)
def test_hard_words_in_a_softer_sense_tell_nothing(kind: str, text: str) -> None:
    assert kind not in told(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("COERCE", "The village was surrounded by soldiers."),
        ("REJECT", "Chad broke with the League."),
        ("REQUEST", "Ana Ruiz pressed the ministry to release Tom Lee."),
        ("MOBILIZE", "Chad deployed 900 troops to the border."),
        ("MOBILIZE", "Chad conducted a nuclear test on Monday."),
        ("PROTEST", "Hundreds held a rally in Gao."),
        ("ACCUSE", "Officials say Tom Lee violated the law."),
        ("THREATEN", "The ministry issued a warning to Mali."),
        ("ASSAULT", "The rebels blew up a bridge near Gao."),
        ("COERCE", "The navy captured 23 pirates near Gao."),
        ("ASSAULT", "The rebels captured nine soldiers near Gao."),
    ],
)
def test_in_their_own_sense_they_do(kind: str, text: str) -> None:
    assert kind in told(text)


def test_sanctions_are_on_whom_they_are_called_by() -> None:
    (event,) = read_events("Iran sanctions were tightened by the Treasury on 3 May.")
    parts = {one.party.name: one.part for one in event.participants}
    assert parts.get("Iran") != "actor"


@pytest.mark.parametrize(
    ("text", "threats"),
    [
        ("The army warned villagers that rebels would attack.", 0),
        ("The embassy warned citizens that gunmen might attack hotels.", 0),
        ("Chad warned Mali that its army would strike back.", 1),
        ("Chad warned Mali it would expel its envoys if the raids went on.", 1),
    ],
)
def test_who_warns_of_others_threatens_nobody(text: str, threats: int) -> None:
    told = [one for one in read_events(text) if one.type == "THREATEN"]

    assert len(told) == threats
