"""Names that somebody gives somebody else."""

import pytest

from dragoman.model.claim import EpithetClaim
from reading import read_claims


def read_epithets(text: str) -> list[tuple[str, list[str]]]:
    return [
        (claim.text, [party.name for party in claim.by])
        for claim in read_claims(text)
        if isinstance(claim, EpithetClaim)
    ]


@pytest.mark.parametrize(
    ("text", "name", "by"),
    [
        (
            "Fermín Llosa tabled a motion against Ana Zegarra, whom he calls “the "
            "chaplain of terror”.",
            "the chaplain of terror",
            ["Fermín Llosa"],
        ),
        (
            "President Almaz Toktorov spoke. Azat Tolkun, a channel of the Free Wave "
            "party, refers to Toktorov only as “the Foreman”.",
            "the Foreman",
            ["Azat Tolkun"],
        ),
        (
            "Pro-government pages took to calling Igor Cebanu “the Moscow pensioner.”",
            "the Moscow pensioner",
            ["Pro-government pages"],
        ),
        (
            "Ada Brik described the minister, Faris al-Khaz, as “the customs clerk”.",
            "the customs clerk",
            ["Ada Brik"],
        ),
        (
            "The Social League (SL) lost. SL pages have referred to Mahbub Karim as "
            "the “petrol poet” ever since.",
            "petrol poet",
            ["Social League"],
        ),
        (
            "Ada Brik routinely calls Shirin Talukdar “Begum Load-shedding”.",
            "Begum Load-shedding",
            ["Ada Brik"],
        ),
    ],
)
def test_a_nickname_has_who_gave_it(text: str, name: str, by: list[str]) -> None:
    assert read_epithets(text) == [(name, by)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brik described Faris al-Khaz as “tired”.",
        "Ada Brik referred Faris al-Khaz to “the committee for waste”.",
        "Ada Brik called Faris al-Khaz: “Come here at once”.",
    ],
)
def test_what_is_no_name_for_anybody_is_none(text: str) -> None:
    assert read_epithets(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Iranian regime answered Ana Ruiz.",
        "Lee met Vermin Ruiz. Vermin Ruiz left.",
        "Ana Ruiz spoke of her husband's colon cancer.",
        "Ana Ruiz's so-called “Withdrawal Pact” was defeated.",
        "Ana Ruiz chairs the panel and opposed the deal, known as “the plan of plans”.",
        "Ana Ruiz will be called a “traitor” by her voters.",
        "They made Chad the enemy.",
        "Ana Ruiz did what she called her “civic duty”.",
        "They publish on the Delta Front (“Behind the Mask” by Omar Lee).",
    ],
)
def test_what_only_stands_near_somebody_is_none(text: str) -> None:
    assert read_epithets(text) == []


def test_who_describes_himself_uses_the_word() -> None:
    text = "Ana Ruiz came to Rome. Ruiz, a self-described neo-Nazi, was arrested."
    assert [by for _, by in read_epithets(text)] == [["Ana Ruiz"]]
