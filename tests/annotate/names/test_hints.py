import pytest

from dragoman.annotate.names.hints import find_event_names, read_hints
from dragoman.annotate.names.units import read_units
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence, Token


def sentence(*words: tuple[str, str]) -> Sentence:
    tokens, start = [], 0
    for word, hint in words:
        end = start + len(word)
        tokens.append(Token(start, end, word, word, "PROPN", "NNP", -1, "root", hint))
        start = end + 1
    return Sentence(tuple(tokens), 0)


def text_of(one: Sentence) -> str:
    return " ".join(token.text for token in one.tokens)


def test_a_hint_covers_whole_units_and_knows_its_own_bounds() -> None:
    one = sentence(("Саид", "B-PERSON"), ("Аль-Масри", "I-PERSON"), ("met", ""))

    (hint,) = read_hints(one, read_units(one))

    assert (hint.first, hint.last, hint.kind) == (0, 1, Schema.PERSON)
    assert text_of(one)[hint.start : hint.end] == "Саид Аль-Масри"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            [("June", ""), ("2016", ""), ("Marat", "B-EVENT"), ("election", "I-EVENT")],
            "June 2016 Marat election",
        ),
        (
            [("Marat", "B-EVENT"), ("local", "I-EVENT"), ("elections", "")],
            "Marat local elections",
        ),
        (
            [
                ("2016", "B-EVENT"),
                ("Senate", "I-EVENT"),
                ("election", "I-EVENT"),
                ("in", ""),
                ("Ontario", "B-GPE"),
            ],
            "2016 Senate election in Ontario",
        ),
        (
            [("Dry", "B-ORG"), ("Hills", "I-ORG"), ("Rebellion", "I-ORG")],
            "Dry Hills Rebellion",
        ),
    ],
)
def test_events_are_called_by_their_whole_name(
    words: list[tuple[str, str]], name: str
) -> None:
    one = sentence(*words)

    ((start, end),) = find_event_names([one])

    assert text_of(one)[start:end] == name


def test_a_month_opens_no_name_that_follows_it() -> None:
    one = sentence(
        ("In", ""), ("June", "B-ORG"), ("Radio", "I-ORG"), ("Zabor", "I-ORG")
    )

    (hint,) = read_hints(one, read_units(one))

    assert text_of(one)[hint.start : hint.end] == "Radio Zabor"


def test_a_month_of_another_calendar_is_nobody() -> None:
    dated = sentence(("Rajab", "B-PERSON"), ("29", ""), ("1446", ""))
    person = sentence(("Rajab", "B-PERSON"), ("left", ""))

    assert read_hints(dated, read_units(dated)) == []
    assert len(read_hints(person, read_units(person))) == 1
