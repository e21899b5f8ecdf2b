"""Places and days in the clause of an event, away from where they usually stand."""

import pytest

from reading import read_events


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lea Sow was stabbed as she left a rally in Gao.", "Gao"),
        ("Two guards were killed when their jeep hit a mine near Gao.", "Gao"),
        ("The delegates walked out of the Geneva talks.", "Geneva"),
        ("A rally in Gao ended with the arrest of nine activists.", "Gao"),
        ("The army rounded up 30 members across Gao and Kidal.", "Gao"),
        ("Rebels ambushed a convoy between Gao and Kidal.", "Gao"),
        ("A clerk was killed at Spain's embassy in Gao.", "Gao"),
        ("The ministers, meeting in Gao, signed an accord.", "Gao"),
        ("After talks in Gao, the ministers signed an accord.", "Gao"),
        ("A court in Gao ordered the release of the blogger Lea Sow.", "Gao"),
        ("The observers have left the mission in Chad.", "Chad"),
    ],
)
def test_a_place_away_from_the_verb_is_found(text: str, place: str) -> None:
    events = read_events(text)

    assert place in {one.place_name for one in events}
    assert {one.place_name for one in events} <= {place, None}


@pytest.mark.parametrize(
    "text",
    [
        "The editor was arrested when he returned from a conference in Gao.",
        "He was in Gao when soldiers arrested the editor.",
    ],
)
def test_where_a_victim_came_from_or_another_was_is_no_place(text: str) -> None:
    assert [one.place_name for one in read_events(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The march turned violent on 3 March 2024 when guards beat students.",
        "The council voted on 3 March 2024 to recognise Somaliland.",
        "The raid on the camp, completed on 3 March 2024, left nine dead.",
        "The ministers, meeting in Gao on 3 March 2024, signed an accord.",
        "After prayers on 3 March 2024, worshippers clashed with settlers.",
    ],
)
def test_a_day_away_from_the_verb_is_found(text: str) -> None:
    days = {one.time and one.time.value for one in read_events(text)}

    assert "2024-03-03" in days
