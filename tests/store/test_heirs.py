"""Decisions outlive the claims that they were made on."""

from dataclasses import replace
from pathlib import Path

from builders import make_document, make_entity
from dragoman.model.claim import Claim, EntityClaim
from dragoman.model.decision import make_decision
from dragoman.model.document import Document
from dragoman.model.judgement import Judgement, make_edge
from dragoman.model.linker import Linker
from dragoman.store.case import Case
from dragoman.store.heirs import find_heirs
from dragoman.store.journal_file import read_journal, write_journal

ONE = make_document("Anna Lim met علي خان in Oslo.")
OTHER = make_document("A. Lim was there.", origin="b.txt")
ANNA, ALI = make_entity(ONE, "Anna Lim"), make_entity(ONE, "علي خان")
SHORT = make_entity(OTHER, "A. Lim")
DECISION = make_decision(
    ANNA.id, SHORT.id, Judgement.POSITIVE, analyst="علي", made="2024-05-12T10:00:00"
)


def renamed(claim: EntityClaim, identifier: str) -> EntityClaim:
    return replace(claim, id=identifier, producer="test/2")


def put(case: Case, document: Document, *claims: Claim) -> None:
    with case.writing() as writer:
        writer.add_document(document, document.text.encode())
        writer.put_claims(document, claims, "test")


def members(case: Case, claim: str) -> tuple[str, ...]:
    with case.reading() as view:
        linker = Linker(view.edges(), view.decisions())
        assert view.members(view.canonical(claim)) == linker.members(
            linker.canonical(claim)
        )
        return view.members(view.canonical(claim))


def test_the_claim_with_most_of_the_same_words_takes_the_place() -> None:
    new = renamed(ANNA, "e-new")
    place = make_entity(ONE, "Oslo", schema="Place")

    assert find_heirs([ANNA, ALI, place], [new, place]) == {ANNA.id: "e-new"}


def test_a_decision_holds_when_its_document_is_read_anew(case: Case) -> None:
    put(case, ONE, ANNA, ALI)
    put(case, OTHER, SHORT)
    with case.writing() as writer:
        writer.add_decisions([DECISION])

    put(case, ONE, renamed(ANNA, "e-second"), ALI)
    put(case, ONE, renamed(ANNA, "e-third"), ALI)

    assert members(case, "e-third") == tuple(sorted(("e-third", SHORT.id)))


def test_no_match_parts_what_a_resolver_joins_after_reading_anew(case: Case) -> None:
    apart = replace(DECISION, judgement=Judgement.NEGATIVE)
    put(case, ONE, ANNA, ALI)
    put(case, OTHER, SHORT)
    with case.writing() as writer:
        writer.add_decisions([apart])
    put(case, ONE, renamed(ANNA, "e-new"), ALI)

    with case.writing() as writer:
        writer.append_edges(
            [
                make_edge(
                    "e-new", SHORT.id, Judgement.POSITIVE, score=0.99, judge="auto:x"
                )
            ]
        )

    assert members(case, "e-new") == ("e-new",)


def test_an_undo_after_reading_anew_takes_the_decision_back(case: Case) -> None:
    put(case, ONE, ANNA, ALI)
    put(case, OTHER, SHORT)
    with case.writing() as writer:
        writer.add_decisions([DECISION])
    put(case, ONE, renamed(ANNA, "e-new"), ALI)
    with case.reading() as view:
        entry = view.decisions()[0]
    back = make_decision(
        entry.left,
        entry.right,
        Judgement.NO_JUDGEMENT,
        analyst="Anna",
        made="2024-05-12T11:00:00",
        undoes=entry.id,
    )

    with case.writing() as writer:
        writer.add_decisions([back])

    assert members(case, "e-new") == ("e-new",)


def test_a_journal_made_before_fits_a_copy_that_was_read_anew(
    case: Case, tmp_path: Path
) -> None:
    put(case, ONE, ANNA, ALI)
    put(case, OTHER, SHORT)
    put(case, ONE, renamed(ANNA, "e-new"), ALI)
    file = tmp_path / "journal.jsonl"
    file.write_bytes(write_journal([DECISION]))

    with case.writing() as writer:
        added = writer.add_decisions(read_journal(file.read_bytes(), str(file)))

    assert added == 1
    assert members(case, "e-new") == tuple(sorted(("e-new", SHORT.id)))
    with case.reading() as view:
        assert read_journal(write_journal(view.journal()), "again") == [DECISION]


def test_two_claims_that_became_one_need_no_decision(case: Case) -> None:
    put(case, ONE, ANNA, ALI)
    with case.writing() as writer:
        writer.add_decisions(
            [
                make_decision(
                    ANNA.id,
                    ALI.id,
                    Judgement.POSITIVE,
                    analyst="Anna",
                    made="2024-05-12T10:00:00",
                )
            ]
        )
    both = replace(renamed(ANNA, "e-both"), citations=(*ANNA.citations, *ALI.citations))

    put(case, ONE, both)

    assert members(case, "e-both") == ("e-both",)


def test_no_evidence_changes_whatever_people_decide(case: Case) -> None:
    put(case, ONE, ANNA, ALI)
    put(case, OTHER, SHORT)
    before = evidence(case)
    back = make_decision(
        ANNA.id,
        SHORT.id,
        Judgement.NO_JUDGEMENT,
        analyst="Anna",
        made="2024-05-12T11:00:00",
        undoes=DECISION.id,
    )

    for entries in ([DECISION], [back], [DECISION, back]):
        with case.writing() as writer:
            writer.add_decisions(entries)
        assert evidence(case) == before


def evidence(case: Case) -> list[object]:
    with case.reading() as view:
        claims = [claim for one in (ONE, OTHER) for claim in view.claims_of(one.id)]
        return [*view.documents(), *claims, *view.edges()]
