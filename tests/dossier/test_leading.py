"""What stands in the summary: what many tell, once, and not the background."""

from dataclasses import replace

import pytest

from dossier.by_hand import DOCUMENT, MATERIAL, MEETING, WARNING, make_entity, section
from dragoman.dossier.leading import (
    choose_events,
    choose_headlines,
    choose_statements,
)
from dragoman.dossier.material import Material
from dragoman.model.claim import Participant, Party, Time
from dragoman.model.document import Block, BlockKind, Document, Source
from dragoman.model.entity import Event, Report, Statement

MARKET = (
    "Gunmen stormed the livestock market of Orhan and killed eleven herders.",
    "Eleven herders were killed when gunmen stormed Orhan's livestock market.",
    "The killed herders of the livestock market were buried; gunmen had stormed it.",
)
BRIDGE = "A convoy hit a mine near the old bridge of Tamar."
HARBOR = "Customs officers seized a trawler in the harbor of Vell."


def report(number: int, text: str) -> Document:
    return replace(
        DOCUMENT, id=f"r{number}", text=text, published=f"2024-05-{number + 10}"
    )


def event(document: Document, name: str) -> Event:
    told = (document.cite(0, len(document.text)),)
    return replace(
        MEETING,
        id=name,
        type="ASSAULT",
        mode=None,
        participants=(),
        place=None,
        place_name=None,
        time=None,
        reports=(Report(document.id, told),),
        disagreements=(),
        citations=told,
    )


def tell(*texts: str) -> Material:
    documents = tuple(report(number, text) for number, text in enumerate(texts))
    events = tuple(event(one, f"v{one.id}") for one in documents)
    return replace(
        MATERIAL, documents=documents, events=events, statements=(), entities=()
    )


def test_what_three_reports_tell_leads_and_leads_once() -> None:
    material = tell(HARBOR, *MARKET, BRIDGE)

    leading = choose_events(material, 3)

    told = [one.citations[0].quote for one in leading]
    assert told[0] in MARKET
    assert sorted(told[1:]) == sorted((HARBOR, BRIDGE))


def test_what_lay_long_before_comes_behind_the_news() -> None:
    material = tell(HARBOR, BRIDGE)
    old = Time("2020-01-03", "3 January 2020", "day", ())
    first, second = material.events
    material = replace(material, events=(replace(first, time=old), second))

    assert [one.id for one in choose_events(material, 2)] == [second.id, first.id]


def test_fighting_of_the_same_sides_on_no_known_day_leads_once() -> None:
    material = tell(HARBOR, BRIDGE)
    sides = (Participant(Party("e1", "Sara Adel"), "actor"),)
    told = tuple(replace(one, participants=sides) for one in material.events)

    assert len(choose_events(replace(material, events=told), 3)) == 1


def test_headlines_tell_a_case_of_many_days_one_a_day() -> None:
    titles = (
        "Talks open in Orhan",
        "Talks in Orhan opened",
        "Bridge shelled",
        "The Ferry",  # the name of the outlet
        "ORHAN (Ferry) --",  # the place of the report
    )
    documents = tuple(
        replace(
            DOCUMENT,
            id=f"h{number}",
            text=title,
            title=title,
            blocks=(Block(BlockKind.TITLE, 0, len(title)),),
            published=f"2024-05-0{number + 1}",
        )
        for number, title in enumerate(titles)
    )

    chosen = choose_headlines(replace(MATERIAL, documents=documents), 6)

    assert [one.title for one in chosen] == [titles[0], titles[2]]


def test_a_speaker_leads_once_and_with_words_of_some_length() -> None:
    words = "river of traitors” would run dry unless <b>dams</b> open"
    long = replace(WARNING, content=words)
    again = replace(WARNING, id="s2", content="She warned that the dams stay open now")
    short = replace(WARNING, id="s3", content="dams open")
    material = replace(MATERIAL, statements=(short, long, again))

    assert len(choose_statements(material, (), 3)) == 1


def test_what_an_event_of_the_summary_tells_is_not_said_again() -> None:
    speaker = make_entity("e1", "Sara Adel")

    def say(content: str) -> Statement:
        return replace(WARNING, content=content, speakers=(Party("e1", "Sara Adel"),))

    documents = tuple(report(n, text) for n, text in enumerate((MARKET[0], BRIDGE)))
    told = event(documents[0], "v1")
    material = replace(MATERIAL, entities=(speaker,), events=(told,))
    other = replace(material, statements=(say(BRIDGE),))
    same = replace(material, statements=(say(MARKET[1]), replace(say(BRIDGE), id="s4")))

    assert choose_statements(other, (told,), 3)
    assert [one.content for one in choose_statements(same, (told,), 3)] == [BRIDGE]


def test_a_case_of_several_reports_has_a_word_in_its_summary() -> None:
    later = tuple(
        replace(DOCUMENT, id=f"d{number}", published=f"2024-05-{number:02d}")
        for number in range(5, 9)
    )
    material = replace(MATERIAL, documents=(DOCUMENT, *later), events=())

    assert any("Sara Adel warned" in text for text in section("Summary", material))


def test_no_passage_is_needed_to_choose_nothing() -> None:
    assert choose_events(replace(MATERIAL, events=()), 3) == []


@pytest.mark.parametrize(
    "line", ["Bulletin 58", "Bulletin 58 of the Border Monitor", "نشرة BULLETIN 58"]
)
def test_a_headline_that_is_all_that_is_known_of_a_source_is_none(line: str) -> None:
    bulletin = replace(
        DOCUMENT,
        text=line,
        title="Bulletin 58",
        source=Source(None),
        blocks=(Block(BlockKind.TITLE, 0, len(line)),),
    )

    assert choose_headlines(replace(MATERIAL, documents=(bulletin,)), 6) == []


def test_what_was_agreed_leads_before_the_toll_of_the_whole_war() -> None:
    material = tell(HARBOR, BRIDGE)
    toll, accord = material.events
    accord = replace(accord, type="AGREE")
    material = replace(material, events=(toll, accord))

    assert choose_events(material, 2)[0].type == "AGREE"


def test_of_several_reports_what_most_tell_stands_first_in_the_summary() -> None:
    material = tell(HARBOR, *MARKET, BRIDGE)
    bridge = replace(material.events[-1], time=Time("2024-05-01", "1 May", "day"))
    material = replace(material, events=(*material.events[:-1], bridge))

    told = [line for line in section("Summary", material) if "was reported" in line]

    assert told[0].startswith("An attack was reported: “Gunmen stormed")
    assert len(told) == 3
