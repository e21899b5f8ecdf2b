"""Cues that are deeds with some objects, and words that nobody says."""

import pytest

from reading import read_statements, tell_statement


def said(text: str) -> list[str]:
    return list(map(tell_statement, read_statements(text)))


@pytest.mark.parametrize(
    "text",
    [
        # Persons and goods are taken in and given, not spoken of.
        "The ministry accepted 11,491 refugees from Chad.",
        "The company issued a raft of faulty updates.",
        "Hundreds of vendors offered products new and old.",
        "Kenya offers five-star resorts.",
        "Ana Ruiz raised more than $525,000 last year.",
        "Karl Lund raises her fist.",
        "Karl Lund defended people accused of robbery.",
        "Both Karl Lund and Ana Ruiz are contesting Ohio.",
        "Ana Ruiz campaigned for Karl Lund among dockers.",
        "Ana Ruiz and her brother appealed to the district court.",
        "The bombings claimed African lives.",
        "The pirates threatened a merchant vessel off the coast.",
        "Karl Lund named Ana Ruiz a special envoy to Chad.",
        "All three states were honouring the sanctions.",
        # What one learns or thinks is said by others, or by nobody.
        "The officer, who learned he had made the rank of captain, left.",
        "Karl Lund had suspected Ana Ruiz of being the source.",
        # What is avoided is not said.
        "President Lund stopped short of labeling the massacre a genocide.",
        "The palace is steering clear of criticizing Lund for taking gifts.",
        "Ana Ruiz tried to avoid talking about the leaked files.",
        "The bureau decided against recommending charges against her.",
        "Militant elements said to be linked with the movement gained influence.",
    ],
)
def test_no_statement_is_made_of_deeds(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The rebels accepted the terms of the truce.",
            "agree indirect: The rebels | the terms of the truce",
        ),
        (
            "The Front accepted responsibility for the raid.",
            "assert indirect: Front | responsibility for the raid",
        ),
        (
            "Ana Ruiz raised the issue of the dam.",
            "assert indirect: Ana Ruiz | the issue of the dam",
        ),
        (
            "The government issued a ban on rallies.",
            "announce indirect: The government | a ban on rallies",
        ),
        (
            "Ana Ruiz offered a reward to the farmers.",
            "pledge indirect: Ana Ruiz | a reward to the farmers",
        ),
        (
            "Karl Lund defended the new tax.",
            "assert indirect: Karl Lund | the new tax",
        ),
        (
            "Karl Lund could not resist pointing out that the road was closed.",
            "assert indirect: Karl Lund | the road was closed",
        ),
        (
            "Karl Lund heard from Ana Ruiz that the port was shut.",
            "assert indirect: Ana Ruiz via Karl Lund | the port was shut",
        ),
    ],
)
def test_speech_with_other_objects_stays(text: str, told: str) -> None:
    assert told in said(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“Lund must have known about it,” Ana Ruiz said.", "assert"),
        ("“Lund must be dreaming,” Ana Ruiz said.", "assert"),
        ("“The army must leave the valley,” Ana Ruiz said.", "demand"),
        ("“We'll either meet on Friday or we won't meet,” Ana Ruiz said.", "assert"),
        ("“We will rebuild the school by June,” Ana Ruiz said.", "pledge"),
        ("“It means that we will never become victims,” Ana Ruiz said.", "assert"),
        ("“If you block it, you would shoot yourself,” Ana Ruiz said.", "assert"),
        ("“If they attack us, we will destroy them,” Ana Ruiz said.", "threaten"),
        ("Exiles insist that most people do not know the island.", "assert"),
        ("Ana Ruiz insisted that she had not taken the money.", "deny"),
        ("“God forbid we ask the bureau anything,” Ana Ruiz said.", "assert"),
        ("“I think the question is, who decides?” Ana Ruiz said.", "assert"),
        ("“Who ordered it?” Ana Ruiz said.", "request"),
    ],
)
def test_what_is_done_by_the_words(text: str, act: str) -> None:
    assert [claim.act for claim in read_statements(text)] == [act]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Ana Ruiz said the army provided Chad with several trucks.", None),
        ("Ana Ruiz said it was providing both versions of the papers.", None),
        ("Ana Ruiz said few if any makers use it.", None),
        ("“Why should it be delayed? Who is he?” Ana Ruiz said.", None),
        ("Ana Ruiz said she would come, if possible, on Monday.", None),
        (
            "Ana Ruiz said an order could come, provided the hull is delivered.",
            "provided the hull is delivered",
        ),
    ],
)
def test_what_looks_like_a_condition(text: str, condition: str | None) -> None:
    assert [claim.condition for claim in read_statements(text)] == [condition]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ana Ruiz offered Karl Lund “a coffee, not a post”.",
            "pledge direct: Ana Ruiz to Karl Lund | a coffee, not a post",
        ),
        (
            "Karl Lund promised every family a house.",
            "pledge indirect: Karl Lund to every family | a house",
        ),
        (
            "The army denied it in a statement that spoke of “fairy tales”.",
            "assert direct: The army | fairy tales",
        ),
        (
            "Ana Ruiz said that she wanted three boats.",
            "demand indirect: Ana Ruiz | she wanted three boats",
        ),
        (
            "On Thursday his lawyer, Karl Lund, filed an appeal with the court. The"
            " brief alleged that 40 sheets were forged.",
            "accuse indirect: Karl Lund | 40 sheets were forged",
        ),
    ],
)
def test_what_is_offered_and_by_whose_paper(text: str, told: str) -> None:
    assert said(text) == [told]
