"""Whom "he", "she" and "they" mean that speak, and whose lawyer nobody knows."""

import pytest

from reading import read_statements, tell_statement


def speak(text: str) -> list[str]:
    return [tell_statement(one) for one in read_statements(text.replace("¶", "\n\n"))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Who only stands in a phrase of the speaker's goes on to say nothing.
        (
            "Maria Vega’s adviser Jennifer Palmer said the vote was over. “You could "
            "call it behavior, but this man is running,” she said.",
            "assert direct: Jennifer Palmer | You could call it behavior, but this man "
            "is running",
        ),
        # Many go on as "they", a body does not.
        (
            "Farmers noted that the minister of the Harbour Committee had signed it. "
            "They said the committee lied.",
            "assert indirect: Farmers | the committee lied",
        ),
        # Who reports a hope reports his own, whoever sits beside him.
        (
            "President Karl Lund, sitting next to Prime Minister Omar Karim, said he "
            "believed that there was goodwill.",
            "assert indirect: Karl Lund | he believed that there was goodwill",
        ),
        # Where nobody spoke, the subject of the sentence before goes on.
        (
            "Karl Lund made no mention of the plan of Omar Karim. On the contrary, he "
            "suggested that he would keep the port.",
            "pledge indirect: Karl Lund | he would keep the port",
        ),
        # A quotation of two sentences goes on from before its first.
        (
            "One of them, Maria Vega, told a conference that reports by Elian should "
            "not count.¶“We are doing what is best for Elian. My family is close,” she "
            "said.",
            "assert direct: Maria Vega | We are doing what is best for Elian. My "
            "family is close",
        ),
        # Who was asked refuses, and who was spoken to replies.
        (
            "Karl Lund asked Omar Karim to go home. He refused to leave the square.",
            "reject indirect: Omar Karim | to leave the square",
        ),
        (
            "Ana Ruiz told Karl Lund that the bridge was closed. He replied that it "
            "was not.",
            "assert indirect: Karl Lund to Ana Ruiz | it was not",
        ),
        # Nobody describes himself by his name.
        (
            "Mark Rath asked for money in order to help Daniel Monte. He described "
            "Monte as a fine man.",
            "assert indirect: Mark Rath | Monte as a fine man",
        ),
        # A family called Kim stands before its given names.
        (
            "Kim Jong-un met Karl Lund, the minister, on Monday. Mr. Kim said his "
            "country needed no tests.¶It was time to build, he said.",
            "assert indirect: Kim Jong-un | It was time to build",
        ),
    ],
)
def test_who_goes_on(text: str, told: str) -> None:
    assert told in speak(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tara Orb checked herself in, her rep told a friend.",
            "assert indirect: her rep to a friend | Tara Orb checked herself in",
        ),
        (
            "A lawyer for Pagan, Mark Dougal, stressed that his client was ready. "
            "Pagan's attorney said he would refuse to answer.",
            "assert indirect: Pagan's attorney | he would refuse to answer",
        ),
        (
            "Ana Ruiz and her husband, Karl Ruiz, left. Her husband said it was late.",
            "assert indirect: Karl Ruiz | it was late",
        ),
    ],
)
def test_nobody_is_his_own_lawyer(text: str, told: str) -> None:
    assert told in speak(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“It is over,” said David Gor, an associate professor of surgery and the "
            "editor of a science blog.",
            "assert direct: David Gor | It is over",
        ),
        (
            "The cut must end, said a Chadian blogger and journalist.",
            "demand indirect: a Chadian blogger | The cut must end",
        ),
        (
            "A soldier and a farmer said it was late.",
            "assert indirect: A soldier, a farmer | it was late",
        ),
        # Who is compared or described is told nothing.
        (
            "Aaron Kall compared Karl Lund to a coach.",
            "assert indirect: Aaron Kall | Karl Lund to a coach",
        ),
    ],
)
def test_one_of_two_descriptions_speaks_alone(text: str, told: str) -> None:
    assert told in speak(text)
