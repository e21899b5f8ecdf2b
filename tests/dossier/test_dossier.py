"""Whole dossiers from a material made by hand."""

import dataclasses
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from dragoman.dossier.compose import compose_material
from dragoman.dossier.html import write_html
from dragoman.dossier.json import write_json
from dragoman.dossier.markdown import write_markdown
from dragoman.dossier.material import Material
from dragoman.dossier.telling_events import tell_event
from dragoman.dossier.telling_statements import tell_statement
from dragoman.errors import SpanError
from dragoman.model.claim import (
    Manner,
    Modality,
    NameUse,
    Participant,
    Party,
    Quantity,
    Time,
)
from dragoman.model.document import Block, BlockKind, Document, Source
from dragoman.model.dossier import Dossier
from dragoman.model.entity import (
    Disagreement,
    Entity,
    Epithet,
    Event,
    Report,
    Role,
    Statement,
    Variant,
)
from dragoman.model.failure import Failure
from dragoman.model.span import Citation

TEXT = (
    "Talks in Orhan\n\n"
    "Foreign Minister Sara Adel met Tomas Brun in Orhan on 3 May. "
    "She warned that the “river of traitors” would run dry unless <b>dams</b> open. "
    "قال تامر إن الجسر مغلق."
)
TITLE_END = len("Talks in Orhan")
DOCUMENT = Document(
    id="d1",
    text=TEXT,
    blocks=(
        Block(BlockKind.TITLE, 0, TITLE_END),
        Block(BlockKind.PARAGRAPH, TITLE_END + 2, len(TEXT)),
    ),
    title="Talks in Orhan",
    source=Source("The Ferry"),
    lang="en",
    published="2024-05-04",
    retrieved="2024-05-05T10:00:00Z",
    digest="sha256:00",
    media_type="text/plain",
    origin="talks.txt",
)


def cite(words: str) -> tuple[Citation, ...]:
    start = TEXT.index(words)
    return (DOCUMENT.cite(start, start + len(words)),)


def make_entity(identifier: str, name: str, schema: str = "Person") -> Entity:
    uses = (NameUse(name, "en", cite(name)),)
    return Entity(identifier, schema, (), name, uses, (), (), None, cite(name))


SARA = dataclasses.replace(
    make_entity("e1", "Sara Adel"),
    roles=(
        Role(
            "Foreign Minister",
            None,
            None,
            "current",
            None,
            "2024-05-04",
            "2024-05-04",
            cite("Foreign Minister Sara Adel"),
        ),
    ),
    epithets=(Epithet("river of traitors", (), cite("river of traitors")),),
)
BRUN = make_entity("e2", "Tomas Brun")
ORHAN = make_entity("e3", "Orhan", "Place")
MEETING = Event(
    id="v1",
    type="CONSULT",
    mode="meeting",
    participants=(
        Participant(Party("e1", "Sara Adel"), "actor"),
        Participant(Party("e2", "Tomas Brun"), "recipient"),
    ),
    place="e3",
    place_name="Orhan",
    time=Time("2024-05-03", "3 May", "day", ("year from publication date",)),
    topics=(),
    quantities=(),
    modality=Modality.ASSERTED,
    attribution=(),
    reports=(Report("d1", cite("Foreign Minister Sara Adel met Tomas Brun")),),
    disagreements=(
        Disagreement(
            "time",
            (
                Variant("2024-05-03", cite("on 3 May")),
                Variant("2024-05-02", cite("Talks in Orhan")),
            ),
        ),
    ),
    citations=cite("Foreign Minister Sara Adel met Tomas Brun in Orhan on 3 May."),
)
CONTENT = "the “river of traitors” would run dry unless <b>dams</b> open"
WARNING = Statement(
    id="s1",
    speakers=(Party("e1", "Sara Adel"),),
    via=(),
    addressees=(),
    manner=Manner.MIXED,
    act="warn",
    content=CONTENT,
    condition="unless <b>dams</b> open",
    topics=(),
    time=None,
    event=None,
    outlet=None,
    reports=(Report("d1", cite(CONTENT)),),
    citations=cite(CONTENT),
)
MATERIAL = Material(
    documents=(DOCUMENT,),
    failures=(Failure("bad.pdf", "read", "pdf", "bad.pdf: encrypted"),),
    entities=(SARA, BRUN, ORHAN),
    events=(MEETING,),
    statements=(WARNING,),
    narratives=(),
)


def section(heading: str, material: Material = MATERIAL) -> list[str]:
    dossier = compose_material(material)
    return [
        sentence.text
        for one in dossier.sections
        if one.heading == heading
        for sentence in one.sentences
    ]


def test_meeting_names_who_where_and_when() -> None:
    (sentence,) = section("Meetings and visits")

    assert re.fullmatch(
        r"Sara Adel (met|met with|held talks with) Tomas Brun in Orhan "
        r"on 3 May 2024\.",
        sentence,
    )


def test_what_is_told_without_a_date_stands_with_the_day_of_its_report() -> None:
    later = replace(DOCUMENT, id="d2", published="2024-05-06")
    undated = replace(MEETING, time=None, disagreements=())
    told = replace(MATERIAL, documents=(DOCUMENT, later), events=(undated,))

    (event,) = section("Chronology", told)
    (said,) = section("What was said", told)

    assert event.startswith("Without a date, reported on 4 May 2024: Sara Adel ")
    assert "reported on 4 May 2024)" in said


def test_an_act_by_words_is_told_by_these_words() -> None:
    threat = replace(MEETING, type="THREATEN", mode=None, disagreements=())
    said = replace(WARNING, act="threaten", event=threat.id)
    told = replace(MATERIAL, events=(threat,), statements=(said,))

    (event,) = section("Chronology", told)

    assert event.startswith("3 May 2024: Sara Adel threatened: “the ‘river of")


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


def test_condition_is_told_with_the_statement() -> None:
    (sentence,) = section("What was said")

    assert "(condition: “unless <b>dams</b> open”" in sentence


def test_disagreement_names_both_dates() -> None:
    (sentence,) = section("Disagreements between sources")

    assert "3 May 2024 (The Ferry); 2 May 2024 (The Ferry)" in sentence


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


def test_summary_counts_every_event_by_what_is_said_of_it() -> None:
    planned = replace(MEETING, id="v2", modality=Modality.PLANNED, disagreements=())
    told = replace(MATERIAL, events=(MEETING, planned))

    first, second, third = section("Summary", told)[:3]

    assert first == "1 document by The Ferry of 4 May 2024 tells of 2 events and " + (
        "1 statement."
    )
    assert second == (
        "Of the events, 1 is reported as having happened (1 meeting among them) "
        "and 1 as planned."
    )
    assert third.startswith("The sources differ on one point")


def test_who_speaks_often_has_a_heading_in_every_form() -> None:
    often = [replace(WARNING, id=f"s{number}") for number in range(3)]
    once = replace(WARNING, id="s9", speakers=(Party("e2", "Tomas Brun"),))
    material = replace(MATERIAL, statements=(once, *often))
    dossier = compose_material(material)

    (said,) = [one for one in dossier.sections if one.heading == "What was said"]
    groups = [sentence.group for sentence in said.sentences]
    assert groups == ["Sara Adel"] * 3 + ["Others"]
    assert "### Sara Adel\n" in write_markdown(dossier, material)
    assert '<h3 dir="auto">Sara Adel</h3>' in write_html(dossier, material)
    told = json.loads(write_json(dossier, material))
    (section,) = [one for one in told["sections"] if one["heading"] == "What was said"]
    assert section["sentences"][0]["group"] == "Sara Adel"
    assert section["sentences"][-1]["group"] == "Others"


def test_a_long_section_is_folded_by_its_headings() -> None:
    many = [replace(WARNING, id=f"s{number}") for number in range(201)]
    material = replace(MATERIAL, statements=tuple(many))

    page = write_html(compose_material(material), material)

    assert "<details open><summary><bdi>Sara Adel</bdi>: 201 sentences" in page


def test_chronology_is_headed_by_months_and_rough_dates_by_their_year() -> None:
    rough = Time("2023", "2023", "year", ())
    year = replace(MEETING, id="v2", time=rough, disagreements=())
    undated = replace(MEETING, id="v3", time=None, disagreements=())
    dossier = compose_material(replace(MATERIAL, events=(MEETING, year, undated)))

    (told,) = [one for one in dossier.sections if one.heading == "Chronology"]
    groups = [sentence.group for sentence in told.sentences]
    assert groups == ["2023", "May 2024", "Without a date"]


def test_a_death_stands_in_the_summary_before_words() -> None:
    words = [
        replace(MEETING, id=f"w{number}", type="REQUEST", mode=None, disagreements=())
        for number in range(4)
    ]
    hit = replace(
        MEETING,
        id="v9",
        type="ASSAULT",
        mode=None,
        participants=(Participant(Party(None, "a guard"), "recipient"),),
        disagreements=(),
    )

    summary = section("Summary", replace(MATERIAL, events=(*words, hit)))

    assert any(text.startswith("An attack on “a guard”") for text in summary)


@pytest.mark.parametrize(
    ("day", "put"),
    [
        ("2024-05-03", "was said not to have taken place"),
        ("2024-06-01", "was ruled out"),
    ],
)
def test_what_lies_ahead_is_ruled_out(day: str, put: str) -> None:
    denied = replace(
        MEETING,
        modality=Modality.DENIED,
        time=Time(day, "then", "day", ()),
        disagreements=(),
    )

    assert put in tell_event(MATERIAL, denied).text


def told_of(text: str, content: str, cue: str, **fields: object) -> str:
    document = replace(DOCUMENT, text=text, blocks=())

    def cite_of(words: str) -> Citation:
        start = text.index(words)
        return document.cite(start, start + len(words))

    statement = Statement(
        id="s1",
        speakers=(Party(None, "the envoy"),),
        via=(),
        addressees=(),
        manner=Manner.INDIRECT,
        act="assert",
        content=content,
        condition=None,
        topics=(),
        time=None,
        event=None,
        outlet=None,
        reports=(),
        citations=(cite_of(content), cite_of(cue)),
    )
    material = replace(MATERIAL, documents=(document,))
    sentence = tell_statement(material, replace(statement, **fields))
    for one in sentence.citations:
        one.verify(text)
    return sentence.text.partition(" (")[0].rstrip(".")


def test_words_that_are_no_clause_stand_with_the_verb_of_the_report() -> None:
    told = told_of(
        "The envoy underlined the unity of Orhan on Monday.",
        "the unity of Orhan",
        "The envoy underlined",
    )
    assert told.endswith("“the envoy”, as reported, “underlined the unity of Orhan”")


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        ("The envoy expressed her grief.", "her grief", "grief", "expressed her grief"),
        (
            "The envoy gave the toll as 12.",
            "the toll as 12",
            "The envoy gave",
            "gave the toll as 12",
        ),
        (
            "The envoy briefed the king on his talks.",
            "his talks",
            "The envoy briefed",
            "briefed the king on his talks",
        ),
    ],
)
def test_the_verb_of_the_report(
    text: str, content: str, cue: str, expected: str
) -> None:
    assert f"“{expected}”" in told_of(text, content, cue)


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("The envoy said the road was shut.", "the road was shut", "The envoy said"),
        ("The envoy was asked for a sign.", "a sign", "asked for"),
        ("The envoy, calling for a truce, left.", "a truce", "calling for"),
        ("According to Ahmed, a halt by noon.", "a halt by noon", "According to Ahmed"),
    ],
)
def test_clauses_and_other_verbs_stand_behind_a_colon(
    text: str, content: str, cue: str
) -> None:
    assert told_of(text, content, cue).endswith(f": “{content}”")


def test_what_is_denied_is_told_as_denied() -> None:
    told = told_of(
        "The envoy denied that a man was hurt.",
        "a man was hurt",
        "The envoy denied",
        act="deny",
    )
    assert told.endswith("denied, as reported, that “a man was hurt”")
