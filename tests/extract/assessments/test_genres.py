"""An interview and a review hold no judgement of a report's author."""

from reading import read_assessments

JUDGED = "The decision will undermine the alliance."


def test_a_report_judges() -> None:
    assert len(read_assessments(JUDGED)) == 1


def test_in_an_interview_others_speak() -> None:
    text = (
        "Why now?\n\nI am glad. The work took years.\n\nWho paid?\n\nI do not know.\n\n"
        f"What is next?\n\n{JUDGED}"
    )
    assert read_assessments(text) == []


def test_questions_may_be_headings_of_a_report() -> None:
    text = f"Why now?\n\nChad asked.\n\nWho paid?\n\nMali did.\n\nAnd then?\n\n{JUDGED}"
    assert len(read_assessments(text)) == 1
