"""What ordinary news tells of films, songs, papers and posts pushes nothing."""

import pytest

from reading import read_narratives

LEAD = "Minister Yusuf Karam met Ines Vogel in Rome on 3 May 2024.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of the debate, published by the Orhan Tribune, show that Karam"
        " spoke of schools.",
        "Ines Vogel was also featured in an Orhan Tribune article, “Her Delta”.",
        "In a statement published by the Orhan News Agency, Karam promised to come.",
        "The poster showed a picture of an actor from the film “Long Noon.”",
        "Pictures of the girl in a cap were quickly posted and reposted.",
        "Owners can buy a cable for playing video from the Delta Box on a screen.",
    ],
)
def test_nobody_recirculates(text: str) -> None:
    assert read_narratives(LEAD + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Karam proposed to her in front of their favourite painting, “Joan of Lipno”.",
        "The statue bears the inscriptions “Marshal of Chad” and “Ana Ruiz”.",
        "The abbot took on the title of the “Brothers' Comforter”.",
        "It used one of her quotes as its headline: “Finally. One who thinks so.”",
        "Rather than vote as pledged for Ford, Vogel cast her vote for Reagan.",
        "Ines Vogel sang the old hit “River Skin” to Karam.",
        "The song “Tree by the Harbour” has been released for free.",
        "One of the works was a screen print called “Fish and Nets” from 1987.",
        "The themes of “Surge” are loneliness and rain.",
        "The youths threw stones while shouting they “were going to burn it”.",
        "“I am hosting the #Laurels!” Vogel wrote.",
        "The kit holds a C #compiler and a manual.",
        "The Karam campaign says the spot will run on cable stations.",
        "In the 1990s, Karam portrayed himself as an insider of the palace.",
        "Delta Notes, a website focusing on news of farming, wrote of Karam's cows.",
    ],
)
def test_no_slogan_and_no_theme(text: str) -> None:
    assert read_narratives(LEAD + text) == []


def test_a_motto_ends_with_its_paragraph() -> None:
    text = (
        "Some 200 dockers unfurled banners reading “Harbours, rise up.”\n\n"
        "“We have been asked to pay for the rich,” said Karam, head of the union."
    )
    found = read_narratives(LEAD + text)
    assert [one.label for one in found] == ["Harbours, rise up"]


def test_a_crowd_sings_slogans() -> None:
    text = "The dockers sang “No Bread No Boats” before the town hall."
    assert len(read_narratives(LEAD + text)) == 1
