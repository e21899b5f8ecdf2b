from dataclasses import replace
from itertools import permutations

import pytest

from builders import make_document, make_entity, make_narrative, make_statement
from desk import Desk
from dragoman.model.claim import Manner, StatementClaim, Time
from dragoman.model.judgement import CONTRADICTS
from dragoman.resolve.entities import EntityResolver
from dragoman.resolve.narratives import NarrativeResolver
from dragoman.resolve.statements import StatementResolver

LONG = "the river treaty will hold whatever the storms along the northern border bring"


def say(
    desk: Desk,
    number: int,
    words: str,
    *,
    who: str = "Anna Lee",
    act: str = "assert",
    manner: Manner = Manner.INDIRECT,
    when: str | None = None,
    published: str = "2024-05-12",
) -> StatementClaim:
    document = make_document(f"Report {number}. {who}: {words}.", published=published)
    desk.dates[document.id] = published
    speaker = make_entity(document, who)
    claim = make_statement(document, words, speaker, act=act, manner=manner)
    if when is not None:
        claim = replace(claim, time=Time(when, when, "day"))
    desk.add([speaker, claim], EntityResolver(), StatementResolver())
    return claim


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (LONG, LONG, True),
        (LONG, LONG.replace("bring", "may bring"), True),
        (LONG, "the price formula will be reopened in the autumn", False),
        ("we will never retreat", "we will never forget our dead", False),
        ("لن نتراجع عن المقاومة في الضفة", "لن نتراجع عن المقاومة في الضفة", True),
    ],
)
def test_reprints_are_one_statement(
    one: str,
    other: str,
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    desk = Desk()

    first, second = say(desk, 1, one), say(desk, 2, other)

    assert desk.together(first, second) is joined


def test_a_part_of_a_quotation_is_the_same_statement() -> None:
    desk = Desk()
    part = "whatever the storms along the northern border bring"

    first = say(desk, 1, LONG, manner=Manner.DIRECT)
    second = say(desk, 2, part, manner=Manner.MIXED)

    assert desk.together(first, second)


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("It is not over yet", "It is not over, yet", True),
        ("It is not over yet", "It is not over", False),
        ("We will see", "We will see", False),
        ("هذه خطوة أولى لا غير", "هذه خطوة أولى لا غير", True),
    ],
)
def test_a_short_quotation_is_joined_to_the_letter_alone(
    one: str,
    other: str,
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    desk = Desk()

    first = say(desk, 1, one, manner=Manner.DIRECT)
    second = say(desk, 2, other, manner=Manner.DIRECT)

    assert desk.together(first, second) is joined


@pytest.mark.parametrize(
    ("one", "other", "day", "joined"),
    [
        (
            "The Front “has vanished overnight”",
            "FLR “has vanished overnight,”",
            13,
            True,
        ),
        (
            "The Front “has vanished overnight”",
            "FLR “has vanished overnight,”",
            30,
            False,
        ),
        ("Guards “will find you wherever you are”", "they “are few”", 13, False),
        ("الجبهة “قد اختفت تماما”", "إنها “قد اختفت تماما”", 13, True),
    ],
)
def test_what_is_quoted_in_reports_of_one_occasion_is_one_statement(
    one: str,
    other: str,
    day: int,
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    desk = Desk()

    first = say(desk, 1, one, manner=Manner.MIXED)
    second = say(desk, 2, other, manner=Manner.MIXED, published=f"2024-05-{day}")

    assert desk.together(first, second) is joined


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("vowed revenge", "vowed revenge", True),
        ("vowed revenge", "vowed restraint", False),
        ("blamed the U.N. envoy", "blamed the UN envoy", True),
        (
            "the league or its allies stood behind the mill fire",
            "the league or its allies stood behind the mill fire, while the guild, "
            "an old foe of the port, kept silent",
            True,
        ),
    ],
)
def test_the_same_few_words_of_one_occasion_are_one_statement(
    one: str,
    other: str,
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    desk = Desk()

    first, second = say(desk, 1, one, act="pledge"), say(desk, 2, other, act="pledge")

    assert desk.together(first, second) is joined


def test_a_speaker_of_two_names_is_met_by_the_words() -> None:
    desk = Desk()
    document = make_document("Rivermark, the RMK")
    both = make_entity(document, "Rivermark", "RMK", schema="Organization")
    claims = []
    for number, name in enumerate(("Rivermark", "RMK")):
        told = make_document(f"Report {number}. {name}: {LONG}.")
        speaker = make_entity(told, name, schema="Organization")
        claims.append((speaker, make_statement(told, LONG, speaker)))
    desk.add([both], EntityResolver())
    for speaker, claim in claims:
        desk.add([speaker], EntityResolver())
        desk.add([claim], StatementResolver())
    speakers = [speaker for speaker, _ in claims]

    assert desk.together(*speakers)
    assert desk.together(*(claim for _, claim in claims))


def test_a_few_words_said_often_are_filed_under_their_months() -> None:
    desk = Desk()
    days = ("2024-05-12", "2024-05-02", "2024-04-30", "2024-03-01")
    said = [say(desk, n, "talks go on", published=day) for n, day in enumerate(days)]
    keys = [set(StatementResolver().keys(claim, desk)) for claim in said]

    assert all(len(some) > 1 for some in keys)
    # Days that are near share a month beside the words, others the words alone.
    assert len(keys[1] & keys[2]) > len(keys[0] & keys[3]) == 1


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (
            "gunmen killed 33 people near the port of Dovra on 13 September 2023",
            "gunmen killed 20 people near the port of Dovra on 2 July 2023",
            False,
        ),
        (
            "gunmen killed 33 people near the port of Dovra in 2023",
            "gunmen killed people near the port of Dovra in 2023",
            True,
        ),
        (
            "gunmen killed people near the port of Dovra in 2023",
            "gunmen killed people near the port of Dovra in 2024",
            False,
        ),
    ],
)
def test_a_year_in_common_is_no_figure_in_common(
    one: str,
    other: str,
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    desk = Desk()

    assert desk.together(say(desk, 1, one), say(desk, 2, other)) is joined


def test_the_same_words_of_another_speaker_are_another_statement() -> None:
    desk = Desk()

    first, second = say(desk, 1, LONG), say(desk, 2, LONG, who="Chidi Okoye")

    assert not desk.together(first, second)


def test_words_said_again_at_another_time_are_another_statement() -> None:
    desk = Desk()

    first = say(desk, 1, LONG, when="2024-05-01")
    second = say(desk, 2, LONG, when="2024-06-01")

    assert not desk.together(first, second)


def test_a_directive_recalled_twice_is_one_statement() -> None:
    text = (
        "Lee recalled the leader's order to arm the coast. Later Lee cited Okoye's "
        "order to arm the coast guards."
    )
    document = make_document(text)
    lee, okoye = make_entity(document, "Lee"), make_entity(document, "Okoye")
    first = make_statement(
        document, "to arm the coast.", "the leader", act="direct", via=(lee,)
    )
    second = make_statement(
        document, "to arm the coast guards", okoye, act="direct", via=(lee,)
    )
    desk = Desk()

    desk.add([lee, okoye, first, second], EntityResolver(), StatementResolver())

    assert desk.together(first, second)


def test_two_statements_cut_from_one_utterance_stay_two() -> None:
    text = "Lee said: our support will endure, and the regime will fall if it strikes."
    document = make_document(text)
    lee = make_entity(document, "Lee")
    whole = make_statement(
        document, "our support will endure, and the regime will fall if it strikes", lee
    )
    part = make_statement(
        document, "the regime will fall if it strikes", lee, act="threaten"
    )
    desk = Desk()

    desk.add([lee, whole, part], EntityResolver(), StatementResolver())

    assert not desk.together(whole, part)


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("One river, one heart", "ONE RIVER, one heart!", True),
        ("One river, one heart", "Guns on the wall", False),
        ("#VozDelSur", "#vozdelsur", True),
        ("وحدة الساحات", "وحدة الساحات", True),
    ],
)
def test_slogans_join_by_their_words(
    one: str,
    other: str,
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    desk = Desk()
    claims = []
    for number, label in enumerate((one, other)):
        document = make_document(f"Report {number}: Youth Union chanted {label}")
        carrier = make_entity(document, "Youth Union", schema="Organization")
        claim = make_narrative(document, label, carrier)
        desk.add([carrier, claim], EntityResolver(), NarrativeResolver())
        claims.append(claim)

    assert desk.together(*claims) is joined


def test_media_passed_on_join_only_with_the_same_carrier() -> None:
    desk = Desk()
    claims = []
    for number, who in enumerate(("Delta Voice", "Delta Voice", "Coast Radio")):
        document = make_document(
            f"Report {number}: {who} ran clips of the storm inquiry"
        )
        carrier = make_entity(document, who, schema="Organization")
        claim = make_narrative(document, "clips of the storm inquiry", carrier)
        claim = replace(claim, form="recirculation")
        desk.add([carrier, claim], EntityResolver(), NarrativeResolver())
        claims.append(claim)

    assert desk.together(claims[0], claims[1])
    assert not desk.together(claims[0], claims[2])


CONTRARY = [
    ("Minister Ada Bello was a thief", "Minister Ada Bello was not a thief"),
    (
        "troops would withdraw from the hills of Gao",
        "troops would not withdraw from the hills of Gao",
    ),
    (
        "the island should be a base of the northern alliance",
        "the island will not become a base of the northern alliance",
    ),
    (
        "12 soldiers had been killed in the ambush near Gao",
        "21 soldiers had been killed in the ambush near Gao",
    ),
]


@pytest.mark.parametrize(("one", "other"), CONTRARY)
@pytest.mark.parametrize("turned", [False, True])
def test_versions_that_contradict_one_another_stay_two_and_are_linked(
    one: str,
    other: str,
    turned: bool,  # noqa: FBT001 - a column
) -> None:
    desk = Desk()
    words = (other, one) if turned else (one, other)

    first, second = (say(desk, n, each) for n, each in enumerate(words))

    assert not desk.together(first, second)
    (edge,) = [one for one in desk.latest.values() if CONTRADICTS in one.reasons]
    assert {edge.left, edge.right} == {first.id, second.id}


def test_a_reprint_joins_its_own_version_in_every_order() -> None:
    one, other = CONTRARY[0]
    for words in permutations((one, one, other)):
        desk = Desk()
        said = [say(desk, number, each) for number, each in enumerate(words)]

        alike = [claim for claim, each in zip(said, words, strict=True) if each == one]
        (apart,) = [claim for claim in said if claim not in alike]
        assert desk.together(*alike)
        assert not desk.together(alike[0], apart)


def test_who_says_the_contrary_weeks_later_has_changed_his_mind() -> None:
    desk = Desk()
    one, other = CONTRARY[0]

    first = say(desk, 1, one)
    second = say(desk, 2, other, published="2024-06-12")

    assert not desk.together(first, second)
    assert not [one for one in desk.latest.values() if CONTRADICTS in one.reasons]


def test_who_denied_it_and_who_said_that_it_was_not_so_said_the_same() -> None:
    desk = Desk()
    words = "our soldiers had crossed the river Mereb at night"

    first = say(desk, 1, words, act="deny")
    second = say(desk, 2, words.replace("had", "had not"))
    third = say(desk, 3, words)

    assert desk.together(first, second)
    assert not desk.together(first, third)
