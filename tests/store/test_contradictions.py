"""Versions of a statement that exclude one another, as a case shows them."""

from builders import make_document, make_entity, make_statement
from dragoman.model.claim import StatementClaim
from dragoman.model.decision import make_decision
from dragoman.model.entity import Statement
from dragoman.model.judgement import CONTRADICTS, Judgement, make_edge
from dragoman.store.case import Case

MADE = "2024-05-12T10:00:00.000000+00:00"


def fill(case: Case) -> list[StatementClaim]:
    """File three reports of what one man said; the third reprints the first."""
    said = []
    with case.writing() as writer:
        for number, words in enumerate(("will go", "will not go", "will go")):
            text = f"Report {number}. Omar Badawi said that the guards {words}."
            document = make_document(text, origin=f"{number}.txt")
            omar = make_entity(document, "Omar Badawi")
            claim = make_statement(document, f"the guards {words}", omar)
            writer.add_document(document, document.text.encode())
            writer.put_claims(document, [omar, claim], "test/1")
            said.append(claim)
        first, contrary, again = (claim.id for claim in said)
        judge = "auto:statements"
        reasons = (CONTRADICTS, "the same speaker")
        apart = Judgement.NEGATIVE
        writer.append_edges(
            [
                make_edge(first, again, Judgement.POSITIVE, score=0.9, judge=judge),
                make_edge(
                    first, contrary, apart, score=0.1, judge=judge, reasons=reasons
                ),
                make_edge(
                    again, contrary, apart, score=0.1, judge=judge, reasons=reasons
                ),
            ]
        )
    return said


def look(case: Case, said: list[StatementClaim]) -> list[Statement]:
    """Return the statements, which a close look shows alike."""
    with case.reading() as view:
        found = list(view.statements())
        assert sorted(view.closeup().statements(said), key=lambda one: one.id) == found
        return found


def test_each_version_names_the_other_one_once(case: Case) -> None:
    said = fill(case)

    found = look(case, said)

    (one, other) = found
    assert one.against == (other.id,)
    assert other.against == (one.id,)


def test_what_a_person_makes_one_contradicts_itself_no_more_until_undone(
    case: Case,
) -> None:
    said = fill(case)
    before = look(case, said)
    first, contrary = said[0].id, said[1].id
    entry = make_decision(first, contrary, Judgement.POSITIVE, analyst="علي", made=MADE)
    with case.writing() as writer:
        writer.add_decisions([entry])

    # What the reprint is judged by keeps it apart from the version it denies.
    joined = look(case, said)
    assert all(first not in one.against for one in joined)

    undo = make_decision(
        first,
        contrary,
        Judgement.NO_JUDGEMENT,
        analyst="علي",
        made=MADE.replace("10:", "11:"),
        undoes=entry.id,
    )
    with case.writing() as writer:
        writer.add_decisions([undo])
    assert look(case, said) == before
