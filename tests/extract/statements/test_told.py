"""What is told by another way than a plain verb of saying with its clause."""

import pytest

from dragoman.model.claim import StatementClaim
from reading import read_claims, read_statements, tell_statement

HEARERS_IN_A_CLAUSE = [
    (
        "The defendant's lawyer, Mika Solberg, told the tribunal her client was ill.",
        ["assert indirect: Mika Solberg to the tribunal | her client was ill"],
    ),
    (
        "Mika Solberg told the court she would appeal.",
        ["assert indirect: Mika Solberg to the court | she would appeal"],
    ),
    (
        "The envoy told lawmakers sanctions would stay.",
        ["assert indirect: The envoy to lawmakers | sanctions would stay"],
    ),
    (
        "Omar Tal told a rally in Lima the government would fall.",
        ["assert indirect: Omar Tal to a rally in Lima | the government would fall"],
    ),
    ("Mika Solberg told the story she had heard.", []),
]

REALLY_SAID = [
    (
        "The Ministry of Transport is pleased to announce the opening of the tunnel.",
        ["announce indirect: Ministry of Transport | the opening of the tunnel"],
    ),
    (
        "The bishop went on to condemn the raid as barbaric.",
        ["condemn indirect: The bishop | the raid as barbaric"],
    ),
    (
        "The ministry took the occasion to deny that the port had been sold.",
        ["deny indirect: The ministry | the port had been sold"],
    ),
    (
        "The minister was at pains to stress that the treaty remained in force.",
        ["assert indirect: The minister | the treaty remained in force"],
    ),
    (
        "The bishop used his sermon to denounce the levy.",
        ["condemn indirect: The bishop | the levy"],
    ),
    (
        "The colonel would only say that the search went on.",
        ["assert indirect: The colonel | the search went on"],
    ),
    ("The clerk failed to take the opportunity to condemn the raid.", []),
    ("The union had no opportunity to reject the offer.", []),
    ("The clerk would not say who had paid.", []),
]

WORDS_OF = [
    (
        "What the envoy said was that the border would stay shut.",
        ["assert indirect: the envoy | the border would stay shut"],
    ),
    (
        "Omar Tal's message to the villagers was blunt: leave by Friday or be shelled.",
        ["assert indirect: Omar Tal to the villagers | leave by Friday or be shelled"],
    ),
    (
        "Omar Tal's advice to the farmers was to plant early.",
        ["assert indirect: Omar Tal to the farmers | to plant early"],
    ),
    (
        "The director's apology was brief: “We failed you.”",
        ["assert direct: The director | We failed you."],
    ),
    ("The bishop's house was small: two rooms and a kitchen.", []),
]

PLEAS_AND_REPLIES = [
    (
        "Bruno Kast pleaded not guilty to three counts of fraud on Tuesday.",
        ["deny indirect: Bruno Kast | not guilty to three counts of fraud"],
    ),
    (
        "Bruno Kast has pleaded guilty to smuggling arms.",
        ["assert indirect: Bruno Kast | guilty to smuggling arms"],
    ),
    ("The general said “no” to a truce.", ["assert direct: The general | no"]),
    (
        "Omar Tal replied “never” when asked if the front would disarm.",
        ["assert direct: Omar Tal | never"],
    ),
]

WRITTEN = [
    (
        "The union wrote to Labour Minister Dana Holt asking for a meeting.",
        ["request indirect: The union to Dana Holt | a meeting"],
    ),
    (
        "The rebels handed the mediators a note demanding the release of prisoners.",
        ["demand indirect: The rebels to the mediators | the release of prisoners"],
    ),
    (
        "Chad threatened to leave the pact should Mali keep the envoy.",
        [
            "threaten indirect: Chad | to leave the pact should Mali keep the envoy",
        ],
    ),
    (
        "General Omar Tal told his men to hold the bridge.",
        ["direct indirect: Omar Tal to his men | to hold the bridge"],
    ),
    (
        "The Women's League hailed the ruling.",
        ["praise indirect: Women's League | the ruling"],
    ),
    (
        "Oliver Pardo branded the boarding piracy.",
        ["accuse indirect: Oliver Pardo | the boarding piracy"],
    ),
    ("The ambassador paid a courtesy call on Dario Venn.", []),
    (
        "Fri: at a rally, Omar Tal attacked the premier as “a coward”.",
        ["condemn mixed: Omar Tal | the premier as “a coward”"],
    ),
]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *HEARERS_IN_A_CLAUSE,
        *REALLY_SAID,
        *WORDS_OF,
        *PLEAS_AND_REPLIES,
        *WRITTEN,
    ],
)
def test_words_are_told(text: str, told: list[str]) -> None:
    assert list(map(tell_statement, read_statements(text))) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The bishop poured scorn on the plan.",
            ["condemn indirect: The bishop | the plan"],
        ),
        (
            "The bank distanced itself from the letter.",
            ["reject indirect: The bank | the letter"],
        ),
        (
            "The ministry put the blame squarely on the army.",
            ["accuse indirect: The ministry | the army"],
        ),
        (
            "The mayor shrugged off the charge.",
            ["reject indirect: The mayor | the charge"],
        ),
        (
            "The opposition renewed its call for a vote.",
            ["request indirect: The opposition | a vote"],
        ),
        (
            "The ministry issued a warning to travellers.",
            ["warn indirect: The ministry to travellers | a warning to travellers"],
        ),
        (
            "The clerks were ordered by Ana Ruiz to leave the room.",
            ["direct indirect: Ana Ruiz to The clerks | to leave the room"],
        ),
        (
            "He quotes Ana Ruiz: “No way back.”",
            ["assert direct: Ana Ruiz | No way back."],
        ),
        (
            "Omar Tal shot back that the letter was forged. Ana Ruiz denied it.",
            [
                "assert indirect: Omar Tal | the letter was forged",
                "deny indirect: Ana Ruiz | the letter was forged",
            ],
        ),
        (
            "The rebels guaranteed the soldiers safe passage to Gao.",
            ["pledge indirect: The rebels to the soldiers | safe passage to Gao"],
        ),
        ("The police deny holding him.", ["deny indirect: The police | holding him"]),
        ("The party voiced “disgust”.", ["condemn direct: The party | disgust"]),
        (
            "At a rally on Sunday Tal called the vote “a sham”.",
            ["reject mixed: Tal | the vote “a sham”"],
        ),
        (
            "The witness swore that she had never met him.",
            ["deny indirect: The witness | she had never met him"],
        ),
        ("The palace agreed on Saturday.", []),
        ("The army captured the men and had them declared traitors.", []),
        ("The envoy held talks to end the war.", []),
    ],
)
def test_idioms_and_families_of_verbs(text: str, told: list[str]) -> None:
    assert list(map(tell_statement, read_statements(text))) == told


def test_conditions_without_if() -> None:
    (claim,) = read_statements("Tal said that without schools there would be no talks.")
    assert claim.condition == "without schools"


def test_a_publisher_speaks_for_himself() -> None:
    text = "Evictions in May\n\nPolice removed Ana Ruiz. We call on the city to stop."
    told = [
        tell_statement(claim)
        for claim in read_claims(text, source="Harbour Watch")
        if isinstance(claim, StatementClaim) and claim.act == "request"
    ]
    assert told == ["request indirect: Harbour Watch to the city | to stop"]


@pytest.mark.parametrize(
    "content",
    [
        "Until the road opens there will be no talks with “a gang in vests”",
        "If it is not cleared by noon, he goes on, the police will clear it",
    ],
)
def test_all_of_what_an_aside_interrupts(content: str) -> None:
    text = f"Karl Lund spoke. {content}, he tells the press."
    if "he goes on" in content:
        text = f"Karl Lund spoke. {content}."
    assert [claim.content for claim in read_statements(text)] == [content]
