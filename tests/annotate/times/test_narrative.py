"""Times of day that take the day of the narrative."""

import pytest

from dragoman.text.dates import DATE_FROM_CONTEXT
from reading import read_document


def _times(text: str) -> list[tuple[str, str]]:
    return [
        (time.time.text, time.time.value)
        for time in read_document(text)[1].times
        if time.kind == "TIME"
    ]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("At 06:40", "At 06:40 the division attacked the bridge."),
        ("In the late afternoon", "In the late afternoon he met Sami Haddad."),
        ("An hour later", "An hour later he left."),
        ("Earlier in the day", "Earlier in the day he had laid a wreath."),
        ("shortly before midnight", "It ended shortly before midnight."),
        ("Since dawn", "Since dawn the division had attacked the bridge."),
        ("just after two", "It ended just after two, in the harbour."),
        ("Moments later", "Moments later he left."),
        ("Five minutes afterwards", "Five minutes afterwards he left."),
        ("At noon", "At noon he met Sami Haddad for a few minutes."),
    ],
)
def test_a_time_of_day_is_on_the_day_told_before(words: str, text: str) -> None:
    text = f"Nabil Khoury (نبيل خوري) arrived in Tyre on Monday. {text}"

    assert _times(text) == [(words, "2024-05-06")]


def test_its_day_is_marked_as_inferred() -> None:
    text = "The envoy arrived in Tyre on 6 May 2024. At noon he met the mayor."
    times = read_document(text)[1].times

    assert [DATE_FROM_CONTEXT in time.time.inferred for time in times] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "At noon he will meet the mayor.",
        "In the evening he had met the mayor.",
        "He met the mayor in the evening of his life.",
        '"At noon I met the mayor," he said.',
        "He urged the mayor to go home in the evening.",
        "He often met the mayor in the evening.",
        "In 2019 he lived there. At noon he met the mayor.",
    ],
)
def test_no_day_where_another_may_be_meant(text: str) -> None:
    assert _times(f"Nabil Khoury arrived in Tyre on Monday. {text}") == []
