"""What those who have arms foretell, and what everybody else does."""

import pytest

from reading import read_statements

THREATS = [
    # Said by those under arms, however it is worded.
    (
        "The commander Omar Tal said the bridge would go up again if the convoys came "
        "back.",
        "if the convoys came back",
    ),
    (
        "“If they return, nobody will be safe,” said the rebel leader Omar Tal.",
        "If they return",
    ),
    (
        "The brigade said the pipe would not survive if foreigners kept pumping.",
        "if foreigners kept pumping",
    ),
    (
        "Omar Tal (عمر طال), who leads the Lake Militia, said that the villagers would "
        "pay if they helped the army.",
        "if they helped the army",
    ),
    # He gives no name, and his words stand on both sides of the cue.
    (
        "“Next time it will be the harbour,” the caller told the paper, “if the men "
        "are not freed.”",
        "if the men are not freed",
    ),
    ("Anyone who works for the mine will be dealt with, the militia said.", None),
    # Said by anybody: what is shut or recalled in answer to others, and "or else".
    ("The union said it would shut the port if the bill passed.", "if the bill passed"),
    ("“Leave by Friday or we will make you leave,” Omar Tal told the farmers.", None),
    ("Chad would answer any attack, its president said.", None),
]


@pytest.mark.parametrize(("text", "condition"), THREATS)
def test_deeds_foretold_on_a_condition_threaten(
    text: str, condition: str | None
) -> None:
    (claim,) = read_statements(text)

    assert (claim.act, claim.condition) == ("threaten", condition)


@pytest.mark.parametrize(
    "text",
    [
        "Prices would rise if the harvest failed, the economist Dana Orvik said.",
        "The engineer Dana Orvik said the dam would break if the rain went on.",
        "The court will sit on Monday if the quorum is met, the clerk said.",
        "The general said the road would stay closed if the snow did not melt.",
        "The rebels said they would release more men if the truce was not broken.",
        "The army said it would withdraw if the rebels laid down their arms.",
        "The doctor said many would die if the vaccine did not come.",
        "The bank said it would cut rates if inflation fell.",
        "Any driver who breaks the limit will lose his licence, the ministry said.",
        "The inspector general said a third of them would lose their jobs if the bill "
        "failed.",
        "Soldiers who stay at their posts will be paid, the army said.",
        "The army said it would pay pensions if the law passed.",
        "Ines Vogel said that the ministry would suspend the trial if the bill passed.",
        "The bank would close the branch if the merger goes ahead, its director said.",
        "The premier told reporters that his government would sign only if the clause "
        "on consultation were struck.",
        "“Sign here or you will lose your place,” the clerk told the pupils.",
    ],
)
def test_forecasts_and_offers_do_not_threaten(text: str) -> None:
    assert "threaten" not in {claim.act for claim in read_statements(text)}


@pytest.mark.parametrize(
    "text",
    [
        "“We will stand with you if they attack,” Omar Tal told the farmers.",
        "“If they invade, we will help our neighbours,” the minister said.",
        "Chad would support Gabon if it was invaded, its president said.",
        "The army would defend the town if it was attacked, Omar Tal said.",
    ],
)
def test_who_helps_those_attacked_threatens_nobody(text: str) -> None:
    (claim,) = read_statements(text)

    assert claim.act != "threaten"


@pytest.mark.parametrize(
    "text",
    [
        "Chad will defend itself if it is attacked, its president said.",
        "“If they attack, we will respond,” the minister said.",
    ],
)
def test_who_answers_an_attack_threatens(text: str) -> None:
    (claim,) = read_statements(text)

    assert claim.act == "threaten"
