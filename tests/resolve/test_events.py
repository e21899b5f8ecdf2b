from itertools import permutations

import pytest

from dragoman.model.claim import Modality
from dragoman.model.judgement import Judgement
from dragoman.resolve.events import _pair_up
from dragoman.resolve.settle import NEAREST
from story import HADDAD, LEE, OKOYE, Story


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


def test_a_copy_may_describe_people_with_another_article() -> None:
    story = Story()
    copy = "Shops in the old town were looted before they were cleared by {}."

    (first,), (second,) = (
        story.tell({"kind": "ASSAULT", "words": copy.format(who), "unnamed": who})
        for who in ("the riot police", "riot police")
    )

    assert story.desk.together(first, second)
