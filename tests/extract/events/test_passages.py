"""Short passages of several kinds of source, with what they tell and nothing else.

What is expected was written down before the first reading.
"""

import pytest

from dragoman.model.claim import EventClaim
from reading import read_events

# Source, day, text, and of each event: kind, a party, place, day, how it is put.
PASSAGES = [
    (
        "wire",
        "2024-02-08",
        "Gunmen on motorcycles attacked a bus near Dori in northern Burkina Faso on "
        "Wednesday night, killing at least 11 passengers, two security sources said. "
        "No group claimed responsibility. The army deployed 200 troops to the area on "
        "Thursday.",
        [
            ("ASSAULT", "Gunmen", "Dori", "2024-02-07", "asserted"),
            ("MOBILIZE", "army", None, "2024-02-08", "asserted"),
        ],
    ),
    (
        "communique",
        "2024-06-12",
        "The Ministry of Foreign Affairs of the Republic of Moldova announces that, on "
        "11 June 2024, Minister Ana Rusnac received in Chisinau the Ambassador of "
        "Japan, H.E. Mr Kenji Morita. On the same day the Minister had a telephone "
        "conversation with her Romanian counterpart, Mihai Dobre. The Minister will "
        "travel to Brussels on 18 June.",
        [
            ("CONSULT", "Kenji Morita", "Chisinau", "2024-06-11", "asserted"),
            ("CONSULT", "Mihai Dobre", None, "2024-06-11", "asserted"),
            ("CONSULT", "Ana Rusnac", "Brussels", "2024-06-18", "planned"),
        ],
    ),
    (
        "chronology",
        "2023-10-02",
        "Timeline of the Arun hostage crisis\n"
        "August 15, 2023 - The government opens negotiations with the kidnappers.\n"
        "August 29 - Eleven students are freed.\n"
        "September 4 - The army takes control of the camp.",
        [
            ("CONSULT", "The government", None, "2023-08-15", "asserted"),
            ("RETREAT", "Eleven students", None, "2023-08-29", "asserted"),
            ("ASSAULT", "The army", None, "2023-09-04", "asserted"),
        ],
    ),
    (
        "review of a year",
        "2022-12-30",
        "On 14 February, rebels shelled the airport of Gomati. Two days later the army "
        "retook the town of Sele.",
        [
            ("ASSAULT", "rebels", "Gomati", "2022-02-14", "asserted"),
            ("ASSAULT", "the army", "Sele", "2022-02-16", "asserted"),
        ],
    ),
    (
        "cable",
        "2023-05-09",
        "Ambassador called on Foreign Minister Abdel Rahim Sabri on May 8 to discuss "
        "the port. Sabri is to meet Iranian Deputy Foreign Minister Hossein Karimi in "
        "Muscat next week.",
        [
            ("CONSULT", "Abdel Rahim Sabri", None, "2023-05-08", "asserted"),
            ("CONSULT", "Hossein Karimi", "Muscat", "2023-05-15", "planned"),
        ],
    ),
    (
        "report of a mission",
        "2023-08-15",
        "On 19 July, armed men abducted two health workers in Bersel. On 2 August they "
        "released both. On 11 July, shelling from positions of the Dokha National Army "
        "struck a school in Bersel, killing three children.",
        [
            ("ASSAULT", "armed men", "Bersel", "2023-07-19", "asserted"),
            ("ASSAULT", "Dokha National Army", "Bersel", "2023-07-11", "asserted"),
        ],
    ),
    (
        "local paper",
        "2024-11-25",
        "Soldiers raided the camp of Ain Rima on Sunday, arrested seven young men and "
        "confiscated a car. They withdrew at eight o'clock. Mona Odeh (منى عودة) "
        "protested outside the camp.",
        [
            ("COERCE", "Soldiers", "Ain Rima", "2024-11-24", "asserted"),
            ("COERCE", "seven young men", None, "2024-11-24", "asserted"),
            ("COERCE", "a car", None, None, "asserted"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [passage[1:] for passage in PASSAGES],
    ids=[passage[0] for passage in PASSAGES],
)
def test_a_passage_tells_its_events(
    published: str, text: str, expected: list[tuple[str, str, str | None, str, str]]
) -> None:
    events = read_events(text, published)

    for wanted in expected:
        assert any(_fits(one, *wanted) for one in events), (wanted, events)


def _fits(
    event: EventClaim,
    kind: str,
    party: str,
    place: str | None,
    day: str | None,
    how: str,
) -> bool:
    names = [one.party.name.casefold() for one in event.participants]
    told = None if event.time is None else event.time.value[:10]
    return (
        event.type == kind
        and any(party.casefold() in name for name in names)
        and (place is None or event.place_name == place)
        and (day is None or told == day)
        and event.modality.value == how
    )


def test_prisoners_held_are_nobody_abducted() -> None:
    events = read_events("They discussed the release of the prisoners held at Korom.")

    assert all(one.type != "ASSAULT" for one in events)


def test_nobody_meets_himself() -> None:
    (meeting,) = read_events(
        "On 1 May, the Force Commander, Arjun Thapa, met the brigade's commander."
    )

    assert [one.party.name for one in meeting.participants] == [
        "Arjun Thapa",
        "the brigade's commander",
    ]
