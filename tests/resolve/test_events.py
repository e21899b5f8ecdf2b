from dataclasses import replace
from itertools import permutations

import pytest

from builders import count
from desk import Desk
from dragoman.model.claim import Modality, Participant
from dragoman.model.judgement import Judgement
from dragoman.resolve.events import EventResolver, _pair_up
from dragoman.resolve.settle import NEAREST
from story import Story

LEE, OKOYE, HADDAD = "Anna Lee", "Chidi Okoye", "Karim Haddad"


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


def test_a_plan_and_the_fact_stay_two_events() -> None:
    story = Story()

    story.tell({"who": (LEE, OKOYE), "when": "2024-05-11", "words": "met"})
    story.tell(
        {
            "who": (LEE, OKOYE),
            "when": "2024-05-11",
            "words": "will meet",
            "how": Modality.PLANNED,
        }
    )

    assert story.number_of_events() == 2


def test_what_was_held_at_the_place_and_on_the_day_of_a_plan_is_that_plan() -> None:
    story = Story()
    common = {"who": (LEE, OKOYE), "when": "2024-05-11", "at": "Gao"}

    story.tell({**common, "words": "will meet in Gao", "how": Modality.PLANNED})
    story.tell({**common, "words": "met in Gao"})

    assert story.number_of_events() == 1


def test_a_denied_report_is_the_event_that_the_other_side_asserts() -> None:
    story = Story()
    common = {"who": (LEE, OKOYE), "when": "2024-05-11"}

    story.tell({**common, "words": "met"})
    story.tell({**common, "words": "never met", "how": Modality.DENIED})

    assert story.number_of_events() == 1


def test_a_plan_that_its_own_report_calls_off_is_one_event() -> None:
    story = Story()

    story.tell(
        {"who": (LEE, OKOYE), "words": "was due to meet", "how": Modality.PLANNED},
        {"who": (LEE, OKOYE), "words": "called off", "how": Modality.CANCELLED},
    )

    assert story.number_of_events() == 1


def test_a_trip_called_off_is_not_the_next_one_planned() -> None:
    story = Story()
    trip = {"who": (LEE,), "mode": "visit"}

    story.tell(
        {**trip, "words": "put off a trip", "how": Modality.CANCELLED},
        {**trip, "at": "Hanoi", "words": "will travel", "how": Modality.PLANNED},
    )

    assert story.number_of_events() == 2


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


def test_tolls_that_differ_between_reports_are_one_event() -> None:
    story = Story()
    strike = {"kind": "ASSAULT", "who": (LEE,), "at": "Hanoi", "when": "2024-05-11"}

    story.tell(
        {**strike, "words": "twelve were killed", "numbers": (count("killed", 12),)}
    )
    story.tell(
        {**strike, "words": "fourteen were killed", "numbers": (count("killed", 14),)}
    )

    assert story.number_of_events() == 1


@pytest.mark.parametrize(
    ("day", "place", "events"),
    [
        ("2024-05-11", "Dervan", 1),
        ("2024-05-10", "Dervan", 1),  # a slip over midnight
        ("2024-05-05", "Dervan", 2),
        ("2024-05-10", "Egypt", 2),  # a state is no place of one incident
    ],
)
def test_first_reports_of_an_incident_differ_in_day_and_toll(
    day: str, place: str, events: int
) -> None:
    story = Story()
    shooting = {"kind": "ASSAULT", "at": place}

    story.tell(
        {
            **shooting,
            "when": "2024-05-11",
            "words": "five people were killed in an exchange of fire",
            "numbers": (count("killed", 5),),
            "unnamed": "five people",
        }
    )
    story.tell(
        {
            **shooting,
            "when": day,
            "words": "a gang attacked the post, three servicemen died",
            "numbers": (count("killed", 3),),
            "unnamed": "three servicemen",
        }
    )

    assert story.number_of_events() == events


def test_tolls_that_differ_within_a_report_are_two_events() -> None:
    story = Story()
    strike = {"kind": "ASSAULT", "who": (LEE,), "at": "Hanoi", "when": "2024-05-11"}

    story.tell(
        {**strike, "words": "twelve were killed", "numbers": (count("killed", 12),)},
        {**strike, "words": "three were killed", "numbers": (count("killed", 3),)},
    )

    assert story.number_of_events() == 2


def test_attacks_on_different_targets_stay_apart() -> None:
    story = Story()
    first, second = story.tell(
        {"kind": "ASSAULT", "who": (LEE, OKOYE), "when": "2024-05-11", "words": "one"},
        {"kind": "ASSAULT", "who": (LEE, HADDAD), "when": "2024-05-11", "words": "two"},
    )
    parts = [
        replace(
            one,
            participants=(
                one.participants[0],
                Participant(one.participants[1].party, "recipient"),
            ),
        )
        for one in (first, second)
    ]
    desk = Desk()
    desk.add(parts, EventResolver())

    assert not desk.together(first, second)


@pytest.mark.parametrize(
    ("target", "day", "events"),
    [
        ("THE MARKET", "2024-05-11", 1),
        ("the market of Dervan", "2024-05-10", 1),  # dates differ, the target does not
        ("a bus stop", "2024-05-11", 2),
        ("a bus stop", "2024-05-10", 2),
    ],
)
def test_reports_of_one_attack_meet_by_what_was_hit(
    target: str, day: str, events: int
) -> None:
    story = Story()
    attack = {"kind": "ASSAULT", "at": "Dervan"}

    story.tell(
        {
            **attack,
            "when": "2024-05-11",
            "words": "shells hit the livestock market",
            "unnamed": "the livestock market of Dervan",
        }
    )
    story.tell({**attack, "when": day, "words": "it was bombed", "unnamed": target})

    assert story.number_of_events() == events


def test_who_attacked_may_be_disputed() -> None:
    story = Story()
    attack = {
        "kind": "ASSAULT",
        "at": "Dervan",
        "when": "2024-05-11",
        "unnamed": "the market of Dervan",
    }

    story.tell({**attack, "who": (LEE,), "words": "Lee's men shelled the market"})
    story.tell({**attack, "who": (OKOYE,), "words": "the market, shelled by Okoye"})

    assert story.number_of_events() == 1


def test_events_end_in_the_same_clusters_in_any_order() -> None:
    tellings: list[dict[str, object]] = [
        {"who": (LEE, OKOYE), "when": "2024-05-11", "words": "met"},
        {"who": (LEE, OKOYE), "when": "2024-05-11", "at": "Hanoi", "words": "talked"},
        {"who": (LEE, HADDAD), "when": "2024-05-11", "words": "saw"},
        {"who": (LEE, OKOYE), "when": "2024-05-02", "words": "spoke"},
    ]

    found = set()
    for order in permutations(range(len(tellings))):
        story = Story()
        told = {n: story.tell(tellings[n])[0] for n in order}
        pairs = frozenset(
            (a, b)
            for a in told
            for b in told
            if a < b and story.desk.together(told[a], told[b])
        )
        found.add(pairs)

    assert found == {frozenset({(0, 1)})}


def test_names_of_another_script_join_meetings_too() -> None:
    story = Story()

    story.tell({"who": ("Сергей Лапшин", OKOYE), "when": "2024-05-11", "words": "met"})
    story.tell({"who": ("Sergey Lapshin", OKOYE), "when": "2024-05-11", "words": "saw"})

    assert story.number_of_events() == 1


def test_edges_of_events_are_signed_and_say_why() -> None:
    story = Story()
    first, second = story.tell(
        {"who": (LEE, OKOYE), "when": "2024-05-11", "words": "met"},
        {"who": (LEE, OKOYE), "when": "2024-05-11", "words": "talked"},
    )
    left, right = sorted((first.id, second.id))

    edge = story.desk.latest[left, right]

    assert edge.judgement is Judgement.POSITIVE
    assert edge.judge == "auto:events"
    assert edge.reasons == ("the same participants", "the same time")


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (0, 2, 1), (1, 2, 0)])
def test_what_has_no_year_does_not_make_one_of_two_years(
    order: tuple[int, ...],
) -> None:
    story = Story()
    told = {}
    for n in order:
        when = ("2023-05-11", "2024-05-11", "XXXX-05-11")[n]
        told[n] = story.tell(
            {"who": (LEE, OKOYE), "at": "Hanoi", "when": when, "words": "met"},
            published=None if n == 2 else when,
        )[0]

    assert not story.desk.together(told[0], told[1])


def test_pairs_of_a_long_document_grow_with_its_length() -> None:
    claims = Story().tell(
        *({"who": (LEE, OKOYE), "words": f"met, time {n}"} for n in range(3 * NEAREST))
    )

    pairs = list(_pair_up(claims, ()))

    assert len(claims) == 3 * NEAREST
    assert len(pairs) < 3 * NEAREST * NEAREST


FUNERAL = (
    "Mayor Okoye joined mourners in the square for the burial of the victims of "
    "twin blasts claimed by the {} group, city radio said."
)


def test_a_sentence_copied_all_but_a_word_tells_one_event() -> None:
    story = Story()

    (first,) = story.tell({"kind": "ASSAULT", "words": FUNERAL.format("FLR")})
    (second,) = story.tell({"kind": "ASSAULT", "words": FUNERAL.format("Free River")})

    assert story.desk.together(first, second)


@pytest.mark.parametrize(("dead", "joined"), [(89, True), (14, False), (90, False)])
def test_a_large_exact_toll_tells_which_attack_is_meant(
    dead: int,
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    story = Story()
    toll = (count("killed", dead),)

    (first,) = story.tell(
        {"kind": "ASSAULT", "words": "The blasts left them dead", "numbers": toll}
    )
    (second,) = story.tell(
        {"kind": "ASSAULT", "words": "Bombs at a shrine took lives", "numbers": toll}
    )

    assert story.desk.together(first, second) is joined


def test_a_toll_of_another_place_is_that_of_another_attack() -> None:
    story = Story()
    toll = (count("killed", 89),)

    (first,) = story.tell(
        {"kind": "ASSAULT", "words": "The blasts", "numbers": toll, "at": "Nairobi"}
    )
    (second,) = story.tell(
        {"kind": "ASSAULT", "words": "The bombs", "numbers": toll, "at": "Manila"}
    )

    assert not story.desk.together(first, second)
