from dragoman.analyze.origins import count_origins
from dragoman.model.entity import Report
from dragoman.model.span import Citation, Span


def make_report(document: str, words: str) -> Report:
    return Report(document, (Citation(Span(document, 0, len(words)), words),))


def test_reprints_count_as_one_origin() -> None:
    words = "The Council regrets the closing of the bridge and calls for talks"
    reports = [make_report("d1", words), make_report("d2", words + ", it said.")]

    assert count_origins(reports) == 1


def test_two_wordings_count_as_two_origins() -> None:
    one = make_report(
        "d1", "The minister flew to Orhan on Tuesday to see the president"
    )
    other = make_report("d2", "Tuesday saw the arrival of Mr Adel in the capital Orhan")

    assert count_origins([one, other]) == 2


def test_reprints_in_arabic_count_as_one_origin() -> None:
    words = "قال الوزير إن الجسر سيبقى مغلقا حتى إشعار آخر"

    assert count_origins([make_report("d1", words), make_report("d2", words)]) == 1


def test_a_short_remark_copied_with_another_name_in_it_is_of_one_origin() -> None:
    reports = [
        make_report("d1", "FLR “has vanished overnight”"),
        make_report("d2", "The Front “has vanished overnight,”"),
    ]
    other = make_report("d3", "the rebels are gone for good")

    assert count_origins(reports) == 1
    assert count_origins([*reports, other]) == 2
