"""Whole dossiers from a material made by hand."""

import dataclasses
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from dossier.by_hand import (
    DOCUMENT,
    MATERIAL,
    MEETING,
    TEXT,
    WARNING,
    cite,
    make_entity,
    section,
)
from dragoman.dossier.compose import compose_material
from dragoman.dossier.html import write_html
from dragoman.dossier.json import write_json
from dragoman.dossier.markdown import write_markdown
from dragoman.dossier.material import Material
from dragoman.dossier.telling_events import tell_event
from dragoman.errors import SpanError
from dragoman.model.claim import (
    Manner,
    Modality,
    Participant,
    Party,
    Quantity,
)
from dragoman.model.document import Source
from dragoman.model.dossier import Dossier
from dragoman.model.entity import (
    Disagreement,
    Variant,
)
from dragoman.model.failure import Failure


def test_meeting_names_who_where_and_when() -> None:
    (sentence,) = section("Meetings and visits")

    assert sentence == "Sara Adel met Tomas Brun in Orhan on 3 May 2024."


def test_what_is_told_without_a_date_stands_with_the_day_of_its_report() -> None:
    later = replace(DOCUMENT, id="d2", published="2024-05-06")
    undated = replace(MEETING, time=None, disagreements=())
    told = replace(MATERIAL, documents=(DOCUMENT, later), events=(undated,))

    (event,) = section("Chronology", told)
    (said,) = section("What was said", told)

    assert event.startswith("Sara Adel met Tomas Brun in Orhan (")
    assert event.endswith("reported on 4 May 2024).")
    assert "reported on 4 May 2024)" in said


def test_an_act_by_words_is_told_by_these_words() -> None:
    threat = replace(MEETING, type="THREATEN", mode=None, disagreements=())
    said = replace(WARNING, act="threaten", event=threat.id)
    told = replace(MATERIAL, events=(threat,), statements=(said,))

    (event,) = section("Chronology", told)

    assert event.startswith("3 May 2024: Sara Adel threatened: “the ‘river of")


def test_who_wrote_a_document_without_a_source_is_its_author() -> None:
    own = replace(MEETING, attribution=(Party(None, "author"),), disagreements=())

    sentence = tell_event(MATERIAL, own)

    assert "according to the author" in sentence.text


def test_what_somebody_rejects_is_told_however_short() -> None:
    short = replace(WARNING, manner=Manner.INDIRECT, content="the ceasefire")
    told = replace(MATERIAL, statements=(replace(short, act="reject"),))
    empty = replace(MATERIAL, statements=(replace(short, act="assert"),))

    assert section("What was said", told)
    assert section("What was said", empty) == []


def test_bearers_of_one_name_are_named_once() -> None:
    ministries = [make_entity(one, "Orhan", "Organization") for one in ("e5", "e6")]
    told = replace(MATERIAL, entities=(*MATERIAL.entities, *ministries))

    (sentence,) = [
        text for text in section("Who is who", told) if "organizations" in text
    ]

    assert sentence == "Further organizations named: Orhan (2 of the name)."


def test_planned_meeting_is_not_told_as_held() -> None:
    planned = dataclasses.replace(MEETING, modality=Modality.PLANNED)
    material = dataclasses.replace(MATERIAL, events=(planned,))

    texts = [
        sentence.text
        for one in compose_material(material).sections
        if one.heading == "Meetings and visits"
        for sentence in one.sentences
    ]

    assert texts[0].startswith("A meeting of Sara Adel and Tomas Brun in Orhan")
    assert "planned" in texts[0] or "announced for later" in texts[0]


def test_loaded_words_stand_only_inside_quotation_marks() -> None:
    dossier = compose_material(MATERIAL)

    for one in dossier.sections:
        for sentence in one.sentences:
            outside = re.sub("“[^”]*”", "", sentence.text)
            assert "traitors" not in outside


def test_condition_is_told_once() -> None:
    (sentence,) = section("What was said")
    apart = replace(WARNING, content="the river would run dry")
    (beside,) = section("What was said", replace(MATERIAL, statements=(apart,)))

    assert sentence.count("unless <b>dams</b> open") == 1
    assert "(condition: “unless <b>dams</b> open”" in beside


def test_disagreement_names_both_dates() -> None:
    (sentence,) = section("Disagreements between sources")

    assert "3 May 2024 (The Ferry); 2 May 2024 (The Ferry)" in sentence


def test_one_document_alone_is_not_told_as_sources_that_differ() -> None:
    other = replace(DOCUMENT, id="d2", source=Source("The Lighthouse"))
    (time,) = MEETING.disagreements
    first, second = time.variants
    elsewhere = tuple(
        replace(c, span=replace(c.span, document_id="d2")) for c in second.citations
    )
    apart = replace(time, variants=(first, replace(second, citations=elsewhere)))
    two = replace(
        MATERIAL,
        documents=(DOCUMENT, other),
        events=(replace(MEETING, disagreements=(apart,)),),
    )

    (alone,) = section("Disagreements between sources")
    (both,) = section("Disagreements between sources", two)

    assert alone.startswith("One source differs in itself on the date: 3 May 2024")
    assert both.startswith("The sources differ on the date: 3 May 2024 (The Ferry)")


def test_an_arrest_is_called_one_and_numbers_stand_plain() -> None:
    arrest = dataclasses.replace(
        MEETING,
        type="COERCE",
        mode="arrest",
        quantities=(Quantity("arrested", 2, None, None, "at least two"),),
        disagreements=(),
    )

    sentence = tell_event(MATERIAL, arrest)

    assert sentence.text.startswith("An arrest of Tomas Brun by Sara Adel in Orhan")
    assert "(at least 2 arrested)" in sentence.text


def test_numbers_on_which_the_sources_differ_are_both_told() -> None:
    tolls = Disagreement(
        "killed",
        (Variant("5", cite("on 3 May")), Variant("3", cite("Talks in Orhan"))),
    )
    attack = dataclasses.replace(
        MEETING,
        type="ASSAULT",
        quantities=(Quantity("killed", 5, 5, None, "five"),),
        disagreements=(tolls,),
    )

    sentence = tell_event(MATERIAL, attack)

    assert "5 or 3 killed (the sources differ)" in sentence.text


def test_html_escapes_what_came_from_a_document() -> None:
    page = write_html(compose_material(MATERIAL), MATERIAL)

    assert "<b>dams</b>" not in page
    assert "&lt;b&gt;dams" in page
    assert "\\u003cb\\u003edams" in page


def test_html_loads_nothing_from_outside() -> None:
    page = write_html(compose_material(MATERIAL), MATERIAL)

    assert not re.search(r"(?:src|href)=[\"'](?:https?:)?//", page)
    assert "default-src 'none'" in page


def test_html_keeps_text_of_another_direction_apart() -> None:
    page = write_html(compose_material(MATERIAL), MATERIAL)

    assert "قال تامر" in page
    assert 'class="text" dir="auto"' in page


def test_json_has_a_citation_for_every_sentence() -> None:
    content = json.loads(write_json(compose_material(MATERIAL), MATERIAL))

    assert content["generated_from"] == ["d1"]
    for one in content["sections"]:
        for sentence in one["sentences"]:
            assert sentence["citations"]
            for citation in sentence["citations"]:
                found = TEXT[citation["start"] : citation["end"]]
                assert found == citation["quote"]


def test_markdown_numbers_its_notes_and_names_what_is_unread() -> None:
    text = write_markdown(compose_material(MATERIAL), MATERIAL)

    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    defined = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert used == defined
    assert "bad.pdf: bad.pdf: encrypted" in text


def test_markdown_shows_controls_and_turns_no_line() -> None:
    first, *others = MATERIAL.documents
    odd = replace(first, title="A \u202ebell\x07 of\x00 it")
    text = write_markdown(
        compose_material(MATERIAL), replace(MATERIAL, documents=(odd, *others))
    )

    assert "A bell\ufffd of\ufffd it" in text


@pytest.mark.parametrize("write", [write_html, write_json, write_markdown])
def test_folders_of_the_machine_are_not_published(
    write: Callable[[Dossier, Material], str],
) -> None:
    documents = tuple(
        replace(one, title=None, source=Source(), origin=f"/home/ann/in/{number}.txt")
        for number, one in enumerate(MATERIAL.documents)
    )
    lost = Failure("/home/ann/in/lost.pdf", "read", "pdf", "a broken PDF")
    material = replace(MATERIAL, documents=documents, failures=(lost,))

    written = write(compose_material(material), material)

    assert "/home/ann" not in written
    assert "lost.pdf" in written


def test_an_author_heads_no_dossier() -> None:
    first = compose_material(MATERIAL).title.removeprefix("Dossier: ")
    name = next(one.name for one in MATERIAL.entities if first.startswith(one.name))
    written = tuple(
        replace(one, source=replace(one.source, author=name))
        for one in MATERIAL.documents
    )

    title = compose_material(replace(MATERIAL, documents=written)).title

    assert name in first
    assert name not in title


def test_letters_of_a_name_within_an_author_keep_it_from_no_title() -> None:
    title = compose_material(MATERIAL).title
    within = " ".join(f"x{one.name}x" for one in MATERIAL.entities)
    written = tuple(
        replace(one, source=replace(one.source, author=within))
        for one in MATERIAL.documents
    )

    assert compose_material(replace(MATERIAL, documents=written)).title == title


def test_citation_that_does_not_verify_raises() -> None:
    changed = dataclasses.replace(DOCUMENT, text=TEXT.replace("Sara", "Sora"))
    material = dataclasses.replace(MATERIAL, documents=(changed,))

    with pytest.raises(SpanError, match="quotes"):
        write_json(compose_material(MATERIAL), material)


def test_marks_of_direction_do_not_turn_our_own_prose() -> None:
    dossier = compose_material(MATERIAL, "Talks \u202eof\u202c Orhan \u200f")

    assert dossier.title == "Talks of Orhan "


def test_a_conversation_is_not_told_as_a_meeting() -> None:
    talk = tell_event(MATERIAL, replace(MEETING, mode=None)).text

    assert "spoke with" in talk
    assert "met" not in talk.split()


def test_a_place_that_was_hit_is_told_once() -> None:
    hit = replace(
        MEETING,
        type="ASSAULT",
        mode=None,
        participants=(Participant(Party("e3", "Orhan"), "recipient"),),
        disagreements=(),
    )

    told = tell_event(MATERIAL, hit).text.partition(":")[0]
    assert "on Orhan" in told
    assert "in Orhan" not in told


def test_a_line_that_two_say_is_told_with_both_and_their_days() -> None:
    later = replace(DOCUMENT, id="d2", published="2024-05-06")
    statements = []
    for number, (document, entity) in enumerate(
        ((DOCUMENT, MATERIAL.entities[0]), (later, MATERIAL.entities[1]))
    ):
        (citation,) = cite(TEXT[:24])
        citation = replace(
            citation, span=replace(citation.span, document_id=document.id)
        )
        statements.append(
            replace(
                WARNING,
                id=f"s{number}",
                speakers=(Party(entity.id, entity.name),),
                via=(),
                manner=Manner.DIRECT,
                content="Bread before flags",
                citations=(citation,),
            )
        )
    told = replace(MATERIAL, documents=(DOCUMENT, later), statements=tuple(statements))

    (sentence,) = section("Narratives", told)

    assert sentence.startswith("The words “Bread before flags” were said by ")
    assert "(reported on 6 May 2024)" in sentence


@pytest.mark.parametrize(
    ("left", "words"), [(1, "1 more stands"), (2500, "2,500 more")]
)
def test_a_short_form_says_what_it_leaves_out(left: int, words: str) -> None:
    whole = compose_material(MATERIAL)
    first, *others = whole.sections
    short = replace(whole, sections=(replace(first, left=left), *others))

    for write in (write_html, write_markdown):
        assert words in write(short, MATERIAL)
        assert "in dossier.json; “dragoman serve”" in write(short, MATERIAL)
        assert "dragoman serve" not in write(whole, MATERIAL)


def test_marks_of_the_timeline_lead_to_a_sentence() -> None:
    whole = compose_material(MATERIAL)
    mark = f'href="#t-{MEETING.id}"'
    told = replace(
        whole,
        sections=tuple(
            replace(
                one,
                sentences=tuple(s for s in one.sentences if MEETING.id not in s.refs),
            )
            for one in whole.sections
        ),
    )

    assert mark in write_html(whole, MATERIAL)
    assert mark not in write_html(told, MATERIAL)
