"""A workbench in memory over a small case made by hand."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from fastapi.testclient import TestClient

from builders import (
    make_document,
    make_entity,
    make_epithet,
    make_event,
    make_incident,
    make_narrative,
    make_role,
    make_statement,
)
from dragoman.model.claim import Claim
from dragoman.model.document import Document, Source
from dragoman.model.judgement import Judgement, make_edge
from dragoman.store.case import Case, create_case
from dragoman.web.app import create_app
from dragoman.web.settings import WebSettings

BASE = "http://127.0.0.1:8421"

TEXT = (
    "Foreign Minister Anna Lindqvist met Omar Badawi of the Council in Norcity on "
    "{day} May. He said that the border was open. The crowd chanted: Water is life! "
    "In Arabic he is called عمر بدوي. Some call Anna Lindqvist the lioness."
)


def file_report(case: Case, day: int, place: str = "Norcity") -> list[Claim]:
    """Add a report of a meeting; returns its claims in a fixed order."""
    text = TEXT.format(day=day).replace("Norcity", place)
    document = make_document(
        text,
        title=f"They met again ({day})",
        origin=f"{day}.txt",
        published=f"2024-05-{day:02}",
    )
    document = replace(document, source=Source(f"Herald {day % 3}"))
    anna = make_entity(document, "Anna Lindqvist")
    omar = make_entity(document, "Omar Badawi", "عمر بدوي")
    council = make_entity(document, "Council", schema="Organization")
    city = make_entity(document, place, schema="Place", types=("city",))
    event = make_event(
        document, "met Omar Badawi", anna, omar, time=f"2024-05-{day:02}", place=city
    )
    claims: list[Claim] = [
        anna,
        omar,
        council,
        city,
        make_role(document, anna, "Foreign Minister", council),
        event,
        make_statement(document, "the border was open", omar, via=(anna,), event=event),
        make_narrative(document, "Water is life", omar),
        make_epithet(document, anna, "the lioness", omar),
        make_incident(document, "The crowd chanted", ("victim", omar), events=(event,)),
    ]
    put(case, document, claims)
    return claims


def put(case: Case, document: Document, claims: list[Claim]) -> None:
    with case.writing() as writer:
        writer.add_document(document, document.text.encode())
        writer.put_claims(document, claims, "test/1")


def join(case: Case, one: Claim, other: Claim, score: float | None = 0.9) -> None:
    with case.writing() as writer:
        edge = make_edge(
            one.id,
            other.id,
            Judgement.POSITIVE,
            score=score,
            judge="auto:names",
            reasons=("same name",),
        )
        writer.append_edges([edge])


def doubt(case: Case, one: Claim, other: Claim, score: float = 0.6) -> None:
    with case.writing() as writer:
        edge = make_edge(
            one.id,
            other.id,
            Judgement.UNSURE,
            score=score,
            judge="auto:names",
            reasons=("surname alone",),
        )
        writer.append_edges([edge])


def make_case(folder: Path) -> list[list[Claim]]:
    """Make a case of three reports; the first two tell of the same people."""
    with create_case(folder) as case:
        reports = [file_report(case, 3), file_report(case, 4), file_report(case, 5)]
        for at in (0, 1, 2, 3):
            join(case, reports[0][at], reports[1][at])
        doubt(case, reports[0][0], reports[2][0], 0.7)
        doubt(case, reports[0][1], reports[2][1], 0.6)
    return reports


@contextmanager
def open_workbench(folder: Path, **settings: object) -> Iterator[TestClient]:
    """Start the application on a case, its catalog up to date."""
    app = create_app(
        WebSettings(folder, analyst="eva", **settings),  # type: ignore[arg-type]  # as the test says
        watch=False,
    )
    app.state.desk.catch_up(max_s=60)
    with TestClient(app, base_url=BASE, follow_redirects=False) as client:
        yield client


def csrf_of(client: TestClient) -> str:
    """Return what forms of this client have to bring."""
    found = re.search(r'X-CSRF-Token": "([0-9a-f]+)', client.get("/").text)
    assert found is not None
    return found[1]
