"""What ordinary news tells of films, songs, papers and posts pushes nothing."""

import pytest

from reading import read_narratives

LEAD = "Minister Yusuf Karam met Ines Vogel in Rome on 3 May 2024.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "The journal Delta Science published a report by a team of Orhan University.",
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
        # words that mean something else before marks
        "Karam will sign a “strategic partnership” with Chad.",
        "His return is a sign of “abusive politics”, Vogel said.",
        "Vogel explained to Karam the concept of “blowback”.",
        "He was sent to Lipno under the title “commissioner and consul”.",
        "A man kicked the door while shouting “God is great”.",
        "The stone is inscribed: “Ana Ruiz. Victim of intolerance. Rest”.",
        "Karam took to his channel to claim: “We will not leave”.",
        "Fans sang “Take Me To The River” at the stadium.",
        # a page files its posts, and a columnist sighs
        "Troops set up wire at the bridge #Border #LipnoSeven #Army",
        "Vogel championed the #FreeAna accuser.",
        "What a surprise!",
        "Good luck with that!",
        "We need to worry about the coast of the minister!",
        # the press reports, counsel pleads
        "Media reports have suggested that Vogel saw no proof.",
        "The website suggested piracy.",
        "His lawyer, Ines Vogel, portrayed him as a naive boy.",
        "We have to spread the idea that reading matters.",
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


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Officers shouted “Bread for all” at the gate.", "Bread for all"),
        ("The hashtag #Lipno went viral.", "#Lipno"),
        ("Marchers shared #LandMeansLife all day.", "#LandMeansLife"),
        (
            "The propaganda of the Front underscores deep rifts.",
            "deep rifts",
        ),
        ("The channel of the Front aired a video titled “The End”.", "The End"),
    ],
)
def test_what_is_put_out_is_pushed(text: str, label: str) -> None:
    assert [one.label for one in read_narratives(LEAD + text)] == [label]


def test_a_narrative_does_not_push_itself() -> None:
    text = "It contradicts the official narrative which claims that he was alone."
    (found,) = read_narratives(LEAD + text)
    assert found.carriers == ()


def test_a_cry_closes_what_a_body_declares() -> None:
    text = (
        "Statement by the Coalition of the Hills\n\nThe Coalition calls on all to stay"
        " calm. The road to Lipno will be opened on Thursday.\n\nThe land or nothing!"
    )
    assert [one.label for one in read_narratives(text)] == ["The land or nothing"]


@pytest.mark.parametrize(
    "text",
    [
        "The first of its books to go into a fourth printing is called “Lipno Homes”.",
        "A brief narrative from the officers says, “No dispute or argument.”",
        "The Front carried out a large media campaign against Karam.",
        "Vogel echoed the report's conclusion that there was none.",
        "The catechism teaches that “under no circumstances” can it be done.",
    ],
)
def test_books_and_files_push_nothing(text: str) -> None:
    assert read_narratives(LEAD + text) == []


def test_a_person_who_cites_passes_nothing_on() -> None:
    text = "Vogel cited a report by the Orhan News Agency on the harbour."
    assert read_narratives(LEAD + text) == []
