"""Rules, habits, terms that end and posts that are held are no deeds."""

import pytest

from reading import read_events


@pytest.mark.parametrize(
    "text",
    [
        "If a party telephones a voter, the party breaks the law.",
        "The Front usually attacks Gao at night.",
        "By the time Ana Lind left office, the talks had failed.",
        "Ana Lind occupied a prominent position in the party.",
        "Prime Minister Ana Lind never took control of the Justice Ministry.",
        "Ana Lind, the speaker of the past term, received 192.",
        "As a student Omar Karam shot “A Place in Rome,” a short film.",
    ],
)
def test_nobody_did_so(text: str) -> None:
    assert read_events(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ana Lind left office on 3 May.", "RETREAT"),
        ("The army of Chad occupied a fighting position near Gao on 3 May.", "ASSAULT"),
        ("The rebels took control of the Justice Ministry.", "ASSAULT"),
        ("Soldiers shot Omar Karam in Gao.", "ASSAULT"),
    ],
)
def test_somebody_did(text: str, kind: str) -> None:
    assert [one.type for one in read_events(text)] == [kind]
