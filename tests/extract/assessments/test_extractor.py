"""The author's own judgements, and nobody else's."""

import pytest

from reading import read_assessments

JUDGED = [
    "The pact is thinner than advertised.",
    "We see no sign that Chad will pay.",
    "The army puts its strength at 120; we consider 200 nearer the mark.",
    "Whoever holds the port, we believe, will control the town.",
    "There is no proof of it in the files.",
    "Outlook: the town is cut off within two days.",
    "The army will probably try to cross the river before the rains.",
    "The visit proves that the policy of the party is correct.",
    "It is unlikely that the front will join either side.",
    "At the core of the plan lies the effort to isolate the north.",
    "The accord is the most concrete result of the thaw.",
    "The government has little incentive to sign before the elections.",
    "The ultimatum is likely to deepen the quarrel inside the bloc.",
    "The enemy camp is rotten to the roots and will not see another harvest.",
    "The front aims to split the clan from its leaders.",
    "We assess that the truce will not last.",
    "The forty days buy the mediator time rather than peace.",
    "Without the northern clans, the text can hardly survive its first winter.",
    "The league has emerged weaker from Gao than it went in.",
    "With no line drawn across the lake, more collisions are to be expected.",
    "Tarsa is testing how far its neighbours are prepared to go.",
    "Our reading: the truce has opened a door.",
    "The pact between Киев and Riga may prove fragile.",
    "But a cabinet that fears its own voters will not pass a budget.",
    "It would be wrong to bet on it.",
    "It was, we believe, less a murder than a message.",
    "Whoever wrote it will in all likelihood write again.",
    "Should the harvest fail, the junta would have to import grain.",
]

REPORTED = [
    "The treasury imposed sanctions on two traders for helping to fund the front.",
    "Police fired gas, with officers trying to disperse the crowd.",
    "Minister Yusuf Karam met Ines Vogel in Rome.",
    "Minister Yusuf Karam said that the truce is likely to fail.",
    '"The truce is fragile," Ines Vogel said.',
    "Police arrested 14 students in Minsk.",
    "The convoy reached the town on Sunday.",
    "Analyst Ivo Kranz believes that the army is weak.",
    "According to the bank, growth may slow.",
    "The correct number is 16.",
    "Côte d'Ivoire was represented by its vice-president.",
    "Posters have appeared overnight on the walls of the old town.",
    "Will the truce hold until spring?",
    "The foreign minister will pay an official visit to Oman.",
    "The army tested a missile on Monday.",
    "The minister emerged from the hall at noon.",
    "He could hardly walk.",
    'Ines Vogel said "more raids are to be expected".',
    "Viewers could see the film on Saturday evening.",
    "A man who was arrested on Monday will not appear in court.",
    "Should we stay or go?",
]


@pytest.mark.parametrize("text", JUDGED)
def test_judgement_of_the_author(text: str) -> None:
    (claim,) = read_assessments(text)
    assert claim.content == text
    assert (claim.act, claim.manner.value) == ("assess", "indirect")
    assert [party.name for party in claim.speakers] == ["Herald"]


@pytest.mark.parametrize("text", REPORTED)
def test_report_is_no_judgement(text: str) -> None:
    assert [claim.content for claim in read_assessments(text)] == []


def test_author_without_a_name() -> None:
    (claim,) = read_assessments(JUDGED[0], source=None)
    assert [(one.entity, one.name) for one in claim.speakers] == [(None, "author")]


def test_outlet_that_assesses_by_name_is_the_author() -> None:
    (claim,) = read_assessments(
        "Lake Monitor assesses that both parties inflate such figures.",
        source="Lake Monitor",
    )
    assert "inflate such figures" in claim.content


def test_heading_marks_a_section_of_judgements() -> None:
    told = read_assessments(
        "SITUATION\n\nThe army holds the bridge at Marat. The market is closed.\n\n"
        "ASSESSMENT\n\nThe front has lost the railway but not the town.\n\n"
        "Correction: yesterday's bulletin gave a wrong number of wounded."
    )
    assert [claim.content for claim in told] == [
        "The front has lost the railway but not the town."
    ]


def test_what_somebody_may_order_is_not_ordered() -> None:
    text = "President Lusamba may order a general mobilisation."

    assert [one.content for one in read_assessments(text)] == [text]


def test_condition_of_a_judgement_is_told() -> None:
    (claim,) = read_assessments("Were the king to die, the house would split.")

    assert claim.condition == "Were the king to die"


@pytest.mark.parametrize(
    "text",
    [
        "It is unclear what effect, if any, the visit will have on Gao.",
        "It was unclear if the mediators would give them visas.",
    ],
)
def test_an_aside_and_an_open_question_are_no_conditions(text: str) -> None:
    assert [one.condition for one in read_assessments(text)] == [None]


def test_what_hangs_on_a_condition_is_judged_where_an_author_judges() -> None:
    foretold = "If the cabinet is made to vote, it will split."

    judged = read_assessments(f"In our view the pact is weak. {foretold}")
    reported = read_assessments(f"The cabinet met on Friday. {foretold}")

    assert [c.content for c in judged if c.condition] == [foretold]
    assert reported == []


@pytest.mark.parametrize(
    "text",
    [
        # What goes on in other minds is theirs.
        "Monarchists hope to defeat the republic at the vote.",
        "Officials in Oslo are worried that Lund may use the meeting to strike a deal.",
        "The farmers were too afraid to stay, fearing the army may come back.",
        "The governor is attempting to push a bill through the Senate.",
        # What is measured, or on a calendar.
        "Power plants are the largest source of carbon emissions.",
        "Lund must decide next month whether to restore the tax.",
        # What others show, and what they say in quotation marks opened before.
        "Another slide shows that eight of ten melons are grown in Chad.",
        "It was unclear to police whether the devices were linked.",
        "It is hard to win one game and it is harder to win eight.''",
        "At the time my parents were teachers, so the degree was important.",
    ],
)
def test_minds_measures_and_quotations_are_not_judged(text: str) -> None:
    assert read_assessments(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In welcoming the envoy, Lund clearly hoped to change the subject.",
        "Lund could also be trying to drive a wedge between the allies.",
        "It is unclear who will pay for the bridge.",
        "The truce will likely collapse before the summer.",
        "Few countries would be as vulnerable to a blockade as Chad.",
    ],
)
def test_what_authors_infer_is_judged(text: str) -> None:
    assert [one.content for one in read_assessments(text)] == [text]
