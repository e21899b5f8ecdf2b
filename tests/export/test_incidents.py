"""Incidents of a case as records: one row each."""

import csv
import io
from dataclasses import replace

import pytest

from builders import count, make_document, make_entity, make_event, make_incident
from dragoman.export.incidents import COLUMNS, IncidentExporter
from dragoman.model.amendment import STRUCK, make_amendment
from dragoman.model.claim import Claim, EventClaim, Modality, Participant, Party
from dragoman.model.document import Document
from dragoman.model.judgement import Judgement, make_edge
from dragoman.store.case import Case

TEXT = "The Red Front said that its men bombed بنك الشرق in Tripoli. Two guards died."
OTHER = "A bomb hit the bank in Tripoli. The teller Nadia Barq was killed."


def store(case: Case, document: Document, *claims: Claim) -> None:
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, claims, "t/1")


def rows(case: Case) -> list[dict[str, str]]:
    stream = io.BytesIO()
    with case.reading() as view:
        IncidentExporter().export(view, stream)
    lines = stream.getvalue().decode("utf-8").splitlines()
    assert lines[0].split("\t") == list(COLUMNS)
    return list(csv.DictReader(lines, delimiter="\t"))


def attack(document: Document, words: str, **fields: object) -> EventClaim:
    event = make_event(document, words, time="2024-05-10", kind="ASSAULT")
    return replace(event, **fields)  # type: ignore[arg-type]  # fields of the event


def store_bombing(case: Case, **fields: object) -> tuple[Document, EventClaim]:
    """Store a report of one attack that no record has."""
    document = make_document(TEXT)
    front = make_entity(document, "Red Front", schema="Organization")
    bank = make_entity(document, "بنك الشرق", schema="Organization")
    event = attack(
        document,
        "bombed",
        participants=(
            Participant(Party(front.id, front.name), "actor"),
            Participant(Party(None, "men"), "actor"),
            Participant(Party(bank.id, bank.name), "recipient"),
            Participant(Party(None, "car bomb"), "weapon"),
        ),
        quantities=(count("killed", 2, None),),
    )
    event = replace(event, **fields)  # type: ignore[arg-type]  # fields of the event
    store(case, document, front, bank, event)
    return document, event


def test_attack_without_a_record_tells_sides_weapon_and_toll(case: Case) -> None:
    store_bombing(case)

    (row,) = rows(case)

    assert (row["kind"], row["odds"]) == ("bombing", "")
    assert (row["organizations"], row["perpetrators"]) == ("Red Front", "men")
    assert (row["targets"], row["weapons"]) == ("بنك الشرق", "car bomb")
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
    store_bombing(case, **fields)

    (row,) = rows(case)

    assert row["confidence"] == confidence


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.HYPOTHETICAL])
def test_what_has_not_happened_is_no_incident(case: Case, modality: Modality) -> None:
    store_bombing(case, modality=modality)

    assert rows(case) == []


def store_record(case: Case) -> tuple[Document, EventClaim, EventClaim]:
    """Store a record that two attacks of its document tell."""
    document = make_document(OTHER, origin="other.txt")
    nadia = make_entity(document, "Nadia Barq")
    hit = attack(document, "A bomb hit the bank in Tripoli", place_name="Tripoli")
    died = attack(
        document,
        "The teller Nadia Barq was killed",
        time=None,
        participants=(
            Participant(Party(nadia.id, nadia.name), "recipient"),
            Participant(Party(None, "a masked man"), "actor"),
            Participant(Party(None, "the staff"), "recipient"),
        ),
        quantities=(count("killed", 1),),
    )
    record = make_incident(
        document,
        "The teller Nadia Barq was killed",
        ("victim", nadia),
        ("weapon", "bomb"),
        events=(hit, died),
        kind="bombing",
        odds=2.5,
    )
    store(case, document, nadia, hit, died, record)
    return document, hit, died


def test_events_of_one_record_are_one_row(case: Case) -> None:
    document, hit, died = store_record(case)

    (row,) = rows(case)

    assert (row["kind"], row["odds"]) == ("bombing", "2.5")
    assert row["event_ids"] == f"{hit.id};{died.id}"
    assert (row["event_date"], row["placename"]) == ("2024-05-10", "Tripoli")
    assert (row["victims"], row["weapons"], row["killed"]) == (
        "Nadia Barq",
        "bomb",
        "1",
    )
    assert row["document"] == document.id


def test_events_fill_only_what_the_record_leaves_open(case: Case) -> None:
    store_record(case)

    (row,) = rows(case)

    assert row["perpetrators"] == "a masked man"
    assert row["unnamed_victims"] == ""


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("five others", "unnamed_victims"),
        ("another 30", "unnamed_victims"),
        ("about 70,000", "unnamed_victims"),
        ("two of its workers", "unnamed_victims"),
        ("Four fishermen", "unnamed_victims"),
        ("three Salvadorans", "unnamed_victims"),
        ("ثلاثة", "targets"),
        ("the old depot", "targets"),
        ("two of its lorries", "targets"),
        ("dozens of houses", "targets"),
        ("Flight 17", "targets"),
    ],
)
def test_people_who_were_hit_are_no_targets(
    case: Case, words: str, column: str
) -> None:
    sufferer = Participant(Party(None, words), "recipient")
    store_bombing(case, participants=(sufferer,))

    (row,) = rows(case)

    assert row[column] == words
    assert {row["targets"], row["unnamed_victims"]} == {words, ""}


@pytest.mark.parametrize(
    ("words", "column"),
    [("two بنك الشرق vans", "targets"), ("six بنك الشرق guards", "unnamed_victims")],
)
def test_whose_what_was_hit_is_was_not_hit_itself(
    case: Case, words: str, column: str
) -> None:
    document = make_document(TEXT)
    bank = make_entity(document, "بنك الشرق", schema="Organization")
    hit = (Party(bank.id, bank.name), Party(None, words))
    store_bombing(case, participants=tuple(Participant(p, "recipient") for p in hit))

    (row,) = rows(case)

    assert row[column] == words
    assert bank.name not in (row["targets"], row["unnamed_victims"])


def test_record_without_an_event_says_that_it_is_learned(case: Case) -> None:
    document = make_document(OTHER)
    nadia = make_entity(document, "Nadia Barq")
    words = "The teller Nadia Barq was killed"
    store(case, document, nadia, make_incident(document, words, ("victim", nadia)))

    (row,) = rows(case)

    assert (row["confidence"], row["event_ids"]) == ("learned", "")
    assert (row["victims"], row["quote"]) == ("Nadia Barq", words)


def join(case: Case, one: EventClaim, other: EventClaim) -> None:
    edge = make_edge(one.id, other.id, Judgement.POSITIVE, score=1, judge="auto:e")
    with case.writing() as writer:
        writer.append_edges([edge])


def test_reports_of_one_event_are_reports_of_one_incident(case: Case) -> None:
    document, bombed = store_bombing(case)
    front = make_entity(document, "Red Front", schema="Organization")
    record = make_incident(
        document, "bombed", ("organization", front), events=(bombed,)
    )
    with case.reading() as view:
        claims = view.claims_of(document.id)
    with case.writing() as writer:
        writer.put_claims(document, [*claims, record], "t/2")
    _, hit, _ = store_record(case)
    assert len(rows(case)) == 2

    join(case, bombed, hit)

    (row,) = rows(case)
    assert (row["organizations"], row["victims"]) == ("Red Front", "Nadia Barq")
    assert (row["reports"], row["kind"]) == ("2", "bombing")


def test_what_people_struck_is_no_incident(case: Case) -> None:
    _, hit, died = store_record(case)

    for n, event in enumerate((hit, died)):
        made = f"2024-06-01T00:00:0{n}.000000Z"
        entry = make_amendment(event.id, STRUCK, "yes", analyst="Ann", made=made)
        with case.writing() as writer:
            writer.add_amendment(entry)

    assert rows(case) == []


def test_struck_record_leaves_its_events(case: Case) -> None:
    _, hit, died = store_record(case)
    with case.reading() as view:
        (incident,) = view.incidents()

    made = "2024-06-01T00:00:00.000000Z"
    with case.writing() as writer:
        writer.add_amendment(
            make_amendment(incident.id, STRUCK, "yes", analyst="Ann", made=made)
        )

    assert {row["incident_id"] for row in rows(case)} == {hit.id, died.id}


def test_passages_lead_to_every_document_that_tells_it(case: Case) -> None:
    document, bombed = store_bombing(case)
    other, hit, _ = store_record(case)

    join(case, bombed, hit)

    (row,) = rows(case)
    start = OTHER.index("The teller")
    assert row["passages"].split(";")[0].startswith(f"{other.id}:{start}-")
    assert row["passages"].count(document.id) == 1


def test_who_owns_what_was_hit_is_no_second_target(case: Case) -> None:
    store_bombing(
        case,
        participants=(
            Participant(Party(None, "the convoy of بنك الشرق"), "recipient"),
            Participant(Party("e-bank", "بنك الشرق"), "recipient"),
        ),
    )
    (row,) = rows(case)
    assert row["targets"] == "the convoy of بنك الشرق"
