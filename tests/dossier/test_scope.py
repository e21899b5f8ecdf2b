"""What a dossier says of itself first, and under which headings it lists things."""

import json
from dataclasses import replace

import pytest

from dossier.by_hand import DOCUMENT, MATERIAL, MEETING, WARNING, section
from dragoman.dossier.compose import compose_material
from dragoman.dossier.html import write_html
from dragoman.dossier.json import write_json
from dragoman.dossier.markdown import write_markdown
from dragoman.dossier.telling_events import tell_event
from dragoman.dossier.telling_statements import tell_statement
from dragoman.model.claim import (
    Manner,
    Modality,
    Participant,
    Party,
    Time,
)
from dragoman.model.entity import (
    Statement,
)
from dragoman.model.span import Citation


def test_summary_counts_every_event_by_what_is_said_of_it() -> None:
    planned = replace(MEETING, id="v2", modality=Modality.PLANNED, disagreements=())
    told = replace(MATERIAL, events=(MEETING, planned))

    first, second, third = section("Summary", told)[:3]

    assert first == "1 document by The Ferry of 4 May 2024 tells of 2 events and " + (
        "1 statement."
    )
    assert second == (
        "Of the events, 1 is reported as having happened (1 meeting) and 1 as planned."
    )
    assert third.startswith("The sources differ on one point")


def test_reports_without_a_named_source_are_counted() -> None:
    other = replace(
        DOCUMENT, id="d9", source=replace(DOCUMENT.source, name=None), published=None
    )
    told = replace(MATERIAL, documents=(DOCUMENT, other))

    first = section("Summary", told)[0]

    assert first.startswith("2 documents by The Ferry and 1 without a named source of")


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


def test_reported_words_without_content_are_not_told() -> None:
    said = [
        replace(WARNING, content="punishment", manner=manner, condition=None)
        for manner in (Manner.INDIRECT, Manner.DIRECT)
    ]

    told = [
        section("What was said", replace(MATERIAL, statements=(one,))) for one in said
    ]

    assert [len(one) for one in told] == [0, 1]


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


def test_a_year_has_one_heading_before_its_months() -> None:
    months = ("2024-01", "2024", "2024-01-03")
    events = tuple(
        replace(MEETING, id=f"v{n}", time=Time(when, when, "day", ()), disagreements=())
        for n, when in enumerate(months)
    )
    dossier = compose_material(replace(MATERIAL, events=events))

    (told,) = [one for one in dossier.sections if one.heading == "Chronology"]
    groups = [sentence.group for sentence in told.sentences]
    assert groups == ["2024", "January 2024", "January 2024"]


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
    assert told.endswith("“The envoy”, as reported, “underlined the unity of Orhan”")


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
    told = told_of(
        "The envoy denies having got any letter.",
        "having got any letter",
        "The envoy denies",
        act="deny",
    )
    assert told.endswith("denied, as reported, “having got any letter”")


def test_what_somebody_calls_another_stands_with_its_verb() -> None:
    told = told_of("The envoy calls Lee a “dog”.", "Lee a “dog”", "The envoy calls")
    assert told.endswith("as reported, “calls Lee a ‘dog’”")
