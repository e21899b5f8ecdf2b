"""Slogans, themes and recirculated media."""

import pytest

from reading import read_narratives, tell_narrative

LEAD = "Minister Yusuf Karam met Ines Vogel in Rome on 3 May 2024.\n\n"

TEXTS = [
    (
        "Minister Karim Vogel said that since the emergence of the Dervan militia's"
        " false slogan “Death to Orhan, curse on the coast” the country has entered a"
        " dark tunnel.",
        ['slogan "Death to Orhan, curse on the coast" by Dervan'],
    ),
    (
        "The tweet echoes the Dervan movement's slogan: “Bread is ours, the river is"
        " ours.”",
        ['slogan "Bread is ours, the river is ours" by Dervan'],
    ),
    (
        "He then chanted the Dervan Front slogan with the audience: “Bread is ours!”",
        ['slogan "Bread is ours!" by Dervan Front, Yusuf Karam'],
    ),
    (
        "The crowd then responded with the “Bread and peace” chant.",
        ['slogan "Bread and peace" by The crowd'],
    ),
    (
        "We keep seeing Orhan disinformation claiming, for example, that the League is"
        " testing germs on soldiers, or that its army has closed the labs.",
        [
            'theme "the League is testing germs on soldiers" by Orhan',
            'theme "its army has closed the labs" by Orhan',
        ],
    ),
    (
        "“There are ever more secret League laboratories in the north” is one of the"
        " leading disinformation narratives, spread by pro-Orhan figures.",
        [
            'theme "There are ever more secret League laboratories in the north" by'
            " pro-Orhan figures"
        ],
    ),
    (
        "The Orhan Tribune and Delta Radio have been largely echoing Northern state"
        " media stories.",
        [
            'recirculation "Northern state media stories" by Orhan Tribune, Delta'
            " Radio; from state media"
        ],
    ),
    (
        "In Sova, members of the Dervan Front painted the words “One forest, one"
        " chief” on walls.",
        ['slogan "One forest, one chief" by Dervan Front'],
    ),
    (
        "The slogan “South first”, painted on walls in Sova, is the Dervan Front's.",
        ['slogan "South first" by Dervan Front'],
    ),
    (
        "The motto “Bread and land” belongs to the Dervan Front.",
        ['slogan "Bread and land" by Dervan Front'],
    ),
    (
        "Both the Dervan Front and Delta Radio continue to promote the message that"
        " the truce offer is evidence of fatigue.",
        ['theme "the truce offer is evidence of fatigue" by Dervan Front, Delta Radio'],
    ),
    (
        "The claim that the ceasefire deal was a trap was spread by the Dervan Front.",
        ['theme "the ceasefire deal was a trap" by Dervan Front'],
    ),
    (
        "The Dervan Front adopted “Bread before bridges” as its campaign slogan.",
        ['slogan "Bread before bridges" by Dervan Front'],
    ),
    (
        "“Bread before bridges” became the rallying cry of the Dervan Front.",
        ['slogan "Bread before bridges" by Dervan Front'],
    ),
    (
        "A second video, “Who sold the river?”, shared by the Dervan Front's own"
        " channels, accused the minister.",
        ['slogan "Who sold the river?" by Dervan Front'],
    ),
    (
        "Across its platforms, the Dervan Front portrays the treaty as a second"
        " occupation.",
        ['theme "the treaty as a second occupation" by Dervan Front'],
    ),
    (
        "The claim that the treaty was written in Orhan was amplified by the Dervan"
        " Front and Delta Radio.",
        [
            'theme "the treaty was written in Orhan" by Dervan Front, Delta Radio',
        ],
    ),
    (
        "The Dervan Front ran with the slogan “Bread So Good”, “an allusion to a"
        " brand of oats”, as Delta Radio explained.",
        ['slogan "Bread So Good" by Dervan Front'],
    ),
    # What an article is called is no slogan; nobody is named who frames.
    ("Delta Radio cited an article titled “War in Orhan: look at this map”.", []),
    ("Many portray the treaty as a second occupation.", []),
    ("The watchdog told Delta Radio that its headline was “against custom”.", []),
    ("Three pages with 84,000 followers reposted content.", []),
    (
        'Marchers in Lima chanted "Water before gold" and "No mine, no fear".',
        [
            'slogan "Water before gold" by Marchers',
            'slogan "No mine, no fear" by Marchers',
        ],
    ),
    (
        'The Blue Front promoted the concept of "one coast, one people."',
        ['slogan "one coast, one people" by Blue Front'],
    ),
    (
        "The Ministry of Culture shared the hashtag #НашаРека with a poem.",
        ['slogan "#НашаРека" by Ministry of Culture'],
    ),
    (
        'State television aired videos titled "The Long Siege," "Why They Fell," made'
        " by the army.",
        [
            'slogan "The Long Siege" by State television',
            'slogan "Why They Fell" by State television',
        ],
    ),
    (
        "The tabloid Novi Glas had taken the story, almost verbatim, from Delta Radio.",
        ['recirculation "the story" by Novi Glas; from Delta Radio'],
    ),
    (
        "The clip, first posted by Delta Radio, was shared by the Oran Tribune.",
        ['recirculation "The clip" by Oran Tribune; from Delta Radio'],
    ),
    (
        "The Oran Foundation released a video on the siege. The Tunis Gazette"
        " republished stills from the video without comment.",
        ['recirculation "stills" by Tunis Gazette; from Oran Foundation'],
    ),
    (
        "The state newspaper The Beacon reprinted an interview from Delta Radio.",
        ['recirculation "an interview from Delta Radio" by Beacon; from Delta Radio'],
    ),
    (
        "The Oran Tribune reprinted an interview from the Tunis Gazette.",
        [
            'recirculation "an interview from the Tunis Gazette" by Oran Tribune;'
            " from Tunis Gazette"
        ],
    ),
    (
        "Channel Kestrel rebroadcast footage from Delta Television under the caption"
        ' "They flee again".',
        [
            'recirculation "footage from Delta Television" by Channel Kestrel;'
            " from Delta Television",
            'slogan "They flee again" by Channel Kestrel',
        ],
    ),
    (
        "The Blue Front's radio station translates reports of Israeli media.",
        ['recirculation "reports of Israeli media" by Blue Front; from Israeli media'],
    ),
    (
        "The Blue Front's propaganda highlights the weakness of the northern army.",
        ['theme "the weakness of the northern army" by Blue Front'],
    ),
    (
        "State media portrayed the strike as a foreign plot.",
        ['theme "the strike as a foreign plot" by State media'],
    ),
    (
        "Pro-government accounts pushed the narrative that the dam is safe.",
        ['theme "the dam is safe" by Pro-government accounts'],
    ),
    (
        "Long live the union of the two rivers!",
        ['slogan "Long live the union of the two rivers" by Herald'],
    ),
    (
        'Dozens rallied in Minsk with the words "Give back the lake".',
        ['slogan "Give back the lake" by Dozens'],
    ),
    (
        'Supporters of the mufti hand out leaflets with the words "No footnote".',
        ['slogan "No footnote" by Supporters of the mufti'],
    ),
    (
        'The slogan for the campaign, "Water for all", was projected onto a tower.',
        ['slogan "Water for all" by '],
    ),
]

ORDINARY = [
    '"We want peace," Minister Yusuf Karam said.',
    'Minister Yusuf Karam called the deal "a gift to the poor".',
    'The bank spoke of "a modest recovery" in the second quarter.',
    "The newspaper published a report on the harvest.",
    'On the theme of flour, the minister spoke of "a long winter".',
    "The Oran Tribune quoted the minister.",
    "The station will not rebroadcast footage from Delta Television.",
    "Subscribe to our newsletter now!",
    "Paragraph #12 of the decree was struck out.",
]


@pytest.mark.parametrize(("text", "told"), TEXTS)
def test_what_is_pushed_is_a_narrative(text: str, told: list[str]) -> None:
    assert [tell_narrative(claim) for claim in read_narratives(LEAD + text)] == told


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_are_no_narrative(text: str) -> None:
    assert [tell_narrative(claim) for claim in read_narratives(LEAD + text)] == []


def test_this_narrative_is_carried_by_who_pushed_the_last_one() -> None:
    told = read_narratives(
        LEAD + "The Blue Front's propaganda underscores the weakness of the north. This"
        " narrative also highlights the strikes in the ports."
    )
    assert [claim.label for claim in told] == [
        "the weakness of the north",
        "the strikes in the ports",
    ]
    assert told[0].carriers == told[1].carriers


def test_identifiers_do_not_change() -> None:
    text = LEAD + 'Marchers chanted "Water before gold".'
    assert read_narratives(text) == read_narratives(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Oran Tribune denied that it had taken the story from the Tunis Gazette.",
        "The Oran Tribune denied having taken the story from the Tunis Gazette.",
    ],
)
def test_what_is_denied_is_no_recirculation(text: str) -> None:
    assert read_narratives(LEAD + text) == []


def test_words_that_two_speakers_say_are_a_slogan_of_both() -> None:
    text = (
        'Governor Amina Diallo told the mourners: "Bread before flags." "Bread'
        ' before flags!" the mourners shouted back. "Bread before flags is no budget,"'
        " said the banker Luc Moreau."
    )

    told = [tell_narrative(one) for one in read_narratives(LEAD + text)]

    assert told == [
        'slogan "Bread before flags" by Amina Diallo',
        'slogan "Bread before flags" by the mourners',
        'slogan "Bread before flags" by Luc Moreau',
    ]


@pytest.mark.parametrize(
    "text",
    [
        # One speaker who says it again.
        '"Bread before flags," Governor Amina Diallo said. "Bread before flags," she'
        " said again.",
        # Words that say nothing.
        '"I do not know," Governor Amina Diallo said. "I do not know," said the banker'
        " Luc Moreau.",
        # Reported, not quoted.
        "Governor Amina Diallo said that bread came before flags. The banker Luc Moreau"
        " said that bread came before flags.",
    ],
)
def test_what_only_one_says_or_what_says_nothing_is_no_slogan(text: str) -> None:
    assert not list(read_narratives(LEAD + text))
