"""Days that are reckoned from an occasion."""

import pytest
from tests.annotate.times.test_annotator import document

from dragoman.annotate.sentences import EncoderAnnotator
from dragoman.annotate.times.annotator import TimesAnnotator
from dragoman.model.annotation import Annotations, TimeExpression

# One sentence that dates the occasion, then one that reckons from it.
SUMMIT = "The summit takes place in Lomé on 20 October. "
CYCLE = "The first cycle of talks opened on 20 November. "
COUP = "The coup of 3 May shook the country. "
VOTE = "The vote is scheduled for 12 August. "


def read(encoder: EncoderAnnotator, text: str) -> list[TimeExpression]:
    told = document(text, "2024-07-30")
    annotations = encoder.annotate(told, Annotations(told.id))
    return list(TimesAnnotator().annotate(told, annotations).times)


@pytest.fixture(scope="module")
def encoder() -> EncoderAnnotator:
    return EncoderAnnotator()


@pytest.mark.parametrize(
    ("text", "words", "value", "governor"),
    [
        (
            SUMMIT + "The generals had gathered in Accra two days before the summit.",
            "two days before",
            "2024-10-18",
            "gathered",
        ),
        (  # the day on which the story of the summit opens, and of no other meeting
            "Heads of state on Sunday gave the junta until 15 August. At the summit "
            "they agreed on that. Its envoy was not invited to the summit but met Lee "
            "on Saturday. The generals had gathered in Accra two days before the "
            "summit.",
            "two days before",
            "2024-07-26",
            "gathered",
        ),
        (
            "On 8 July Omar Said received Rosa Lind. The meeting took place a day "
            "after two rockets were fired at a base.",
            "a day after",
            "2024-07-07",
            "fired",
        ),
        (
            CYCLE + "The night before the cycle opened, Hilario Ccori was killed.",
            "The night before",
            "2023-11-19",
            "killed",
        ),
        (
            COUP + "Three days after the coup, the junta expelled the ambassador.",
            "Three days after",
            "2024-05-06",
            "expelled",
        ),
        (
            COUP + "On the eve of the coup, President Keld met Tom Rask in Velm.",
            "the eve of",
            "2024-05-02",
            "met",
        ),
        (
            VOTE + "A day before the vote, police arrested Ana Brik.",
            "A day before",
            "2024-08-11",
            "arrested",
        ),
        (
            "Hours after the raid of 4 May, militants attacked a convoy near Dori.",
            "Hours after",
            "2024-05-04",
            "attacked",
        ),
        (
            "Two days before Keld met Rask in Oslo on 5 May, rebels shelled Dori.",
            "Two days before",
            "2024-05-03",
            "shelled",
        ),
        (  # the other way round: the main clause has the day
            "A day after a bomb tore through the hall of the station in Sibi, neither "
            "the toll nor the hand behind it had been settled on Tuesday.",
            "A day after",
            "2024-07-29",
            "tore",
        ),
    ],
)
def test_the_day_is_reckoned_from_the_occasion(
    encoder: EncoderAnnotator, text: str, words: str, value: str, governor: str
) -> None:
    found = read(encoder, text)

    (one,) = [time for time in found if text[time.start : time.end] == words]
    assert (one.time.value, one.time.inferred) == (value, ("date from context",))
    assert one.governor is not None
    assert text[one.governor :].startswith(governor)


@pytest.mark.parametrize(
    "text",
    [
        "The night before the talks, gunmen shot two poll workers in Herat.",
        "The raid of 4 May failed, and so did the raid of 9 May. A day after the raid, "
        "police arrested Ana Brik.",  # which of them?
        "It happened two days before, and nobody knew.",
        "They meet on Tuesday, six days after the first round was cancelled.",
        "The raid of 4 May failed. 900000 days before the raid he left.",
        "The raid of 4 May failed. 99999999999 days after the raid he left.",
    ],
)
def test_without_one_day_of_the_occasion_nothing_is_told(
    encoder: EncoderAnnotator, text: str
) -> None:
    assert all(time.governor is None for time in read(encoder, text))


def test_the_night_of_a_day_is_that_day(encoder: EncoderAnnotator) -> None:
    text = "Five died in the night of Saturday to Sunday."

    told = [(text[one.start : one.end], one.governor) for one in read(encoder, text)]

    assert told == [("the night of Saturday", None), ("Sunday", None)]
