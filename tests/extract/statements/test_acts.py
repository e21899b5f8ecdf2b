"""What is done by saying something, and interviews, figures and who is no target."""

import pytest

from dragoman.model.claim import EventClaim, StatementClaim
from reading import names_of, read_claims, read_statements


@pytest.mark.parametrize(
    ("text", "act", "condition"),
    [
        (
            "Lena Okafor threatened to close the port if the tolls are not paid.",
            "threaten",
            "if the tolls are not paid",
        ),
        (
            "Lena Okafor declared that, should the rebels attack the dam, the army "
            "would crush them.",
            "threaten",
            "should the rebels attack the dam",
        ),
        (
            "Lena Okafor warned that Chad would retaliate unless the raids stop.",
            "warn",
            "unless the raids stop",
        ),
        (
            "Lena Okafor offered a truce provided that the siege is lifted.",
            "pledge",
            "provided that the siege is lifted",
        ),
        (
            "Lena Okafor said his side will open a gate, provided that the guards "
            "report no shooting.",
            "assert",
            "provided that the guards report no shooting",
        ),
        ("“We will stand by Chad,” Lena Okafor said.", "pledge", None),
        ("“Chad must withdraw,” Lena Okafor said.", "demand", None),
        ("“We condemn this crime,” Lena Okafor said.", "condemn", None),
        ("“We urge Chad to wait,” Lena Okafor said.", "request", None),
        ("“The claim is false,” Lena Okafor said.", "deny", None),
        ("“The rain has stopped,” Lena Okafor said.", "assert", None),
        ("Lena Okafor said any raid would be answered.", "threaten", None),
        ("“Whoever harms them will answer to us,” Lena Okafor said.", "threaten", None),
        ("“Whoever comes will eat with us,” Lena Okafor said.", "assert", None),
        ("Lena Okafor said any letter would be answered.", "assert", None),
        ("“No new attack will go unpunished,” Lena Okafor said.", "assert", None),
        ("“A new attack will not go unpunished,” Lena Okafor said.", "threaten", None),
        (
            "Lena Okafor said that its members would close the port again if nothing "
            "was paid by May.",
            "threaten",
            "if nothing was paid by May",
        ),
        (
            "Lena Okafor said her party would leave the coalition unless Tal resigned.",
            "threaten",
            "unless Tal resigned",
        ),
        (
            "Lena Okafor said she would not sign if the raids continue.",
            "assert",
            "if the raids continue",
        ),
        ("“I will not be silenced,” Lena Okafor said.", "assert", None),
        (
            "Lena Okafor said her men would hold their fire as long as nothing moved.",
            "assert",
            "as long as nothing moved",
        ),
        (
            "Lena Okafor said Chad would lend wagons as soon as the fees were frozen.",
            "assert",
            "as soon as the fees were frozen",
        ),
    ],
)
def test_the_words_decide_the_act_and_its_condition(
    text: str, act: str, condition: str | None
) -> None:
    (claim,) = read_statements(text)

    assert (claim.act, claim.condition) == (act, condition)
    assert condition is None or condition in claim.content


def test_what_was_threatened_before_is_no_threat_of_who_tells_it() -> None:
    claims = read_statements(
        "Lena Okafor said she had phoned Omar Karam on Monday and had assured him "
        "that Chad would arrest the rebels if they came back."
    )

    assert [claim.act for claim in claims] == ["assert", "pledge"]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        (
            "Lena Okafor accused Chad of arming the rebels.",
            "ACCUSE",
            ["Lena Okafor", "Chad"],
        ),
        (
            "Lena Okafor urged Ines Duarte to open the border.",
            "REQUEST",
            ["Lena Okafor", "Ines Duarte"],
        ),
    ],
)
def test_an_act_against_somebody_named_is_an_event_too(
    text: str, kind: str, sides: list[str]
) -> None:
    claims = read_claims(text)

    (statement,) = [c for c in claims if isinstance(c, StatementClaim)]
    (event,) = [c for c in claims if isinstance(c, EventClaim)]

    assert (event.type, event.id) == (kind, statement.event)
    assert [one.party.name for one in event.participants] == sides


def test_a_statement_without_a_named_target_is_no_event() -> None:
    claims = read_claims("Lena Okafor condemned the attack on the market.")

    assert not [claim for claim in claims if isinstance(claim, EventClaim)]


INTERVIEWS = [
    (
        "The Courier spoke to Lena Okafor, the mayor of Harsted.¶"
        "Q: When will the bridge open?¶A: It will open in May.¶"
        "Q: And the school?¶A: The school is lost.",
        [
            "the questioner | When will the bridge open?",
            "Lena Okafor | It will open in May.",
            "the questioner | And the school?",
            "Lena Okafor | The school is lost.",
        ],
    ),
    (
        "General Faris Kaza spoke to the Courier on Monday.¶Is the road open?¶"
        "The road has been open for a week.¶Who mined it?¶The rebels mined it.",
        [
            "Faris Kaza | The road has been open for a week.",
            "Faris Kaza | The rebels mined it.",
        ],
    ),
    (
        "**Courier: Is the road open?**¶**Kaza:** The road is open.¶"
        "**Courier:** Who mined it?¶**Kaza:** The rebels mined it.",
        [
            "Courier | Is the road open?",
            "Kaza | The road is open.",
            "Courier | Who mined it?",
            "Kaza | The rebels mined it.",
        ],
    ),
]


@pytest.mark.parametrize(("text", "said"), INTERVIEWS)
def test_interviews(text: str, said: list[str]) -> None:
    told = [
        f"{names_of(c.speakers)} | {c.content}"
        for c in read_statements(text)
        if c.manner == "direct"
    ]
    assert told == said


def test_questions_alone_make_no_interview() -> None:
    told = read_statements(
        "General Faris Kaza left Harsted on Monday.¶Is the road open?¶"
        "Nobody knows it.¶Who mined it?¶There are two answers."
    )
    assert told == []


FIGURES = [
    (
        "Norland gives the flow at the bridge as 305 litres per second.",
        ["the flow at the bridge as 305 litres per second"],
    ),
    ("Norland gave the bridge as a present.", []),
    (
        "Norland puts the number of the missing at 17.",
        ["the number of the missing at 17"],
    ),
]


@pytest.mark.parametrize(("text", "told"), FIGURES)
def test_figures_are_given_by_somebody(text: str, told: list[str]) -> None:
    assert [claim.content for claim in read_statements(text)] == told


def test_a_question_within_a_speech_is_no_statement_of_its_own() -> None:
    told = read_statements(
        "“The army goes where the road goes. Is there another road? Look at the map,” "
        "Lena Okafor said."
    )
    assert [(claim.act, claim.content[-7:]) for claim in told] == [
        ("assert", "the map")
    ]


ACTS = [
    ("Lena Okafor called the report a lie.", "deny"),
    ("Lena Okafor called the idea of a toll “absurd”.", "reject"),
    ("Lena Okafor described the raid as cowardly.", "condemn"),
    ("Lena Okafor called the bridge a historic success.", "praise"),
    ("“Is the road open?” Lena Okafor asked.", "request"),
    ("Lena Okafor asked whether the road was open.", "request"),
    ("“Stop the trucks now,” Lena Okafor told the police.", "demand"),
    ("“Please close the window,” Lena Okafor said.", "request"),
    ("“Let us see what comes,” Lena Okafor said.", "assert"),
    ("Lena Okafor alleged that the guards had taken bribes.", "accuse"),
    ("Lena Okafor predicted that the toll would fall.", "assess"),
    ("The brigade had nothing to do with the raid, Lena Okafor said.", "deny"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_is_done_by_saying_it(text: str, act: str) -> None:
    assert [claim.act for claim in read_statements(text)] == [act]


def test_who_is_asked_or_hears_an_accusation_is_no_target() -> None:
    claims = read_claims(
        "President Omar Tal asked Premier Lena Orb whether the road was open. "
        "General Faris Kaza complained to Lena Orb that the guards took bribes."
    )
    assert not [
        claim
        for claim in claims
        if isinstance(claim, EventClaim) and claim.producer.startswith("statements/")
    ]


def test_who_is_dismissed_from_office_is_no_statement() -> None:
    claims = read_claims("Omar Kasti dismissed Prime Minister Adel Rahman on Monday.")
    assert not [claim for claim in claims if isinstance(claim, StatementClaim)]
