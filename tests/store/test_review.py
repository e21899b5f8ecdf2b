"""Which questions a case asks of a person."""

from builders import make_document, make_entity
from dragoman.model.decision import make_decision
from dragoman.model.judgement import Judgement, make_edge
from dragoman.store.case import Case

SAME, APART, OPEN = Judgement.POSITIVE, Judgement.NEGATIVE, Judgement.UNSURE


def fill(case: Case, *judged: tuple[int, int, Judgement, float]) -> list[str]:
    """File a person for each of four reports and judge them by number."""
    people = []
    with case.writing() as writer:
        for number in range(4):
            document = make_document(f"Kostan {number} spoke.", origin=f"{number}.txt")
            person = make_entity(document, f"Kostan {number}")
            writer.add_document(document, document.text.encode())
            writer.put_claims(document, [person], "test/1")
            people.append(person.id)
        writer.append_edges(
            [
                make_edge(people[a], people[b], judgement, score=score, judge="auto:n")
                for a, b, judgement, score in judged
            ]
        )
    return people


def ask(case: Case) -> list[set[str]]:
    with case.reading() as view:
        return [{one.edge.left, one.edge.right} for one in view.questions()]


def test_two_clusters_are_one_question_the_likeliest_one(case: Case) -> None:
    people = fill(case, (0, 1, SAME, 0.9), (0, 2, OPEN, 0.4), (1, 2, OPEN, 0.6))

    assert ask(case) == [{people[1], people[2]}]


def test_what_a_judgement_keeps_apart_is_not_asked_through_others(case: Case) -> None:
    people = fill(
        case,
        (0, 1, SAME, 0.9),
        (0, 2, APART, 0.1),
        (1, 2, OPEN, 0.6),
        (2, 3, OPEN, 0.5),
    )

    assert ask(case) == [{people[2], people[3]}]


def test_an_answer_for_two_clusters_is_an_answer(case: Case) -> None:
    people = fill(case, (0, 1, SAME, 0.9), (0, 2, OPEN, 0.4), (1, 2, OPEN, 0.6))
    made = "2024-05-12T10:00:00.000000+00:00"
    with case.writing() as writer:
        entry = make_decision(people[1], people[2], APART, analyst="علي", made=made)
        writer.add_decisions([entry])

    assert ask(case) == []
