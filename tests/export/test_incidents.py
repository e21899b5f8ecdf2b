"""Attacks as incident records."""

import csv
import io
from dataclasses import replace

import pytest

from builders import count, make_document, make_entity, make_event
from dragoman.export.incidents import COLUMNS, IncidentExporter
from dragoman.model.claim import Modality, Participant, Party
from dragoman.store.case import Case

TEXT = "The Red Front said that its men bombed بنك الشرق in Tripoli. Two guards died."


def export(case: Case, **fields: object) -> list[dict[str, str]]:
    """Return the records of a case with one attack."""
    document = make_document(TEXT)
    front = make_entity(document, "Red Front", schema="Organization")
    bank = make_entity(document, "بنك الشرق", schema="Organization")
    event = make_event(
        document,
        "bombed",
        front,
        "men",
        time="2024-05-10",
        quantities=(count("killed", 2, None),),
        kind="ASSAULT",
    )
    event = replace(
        event,
        participants=(
            *event.participants,
            Participant(Party(bank.id, bank.name), "recipient"),
            Participant(Party(None, "car bomb"), "weapon"),
        ),
    )
    event = replace(event, **fields)  # type: ignore[arg-type]  # fields of the event
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, [front, bank, event], "t/1")
    stream = io.BytesIO()
    with case.reading() as view:
        IncidentExporter().export(view, stream)
    lines = stream.getvalue().decode("utf-8").splitlines()
    assert lines[0].split("\t") == list(COLUMNS)
    return list(csv.DictReader(lines, delimiter="\t"))


def test_record_tells_sides_weapon_and_toll(case: Case) -> None:
    (row,) = export(case)

    assert row["kind"] == "bombing"
    assert (row["organizations"], row["perpetrators"]) == ("Red Front", "men")
    assert (row["recipients"], row["weapons"]) == ("بنك الشرق", "car bomb")
    assert (row["killed"], row["wounded"], row["confidence"]) == ("2+", "", "reported")
    assert TEXT[int(row["start"]) : int(row["end"])] == row["quote"]


@pytest.mark.parametrize(
    ("fields", "confidence"),
    [
        ({"attribution": (Party(None, "men"),)}, "claimed"),
        ({"attribution": (Party(None, "police"),)}, "alleged"),
        ({"modality": Modality.ASSESSED}, "suspected"),
        ({"modality": Modality.DENIED}, "denied"),
        ({"participants": ()}, "unknown"),
    ],
)
def test_confidence_is_how_the_sources_put_it(
    case: Case, fields: dict[str, object], confidence: str
) -> None:
    (row,) = export(case, **fields)

    assert row["confidence"] == confidence


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.HYPOTHETICAL])
def test_what_has_not_happened_is_no_incident(case: Case, modality: Modality) -> None:
    assert export(case, modality=modality) == []
