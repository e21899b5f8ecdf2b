"""Statements as agencies, ministries and monitors of media word them."""

import pytest

from reading import read_statements, tell_statement

SPOKESPERSONS = [
    (
        "Foreign Ministry Spokesman Omar Karam met reporters on Monday. Karam said "
        "the deal is closed.",
        ["assert indirect: Foreign Ministry via Omar Karam | the deal is closed"],
    ),
    (
        "Lena Okafor, the embassy spokeswoman, came late. “We have no news,” Okafor "
        "said.",
        ["assert direct: embassy via Lena Okafor | We have no news"],
    ),
    (
        "Harbour Office (HO) Spokesperson Ambassador Lena Ali Okafor said, “The quay "
        "is ours.”",
        ["assert direct: Harbour Office via Lena Ali Okafor | The quay is ours."],
    ),
    (
        "Foreign Ministry spokesman Omar Karam met reporters. The spokesman said "
        "Chad should accept the loss of six boats.",
        [
            "assert indirect: Foreign Ministry via Omar Karam | Chad should accept "
            "the loss of six boats"
        ],
    ),
    (
        "Paul Idowu, the press secretary, said the road is shut.",
        ["assert indirect: Paul Idowu | the road is shut"],
    ),
]

GOING_ON = [
    # Who spoke goes on, not who is named by the way.
    (
        "“The withdrawal is not confirmed,” wrote the Delta Observatory in a report "
        "seen by Radio Sahel.\n\n“Fighters were sighted,” it added.",
        "assert direct: Delta Observatory | Fighters were sighted",
    ),
    (
        "Chad sent two letters to the Security Council. “The raids went on,” the "
        "letters of Chad said.\n\nThey noted that the border had been shelled.",
        "assert indirect: Chad | the border had been shelled",
    ),
    (
        "The Delta News channel shared a photograph of fighters. The post with the "
        "picture reads: “The town is ours.”",
        "assert direct: The Delta News channel | The town is ours.",
    ),
    (
        "Lena Okafor said the roof leaks. The current statement added that it rains.",
        "assert indirect: Lena Okafor | it rains",
    ),
    (
        "Lena Okafor said the army will stay, while acknowledging that the road is "
        "shut.",
        "assert indirect: Lena Okafor | the road is shut",
    ),
    (
        "Lena Okafor rejected claims that the army had fled, calling them lies.",
        "deny indirect: Lena Okafor | them lies",
    ),
    (
        "Ruling party spokesman Omar Karam, speaking in the province of Lima, "
        'said: "The incident is plainly a provocation."',
        "assert direct: Ruling party via Omar Karam | The incident is plainly a "
        "provocation.",
    ),
]

POINTING_BACK = [
    (
        "The rebels have left the town. This is what Lena Okafor said in parliament.",
        ["assert indirect: Lena Okafor | The rebels have left the town"],
    ),
    (
        "The fifth round was held in Lima. This was announced by Omar Karam.",
        ["announce indirect: Omar Karam | The fifth round was held in Lima"],
    ),
    (
        "The region can bear no more war. Omar Karam made the remarks on Monday.",
        ["assert indirect: Omar Karam | The region can bear no more war"],
    ),
    (
        "Lena Okafor said the road is shut. She made the remarks on Monday.",
        ["assert indirect: Lena Okafor | the road is shut"],
    ),
    ("The rebels have left the town. This is what war looks like.", []),
]

REPORTED_BY = [
    (
        "Lena Okafor said the port would open, the Lima Courier reported.",
        ["assert indirect: Lena Okafor via Lima Courier | the port would open"],
    ),
    (
        "Lena Okafor also said that it was a gain for the people, the Lima Courier "
        "reported, adding that the quay was shut.",
        [
            "assert indirect: Lena Okafor via Lima Courier | it was a gain for "
            "the people",
            "assert indirect: Lima Courier | the quay was shut",
        ],
    ),
    (
        "Lena Okafor claimed that Omar Karam had fled, reported local media citing "
        "her memoir.",
        ["assert indirect: Lena Okafor via local media | Omar Karam had fled"],
    ),
    (
        "The road will remain closed for a week, Radio Sahel reported, citing the "
        "ministry.",
        [
            "assert indirect: the ministry via Radio Sahel in Radio Sahel | The road "
            "will remain closed for a week"
        ],
    ),
]

NETWORKS = [
    (
        "In a Twitter post, Lena Okafor said: “The quay is ours.”",
        ["assert direct: Lena Okafor in Twitter | The quay is ours."],
    ),
    (
        "“The quay is ours,” Lena Okafor wrote on X.",
        ["assert direct: Lena Okafor in X | The quay is ours"],
    ),
    (
        "Lena Okafor on her Telegram channel stated that the quay is shut.",
        ["assert indirect: Lena Okafor in Telegram | the quay is shut"],
    ),
    (
        "Lena Okafor said that a post on Telegram was false.",
        ["assert indirect: Lena Okafor | a post on Telegram was false"],
    ),
]

ISSUED = [
    (
        "The Lima Council issued a statement expressing grave concern about the fire.",
        ["assert indirect: Lima Council | grave concern about the fire"],
    ),
    (
        "The Lima Council issued a long message on the harbour, which condemned “the "
        "theft of the quay”.",
        ["condemn direct: Lima Council | the theft of the quay"],
    ),
    (
        "Omar Karam assured the safety of all guests in Lima.",
        ["pledge indirect: Omar Karam | the safety of all guests in Lima"],
    ),
    (
        "Omar Karam expressed hope that a deal is near.",
        ["assert indirect: Omar Karam | hope that a deal is near"],
    ),
    (
        "As soon as the two sides agree on the text, it will be printed, Omar Karam "
        "said.",
        [
            "assert indirect: Omar Karam | As soon as the two sides agree on the text, "
            "it will be printed"
        ],
    ),
    (
        "Lena Okafor urged Member States with a hold over the rebels to encourage them "
        "and called on Chad to use all tools.",
        [
            "request indirect: Lena Okafor to Member States | to encourage them",
            "request indirect: Lena Okafor to Chad | to use all tools",
        ],
    ),
    (
        "Lena Okafor said that this will be a plan and it is natural that both sides "
        "have concerns.",
        [
            "assert indirect: Lena Okafor | this will be a plan and it is natural that "
            "both sides have concerns"
        ],
    ),
    (
        "“We mourn the dead and deplore the silence of the rich,” Lena Okafor said.",
        [
            "condemn direct: Lena Okafor | We mourn the dead and deplore the silence "
            "of the rich"
        ],
    ),
    (
        "Expressing her condemnation of the raid, Lena Okafor left.",
        ["condemn indirect: Lena Okafor | her condemnation of the raid"],
    ),
    (
        "The appeal of Lena Okafor to the rebels to leave was read in Lima.",
        ["request indirect: Lena Okafor to the rebels | to leave"],
    ),
    (
        "Stressing that theft was a threat that required an answer, Omar Karam left.",
        ["assert indirect: Omar Karam | theft was a threat that required an answer"],
    ),
    (
        "Omar Karam said Lena Okafor should not get carried away in blaming everything "
        "on Chad.",
        [
            "assert indirect: Omar Karam | Lena Okafor should not get carried away in "
            "blaming everything on Chad"
        ],
    ),
    (
        "Omar Karam on Tuesday called to stop the raids. Lena Okafor called to say "
        "that she was ill.",
        ["request indirect: Omar Karam | to stop the raids"],
    ),
    (
        "Minister Omar Karam received a telephone call from Lena Okafor on Monday."
        "\n\nKaram stressed that the raid was a breach.",
        ["assert indirect: Omar Karam to Lena Okafor | the raid was a breach"],
    ),
    (
        "“We will never allow anybody to close the port,” Lena Okafor said.",
        ["warn direct: Lena Okafor | We will never allow anybody to close the port"],
    ),
    (
        "Three officials acknowledged progress has been made and said the day would "
        "be critical.",
        [
            "assert indirect: Three officials | progress has been made",
            "assert indirect: Three officials | the day would be critical",
        ],
    ),
    (
        "The interview, as Lena Okafor noted, had been recorded before the meeting.",
        [
            "assert indirect: Lena Okafor | The interview, as Lena Okafor noted, had "
            "been recorded before the meeting"
        ],
    ),
    (
        "“If nobody lies, there will be no problem,” Lena Okafor said.",
        ["assert direct: Lena Okafor | If nobody lies, there will be no problem"],
    ),
    (
        "Mali reacted to the remarks of the envoy, terming them distorted and tainted.",
        ["assert indirect: Mali | them distorted and tainted"],
    ),
]


@pytest.mark.parametrize(
    ("text", "told"),
    [*SPOKESPERSONS, *POINTING_BACK, *REPORTED_BY, *NETWORKS, *ISSUED],
)
def test_what_is_told_is_all_that_is_said(text: str, told: list[str]) -> None:
    assert [tell_statement(claim) for claim in read_statements(text)] == told


@pytest.mark.parametrize(("text", "told"), GOING_ON)
def test_who_goes_on_is_who_spoke(text: str, told: str) -> None:
    assert tell_statement(read_statements(text)[-1]) == told


def test_a_bracket_does_not_hide_an_inverted_condition() -> None:
    (claim,) = read_statements(
        "“A truce will be signed should [the talks] be fruitful,” Lena Okafor said."
    )

    assert claim.condition == "should [the talks] be fruitful"
