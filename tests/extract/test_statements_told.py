"""What is told by another way than a plain verb of saying with its clause."""

import pytest

from reading import read_statements, tell_statement

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
