import pytest

from dragoman.model.claim import Modality
from story import HADDAD, LEE, OKOYE, Story


def test_a_meeting_told_in_three_paragraphs_is_one_event() -> None:
    story = Story()

    story.tell(
        {"who": (LEE, OKOYE), "words": "held a separate meeting"},
        {"who": (LEE, OKOYE), "at": "Hanoi", "when": "2024-05-11", "words": "met"},
        {"who": (LEE, OKOYE), "at": "Hanoi", "words": "the two discussed"},
    )

    assert story.number_of_events() == 1


def test_a_meeting_that_followed_another_one_is_a_second_event() -> None:
    story = Story()
    words = "was followed by an expanded meeting"

    story.tell(
        {"who": (LEE, OKOYE), "at": "Hanoi", "words": "held a summit"},
        {"who": (LEE, OKOYE, HADDAD), "at": "Hanoi", "words": words},
    )

    assert story.number_of_events() == 2


def test_two_meetings_of_a_day_with_different_people_stay_two() -> None:
    story = Story()

    story.tell(
        {"who": (LEE, OKOYE), "at": "Hanoi", "when": "2024-05-11", "words": "first"},
        {"who": (LEE, HADDAD), "at": "Hanoi", "when": "2024-05-11", "words": "second"},
    )

    assert story.number_of_events() == 2


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ({"when": "2024-05-11"}, {"when": "2024-05-11"}, 1),
        ({"when": "2024-05-11"}, {"when": "2024-05"}, 1),
        ({"when": "2024-05-11"}, {"when": "XXXX-05-11"}, 1),
        ({"when": "2024-05-11"}, {"when": "2024-05-02"}, 2),
        ({"when": "2024-05-11", "at": "Hanoi"}, {"when": "2024-05-11"}, 1),
        (
            {"when": "2024-05-11", "at": "Hanoi"},
            {"when": "2024-05-11", "at": "Vietnam"},
            1,
        ),
        (
            {"when": "2024-05-11", "at": "Hanoi"},
            {"when": "2024-05-11", "at": "Cairo"},
            2,
        ),
    ],
)
def test_reports_of_a_meeting_join_if_time_and_place_fit(
    one: dict[str, object], other: dict[str, object], events: int
) -> None:
    story = Story()

    story.tell({"who": (LEE, OKOYE), "words": "met", **one})
    story.tell({"who": (LEE, OKOYE), "words": "held talks", **other})

    assert story.number_of_events() == events


@pytest.mark.parametrize(("guest", "events"), [(OKOYE, 1), (None, 2)])
def test_host_and_guest_are_the_meeting_that_others_attended(
    guest: str | None, events: int
) -> None:
    """Without a guest it is a round of four, and two of it may talk by themselves."""
    story = Story()
    here: dict[str, object] = {"when": "2024-05-11", "at": "Hanoi"}

    story.tell({"who": (LEE, "Ines Vogel", HADDAD, OKOYE), "guest": guest, **here})
    story.tell({"who": (LEE, OKOYE), "words": "held talks", **here})

    assert story.number_of_events() == events


def test_reports_that_differ_in_the_date_by_a_slip_are_one_event() -> None:
    story = Story()
    words = "held talks on the river treaty at the port authority"

    story.tell(
        {"who": (LEE, OKOYE), "at": "Hanoi", "when": "2024-05-11", "words": words}
    )
    story.tell(
        {"who": (LEE, OKOYE), "at": "Hanoi", "when": "2024-05-10", "words": words}
    )

    assert story.number_of_events() == 1


def test_a_town_and_the_participants_outweigh_one_day_in_other_words() -> None:
    story = Story()

    story.tell(
        {"who": (LEE, OKOYE), "at": "Hanoi", "when": "2024-05-11", "words": "met"}
    )
    story.tell(
        {"who": (LEE, OKOYE), "at": "Hanoi", "when": "2024-05-10", "words": "dined"}
    )

    assert story.number_of_events() == 1


@pytest.mark.parametrize("days", [("2024-05-10",), ("2024-05-10", "2024-05-11")])
def test_meetings_that_a_report_tells_of_on_two_days_stay_two(
    days: tuple[str, ...],
) -> None:
    story = Story()
    both = ("2024-05-10", "2024-05-11")
    words = dict(zip(both, ("met", "dined"), strict=True))

    for told in (both, days):
        story.tell(
            *(
                {"who": (LEE, OKOYE), "at": "Hanoi", "when": day, "words": words[day]}
                for day in told
            )
        )

    assert story.number_of_events() == 2


def test_an_undated_report_meets_the_event_of_its_week_only() -> None:
    story = Story()
    story.tell({"who": (LEE, OKOYE), "when": "2024-05-11", "words": "met"})

    near = story.tell({"who": (LEE, OKOYE), "words": "talked"}, published="2024-05-13")
    far = story.tell({"who": (LEE, OKOYE), "words": "spoke"}, published="2024-09-13")

    assert story.number_of_events() == 2
    assert not story.desk.together(near[0], far[0])


def test_a_body_stands_for_the_one_who_leads_it() -> None:
    story = Story()

    story.tell(
        {"who": (LEE, OKOYE), "when": "2024-05-11", "words": "met"},
        {"who": (LEE, "Reform League"), "when": "2024-05-11", "words": "talks"},
        bodies={OKOYE: "Reform League"},
    )

    assert story.number_of_events() == 1


def test_a_description_of_the_office_stands_for_its_holder() -> None:
    story = Story()

    story.tell(
        {"who": (LEE, OKOYE), "when": "2024-05-11", "at": "Hanoi", "words": "met"},
        bodies={OKOYE: "Reform League", LEE: "Harbour League"},
    )
    story.tell(
        {
            "unnamed": "the two heads",
            "when": "2024-05-11",
            "at": "Hanoi",
            "words": "sat",
        }
    )

    assert story.number_of_events() == 1


def test_visits_join_by_traveller_and_place() -> None:
    story = Story()
    visit = {"who": (LEE,), "mode": "visit"}

    story.tell(
        {**visit, "at": "Hanoi", "when": "2024-05-11", "words": "arrived"},
        {**visit, "at": "Vietnam", "words": "her trip"},
        {**visit, "at": "Cairo", "words": "a stop"},
        {**visit, "at": "Hanoi", "when": "2024-02-01", "words": "had been there"},
    )

    assert story.number_of_events() == 3


def test_names_of_another_script_join_meetings_too() -> None:
    story = Story()

    story.tell({"who": ("Сергей Лапшин", OKOYE), "when": "2024-05-11", "words": "met"})
    story.tell({"who": ("Sergey Lapshin", OKOYE), "when": "2024-05-11", "words": "saw"})

    assert story.number_of_events() == 1


@pytest.mark.parametrize(("day", "events"), [("2024-05-11", 1), ("2024-05-10", 2)])
def test_a_meeting_with_somebody_told_by_office_is_known_by_its_day(
    day: str, events: int
) -> None:
    story = Story()
    bodies = {OKOYE: "River Ministry"}

    story.tell(
        {"who": (LEE, OKOYE), "when": "2024-05-11", "words": "sat down together"},
        bodies=bodies,
    )
    story.tell(
        {
            "who": (LEE,),
            "unnamed": "the head of the ministry",
            "when": day,
            "words": "was received",
        }
    )

    assert story.number_of_events() == events


def test_a_plan_without_a_day_is_the_one_that_lies_ahead() -> None:
    story = Story()
    plan = {"who": (LEE, OKOYE), "how": Modality.PLANNED}

    story.tell({**plan, "when": "2024-07-02", "words": "are to meet"})
    story.tell({**plan, "words": "prepare for their talks"})

    assert story.number_of_events() == 1


def test_a_plan_without_a_day_is_none_of_two_that_lie_ahead() -> None:
    story = Story()
    plan = {"who": (LEE, OKOYE), "how": Modality.PLANNED}

    story.tell({**plan, "when": "2024-06-02", "words": "are to meet"})
    story.tell({**plan, "when": "2024-07-02", "words": "will meet again"})
    story.tell({**plan, "words": "prepare for their talks"})

    assert story.number_of_events() == 3


@pytest.mark.parametrize(
    ("words", "events"),
    [
        ("The meeting, chaired by Chidi Okoye, lasted an hour", 1),
        ("Chidi Okoye chaired a meeting on fish", 2),
        ("The meeting was followed by talks of Chidi Okoye", 2),
    ],
)
def test_the_next_sentence_says_who_chaired_it(words: str, events: int) -> None:
    story = Story()
    day = {"when": "2024-05-11", "at": "Gao"}

    story.tell(
        {**day, "who": (LEE,), "words": "Anna Lee gathered the council"},
        {**day, "who": (OKOYE,), "words": words},
    )

    assert story.number_of_events() == events
