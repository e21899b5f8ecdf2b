"""Statements in the many ways in which the press reports them."""

import pytest

from dragoman.extract.statements.lexicon import load_lexicon
from dragoman.model.claim import StatementClaim
from reading import names_of, read_claims, read_statements, tell_statement

DIRECT = [
    (
        "“No,” came the reply from Mayor Ana Ruiz.",
        ["assert direct: Ana Ruiz | No"],
    ),
    (
        "“We lost everything.” Those were the words of Ана Руис on Monday.",
        ["assert direct: Ана Руис | We lost everything."],
    ),
    (
        "“It is over.” That was the minister's answer to the strikers.",
        ["assert direct: the minister | It is over."],
    ),
    (
        "“We will rebuild the bridge,” Minister Lena Okafor said on Monday.",
        ["pledge direct: Lena Okafor | We will rebuild the bridge"],
    ),
    (
        "Minister Lena Okafor said: “The bridge is safe. It will open in May.”",
        ["assert direct: Lena Okafor | The bridge is safe. It will open in May."],
    ),
    (
        '"Who gave the order?" asked Senator Paul Idowu.',
        ["request direct: Paul Idowu | Who gave the order?"],
    ),
    (
        "“It is late,” Lena Okafor told Ines Duarte. “The road is dark.”",
        [
            "assert direct: Lena Okafor to Ines Duarte | It is late",
            "assert direct: Lena Okafor to Ines Duarte | The road is dark.",
        ],
    ),
    (
        "“There is no way back.” — Ana Ruiz",
        ["assert direct: Ana Ruiz | There is no way back."],
    ),
    (
        "Minister Lena Okafor said, “لن نتراجع”.",
        ["assert direct: Lena Okafor | لن نتراجع"],
    ),
    (
        "If no answer comes, Lena Okafor warned, “the port will be closed.”",
        [
            "warn mixed: Lena Okafor | If no answer comes, Lena Okafor warned, "
            "“the port will be closed.”"
        ],
    ),
]

INDIRECT = [
    (
        "Lena Okafor said that the bridge was safe and that it would open in May.",
        [
            "assert indirect: Lena Okafor | the bridge was safe and that it would "
            "open in May"
        ],
    ),
    (
        'Lena Okafor said the bridge "will not fall" before winter.',
        ['assert mixed: Lena Okafor | the bridge "will not fall" before winter'],
    ),
    (
        "The bridge was safe, according to the Ministry of Transport.",
        ["assert indirect: Ministry of Transport | The bridge was safe"],
    ),
    (
        "According to two engineers, the bridge is unsafe.",
        ["assert indirect: two engineers | the bridge is unsafe"],
    ),
    (
        "As police have said, nobody was hurt.",
        ["assert indirect: police | nobody was hurt"],
    ),
    (
        "Lena Okafor promised to repair the bridge by June.",
        ["pledge indirect: Lena Okafor | to repair the bridge by June"],
    ),
    (
        "Lena Okafor urged Chad to open the border.",
        ["request indirect: Lena Okafor to Chad | to open the border"],
    ),
    (
        "Lena Okafor called for an inquiry by Friday.",
        ["request indirect: Lena Okafor | an inquiry by Friday"],
    ),
    (
        "Lena Okafor accused Chad of arming the rebels.",
        ["accuse indirect: Lena Okafor | Chad of arming the rebels"],
    ),
    (
        "Lena Okafor thanked Norway for the two ferries.",
        ["thank indirect: Lena Okafor to Norway | Norway for the two ferries"],
    ),
    (
        "Lena Okafor briefed President Samuel Achebe on the state of the roads.",
        ["assert indirect: Lena Okafor to Samuel Achebe | the state of the roads"],
    ),
    (
        "Lena Okafor described the ruling as “a black day”.",
        ["assert mixed: Lena Okafor | the ruling as “a black day”"],
    ),
    (
        "Lena Okafor put the number of dead at 14.",
        ["assert indirect: Lena Okafor | the number of dead at 14"],
    ),
    (
        "It was announced by the palace that the king would travel to Oslo.",
        ["announce indirect: the palace | the king would travel to Oslo"],
    ),
    (
        "Lena Okafor expressed concern over the floods and voiced her support for the "
        "talks.",
        [
            "assert indirect: Lena Okafor | concern over the floods",
            "assert indirect: Lena Okafor | her support for the talks",
        ],
    ),
    (
        "Two planes hit the port, killing six people, the mayor, Ana Ruiz, said.",
        ["assert indirect: Ana Ruiz | Two planes hit the port, killing six people"],
    ),
    (
        "Lena Okafor assured Ines Duarte that the port would remain open.",
        ["pledge indirect: Lena Okafor to Ines Duarte | the port would remain open"],
    ),
]

COORDINATED = [
    (
        "Lena Okafor said the road was open, adding that the bridge would follow.",
        [
            "assert indirect: Lena Okafor | the road was open",
            "assert indirect: Lena Okafor | the bridge would follow",
        ],
    ),
    (
        "Lena Okafor denied on Tuesday that the port had been sold, and blamed the "
        "delay on the rain.",
        [
            "deny indirect: Lena Okafor | the port had been sold",
            "accuse indirect: Lena Okafor | the delay on the rain",
        ],
    ),
    (
        "Senator Paul Idowu accused Lena Okafor of theft. Okafor denied it.",
        [
            "accuse indirect: Paul Idowu | Lena Okafor of theft",
            "deny indirect: Lena Okafor | Lena Okafor of theft",
        ],
    ),
]

RELAYED = [
    (
        "Lena Okafor recalled President Samuel Achebe's order to close the port.",
        ["direct indirect: Samuel Achebe via Lena Okafor | to close the port"],
    ),
    (
        "Lena Okafor said that President Samuel Achebe had told parliament that the "
        "port was bankrupt.",
        [
            "assert indirect: Samuel Achebe via Lena Okafor to parliament | the port "
            "was bankrupt"
        ],
    ),
    (
        "Lena Okafor conveyed the greetings of President Samuel Achebe to Prime "
        "Minister Ines Duarte.",
        [
            "assert indirect: Samuel Achebe via Lena Okafor to Ines Duarte | the "
            "greetings of President Samuel Achebe"
        ],
    ),
    (
        "A spokesman for the Ministry of Transport said the road was open.",
        [
            "assert indirect: Ministry of Transport via A spokesman for the Ministry "
            "of Transport | the road was open"
        ],
    ),
    (
        "In a statement carried by Radio Sahel, the Ministry of Transport said the "
        "road was open.",
        ["assert indirect: Ministry of Transport in Radio Sahel | the road was open"],
    ),
    (
        "Lena Okafor was quoted by Radio Sahel as saying that the bridge was safe.",
        ["assert indirect: Lena Okafor in Radio Sahel | the bridge was safe"],
    ),
    (
        "The Ministry of Transport's communiqué said the road was open.",
        ["assert indirect: Ministry of Transport | the road was open"],
    ),
]

LAID_OUT = [
    (
        "The storm hit on Sunday. Nobody was hurt in the night.¶"
        "OKAFOR: The road is closed.¶REPORTER: Why?¶OKAFOR: Because of the flood.",
        [
            "assert direct: OKAFOR | The road is closed.",
            "request direct: the questioner to OKAFOR | Why?",
            "assert direct: OKAFOR | Because of the flood.",
        ],
    ),
    (
        "The storm hit on Sunday. Nobody was hurt in the night.¶"
        "The Front for Renewal states the following:¶1. The allegation is denied.¶"
        "2. The port will be opened, provided that the army leaves.",
        [
            "deny direct: The Front for Renewal | The allegation is denied.",
            "assert direct: The Front for Renewal | The port will be opened, "
            "provided that the army leaves.",
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "told"), [*DIRECT, *INDIRECT, *COORDINATED, *RELAYED, *LAID_OUT]
)
def test_a_report_of_speech_makes_these_statements(text: str, told: list[str]) -> None:
    assert [tell_statement(claim) for claim in read_statements(text)] == told


def test_an_answer_that_quotes_somebody_behind_a_dash_is_still_an_answer() -> None:
    text = (
        "The storm hit on Sunday. Nobody was hurt in the night.¶OKAFOR: The road is "
        "closed. Here is a quote attributed to Omar Voss — “Nobody rides on water.”¶"
        "REPORTER: Why?¶OKAFOR: Because of the flood."
    )
    told = [tell_statement(claim) for claim in read_statements(text)]
    assert any("OKAFOR | The road is closed. Here" in one for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "Lena Okafor did not say when the bridge would open.",
        "Lena Okafor could say that the bridge is safe.",
        "If Lena Okafor says that the bridge is safe, the port will open.",
        "Lena Okafor declined to comment.",
        "Lena Okafor made no statement.",
        "“Freedom” is a word of many meanings.",
        "The film “We Lost It All” was the answer to a question of Lena Okafor.",
        "Lena Okafor welcomed Ines Duarte at the port.",
        "Lena Okafor recalled her ambassador from Oslo.",
        "The hall is called “The House of Salt”.",
        "No minister said that the bridge was safe.",
        "Say what you like, the bridge is safe.",
        "Asked whether she would stay, Lena Okafor left the hall.",
        "The militia calls itself the River Guard.",
        "Lena Okafor laid a wreath at the monument.",
    ],
)
def test_what_was_not_said_makes_no_statement(text: str) -> None:
    assert [tell_statement(claim) for claim in read_statements(text)] == []


# Whatever the parser hangs a cue on: commas, colons and "that" tell who says what.
SET_OFF = [
    (
        "The bridge, Lena Okafor explained earlier in the hearing, was built in haste.",
        "assert indirect: Lena Okafor | The bridge, Lena Okafor explained earlier in "
        "the hearing, was built in haste",
    ),
    (
        "Two boats sank and nine men drowned, Lena Okafor said last night.",
        "assert indirect: Lena Okafor | Two boats sank and nine men drowned",
    ),
    (
        "The road is open; the bridge, an official said, is not.",
        "assert indirect: an official | the bridge, an official said, is not",
    ),
    (
        "They left because, Lena Okafor said, the road was mined.",
        "assert indirect: Lena Okafor | the road was mined",
    ),
    (
        "The truce held on Friday, Lena Okafor said, after a night of fire.",
        "assert indirect: Lena Okafor | The truce held on Friday",
    ),
    (
        "Lena Okafor fears that the dam will break.",
        "assess indirect: Lena Okafor | the dam will break",
    ),
    (
        "Lena Okafor plans to visit Chad in May.",
        "announce indirect: Lena Okafor | to visit Chad in May",
    ),
    (
        "No decision was taken, Paul Idowu, the press secretary, told journalists.",
        "assert indirect: Paul Idowu to journalists | No decision was taken",
    ),
    (
        "“Our ships are at sea,” wrote the daily Arev.",
        "assert direct: Arev | Our ships are at sea",
    ),
    (
        "The navy ordered the pirates to lay down their arms.",
        "direct indirect: The navy to the pirates | to lay down their arms",
    ),
    (
        "Lena Okafor laid the crime at the door of the militia.",
        "accuse indirect: Lena Okafor | the crime at the door of the militia",
    ),
    (
        "Lena Okafor put the blame on the army.",
        "accuse indirect: Lena Okafor | the army",
    ),
    (
        "Voters met Ines Duarte, whom Lena Okafor called “the ferry queen”.",
        "assert direct: Lena Okafor | the ferry queen",
    ),
    (
        "Two officials who asked not to be named said the port was closed.",
        "assert indirect: Two officials | the port was closed",
    ),
    (
        "Gone are the days of silence, Lena Okafor declared.",
        "assert indirect: Lena Okafor | Gone are the days of silence",
    ),
    (
        "Until the tolls are paid, no truck will pass, Lena Okafor threatened.",
        "threaten indirect: Lena Okafor | Until the tolls are paid, no truck will pass",
    ),
    (
        "Ines Duarte, in a red coat: “We have counted every vote.”",
        "assert direct: Ines Duarte | We have counted every vote.",
    ),
    (
        "Her deputy, Lena Okafor, was blunter: “They lied to us.”",
        "assert direct: Lena Okafor | They lied to us.",
    ),
    (
        "“Three answers are two too many,” Lena Okafor of Lakeshore observed.",
        "assert direct: Lena Okafor | Three answers are two too many",
    ),
    (
        "Captain Ana Ruiz, a spokeswoman for the fleet, said the port was safe.",
        "assert indirect: the fleet via Ana Ruiz | the port was safe",
    ),
    (
        "The bridge is safe and will open in May, according to the ministry.",
        "assert indirect: the ministry | The bridge is safe and will open in May",
    ),
    (
        "Lena Okafor sent word from Oslo that her doctors had forbidden the journey.",
        "assert indirect: Lena Okafor | her doctors had forbidden the journey",
    ),
    (
        "Lena Okafor signed the decree with the remark that it came too late.",
        "assert indirect: Lena Okafor | it came too late",
    ),
    (
        "Lena Okafor wanted to know whether the port was safe.",
        "request indirect: Lena Okafor | whether the port was safe",
    ),
    (
        "Lena Okafor accused the navy of having “aimed at a ferry”.",
        "accuse mixed: Lena Okafor | the navy of having “aimed at a ferry”",
    ),
    (
        "Lena Okafor let it be known through her lawyer that she would resign.",
        "announce indirect: Lena Okafor via her lawyer | she would resign",
    ),
    (
        "Police believe smugglers to be behind the fire.",
        "assess indirect: Police | smugglers to be behind the fire",
    ),
]


@pytest.mark.parametrize(("text", "told"), SET_OFF)
def test_order_and_commas_tell_who_says_what(text: str, told: str) -> None:
    assert [tell_statement(claim) for claim in read_statements(text)] == [told]


def test_a_semicolon_ends_what_is_reported() -> None:
    text = "Lena Okafor said the road was open; Ines Duarte said it was closed."

    assert [tell_statement(claim) for claim in read_statements(text)] == [
        "assert indirect: Lena Okafor | the road was open",
        "assert indirect: Ines Duarte | it was closed",
    ]


def test_nobody_is_named_inside_a_clause_of_his_own_pronoun() -> None:
    first, *_ = read_statements(
        "Lena Okafor met Ines Duarte. The envoy, she said, was right."
    )

    assert names_of(first.speakers) == "Lena Okafor"


def test_who_is_the_name_right_before_it() -> None:
    text = (
        "The archbishop praised the courage of Minister Lena Okafor, who called on "
        "the rebels to leave."
    )

    assert [tell_statement(claim) for claim in read_statements(text)] == [
        "praise indirect: The archbishop | the courage of Minister Lena Okafor",
        "request indirect: Lena Okafor to the rebels | to leave",
    ]


def test_what_the_report_itself_tells_can_be_denied() -> None:
    (claim,) = read_statements(
        "The port was shelled at dawn. The Defence Ministry denied it."
    )

    assert (claim.act, claim.content) == ("deny", "The port was shelled at dawn.")


def test_a_threat_after_an_assertion_is_a_statement_of_its_own() -> None:
    text = "“The road is open. If Chad attacks, we will strike back,” Lena Okafor said."

    first, second = read_statements(text)

    assert (first.act, first.content) == ("assert", "The road is open.")
    assert second.act == "threaten"
    assert second.condition == "If Chad attacks"


def test_the_content_is_cited_first_and_then_the_cue_with_its_speaker() -> None:
    (claim,) = read_statements("The road is open, Minister Lena Okafor said on Friday.")

    content, cue = claim.citations

    assert content.quote == claim.content == "The road is open"
    assert cue.quote == "Minister Lena Okafor said"


def test_the_time_of_a_statement_is_that_of_its_cue() -> None:
    (claim,) = read_statements(
        "Lena Okafor said on Monday that the road was closed on 3 March."
    )

    assert claim.time is not None
    assert claim.time.text == "Monday"


def test_the_lexicon_knows_its_acts_and_their_words() -> None:
    lexicon = load_lexicon()

    used = {
        act
        for frames in (*lexicon.verbs.values(), *lexicon.nouns.values())
        for act in frames.values()
        if act is not None
    }

    assert used <= set(lexicon.acts)
    assert len(lexicon.acts) == 16
    assert len(lexicon.verbs) >= 250
    assert len(lexicon.nouns) >= 60


@pytest.mark.slow
def test_what_the_report_flatly_denies_is_not_relayed() -> None:
    claimed = 'Two channels claim that Lee called the pact "a farce" in Oslo.'

    denied = read_claims(f"{claimed} She did not.")
    told = read_claims(f"{claimed} She did not stay for dinner.")

    speakers = [
        [
            party.name
            for claim in claims
            if isinstance(claim, StatementClaim)
            for party in claim.speakers
        ]
        for claims in (denied, told)
    ]
    assert "Lee" not in speakers[0]
    assert "Lee" in speakers[1]


def test_who_acts_right_before_a_quotation_speaks_it_not_who_spoke_before() -> None:
    claims = read_statements(
        "“He sold the table,” Ana Ruiz says of him. Paul Karam, who is the mayor now, "
        "laughs when I read it to him. “She is my cousin and she counts the bones.”"
    )

    (cousin,) = [c for c in claims if "cousin" in c.content]
    assert names_of(cousin.speakers) == "Paul Karam"
