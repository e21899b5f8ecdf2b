"""One incident in several reports: by its victim, or by what was hit on a day."""

import pytest

from builders import count
from story import Story

VICTIM, OTHER = "Oren Vashti", "Sela Korin"


def _attack(words: str, **told: object) -> dict[str, object]:
    return {"kind": "ASSAULT", "words": words, **told}


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        # Nobody is killed twice: a place in one report only does not part them.
        ({"who": (VICTIM,), "at": "Hanoi"}, {"who": (VICTIM,)}, 1),
        ({"who": (VICTIM,), "at": "Hanoi"}, {"who": (OTHER,)}, 2),
        ({"who": (VICTIM,)}, {"who": (VICTIM,), "when": "2024-04-02"}, 2),
    ],
)
def test_reports_of_one_killing_of_a_person_are_one(
    one: dict[str, object], other: dict[str, object], events: int
) -> None:
    story = Story()

    for words, telling in (("was shot dead", one), ("was killed by gunmen", other)):
        (person,) = telling["who"]  # type: ignore[misc]  # a tuple of one
        told = {"when": "2024-05-11", "guest": person, **telling}
        story.tell(_attack(words, **told))

    assert story.number_of_events() == events


def test_a_body_may_be_attacked_twice_on_one_day() -> None:
    story = Story()
    front = "Northern Front"

    for words, place in (("hit a depot", "Hanoi"), ("struck its office", "Cairo")):
        story.tell(
            _attack(words, who=(front,), guest=front, when="2024-05-11", at=place)
        )

    assert story.number_of_events() == 2


def test_a_blast_is_one_whether_a_report_names_the_town_or_not() -> None:
    story = Story()
    told = {"unnamed": "a wedding hall", "when": "2024-05-11"}

    story.tell(_attack("a blast hit the hall", numbers=(count("killed", 27),), **told))
    story.tell(
        _attack(
            "the blast in the hall", at="Hanoi", numbers=(count("killed", 31),), **told
        )
    )

    assert story.number_of_events() == 1


def test_a_town_may_lie_in_a_province_of_its_state() -> None:
    story = Story()
    told = {"unnamed": "a mosque", "when": "2023-09-29"}

    for words, place in (("the blast", "Mastung"), ("a blast there", "Balochistan")):
        story.tell(
            _attack(words, at=place, numbers=(count("killed", 52),), **told),
            published="2023-09-30",
        )

    assert story.number_of_events() == 1


def test_a_page_that_goes_on_about_the_mosque_tells_one_blast() -> None:
    story = Story()

    story.tell(
        _attack("the toll from a blast", unnamed="a mosque", at="Hanoi"),
        _attack("it ripped through the mosque", unnamed="the mosque"),
        _attack("guards were hit", unnamed="a checkpoint"),
    )

    assert story.number_of_events() == 2


def test_two_towns_are_two_attacks() -> None:
    story = Story()
    told = {"unnamed": "a mosque", "when": "2023-09-29"}

    for words, place in (("the blast", "Mastung"), ("a blast there", "Peshawar")):
        story.tell(
            _attack(words, at=place, numbers=(count("killed", 52),), **told),
            published="2023-09-30",
        )

    assert story.number_of_events() == 2


@pytest.mark.parametrize(
    ("mode", "other", "published", "events"),
    [
        ("arrest", {}, "2024-05-13", 1),
        ("arrest", {"when": "2024-04-02"}, "2024-05-13", 2),
        ("arrest", {}, "2024-05-20", 2),
        ("seize", {}, "2024-05-13", 2),
    ],
)
def test_a_person_is_arrested_once_in_the_news_of_some_days(
    mode: str, other: dict[str, object], published: str, events: int
) -> None:
    story = Story()
    told = {"kind": "COERCE", "mode": mode, "who": (VICTIM,), "guest": VICTIM}

    story.tell({"when": "2024-05-11", **told, "words": "was led away at dawn"})
    story.tell({**told, "words": "police took him in", **other}, published=published)

    assert story.number_of_events() == events


@pytest.mark.parametrize(
    ("other", "day", "events"),
    [
        ("one of the key suspected mill owners", "2024-05-11", 1),
        ("one of the key suspected mill owners", "2024-05-10", 2),
        ("a well-known owner", "2024-05-11", 2),
    ],
)
def test_who_is_described_alike_is_arrested_once_on_a_day(
    other: str, day: str, events: int
) -> None:
    story = Story()
    arrest = {"kind": "COERCE", "mode": "arrest"}
    first = {"unnamed": "a suspected mill owner", "when": "2024-05-11"}

    story.tell({**arrest, **first, "words": "police led away a man they suspect"})
    story.tell({**arrest, "unnamed": other, "when": day, "words": "was caught"})

    assert story.number_of_events() == events


def test_sentences_of_a_life_are_not_one_where_none_is_news() -> None:
    story = Story()
    told = {"kind": "SANCTION", "mode": "convict", "who": (VICTIM,), "guest": VICTIM}

    for words in ("got seven years in his youth", "was given twelve years once more"):
        story.tell({**told, "words": words})

    assert story.number_of_events() == 2
